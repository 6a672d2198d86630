// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace anjungan {

enum class DeviceRole { Kiosk, Counter, Display, Manager };
enum class StaffRole { Staff, Greeter, Manager };

[[nodiscard]] std::string_view textOf(DeviceRole role);
[[nodiscard]] std::string_view textOf(StaffRole role);
[[nodiscard]] std::optional<DeviceRole> parseDeviceRole(std::string_view text);
[[nodiscard]] std::optional<StaffRole> parseStaffRole(std::string_view text);

} // namespace anjungan
