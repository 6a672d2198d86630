// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decide.h"
#include "core/ports/clock.h"
#include "core/ports/crypto.h"
#include "core/ports/journal.h"
#include "core/ports/number_mark.h"
#include "core/ports/queue_port.h"
#include "core/timekeeper.h"

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

    /// Keeps references to journal, hasher, clock and mark, which must outlive it. `mark` may be null.
    Authority(Identity identity, Journal& journal, const Hasher& hasher, const Clock& clock,
              SlipMaker slipMaker, NumberMark* mark = nullptr);

    /// Replays the journal, from its newest checkpoint on. Errors: the journal's, `journal-inconsistent`.
    [[nodiscard]] Result<void> open();

    /// Decides the commands one after the other and commits all their events in one transaction.
    /// One result a command, in their order; each is durable, or is an error without effect. A command
    /// that was answered before gets the same answer again. While the clock may not know the day, tickets
    /// are refused (`clock-doubtful`) until staff confirm it.
    [[nodiscard]] std::vector<Result<Receipt>> commit(std::span<const Command> commands);

    /// What time alone demands now, as commands.
    [[nodiscard]] std::vector<CommandBody> due();

    [[nodiscard]] const Site& site() const { return m_site; }

    /// Why the last commit failed, else what is wrong with the clock; nothing when all is well.
    [[nodiscard]] std::optional<Error> problem() const;

private:
    struct Batch
    {
        std::vector<Event> events;
        std::vector<Slip> slips;
        std::optional<Checkpoint> checkpoint; ///< of the day that one of the events ended
    };

    [[nodiscard]] Instant now() { return m_time.now(m_site.lastTime()); }
    /// What stands in the way of the changes beyond what `decide` knows: the clock, the mark of numbers.
    [[nodiscard]] Result<void> checkBeforeStamp(const std::vector<Change>& changes);
    [[nodiscard]] Result<std::vector<Event>> findStored(const CommandId& command);
    /// Whether the command's events are in the log: what came before the checkpoint only the journal knows.
    [[nodiscard]] Result<bool> wasAnswered(const CommandId& command);
    void keepDay(Batch& batch, const Event& event) const;
    void follow(std::span<const Event> committed);
    [[nodiscard]] Result<Receipt> decideInto(Batch& batch, const Command& command);
    [[nodiscard]] Result<Receipt> answerAgain(const Batch& batch, const CommandId& command);
    [[nodiscard]] Event stamp(const Command& command, Change change, std::uint16_t index, Instant time);
    [[nodiscard]] Result<void> replay();
    [[nodiscard]] Position standAtCheckpoint();

    Identity m_identity;
    Journal& m_journal;
    const Hasher& m_hasher;
    Timekeeper m_time;
    SlipMaker m_slipMaker;
    NumberMark* m_mark;
    Site m_site;
    Position m_replayedFrom; ///< the checkpoint from which the state was made; n is 0 where it was none
    /// Where this node's own chain stands.
    struct ChainEnd
    {
        std::uint64_t sequence = 0;
        Hash previous{};
    };
    ChainEnd m_chain;
    ChainEnd m_committedChain; ///< as it surely is on disk
    bool m_trusted = false;    ///< the state equals what is on disk
    std::optional<Error> m_problem;
};

} // namespace anjungan
