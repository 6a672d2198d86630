// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that a catalogue is read whole or refused with place and reason, that what is written is what was
// read.
#include "core/catalogue.h"
#include "core/opening.h"
#include "core/training.h"

#include "support/catalogues.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace anjungan {

namespace {

using Json = nlohmann::json;
using testing::HasSubstr;

Json tinyJson()
{
    return Json::parse(readProjectFile("tests/data/tiny_catalogue.json"));
}

Json sampleJson()
{
    return Json::parse(readProjectFile("resources/sample/catalogue.json"));
}

TEST(CatalogueTest, readsEveryFieldOfTheTinyCatalogue)
{
    const Catalogue& catalogue = *tinyCatalogue();
    EXPECT_EQ(catalogue.version, 1);
    EXPECT_EQ(catalogue.site.text(), "contoh");
    EXPECT_EQ(catalogue.siteRegion.in(Language::English), "Contoh Regency");
    EXPECT_EQ(catalogue.policy.priorityRun, 2);
    EXPECT_EQ(catalogue.zones.size(), 2U);
    const Service& ktp = catalogue.services.at(0);
    EXPECT_EQ(ktp.tileTitle().indonesian, "KTP-el");
    EXPECT_EQ(ktp.cases.at(1).requirements.at(0).english, "The damaged card");
    EXPECT_EQ(ktp.fee, (Fee{0, true, {}}));
    EXPECT_EQ(ktp.waitingStandard, std::chrono::minutes(30));
    EXPECT_TRUE(ktp.frequent);
    EXPECT_EQ(catalogue.services.at(1).tileTitle().indonesian, "Kartu Keluarga");
    EXPECT_EQ(catalogue.services.at(2).quotaDaily, 5);
    EXPECT_EQ(catalogue.counters.at(2).direction, Direction::Up);
    EXPECT_EQ(catalogue.hours.week[4].at(0).closes, MinuteOfDay(11 * 60 + 30));
}

TEST(CatalogueTest, writesExactlyWhatItRead)
{
    EXPECT_EQ(toJson(*tinyCatalogue()), tinyJson());
    EXPECT_EQ(toJson(*sampleCatalogue()), sampleJson());
    for (const auto& catalogue : {tinyCatalogue(), sampleCatalogue()}) {
        const auto again = parseCatalogue(toJson(*catalogue).dump());
        ASSERT_TRUE(again) << again.error().context;
        EXPECT_EQ(*again, *catalogue);
    }
}

/// The tiny catalogue with every field that it leaves out.
Json fullJson()
{
    Json full = tinyJson();
    full["siteKind"] = "kecamatan";
    full["siteParent"] = "mpp";
    full["training"] = true;
    full["continueWithinDays"] = 3;
    full["queues"][1]["policy"] = {{"priorityRun", 0}, {"returnAfterOthers", 9}};
    full["counters"][0]["serves"] = {"wheelchair", "sign-language"};
    full["closures"][0]["agencies"] = {"dukcapil"};
    Json other = full["closures"][0];
    other["agencies"] = {"polres"};
    full["closures"].insert(full["closures"].begin() + 1, other);
    full["seasons"] = Json::parse(R"([{"from": "2027-02-08", "to": "2027-03-09",
        "name": {"id": "Jam Ramadan", "en": "Ramadan hours"},
        "hours": {"mon": [["08:00", "12:00"], ["12:30", "15:00"]]}}])");
    return full;
}

