// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/phone_view.h"
#include "server/phone_words.h"

#include <nlohmann/json.hpp>

namespace anjungan {

namespace {

using nlohmann::json;

json jsonOf(const PhoneLeg& leg)
{
    json out{{"state", nameOf(leg.state)}, {"counter", leg.counter}, {"floor", leg.floor}};
    if (leg.ahead)
        out["ahead"] = *leg.ahead;
    if (leg.waitMin && leg.waitMax)
        out["wait_min"] = {leg.waitMin->count(), leg.waitMax->count()};
    return out;
}

json jsonOf(const PhoneText& text)
{
    json facts = json::array();
    for (const PhoneFact& fact : text.facts)
        facts.push_back({{"icon", fact.icon}, {"label", fact.label}, {"value", fact.value}});
    json errands = json::array();
    for (const PhoneErrand& errand : text.errands)
        errands.push_back({{"name", errand.name},
                           {"state", errand.state},
                           {"place", errand.place},
                           {"isCurrent", errand.isCurrent}});
    return {{"mark", text.mark},     {"siteName", text.siteName},   {"siteRegion", text.siteRegion},
            {"label", text.label},   {"icon", text.icon},           {"title", text.title},
            {"body", text.body},     {"advice", text.advice},       {"deskLabel", text.deskLabel},
            {"desk", text.desk},     {"deskPlace", text.deskPlace}, {"errandsLabel", text.errandsLabel},
            {"spoken", text.spoken}, {"facts", std::move(facts)},   {"errands", std::move(errands)}};
}

/// JSON has these three only within its texts, where an escape means the same.
std::string withoutMarkup(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        if (c == '<')
            out += "\\u003c";
        else if (c == '>')
            out += "\\u003e";
        else if (c == '&')
            out += "\\u0026";
        else
            out += c;
    }
    return out;
}

} // namespace

std::string toJsonText(const PhoneView& view)
{
    json legs = json::array();
    for (const PhoneLeg& leg : view.legs)
        legs.push_back(jsonOf(leg));
    json out{{"state", nameOf(view.state)},
             {"calls", view.calls},
             {"mayContinue", view.mayContinue},
             {"zone", {{"name", nameOf(view.timeZone)}, {"offset_h", static_cast<int>(view.timeZone)}}},
             {"legs", std::move(legs)},
             {"text",
              {{"id", jsonOf(phoneTextOf(view, Language::Indonesian))},
               {"en", jsonOf(phoneTextOf(view, Language::English))}}}};
    if (view.number)
        out["number"] = view.number->text();
    if (view.day)
        out["day"] = formatDay(*view.day);
    if (view.current)
        out["current"] = *view.current;
    return withoutMarkup(out.dump(-1, ' ', false, json::error_handler_t::replace));
}

std::string entityTagOf(std::string_view text, const Hasher& hasher)
{
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string tag = "\"";
    const Hash hash = hasher.hash(text);
    for (std::size_t i = 0; i < hash.size() / 2; ++i) {
        tag += digits[hash[i] >> 4];
        tag += digits[hash[i] & 15];
    }
    return tag + '"';
}

} // namespace anjungan
