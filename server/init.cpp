// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/init.h"

#include "server/host_name.h"
#include "server/staff_commands.h"
#include "storage/system_clock.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/stat.h>

namespace anjungan {

namespace {

namespace fs = std::filesystem;

/// A registry with what it needs, for one act of the command line.
struct OpenRegistry
{
    SodiumHasher hasher;
    SystemRandom random;
    std::unique_ptr<DeviceRegistry> registry;

    Result<void> open(const DataDirectory& directory)
    {
        std::error_code problem;
        if (!fs::exists(directory.access(), problem))
            return failForGood("directory-unusable", directory.path.string() + ": `init` did not make it");
        auto opened = DeviceRegistry::open(directory.access(), hasher, random);
        if (!opened)
            return tl::unexpected(opened.error());
        registry = std::move(*opened);
        return {};
    }
};

} // namespace

Result<std::string> initDirectory(const DataDirectory& directory, const InitOptions& options)
{
    if (::mkdir(directory.path.c_str(), 0700) != 0)
        return failForGood(errno == EEXIST ? "directory-exists" : "directory-unusable",
                           directory.path.string() + ": " + std::generic_category().message(errno));
    const auto catalogue = takeCatalogue(options.catalogue, options.as, directory);
    if (!catalogue) {
        std::error_code ignored;
        fs::remove_all(directory.path, ignored);
        return tl::unexpected(catalogue.error());
    }
    std::vector<std::string> hosts = options.hosts;
    for (const std::string& own : {hostName(), std::string("localhost"), std::string("127.0.0.1")}) {
        if (!own.empty() && std::ranges::find(hosts, own) == hosts.end())
            hosts.push_back(own);
    }
    const CertificateFiles files = directory.certificate();
    const Instant now = SystemClock().now();
    return makeAuthority(files, (*catalogue)->site.text(), now)
        .and_then([&] { return issueCertificate(files, hosts, now); })
        .and_then(
            [&] { return SodiumSigner::loadOrCreate(directory.siteKey()).map([](const SodiumSigner&) {}); })
        .and_then([&] {
            SodiumHasher hasher;
            SystemRandom random;
            return DeviceRegistry::open(directory.access(), hasher, random)
                .and_then([&](const auto&) { return StaffRegistry::open(directory.access()); })
                .and_then([&](const auto& staff) {
                    const StaffMember manager{*StaffId::parse(firstManager), "Pengelola", StaffRole::Manager,
                                              false};
                    return giveOneTimePin(*staff, manager, random);
                });
        });
}

Result<std::string> makeEnrolCode(const DataDirectory& directory, const EnrolOptions& options)
{
    const auto device = DeviceId::parse(options.device);
    const auto role = parseDeviceRole(options.role);
    if (!device || !role || *device == DeviceId::parse(SiteServer::deviceName))
        return refuse("device-invalid", options.device);
    OpenRegistry access;
    return access.open(directory).and_then([&] {
        return access.registry->makeCode({*device, *role, static_cast<std::uint8_t>(options.series)},
                                         SystemClock(std::chrono::milliseconds(options.ahead_ms)).now());
    });
}

Result<std::string> listDevices(const DataDirectory& directory)
{
    OpenRegistry access;
    return access.open(directory)
        .and_then([&] { return access.registry->devices(); })
        .map([](const auto& devices) {
            std::string out;
            for (const EnrolledDevice& device : devices) {
                const auto since = std::chrono::floor<std::chrono::seconds>(device.enrolled);
                out += fmt::format("{:32} {:8} {} {:%FT%TZ}{}\n", device.enrolment.device.text(),
                                   textOf(device.enrolment.role), device.enrolment.series,
                                   std::chrono::sys_seconds(since), device.revoked ? " revoked" : "");
            }
            return out;
        });
}

Result<void> revokeDevice(const DataDirectory& directory, const std::string& device)
{
    const auto name = DeviceId::parse(device);
    if (!name)
        return refuse("device-invalid", device);
    OpenRegistry access;
    return access.open(directory).and_then(
        [&] { return access.registry->revoke(*name, SystemClock().now()); });
}

} // namespace anjungan
