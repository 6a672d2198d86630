// SPDX-License-Identifier: GPL-3.0-or-later
// Proves who may speak to a server and what they may do: codes and tokens hold once and until revoked, wrong
// PINs wait and lock, and each role of device and person may do its own and nothing else.
#include "server/access_rules.h"
#include "server/staff_commands.h"
#include "storage/sodium.h"
#include "storage/system_random.h"
#include "support/fake_clock.h"
#include "support/temp_directory.h"

#include <gtest/gtest.h>
#include <set>

namespace anjungan {
namespace {

using namespace std::chrono_literals;

const DeviceId kiosk = *DeviceId::parse("kios-1");
const DeviceId desk = *DeviceId::parse("meja-1");
const StaffId ani = *StaffId::parse("ani");

class DeviceRegistryTest : public testing::Test
{
protected:
    std::string codeFor(const DeviceId& device, std::uint8_t series = 0)
    {
        return registry->makeCode({device, DeviceRole::Kiosk, series}, now).value();
    }

    TempDirectory folder{TempDirectory::Place::Memory};
    SodiumHasher hasher;
    SystemRandom random;
    std::unique_ptr<DeviceRegistry> registry =
        DeviceRegistry::open(folder.path("access.db"), hasher, random).value();
    Instant now{std::chrono::hours(500'000)};
};

TEST_F(DeviceRegistryTest, ACodeHoldsOnceHoweverItIsTyped)
{
    std::string code = codeFor(kiosk);
    ASSERT_EQ(code.size(), 11U);
    std::string typed = " ";
    for (const char c : code)
        typed += c == '0' ? 'o' : c == '1' ? 'l' : static_cast<char>(std::tolower(c));
    const auto enrolled = registry->enrol(typed, now);
    ASSERT_TRUE(enrolled);
    EXPECT_EQ(enrolled->enrolment.device, kiosk);
    EXPECT_EQ(registry->enrol(code, now).error().code, "code-unknown") << "used up";
    EXPECT_EQ(registry->check(enrolled->token)->device, kiosk);
}

TEST_F(DeviceRegistryTest, ACodeEndsAndANewerOneReplacesIt)
{
    const std::string old = codeFor(kiosk);
    const std::string code = codeFor(kiosk);
    EXPECT_EQ(registry->enrol(old, now).error().code, "code-unknown");
    EXPECT_EQ(registry->enrol(code, now + DeviceRegistry::codeValid).error().code, "code-unknown");
    EXPECT_TRUE(registry->enrol(code, now + DeviceRegistry::codeValid - 1ms));
}

TEST_F(DeviceRegistryTest, GuessesAreCountedAMinute)
{
    const std::string code = codeFor(kiosk);
    for (int i = 0; i < DeviceRegistry::failuresAMinuteMax; ++i)
        EXPECT_EQ(registry->enrol("AAAAA-AAAAA", now).error().code, "code-unknown");
    EXPECT_EQ(registry->enrol(code, now).error().code, "too-many-tries") << "not even the right one";
    EXPECT_TRUE(registry->enrol(code, now + 1min));
}

TEST_F(DeviceRegistryTest, ARevokedTokenHoldsNoLongerAndNoFileHoldsOne)
{
    const auto enrolled = registry->enrol(codeFor(kiosk), now).value();
    const auto again = registry->enrol(codeFor(kiosk), now).value();
    EXPECT_EQ(registry->check(enrolled.token).error().code, "token-unknown") << "enrolled anew";
    EXPECT_EQ(registry->check("").error().code, "token-missing");
    // Another process revokes it.
    const auto other = DeviceRegistry::open(folder.path("access.db"), hasher, random).value();
    ASSERT_TRUE(other->revoke(kiosk, now));
    EXPECT_EQ(registry->check(again.token).error().code, "token-unknown");
    EXPECT_TRUE(registry->devices()->front().revoked);
    const auto database =
        sqlite::Database::open(folder.path("access.db"), sqlite::Database::Mode::ReadWrite).value();
    EXPECT_EQ(
        database.number("SELECT count(*) FROM device WHERE hex(token) LIKE '%" + again.token + "%'").value(),
        0);
}

TEST_F(DeviceRegistryTest, ASeriesBelongsToOneDevice)
{
    ASSERT_TRUE(registry->enrol(codeFor(kiosk, 3), now));
    EXPECT_EQ(registry->makeCode({desk, DeviceRole::Kiosk, 3}, now).error().code, "series-taken");
    EXPECT_TRUE(registry->makeCode({kiosk, DeviceRole::Kiosk, 3}, now)) << "its own";
    ASSERT_TRUE(registry->revoke(kiosk, now));
    EXPECT_TRUE(registry->makeCode({desk, DeviceRole::Kiosk, 3}, now));
}

class StaffRegistryTest : public testing::Test
{
protected:
    void SetUp() override { ASSERT_TRUE(registry->put({ani, "Ani", StaffRole::Staff, false}, "271828")); }
    std::string signIn(std::string_view pin, const std::optional<std::string>& newPin = {})
    {
        const auto done = registry->signIn(ani, desk, pin, newPin, now);
        return done ? "done" : done.error().code;
    }

    TempDirectory folder{TempDirectory::Place::Memory};
    std::unique_ptr<StaffRegistry> registry = StaffRegistry::open(folder.path("access.db")).value();
    Instant now{std::chrono::hours(500'000)};
};

TEST_F(StaffRegistryTest, TheFirstPinIsForOnce)
{
    EXPECT_EQ(signIn("271828"), "pin-must-change");
    EXPECT_EQ(registry->roleAt(ani, desk, now).error().code, "staff-not-signed-in");
    EXPECT_EQ(signIn("271828", "271828"), "pin-too-weak") << "the same is no change";
    EXPECT_EQ(signIn("271828", "123456"), "pin-too-weak");
    EXPECT_EQ(signIn("271828", "314159"), "done");
    EXPECT_EQ(signIn("314159"), "done");
    EXPECT_EQ(registry->roleAt(ani, desk, now).value(), StaffRole::Staff);
}

TEST_F(StaffRegistryTest, ASessionIsOfOneDeviceAndEnds)
{
    ASSERT_EQ(signIn("271828", "314159"), "done");
    EXPECT_EQ(registry->roleAt(ani, kiosk, now).error().code, "staff-not-signed-in");
    EXPECT_TRUE(registry->roleAt(ani, desk, now + StaffRegistry::sessionFor - 1ms));
    EXPECT_FALSE(registry->roleAt(ani, desk, now + StaffRegistry::sessionFor));
    // It outlives a restart of the server.
    registry = StaffRegistry::open(folder.path("access.db")).value();
    EXPECT_TRUE(registry->roleAt(ani, desk, now));
    ASSERT_TRUE(registry->signOut(ani, desk));
    EXPECT_FALSE(registry->roleAt(ani, desk, now));
}

TEST_F(StaffRegistryTest, WrongPinsWaitThenLock)
{
    ASSERT_EQ(signIn("271828", "314159"), "done");
    for (int i = 0; i < StaffRegistry::failuresFree; ++i)
        EXPECT_EQ(signIn("000000"), "pin-wrong");
    EXPECT_EQ(signIn("000000"), "pin-wrong");
    EXPECT_EQ(signIn("314159"), "pin-locked") << "not even the right one is heard yet";
    std::chrono::milliseconds waited{0};
    int tries = StaffRegistry::failuresFree + 1;
    while (tries < StaffRegistry::failuresMax) {
        now += 1s;
        waited += 1s;
        tries += signIn("000000") == "pin-wrong" ? 1 : 0;
    }
    EXPECT_GE(waited, 2min) << "each wait is twice the one before";
    now += StaffRegistry::lockedFor - 1ms;
    EXPECT_EQ(signIn("314159"), "pin-locked");
    now += 1ms;
    EXPECT_EQ(signIn("314159"), "done");
    EXPECT_EQ(signIn("000000"), "pin-wrong") << "all is forgiven";
}

TEST_F(StaffRegistryTest, WhoHasLeftOrNeverWasIsToldNothing)
{
    ASSERT_EQ(signIn("271828", "314159"), "done");
    ASSERT_TRUE(registry->put({ani, "Ani", StaffRole::Staff, true}, std::nullopt));
    EXPECT_FALSE(registry->roleAt(ani, desk, now)) << "at once";
    EXPECT_EQ(signIn("314159"), "pin-wrong");
    EXPECT_EQ(registry->signIn(*StaffId::parse("nobody"), desk, "314159", {}, now).error().code, "pin-wrong");
    const auto database =
        sqlite::Database::open(folder.path("access.db"), sqlite::Database::Mode::ReadWrite).value();
    EXPECT_EQ(database.number("SELECT count(*) FROM staff WHERE pin LIKE '$argon2id$%'").value(), 1);
}

TEST_F(StaffRegistryTest, AGivenPinIsByChanceAndForOnce)
{
    SystemRandom random;
    std::set<std::string> pins;
    for (int i = 0; i < 5; ++i) {
        const std::string pin =
            giveOneTimePin(*registry, {ani, "Ani", StaffRole::Manager, false}, random).value();
        EXPECT_TRUE(isStrongPin(pin)) << pin;
        pins.insert(pin);
    }
    EXPECT_EQ(pins.size(), 5U);
    const std::string last =
        giveOneTimePin(*registry, {ani, "Ani", StaffRole::Manager, false}, random).value();
    EXPECT_EQ(signIn("271828"), "pin-wrong") << "the old one is gone";
    EXPECT_EQ(signIn(last), "pin-must-change");
    EXPECT_EQ(signIn(last, "314159"), "done");
    EXPECT_EQ(registry->roleAt(ani, desk, now).value(), StaffRole::Manager);
}

TEST(PinTest, WhatIsEasilyGuessedIsRefused)
{
    for (const char* weak : {"", "12345", "111111", "123456", "654321", "0123456789", "abcdef", "27182a"})
        EXPECT_FALSE(isStrongPin(weak)) << weak;
    EXPECT_FALSE(isStrongPin(std::string(33, '7') + "1"));
    EXPECT_TRUE(isStrongPin("271828"));
}

template <std::size_t I = 0>
void addEmpty(std::vector<CommandBody>& bodies)
{
    if constexpr (I < std::variant_size_v<CommandBody>) {
        bodies.emplace_back(std::in_place_index<I>);
        addEmpty<I + 1>(bodies);
    }
}

/// What a role of device may send: by nobody in particular, by staff, by a manager alone.
std::string tableOf(DeviceRole role)
{
    std::vector<CommandBody> bodies;
    addEmpty(bodies);
    std::string table;
    for (const CommandBody& body : bodies) {
        const auto may = [&](std::optional<StaffRole> person) {
            const Command command{CommandId({1}), {desk, person ? std::optional(ani) : std::nullopt}, body};
            return mayDo({desk, role, 0}, command,
                         [&](const StaffId&) -> Result<StaffRole> { return *person; })
                .has_value();
        };
        if (may(std::nullopt))
            table += std::string(kindOf(body)) + ": anybody\n";
        else if (may(StaffRole::Staff))
            table += std::string(kindOf(body)) + ": staff\n";
        else if (may(StaffRole::Manager))
            table += std::string(kindOf(body)) + ": manager\n";
    }
    return table;
}

TEST(AccessRules, EachRoleOfDeviceMayDoItsOwn)
{
    EXPECT_EQ(tableOf(DeviceRole::Display), "");
    EXPECT_EQ(tableOf(DeviceRole::Kiosk),
              "issue-ticket: anybody\ncancel-ticket: anybody\nreturn-leg: anybody\n"
              "confirm-priority: staff\nconfirm-clock: staff\n");
    EXPECT_EQ(tableOf(DeviceRole::Counter),
              "change-counter: staff\nissue-ticket: staff\ncancel-ticket: staff\ncall-next: staff\n"
              "call-leg: staff\nacknowledge-call: anybody\nrecall-leg: staff\nstart-service: staff\n"
              "finish-leg: staff\nmark-no-show: staff\nwithdraw-call: staff\npark-leg: staff\n"
              "return-leg: staff\ntransfer-leg: staff\ntake-over-leg: staff\nreopen-leg: staff\n"
              "undo-act: staff\nconfirm-priority: staff\nconfirm-clock: staff\n");
    const std::string manager = tableOf(DeviceRole::Manager);
    EXPECT_NE(manager.find("publish-catalogue: manager\nchange-staff: manager\n"), std::string::npos)
        << manager;
    EXPECT_EQ(manager.find("anybody"), std::string::npos) << manager;
    EXPECT_EQ(manager.find("raise-"), std::string::npos) << manager << "nobody but the server";
}

TEST(AccessRules, ADeviceRegistersItselfAlone)
{
    const auto codeOf = [](const DeviceId& registered, const DeviceId& actor) {
        RegisterDevice wanted;
        wanted.device = registered;
        const Command command{CommandId({1}), {actor, std::nullopt}, wanted};
        const auto may = mayDo({desk, DeviceRole::Display, 0}, command,
                               [](const StaffId&) -> Result<StaffRole> { return StaffRole::Manager; });
        return may ? "may" : may.error().code;
    };
    EXPECT_EQ(codeOf(desk, desk), "may");
    EXPECT_EQ(codeOf(kiosk, desk), "role-forbidden");
    EXPECT_EQ(codeOf(kiosk, kiosk), "device-other") << "the token is another's";
}

TEST(AccessRules, WhoeverIsNamedMustBeSignedIn)
{
    IssueTicket wanted;
    wanted.channel = Channel::SelfService;
    const Command command{CommandId({1}), {kiosk, ani}, wanted};
    const auto may = mayDo({kiosk, DeviceRole::Kiosk, 1}, command,
                           [](const StaffId&) -> Result<StaffRole> { return refuse("staff-not-signed-in"); });
    EXPECT_EQ(may.error().code, "staff-not-signed-in");
}

} // namespace
} // namespace anjungan
