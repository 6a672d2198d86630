// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/phone_view.h"

namespace anjungan {

/// A line with an icon: "Perkiraan tunggu", "10–20 menit".
struct PhoneFact
{
    std::string icon; ///< `clock`, `people`, `place`
    std::string label;
    std::string value;
};

/// One leg in the list of several: "Layanan ke-2", "Menunggu", "Zona 1, lantai 1".
struct PhoneErrand
{
    std::string name;
    std::string state;
    std::string place; ///< may be empty
    bool isCurrent = false;
};

/// The words of a phone page in one language. Plain text: whoever writes HTML escapes it.
struct PhoneText
{
    std::string mark; ///< of a training, above everything; else empty
    std::string siteName;
    std::string siteRegion;
    std::string label; ///< above the number
    std::string icon;  ///< beside the title: `done`, `alert`, `pause`, `clock`; empty for none
    std::string title;
    std::string body;
    std::string advice;    ///< may be empty
    std::string deskLabel; ///< above the counter's label
    std::string desk;      ///< the counter's label, while called or serving; else empty
    std::string deskPlace; ///< "Ruang depan, lantai 1"
    std::string errandsLabel;
    std::string spoken; ///< the whole in one sentence, for who listens
    std::vector<PhoneFact> facts;
    std::vector<PhoneErrand> errands; ///< empty where there is one leg only
};

[[nodiscard]] PhoneText phoneTextOf(const PhoneView& view, Language language);

/// "09.41" in Indonesian, "09:41" in English.
[[nodiscard]] std::string clockText(Instant at, TimeZone zone, Language language);

/// "WIB", "WITA", "WIT".
[[nodiscard]] std::string_view nameOf(TimeZone zone);

} // namespace anjungan