TEST(CatalogueTest, readsAndWritesWhatASiteMayLeaveOut)
{
    const auto catalogue = parseCatalogue(fullJson().dump());
    ASSERT_TRUE(catalogue) << catalogue.error().context;
    EXPECT_EQ(toJson(*catalogue), fullJson());
    EXPECT_EQ(catalogue->kind, SiteKind::Subdistrict);
    EXPECT_EQ(catalogue->parent, SiteId::parse("mpp"));
    EXPECT_TRUE(catalogue->training);
    EXPECT_EQ(catalogue->continueWithin_days, 3);
    EXPECT_EQ(catalogue->policyOf(*QueueId::parse("polres")).returnAfterOthers, 9);
    EXPECT_EQ(catalogue->policyOf(*QueueId::parse("dukcapil")), catalogue->policy);
    EXPECT_EQ(catalogue->policyOf(*QueueId::parse("gone")), catalogue->policy);
    EXPECT_EQ(catalogue->counters[0].serves, (std::vector{Need::Wheelchair, Need::SignLanguage}));
    const Day christmas = parseDay("2026-12-25").value();
    EXPECT_EQ(catalogue->closureOn(christmas), nullptr) << "the site itself is open";
    EXPECT_NE(catalogue->closureOn(christmas, *AgencyId::parse("polres")), nullptr);
    EXPECT_EQ(catalogue->seasonOn(parseDay("2027-02-08").value())->name.english, "Ramadan hours");
    EXPECT_NE(catalogue->seasonOn(parseDay("2027-03-09").value()), nullptr);
    EXPECT_EQ(catalogue->seasonOn(parseDay("2027-02-07").value()), nullptr);
    EXPECT_EQ(catalogue->seasonOn(parseDay("2027-03-10").value()), nullptr);
}

TEST(CatalogueTest, knowsEveryKindOfSite)
{
    EXPECT_EQ(tinyCatalogue()->kind, SiteKind::Mall);
    EXPECT_FALSE(tinyCatalogue()->parent);
    EXPECT_FALSE(tinyCatalogue()->training);
    const std::pair<const char*, SiteKind> kinds[] = {{"kecamatan", SiteKind::Subdistrict},
                                                      {"desa", SiteKind::Village},
                                                      {"kelurahan", SiteKind::UrbanVillage},
                                                      {"tiyuh", SiteKind::Tiyuh},
                                                      {"mobile", SiteKind::Mobile}};
    for (const auto& [word, kind] : kinds) {
        Json json = tinyJson();
        json["siteKind"] = word;
        const auto catalogue = parseCatalogue(json.dump());
        ASSERT_TRUE(catalogue) << catalogue.error().context;
        EXPECT_EQ(catalogue->kind, kind);
        EXPECT_EQ(toJson(*catalogue), json);
    }
    Json spelledOut = tinyJson();
    spelledOut["siteKind"] = "mall";
    spelledOut["training"] = false;
    const auto catalogue = parseCatalogue(spelledOut.dump());
    ASSERT_TRUE(catalogue) << catalogue.error().context;
    EXPECT_EQ(toJson(*catalogue), tinyJson()) << "what is usual is left out";
}

TEST(CatalogueTest, aTrainingSiteIsTheRealOneOpenAllWeek)
{
    Json json = fullJson();
    json.erase("training");
    json["agencies"][0]["hours"] = {{"mon", Json::array({Json::array({"08:00", "10:00"})})}};
    json["services"][0]["hours"] = json["agencies"][0]["hours"];
    const auto real = parseCatalogue(json.dump());
    ASSERT_TRUE(real) << real.error().context;
    const Catalogue training = trainingOf(*real);

    Json expected = json;
    expected["training"] = true;
    const Json allDay = Json::array({Json::array({"00:00", "24:00"})});
    for (const char* day : {"mon", "tue", "wed", "thu", "fri", "sat", "sun"})
        expected["hours"][day] = allDay;
    expected.erase("closures");
    expected.erase("seasons");
    for (Json& agency : expected["agencies"])
        agency.erase("hours");
    expected["services"][0].erase("hours");
    expected["services"][2].erase("quotaDaily");
    EXPECT_EQ(toJson(training), expected);
    const auto again = parseCatalogue(toJson(training).dump());
    ASSERT_TRUE(again) << again.error().context;
    EXPECT_EQ(trainingOf(*again), training);

    // Sunday at midnight, and on a holiday.
    for (const char* day : {"2026-11-29", "2026-12-25"}) {
        for (const auto into : {std::chrono::minutes(0), std::chrono::minutes(24 * 60 - 1)}) {
            const Instant at = toInstant(LocalInstant(*parseDay(day)) + into, training.timeZone);
            EXPECT_TRUE(openingOf(training, at).isOpen()) << day;
        }
    }
}

