// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace anjungan {

/// Site: not a machine of this site but another site's server, which is watched here.
enum class DeviceRole { Kiosk, Counter, Display, Manager, Site };
enum class StaffRole { Staff, Greeter, Manager };

[[nodiscard]] std::string_view textOf(DeviceRole role);
[[nodiscard]] std::string_view textOf(StaffRole role);
[[nodiscard]] std::optional<DeviceRole> parseDeviceRole(std::string_view text);
[[nodiscard]] std::optional<StaffRole> parseStaffRole(std::string_view text);

} // namespace anjungan
