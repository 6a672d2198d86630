// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/phone_page.h"

#include "server/phone_words.h"

#include <array>
#include <charconv>
#include <map>

namespace anjungan {

namespace {

/// More characters than this are set smaller, to stay on one line.
constexpr std::size_t numberLengthUsual = 5;
constexpr std::size_t numberLengthLong = 6;
constexpr std::size_t deskLengthUsual = 3;

using Values = std::map<std::string_view, std::string>;

std::string escaped(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

/// The same elements as the page's templates, which its script fills.
std::string factsOf(const PhoneText& text)
{
    std::string out;
    for (const PhoneFact& fact : text.facts) {
        out += R"(<div><svg aria-hidden="true"><use href="#i-)" + escaped(fact.icon) +
               R"("/></svg><div><dt>)" + escaped(fact.label) + "</dt><dd>" + escaped(fact.value) +
               "</dd></div></div>";
    }
    return out;
}

std::string errandsOf(const PhoneText& text)
{
    std::string out;
    for (const PhoneErrand& errand : text.errands) {
        out += errand.isCurrent ? R"(<li class="current">)" : "<li>";
        out += "<b>" + escaped(errand.name) + "</b><span>" + escaped(errand.state) + "</span><small>" +
               escaped(errand.place) + "</small></li>";
    }
    return out;
}

/// Characters of UTF-8 as people count them, nearly: continuation bytes are left out.
std::size_t lengthOf(std::string_view text)
{
    std::size_t length = 0;
    for (const char c : text)
        length += (static_cast<unsigned char>(c) & 0xC0U) == 0x80U ? 0U : 1U;
    return length;
}

const char* sizeOf(const std::string& number)
{
    if (number.size() > numberLengthLong)
        return "longest";
    return number.size() > numberLengthUsual ? "long" : "";
}

/// The name of the page; its script makes the same.
std::string headingOf(const PhoneText& text, const std::string& number)
{
    std::string heading = text.title;
    for (const std::string& before : {number, text.mark}) {
        if (!before.empty())
            heading.insert(0, before + " · ");
    }
    return heading;
}

Values valuesOf(const PhoneView& view, Language language)
{
    const PhoneText text = phoneTextOf(view, language);
    const std::string number = view.number ? view.number->text() : std::string();
    const std::string clock = clockText(view.at, view.timeZone, language);
    const bool english = language == Language::English;
    return {{"language", std::string(languageCode(language))},
            {"heading", escaped(headingOf(text, number))},
            {"state", std::string(nameOf(view.state))},
            {"at", std::to_string(view.at.time_since_epoch().count())},
            {"mark", escaped(text.mark)},
            {"siteName", escaped(text.siteName)},
            {"siteRegion", escaped(text.siteRegion)},
            {"clock", clock},
            {"zone", std::string(nameOf(view.timeZone))},
            {"label", escaped(text.label)},
            {"number", escaped(number)},
            {"numberSize", sizeOf(number)},
            {"icon", text.icon},
            {"title", escaped(text.title)},
            {"body", escaped(text.body)},
            {"advice", escaped(text.advice)},
            {"deskLabel", escaped(text.deskLabel)},
            {"desk", escaped(text.desk)},
            {"deskSize", lengthOf(text.desk) > deskLengthUsual ? "long" : ""},
            {"deskPlace", escaped(text.deskPlace)},
            {"facts", factsOf(text)},
            {"errandsLabel", escaped(text.errandsLabel)},
            {"errands", errandsOf(text)},
            {"updated",
             (english ? "Updated " : "Diperbarui ") + clock + " " + std::string(nameOf(view.timeZone))},
            {"reloads", english ? "This page reloads itself every 15 seconds."
                                : "Halaman ini memuat ulang sendiri setiap 15 detik."}};
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// Calls `take` for each part between commas, without the blanks around it.
template <typename Take>
void forEachPart(std::string_view list, Take take)
{
    while (!list.empty()) {
        const auto comma = list.find(',');
        take(trimmed(list.substr(0, comma)));
        list.remove_prefix(comma == std::string_view::npos ? list.size() : comma + 1);
    }
}

/// `q` of a range such as `en-GB;q=0.8`, in thousandths; 1000 where none is given, 0 where it is no number.
int weightOf(std::string_view range)
{
    const auto q = range.find("q=");
    if (q == std::string_view::npos)
        return 1000;
    int whole = 0;
    int thousandths = 0;
    int step = 1000;
    bool pastPoint = false;
    for (const char c : range.substr(q + 2)) {
        if (c == '.' && !pastPoint) {
            pastPoint = true;
        } else if (c < '0' || c > '9') {
            break;
        } else if (pastPoint) {
            step /= 10;
            thousandths += (c - '0') * step;
        } else {
            whole = c == '0' ? 0 : 1;
        }
    }
    return std::min(whole * 1000 + thousandths, 1000);
}

constexpr std::array commonHeaders{
    PhoneHeader{"Cache-Control", "no-store"},         PhoneHeader{"Referrer-Policy", "no-referrer"},
    PhoneHeader{"X-Content-Type-Options", "nosniff"}, PhoneHeader{"X-Robots-Tag", "noindex"},
    PhoneHeader{"Vary", "Accept, Accept-Language"},
};

template <std::size_t... Places>
auto withCommon(std::string_view type, std::string_view policy, std::index_sequence<Places...>)
{
    return std::array{PhoneHeader{"Content-Type", type}, PhoneHeader{"Content-Security-Policy", policy},
                      commonHeaders[Places]...};
}

} // namespace

std::string phonePage(const PhoneView& view, std::string_view json, std::string_view tag, Language language)
{
    Values values = valuesOf(view, language);
    values["json"] = json;
    values["tag"] = escaped(tag);
    std::string page;
    page.reserve(phoneDocument.size() + json.size() + 2048);
    std::string_view rest = phoneDocument;
    for (auto open = rest.find("{{"); open != std::string_view::npos; open = rest.find("{{")) {
        const auto close = rest.find("}}", open);
        page += rest.substr(0, open);
        page += values.at(rest.substr(open + 2, close - open - 2));
        rest.remove_prefix(close + 2);
    }
    page += rest;
    return page;
}

Language phoneLanguageOf(std::string_view acceptLanguage)
{
    int indonesian = 0;
    int english = 0;
    forEachPart(acceptLanguage, [&](std::string_view range) {
        // `in` is what old phones call Indonesian.
        const std::string_view code = range.substr(0, range.find_first_of("-; \t"));
        if (code == "id" || code == "in")
            indonesian = std::max(indonesian, weightOf(range));
        else if (code == "en")
            english = std::max(english, weightOf(range));
    });
    return english > indonesian ? Language::English : Language::Indonesian;
}

bool wantsPhoneJson(std::string_view accept)
{
    bool wants = false;
    forEachPart(accept, [&](std::string_view range) {
        wants = wants || trimmed(range.substr(0, range.find(';'))) == "application/json";
    });
    return wants;
}

bool namesEntityTag(std::string_view ifNoneMatch, std::string_view tag)
{
    bool names = false;
    forEachPart(ifNoneMatch, [&](std::string_view each) {
        // A proxy that compresses makes the tag a weak one; for reading that is the same.
        if (each.starts_with("W/"))
            each.remove_prefix(2);
        names = names || each == tag || each == "*";
    });
    return names;
}

std::span<const PhoneHeader> phonePageHeaders()
{
    static const auto headers = withCommon("text/html; charset=utf-8", phoneContentSecurityPolicy,
                                           std::make_index_sequence<commonHeaders.size()>());
    return headers;
}

std::span<const PhoneHeader> phoneJsonHeaders()
{
    static const auto headers = withCommon("application/json", "default-src 'none'; frame-ancestors 'none'",
                                           std::make_index_sequence<commonHeaders.size()>());
    return headers;
}

} // namespace anjungan
