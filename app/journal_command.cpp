// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal_command.h"

#include "app/journal_stats_text.h"
#include "storage/journal_backup.h"
#include "storage/journal_check.h"
#include "storage/journal_prune.h"
#include "storage/journal_repair.h"
#include "storage/journal_stats.h"
#include "storage/sodium.h"

#include <fmt/format.h>
#include <iostream>

namespace anjungan {

namespace {

constexpr int keepDaysMax = 36'500;

ExitCode complain(const Error& error)
{
    fmt::print(stderr, "anjungan: {}: {}\n", error.code, error.context);
    return exitCodeOf(error);
}

/// Tells what a check found, and whether all is well.
ExitCode tell(const JournalReport& report)
{
    fmt::print("{} events, {} tickets, head {}.{}\n", report.events, report.tickets, report.head.epoch,
               report.head.n);
    if (report.beginning.n > 0)
        fmt::print("pruned: the log begins after {}.{}\n", report.beginning.epoch, report.beginning.n);
    if (report.checkpoints > 0)
        fmt::print("{} checkpoints\n", report.checkpoints);
    if (report.firstTime && report.lastTime)
        fmt::print("from {} to {}\n", formatInstant(*report.firstTime), formatInstant(*report.lastTime));
    for (const JournalProblem& problem : report.problems)
        fmt::print("event {}: {}: {}\n", problem.n ? std::to_string(*problem.n) : "-", problem.code,
                   problem.reason);
    if (report.problemsLeftOut > 0)
        fmt::print("and {} more\n", report.problemsLeftOut);
    fmt::print("{}\n", report.problems.empty() ? "sound" : "NOT SOUND");
    return report.problems.empty() ? ExitCode::Done : ExitCode::CheckFailed;
}

ExitCode verify(const std::string& file)
{
    const auto report = verifyJournal(file, SodiumHasher());
    return report ? tell(*report) : complain(report.error());
}

ExitCode exportAll(const std::string& file)
{
    const auto exported = exportJournal(file, std::cout);
    if (!exported)
        return complain(exported.error());
    std::cout.flush();
    fmt::print(stderr, "{} events\n", *exported);
    return std::cout ? ExitCode::Done : ExitCode::Unusable;
}

ExitCode stats(const std::string& file, bool asJson)
{
    const auto figures = statsOfJournal(file);
    if (!figures)
        return complain(figures.error());
    fmt::print("{}\n", asJson ? jsonOf(*figures) : textOf(*figures));
    return ExitCode::Done;
}

ExitCode backup(const std::string& file, const std::string& target)
{
    const auto report = backupJournal(file, target, SodiumHasher());
    if (!report)
        return complain(report.error());
    const ExitCode code = tell(*report);
    if (code == ExitCode::Done)
        fmt::print("backup: {}\n", target);
    else
        fmt::print("the copy is not sound and lies as {}.unsound\n", target);
    return code;
}

ExitCode prune(const std::string& file, int keepDays, bool shrinks)
{
    const auto pruned = pruneJournal(file, SodiumHasher(), std::chrono::days(keepDays), shrinks);
    if (!pruned)
        return complain(pruned.error());
    if (pruned->events == 0)
        fmt::print("nothing to remove: no checkpoint is {} days old\n", keepDays);
    else
        fmt::print("{} events, {} tickets, {} slips removed; the log begins after {}.{}\n", pruned->events,
                   pruned->tickets, pruned->slips, pruned->beginning.epoch, pruned->beginning.n);
    return ExitCode::Done;
}

ExitCode repair(const std::string& file)
{
    const auto report = repairJournal(file, SodiumHasher());
    if (!report) {
        const ExitCode code = complain(report.error());
        return report.error().code == "repair-impossible" ? ExitCode::CheckFailed : code;
    }
    if (report->wasSound) {
        fmt::print("sound, nothing to repair\n");
        return ExitCode::Done;
    }
    tell(report->before);
    fmt::print("\nmade again from the events: {} tickets, every index; checkpoints dropped: {}\n",
               report->after.tickets, report->checkpointsDropped);
    fmt::print("the journal as it was: {}\n\n", report->keptAs);
    return tell(report->after);
}

CLI::App* addCommand(CLI::App& journal, const char* name, const char* does, std::string& file)
{
    CLI::App* command = journal.add_subcommand(name, does);
    command->add_option("FILE", file, "The journal")->required();
    return command;
}

} // namespace

void addJournalCommands(CLI::App& app, std::function<ExitCode()>& run)
{
    struct Arguments
    {
        std::string file;
        std::string target;
        int keepDays = 0;
        bool flag = false;
    };
    // Shared with the callbacks, which outlive this call.
    const auto given = std::make_shared<Arguments>();
    CLI::App* journal = app.add_subcommand("journal", "Look after a journal");
    journal->require_subcommand(1);

    addCommand(*journal, "verify", "Check every event, number and hash", given->file)
        ->callback([&run, given] { run = [given] { return verify(given->file); }; });
    addCommand(*journal, "export", "Every event as a line of JSON", given->file)->callback([&run, given] {
        run = [given] { return exportAll(given->file); };
    });
    CLI::App* figures = addCommand(*journal, "stats", "How large it is and how it grows", given->file);
    figures->add_flag("--json", given->flag, "As JSON");
    figures->callback([&run, given] { run = [given] { return stats(given->file, given->flag); }; });

    CLI::App* copy =
        addCommand(*journal, "backup", "A checked copy, also while the program runs", given->file);
    copy->add_option("TARGET", given->target, "The copy; must not exist")->required();
    copy->callback([&run, given] { run = [given] { return backup(given->file, given->target); }; });

    CLI::App* removal = addCommand(*journal, "prune", "Remove what is old, up to a checkpoint", given->file);
    removal->add_option("--keep-days", given->keepDays, "What is kept at least")
        ->required()
        ->check(CLI::Range(static_cast<int>(pruneKeepMin.count()), keepDaysMax));
    removal->add_flag("--shrink", given->flag, "Give the space back to the disk, not only to the journal");
    removal->callback(
        [&run, given] { run = [given] { return prune(given->file, given->keepDays, given->flag); }; });
    addCommand(*journal, "repair", "Make everything again that follows from the events", given->file)
        ->callback([&run, given] { run = [given] { return repair(given->file); }; });
}

} // namespace anjungan
