// SPDX-License-Identifier: GPL-3.0-or-later
//
// Proves that people find a service by what they call it, and that nothing they type does harm.
#include "kiosk/service_search.h"
#include "support/catalogues.h"

#include <gtest/gtest.h>

namespace anjungan {
namespace {

std::vector<std::string> find(const char* query)
{
    std::vector<std::string> ids;
    for (const ServiceId& id : searchServices(*sampleCatalogue(), QString::fromUtf8(query)))
        ids.push_back(id.text());
    return ids;
}

bool finds(const char* query, const std::string& id)
{
    const auto ids = find(query);
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

TEST(ServiceSearch, MatchesTitleKeywordAndAgencyInBothLanguages)
{
    EXPECT_TRUE(finds("biometrik", "ktp-baru"));
    EXPECT_TRUE(finds("identitas", "ktp-baru"));
    EXPECT_TRUE(finds("disdukcapil", "ktp-baru"));
    EXPECT_TRUE(finds("electronic", "ktp-baru"));
    EXPECT_FALSE(finds("biometrik", "skck-baru"));
}

TEST(ServiceSearch, DoesNotMindCaseAccentsOrPunctuation)
{
    for (const char* query : {"KTP", "ktp", "kTp-EL", "ktpel", "  ktp   el ", "KTP-él", "ktp."})
        EXPECT_TRUE(finds(query, "ktp-baru")) << query;
}

TEST(ServiceSearch, WantsEveryWordAndTakesBeginnings)
{
    EXPECT_TRUE(finds("ktp bio", "ktp-baru"));
    EXPECT_FALSE(finds("ktp paspor", "ktp-baru"));
    EXPECT_FALSE(finds("tp", "ktp-baru"));
}

TEST(ServiceSearch, PutsTitlesBeforeKeywordsBeforeAgencies)
{
    const auto ids = find("ktp");
    ASSERT_FALSE(ids.empty());
    EXPECT_EQ(ids.front(), "ktp-baru");
}

TEST(ServiceSearch, FindsNothingForNothing)
{
    for (const char* query : {"", "   ", "-./", "zzzz", "\xF0\x9F\x98\x80"})
        EXPECT_TRUE(find(query).empty()) << query;
}

TEST(ServiceSearch, ReadsABoundedPartOfWhatWasTyped)
{
    EXPECT_TRUE(searchServices(*sampleCatalogue(), QString(100'000, QLatin1Char('k'))).empty());
    const QString long1 =
        QStringLiteral("ktp") + QString(searchLengthMax, QLatin1Char(' ')) + QStringLiteral("zzz");
    EXPECT_FALSE(searchServices(*sampleCatalogue(), long1).empty());
}

} // namespace
} // namespace anjungan
