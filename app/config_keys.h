// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/config.h"

#include <array>

namespace anjungan {

struct IntegerBounds
{
    std::int64_t min = 0;
    std::int64_t max = 0;
};

/// The names an enum has in the file, in the order of its values.
template <typename Enum, std::size_t N>
struct Choices
{
    std::array<std::string_view, N> names;
};

/// What a text may be, unless it is empty.
struct TextRule
{
    std::size_t lengthMax = 0;
    bool (*accepts)(std::string_view) = nullptr;
    std::string_view meaning; ///< "a colour #rrggbb": for the error
};

[[nodiscard]] bool isPlainText(std::string_view text);
[[nodiscard]] bool isColour(std::string_view text);
[[nodiscard]] bool isHost(std::string_view text);
[[nodiscard]] bool isServerUrl(std::string_view text);

/// The one list of keys: reading, writing and the documentation's test all walk it. The visitor is called
/// with section, key, field and rule; a rule is IntegerBounds, Choices, TextRule or (bool, path, name) none.
template <typename AConfig, typename Visitor>
void visitKeys(AConfig& c, Visitor&& key)
{
    constexpr TextRule colour{7, isColour, "a colour #rrggbb"};
    constexpr TextRule plain{128, isPlainText, "a name without control characters"};
    using Printer = Config::Print::Printer;
    using Reading = Config::Voice::Reading;
    using Level = Config::Log::Level;

    key("site", "catalogue", c.site.catalogue);
    key("server", "url", c.server.url, TextRule{300, isServerUrl, "https://host:port"});
    key("server", "authority", c.server.authority);
    key("device", "name", c.device.name);
    key("device", "series", c.device.series, IntegerBounds{1, 9});
    key("data", "directory", c.data.directory);
    key("data", "number-mark", c.data.numberMark);
    key("data", "keep-days", c.data.keepDays, IntegerBounds{0, 36'500});

    key("kiosk", "idle-seconds", c.kiosk.idle, IntegerBounds{15, 600});
    key("kiosk", "warning-seconds", c.kiosk.warning, IntegerBounds{20, 120});
    key("kiosk", "ticket-screen-seconds", c.kiosk.ticketScreen, IntegerBounds{5, 300});
    key("kiosk", "panel-diagonal-inches", c.kiosk.panelDiagonalInches, IntegerBounds{10, 65});

    key("counter", "name", c.counter.name);
    key("counter", "finish-guard-seconds", c.counter.finishGuard, IntegerBounds{0, 30});

    key("display", "zone", c.display.zone);
    key("display", "panel-diagonal-inches", c.display.panelDiagonalInches, IntegerBounds{15, 120});
    key("display", "recent-count", c.display.recentCount, IntegerBounds{0, 20});

    key("print", "printer", c.print.printer, Choices<Printer, 2>{{"folder", "cups"}});
    key("print", "queue", c.print.queue, plain);
    key("print", "folder", c.print.folder);
    key("print", "paper-width-mm", c.print.paperWidthMm, IntegerBounds{58, 80});

    key("phone", "public-host", c.phone.publicHost,
        TextRule{100, isHost, "a host name, with a port or without"});

    key("voice", "enabled", c.voice.enabled);
    key("voice", "repetitions", c.voice.repetitions, IntegerBounds{1, 3});
    key("voice", "reading", c.voice.reading, Choices<Reading, 2>{{"digits", "whole"}});
    key("voice", "device", c.voice.device, plain);
    key("voice", "folder", c.voice.folder);
    key("voice", "rate-words-per-minute", c.voice.rateWordsPerMinute, IntegerBounds{80, 300});

    key("look", "primary", c.look.primary, colour);
    key("look", "primary-deep", c.look.primaryDeep, colour);
    key("look", "primary-tint", c.look.primaryTint, colour);
    key("look", "accent", c.look.accent, colour);
    key("look", "large-text", c.look.largeText);
    key("look", "high-contrast", c.look.highContrast);

    key("log", "level", c.log.level, Choices<Level, 4>{{"debug", "info", "warning", "error"}});
}

} // namespace anjungan
