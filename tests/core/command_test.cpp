// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that a command goes through the protocol's form unchanged, whatever its kind, and that nothing
// which a stranger may send instead is taken for one.
#include "core/command.h"
#include "core/json_codec.h"

#include <gtest/gtest.h>

namespace anjungan {
namespace {

using nlohmann::json;

const CommandId id(CommandId::Bytes{7});
const TicketId ticket(TicketId::Bytes{1, 2, 3});
const LegAct act{{ticket, 1}, EpisodeId(EpisodeId::Bytes{9})};

template <typename AName>
AName name(std::string_view text)
{
    return *AName::parse(text);
}

template <std::size_t I = 0>
void addEmpty(std::vector<CommandBody>& bodies)
{
    if constexpr (I < std::variant_size_v<CommandBody>) {
        bodies.emplace_back(std::in_place_index<I>);
        addEmpty<I + 1>(bodies);
    }
}

/// One of each kind with every field set.
std::vector<CommandBody> samples()
{
    const CounterId counter = name<CounterId>("loket-1");
    return {ChangeStaff{name<StaffId>("sari"), "Sari"},
            RegisterDevice{name<DeviceId>("kios-1"), IncarnationId({1}), IncarnationId({2}), 3, PublicKey{4}},
            ChangeCounter{counter, CounterPresence::Paused, name<StaffId>("sari")},
            IssueTicket{ticket,
                        2,
                        {name<ServiceId>("ktp"), name<ServiceId>("kk")},
                        {name<PriorityClassId>("lansia")},
                        Channel::Mobile,
                        Language::English,
                        {Need::Wheelchair},
                        Instant(std::chrono::milliseconds(5)),
                        TicketId({8})},
            CancelTicket{ticket, std::uint8_t{1}},
            ConfirmPriority{ticket, {name<PriorityClassId>("lansia")}},
            CallNext{counter},
            CallLeg{counter, {ticket, 1}},
            AcknowledgeCall{act},
            RecallLeg{act},
            StartService{act},
            FinishLeg{act, Outcome::Referred, Way::MppDigital, 4, true},
            MarkNoShow{act},
            WithdrawCall{act},
            ParkLeg{act},
            ReturnLeg{act},
            TransferLeg{act, name<ServiceId>("kk"), "bawa \"map\" merah"},
            TakeOverLeg{act, counter},
            ReopenLeg{{ticket, 0}, counter},
            UndoAct{{ticket, 0}, CommandId({6})},
            RaiseNumbers{Day(std::chrono::days(20'000)), {"A", 0, 17}},
            ConfirmClock{Instant(std::chrono::milliseconds(99))},
            RaiseEpoch{4'000'000'000U}};
}

json textOf(CommandBody body)
{
    return toJson(Command{id, {name<DeviceId>("kios-1"), name<StaffId>("sari")}, std::move(body)});
}

TEST(CommandText, EveryKindComesBackAsItWas)
{
    std::set<std::string> kinds;
    for (const CommandBody& body : samples()) {
        const json text = textOf(body);
        kinds.insert(text["kind"]);
        const Result<Command> read = commandFromJson(json::parse(text.dump()));
        ASSERT_TRUE(read) << text << ": " << read.error().context;
        EXPECT_EQ(toJson(*read), text);
        EXPECT_EQ(read->body.index(), body.index());
    }
    // A catalogue has a form, and tests, of its own.
    EXPECT_EQ(kinds.size(), std::variant_size_v<CommandBody> - 1);
}

TEST(CommandText, KindsAreDistinct)
{
    std::vector<CommandBody> bodies;
    addEmpty(bodies);
    std::set<std::string_view> kinds;
    for (const CommandBody& body : bodies)
        kinds.insert(kindOf(body));
    EXPECT_EQ(kinds.size(), bodies.size());
}

TEST(CommandText, AFieldThatIsMissingOrNonsenseIsRefusedOrLeftOut)
{
    const std::vector<json> nonsense{nullptr,
                                     true,
                                     -1,
                                     1e300,
                                     "",
                                     "\xff",
                                     json::array(),
                                     json::object(),
                                     std::string(5'000, 'a'),
                                     json::array({1, "x", nullptr})};
    int refused = 0;
    for (const CommandBody& body : samples()) {
        const json text = textOf(body);
        for (const auto& [field, value] : text["body"].items()) {
            for (const json& instead : nonsense) {
                json changed = text;
                changed["body"][field] = instead;
                const Result<Command> read = commandFromJson(changed);
                if (read)
                    EXPECT_EQ(toJson(*read)["body"][field], instead) << text["kind"] << '.' << field;
                else
                    EXPECT_EQ(read.error().context, text["kind"].get<std::string>() + '.' + field);
                refused += read ? 0 : 1;
            }
        }
    }
    EXPECT_GT(refused, 400);
}

TEST(CommandText, AnEnvelopeThatIsWrongIsRefused)
{
    const json sound = textOf(CallNext{name<CounterId>("loket-1")});
    for (const char* field : {"id", "device", "kind", "body"}) {
        json without = sound;
        without.erase(field);
        EXPECT_EQ(commandFromJson(without).error().code, "command-invalid") << field;
        json other = sound;
        other[field] = 7;
        EXPECT_EQ(commandFromJson(other).error().code, "command-invalid") << field;
    }
    EXPECT_EQ(commandFromJson(json::array()).error().code, "command-invalid");
    json noId = sound;
    noId["id"] = std::string(32, '0');
    EXPECT_EQ(commandFromJson(noId).error().code, "command-invalid") << "an id that nobody made";
    json newer = sound;
    newer["kind"] = "open-the-roof";
    EXPECT_EQ(commandFromJson(newer).error().code, "command-unknown");
    json more = sound;
    more["body"]["colour"] = "red";
    EXPECT_TRUE(commandFromJson(more)) << "a newer client may say more";
}

} // namespace
} // namespace anjungan
