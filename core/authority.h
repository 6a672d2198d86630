// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decide.h"
#include "core/ports/clock.h"
#include "core/ports/crypto.h"
#include "core/ports/journal.h"
#include "core/ports/queue_port.h"

namespace anjungan {

/// Turns a ticket that was just issued into the slip to print for it; nothing where no slip is wanted
/// (it was issued at another device).
using SlipMaker = std::function<std::optional<Slip>(const Site& site, const Ticket& ticket)>;

/// The one node that decides for a site: takes commands in their order, commits what they lead to, and
/// only then answers. Not thread-safe: whoever owns it gives it a thread.
class Authority
{
public:
    struct Identity
    {
        DeviceId device;
        IncarnationId incarnation; ///< random at each opening
    };

    /// Keeps references to journal, hasher and clock, which must outlive it.
    Authority(Identity identity, Journal& journal, const Hasher& hasher, const Clock& clock,
              SlipMaker slipMaker);

    /// Replays the journal. Errors: the journal's, `journal-inconsistent`.
    [[nodiscard]] Result<void> open();

    /// Decides the commands one after the other and commits all their events in one transaction.
    /// One result a command, in their order; each is durable, or is an error without effect. A command
    /// that was answered before gets the same answer again.
    [[nodiscard]] std::vector<Result<Receipt>> commit(std::span<const Command> commands);

    /// What time alone demands now, as commands.
    [[nodiscard]] std::vector<CommandBody> due() const { return anjungan::due(m_site, now()); }

    [[nodiscard]] const Site& site() const { return m_site; }

    /// Why the last commit failed; nothing when it did not.
    [[nodiscard]] const std::optional<Error>& problem() const { return m_problem; }

private:
    struct Batch
    {
        std::vector<Event> events;
        std::vector<Slip> slips;
    };

    /// Never below the journal's last time: a clock that jumps back does not bend the log.
    [[nodiscard]] Instant now() const;
    [[nodiscard]] Result<Receipt> decideInto(Batch& batch, const Command& command);
    [[nodiscard]] Result<Receipt> answerAgain(const Batch& batch, const CommandId& command);
    [[nodiscard]] Event stamp(const Command& command, Change change, std::uint16_t index, Instant time);
    [[nodiscard]] Result<void> replay();

    Identity m_identity;
    Journal& m_journal;
    const Hasher& m_hasher;
    const Clock& m_clock;
    SlipMaker m_slipMaker;
    Site m_site;
    std::uint64_t m_sequence = 0;
    Hash m_previous{};
    bool m_trusted = false; ///< the state equals what is on disk
    std::optional<Error> m_problem;
};

} // namespace anjungan
