// SPDX-License-Identifier: GPL-3.0-or-later
// The document that a phone gets: names with markup in them stay text, in the page and in the JSON inside it;
// the policy names exactly the script and the style that are in it, and nothing else may run; and the
// request headers that choose language, form and freshness are read without trust.
#include "server/phone_page.h"

#include "phone_hall.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>
#include <sodium.h>

namespace anjungan {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string pageOf(const PhoneView& view, Language language = Language::Indonesian)
{
    const std::string json = toJsonText(view);
    return phonePage(view, json, entityTagOf(json, SodiumHasher()), language);
}

std::string between(std::string_view text, std::string_view from, std::string_view to)
{
    const auto begin = text.find(from) + from.size();
    return std::string(text.substr(begin, text.find(to, begin) - begin));
}

std::string sha256Of(const std::string& text)
{
    makeSodiumReady();
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash;
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(text.data()), text.size());
    std::array<char, sodium_base64_ENCODED_LEN(hash.size(), sodium_base64_VARIANT_ORIGINAL)> out;
    sodium_bin2base64(out.data(), out.size(), hash.data(), hash.size(), sodium_base64_VARIANT_ORIGINAL);
    return out.data();
}

Catalogue hostileCatalogue()
{
    const std::string hostile = R"(<script>alert("1")</script> '&amp; </title><img src=x onerror=alert(2)>)";
    Catalogue catalogue = openCatalogue();
    catalogue.siteName = {hostile, hostile + " en"};
    catalogue.siteRegion = {"--> {{json}} " + hostile, ""};
    catalogue.helpPlace = {hostile, ""};
    catalogue.zones[0].name = {hostile, ""};
    for (Counter& counter : catalogue.counters)
        counter.label = "<b>&\"'" + counter.label;
    return catalogue;
}

TEST(PhonePage, HasTheStateAsTextForWhoRunsNoScript)
{
    PhoneHall hall;
    hall.open(hall.counter1, hall.ani);
    for (int i = 0; i < 5; ++i)
        hall.issue({"ktp"});
    const TicketId ticket = hall.issue({"ktp"});
    const std::string page = pageOf(hall.view(ticket));
    for (const char* wanted :
         {"<html lang=\"id\">", ">A-006<", "<dd>5 orang</dd>", " menit</dd>", "Ruang depan, lantai 1",
          "http-equiv=\"refresh\"", "Mal Pelayanan Publik", "<b id=\"clock\">09.00</b>",
          "data-state=\"waiting\"", "<title>A-006 · Mohon menunggu</title>"})
        EXPECT_THAT(page, HasSubstr(wanted));
    EXPECT_THAT(page, Not(HasSubstr("{{")));
    EXPECT_LT(page.size(), 30'000U);
    const std::string english = pageOf(hall.view(ticket), Language::English);
    for (const char* wanted : {"<html lang=\"en\">", "5 people", " minutes", "Front room, floor 1", "09:00"})
        EXPECT_THAT(english, HasSubstr(wanted));
}

TEST(PhonePage, ATrainingIsMarkedInEveryState)
{
    Catalogue catalogue = openCatalogue();
    for (const bool training : {false, true}) {
        catalogue.training = training;
        PhoneHall hall(catalogue);
        hall.open(hall.counter1, hall.ani);
        const TicketId ticket = hall.issue({"ktp"});
        std::vector<PhoneView> views{hall.view(ticket), hall.scan(hall.tokenAlone()), hall.scan("KODE")};
        (void)hall.call(hall.counter1);
        views.push_back(hall.view(ticket));
        for (const PhoneView& view : views) {
            const std::string page = pageOf(view);
            EXPECT_THAT(page, HasSubstr(training ? "role=\"note\">LATIHAN – tidak berlaku</p>"
                                                 : "id=\"mark\" role=\"note\"></p>"));
            EXPECT_EQ(page.find("<title>LATIHAN – tidak berlaku · ") != std::string::npos, training);
            EXPECT_EQ(pageOf(view, Language::English).find("TRAINING – not valid</p>") != std::string::npos,
                      training);
            const auto json = nlohmann::json::parse(toJsonText(view));
            EXPECT_EQ(json["text"]["en"]["mark"], training ? "TRAINING – not valid" : "");
            EXPECT_EQ(json["text"]["id"]["spoken"].get<std::string>().starts_with("Latihan. "), training);
        }
    }
}

TEST(PhonePage, HostileNamesStayText)
{
    PhoneHall hall(hostileCatalogue());
    hall.open(hall.counter1, hall.ani);
    const TicketId ticket = hall.issue({"ktp", "skck"});
    const std::string clean = [] {
        PhoneHall other;
        return pageOf(other.view(other.issue({"ktp", "skck"})));
    }();
    const auto count = [](const std::string& text, std::string_view what) {
        int found = 0;
        for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1))
            ++found;
        return found;
    };
    const auto isHarmless = [&] {
        for (const Language language : {Language::Indonesian, Language::English}) {
            const std::string page = pageOf(hall.view(ticket), language);
            for (const char* tag : {"<script", "</script", "</title", "<img", "<!--", "-->", "<b>&"})
                EXPECT_EQ(count(page, tag), count(clean, tag)) << tag;
            EXPECT_THAT(page, HasSubstr("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;"));
            const std::string json = between(page, "id=\"view\">", "</script>");
            EXPECT_EQ(json, toJsonText(hall.view(ticket)));
            EXPECT_EQ(json.find_first_of("<>&"), std::string::npos);
            EXPECT_EQ(nlohmann::json::parse(json)["text"]["id"]["siteName"],
                      hall.site().catalogue()->siteName.indonesian)
                << "whole, for the script to show as text";
        }
    };
    isHarmless();
    (void)hall.call(hall.counter1);
    isHarmless();
    EXPECT_THAT(pageOf(hall.view(ticket)), HasSubstr("&lt;b&gt;&amp;&quot;&#39;1</b>"));
}

