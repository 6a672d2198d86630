// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/house/house_options.h"
#include "app/house/site_process.h"
#include "app/station.h"
#include "storage/system_clock.h"

#include <map>
#include <vector>

namespace anjungan {

/// A whole building on one computer: the site's server and every machine as processes of their own, which
/// speak over HTTPS only; and the manager's device, from which the building is looked after. It lives in one
/// folder and goes on from there the next time. Needs a QGuiApplication; of one thread.
class House
{
public:
    struct Device
    {
        std::string name;
        std::string role; ///< `kiosk`, `counter`, `display`, `manager`
        int series = 0;
        std::optional<CounterId> counter;
        bool speaks = false;
        std::unique_ptr<ChildProcess> process{};
    };

    /// Makes what is not there yet, starts the server and enrols the devices. Errors: the catalogue's, those
    /// of `SiteProcess`, of `Station::enrol` and of `Station::open`.
    [[nodiscard]] static Result<std::unique_ptr<House>> open(const HouseOptions& options,
                                                             const Config& config);
    House(const House&) = delete;
    House& operator=(const House&) = delete;

    /// Starts every face with these arguments after its own. Errors: those of `ChildProcess`.
    [[nodiscard]] Result<void> startFaces(const QStringList& arguments);

    [[nodiscard]] SiteProcess& server() { return *m_server; }
    [[nodiscard]] Machine& manager() { return *m_manager; }
    [[nodiscard]] std::vector<Device>& faces() { return m_faces; }
    /// The manager's device lets go of the server.
    void dismissManager() { m_manager.reset(); }
    [[nodiscard]] std::vector<CounterId> counters() const;
    [[nodiscard]] std::vector<std::string> namesOf(std::string_view role) const;
    [[nodiscard]] Places placesOf(const std::string& device) const;
    /// For the first sign-in of those who were added now.
    [[nodiscard]] const std::map<StaffId, std::string>& pins() const { return m_pins; }

private:
    House(const HouseOptions& options, const Config& config);

    [[nodiscard]] Result<void> openServer();
    [[nodiscard]] Result<void> enlistStaff();
    void furnish(const Catalogue& catalogue);
    [[nodiscard]] Config configOf(const Device& device) const;
    [[nodiscard]] std::filesystem::path configFileOf(const std::string& device) const;
    [[nodiscard]] Result<void> enrol(const Device& device) const;
    [[nodiscard]] Result<void> openManager();

    const std::filesystem::path m_folder;
    const Config m_config;
    const bool m_headless;
    std::chrono::milliseconds m_ahead{}; ///< of the building's clocks before the system's
    std::unique_ptr<SystemClock> m_clock;
    std::unique_ptr<SiteProcess> m_server;
    std::unique_ptr<Station> m_manager;
    std::vector<Device> m_faces;
    std::map<StaffId, std::string> m_pins;
};

} // namespace anjungan
