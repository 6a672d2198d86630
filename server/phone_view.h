// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/crypto.h"
#include "core/site.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anjungan {

enum class PhoneState {
    Waiting,
    Held, ///< of a leg alone: its turn waits while the citizen is at another counter
    Called,
    Serving,
    Parked,
    Missed,
    Finished,
    Cancelled,
    DayOver,
    UnknownYet, ///< signed by a device of this site that was alone: the log does not hold it yet
    Refused,    ///< nobody's ticket here
};

/// `waiting`, `held`, `called`, `serving`, `parked`, `missed`, `finished`, `cancelled`, `day-over`,
/// `unknown-yet`, `refused`.
[[nodiscard]] std::string_view nameOf(PhoneState state);

/// One leg of the ticket. Never its service or agency: a link may be forwarded.
struct PhoneLeg
{
    PhoneState state = PhoneState::Waiting;
    std::string counter; ///< its label, while called or serving, and where it was missed; else empty
    Text zone;           ///< of that counter, else where the queue's citizens wait; may be empty
    int floor = 1;       ///< of the zone
    // Only while it waits, and the citizen is at no other counter.
    std::optional<int> ahead;
    std::optional<std::chrono::minutes> waitMin; ///< nothing: no counter is open
    std::optional<std::chrono::minutes> waitMax; ///< 0: at once
};

/// What a citizen's phone shows of one ticket. Nothing personal: number, counter, place and range.
struct PhoneView
{
    PhoneState state = PhoneState::Refused;
    Instant at{}; ///< when it was so; not part of the JSON
    bool training = false;
    Text siteName;   ///< this and the next two are empty where no
    Text siteRegion; ///< catalogue is published
    Text helpPlace;
    TimeZone timeZone = TimeZone::Wib;
    std::optional<Number> number;       ///< nothing where refused
    std::optional<Day> day;             ///< of the ticket
    std::vector<PhoneLeg> legs;         ///< as issued; empty unless the log holds the ticket
    std::optional<std::size_t> current; ///< the leg that matters now
    int calls = 0;                      ///< calls and recalls of all legs: one more is a new call
    bool mayContinue = false;           ///< left waiting: a later opening gives a number to go on with

    [[nodiscard]] const PhoneLeg* currentLeg() const { return current ? &legs[*current] : nullptr; }
};

/// Of a ticket by its id. One that the log holds no more, or does not hold yet, is `Refused`: who asks by id
/// alone has shown no signature.
[[nodiscard]] PhoneView phoneViewOf(const Site& site, const TicketId& ticket, Instant now);

/// Of what a slip's QR holds (core/token.h): a bare token, or one at the end of a path. `Refused` where it
/// cannot be read, names another site, or is not signed by a device that the log knows.
[[nodiscard]] PhoneView phoneViewOf(const Site& site, std::string_view token, const Verifier& verifier,
                                    Instant now);

/// One JSON object; equal for equal views at whatever moment, so that its hash can say *not modified*. The
/// clock is therefore not in it: the page takes the time of every answer from the header `Date`.
///
///     {"state": "waiting", "number": "A-012", "day": "2026-11-23", "calls": 0, "mayContinue": false,
///      "zone": {"name": "WIB", "offset_h": 7}, "current": 0,
///      "legs": [{"state": "waiting", "ahead": 5, "wait_min": [10, 20], "counter": "", "floor": 1}],
///      "text": {"id": {…}, "en": {…}}}
///
/// `number`, `day` and `current` are missing where the view has none; `wait_min` where no counter is open;
/// `ahead` unless the leg waits. `text` holds the words of `PhoneText` (phone_words.h) in each language.
/// `<`, `>` and `&` are written as escapes: the text may stand inside an HTML document as it is.
[[nodiscard]] std::string toJsonText(const PhoneView& view);

/// A strong entity tag, quotes included.
[[nodiscard]] std::string entityTagOf(std::string_view json, const Hasher& hasher);

} // namespace anjungan