TEST(CatalogueTest, refusesSeasonsClosuresAndNeedsThatCannotBe)
{
    const auto reasonAfter = [](auto change) {
        Json json = fullJson();
        change(json);
        const auto catalogue = parseCatalogue(json.dump());
        return catalogue ? "" : catalogue.error().context;
    };
    EXPECT_THAT(reasonAfter([](Json& json) { json["seasons"][0]["to"] = "2027-02-07"; }),
                HasSubstr("seasons[0].to: is before the season begins"));
    EXPECT_THAT(reasonAfter([](Json& json) { json["seasons"].push_back(json["seasons"][0]); }),
                HasSubstr("seasons[1].from: must be after"));
    EXPECT_THAT(reasonAfter([](Json& json) { json["seasons"][0].erase("hours"); }),
                HasSubstr("seasons[0].hours: is missing"));
    EXPECT_THAT(reasonAfter([](Json& json) { json["seasons"][0]["from"] = "soon"; }),
                HasSubstr("seasons[0].from: must be a date"));
    EXPECT_THAT(reasonAfter([](Json& json) { json["closures"][1]["agencies"] = {"dukcapil"}; }),
                HasSubstr("closures[1].day: must be later"));
    EXPECT_THAT(reasonAfter([](Json& json) { json["closures"][1].erase("agencies"); }),
                HasSubstr("closures[1].day: must be later"));
    EXPECT_THAT(reasonAfter([](Json& json) { json["closures"][0]["agencies"] = {"pln"}; }),
                HasSubstr("closures[0].agencies[0]: no agency 'pln'"));
    EXPECT_THAT(reasonAfter([](Json& json) { json["counters"][0]["serves"] = {"tea"}; }),
                HasSubstr("counters[0].serves[0]: must be wheelchair"));
    EXPECT_THAT(reasonAfter([](Json& json) { json["counters"][0]["serves"] = {7}; }),
                HasSubstr("counters[0].serves[0]: must be wheelchair"));
    EXPECT_THAT(reasonAfter([](Json& json) { json["queues"][1]["policy"] = Json::object(); }),
                HasSubstr("queues[1].policy.priorityRun: is missing"));
    EXPECT_THAT(reasonAfter([](Json& json) { json["continueWithinDays"] = 61; }),
                HasSubstr("continueWithinDays: must be a whole number"));
}

TEST(CatalogueTest, findsEveryEntryAndNothingElse)
{
    Catalogue catalogue = *sampleCatalogue();
    for (const Service& service : catalogue.services)
        EXPECT_EQ(catalogue.find(service.id), &service);
    for (const Counter& counter : catalogue.counters)
        EXPECT_EQ(catalogue.find(counter.id), &counter);
    for (const Queue& queue : catalogue.queues)
        EXPECT_EQ(catalogue.find(queue.id), &queue);
    EXPECT_EQ(catalogue.find(AgencyId::parse("pln").value())->shortName.indonesian, "PLN");
    EXPECT_EQ(catalogue.find(ZoneId::parse("zona-3").value())->floor, 2);
    EXPECT_EQ(catalogue.find(PriorityClassId::parse("lansia").value())->name.english, "Elderly");
    EXPECT_EQ(catalogue.find(ServiceId::parse("lansia").value()), nullptr);
    EXPECT_EQ(catalogue.find(QueueId()), nullptr);
    EXPECT_EQ(catalogue.closureOn(parseDay("2027-08-17").value())->reason.english, "Independence Day");
    EXPECT_EQ(catalogue.closureOn(parseDay("2027-08-18").value()), nullptr);

    // An index that no longer fits must not lead to the wrong entry.
    std::swap(catalogue.services.front(), catalogue.services.back());
    EXPECT_EQ(catalogue.find(catalogue.services.front().id), &catalogue.services.front());
    catalogue.services.erase(catalogue.services.begin(), catalogue.services.end() - 1);
    EXPECT_EQ(catalogue.find(catalogue.services.front().id), &catalogue.services.front());
}

