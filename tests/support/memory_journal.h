// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/journal.h"
#include "support/memory_outbox.h"

#include <deque>
#include <map>
#include <set>

namespace anjungan {

/// The journal in memory; keeps the contract of `SqliteJournal` (the same suite runs on both), and fails
/// when it is told to. Used from one thread. A slip that it stores goes to `outbox`, if there is one.
class MemoryJournal final : public Journal
{
public:
    explicit MemoryJournal(MemoryOutbox* outbox = nullptr)
        : m_outbox(outbox)
    {}

    [[nodiscard]] Result<void> append(std::span<const Event> events, std::span<const Slip> slips) override
    {
        if (m_doubt)
            return tl::unexpected(*m_doubt);
        if (Result<void> valid = check(events); !valid)
            return valid;
        if (!m_failures.empty()) {
            const Failure failure = m_failures.front();
            m_failures.pop_front();
            m_doubt = failure.error;
            if (failure.storesAll)
                store(events, slips);
            return tl::unexpected(failure.error);
        }
        store(events, slips);
        return {};
    }

    [[nodiscard]] Result<void> read(Position after,
                                    const std::function<Result<void>(const Event&)>& each) override
    {
        if (m_doubt)
            return tl::unexpected(*m_doubt);
        for (std::uint64_t n = after.n; n < m_events.size(); ++n) {
            if (Result<void> taken = each(m_events[n]); !taken)
                return taken;
        }
        return {};
    }

    [[nodiscard]] Result<std::vector<Event>> findCommand(const CommandId& command) override
    {
        if (m_doubt)
            return tl::unexpected(*m_doubt);
        std::vector<Event> events;
        std::ranges::copy_if(m_events, std::back_inserter(events),
                             [&](const Event& event) { return event.act.command == command; });
        std::ranges::stable_sort(events, {}, &Event::index);
        return events;
    }

    [[nodiscard]] Result<std::optional<Event>> eventAt(std::uint64_t n) override
    {
        if (m_doubt)
            return tl::unexpected(*m_doubt);
        return n == 0 || n > m_events.size() ? std::nullopt : std::optional(m_events[n - 1]);
    }

    [[nodiscard]] Result<void> keepCheckpoint(const Checkpoint& checkpoint) override
    {
        const auto event = eventAt(checkpoint.at.n);
        if (!event)
            return tl::unexpected(event.error());
        if (!*event || (*event)->position != checkpoint.at)
            return refuse("checkpoint-unknown");
        m_checkpoints[checkpoint.at.n] = checkpoint;
        return {};
    }

    [[nodiscard]] Result<std::optional<Checkpoint>> newestCheckpoint() override
    {
        if (m_doubt)
            return tl::unexpected(*m_doubt);
        return m_checkpoints.empty() ? std::nullopt : std::optional(m_checkpoints.rbegin()->second);
    }

    [[nodiscard]] Result<void> reopen() override
    {
        m_doubt = std::exchange(m_reopenFailure, std::nullopt);
        if (m_doubt)
            return tl::unexpected(*m_doubt);
        return {};
    }

    /// The next append that would succeed answers `error`. `storesAll`: the events are on disk all the
    /// same, as after a sync whose failure came too late.
    void failNextAppend(Error error, bool storesAll = false) { m_failures.push_back({error, storesAll}); }
    void failNextReopen(Error error) { m_reopenFailure = std::move(error); }

    [[nodiscard]] const std::vector<Event>& events() const { return m_events; }
    /// How many appends were stored: commands that are committed together count once.
    [[nodiscard]] int commits() const { return m_commits; }

private:
    struct Failure
    {
        Error error;
        bool storesAll = false;
    };
    using Part = std::pair<CommandId, std::uint16_t>;
    using Link = std::tuple<DeviceId, IncarnationId, std::uint64_t>;
    struct Keys
    {
        std::set<Part> parts;
        std::set<Link> links;
        std::set<std::pair<Day, Number>> numbers;
        std::set<TicketId> tickets;
    };

    [[nodiscard]] Result<void> check(std::span<const Event> events) const
    {
        Position last = m_events.empty() ? Position{} : *m_events.back().position;
        Keys added;
        for (const Event& event : events) {
            if (!event.position || event.origin.device.empty() || event.act.actor.device.empty() ||
                event.subject.empty() || event.subject.size() > 64)
                return refuse("event-invalid");
            if (event.position->n != last.n + 1 || event.position->epoch < last.epoch)
                return refuse("journal-conflict", "position");
            last = *event.position;
            if (const std::string_view twice = addKeys(event, added); !twice.empty())
                return refuse("journal-conflict", std::string(twice));
        }
        return {};
    }

    /// Adds what may be there only once to `added`; names what is there already.
    std::string_view addKeys(const Event& event, Keys& added) const
    {
        const auto add = [](const auto& stored, auto& set, const auto& key) {
            return !stored.contains(key) && set.insert(key).second;
        };
        if (!add(m_keys.parts, added.parts, Part(event.act.command, event.index)))
            return "command";
        const Link link(event.origin.device, event.origin.incarnation, event.origin.sequence);
        if (!add(m_keys.links, added.links, link))
            return "origin";
        const auto* issued = std::get_if<TicketIssued>(&event.body);
        if (issued && !add(m_keys.numbers, added.numbers, std::pair(issued->day, issued->number)))
            return "number";
        if (issued && !add(m_keys.tickets, added.tickets, issued->ticket))
            return "ticket";
        return {};
    }

    void store(std::span<const Event> events, std::span<const Slip> slips)
    {
        for (const Event& event : events) {
            addKeys(event, m_keys);
            m_events.push_back(event);
        }
        for (const Slip& slip : slips) {
            if (m_outbox)
                m_outbox->reserve(slip);
        }
        ++m_commits;
    }

    MemoryOutbox* m_outbox;
    std::vector<Event> m_events;
    std::map<std::uint64_t, Checkpoint> m_checkpoints;
    Keys m_keys;
    std::deque<Failure> m_failures;
    std::optional<Error> m_doubt;
    std::optional<Error> m_reopenFailure;
    int m_commits = 0;
};

} // namespace anjungan
