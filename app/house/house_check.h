// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/machine.h"
#include "app/rehearsal/summary.h"
#include "core/result.h"

#include <map>

/// What is looked at when the processes of a building have ended; their journals must be free.
namespace anjungan {

struct JournalFacts
{
    DuplicateCount duplicates;
    /// The numbers of each device, by the log.
    std::map<DeviceId, std::map<TicketId, Number>> issued;
};

/// Verifies the server's journal and reads it once more. Errors: the journal's, `journal-unsound`.
[[nodiscard]] Result<JournalFacts> checkJournal(const std::filesystem::path& journal);

/// How many tickets of a kiosk do not have their slip exactly once: handed over once by its outbox, and one
/// picture of its number in the folder; and how many pictures are of no ticket of it. Errors: the journal's.
[[nodiscard]] Result<int> countWrongSlips(const Places& kiosk, const std::map<TicketId, Number>& issued);

} // namespace anjungan
