// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/setup.h"

#include "app/event_wait.h"
#include "app/setup/site_template.h"
#include "app/station.h"
#include "face/site_follower.h"
#include "storage/file_content.h"
#include "storage/system_clock.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sstream>

namespace anjungan {

namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds contactWithin{20};
constexpr mode_t forAll = 0644;

SiteProcess::Settings serverOf(const SetupPlan& plan)
{
    SiteProcess::Settings settings;
    settings.folder = plan.folder;
    settings.address = plan.host.empty() ? "127.0.0.1" : "0.0.0.0";
    settings.port = plan.port;
    settings.host = plan.host;
    return settings;
}

SetupPlan whole(SetupPlan plan)
{
    plan.folder = fs::absolute(plan.folder).lexically_normal();
    return plan;
}

} // namespace

Setup::Setup(SetupPlan plan, Config common)
    : m_plan(whole(std::move(plan)))
    , m_common(std::move(common))
    , m_server(serverOf(m_plan))
{}

Result<void> Setup::makeSite()
{
    std::error_code error;
    if (fs::exists(m_server.data(), error))
        return failForGood("directory-exists", m_server.data().string());
    auto catalogue = catalogueOf(m_plan);
    if (!catalogue)
        return tl::unexpected(catalogue.error());
    m_catalogue = *std::move(catalogue);
    listDevices();
    const fs::path file = m_plan.folder / "catalogue.json";
    return makeFolder(m_plan.folder / "log")
        .and_then([&] { return writeFileDurably(file.string(), toJson(*m_catalogue).dump(1), {forAll}); })
        .and_then([&] { return m_server.make(file); })
        .and_then([&] { return m_server.addStaff("pengelola", "Pengelola", "manager"); })
        .map([this](const std::string& pin) { m_managerPin = pin; })
        .and_then([&] { return m_server.start(); });
}

void Setup::listDevices()
{
    for (int i = 1; i <= m_plan.kiosks; ++i)
        m_devices.push_back(
            {fmt::format("kios-{}", i), "kiosk", i, {}, i == 1 && m_plan.kioskHere, {}, false});
    int left = m_plan.counters > 0 ? m_plan.counters : static_cast<int>(m_catalogue->counters.size());
    for (const Counter& counter : m_catalogue->counters) {
        if (left-- > 0)
            m_devices.push_back({"meja-" + counter.label, "counter", 0, counter.id, false, {}, false});
    }
    for (int i = 1; i <= m_plan.displays; ++i)
        m_devices.push_back({fmt::format("papan-{}", i), "display", 0, {}, false, {}, false});
    for (Device& device : m_devices) {
        // A label may hold what a name may not.
        if (!DeviceId::parse(device.name))
            device.name = "meja-" + device.counter->text();
    }
}

Result<FirstCall> Setup::tryVisit()
{
    const fs::path folder = m_plan.folder / "percobaan";
    auto seen = tryFirstCall(m_plan.folder / "catalogue.json", configOf(m_devices.front()), folder);
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        if (entry.path().filename() != "slips")
            fs::remove_all(entry.path(), ignored);
    }
    if (!m_plan.printer.empty())
        fs::remove_all(folder, ignored);
    return seen;
}

std::filesystem::path Setup::folderOf(const Device& device) const
{
    return m_plan.folder / "devices" / device.name;
}

/// Beside its configuration lies the authority; where its data are, the machine itself knows best, unless it
/// is this one.
Config Setup::configOf(const Device& device) const
{
    Config config = m_common;
    config.server.url = m_server.url();
    config.server.authority = "ca.crt";
    config.device.name = *DeviceId::parse(device.name);
    config.device.series = static_cast<std::uint8_t>(std::max(device.series, 1));
    config.counter.name = device.counter;
    if (device.role == "kiosk" && !m_plan.printer.empty()) {
        config.print.printer = Config::Print::Printer::Cups;
        config.print.queue = m_plan.printer;
    }
    config.voice.enabled = config.voice.enabled && !m_plan.isSilent;
    if (device.isHere)
        config.data.directory = folderOf(device) / "data";
    return config;
}

Result<void> Setup::makeFolderOf(const Device& device) const
{
    const fs::path folder = folderOf(device);
    return makeFolder(folder)
        .and_then(
            [&] { return copyFileDurably(m_server.authority().string(), (folder / "ca.crt").string()); })
        .and_then([&] {
            return writeFileDurably((folder / "anjungan.toml").string(), toToml(configOf(device)), {forAll});
        });
}

Result<void> Setup::makeDevices()
{
    for (Device& device : m_devices) {
        const auto made = makeFolderOf(device).and_then([&] {
            return m_server.enrolCode(device.name, device.role, device.role == "kiosk" ? device.series : 0);
        });
        if (!made)
            return tl::unexpected(made.error());
        device.code = *made;
        if (!device.isHere)
            continue;
        if (auto enrolled = enrolHere(device); !enrolled)
            return enrolled;
    }
    return {};
}

Result<void> Setup::enrolHere(Device& device) const
{
    const auto config = loadConfig(folderOf(device) / "anjungan.toml");
    if (!config)
        return tl::unexpected(config.error());
    const Places places{config->data.directory, config->data.directory / "slips", config->voice.folder};
    const SystemClock clock;
    return makeFolder(places.data)
        .and_then([&] { return Station::enrol(*config, places, device.code, false, clock); })
        .and_then([&](const Enrolled&) { return Station::open(*config, places, clock); })
        .and_then([&](const std::unique_ptr<Station>& station) -> Result<void> {
            const SiteFollower follower(station->queue(), station->clock(), station->random(),
                                        station->device());
            const auto isThere = [&] {
                return follower.connection().connected && follower.site().catalogue();
            };
            if (!waitUntil(isThere, contactWithin))
                return failTemporarily("unreachable", device.name + ": the site's state does not come");
            device.isEnrolled = true;
            return {};
        });
}

Result<void> Setup::lookForDevices()
{
    const auto list = m_server.devices();
    if (!list)
        return tl::unexpected(list.error());
    std::istringstream lines(*list);
    for (std::string line; std::getline(lines, line);) {
        const std::string name = line.substr(0, line.find(' '));
        for (Device& device : m_devices)
            device.isEnrolled = device.isEnrolled || device.name == name;
    }
    return {};
}

bool Setup::isEverybodyThere() const
{
    return std::ranges::all_of(m_devices, [](const Device& device) { return device.isEnrolled; });
}

} // namespace anjungan
