// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/authority.h"

#include "core/invariant.h"

#include <algorithm>

namespace anjungan {

Authority::Authority(Identity identity, Journal& journal, const Hasher& hasher, const Clock& clock,
                     SlipMaker slipMaker)
    : m_identity(std::move(identity))
    , m_journal(journal)
    , m_hasher(hasher)
    , m_clock(clock)
    , m_slipMaker(std::move(slipMaker))
{}

Result<void> Authority::open()
{
    return replay();
}

Instant Authority::now() const
{
    return std::max(m_clock.now(), m_site.lastTime());
}

Result<void> Authority::replay()
{
    m_trusted = false;
    m_site = Site();
    m_sequence = 0;
    m_previous = {};
    auto read = m_journal.read({}, [this](const Event& event) -> Result<void> {
        if (event.origin.device == m_identity.device && event.origin.incarnation == m_identity.incarnation) {
            m_sequence = event.origin.sequence;
            m_previous = m_hasher.hash(chainText(event));
        }
        return applyEvent(m_site, event);
    });
    m_trusted = read.has_value();
    return read;
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
        results.push_back(m_site.hasAnswered(command.id) ? answerAgain(batch, command.id)
                                                         : decideInto(batch, command));
    }
    if (batch.events.empty())
        return results;

    const auto appended = m_journal.append(batch.events, batch.slips);
    m_problem = appended ? std::nullopt : std::optional(appended.error());
    if (appended)
        return results;

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

Result<Receipt> Authority::decideInto(Batch& batch, const Command& command)
{
    const Instant time = now();
    auto changes = decide(m_site, command, time);
    if (!changes)
        return tl::unexpected(changes.error());
    Receipt receipt;
    std::uint16_t index = 0;
    for (Change& change : *changes) {
        Event event = stamp(command, std::move(change), index++, time);
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
    auto events = m_journal.findCommand(command);
    if (!events)
        return tl::unexpected(events.error());
    receipt.events = std::move(*events);
    return receipt;
}

Event Authority::stamp(const Command& command, Change change, std::uint16_t index, Instant time)
{
    Event event;
    event.position = Position{m_site.head().epoch, m_site.head().n + 1};
    event.index = index;
    event.origin = {m_identity.device, m_identity.incarnation, ++m_sequence, m_previous};
    event.act = {command.id, command.actor, time};
    event.subject = std::move(change.subject);
    event.body = std::move(change.body);
    m_previous = m_hasher.hash(chainText(event));
    return event;
}

} // namespace anjungan