TEST(CatalogueTest, sampleNeverShowsAGuessAsCertain)
{
    const Json source = sampleJson();
    const Catalogue& sample = *sampleCatalogue();
    EXPECT_EQ(sample.agencies.size(), 18U);
    EXPECT_EQ(sample.services.size(), 65U);
    EXPECT_EQ(sample.counters.size(), 24U);
    const auto service = [&](std::string_view id) { return sample.find(ServiceId::parse(id).value()); };
    EXPECT_EQ(service("skck-baru")->fee.rupiah, 30000);
    EXPECT_TRUE(service("skck-baru")->fee.verified);
    EXPECT_FALSE(service("skck-perpanjangan")->fee.verified);
    EXPECT_FALSE(service("skck-baru")->serviceStandardVerified);
    EXPECT_TRUE(service("nib")->serviceStandardVerified);
    EXPECT_EQ(source.dump().find("Sumsel"), std::string::npos);
    for (const Service& each : sample.services) {
        EXPECT_FALSE(each.title.english.empty()) << each.id.text();
        EXPECT_FALSE(each.keywords.empty()) << each.id.text();
        // Nothing can be said for sure about an amount that varies, save how it is made up.
        EXPECT_TRUE(each.fee.rupiah || !each.fee.verified || !each.fee.note.indonesian.empty())
            << each.id.text();
    }
}

struct Breach
{
    std::string name;
    std::string patch;    ///< RFC 6902, on the tiny catalogue
    std::string expected; ///< within the context of the refusal
};

void PrintTo(const Breach& breach, std::ostream* out)
{
    *out << breach.name;
}

class BreachTest : public testing::TestWithParam<Breach>
{};

TEST_P(BreachTest, isRefusedWithItsPlaceAndReason)
{
    const Json broken = tinyJson().patch(Json::parse(GetParam().patch));
    const auto catalogue = parseCatalogue(broken.dump());
    ASSERT_FALSE(catalogue);
    EXPECT_EQ(catalogue.error().code, "catalogue-invalid");
    EXPECT_THAT(catalogue.error().context, HasSubstr(GetParam().expected));
}

std::string replacing(std::string_view path, std::string_view value)
{
    return fmt::format(R"([{{"op": "add", "path": "{}", "value": {}}}])", path, value);
}

std::string removing(std::string_view path)
{
    return fmt::format(R"([{{"op": "remove", "path": "{}"}}])", path);
}

std::string copying(std::string_view from, std::string_view path)
{
    return fmt::format(R"([{{"op": "copy", "from": "{}", "path": "{}"}}])", from, path);
}

