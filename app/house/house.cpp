// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/house/house.h"

#include "app/rehearsal/staffing.h"
#include "app/sample_site.h"
#include "storage/journal_stats.h"

#include <fmt/format.h>
#include <fstream>
#include <QCoreApplication>

namespace anjungan {

namespace {

namespace fs = std::filesystem;

constexpr int kioskCount = 2;
constexpr int displayCount = 2;
/// Their PINs for the first sign-in: nobody is told them by a letter here.
constexpr const char* peopleFile = "people.txt";
constexpr const char* managerName = "manager";

Result<void> writeText(const fs::path& file, const std::string& text)
{
    std::ofstream out(file, std::ios::binary);
    out << text;
    out.close();
    if (!out)
        return failForGood("folder-unusable", file.string());
    return {};
}

} // namespace

House::House(const HouseOptions& options, const Config& config)
    : m_folder(fs::absolute(options.out).lexically_normal())
    , m_config(config)
    , m_headless(options.headless)
{}

Result<std::unique_ptr<House>> House::open(const HouseOptions& options, const Config& config)
{
    std::unique_ptr<House> house(new House(options, config));
    const auto opened = house->openServer().and_then([&]() -> Result<void> {
        for (const Device& device : house->m_faces) {
            if (auto enrolled = house->enrol(device); !enrolled)
                return enrolled;
        }
        return house->openManager();
    });
    if (!opened)
        return tl::unexpected(opened.error());
    return house;
}

Result<void> House::openServer()
{
    std::error_code error;
    if (m_headless && fs::exists(m_folder / "server", error))
        return failForGood("directory-exists", (m_folder / "server").string() + ": name another folder");
    if (auto made = makeFolder(m_folder / "log"); !made)
        return made;
    const auto text = readCatalogueText(m_config.site.catalogue);
    const auto catalogue = text.and_then(&sharedCatalogue);
    if (!catalogue)
        return tl::unexpected(catalogue.error());
    furnish(**catalogue);

    Instant from = SystemClock().now();
    const fs::path journal = m_folder / "server" / "journal.db";
    if (const auto stats = statsOfJournal(journal.string()); stats && stats->lastTime)
        from = std::max(from, *stats->lastTime);
    m_ahead = openHours(**catalogue, from, m_headless) - SystemClock().now();
    m_clock = std::make_unique<SystemClock>(m_ahead);
    m_server = std::make_unique<SiteProcess>(SiteProcess::Settings{.folder = m_folder, .ahead = m_ahead});
    const fs::path catalogueFile = m_folder / "catalogue.json";
    const bool isNew = !fs::exists(m_folder / "server", error);
    return writeText(catalogueFile, *text)
        .and_then([&] { return m_server->make(catalogueFile); })
        .and_then([&] { return isNew ? enlistStaff() : Result<void>(); })
        .and_then([&] { return m_server->start(); });
}

Result<void> House::enlistStaff()
{
    std::string list;
    for (const SamplePerson& person : samplePeople) {
        const auto pin = m_server->addStaff(person.id, person.name);
        if (!pin)
            return tl::unexpected(pin.error());
        m_pins[*StaffId::parse(person.id)] = *pin;
        list += fmt::format("{:14} {}\n", person.name, *pin);
    }
    return writeText(m_folder / peopleFile, list);
}

/// Two kiosks, as many counters as are staffed, two boards of which one speaks.
void House::furnish(const Catalogue& catalogue)
{
    for (int i = 1; i <= kioskCount; ++i)
        m_faces.push_back({fmt::format("kiosk-{}", i), "kiosk", i, std::nullopt, false});
    for (const CounterId& counter : countersToStaff(catalogue))
        m_faces.push_back({fmt::format("desk-{}", counter.text()), "counter", 0, counter, false});
    for (int i = 1; i <= displayCount; ++i)
        m_faces.push_back({fmt::format("display-{}", i), "display", 0, std::nullopt, i == 1});
}

Places House::placesOf(const std::string& device) const
{
    const fs::path folder = m_folder / "devices" / device;
    return {folder, folder / "slips", folder / "audio"};
}

fs::path House::configFileOf(const std::string& device) const
{
    return placesOf(device).data / "anjungan.toml";
}

Config House::configOf(const Device& device) const
{
    const Places places = placesOf(device.name);
    Config config = m_config;
    config.server.url = m_server->url();
    config.server.authority = m_server->authority();
    config.device.name = *DeviceId::parse(device.name);
    config.device.series = static_cast<std::uint8_t>(std::max(device.series, 1));
    config.data.directory = places.data;
    config.data.numberMark.clear();
    config.counter.name = device.counter;
    config.print.folder = places.slips;
    config.voice.enabled = config.voice.enabled && device.speaks;
    config.voice.folder = m_headless ? places.audio : config.voice.folder;
    return config;
}

/// The address is another one at every start of the building, so the configuration is written each time.
Result<void> House::enrol(const Device& device) const
{
    const Config config = configOf(device);
    const Places places = placesOf(device.name);
    if (auto written = makeFolder(places.data).and_then([&] {
            return writeText(configFileOf(device.name), toToml(config));
        });
        !written)
        return written;
    std::error_code error;
    if (fs::exists(places.enrolment(), error))
        return {};
    return m_server->enrolCode(device.name, device.role, device.series)
        .and_then(
            [&](const std::string& code) { return Station::enrol(config, places, code, false, *m_clock); })
        .map([](const Enrolled&) {});
}

Result<void> House::openManager()
{
    const Device manager{managerName, managerName, 0, std::nullopt, false};
    if (auto enrolled = enrol(manager); !enrolled)
        return enrolled;
    auto station = Station::open(configOf(manager), placesOf(manager.name), *m_clock);
    if (!station)
        return tl::unexpected(station.error());
    m_manager = *std::move(station);
    return {};
}

Result<void> House::startFaces(const QStringList& arguments)
{
    const fs::path program = QCoreApplication::applicationFilePath().toStdString();
    for (Device& device : m_faces) {
        device.process = std::make_unique<ChildProcess>(program, m_folder / "log" / (device.name + ".log"));
        const QStringList own{QString::fromStdString(device.role), QStringLiteral("--config"),
                              QString::fromStdString(configFileOf(device.name).string()),
                              QStringLiteral("--clock-offset-ms"), QString::number(m_ahead.count())};
        if (auto started = device.process->start(own + arguments); !started)
            return started;
    }
    return {};
}

std::vector<CounterId> House::counters() const
{
    std::vector<CounterId> counters;
    for (const Device& device : m_faces) {
        if (device.counter)
            counters.push_back(*device.counter);
    }
    return counters;
}

std::vector<std::string> House::namesOf(std::string_view role) const
{
    std::vector<std::string> names;
    for (const Device& device : m_faces) {
        if (device.role == role)
            names.push_back(device.name);
    }
    return names;
}

} // namespace anjungan
