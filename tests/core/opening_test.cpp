// SPDX-License-Identifier: GPL-3.0-or-later
// Proves what a citizen is told about hours at every kind of moment: open, before, in a break, after, on a
// weekday off, on a holiday, and when it opens again, each counted by hand from the hours.
#include "core/opening.h"

#include "support/catalogues.h"

#include <gtest/gtest.h>

namespace anjungan {

namespace {

/// A moment of the site's own clock.
Instant moment(std::string_view day, std::string_view minute, TimeZone zone = TimeZone::Wib)
{
    return toInstant(LocalInstant(parseDay(day).value()) + parseMinute(minute).value(), zone);
}

class OpeningTest : public testing::Test
{
protected:
    [[nodiscard]] Opening siteAt(std::string_view day, std::string_view minute) const
    {
        return openingOf(catalogue, moment(day, minute));
    }

    [[nodiscard]] Opening policeAt(std::string_view day, std::string_view minute) const
    {
        return openingOf(catalogue, catalogue.services.back(), moment(day, minute));
    }

    Catalogue catalogue = *tinyCatalogue(); // 2026-11-23 is a Monday
};

TEST_F(OpeningTest, isOpenUntilTheEndOfTheDayNotOfTheBreak)
{
    const Opening morning = siteAt("2026-11-23", "09:41");
    EXPECT_TRUE(morning.isOpen());
    EXPECT_EQ(morning.closes, moment("2026-11-23", "16:00"));
    EXPECT_FALSE(morning.opensNext);
    EXPECT_EQ(siteAt("2026-11-27", "13:00").closes, moment("2026-11-27", "16:30")); // Friday
}

TEST_F(OpeningTest, opensWithTheMinuteAndClosesWithTheMinute)
{
    EXPECT_FALSE(siteAt("2026-11-23", "07:29").isOpen());
    EXPECT_TRUE(siteAt("2026-11-23", "07:30").isOpen());
    EXPECT_TRUE(siteAt("2026-11-23", "15:59").isOpen());
    EXPECT_FALSE(siteAt("2026-11-23", "16:00").isOpen());

    const Instant lastMoment = moment("2026-11-23", "16:00") - std::chrono::milliseconds(1);
    EXPECT_TRUE(openingOf(catalogue, lastMoment).isOpen());
}

TEST_F(OpeningTest, beforeHoursOpensToday)
{
    const Opening opening = siteAt("2026-11-23", "00:00");
    EXPECT_EQ(opening.reason, ClosedReason::BeforeHours);
    EXPECT_EQ(opening.opensNext, moment("2026-11-23", "07:30"));
    EXPECT_FALSE(opening.closes);
}

TEST_F(OpeningTest, breaksOpenAgainTheSameDay)
{
    EXPECT_EQ(siteAt("2026-11-23", "12:00").reason, ClosedReason::Break);
    EXPECT_EQ(siteAt("2026-11-23", "12:59").opensNext, moment("2026-11-23", "13:00"));
    const Opening friday = siteAt("2026-11-27", "11:30");
    EXPECT_EQ(friday.reason, ClosedReason::Break);
    EXPECT_EQ(friday.opensNext, moment("2026-11-27", "13:00"));
}

TEST_F(OpeningTest, afterHoursOpensTheNextOpenDay)
{
    EXPECT_EQ(siteAt("2026-11-23", "16:00").reason, ClosedReason::AfterHours);
    EXPECT_EQ(siteAt("2026-11-23", "23:59").opensNext, moment("2026-11-24", "07:30"));
    EXPECT_EQ(siteAt("2026-11-27", "16:30").opensNext, moment("2026-11-30", "07:30")); // over the weekend
}

TEST_F(OpeningTest, weekdaysOffAreNotHolidays)
{
    const Opening saturday = siteAt("2026-11-28", "10:00");
    EXPECT_EQ(saturday.reason, ClosedReason::ClosedDay);
    EXPECT_EQ(saturday.closure, nullptr);
    EXPECT_EQ(saturday.opensNext, moment("2026-11-30", "07:30"));
}

TEST_F(OpeningTest, holidaysGiveTheirReasonAndAreSkippedWhenLookingAhead)
{
    const Opening christmas = siteAt("2026-12-25", "10:00"); // a Friday
    EXPECT_EQ(christmas.reason, ClosedReason::Holiday);
    ASSERT_NE(christmas.closure, nullptr);
    EXPECT_EQ(christmas.closure->reason.indonesian, "Hari Raya Natal");
    EXPECT_EQ(christmas.opensNext, moment("2026-12-28", "07:30"));
    EXPECT_EQ(siteAt("2026-12-24", "17:00").opensNext, moment("2026-12-28", "07:30"));
    EXPECT_EQ(siteAt("2026-12-24", "17:00").closure, nullptr);
}

TEST_F(OpeningTest, serviceHasItsOwnHoursElseItsAgencysElseTheSites)
{
    const Day tuesday = parseDay("2026-11-24").value();
    EXPECT_EQ(periodsOn(catalogue, catalogue.services[0], tuesday), periodsOn(catalogue, tuesday));
    EXPECT_EQ(periodsOn(catalogue, catalogue.services[2], tuesday), catalogue.agencies[1].hours->week[1]);
    catalogue.services[2].hours = Hours{};
    EXPECT_TRUE(periodsOn(catalogue, catalogue.services[2], tuesday).empty());
}

/// 08.00–15.00 with half an hour's break from Monday to Thursday.
Season ramadan(std::string_view from, std::string_view to)
{
    Season season{parseDay(from).value(), parseDay(to).value(), {"Jam Ramadan", "Ramadan hours"}, {}};
    for (std::size_t day = 0; day < 4; ++day)
        season.hours.week[day] = {{MinuteOfDay(480), MinuteOfDay(720)}, {MinuteOfDay(750), MinuteOfDay(900)}};
    return season;
}

TEST_F(OpeningTest, aSeasonStandsInPlaceOfTheSitesHoursFromItsFirstDayToItsLast)
{
    catalogue.seasons = {ramadan("2027-02-08", "2027-03-09")};
    EXPECT_TRUE(siteAt("2027-02-05", "15:30").isOpen()) << "the Friday before";
    EXPECT_EQ(siteAt("2027-02-08", "07:45").reason, ClosedReason::BeforeHours);
    EXPECT_EQ(siteAt("2027-02-08", "12:10").opensNext, moment("2027-02-08", "12:30"));
    EXPECT_EQ(siteAt("2027-02-08", "14:59").closes, moment("2027-02-08", "15:00"));
    ASSERT_NE(siteAt("2027-02-08", "14:59").season, nullptr);
    EXPECT_EQ(siteAt("2027-02-08", "15:00").opensNext, moment("2027-02-09", "08:00"));
    EXPECT_EQ(siteAt("2027-02-11", "15:00").opensNext, moment("2027-02-15", "08:00")) << "no Friday in it";
    EXPECT_EQ(siteAt("2027-03-09", "15:00").opensNext, moment("2027-03-10", "07:30")) << "usual hours again";
    EXPECT_EQ(siteAt("2027-03-10", "15:30").season, nullptr);
}

TEST_F(OpeningTest, whoHasOwnHoursIsOpenInASeasonWhenBothAre)
{
    catalogue.seasons = {ramadan("2027-02-08", "2027-03-09")};
    catalogue.agencies[1].hours->week[1] = {{MinuteOfDay(450), MinuteOfDay(780)}}; // 07.30–13.00 on Tuesdays
    const Day tuesday = parseDay("2027-02-09").value();
    const std::vector<Period> both{{MinuteOfDay(480), MinuteOfDay(720)},
                                   {MinuteOfDay(750), MinuteOfDay(780)}};
    EXPECT_EQ(periodsOn(catalogue, catalogue.services[2], tuesday), both);
    EXPECT_EQ(policeAt("2027-02-09", "13:00").opensNext, moment("2027-02-11", "08:00"));
}

TEST_F(OpeningTest, collectiveLeaveOfOneAgencyClosesThatOneOnly)
{
    catalogue.closures = {{parseDay("2026-11-24").value(), {"Cuti bersama", {}}, {catalogue.agencies[1].id}}};
    EXPECT_TRUE(siteAt("2026-11-24", "10:00").isOpen());
    EXPECT_TRUE(openingOf(catalogue, catalogue.services[0], moment("2026-11-24", "10:00")).isOpen());
    EXPECT_EQ(policeAt("2026-11-24", "10:00").reason, ClosedReason::Holiday);
    EXPECT_EQ(policeAt("2026-11-24", "10:00").closure->reason.indonesian, "Cuti bersama");
    EXPECT_EQ(policeAt("2026-11-24", "10:00").opensNext, moment("2026-11-26", "08:00"));
    EXPECT_TRUE(periodsOn(catalogue, catalogue.services[2], parseDay("2026-11-24").value()).empty());
}

TEST_F(OpeningTest, agencyThatComesOnTwoDaysSaysWhen)
{
    EXPECT_EQ(policeAt("2026-11-23", "10:00").reason, ClosedReason::ClosedDay);
    EXPECT_EQ(policeAt("2026-11-23", "10:00").opensNext, moment("2026-11-24", "08:00"));
    EXPECT_TRUE(policeAt("2026-11-24", "10:00").isOpen());
    EXPECT_EQ(policeAt("2026-11-24", "12:00").reason, ClosedReason::AfterHours);
    EXPECT_EQ(policeAt("2026-11-24", "12:00").opensNext, moment("2026-11-26", "08:00"));
}

TEST_F(OpeningTest, looksSixtyDaysAheadAndNoFurther)
{
    const Day today = parseDay("2027-02-01").value();
    for (int ahead = 1; ahead < 60; ++ahead)
        catalogue.closures.push_back({today + std::chrono::days(ahead), {"Libur", {}}});
    catalogue.hours.week.fill({Period{MinuteOfDay(480), MinuteOfDay(960)}});
    EXPECT_EQ(siteAt("2027-02-01", "18:00").opensNext, moment("2027-04-02", "08:00"));
    catalogue.closures.push_back({today + std::chrono::days(60), {"Libur", {}}});
    EXPECT_FALSE(siteAt("2027-02-01", "18:00").opensNext);

    catalogue.hours = Hours();
    EXPECT_EQ(siteAt("2027-02-01", "10:00").reason, ClosedReason::ClosedDay);
    EXPECT_FALSE(siteAt("2027-02-01", "10:00").opensNext);
}

TEST_F(OpeningTest, countsInTheZoneOfTheSite)
{
    // 23:30 UTC on Sunday is 06:30 on Monday in WIB, 07:30 in WITA, 08:30 in WIT.
    const Instant now = moment("2026-11-23", "06:30");
    EXPECT_EQ(openingOf(catalogue, now).reason, ClosedReason::BeforeHours);
    catalogue.timeZone = TimeZone::Wita;
    EXPECT_TRUE(openingOf(catalogue, now).isOpen());
    catalogue.timeZone = TimeZone::Wit;
    EXPECT_EQ(openingOf(catalogue, now).closes, moment("2026-11-23", "16:00", TimeZone::Wit));
}

TEST_F(OpeningTest, periodToTheEndOfTheDayClosesAtMidnight)
{
    catalogue.hours.week.fill({Period{MinuteOfDay(0), MinuteOfDay(1440)}});
    EXPECT_EQ(siteAt("2026-11-23", "23:59").closes, moment("2026-11-24", "00:00"));
    EXPECT_TRUE(siteAt("2026-11-24", "00:00").isOpen());
}

} // namespace

} // namespace anjungan
