// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/crypto.h"
#include "core/site.h"

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace anjungan {

/// Something in a journal that cannot be right.
struct JournalProblem
{
    std::optional<std::uint64_t> n; ///< the event at which it shows; nothing: the file as a whole
    std::string code;               ///< `event-unreadable`, `position-gap`, `epoch-falls`, `chain-broken`,
                      ///< `command-twice`, `number-twice`, `ticket-twice`, `projection-differs`,
                      ///< `replay-fails`, `file-damaged`, `checkpoint-damaged`, `checkpoint-differs`,
                      ///< `checkpoint-missing`
    std::string reason; ///< English, for the log
};

struct JournalReport
{
    std::uint64_t events = 0;
    std::uint64_t tickets = 0;
    std::optional<Instant> firstTime; ///< of the first event; nothing: the journal is empty
    std::optional<Instant> lastTime;  ///< of the last event
    Position beginning;               ///< the log begins after it; n is 0 while nothing was pruned
    Position head;
    std::uint64_t checkpoints = 0;        ///< that agree with the log
    std::vector<JournalProblem> problems; ///< at most `problemsMax`
    std::uint64_t problemsLeftOut = 0;

    static constexpr std::size_t problemsMax = 1'000;
};

/// Reads a whole journal, without changing it and without its lock (a running node may go on): positions
/// without gaps, epochs that do not fall, every origin's sequence and chain of hashes, commands and
/// numbers once, the projection as the events say, every checkpoint's hashes, SQLite's integrity check, and a
/// replay into a `Site`. A pruned log is taken as it begins: the first event of each origin's chain is
/// believed, and one sound checkpoint must be there to start from.
/// What is wrong is in the report; errors are only those of `openJournalFile`.
///
/// A changed event is found by the event that follows it in its origin's chain: a change to the very last
/// event of an origin is found only where it contradicts something else.
[[nodiscard]] Result<JournalReport> verifyJournal(const std::string& path, const Hasher& hasher);

/// Writes every event as one line of `toJson(event)`; returns how many. Of a pruned log also the catalogues
/// published before its beginning. As of one moment, without the
/// lock. Errors: those of `openJournalFile`, `export-failed` (the stream took no more).
[[nodiscard]] Result<std::uint64_t> exportJournal(const std::string& path, std::ostream& out);

} // namespace anjungan
