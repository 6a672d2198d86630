// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal_command.h"

#include "storage/journal_check.h"
#include "storage/sodium.h"

#include <fmt/format.h>
#include <iostream>

namespace anjungan {

namespace {

ExitCode complain(const Error& error)
{
    fmt::print(stderr, "anjungan: {}: {}\n", error.code, error.context);
    return exitCodeOf(error);
}

} // namespace

ExitCode verifyJournalCommand(const std::string& file)
{
    const auto report = verifyJournal(file, SodiumHasher());
    if (!report)
        return complain(report.error());
    fmt::print("{} events, {} tickets, head {}.{}\n", report->events, report->tickets, report->head.epoch,
               report->head.n);
    if (report->firstTime && report->lastTime)
        fmt::print("from {} to {}\n", formatInstant(*report->firstTime), formatInstant(*report->lastTime));
    for (const JournalProblem& problem : report->problems)
        fmt::print("event {}: {}: {}\n", problem.n ? std::to_string(*problem.n) : "-", problem.code,
                   problem.reason);
    if (report->problemsLeftOut > 0)
        fmt::print("and {} more\n", report->problemsLeftOut);
    fmt::print("{}\n", report->problems.empty() ? "sound" : "NOT SOUND");
    return report->problems.empty() ? ExitCode::Done : ExitCode::CheckFailed;
}

ExitCode exportJournalCommand(const std::string& file)
{
    const auto exported = exportJournal(file, std::cout);
    if (!exported)
        return complain(exported.error());
    std::cout.flush();
    fmt::print(stderr, "{} events\n", *exported);
    return std::cout ? ExitCode::Done : ExitCode::Unusable;
}

} // namespace anjungan
