// SPDX-License-Identifier: GPL-3.0-or-later
// Every event reads back as it was written, keeps what it does not understand, and refuses what is not one.
#include "core/event.h"

#include "core/site.h"
#include "support/catalogues.h"
#include "support/fixed_random.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace anjungan {
namespace {

using nlohmann::json;

/// One body of each kind, every optional field present.
std::vector<EventBody> everyBody()
{
    FixedRandom random;
    const TicketId ticket = random.makeId<TicketId>();
    const EpisodeId episode = random.makeId<EpisodeId>();
    const LegId leg{ticket, 2};
    const ServiceId service = *ServiceId::parse("ktp");
    const QueueId queue = *QueueId::parse("dukcapil");
    TicketIssued issued{ticket, *Number::parse("A-3012"), *parseDay("2026-11-23"), 7, {},
                        {},     Channel::Mobile,          Language::English};
    issued.legs.push_back({service, queue, 5, std::chrono::minutes(10), std::chrono::minutes(20)});
    issued.legs.push_back({service, queue, 0, std::nullopt, std::nullopt});
    const Instant slot(std::chrono::milliseconds(1'795'003'600'000));
    issued.legs.push_back(
        {service, queue, 1, std::nullopt, std::nullopt, slot, slot - std::chrono::hours(20)});
    issued.classes = {*PriorityClassId::parse("lansia"), *PriorityClassId::parse("hamil")};
    issued.needs = {Need::Wheelchair, Need::SignLanguage};
    issued.continues = random.makeId<TicketId>();
    DeviceRegistered device{
        *DeviceId::parse("kiosk-1"), random.makeId<IncarnationId>(), random.makeId<IncarnationId>(), 3, {}};
    random.fill(device.publicKey);
    return {CataloguePublished{tinyCatalogue()},
            StaffChanged{*StaffId::parse("ani"), "Ani Ñandú"},
            device,
            CounterChanged{*CounterId::parse("loket-1"), CounterPresence::Paused, *StaffId::parse("ani")},
            issued,
            LegCalled{leg, *CounterId::parse("loket-1"), episode, LegId{ticket, 0}, LegId{ticket, 1}},
            CallAcknowledged{leg, episode},
            CallRepeated{leg, episode},
            ServiceStarted{leg, episode},
            LegFinished{leg, episode, Outcome::Referred, Way::MppDigital, 3, true},
            LegMissed{leg, episode},
            CallWithdrawn{leg, episode},
            LegParked{leg, std::nullopt},
            LegReturned{leg, 12},
            LegTransferred{leg, episode, service, queue, "catatan"},
            LegCancelled{leg, std::nullopt},
            LegTakenOver{leg, episode, *CounterId::parse("loket-2"), random.makeId<EpisodeId>()},
            LegReopened{leg, *CounterId::parse("loket-2"), episode},
            ActUndone{leg, random.makeId<CommandId>()},
            PriorityConfirmed{ticket, issued.classes},
            NumbersRaised{*parseDay("2026-11-23"), *Number::parse("B-050")},
            ClockConfirmed{slot},
            EpochRaised{4'000'000'000U},
            UnknownEvent{"printer-blessed", R"({"how":"twice","n":3})"}};
}

Event eventOf(EventBody body)
{
    FixedRandom random(9);
    Event event;
    event.position = Position{2, 41};
    event.index = 1;
    event.origin = {*DeviceId::parse("server"), random.makeId<IncarnationId>(), 17, {}};
    random.fill(event.origin.previous);
    event.act = {random.makeId<CommandId>(),
                 {*DeviceId::parse("loket-pc"), StaffId::parse("ani")},
                 Instant(std::chrono::milliseconds(1'795'000'000'123))};
    event.base = Position{1, 40};
    event.subject = "ticket:abc";
    event.body = std::move(body);
    return event;
}

TEST(Events, EveryKindReadsBackAsItWasWritten)
{
    const auto bodies = everyBody();
    ASSERT_EQ(bodies.size(), std::variant_size_v<EventBody>) << "one of each kind";
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        ASSERT_EQ(bodies[i].index(), i);
        const Event event = eventOf(bodies[i]);
        const std::string text = toJson(event).dump();
        const auto read = eventFromJson(json::parse(text));
        ASSERT_TRUE(read) << text << " " << read.error().context;
        EXPECT_EQ(read->body.index(), i) << text;
        EXPECT_EQ(toJson(*read).dump(), text);
        EXPECT_EQ(chainText(*read), chainText(event));
        EXPECT_EQ(bodyToJsonText(event), bodyToJson(event).dump());
    }
}

TEST(Events, AFieldThatOldJournalsLackHasItsUsualValueAndIsNotWritten)
{
    json written = toJson(eventOf(everyBody()[9]));
    for (const char* added : {"way", "quantity", "unmeasured"})
        written["body"].erase(added);
    const auto read = eventFromJson(written);
    ASSERT_TRUE(read) << read.error().context;
    const auto& finished = std::get<LegFinished>(read->body);
    EXPECT_EQ(finished.way, Way::Counter);
    EXPECT_EQ(finished.quantity, 1);
    EXPECT_FALSE(finished.unmeasured);
    EXPECT_EQ(toJson(*read), written) << "or the chain of an old journal would break";
    EXPECT_EQ(bodyToJsonText(*read), written["body"].dump());

    written["body"]["quantity"] = "many";
    EXPECT_FALSE(eventFromJson(written));
}

TEST(Events, FieldsOfANewerVersionAreKept)
{
    json written = toJson(eventOf(everyBody()[5]));
    written["body"]["mood"] = "cheerful";
    const auto read = eventFromJson(written);
    ASSERT_TRUE(read);
    EXPECT_TRUE(std::holds_alternative<LegCalled>(read->body));
    EXPECT_EQ(toJson(*read), written);
    EXPECT_EQ(bodyToJsonText(*read), written["body"].dump());
}

TEST(Events, TextsAreEscapedAsJsonAsks)
{
    for (const std::string& name :
         {std::string("Siti \"Ani\" \\ é 🙂"), std::string("\n\t\x01\x7f"), std::string(1, '\0')}) {
        const Event event = eventOf(StaffChanged{*StaffId::parse("ani"), name});
        EXPECT_EQ(bodyToJsonText(event), bodyToJson(event).dump());
        EXPECT_EQ(json::parse(bodyToJsonText(event))["name"], name);
    }
    EXPECT_THROW((void)bodyToJsonText(eventOf(StaffChanged{*StaffId::parse("ani"), "\xff"})),
                 json::exception);
}

TEST(Events, APositionGivenLaterDoesNotChangeTheChain)
{
    Event event = eventOf(everyBody()[7]);
    const std::string before = chainText(event);
    event.position = Position{9, 1'000};
    event.base.reset();
    EXPECT_EQ(chainText(event), before);
    event.act.time += std::chrono::milliseconds(1);
    EXPECT_NE(chainText(event), before);
}

TEST(Events, TheChainHashesTheWholeEventInOneCanonicalText)
{
    Event event = eventOf(UnknownEvent{"a \"kind\" \n of tomorrow", R"({"a":"\\ é","b":1})"});
    event.subject = "subject \"with\" \t quotes, é";
    for (const bool byStaff : {true, false}) {
        event.act.actor.staff = byStaff ? StaffId::parse("siti") : std::nullopt;
        nlohmann::json canonical = toJson(event);
        canonical.erase("position");
        canonical.erase("base");
        EXPECT_EQ(chainText(event), canonical.dump());
    }
}

// Whatever stands in place of any one value: it is refused, or read as something that reads back the same.
TEST(Events, AnyOneValueMayBeMissingOrNonsense)
{
    int refused = 0;
    for (const EventBody& body : everyBody()) {
        if (std::holds_alternative<CataloguePublished>(body))
            continue; // the catalogue has a test of its own
        const json whole = toJson(eventOf(body));
        const json flat = whole.flatten();
        for (const auto& [path, value] : flat.items()) {
            for (const json& nonsense : std::vector<json>{nullptr, json::array(), json::object(), -1, 1e30,
                                                          "", "zz/9", std::string(5'000, 'x'), true}) {
                json broken = whole;
                broken[json::json_pointer(path)] = nonsense;
                const auto read = eventFromJson(broken);
                refused += read ? 0 : 1;
                if (!read)
                    continue;
                const json written = toJson(*read);
                const auto again = eventFromJson(written);
                ASSERT_TRUE(again) << path << ' ' << nonsense;
                EXPECT_EQ(toJson(*again), written) << path << ' ' << nonsense;
            }
        }
    }
    EXPECT_GT(refused, 1'000);
}

TEST(Events, WhateverIsMissingOrWrongIsNamed)
{
    for (const EventBody& body : everyBody()) {
        if (std::holds_alternative<UnknownEvent>(body))
            continue;
        const json whole = toJson(eventOf(body));
        for (const auto& [name, value] : whole["body"].items()) {
            json broken = whole;
            broken["body"][name] = json::array({json::object()});
            const auto read = eventFromJson(broken);
            ASSERT_FALSE(read) << broken.dump();
            EXPECT_EQ(read.error().code, "event-invalid");
            EXPECT_NE(read.error().context.find(name), std::string::npos) << read.error().context;
        }
        for (const char* name : {"index", "origin", "command", "actor", "time", "subject", "kind", "body"}) {
            json broken = whole;
            broken.erase(name);
            EXPECT_FALSE(eventFromJson(broken)) << name;
            broken[name] = nullptr;
            EXPECT_FALSE(eventFromJson(broken)) << name;
        }
    }
    EXPECT_FALSE(eventFromJson(json::array()));
    EXPECT_FALSE(eventFromJson(json()));
}

TEST(Events, ASubjectOfANewerVersionIsReadOnly)
{
    Site site;
    Event event = eventOf(UnknownEvent{"ticket-blessed", "{}"});
    event.position = Position{0, 1};
    ASSERT_TRUE(applyEvent(site, event));
    EXPECT_TRUE(site.isNewerThanThisNode(event.subject));
    EXPECT_EQ(site.head().n, 1U);
}

TEST(Events, AnEventThatCannotFollowIsRefusedAndChangesNothing)
{
    Site site;
    Event gap = eventOf(StaffChanged{*StaffId::parse("ani"), "Ani"});
    gap.position = Position{0, 2};
    EXPECT_EQ(applyEvent(site, gap).error().code, "journal-inconsistent");
    Event call = eventOf(everyBody()[5]);
    call.position = Position{0, 1};
    EXPECT_EQ(applyEvent(site, call).error().code, "journal-inconsistent");
    EXPECT_EQ(site.head().n, 0U);
}

} // namespace
} // namespace anjungan
