// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/command_line.h"
#include "server/init.h"
#include "server/operations_commands.h"
#include "server/site_server.h"
#include "server/staff_commands.h"
#include "server/watching_commands.h"
#include "storage/system_clock.h"

#include <charconv>
#include <CLI/CLI.hpp>
#include <csignal>
#include <iostream>
#include <poll.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <sys/signalfd.h>

namespace {

using namespace anjungan;

constexpr std::chrono::seconds tendEvery{1};

/// To the standard error, one line an entry, as the system's journal takes it.
void startLog()
{
    auto logger = spdlog::stderr_logger_mt("anjungan-server");
    logger->set_pattern(R"(time=%Y-%m-%dT%H:%M:%S.%eZ level=%l msg="%v")", spdlog::pattern_time_type::utc);
    spdlog::set_default_logger(std::move(logger));
}

/// Signals come through a descriptor, so that no handler runs in the middle of anything.
int blockSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    return ::signalfd(-1, &signals, SFD_CLOEXEC);
}

bool splitAddress(const std::string& listen, HttpServer::Settings& settings)
{
    const std::size_t colon = listen.rfind(':');
    if (colon == std::string::npos)
        return false;
    settings.address = listen.substr(0, colon);
    if (settings.address.starts_with('[') && settings.address.ends_with(']'))
        settings.address = settings.address.substr(1, settings.address.size() - 2);
    int port = -1;
    const auto [end, error] = std::from_chars(listen.data() + colon + 1, listen.data() + listen.size(), port);
    if (error != std::errc() || end != listen.data() + listen.size() || port < 0 || port > 65'535)
        return false;
    settings.port = static_cast<std::uint16_t>(port);
    return true;
}

struct ServeOptions
{
    std::string listen = "0.0.0.0:8443";
    std::string store;
    std::string backupFolder;
    std::string backupAt = "23:30";
    std::size_t backupsKept = 14;
    std::int64_t ahead_ms = 0; ///< of the server's clock before the system's
};

/// Not for people: `anjungan building` shows a site at an hour at which it is open.
void addClockOffset(CLI::App& command, std::int64_t& ahead_ms)
{
    command.add_option("--clock-offset-ms", ahead_ms)->group("");
}

CLI::App& addServeOptions(CLI::App& command, ServeOptions& serving)
{
    command.add_option("--listen", serving.listen, "ADDRESS:PORT; port 0 takes a free one")
        ->capture_default_str();
    command.add_option("--store", serving.store,
                       "postgresql://… : the log lies there, and processes on other machines stand by");
    // Not checked to be there: a disk that is not mounted must not keep the site closed.
    command.add_option("--backup-to", serving.backupFolder,
                       "A folder on another disk or machine: a backup a day is made there");
    command.add_option("--backup-at", serving.backupAt, "HH:MM, the site's time")
        ->capture_default_str()
        ->check(
            [](const std::string& text) { return parseMinute(text) ? std::string() : "HH:MM is wanted"; });
    command.add_option("--backups-kept", serving.backupsKept, "How many are kept")
        ->capture_default_str()
        ->check(CLI::Range(1, 1'000));
    addClockOffset(command, serving.ahead_ms);
    return command;
}

int serve(const DataDirectory& directory, const ServeOptions& serving)
{
    SiteServer::Options options;
    HttpServer::Settings& settings = options.http;
    options.store = serving.store;
    if (!serving.backupFolder.empty())
        options.backup =
            BackupKeeper::Settings{serving.backupFolder, *parseMinute(serving.backupAt), serving.backupsKept};
    if (!splitAddress(serving.listen, settings))
        return complain({"address-unusable", Severity::Fatal, serving.listen + ": ADDRESS:PORT is wanted"});
    const int signals = blockSignals();
    startLog();
    const SystemClock clock{std::chrono::milliseconds(serving.ahead_ms)};
    pollfd wait{signals, POLLIN, 0};
    options.mayWait = [&wait] { return ::poll(&wait, 1, 0) == 0; };
    auto server = SiteServer::start(directory, options, clock);
    if (!server && server.error().code == "closed")
        return succeed();
    if (!server)
        return complain(server.error());
    // For scripts that start it with port 0.
    std::cout << "listening on " << settings.address << ':' << (*server)->port() << std::endl;
    spdlog::info("site={} port={} up", (*server)->site().text(), (*server)->port());
    while (::poll(&wait, 1, static_cast<int>(std::chrono::milliseconds(tendEvery).count())) == 0) {
        (*server)->tend();
        if ((*server)->isLost())
            return complain({"not-owner", Severity::Fatal, "another process serves the site now"});
    }
    spdlog::info("asked to stop: finishing what is under way");
    return succeed();
}

int makeDirectory(const DataDirectory& directory, const InitOptions& init)
{
    const auto made = initDirectory(directory, init);
    if (!made)
        return complain(made.error());
    std::cout << "made " << directory.path.string() << "\ngive each device "
              << directory.certificate().authority.string() << "\nthe manager signs in as `" << firstManager
              << "` with the PIN " << *made << ", once\n";
    return succeed();
}

void addEnrolOptions(CLI::App& command, EnrolOptions& enrol)
{
    command.add_option("--device", enrol.device, "The device's name: a-z 0-9 -")->required();
    command.add_option("--role", enrol.role, "What it is")
        ->required()
        ->check(CLI::IsMember({"kiosk", "counter", "display", "manager", "site"}));
    command.add_option("--series", enrol.series, "A kiosk's own series of numbers, for when it is alone")
        ->check(CLI::Range(0, 9));
    addClockOffset(command, enrol.ahead_ms);
}

} // namespace

int main(int argc, char** argv)
{
    CLI::App app("The central server of a Mal Pelayanan Publik: one queue for many machines.",
                 "anjungan-server");
    app.set_version_flag("--version", ANJUNGAN_VERSION);
    app.require_subcommand(1);
    std::function<int()> run;
    DataDirectory directory;
    const auto command = [&](const char* name, const char* words) {
        CLI::App* added = app.add_subcommand(name, words);
        added->add_option("DIR", directory.path, "Data directory")->required();
        return added;
    };

    InitOptions init;
    CLI::App* initCommand = command("init", "Make a data directory: keys, certificates, catalogue");
    initCommand->add_option("--catalogue", init.catalogue, "The site's catalogue (JSON)")
        ->required()
        ->check(CLI::ExistingFile);
    initCommand->add_option("--host", init.hosts, "Name or address by which devices reach this server");
    initCommand->add_flag_callback(
        "--training", [&] { init.as = TakeAs::Training; },
        "Of a training site: the real site's catalogue, marked, opened all week");
    initCommand->callback([&] { run = [&] { return makeDirectory(directory, init); }; });

    ServeOptions serving;
    addServeOptions(*command("serve", "Serve the site until asked to stop"), serving).callback([&] {
        run = [&] { return serve(directory, serving); };
    });

    EnrolOptions enrol;
    CLI::App* codeCommand = command("enrol-code", "A one-time code by which a device enrols within the hour");
    addEnrolOptions(*codeCommand, enrol);
    codeCommand->callback([&] {
        run = [&] {
            const auto code = makeEnrolCode(directory, enrol);
            if (!code)
                return complain(code.error());
            std::cout << *code << '\n';
            return succeed();
        };
    });

    command("devices", "The devices that enrolled")->callback([&] {
        run = [&] {
            const auto list = listDevices(directory);
            if (!list)
                return complain(list.error());
            std::cout << *list;
            return succeed();
        };
    });

    std::string revoked;
    CLI::App* revokeCommand = command("revoke", "A device may speak to the server no longer, from now on");
    revokeCommand->add_option("--device", revoked, "The device's name")->required();
    revokeCommand->callback([&] {
        run = [&] {
            const auto done = revokeDevice(directory, revoked);
            return done ? succeed() : complain(done.error());
        };
    });

    addStaffCommands(app, run);
    addOperations(app, run);
    addWatchingCommands(app, run);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& problem) {
        const int code = app.exit(problem);
        return code == 0 ? 0 : static_cast<int>(Exit::Usage);
    }
    return run();
}
