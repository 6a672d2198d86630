// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/house/house_check.h"

#include "storage/journal_check.h"
#include "storage/sodium.h"
#include "storage/sqlite_journal.h"
#include "storage/sqlite_print_outbox.h"

#include <set>
#include <spdlog/spdlog.h>

namespace anjungan {

Result<JournalFacts> checkJournal(const std::filesystem::path& file)
{
    const SodiumHasher hasher;
    const auto report = verifyJournal(file.string(), hasher);
    if (!report)
        return tl::unexpected(report.error());
    for (const JournalProblem& problem : report->problems)
        spdlog::error("journal: {} {}", problem.code, problem.reason);
    if (!report->problems.empty())
        return failForGood("journal-unsound", file.string());
    SodiumHasher chain;
    auto journal = SqliteJournal::open(file.string(), chain);
    if (!journal)
        return tl::unexpected(journal.error());
    JournalFacts facts;
    const auto read = (*journal)->read({}, [&facts](const Event& event) -> Result<void> {
        facts.duplicates.take(event);
        if (const auto* issued = std::get_if<TicketIssued>(&event.body))
            facts.issued[event.act.actor.device].emplace(issued->ticket, issued->number);
        return {};
    });
    if (!read)
        return tl::unexpected(read.error());
    return facts;
}

Result<int> countWrongSlips(const Places& kiosk, const std::map<TicketId, Number>& issued)
{
    SodiumHasher hasher;
    const auto journal = SqliteJournal::open(kiosk.journal().string(), hasher);
    if (!journal)
        return tl::unexpected(journal.error());
    auto outbox = SqlitePrintOutbox::open(kiosk.journal().string());
    if (!outbox)
        return tl::unexpected(outbox.error());
    std::set<std::string> pictures;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(kiosk.slips, error))
        pictures.insert(entry.path().filename().string());

    int wrong = 0;
    for (const auto& [ticket, number] : issued) {
        const auto row = outbox->newestOf(ticket);
        if (!row)
            return tl::unexpected(row.error());
        const bool isOnce = *row && !(*row)->slip.reprint && (*row)->attempts == 1 &&
                            (*row)->problem.empty() &&
                            ((*row)->state == SlipState::Printed || (*row)->state == SlipState::HandedOver);
        const bool isPictured = pictures.erase(number.text() + ".png") == 1;
        if (!isOnce || !isPictured)
            spdlog::error("the slip of {} is not there exactly once", number.text());
        wrong += isOnce && isPictured ? 0 : 1;
    }
    for (const std::string& stray : pictures)
        spdlog::error("a slip of nobody: {}", stray);
    return wrong + static_cast<int>(pictures.size());
}

} // namespace anjungan
