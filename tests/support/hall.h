// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/catalogues.h"
#include "support/direct_queue.h"

#include <initializer_list>
#include <string>

namespace anjungan {

/// A site on a Monday at nine, with the tiny catalogue, two people and the real authority: what most tests
/// of the queue's rules begin with. What is asked for by `must…` and refused ends the test's process.
struct Hall
{
    explicit Hall(std::shared_ptr<const Catalogue> catalogue = tinyCatalogue())
        : queue(clock)
    {
        queue.must(PublishCatalogue{std::move(catalogue)});
        queue.must(ChangeStaff{ani, "Ani"});
        queue.must(ChangeStaff{budi, "Budi"});
    }

    [[nodiscard]] const Site& site() const { return queue.site(); }

    Result<Receipt> attempt(CommandBody body)
    {
        Result<Receipt> result = refuse("no-reply");
        queue.submit(
            {queue.random().makeId<CommandId>(), {*DeviceId::parse("test"), std::nullopt}, std::move(body)},
            [&](const Result<Receipt>& reply) { result = reply; });
        return result;
    }

    /// The code of a refusal; "done" when it was not refused.
    std::string codeOf(CommandBody body)
    {
        const auto result = attempt(std::move(body));
        return result ? "done" : result.error().code;
    }

    TicketId issue(std::initializer_list<const char*> services, bool priority = false)
    {
        IssueTicket wanted;
        wanted.ticket = queue.random().makeId<TicketId>();
        for (const char* service : services)
            wanted.services.push_back(*ServiceId::parse(service));
        if (priority)
            wanted.classes.push_back(*PriorityClassId::parse("lansia"));
        queue.must(wanted);
        return wanted.ticket;
    }

    void open(const CounterId& counter, const StaffId& staff)
    {
        queue.must(ChangeCounter{counter, CounterPresence::Open, staff});
    }

    /// Calls the next leg and gives it with its episode.
    LegAct call(const CounterId& counter)
    {
        const Receipt receipt = queue.must(CallNext{counter});
        const auto& called = std::get<LegCalled>(receipt.events.front().body);
        return {called.leg, called.episode};
    }

    [[nodiscard]] const Leg& leg(const LegId& id) const { return *site().find(id); }
    [[nodiscard]] std::string number(const TicketId& ticket) const
    {
        return site().find(ticket)->number.text();
    }

    FakeClock clock;
    DirectQueue queue;
    const CounterId counter1 = *CounterId::parse("loket-1"); ///< queue A
    const CounterId counter2 = *CounterId::parse("loket-2"); ///< queue A
    const CounterId counter3 = *CounterId::parse("loket-3"); ///< queue C
    const StaffId ani = *StaffId::parse("ani");
    const StaffId budi = *StaffId::parse("budi");
};

} // namespace anjungan
