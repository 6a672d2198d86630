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
    }
};

/// Everything a slip shows: data, not layout. No personal data by construction.
struct Slip
{
    TicketId ticket;
    Number number;
    Language language = Language::Indonesian;
    std::string siteName;
    std::string siteRegion;
    LocalInstant issued{};
    std::vector<SlipErrand> errands;  ///< in the order of the legs
    std::vector<std::string> classes; ///< priority classes declared; may be empty
    std::string code;                 ///< what the QR holds: a link, or the bare ticket token
    bool codeIsLink = false;          ///< false: promise no phone page
    bool reprint = false;             ///< marked CETAK ULANG

    bool operator==(const Slip&) const = default;

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        field("ticket", self.ticket);
        field("number", self.number);
        field("language", self.language);
        field("siteName", self.siteName);
        field("siteRegion", self.siteRegion);
        field("issued", self.issued);
        field("errands", self.errands);
        field("classes", self.classes);
        field("code", self.code);
        field("codeIsLink", self.codeIsLink);
        field("reprint", self.reprint);
    }
};

[[nodiscard]] nlohmann::json toJson(const Slip& slip);

/// Errors: `slip-invalid` with the field.
[[nodiscard]] Result<Slip> slipFromJson(const nlohmann::json& json);

} // namespace anjungan