INSTANTIATE_TEST_SUITE_P(
    Rules, BreachTest,
    testing::Values(
        Breach{"versionZero", replacing("/version", "0"), "version: must be a whole number from 1"},
        Breach{"versionFraction", replacing("/version", "1.0"), "version: must be a whole number"},
        Breach{"versionHuge", replacing("/version", "18446744073709551615"), "version: must be a whole"},
        Breach{"siteTooLong", replacing("/site", R"("kabupaten-c13")"), "site: is longer than 12"},
        Breach{"siteKindUnknown", replacing("/siteKind", R"("village")"),
               "siteKind: must be mall, kecamatan"},
        Breach{"siteKindNoWord", replacing("/siteKind", "1"), "siteKind: must be mall, kecamatan"},
        Breach{"siteParentSelf", replacing("/siteParent", R"("contoh")"), "siteParent: is the site itself"},
        Breach{"siteParentMalformed", replacing("/siteParent", R"("MPP")"), "siteParent: must be 1 to"},
        Breach{"siteParentTooLong", replacing("/siteParent", R"("kabupaten-c13")"),
               "siteParent: is longer than 12"},
        Breach{"trainingNoFlag", replacing("/training", R"("yes")"), "training: must be"},
        Breach{"siteMissing", removing("/site"), "site: is missing"},
        Breach{"zoneUnknown", replacing("/timeZone", R"("UTC")"), "timeZone: must be WIB"},
        Breach{"keyUnknown", replacing("/services/1/feee", "1"), "services[1]: unknown key 'feee'"},
        Breach{"keyUnknownAtTop", replacing("/queue", "[]"), "catalogue: unknown key 'queue'"},
        Breach{"queueUnresolved", replacing("/services/2/queue", R"("x")"),
               "services[2].queue: no queue 'x'"},
        Breach{"agencyUnresolved", replacing("/services/0/agency", R"("x")"),
               "services[0].agency: no agency 'x'"},
        Breach{"counterAgency", replacing("/counters/1/agency", R"("x")"),
               "counters[1].agency: no agency 'x'"},
        Breach{"counterZone", replacing("/counters/1/zone", R"("x")"), "counters[1].zone: no zone 'x'"},
        Breach{"counterQueue", replacing("/counters/1/queues/0", R"("x")"),
               "counters[1].queues[0]: no queue 'x'"},
        Breach{"counterIdle", replacing("/counters/1/queues", "[]"),
               "counters[1].queues: must be a list of 1"},
        Breach{"counterQueueTwice", copying("/counters/1/queues/0", "/counters/1/queues/1"),
               "counters[1].queues[1]: 'dukcapil' comes twice"},
        Breach{"queueUncalled", removing("/counters/2"), "services[2].queue: no counter calls from 'polres'"},
        Breach{"serviceTwice", copying("/services/0", "/services/3"), "services[3].id: 'ktp' comes twice"},
        Breach{"caseTwice", copying("/services/0/cases/0", "/services/0/cases/1"),
               "services[0].cases[1].id: 'hilang' comes twice"},
        Breach{"caseMissing", replacing("/services/0/cases", "[]"),
               "services[0].cases: must be a list of 1 to 20"},
        Breach{"prefixTwice", replacing("/queues/1/prefix", R"("A")"), "queues[1].prefix: 'A' comes twice"},
        Breach{"prefixSmall", replacing("/queues/1/prefix", R"("a")"),
               "queues[1].prefix: must be one or two"},
        Breach{"labelTwice", replacing("/counters/2/label", R"("1")"), "counters[2].label: '1' comes twice"},
        Breach{"idMalformed", replacing("/zones/0/id", R"("Depan")"), "zones[0].id: must be 1 to 32 of"},
        Breach{"iconMalformed", replacing("/agencies/0/icon", R"("../x")"), "agencies[0].icon: must be of"},
        Breach{"textBlank", replacing("/siteName/id", R"("  ")"), "siteName.id: is empty"},
        Breach{"textTooLong", replacing("/siteName/id", "\"" + std::string(501, 'x') + "\""),
               "siteName.id: is longer"},
        Breach{"textControl", replacing("/siteName/en", R"("a\u0007b")"), "siteName.en: holds control"},
        Breach{"textTurned", replacing("/siteName/en", R"("a\u202eb")"), "siteName.en: holds control"},
        Breach{"textLanguage", replacing("/siteName/jv", R"("a")"), "siteName: unknown key 'jv'"},
        Breach{"periodBackwards", replacing("/hours/mon/0", R"(["12:00", "07:30"])"),
               "hours.mon[0]: must be two"},
        Breach{"periodOverlap", replacing("/hours/mon/1", R"(["11:59", "16:00"])"),
               "hours.mon[1]: begins before"},
        Breach{"periodBeyondTheDay", replacing("/hours/fri/1", R"(["13:00", "24:01"])"),
               "hours.fri[1]: must be"},
        Breach{"neverOpen", replacing("/hours", "{}"), "hours: opens on no day"},
        Breach{"agencyHours", replacing("/agencies/1/hours/tue", "3"),
               "agencies[1].hours.tue: must be a list"},
        Breach{"weekdayUnknown", replacing("/hours/Mon", "[]"), "hours: unknown key 'Mon'"},
        Breach{"dateImpossible", replacing("/closures/0/day", R"("2026-02-30")"),
               "closures[0].day: must be a date"},
        Breach{"datesDisordered", replacing("/closures/1/day", R"("2026-12-25")"),
               "closures[1].day: must be later"},
        Breach{"feeNegative", replacing("/services/0/fee/rupiah", "-1"), "services[0].fee.rupiah: must be"},
        Breach{"feeUnjudged", removing("/services/0/fee/verified"), "services[0].fee.verified: is missing"},
        Breach{"quotaZero", replacing("/services/2/quotaDaily", "0"), "services[2].quotaDaily: must be"},
        Breach{"standardHuge", replacing("/services/2/waitingStandard", "1441"),
               "services[2].waitingStandard: must"},
        Breach{"keywordTwice", replacing("/services/1/keywords/1", R"("kk")"),
               "services[1].keywords[1]: comes twice"},
        Breach{"policyHuge", replacing("/policy/priorityRun", "101"), "policy.priorityRun: must be"},
        Breach{"directionUnknown", replacing("/counters/0/direction", R"("west")"),
               "counters[0].direction: must be"},
        Breach{"flagAsText", replacing("/services/0/frequent", R"("yes")"),
               "services[0].frequent: must be true"},
        Breach{"nothingAtAll", replacing("", "[]"), "catalogue: must be an object"}),
    [](const auto& tested) { return tested.param.name; });

