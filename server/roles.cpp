// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/roles.h"

#include <algorithm>
#include <array>

namespace anjungan {

namespace {

constexpr std::array<std::string_view, 5> deviceRoles{"kiosk", "counter", "display", "manager", "site"};
constexpr std::array<std::string_view, 3> staffRoles{"staff", "greeter", "manager"};

template <typename Role, std::size_t N>
std::optional<Role> parse(const std::array<std::string_view, N>& names, std::string_view text)
{
    const auto found = std::ranges::find(names, text);
    if (found == names.end())
        return std::nullopt;
    return static_cast<Role>(found - names.begin());
}

} // namespace

std::string_view textOf(DeviceRole role)
{
    return deviceRoles.at(static_cast<std::size_t>(role));
}

std::string_view textOf(StaffRole role)
{
    return staffRoles.at(static_cast<std::size_t>(role));
}

std::optional<DeviceRole> parseDeviceRole(std::string_view text)
{
    return parse<DeviceRole>(deviceRoles, text);
}

std::optional<StaffRole> parseStaffRole(std::string_view text)
{
    return parse<StaffRole>(staffRoles, text);
}

} // namespace anjungan
