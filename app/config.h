// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "core/result.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace anjungan {

/// What one machine is told, by one TOML file. A default-constructed Config is what no file gives.
/// Every key, its unit, its default and its bounds are written in resources/anjungan.toml.
struct Config
{
    struct Site
    {
        std::filesystem::path catalogue; ///< empty: the sample that is built in
        bool operator==(const Site&) const = default;
    };
    struct Server
    {
        std::string url; ///< `https://host:port`, several with spaces; empty: decided in this process
        std::filesystem::path authority; ///< the PEM file of the certificate authority that is trusted
        bool operator==(const Server&) const = default;
    };
    struct Device
    {
        DeviceId name = *DeviceId::parse("kiosk-1");
        std::uint8_t series = 1; ///< of the numbers it gives when alone, 1 to 9
        bool operator==(const Device&) const = default;
    };
    struct Data
    {
        std::filesystem::path directory{};  ///< empty: see `dataDirectory`
        std::filesystem::path numberMark{}; ///< empty: in the data directory
        int keepDays = 0;                   ///< events older than that are removed at the start; 0: none
        bool operator==(const Data&) const = default;
    };
    struct Kiosk
    {
        std::chrono::seconds idle{60};    ///< without a touch, before the warning
        std::chrono::seconds warning{20}; ///< how long the warning stands before all is cleared
        std::chrono::seconds ticketScreen{30};
        int panelDiagonalInches = 32;
        bool operator==(const Kiosk&) const = default;
    };
    struct Counter
    {
        std::optional<CounterId> name;       ///< nothing: staff choose at the start
        std::chrono::seconds finishGuard{3}; ///< "finish and call next" is refused so long after a call
        bool operator==(const Counter&) const = default;
    };
    struct Display
    {
        std::optional<ZoneId> zone; ///< nothing: every zone
        int panelDiagonalInches = 43;
        int recentCount = 6;
        bool operator==(const Display&) const = default;
    };
    struct Print
    {
        enum class Printer { Folder, Cups };

        Printer printer = Printer::Folder;
        std::string queue;            ///< of CUPS; empty only where the printer is a folder
        std::filesystem::path folder; ///< empty: `slips` in the data directory
        int paperWidthMm = 80;        ///< 80 or 58
        bool operator==(const Print&) const = default;
    };
    struct Phone
    {
        std::string publicHost; ///< `host` or `host:port`; empty: slips carry the bare token
        bool operator==(const Phone&) const = default;
    };
    struct Voice
    {
        enum class Reading { Digits, Whole };

        bool enabled = true;
        int repetitions = 2; ///< how often a call is said
        Reading reading = Reading::Digits;
        std::string device;           ///< empty: the system's default output
        std::filesystem::path folder; ///< not empty: WAV files there instead of sound
        int rateWordsPerMinute = 140;
        bool operator==(const Voice&) const = default;
    };
    /// Colours as `#rrggbb`; empty: the design system's own.
    struct Look
    {
        std::string primary;
        std::string primaryDeep;
        std::string primaryTint;
        std::string accent;
        bool largeText = false; ///< from the first screen on
        bool highContrast = false;
        bool operator==(const Look&) const = default;
    };
    struct Log
    {
        enum class Level { Debug, Info, Warning, Error };

        Level level = Level::Info;
        bool operator==(const Log&) const = default;
    };

    Site site;
    Server server;
    Device device;
    Data data;
    Kiosk kiosk;
    Counter counter;
    Display display;
    Print print;
    Phone phone;
    Voice voice;
    Look look;
    Log log;

    bool operator==(const Config&) const = default;
};

inline constexpr std::size_t configBytesMax = 64 * 1024;

/// Reads a configuration; keys that it does not name keep their defaults. `name` stands in errors;
/// relative paths are taken from `base` and made whole. All or nothing. Errors: `config-invalid`, Fatal,
/// with `name:line: section.key: reason` (unknown sections and keys, wrong types, values out of bounds).
[[nodiscard]] Result<Config> parseConfig(std::string_view toml, const std::string& name,
                                         const std::filesystem::path& base);

/// Reads a file. Errors: `config-missing`, `config-unreadable`, and those of `parseConfig`.
[[nodiscard]] Result<Config> loadConfig(const std::filesystem::path& file);

/// The file a machine has where none is named: `$XDG_CONFIG_HOME/anjungan/anjungan.toml` (or below
/// `~/.config`), else `/etc/anjungan/anjungan.toml`; nothing where neither is there.
[[nodiscard]] std::optional<std::filesystem::path> findConfig();

/// Where the journal and the keys are: as configured, else `$XDG_STATE_HOME/anjungan`, else
/// `~/.local/state/anjungan`. Does not create it. Errors: `data-directory-unknown` (no such variable).
[[nodiscard]] Result<std::filesystem::path> dataDirectory(const Config::Data& data);

/// Every key with its value, in the form that `parseConfig` reads: for people who ask what is in force.
[[nodiscard]] std::string toToml(const Config& config);

} // namespace anjungan