std::string refusalOf(std::string_view text)
{
    const auto catalogue = parseCatalogue(text);
    EXPECT_FALSE(catalogue);
    return catalogue ? std::string() : catalogue.error().context;
}

TEST(CatalogueTest, brokenJsonIsRefusedWithLineAndColumn)
{
    EXPECT_THAT(refusalOf(""), testing::StartsWith("line 1, column 1: "));
    EXPECT_THAT(refusalOf("{\n  \"version\": 1,\n  oops\n}"), testing::StartsWith("line 3, column 3: "));
    EXPECT_THAT(refusalOf("{\"version\": \"\x80\"}"), testing::StartsWith("line 1, column 14: "));
    EXPECT_THAT(refusalOf("{} {}"), testing::StartsWith("line 1, column 4: "));
    EXPECT_THAT(refusalOf("{\"version\": 1e999}"), testing::Not(testing::IsEmpty()));
    EXPECT_EQ(refusalOf("\x1b[31m" + std::string(100000, 'x')).find('\x1b'), std::string::npos);
    EXPECT_LT(refusalOf("\"" + std::string(100000, 'x')).size(), 300U);
    EXPECT_LT(refusalOf("{\"" + std::string(100000, 'x') + "\": 1}").size(), 300U);
}

TEST(CatalogueTest, repeatedKeysAreRefused)
{
    std::string text = readProjectFile("tests/data/tiny_catalogue.json");
    text.replace(text.find("\"frequent\""), 0, "\"fee\": {\"rupiah\": 5, \"verified\": true}, ");
    EXPECT_THAT(refusalOf(text), HasSubstr("the key 'fee' comes twice"));
}

TEST(CatalogueTest, bombsAreRefusedWithoutBeingBuilt)
{
    EXPECT_THAT(refusalOf(std::string(1'000'000, '[')), HasSubstr("nested deeper"));
    EXPECT_THAT(refusalOf("{\"version\": " + std::string(17, '[') + std::string(17, ']') + "}"),
                HasSubstr("nested deeper"));
    // Brackets within a text are none; the escaped quote does not end it.
    EXPECT_THAT(refusalOf("{\"a\\\"" + std::string(40, '[') + "\": 1}"), testing::Not(HasSubstr("nested")));
    EXPECT_THAT(refusalOf(std::string(8 * 1024 * 1024 + 1, ' ')), HasSubstr("larger than 8 MiB"));
    Json crowd = tinyJson();
    for (int i = 0; i < 1000; ++i)
        crowd["services"].push_back(crowd["services"][0]);
    EXPECT_THAT(refusalOf(crowd.dump()), HasSubstr("services: must be a list of 1 to 1000"));
}

TEST(CatalogueTest, brokenUtf8InParsedJsonIsRefused)
{
    for (const char* bytes :
         {"\x80", "\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "a\xE2\x82"}) {
        Json document = tinyJson();
        document["siteName"]["id"] = bytes;
        const auto catalogue = readCatalogue(document);
        ASSERT_FALSE(catalogue);
        EXPECT_THAT(catalogue.error().context, HasSubstr("siteName.id: holds"));
    }
}

} // namespace

} // namespace anjungan
