// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that nobody but an enrolled device gets anything, that no device speaks for another, and that what a
// revoked one had open is cut.
#include "server/hostile_site.h"

namespace anjungan {
namespace {

class HostileAccess : public HostileSite
{
protected:
    static constexpr const char* log = "/v1/sites/tiny/log?after=0.0";

    Told enrolBy(const std::string& code)
    {
        return ask(post("/v1/enrol", nlohmann::json{{"code", code}}.dump(), ""));
    }
    std::string makeCode(const std::string& device = "kiosk-2")
    {
        return *site->devices().makeCode({*DeviceId::parse(device), DeviceRole::Kiosk, 0}, clock.now());
    }
    Told send(const std::string& body) { return ask(post("/v1/sites/tiny/commands", body)); }
    static std::string command(const std::string& change, const std::string& to)
    {
        IssueTicket issue;
        issue.ticket = *TicketId::parse("0123456789abcdef0123456789abcdee");
        issue.services = {*ServiceId::parse("ktp")};
        const auto id = *CommandId::parse("0123456789abcdef0123456789abcdef");
        nlohmann::json json = toJson(Command{id, {*DeviceId::parse("kiosk-1"), {}}, issue});
        json[change] = nlohmann::json::parse(to);
        return json.dump();
    }
    std::uint64_t head()
    {
        std::uint64_t n = 0;
        site->feed().look([&](const Site& state) { n = state.head().n; });
        return n;
    }
};

// Tokens

TEST_F(HostileAccess, WithoutATokenOrWithAWrongOneThereIsNothing)
{
    const std::string wrong(64, '0');
    for (const auto& [header, code] :
         {std::pair<std::string, std::string>{"", "token-missing"},
          {"Authorization: Basic " + token + "\r\n", "token-missing"},
          {"Authorization: Bearer\r\n", "token-missing"},
          {"Authorization: Bearer " + std::string(2'000, 'a') + "\r\n", "token-missing"},
          {bearer(wrong), "token-unknown"},
          {bearer(token.substr(1)), "token-unknown"},
          {bearer(token + "0"), "token-unknown"},
          {bearer("' OR 1=1 --"), "token-unknown"}}) {
        for (const std::string& target : {std::string(log), std::string("/v1/sites/tiny/snapshot")}) {
            const Told answer = ask(get(target, header));
            EXPECT_EQ(answer, refused(401, code)) << target << ' ' << header;
            EXPECT_NE(answer.text.find("WWW-Authenticate: Bearer"), std::string::npos);
        }
        EXPECT_EQ(ask(post("/v1/sites/tiny/commands", "{}", header)), refused(401, code)) << header;
    }
}

TEST_F(HostileAccess, ARevokedTokenIsUnknownAtOnce)
{
    EXPECT_EQ(ask(get("/v1/sites/tiny/snapshot")).status, 200);
    ASSERT_TRUE(site->devices().revoke(*DeviceId::parse("kiosk-1"), clock.now()));
    EXPECT_EQ(ask(get("/v1/sites/tiny/snapshot")), refused(401, "token-unknown"));
    EXPECT_EQ(ask(get(log)), refused(401, "token-unknown"));
    EXPECT_EQ(send("{}"), refused(401, "token-unknown"));
}

TEST_F(HostileAccess, EnrollingAnewEndsTheEarlierToken)
{
    const std::string before = token;
    token = site->enrol("kiosk-1");
    EXPECT_EQ(ask(get("/v1/sites/tiny/snapshot", bearer(before))), refused(401, "token-unknown"));
    EXPECT_EQ(ask(get("/v1/sites/tiny/snapshot")).status, 200);
}

TEST_F(HostileAccess, RevocationCutsALiveLogWithinASecond)
{
    const std::string other = site->enrol("counter-1");
    const RawTls revoked(site->port());
    const RawTls stays(site->port());
    revoked.send(get(log));
    stays.send(get(log, bearer(other)));
    ASSERT_NE(revoked.readUntil("connection", 5s).text.find("200 OK"), std::string::npos);
    ASSERT_NE(stays.readUntil("connection", 5s).text.find("200 OK"), std::string::npos);
    ASSERT_TRUE(site->devices().revoke(*DeviceId::parse("kiosk-1"), clock.now()));
    site->feed().wakeAll();
    EXPECT_TRUE(revoked.readToEnd(1s).isAtEnd);
    EXPECT_FALSE(stays.readToEnd(300ms).isAtEnd);
}

TEST_F(HostileAccess, MetricsAreForThisMachineAlone)
{
    HttpRequest request;
    request.method = "GET";
    request.path = "/metrics";
    HttpResponse response;
    site->api().handle(request, [&](HttpResponse got) { response = std::move(got); });
    EXPECT_EQ(response.status, 403);
    EXPECT_NE(response.body.find("local-only"), std::string::npos);
    EXPECT_EQ(ask(get("/metrics", "X-Forwarded-For: 10.0.0.1\r\n")).status, 200);
}

// Enrolment

TEST_F(HostileAccess, ACodeHoldsOnce)
{
    const std::string code = makeCode();
    EXPECT_EQ(enrolBy(code).status, 200);
    EXPECT_EQ(enrolBy(code), refused(403, "code-unknown"));
}

TEST_F(HostileAccess, ACodeHoldsForAnHour)
{
    const std::string code = makeCode();
    const std::string other = makeCode("kiosk-3");
    clock.advance(DeviceRegistry::codeValid - 1ms);
    EXPECT_EQ(enrolBy(other).status, 200);
    clock.advance(1ms);
    EXPECT_EQ(enrolBy(code), refused(403, "code-unknown"));
}

TEST_F(HostileAccess, ANewerCodeOfTheSameDeviceEndsTheEarlierOne)
{
    const std::string before = makeCode();
    const std::string after = makeCode();
    EXPECT_EQ(enrolBy(before), refused(403, "code-unknown"));
    EXPECT_EQ(enrolBy(after).status, 200);
}

TEST_F(HostileAccess, ARevokedDevicesCodeHoldsNoLonger)
{
    const std::string code = makeCode();
    ASSERT_TRUE(site->devices().revoke(*DeviceId::parse("kiosk-2"), clock.now()));
    EXPECT_EQ(enrolBy(code), refused(403, "code-unknown"));
}

TEST_F(HostileAccess, WhoTriesTooManyCodesWaitsForTheNextMinute)
{
    const std::string code = makeCode();
    for (int i = 0; i < DeviceRegistry::failuresAMinuteMax; ++i)
        EXPECT_EQ(enrolBy(fmt::format("AAAAA-{:05}", i)), refused(403, "code-unknown"));
    const Told answer = enrolBy(code);
    EXPECT_EQ(answer, refused(429, "too-many-tries")) << "whoever knows a code waits as well";
    EXPECT_NE(answer.text.find("Retry-After"), std::string::npos);
    clock.advance(1min);
    EXPECT_EQ(enrolBy(code).status, 200);
}

TEST_F(HostileAccess, WhatIsNoCodeIsRefused)
{
    for (const char* body : {"{}", R"({"code":""})", R"({"code":null})", R"({"code":7})", R"({"code":["a"]})",
                             R"({"code":"%' OR '1'='1"})", R"({"kode":"AAAAA-AAAAA"})"})
        EXPECT_EQ(ask(post("/v1/enrol", body, "")), refused(403, "code-unknown")) << body;
    for (const char* body : {"", "null", "[]", "{", "{\"code\":\"\xff\"}", "{\"code\":1e999}"})
        EXPECT_EQ(ask(post("/v1/enrol", body, "")), refused(400, "request-invalid")) << body;
}

// Commands

TEST_F(HostileAccess, NoDeviceSpeaksForAnother)
{
    for (const char* name : {R"("kiosk-2")", R"("server")"})
        EXPECT_EQ(send(command("device", name)), refused(403, "device-other")) << name;
    EXPECT_EQ(head(), 0U) << "and nothing happened";
}

TEST_F(HostileAccess, AnotherSiteIsUnknown)
{
    for (const char* name : {"other", "TINY", "tiny2", "%74iny"}) {
        const std::string base = fmt::format("/v1/sites/{}/", name);
        EXPECT_EQ(ask(get(base + "snapshot")), refused(404, "site-unknown")) << name;
        EXPECT_EQ(ask(get(base + "log?after=0.0")), refused(404, "site-unknown")) << name;
        EXPECT_EQ(ask(post(base + "commands", command("staff", R"("ani")"))), refused(404, "site-unknown"))
            << name;
    }
}

TEST_F(HostileAccess, WhatIsNoCommandIsRefused)
{
    for (const std::string& body :
         {std::string(), std::string("null"), std::string("[]"), std::string("\"x\""), std::string("{"),
          std::string("{} {}"), std::string("{\"id\":\"\xc3\x28\"}"), std::string("\xef\xbb\xbf"),
          std::string("{\"a\":-}"), std::string(3, '\0')})
        EXPECT_EQ(send(body), refused(400, "request-invalid")) << body;
    EXPECT_EQ(send("{}"), refused(400, "command-invalid"));
    for (const auto& [field, value] : {std::pair<const char*, const char*>{"id", "7"},
                                       {"id", "\"x\""},
                                       {"id", R"("00000000000000000000000000000000")"},
                                       {"device", "null"},
                                       {"device", R"("../../kiosk")"},
                                       {"staff", "[]"},
                                       {"kind", "{}"},
                                       {"body", "[]"},
                                       {"body", "null"},
                                       {"body", "{}"},
                                       {"body", R"({"ticket":"x","services":["ktp"]})"}})
        EXPECT_EQ(send(command(field, value)), refused(400, "command-invalid")) << field << value;
    EXPECT_EQ(head(), 0U);
}

TEST_F(HostileAccess, ACommandOfAnUnknownKindIsRefused)
{
    EXPECT_EQ(send(command("kind", R"("launch-rockets")")), refused(422, "command-unknown"));
    const Told answer = send(command("kind", nlohmann::json(std::string(4'000, 'k')).dump()));
    EXPECT_EQ(answer, refused(422, "command-unknown"));
    EXPECT_LT(answer.text.size(), 600U) << "little of it is said back";
}

TEST_F(HostileAccess, JsonThatIsNothingButBracketsIsRefused)
{
    for (const std::string& bomb :
         {std::string(65'000, '['), std::string(32'000, '[') + std::string(32'000, ']'), [] {
              std::string text;
              for (int i = 0; i < 10'000; ++i)
                  text += R"({"a":)";
              return text;
          }()}) {
        const Told answer = send(bomb);
        EXPECT_EQ(answer, refused(400, "request-invalid"));
        EXPECT_NE(answer.text.find("nested deeper"), std::string::npos);
        EXPECT_EQ(ask(post("/v1/enrol", bomb, "")), refused(400, "request-invalid"));
        EXPECT_EQ(send(command("extra", R"({"a":[1]})").insert(1, "\"x\":" + bomb + ",")),
                  refused(400, "request-invalid"));
    }
}

TEST_F(HostileAccess, HostileTextInACommandComesBackAsTextOrNotAtAll)
{
    const Told answer = send(command("kind", R"("<script>\u0000\r\nX: 1")"));
    EXPECT_EQ(answer.status, 422);
    EXPECT_NE(answer.text.find("application/problem+json"), std::string::npos);
    EXPECT_NE(answer.text.find("nosniff"), std::string::npos);
    EXPECT_EQ(answer.text.find("\r\nX: 1"), std::string::npos);
}

// The log

TEST_F(HostileAccess, APositionOfAnotherLogNeedsASnapshot)
{
    for (const char* after : {"0.1", "1.5", "7.3", "0.18446744073709551615"})
        EXPECT_EQ(ask(get(std::string("/v1/sites/tiny/log?after=") + after)), refused(410, "snapshot-needed"))
            << after;
}

TEST_F(HostileAccess, WhatIsNoPositionIsRefused)
{
    for (const char* after : {"", "1", ".", "1.", ".1", "-1.0", "0.-1", "1.2.3", "0.0x", "0x1.0",
                              "0.18446744073709551616", "99999999999999999999.1", "%2b1.0", "a.b", "0.0%20"})
        EXPECT_EQ(ask(get(std::string("/v1/sites/tiny/log?after=") + after)), refused(400, "request-invalid"))
            << after;
}

} // namespace
} // namespace anjungan
