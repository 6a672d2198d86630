// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/init.h"
#include "server/site_server.h"
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

enum class Exit { Done = 0, Failed = 1, Usage = 2, Unusable = 4 };

constexpr std::chrono::seconds tendEvery{60};

int complain(const Error& error)
{
    std::cerr << "anjungan-server: " << error.code << (error.context.empty() ? "" : ": ") << error.context
              << '\n';
    return static_cast<int>(Exit::Unusable);
}

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

int serve(const DataDirectory& directory, const std::string& listen, std::chrono::milliseconds ahead)
{
    HttpServer::Settings settings;
    if (!splitAddress(listen, settings))
        return complain({"address-unusable", Severity::Fatal, listen + ": ADDRESS:PORT is wanted"});
    const int signals = blockSignals();
    startLog();
    const SystemClock clock(ahead);
    auto server = SiteServer::start(directory, settings, clock);
    if (!server)
        return complain(server.error());
    // For scripts that start it with port 0.
    std::cout << "listening on " << settings.address << ':' << (*server)->port() << std::endl;
    spdlog::info("site={} port={} up", (*server)->site().text(), (*server)->port());
    pollfd wait{signals, POLLIN, 0};
    while (::poll(&wait, 1, static_cast<int>(std::chrono::milliseconds(tendEvery).count())) == 0)
        (*server)->tend();
    spdlog::info("asked to stop: finishing what is under way");
    return static_cast<int>(Exit::Done);
}

/// Not for people: `anjungan building` shows a site at an hour at which it is open.
void addClockOffset(CLI::App& command, std::int64_t& ahead_ms)
{
    command.add_option("--clock-offset-ms", ahead_ms)->group("");
}

void addEnrolOptions(CLI::App& command, EnrolOptions& enrol, std::int64_t& ahead_ms)
{
    command.add_option("--device", enrol.device, "The device's name: a-z 0-9 -")->required();
    command.add_option("--role", enrol.role, "What it is")
        ->required()
        ->check(CLI::IsMember({"kiosk", "counter", "display", "manager"}));
    command.add_option("--series", enrol.series, "A kiosk's own series of numbers, for when it is alone")
        ->check(CLI::Range(0, 9));
    addClockOffset(command, ahead_ms);
}

} // namespace

int main(int argc, char** argv)
{
    CLI::App app("The central server of a Mal Pelayanan Publik: one queue for many machines.");
    app.name("anjungan-server");
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
    initCommand->callback([&] {
        run = [&] {
            const auto made = initDirectory(directory, init);
            if (!made)
                return complain(made.error());
            std::cout << "made " << directory.path.string() << "\ngive each device "
                      << directory.certificate().authority.string() << '\n';
            return static_cast<int>(Exit::Done);
        };
    });

    std::string listen = "0.0.0.0:8443";
    CLI::App* serveCommand = command("serve", "Serve the site until asked to stop");
    serveCommand->add_option("--listen", listen, "ADDRESS:PORT; port 0 takes a free one")
        ->capture_default_str();
    std::int64_t ahead_ms = 0;
    addClockOffset(*serveCommand, ahead_ms);
    serveCommand->callback(
        [&] { run = [&] { return serve(directory, listen, std::chrono::milliseconds(ahead_ms)); }; });

    EnrolOptions enrol;
    CLI::App* codeCommand = command("enrol-code", "A one-time code by which a device enrols within the hour");
    addEnrolOptions(*codeCommand, enrol, ahead_ms);
    codeCommand->callback([&] {
        run = [&] {
            enrol.ahead = std::chrono::milliseconds(ahead_ms);
            const auto code = makeEnrolCode(directory, enrol);
            if (!code)
                return complain(code.error());
            std::cout << *code << '\n';
            return static_cast<int>(Exit::Done);
        };
    });

    CLI::App* devicesCommand = command("devices", "The devices that enrolled");
    devicesCommand->callback([&] {
        run = [&] {
            const auto list = listDevices(directory);
            if (!list)
                return complain(list.error());
            std::cout << *list;
            return static_cast<int>(Exit::Done);
        };
    });

    std::string revoked;
    CLI::App* revokeCommand = command("revoke", "A device may speak to the server no longer, from now on");
    revokeCommand->add_option("--device", revoked, "The device's name")->required();
    revokeCommand->callback([&] {
        run = [&] {
            const auto done = revokeDevice(directory, revoked);
            return done ? static_cast<int>(Exit::Done) : complain(done.error());
        };
    });

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& problem) {
        const int code = app.exit(problem);
        return code == 0 ? 0 : static_cast<int>(Exit::Usage);
    }
    return run();
}
