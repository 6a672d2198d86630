// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"
#include "core/ports/crypto.h"

#include <map>
#include <string>
#include <vector>

namespace anjungan {

/// What one local day added to a journal.
struct DayGrowth
{
    Day day{};
    std::uint64_t events = 0;
    std::uint64_t bytes = 0; ///< its share of the file, by the size of its rows
};

/// How large a journal is and how it grows. Bytes are of the file without its free pages.
struct JournalStats
{
    struct Checkpoints
    {
        std::uint64_t count = 0;
        std::uint64_t bytes = 0;
        std::optional<Position> oldest;
        std::optional<Position> newest;
    };

    std::int64_t schemaVersion = 0;
    Position beginning; ///< the log begins after it; n is 0 while nothing was pruned
    Position head;
    std::uint64_t events = 0;
    std::uint64_t tickets = 0;
    std::uint64_t slips = 0;
    std::uint64_t slipsUnfinished = 0;
    std::map<std::string, std::uint64_t> eventsByKind;
    std::optional<Instant> firstTime; ///< of the oldest event after the beginning
    std::optional<Instant> lastTime;
    std::vector<DayGrowth> days; ///< with events, oldest first, in the site's local time (UTC before a
                                 ///< catalogue was published)

    std::uint64_t fileBytes = 0;
    std::uint64_t freeBytes = 0; ///< pages in the file that will be used again
    std::uint64_t walBytes = 0;  ///< the log of writes beside the file
    Checkpoints checkpoints;

    [[nodiscard]] std::uint64_t usedBytes() const { return fileBytes - freeBytes; }
    /// A day with events adds, over the last `count` of them; over all where there are fewer.
    [[nodiscard]] DayGrowth meanOf(std::size_t count) const;
    /// With the most events; nothing while there are none.
    [[nodiscard]] std::optional<DayGrowth> busiest() const;
    /// Used bytes a year of 365 days after the last event, without pruning: the last 30 days with events set
    /// how much a day adds, the log's own calendar how many days of a year have events.
    [[nodiscard]] std::uint64_t bytesInAYear() const;
};

/// Reads only, without the lock, as of one moment. Reads the whole table of events once.
/// Errors: those of `openJournalFile` and `sqlite::errorOf`.
[[nodiscard]] Result<JournalStats> statsOfJournal(const std::string& path);

} // namespace anjungan