TEST(PhonePage, ThePolicyNamesItsScriptAndItsStyle)
{
    const std::string page = pageOf(PhoneHall().scan(""));
    const std::string script = between(page, "<script>", "</script>");
    const std::string style = between(page, "<style>", "</style>");
    EXPECT_GT(script.size(), 1000U);
    EXPECT_GT(style.size(), 1000U);
    EXPECT_EQ(phoneContentSecurityPolicy,
              "default-src 'none'; script-src 'sha256-" + sha256Of(script) + "'; style-src 'sha256-" +
                  sha256Of(style) +
                  "'; img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
                  "frame-ancestors 'none'");
    EXPECT_THAT(page, Not(HasSubstr("style=\""))) << "the policy would not let it be";
    EXPECT_THAT(page, Not(HasSubstr("onclick")));
    EXPECT_THAT(page, Not(HasSubstr("<link rel=\"stylesheet")));
}

TEST(PhonePage, ItsHeadersKeepTheLinkToItself)
{
    const auto has = [](std::span<const PhoneHeader> headers, std::string_view name, std::string_view value) {
        return std::any_of(headers.begin(), headers.end(), [&](const PhoneHeader& header) {
            return header.name == name && header.value == value;
        });
    };
    for (const auto headers : {phonePageHeaders(), phoneJsonHeaders()}) {
        EXPECT_TRUE(has(headers, "Referrer-Policy", "no-referrer"));
        EXPECT_TRUE(has(headers, "Cache-Control", "no-store"));
        EXPECT_TRUE(has(headers, "X-Content-Type-Options", "nosniff"));
        EXPECT_TRUE(has(headers, "Vary", "Accept, Accept-Language"));
    }
    EXPECT_TRUE(has(phonePageHeaders(), "Content-Security-Policy", phoneContentSecurityPolicy));
    EXPECT_TRUE(has(phonePageHeaders(), "Content-Type", "text/html; charset=utf-8"));
    EXPECT_TRUE(has(phoneJsonHeaders(), "Content-Type", "application/json"));
}

TEST(PhoneRequest, TheLanguageIsIndonesianUnlessEnglishIsWantedMore)
{
    for (const char* indonesian :
         {"", "id", "id-ID,id;q=0.9,en-US;q=0.8,en;q=0.7", "in-ID", "jv,id;q=0.5", "de-DE,de;q=0.9", "en;q=0",
          "en;q=0.4, id;q=0.6", "en;q=x", ";;;,,,q=", "en;q=0.", "id;q=9,en", "*"})
        EXPECT_EQ(phoneLanguageOf(indonesian), Language::Indonesian) << indonesian;
    for (const char* english : {"en", "en-GB,en;q=0.9", "en-US,en;q=0.9,id;q=0.8", "de,en;q=0.5",
                                "id;q=0.3, en;q=0.35", " en ;q=0.001", "id;q=0,en;q=0.1"})
        EXPECT_EQ(phoneLanguageOf(english), Language::English) << english;
}

TEST(PhoneRequest, JsonIsForWhoAsksForIt)
{
    EXPECT_TRUE(wantsPhoneJson("application/json"));
    EXPECT_TRUE(wantsPhoneJson("text/plain, application/json;q=0.9"));
    EXPECT_FALSE(wantsPhoneJson("text/html,application/xhtml+xml,*/*;q=0.8"));
    EXPECT_FALSE(wantsPhoneJson(""));
    EXPECT_FALSE(wantsPhoneJson("application/jsonp"));
}

TEST(PhoneRequest, ATagIsKnownAgain)
{
    EXPECT_TRUE(namesEntityTag(R"("ab12")", R"("ab12")"));
    EXPECT_TRUE(namesEntityTag(R"("x", W/"ab12")", R"("ab12")"));
    EXPECT_TRUE(namesEntityTag("*", R"("ab12")"));
    EXPECT_FALSE(namesEntityTag(R"("ab123")", R"("ab12")"));
    EXPECT_FALSE(namesEntityTag("ab12", R"("ab12")"));
    EXPECT_FALSE(namesEntityTag("", R"("ab12")"));
}

} // namespace
} // namespace anjungan
