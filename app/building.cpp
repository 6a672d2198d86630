// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/building.h"

#include "authority/node_start.h"
#include "core/slip_maker.h"

#include <spdlog/spdlog.h>

namespace anjungan {

Building::Building(const Config& config, const Places& places, const Clock& clock)
    : m_config(config)
    , m_places(places)
    , m_clock(clock)
    , m_device(config.device.name)
    , m_incarnation(m_random.makeId<IncarnationId>())
{}

Building::~Building()
{
    if (m_queue)
        m_queue->unfollow(m_wakePrinting);
}

Result<std::unique_ptr<Building>> Building::open(const Config& config, const Places& places,
                                                 std::shared_ptr<const Catalogue> catalogue,
                                                 const Clock& clock)
{
    std::unique_ptr<Building> building(new Building(config, places, clock));
    const auto opened = makeFolder(places.data)
                            .and_then([&] { return building->openQueue(catalogue); })
                            .and_then([&] { return building->m_outputs.openPrinting(); })
                            .and_then([&] { return building->m_outputs.openVoice(); });
    if (!opened)
        return tl::unexpected(opened.error());

    building->m_journalEnds = building->m_authority->site().lastTime();
    building->m_queue = std::make_unique<EmbeddedQueue>(*building->m_authority, *building->m_journal, clock,
                                                        building->m_random, building->m_device);
    building->m_wakePrinting = building->m_queue->follow(
        building->m_authority->site().head(),
        {[prints = &building->m_outputs.prints()](std::span<const Event>) { prints->wake(); }, {}});
    building->m_outputs.prints().start();
    return building;
}

Result<void> Building::openQueue(const std::shared_ptr<const Catalogue>& catalogue)
{
    if (auto key = m_outputs.openKey(); !key)
        return key;
    auto journal = SqliteJournal::open(m_places.journal().string(), m_hasher);
    if (!journal)
        return tl::unexpected(journal.error());
    m_journal = std::move(*journal);
    const auto& mark = m_config.data.numberMark;
    m_numberMark.emplace((mark.empty() ? m_places.numberMark() : mark).string(), systemBootId());
    m_authority = std::make_unique<Authority>(
        Authority::Identity{m_device, m_incarnation}, *m_journal, m_hasher, m_clock,
        [this](const Site& site, const Ticket& ticket) { return slipOf(site, ticket); }, &*m_numberMark);
    return m_authority->open().and_then([&] { return registerItself(catalogue); }).and_then([this] {
        return forgetOldDays();
    });
}

Result<void> Building::forgetOldDays()
{
    if (m_config.data.keepDays == 0)
        return {};
    const auto keep = std::max(std::chrono::days(m_config.data.keepDays), pruneKeepMin);
    while (true) {
        const auto pruned = m_journal->prune(keep);
        if (!pruned)
            return tl::unexpected(pruned.error());
        if (pruned->events > 0)
            spdlog::info("{} old events were removed", pruned->events);
        if (pruned->isDone)
            return {};
    }
}

Result<void> Building::registerItself(const std::shared_ptr<const Catalogue>& catalogue)
{
    const Node node{m_device, m_incarnation, m_config.device.series, m_outputs.signer().publicKey()};
    return startNode(*m_authority, m_random, node, catalogue, m_numberMark->owed(m_authority->site()))
        .map([](const std::vector<std::string>& warnings) {
            for (const std::string& warning : warnings)
                spdlog::warn("{}", warning);
        });
}

Result<SlipCode> Building::codeOf(const Site& site, const Ticket& ticket) const
{
    return m_outputs.codeOf(makeSlip(site, ticket));
}

std::optional<Slip> Building::slipOf(const Site& site, const Ticket& ticket) const
{
    if (ticket.issuedAt != m_device)
        return std::nullopt;
    return makeSlip(site, ticket);
}

} // namespace anjungan
