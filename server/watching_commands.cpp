// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/watching_commands.h"

#include "server/catalogue_file.h"
#include "server/command_line.h"
#include "server/data_directory.h"
#include "server/upstream.h"
#include "server/watched_sites.h"
#include "storage/system_clock.h"

#include <fmt/format.h>
#include <iostream>

namespace anjungan {

namespace {

/// After so long a site's server, or the way to it, is worth a telephone call.
constexpr std::chrono::minutes silentAfter{10};

struct Words
{
    DataDirectory directory;
    ServerAddress upstream;
    std::string code;
};

int join(const Words& words)
{
    const auto catalogue = readCatalogueFile(words.directory.catalogue());
    if (!catalogue)
        return complain(catalogue.error());
    if ((*catalogue)->training)
        return complain({"training-differs", Severity::Fatal, "what people practise is not watched"});
    const auto joined =
        joinUpstream(words.directory.path, (*catalogue)->site, words.upstream, words.code, SystemClock());
    if (!joined)
        return complain(joined.error());
    std::cout << "joined: a server that is started from now on pushes its log to " << words.upstream.url
              << '\n';
    return succeed();
}

std::string lineOf(const WatchedSites::Sight& sight, Instant now)
{
    const auto silent = std::chrono::floor<std::chrono::minutes>(now - sight.heard);
    const std::string heard = sight.heard == Instant() ? "never heard"
                              : silent < silentAfter   ? "alive"
                                                       : fmt::format("SILENT for {} h {} min",
                                                                     silent.count() / 60, silent.count() % 60);
    return fmt::format("{:12} {:5} tickets {:4} waiting {:3} counters open  {}  {} {}\n", sight.site.text(),
                       sight.ticketsToday, sight.waiting, sight.countersOpen, heard, sight.name.indonesian,
                       sight.region.indonesian);
}

int tellWatched(const Words& words)
{
    const auto sites = WatchedSites::open(words.directory.watched());
    if (!sites)
        return complain(sites.error());
    for (const WatchedSites::Sight& sight : (*sites)->sights())
        std::cout << lineOf(sight, SystemClock().now());
    return succeed();
}

} // namespace

void addWatchingCommands(CLI::App& app, std::function<int()>& run)
{
    const auto words = std::make_shared<Words>();
    const auto command = [&](const char* name, const char* help, int (*does)(const Words&)) {
        CLI::App* added = app.add_subcommand(name, help);
        added->add_option("DIR", words->directory.path, "Data directory")
            ->required()
            ->check(CLI::ExistingDirectory);
        added->callback([&run, words, does] { run = [words, does] { return does(*words); }; });
        return added;
    };
    CLI::App* joining = command(
        "join", "Let another server watch this site: its log is pushed there, nothing is decided there",
        &join);
    joining->add_option("--upstream", words->upstream.url, "https://host:port of the server that watches")
        ->required();
    joining->add_option("--authority", words->upstream.authorityFile, "Its ca.crt")
        ->required()
        ->check(CLI::ExistingFile);
    joining->add_option("--code", words->code, "From its `enrol-code --role site --device SITE`")->required();
    command("watched", "The sites that are watched here, and since when one is silent", &tellWatched);
}

} // namespace anjungan
