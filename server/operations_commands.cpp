// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/operations_commands.h"

#include "server/catalogue_file.h"
#include "server/command_line.h"
#include "server/diagnosis.h"
#include "server/restore.h"
#include "storage/sodium.h"
#include "storage/system_clock.h"

#include <fmt/format.h>
#include <iostream>
#include <iterator>
#include <memory>

namespace anjungan {

namespace {

/// What the commands were given; shared by their callbacks, and as long-lived as they.
struct Words
{
    DataDirectory directory;
    std::string to;
    std::string backup;
    std::string mark;
    std::string file;
    int numbersAbove = -1;
    bool training = false;

    [[nodiscard]] TakeAs takeAs() const { return training ? TakeAs::Training : TakeAs::Written; }
    [[nodiscard]] LostNumbers lost() const
    {
        LostNumbers lost{mark, std::nullopt};
        if (numbersAbove >= 0)
            lost.above = static_cast<std::uint16_t>(numbersAbove);
        return lost;
    }
};

int complainOfRestore(const Error& error)
{
    const int code = complain(error);
    if (error.code == "numbers-doubtful")
        std::cerr << "Numbers given after the backup are with citizens, and must not be given again. Either\n"
                     "  --mark FILE        numbers.mark of the lost server, if it can still be read, or\n"
                     "  --numbers-above N  the highest number anybody holds today (see a ticket; 0: none\n"
                     "                     was given after the backup)\n";
    return code;
}

std::string logText(const BackupReport& report)
{
    if (!report.hasLog)
        return "without a log: it lies in PostgreSQL, or nothing was served yet";
    return fmt::format("log {}.{}, {} events, {} tickets{}", report.head.epoch, report.head.n, report.events,
                       report.tickets,
                       report.lastTime ? ", the last event at " + formatInstant(*report.lastTime) : "");
}

int backUp(const Words& words)
{
    const auto report = backupSite(words.directory, words.to, SodiumHasher(), SystemClock().now());
    if (!report)
        return complain(report.error());
    fmt::print("backed up to {}\n{}, {} bytes, checked\nit holds the site's keys: keep it where nobody else "
               "reads\n",
               report->path.string(), logText(*report), report->bytes);
    return succeed();
}

constexpr const char* whatFollows =
    "At the next start the log goes on in a new epoch: every device that saw what the backup lacks takes\n"
    "the state anew by itself, and enrolled devices stay enrolled. Tickets issued after the backup are "
    "lost:\n"
    "their holders take new numbers, and the numbers they hold are not given again.\n";

int restore(const Words& words)
{
    const auto report =
        restoreSite(words.backup, words.directory, words.lost(), SodiumHasher(), SystemClock().now());
    if (!report)
        return complainOfRestore(report.error());
    fmt::print("restored the backup of {} to {}\n{}\n{}Nothing else may serve this site now: the lost server "
               "must stay off.\n",
               formatInstant(report->made), report->path.string(), logText(*report), whatFollows);
    return succeed();
}

int noteRestore(const Words& words)
{
    const auto noted = noteRestored(words.directory, {}, words.lost(), SystemClock().now());
    if (!noted)
        return complainOfRestore(noted.error());
    fmt::print("noted.\n{}", whatFollows);
    return succeed();
}

int check(const Words& words)
{
    const auto report = verifyBackup(words.backup, SodiumHasher());
    if (!report)
        return complain(report.error());
    fmt::print("sound: made {}, {}\n", formatInstant(report->made), logText(*report));
    return succeed();
}

int importFile(const Words& words)
{
    const auto imported = importCatalogue(words.directory, words.file, words.takeAs());
    if (!imported)
        return complain(imported.error());
    fmt::print("catalogue {} is in the directory: a server that runs publishes it within seconds, or, while\n"
               "citizens wait where it has no counter, once the day is over (its log says so)\n",
               (*imported)->version);
    return succeed();
}

int exportFile(const Words& words)
{
    const auto text = exportCatalogue(words.directory);
    if (!text)
        return complain(text.error());
    std::cout << *text;
    return succeed();
}

int tellState(const Words& words)
{
    std::string metrics;
    if (words.file == "-")
        metrics.assign(std::istreambuf_iterator<char>(std::cin), {});
    std::cout << diagnose(words.directory, ANJUNGAN_VERSION, metrics, SodiumHasher(), SystemClock());
    return succeed();
}

void addLost(CLI::App* command, Words& words)
{
    auto* mark =
        command->add_option("--mark", words.mark, "The lost server's numbers.mark")->check(CLI::ExistingFile);
    command
        ->add_option("--numbers-above", words.numbersAbove,
                     "The highest number of any prefix that a citizen holds today; 0: none since the backup")
        ->check(CLI::Range(0, static_cast<int>(Number::valueMax)))
        ->excludes(mark);
}

} // namespace

void addOperations(CLI::App& app, std::function<int()>& run)
{
    const auto words = std::make_shared<Words>();
    const auto add = [&](CLI::App& to, const char* name, const char* help, int (*act)(const Words&)) {
        CLI::App* command = to.add_subcommand(name, help);
        command->callback([words, act, &run] { run = [words, act] { return act(*words); }; });
        return command;
    };

    CLI::App* backup =
        add(app, "backup", "Copy a data directory, also while it is served, and check the copy", &backUp);
    backup->add_option("DIR", words->directory.path, "Data directory")->required();
    backup->add_option("--to", words->to, "A folder to make the backup in, or the backup's own name")
        ->required();

    CLI::App* verify = add(app, "verify-backup", "Read a whole backup and say whether it is sound", &check);
    verify->add_option("BACKUP", words->backup, "What `backup` made")->required();

    CLI::App* back = add(app, "restore", "Make a data directory from a backup, after checking it", &restore);
    back->add_option("BACKUP", words->backup, "What `backup` made")->required();
    back->add_option("--to", words->directory.path, "Data directory to make; not there, or empty")
        ->required();
    addLost(back, *words);

    CLI::App* note =
        add(app, "restored", "Say that the log was put back by other means: a database's own", &noteRestore);
    note->add_option("DIR", words->directory.path, "Data directory")->required();
    addLost(note, *words);

    CLI::App* catalogue = app.add_subcommand("catalogue", "The site's services, queues and counters");
    catalogue->require_subcommand(1);
    CLI::App* in = add(*catalogue, "import", "Check a catalogue and publish it", &importFile);
    in->add_option("DIR", words->directory.path, "Data directory")->required();
    in->add_option("FILE", words->file, "The catalogue (JSON), of a higher version")->required();
    in->add_flag("--training", words->training, "Into a training site: the real site's, opened all week");
    CLI::App* out = add(*catalogue, "export", "Write the published catalogue to the output", &exportFile);
    out->add_option("DIR", words->directory.path, "Data directory")->required();

    CLI::App* tell = add(app, "diagnose",
                         "Write the server's state as JSON, without personal data or secrets", &tellState);
    tell->add_option("DIR", words->directory.path, "Data directory")->required();
    tell->add_option("--metrics", words->file, "-: take what /metrics said from the input")
        ->check(CLI::IsMember({"-"}));
}

} // namespace anjungan
