// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo.h"
#include "app/house/house_command.h"
#include "app/journal_command.h"
#include "app/setup/setup_command.h"
#include "app/single_face.h"

#include <CLI/CLI.hpp>
#include <functional>

namespace {

constexpr const char* footer =
    "Exit codes: 0 done; 1 a check failed (a fault in a journal, a visit that did not "
    "end as intended); 2 the command line; 3 the configuration or the catalogue; 4 a "
    "file, a folder, a key or the journal cannot be used.";

/// The parser answers 0 for --help and --version, and numbers of its own for everything that is wrong.
int explain(const CLI::App& app, const CLI::ParseError& problem)
{
    const int code = app.exit(problem);
    return code == 0 ? 0 : toInt(anjungan::ExitCode::Usage);
}

} // namespace

int main(int argc, char** argv)
{
    using namespace anjungan;

    CLI::App app("The queue of a Mal Pelayanan Publik: tickets, calls, displays.");
    app.name("anjungan");
    app.set_version_flag("--version", ANJUNGAN_VERSION);
    app.footer(footer);
    app.require_subcommand(1);
    std::function<ExitCode()> run;

    DemoOptions demo;
    CLI::App* demoCommand =
        app.add_subcommand("demo", "Kiosk, counter and display on one machine, with sample data");
    demoCommand->add_option("--config", demo.config, "Configuration file")->check(CLI::ExistingFile);
    demoCommand->add_flag("--headless", demo.headless, "Without a screen: visitors come by themselves");
    demoCommand->add_option("--visitors", demo.visitors, "Headless: how many come")
        ->check(CLI::Range(1, visitorsMax))
        ->capture_default_str();
    demoCommand->add_option("--out", demo.out, "Headless: folder for slips, screens, sound and journal")
        ->capture_default_str();
    demoCommand->add_option("--seed", demo.seed, "Headless: another seed, other visitors")
        ->capture_default_str();
    demoCommand->callback([&] { run = [&] { return runDemo(demo, argc, argv); }; });

    addJournalCommands(app, run);
    addHouseCommand(app, run, argc, argv);
    addSetupCommand(app, run, argc, argv);
    addFaceCommands(app, run, argc, argv);

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& problem) {
        return explain(app, problem);
    }
    return toInt(run());
}
