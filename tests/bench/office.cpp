// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/office.h"

#include "core/calling.h"
#include "core/opening.h"

#include <map>

namespace anjungan::bench {

Office::Office(const TempDirectory& directory)
    : m_journalPath(directory.path("journal.db"))
    , m_signer(must(SodiumSigner::loadOrCreate(directory.path("device.key"))))
    , m_journal(must(SqliteJournal::open(m_journalPath, m_hasher)))
    , m_authority({m_device, m_random.makeId<IncarnationId>()}, *m_journal, m_hasher, m_clock, &makeSlip)
{
    must(m_authority.open());
    open();
    std::map<QueueId, std::vector<ServiceId>> services;
    for (const Service& service : site().catalogue()->services) {
        if (!service.quotaDaily && openingOf(site(), service, m_clock.now()).isOpen())
            services[service.queue].push_back(service.id);
    }
    for (auto& [queue, ids] : services)
        m_services.push_back(std::move(ids));
}

void Office::open()
{
    RegisterDevice device;
    device.device = m_device;
    device.series = 1;
    device.publicKey = m_signer.publicKey();
    const StaffId staff = *StaffId::parse("siti");
    std::vector<Command> commands{command(PublishCatalogue{sampleCatalogue()}), command(device),
                                  command(ChangeStaff{staff, "Siti"})};
    for (const Counter& counter : sampleCatalogue()->counters)
        commands.push_back(command(ChangeCounter{counter.id, CounterPresence::Open, staff}));
    commit(commands);
}

Command Office::nextIssue()
{
    const std::size_t citizen = m_citizens++;
    const auto serviceOf = [this](std::size_t queue, std::size_t turn) {
        const auto& services = m_services[queue % m_services.size()];
        return services[turn % services.size()];
    };
    IssueTicket wanted;
    wanted.ticket = m_random.makeId<TicketId>();
    wanted.services.push_back(serviceOf(citizen, citizen / m_services.size()));
    if (citizen % 5 == 4)
        wanted.services.push_back(serviceOf(citizen + 1, citizen));
    if (citizen % 8 == 7)
        wanted.classes.push_back(sampleCatalogue()->priorityClasses.front().id);
    return command(std::move(wanted));
}

std::vector<LegAct> Office::callNext(std::size_t waitingLeast)
{
    std::vector<Command> calls;
    for (const Counter& counter : sampleCatalogue()->counters) {
        if (waitingFor(site(), counter.id, m_clock.now(), waitingLeast + 1).size() > waitingLeast)
            calls.push_back(command(CallNext{counter.id}));
    }
    std::vector<LegAct> called;
    for (const auto& result : m_authority.commit(calls)) {
        // The counter before may have taken the last one, and who waits may be at another counter.
        if (!result && result.error().code == "nobody-waiting")
            continue;
        const Receipt receipt = must(result);
        const auto& call = std::get<LegCalled>(receipt.events.front().body);
        called.push_back({call.leg, call.episode});
    }
    return called;
}

std::vector<Receipt> Office::commit(const std::vector<Command>& commands)
{
    std::vector<Receipt> receipts;
    for (auto& result : m_authority.commit(commands)) {
        // Where a queue is too long for today, one citizen less comes.
        if (result || result.error().code != "turn-too-late")
            receipts.push_back(must(std::move(result)));
    }
    return receipts;
}

} // namespace anjungan::bench
