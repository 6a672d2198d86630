// SPDX-License-Identifier: GPL-3.0-or-later
//
// Proves which announcements are merged, withdrawn, given up or make room, and that the one that is being
// said is never touched.
#include "speech/announcement_queue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace anjungan {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using Kind = Announcement::Kind;

Announcement one(Kind kind, std::uint16_t value, std::string counter = "1")
{
    return {kind, {"A", 0, value}, std::move(counter), Language::Indonesian};
}

std::vector<std::string> drain(AnnouncementQueue& queue)
{
    std::vector<std::string> said;
    while (!queue.empty()) {
        const Announcement next = queue.begin();
        const char kind = next.kind == Kind::Call ? 'C' : next.kind == Kind::Recall ? 'R' : 'W';
        said.push_back(kind + std::to_string(next.number.value) + '@' + next.counterLabel);
        queue.finish();
    }
    return said;
}

/// Adds all, none of which may push another out.
void fill(AnnouncementQueue& queue, const std::vector<Announcement>& announcements)
{
    for (const Announcement& announcement : announcements)
        EXPECT_FALSE(queue.add(announcement, 0ms));
}

TEST(AnnouncementQueue, KeepsTheOrderOfArrival)
{
    AnnouncementQueue queue(10);
    fill(queue, {one(Kind::Call, 3), one(Kind::Call, 1), one(Kind::Call, 2)});
    EXPECT_THAT(drain(queue), ElementsAre("C3@1", "C1@1", "C2@1"));
}

TEST(AnnouncementQueue, RecallThatWaitsBehindItsOwnCallIsMerged)
{
    AnnouncementQueue queue(10);
    fill(queue, {one(Kind::Call, 1), one(Kind::Recall, 1), one(Kind::Recall, 1), one(Kind::Recall, 2),
                 one(Kind::Recall, 2), one(Kind::Recall, 1, "2")});
    EXPECT_THAT(drain(queue), ElementsAre("C1@1", "R2@1", "R1@2"));
}

TEST(AnnouncementQueue, RecallOfWhatIsBeingSaidIsKept)
{
    AnnouncementQueue queue(10);
    fill(queue, {one(Kind::Call, 1)});
    (void)queue.begin();
    fill(queue, {one(Kind::Recall, 1), one(Kind::Recall, 1)});
    queue.finish();
    EXPECT_THAT(drain(queue), ElementsAre("R1@1"));
}

TEST(AnnouncementQueue, WithdrawalOfACallNobodyHeardLeavesNothing)
{
    AnnouncementQueue queue(10);
    fill(queue, {one(Kind::Call, 1), one(Kind::Call, 2), one(Kind::Withdrawal, 1)});
    EXPECT_THAT(drain(queue), ElementsAre("C2@1"));
}

TEST(AnnouncementQueue, WithdrawalOfACallThatWasHeardIsSaid)
{
    AnnouncementQueue queue(10);
    fill(queue, {one(Kind::Call, 1)});
    (void)queue.begin();
    fill(queue, {one(Kind::Recall, 1), one(Kind::Withdrawal, 1), one(Kind::Withdrawal, 1)});
    queue.finish();
    EXPECT_THAT(drain(queue), ElementsAre("W1@1")) << "its waiting recall goes, the correction stays, once";
}

TEST(AnnouncementQueue, WithdrawalAfterAPartWasHeardIsSaid)
{
    AnnouncementQueue queue(10);
    fill(queue, {one(Kind::Call, 1)});
    (void)queue.begin();
    queue.putBack(true);
    fill(queue, {one(Kind::Withdrawal, 1)});
    EXPECT_THAT(drain(queue), ElementsAre("W1@1"));

    fill(queue, {one(Kind::Call, 2)});
    (void)queue.begin();
    queue.putBack(false);
    fill(queue, {one(Kind::Withdrawal, 2)});
    EXPECT_TRUE(queue.empty());
}

TEST(AnnouncementQueue, ACallToAnotherCounterTakesTheEarlierOneWithIt)
{
    AnnouncementQueue queue(10);
    fill(queue, {one(Kind::Call, 1), one(Kind::Recall, 1), one(Kind::Call, 2), one(Kind::Call, 1, "2")});
    EXPECT_THAT(drain(queue), ElementsAre("C2@1", "C1@2"));
    fill(queue, {one(Kind::Call, 1)});
    (void)queue.begin();
    fill(queue, {one(Kind::Call, 1, "2")});
    queue.putBack(false);
    EXPECT_THAT(drain(queue), ElementsAre("C1@1", "C1@2")) << "the one that is being said stays";
}

TEST(AnnouncementQueue, CalledAgainAfterAWithdrawal)
{
    AnnouncementQueue queue(10);
    fill(queue, {one(Kind::Withdrawal, 1), one(Kind::Call, 1), one(Kind::Recall, 1)});
    EXPECT_THAT(drain(queue), ElementsAre("W1@1", "C1@1"));
    fill(queue, {one(Kind::Withdrawal, 1), one(Kind::Recall, 1)});
    EXPECT_THAT(drain(queue), ElementsAre("W1@1", "R1@1"));
}

TEST(AnnouncementQueue, OldestRecallMakesRoomElseTheOldest)
{
    AnnouncementQueue queue(3);
    fill(queue, {one(Kind::Call, 1)});
    (void)queue.begin();
    fill(queue, {one(Kind::Call, 2), one(Kind::Recall, 3)});
    const auto recall = queue.add(one(Kind::Call, 4), 0ms);
    ASSERT_TRUE(recall);
    EXPECT_EQ(recall->number.value, 3);
    const auto oldest = queue.add(one(Kind::Call, 5), 0ms);
    ASSERT_TRUE(oldest);
    EXPECT_EQ(oldest->number.value, 2) << "the one that is being said stays";
    EXPECT_EQ(queue.size(), 3);
    queue.putBack(false);
    EXPECT_THAT(drain(queue), ElementsAre("C1@1", "C4@1", "C5@1"));
}

TEST(AnnouncementQueue, OnlyTimeWithoutASpeakerCountsAgainstPatience)
{
    AnnouncementQueue queue(10);
    (void)queue.add(one(Kind::Call, 1), 0ms);
    (void)queue.add(one(Kind::Call, 2), 100'000ms);
    EXPECT_TRUE(queue.giveUp(90'000ms, 120'000ms, 30s).empty()) << "exactly patient";
    const auto late = queue.giveUp(90'000ms, 120'001ms, 30s);
    ASSERT_EQ(late.size(), 1u);
    EXPECT_EQ(late.front().number.value, 1);
    EXPECT_THAT(drain(queue), ElementsAre("C2@1"));
}

} // namespace
} // namespace anjungan
