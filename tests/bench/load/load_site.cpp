// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/load/load_site.h"

#include "server/init.h"
#include "storage/system_clock.h"
#include "support/catalogues.h"
#include "sync/event_stream.h"

#include <fmt/format.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace anjungan::load {

namespace {

using nlohmann::json;

constexpr std::chrono::seconds startWithin{20};

template <typename T>
T orThrow(Result<T> result)
{
    if (!result)
        throw std::runtime_error(result.error().code + ' ' + result.error().context);
    if constexpr (!std::is_void_v<T>)
        return *std::move(result);
}

/// The tests' tiny site, open day and night, with as many counters as are wanted, and so many queues that
/// their numbers last: each gives 999 a day.
std::string catalogueText(int counters)
{
    json catalogue = json::parse(readProjectFile("tests/data/tiny_catalogue.json"));
    json hours;
    for (const char* day : {"mon", "tue", "wed", "thu", "fri", "sat", "sun"})
        hours[day] = json::array({json::array({"00:00", "23:59"})});
    catalogue["hours"] = hours;
    catalogue["closures"] = json::array();
    for (json& agency : catalogue["agencies"])
        agency.erase("hours");
    json queues = json::array();
    json services = json::array();
    for (int i = 0; i < LoadSite::services; ++i) {
        json queue = catalogue["queues"][0];
        queue["id"] = fmt::format("antre-{}", i + 1);
        queue["prefix"] = fmt::format("{:c}{:c}", 'A' + i / 26, 'A' + i % 26);
        queues.push_back(queue);
        json service = catalogue["services"][0];
        service["id"] = LoadSite::serviceAt(i).text();
        service["queue"] = queue["id"];
        services.push_back(service);
    }
    json all = json::array();
    for (int i = 0; i < counters; ++i) {
        json counter = catalogue["counters"][0];
        counter["queues"] = json::array();
        for (int q = 0; q < LoadSite::services; ++q) {
            if (q % counters == i)
                counter["queues"].push_back(queues[static_cast<std::size_t>(q)]["id"]);
        }
        counter["id"] = LoadSite::counterAt(static_cast<std::size_t>(i)).text();
        counter["label"] = std::to_string(i + 101);
        all.push_back(counter);
    }
    catalogue["counters"] = all;
    catalogue["queues"] = queues;
    catalogue["services"] = services;
    catalogue["agencies"].erase(1);
    catalogue["zones"].erase(1);
    return catalogue.dump();
}

} // namespace

StaffId LoadSite::staffAt(std::size_t counter)
{
    return *StaffId::parse(fmt::format("petugas-{}", counter + 1));
}

CounterId LoadSite::counterAt(std::size_t counter)
{
    return *CounterId::parse(fmt::format("muat-{}", counter + 1));
}

ServiceId LoadSite::serviceAt(int index)
{
    return *ServiceId::parse(fmt::format("layanan-{}", index + 1));
}

LoadSite::LoadSite(Options options, int kiosks, int counters, int others)
    : m_options(std::move(options))
    , m_directory{m_folder.path("server")}
{
    const std::string catalogue = m_folder.path("catalogue.json");
    std::ofstream(catalogue) << catalogueText(counters);
    orThrow(initDirectory(m_directory, {catalogue, {}}));
    enrolAll(kiosks, counters, others);
    m_port = tests::freePort();
    start();
}

void LoadSite::enrolAll(int kiosks, int counters, int others)
{
    SodiumHasher hasher;
    SystemRandom random;
    const Instant now = SystemClock().now();
    const auto devices = orThrow(DeviceRegistry::open(m_directory.access(), hasher, random));
    const auto staff = orThrow(StaffRegistry::open(m_directory.access()));
    const auto enrol = [&](const char* name, int count, DeviceRole role, std::vector<LoadDevice>& into) {
        for (int i = 0; i < count; ++i) {
            const DeviceId device = *DeviceId::parse(fmt::format("{}-{}", name, i + 1));
            const std::string code = orThrow(devices->makeCode({device, role, 0}, now));
            into.push_back({device, orThrow(devices->enrol(code, now)).token});
        }
    };
    enrol("kios", kiosks, DeviceRole::Kiosk, m_kiosks);
    enrol("loket", counters, DeviceRole::Counter, m_counters);
    enrol("papan", others, DeviceRole::Display, m_others);
    for (std::size_t i = 0; i < m_counters.size(); ++i) {
        orThrow(staff->put({staffAt(i), "Petugas", StaffRole::Staff, false}, "271828"));
        orThrow(staff->signIn(staffAt(i), m_counters[i].device, "271828", "314159", now));
    }
}

void LoadSite::start()
{
    std::vector<std::string> arguments{m_options.program, "serve", m_directory.path.string(), "--listen",
                                       fmt::format("127.0.0.1:{}", m_port)};
    if (!m_options.store.empty()) {
        arguments.push_back("--store");
        arguments.push_back(m_options.store);
    }
    std::vector<std::string> environment;
    if (m_options.syncDelay_ms > 0) {
        environment.push_back("LD_PRELOAD=" + m_options.slowSync);
        environment.push_back(fmt::format("SLOW_SYNC_MS={}", m_options.syncDelay_ms));
    }
    m_server = std::make_unique<tests::Program>(arguments, m_folder.path("server.log"), environment);
    if (!tests::waitUntil([&] { return tests::answers(m_port); }, startWithin))
        throw std::runtime_error("the server does not answer:\n" +
                                 std::string(std::istreambuf_iterator<char>(*std::make_unique<std::ifstream>(
                                                 m_folder.path("server.log"))),
                                             {}));
}

void LoadSite::stop()
{
    m_server->end();
    m_server.reset();
}

ServerAddress LoadSite::address() const
{
    return {fmt::format("https://127.0.0.1:{}", m_port), m_directory.certificate().authority.string()};
}

std::vector<Event> LoadSite::log()
{
    const SystemClock clock;
    HttpClient http(address(), clock);
    std::vector<Event> events;
    bool isWhole = false;
    EventStream frames([&](const EventStream::Frame& frame) {
        if (frame.event == "connection")
            isWhole = true;
        else
            events.push_back(orThrow(eventFromJson(json::parse(frame.data))));
    });
    HttpClient::Stream stream;
    stream.path = "/v1/sites/contoh/log?after=0.0";
    stream.token = m_kiosks.front().token;
    stream.piece = [&](std::string_view piece) { return frames.take(piece) && !isWhole; };
    bool ended = false;
    stream.ended = [&](const auto&) { ended = true; };
    http.open(std::move(stream));
    while (!ended)
        http.work(std::chrono::milliseconds(100));
    if (!isWhole)
        throw std::runtime_error("the log cannot be read");
    return events;
}

double LoadSite::memory_MiB() const
{
    std::ifstream status(fmt::format("/proc/{}/status", m_server->pid()));
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmRSS:"))
            return std::stod(line.substr(6)) / 1024;
    }
    return 0;
}

std::uintmax_t LoadSite::journalBytes() const
{
    return std::filesystem::file_size(m_directory.journal());
}

} // namespace anjungan::load
