// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"

#include <string>
#include <vector>

namespace anjungan {

/// One errand as the slip prints it, in the ticket's language.
struct SlipErrand
{
    std::string service;
    std::string agency;
    std::string zone; ///< waiting room: "Zona 1"
    int floor = 1;
    int ahead = 0;
    std::optional<std::chrono::minutes> waitMin; ///< nothing: no counter is open
    std::optional<std::chrono::minutes> waitMax;
    std::string prefix; ///< of its queue's numbers

    bool operator==(const SlipErrand&) const = default;

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        field("service", self.service);
        field("agency", self.agency);
        field("zone", self.zone);
        field("floor", self.floor);
        field("ahead", self.ahead);
        field("waitMin", self.waitMin);
        field("waitMax", self.waitMax);
        field("prefix", self.prefix);
    }
};

/// What the QR of a slip holds.
struct SlipCode
{
    std::string text;    ///< a link, or the bare ticket token
    bool isLink = false; ///< false: promise no phone page

    bool operator==(const SlipCode&) const = default;
};

/// Everything a slip shows, and of what its `SlipCode` is made (see `makeSlipCode`): data, not layout. No
/// personal data by construction.
struct Slip
{
    SiteId site;
    TicketId ticket;
    Number number;
    Language language = Language::Indonesian;
    std::string siteName;
    std::string siteRegion;
    LocalInstant issued{}; ///< in `timeZone`
    TimeZone timeZone = TimeZone::Wib;
    std::vector<SlipErrand> errands;  ///< in the order of the legs
    std::vector<std::string> classes; ///< priority classes declared; may be empty
    bool reprint = false;             ///< marked CETAK ULANG
    bool training = false;            ///< marked LATIHAN: of no worth outside a training

    bool operator==(const Slip&) const = default;

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        field("site", self.site);
        field("ticket", self.ticket);
        field("number", self.number);
        field("language", self.language);
        field("siteName", self.siteName);
        field("siteRegion", self.siteRegion);
        field("issued", self.issued);
        field("timeZone", self.timeZone);
        field("errands", self.errands);
        field("classes", self.classes);
        field("reprint", self.reprint);
        field("training", self.training, false); // slips of older programs lie in outboxes
    }
};

/// As JSON. Throws an exception of nlohmann::json where a text is not UTF-8.
[[nodiscard]] std::string toJsonText(const Slip& slip);

/// Errors: `slip-invalid` with the field.
[[nodiscard]] Result<Slip> slipFromJson(const nlohmann::json& json);

} // namespace anjungan
