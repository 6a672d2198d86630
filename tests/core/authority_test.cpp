// SPDX-License-Identifier: GPL-3.0-or-later
// The authority answers only for what is on disk: a failed commit leaves nothing behind, and when nobody
// knows whether it was stored, the journal says so.
#include "core/authority.h"

#include "core/slip_maker.h"
#include "support/hall.h"
#include "support/site_text.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace anjungan {
namespace {

IssueTicket issueOf(Hall& hall, const char* service = "ktp")
{
    IssueTicket wanted;
    wanted.ticket = hall.queue.random().makeId<TicketId>();
    wanted.services = {*ServiceId::parse(service)};
    return wanted;
}

TEST(Authority, AFailedCommitHasNoEffectAndSaysWhy)
{
    Hall hall;
    hall.issue({"ktp"});
    const std::string before = textOf(hall.site());
    hall.queue.journal.failNextAppend({"disk-full", Severity::TryAgain, ""});
    EXPECT_EQ(hall.codeOf(issueOf(hall)), "disk-full");
    EXPECT_EQ(textOf(hall.site()), before);
    EXPECT_EQ(hall.number(hall.issue({"ktp"})), "A-002") << "no number is lost or skipped";
}

TEST(Authority, ACommitWhoseEndNobodySawIsFoundAgainByItsId)
{
    Hall hall;
    hall.queue.journal.failNextAppend({"disk-error", Severity::TryAgain, ""}, true);
    const IssueTicket wanted = issueOf(hall);
    EXPECT_EQ(hall.codeOf(wanted), "done") << "it was stored: the citizen has her number";
    EXPECT_EQ(hall.number(wanted.ticket), "A-001");
    EXPECT_EQ(hall.number(hall.issue({"ktp"})), "A-002");
}

TEST(Authority, WhileTheJournalCannotBeReadNothingIsAnswered)
{
    Hall hall;
    hall.queue.journal.failNextAppend({"disk-error", Severity::TryAgain, ""});
    hall.queue.journal.failNextReopen({"disk-error", Severity::TryAgain, ""});
    const IssueTicket wanted = issueOf(hall);
    const Command command{hall.queue.random().makeId<CommandId>(), {*DeviceId::parse("kiosk-1"), {}}, wanted};
    std::string code;
    const auto reply = [&code](const Result<Receipt>& result) {
        code = result ? "done" : result.error().code;
    };
    hall.queue.submit(command, reply);
    EXPECT_EQ(code, "disk-error");
    hall.queue.submit(command, reply);
    EXPECT_EQ(code, "done") << "the same act, once the disk is back";
    EXPECT_EQ(hall.number(wanted.ticket), "A-001");
}

TEST(Authority, CommandsOfOneBatchAreOneCommitAndKeepTheirOrder)
{
    FakeClock clock;
    MemoryJournal journal;
    FixedRandom random;
    const TestHasher hasher;
    Authority authority({*DeviceId::parse("a"), random.makeId<IncarnationId>()}, journal, hasher, clock, {});
    ASSERT_TRUE(authority.open());
    const Actor actor{*DeviceId::parse("kiosk-1"), std::nullopt};
    std::vector<Command> commands;
    commands.push_back({random.makeId<CommandId>(), actor, PublishCatalogue{tinyCatalogue()}});
    for (int i = 0; i < 3; ++i) {
        IssueTicket wanted;
        wanted.ticket = random.makeId<TicketId>();
        wanted.services = {*ServiceId::parse("ktp")};
        commands.push_back({random.makeId<CommandId>(), actor, wanted});
    }
    commands.push_back(commands.back()); // a retry within the batch
    const auto results = authority.commit(commands);
    EXPECT_EQ(journal.commits(), 1);
    ASSERT_TRUE(results[3] && results[4]);
    EXPECT_EQ(std::get<TicketIssued>(results[1]->events[0].body).number.text(), "A-001");
    EXPECT_EQ(std::get<TicketIssued>(results[3]->events[0].body).number.text(), "A-003");
    EXPECT_EQ(toJson(results[4]->events[0]), toJson(results[3]->events[0]));

    Authority second({*DeviceId::parse("a"), random.makeId<IncarnationId>()}, journal, hasher, clock, {});
    ASSERT_TRUE(second.open());
    EXPECT_EQ(textOf(second.site()), textOf(authority.site()));
    const auto again = second.commit({&commands[2], 1});
    ASSERT_TRUE(again.front());
    EXPECT_EQ(toJson(again.front()->events[0]), toJson(results[2]->events[0]))
        << "answered before the restart";
}

TEST(Authority, ChainsWhatItDecides)
{
    Hall hall;
    hall.issue({"ktp"});
    hall.issue({"ktp"});
    Hash previous{};
    std::uint64_t sequence = 0;
    for (const Event& event : hall.queue.journal.events()) {
        EXPECT_EQ(event.origin.sequence, ++sequence);
        EXPECT_EQ(event.origin.previous, previous);
        previous = TestHasher().hash(chainText(event));
    }
}

TEST(Authority, ReservesASlipInTheSameCommitAsTheTicket)
{
    FakeClock clock;
    MemoryOutbox outbox;
    MemoryJournal journal(&outbox);
    FixedRandom random;
    const TestHasher hasher;
    Authority authority(
        {*DeviceId::parse("a"), random.makeId<IncarnationId>()}, journal, hasher, clock,
        [](const Site& site, const Ticket& ticket) -> std::optional<Slip> { return makeSlip(site, ticket); });
    ASSERT_TRUE(authority.open());
    const Actor actor{*DeviceId::parse("kiosk-1"), std::nullopt};
    IssueTicket wanted;
    wanted.ticket = random.makeId<TicketId>();
    wanted.services = {*ServiceId::parse("ktp"), *ServiceId::parse("kk")};
    wanted.classes = {*PriorityClassId::parse("lansia")};
    wanted.language = Language::English;
    const Command commands[]{{random.makeId<CommandId>(), actor, PublishCatalogue{tinyCatalogue()}},
                             {random.makeId<CommandId>(), actor, wanted}};
    ASSERT_TRUE(authority.commit(commands)[1]);
    const auto rows = outbox.unfinished();
    ASSERT_TRUE(rows);
    ASSERT_EQ(rows->size(), 1U);
    const Slip& slip = rows->front().slip;
    EXPECT_EQ(slip.number.text(), "A-001");
    EXPECT_EQ(slip.siteName, "Public Service Mall");
    ASSERT_EQ(slip.errands.size(), 2U);
    EXPECT_EQ(slip.errands[1].service, "Family card");
    EXPECT_EQ(slip.errands[0].zone, "Front room");
    EXPECT_EQ(slip.classes, std::vector<std::string>{"Elderly"});
    const auto read = slipFromJson(nlohmann::json::parse(toJsonText(slip)));
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, slip);
}

} // namespace
} // namespace anjungan
