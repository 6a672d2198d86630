// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers, days and minutes read back as they were written, and nothing else is taken for one.
#include "core/number.h"
#include "core/plain_text.h"
#include "core/time.h"

#include <gtest/gtest.h>

namespace anjungan {
namespace {

TEST(Numbers, ReadBackInEveryFormPeopleType)
{
    for (const std::string prefix : {"A", "Z", "AB"}) {
        for (int series = 0; series <= Number::seriesMax; ++series) {
            for (const int value : {1, 12, 999}) {
                const Number number{prefix, static_cast<std::uint8_t>(series),
                                    static_cast<std::uint16_t>(value)};
                EXPECT_EQ(Number::parse(number.text()), number) << number.text();
            }
        }
    }
    EXPECT_EQ(Number::parse("a12")->text(), "A-012");
    EXPECT_EQ(Number::parse("b 7")->text(), "B-007");
    EXPECT_EQ(Number::parse("ab-3012")->text(), "AB-3012");
}

TEST(Numbers, NothingElseIsTakenForOne)
{
    for (const char* text : {"", "A", "A-", "12", "A-000", "A-0", "ABC-1", "A-12345", "A--1", "A-1x", "Ä-1",
                             "A-0001", "A-1000", "-1", "A-1 "})
        EXPECT_FALSE(Number::parse(text)) << text;
}

TEST(Times, ZonesAreFixedOffsets)
{
    const Instant instant(std::chrono::sys_days(*parseDay("2026-11-23") - Day{}) + std::chrono::hours(16));
    EXPECT_EQ(formatDay(dayOf(instant, TimeZone::Wib)), "2026-11-23");
    EXPECT_EQ(formatDay(dayOf(instant, TimeZone::Wita)), "2026-11-24");
    EXPECT_EQ(minuteOfDay(instant, TimeZone::Wib), std::chrono::hours(23));
    EXPECT_EQ(minuteOfDay(instant, TimeZone::Wit), std::chrono::hours(1));
    EXPECT_EQ(toInstant(toLocal(instant, TimeZone::Wit), TimeZone::Wit), instant);
    EXPECT_EQ(weekdayOf(*parseDay("2026-11-23")), 1U);
    EXPECT_EQ(formatInstant(instant), "2026-11-23T16:00:00.000Z");
}

TEST(Times, DaysAndMinutesAreCheckedAgainstTheCalendar)
{
    for (const char* text :
         {"2026-02-29", "2026-13-01", "2026-00-10", "26-01-01", "2026-1-01", "2026/01/01", "", "2026-01-0x"})
        EXPECT_FALSE(parseDay(text)) << text;
    EXPECT_TRUE(parseDay("2028-02-29"));
    for (const char* text : {"24:01", "7:30", "07.30", "12:60", "-1:00", "", "99:00"})
        EXPECT_FALSE(parseMinute(text)) << text;
    EXPECT_EQ(parseMinute("24:00"), MinuteOfDay(1440));
    EXPECT_EQ(formatMinute(*parseMinute("07:05")), "07:05");
}

TEST(PlainText, IsWhatPeopleCanReadAsItIs)
{
    for (const char* text : {"", "antrean", "Ñandú 李 🙂",
                             "a\xC2\xA0"
                             "b"})
        EXPECT_TRUE(isPlainText(text, 100)) << text;
    for (const std::string& text : {std::string("a\nb"), std::string("\x1b[2J"), std::string("\xff"),
                                    std::string("\xc3"), std::string("\xc0\xaf"), std::string("\xed\xa0\x80"),
                                    std::string("\xe2\x80\xae"
                                                "x"),
                                    std::string("a\0b", 3), std::string(101, 'a')})
        EXPECT_FALSE(isPlainText(text, 100)) << text;
}

} // namespace
} // namespace anjungan
