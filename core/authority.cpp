// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/authority.h"

#include "core/invariant.h"
#include "core/site_checkpoint.h"

#include <algorithm>

namespace anjungan {

Authority::Authority(Identity identity, Journal& journal, const Hasher& hasher, const Clock& clock,
                     SlipMaker slipMaker, NumberMark* mark)
    : m_identity(std::move(identity))
    , m_journal(journal)
    , m_hasher(hasher)
    , m_time(clock)
    , m_slipMaker(std::move(slipMaker))
    , m_mark(mark)
{}

Result<void> Authority::open()
{
    return replay();
}

std::vector<CommandBody> Authority::due()
{
    const Instant time = now();
    return m_time.knowsNoDay() ? std::vector<CommandBody>() : anjungan::due(m_site, time);
}

std::optional<Error> Authority::problem() const
{
    return m_problem ? m_problem : m_time.problem();
}

Position Authority::standAtCheckpoint()
{
    m_site = Site();
    const auto checkpoint = m_journal.newestCheckpoint();
    if (!checkpoint || !*checkpoint)
        return {};
    auto site = siteOf(**checkpoint, [this](std::uint64_t n) { return m_journal.eventAt(n); });
    // It only saves time: without it the whole log is replayed.
    if (!site)
        return {};
    m_site = *std::move(site);
    return (*checkpoint)->at;
}

Result<void> Authority::replay()
{
    m_trusted = false;
    m_chain = m_committedChain;
    m_replayedFrom = standAtCheckpoint();
    auto read = m_journal.read(m_replayedFrom, [this](const Event& event) -> Result<void> {
        if (event.origin.device == m_identity.device && event.origin.incarnation == m_identity.incarnation)
            m_chain = {event.origin.sequence, m_hasher.hash(chainText(event))};
        return applyEvent(m_site, event);
    });
    m_trusted = read.has_value();
    if (m_trusted)
        m_committedChain = m_chain;
    return read;
}

Result<std::vector<Event>> Authority::findStored(const CommandId& command)
{
    auto events = m_journal.findCommand(command);
    // A journal that could not be read answers nobody until it is opened anew.
    if (!events)
        m_trusted = false;
    return events;
}

Result<bool> Authority::wasAnswered(const CommandId& command)
{
    if (m_site.hasAnswered(command))
        return true;
    if (m_replayedFrom.n == 0)
        return false;
    return findStored(command).map([](const std::vector<Event>& events) { return !events.empty(); });
}

std::vector<Result<Receipt>> Authority::commit(std::span<const Command> commands)
{
    // After a failed commit nobody knows what is on disk until it has been read again.
    if (!m_trusted) {
        auto recovered = m_journal.reopen().and_then([this] { return replay(); });
        if (!recovered) {
            m_problem = recovered.error();
            return std::vector<Result<Receipt>>(commands.size(), tl::unexpected(recovered.error()));
        }
    }

    Batch batch;
    std::vector<Result<Receipt>> results;
    results.reserve(commands.size());
    for (const Command& command : commands) {
        results.push_back(wasAnswered(command.id).and_then([&](bool answered) {
            return answered ? answerAgain(batch, command.id) : decideInto(batch, command);
        }));
    }
    if (batch.events.empty())
        return results;

    const auto appended = m_journal.append(batch.events, batch.slips);
    m_problem = appended ? std::nullopt : std::optional(appended.error());
    if (appended) {
        follow(batch.events);
        // It can be made again from the log, so the commands did not fail; but the disk may have.
        if (batch.checkpoint)
            m_trusted = m_journal.keepCheckpoint(*batch.checkpoint).has_value();
        return results;
    }

    m_trusted = false;
    const bool known = m_journal.reopen().and_then([this] { return replay(); }).has_value();
    for (std::size_t i = 0; i < commands.size(); ++i) {
        if (!results[i])
            continue;
        if (known && m_site.hasAnswered(commands[i].id))
            results[i] = answerAgain({}, commands[i].id);
        else
            results[i] = tl::unexpected(appended.error());
    }
    return results;
}

void Authority::follow(std::span<const Event> committed)
{
    m_committedChain = m_chain;
    for (const Event& event : committed) {
        if (std::holds_alternative<ClockConfirmed>(event.body))
            m_time.confirm();
    }
}

void Authority::keepDay(Batch& batch, const Event& event) const
{
    if (beginsDay(m_site, event.body))
        batch.checkpoint = Checkpoint{m_site.head(), checkpointOf(m_site)};
}

Result<void> Authority::checkBeforeStamp(const std::vector<Change>& changes)
{
    for (const Change& change : changes) {
        const auto* issued = std::get_if<TicketIssued>(&change.body);
        if (!issued)
            continue;
        if (m_time.knowsNoDay())
            return tl::unexpected(*m_time.problem());
        if (m_mark) {
            if (auto covered = m_mark->cover(issued->day, issued->number, m_site.head().n); !covered)
                return covered;
        }
    }
    return {};
}

Result<Receipt> Authority::decideInto(Batch& batch, const Command& command)
{
    const Instant time = now();
    auto changes = decide(m_site, command, time);
    if (!changes)
        return tl::unexpected(changes.error());
    if (auto checked = checkBeforeStamp(*changes); !checked)
        return tl::unexpected(checked.error());
    Receipt receipt;
    std::uint16_t index = 0;
    for (Change& change : *changes) {
        Event event = stamp(command, std::move(change), index++, time);
        keepDay(batch, event);
        // What decide allows, apply takes: anything else is a fault of this program, and a log written
        // by a faulty program helps nobody.
        if (auto applied = applyEvent(m_site, event); !applied)
            stopBecauseViolated(applied.error().context);
        if (const auto* issued = std::get_if<TicketIssued>(&event.body); issued && m_slipMaker) {
            if (auto slip = m_slipMaker(m_site, *m_site.find(issued->ticket)))
                batch.slips.push_back(std::move(*slip));
        }
        batch.events.push_back(event);
        receipt.events.push_back(std::move(event));
    }
    return receipt;
}

Result<Receipt> Authority::answerAgain(const Batch& batch, const CommandId& command)
{
    Receipt receipt;
    for (const Event& event : batch.events) {
        if (event.act.command == command)
            receipt.events.push_back(event);
    }
    if (!receipt.events.empty())
        return receipt;
    auto events = findStored(command);
    if (!events)
        return tl::unexpected(events.error());
    receipt.events = std::move(*events);
    return receipt;
}

Event Authority::stamp(const Command& command, Change change, std::uint16_t index, Instant time)
{
    Event event;
    const auto* raised = std::get_if<EpochRaised>(&change.body);
    event.position = Position{raised ? raised->epoch : m_site.head().epoch, m_site.head().n + 1};
    event.index = index;
    event.origin = {m_identity.device, m_identity.incarnation, ++m_chain.sequence, m_chain.previous};
    event.act = {command.id, command.actor, time};
    event.subject = std::move(change.subject);
    event.body = std::move(change.body);
    m_chain.previous = m_hasher.hash(chainText(event));
    return event;
}

} // namespace anjungan
