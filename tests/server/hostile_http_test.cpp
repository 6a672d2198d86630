// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that whatever comes instead of a good HTTP request is refused by its own code, in time and in
// bounded memory: too much, too slow, too many, malformed, unknown.
#include "server/hostile_site.h"

#include "support/catalogues.h"

namespace anjungan {
namespace {

class HostileHttp : public HostileSite
{
protected:
    [[nodiscard]] const std::string& commands() const { return m_commands; }

    /// Time from now to the end of a connection.
    static std::chrono::milliseconds untilEnd(const RawTls& tls, std::string& text)
    {
        const auto begin = std::chrono::steady_clock::now();
        const auto read = tls.readToEnd(5s);
        EXPECT_TRUE(read.isAtEnd) << "it was left open";
        text = read.text;
        return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() -
                                                                     begin);
    }

private:
    std::string m_commands = "/v1/sites/tiny/commands";
};

// Too much

TEST_F(HostileHttp, ABodyThatIsTooLargeIsRefused)
{
    EXPECT_EQ(ask(post(commands(), std::string(Api::bodyBytesMax, 'x'))), refused(400, "request-invalid"))
        << "as large as may be: it was read";
    EXPECT_EQ(ask(post(commands(), std::string(Api::bodyBytesMax + 1, 'x'))), refused(413, "body-too-large"));
    EXPECT_EQ(ask(post(commands(), std::string(5'000'000, 'x'))), refused(413, "body-too-large"))
        << "also to one who sends on";
    EXPECT_EQ(ask(post(commands(), "", "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n")).status, 400);
}

TEST_F(HostileHttp, ABodyIsTooLargeInPiecesAsWell)
{
    std::string request =
        fmt::format("POST {} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n", commands());
    for (int i = 0; i < 20; ++i)
        request += "1000\r\n" + std::string(0x1000, 'x') + "\r\n";
    EXPECT_EQ(ask(request + "0\r\n\r\n"), refused(413, "body-too-large"));
}

TEST_F(HostileHttp, AHeaderThatIsTooLargeIsRefused)
{
    EXPECT_EQ(ask(get("/healthz", "X: " + std::string(9'000, 'x') + "\r\n")),
              refused(431, "header-too-large"));
    std::string many;
    for (int i = 0; i < 3'000; ++i)
        many += fmt::format("X-{}: 1\r\n", i);
    EXPECT_EQ(ask(get("/healthz", many)), refused(431, "header-too-large"));
}

// Too slow

TEST_F(HostileHttp, AHeaderThatDripsIsCutAtItsDeadline)
{
    const RawTls tls(site->port());
    const auto begin = std::chrono::steady_clock::now();
    tls.send("GET /healthz HT");
    RawTls::Read read;
    while (!read.isAtEnd && read.text.empty() && std::chrono::steady_clock::now() - begin < 5s) {
        tls.send("T");
        read = tls.readUntil("}", 50ms);
    }
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 1'500ms) << "each byte does not buy more time";
    EXPECT_EQ(seen(read.text), refused(408, "request-timeout"));
}

TEST_F(HostileHttp, ABodyThatNeverEndsIsCutAtItsDeadline)
{
    const RawTls tls(site->port());
    tls.send(fmt::format("POST {} HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\n{{\"id\":", commands()));
    std::string text;
    EXPECT_LT(untilEnd(tls, text), 1'500ms);
    EXPECT_EQ(seen(text), refused(408, "request-timeout"));
}

TEST_F(HostileHttp, WhoConnectsAndSaysNothingIsLeftAfterAWhile)
{
    const RawTls tls(site->port());
    std::string text;
    const auto took = untilEnd(tls, text);
    EXPECT_EQ(text, "") << "nothing was asked";
    EXPECT_GE(took, 1'000ms);
    EXPECT_LT(took, 4s);
}

TEST_F(HostileHttp, AThirdOfTheConnectionsDrippingDoesNotHinderTheOthers)
{
    std::vector<std::unique_ptr<RawTls>> drips;
    for (int i = 0; i < 30; ++i) {
        drips.push_back(std::make_unique<RawTls>(site->port()));
        drips.back()->send("GET / HTTP/1.1\r\nX: ");
    }
    const auto begin = std::chrono::steady_clock::now();
    for (int i = 0; i < 10; ++i)
        EXPECT_EQ(ask(get("/healthz")).status, 200);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 3s);
}

// Too many

TEST_F(HostileHttp, TooManyConnectionsAreToldSoAndBeyondThatClosed)
{
    HttpServer::Settings few = impatient();
    few.connectionsMax = 3;
    few.handshakeWithin = 10s;
    few.idleWithin = 10s;
    begin(few);
    {
        std::vector<std::unique_ptr<RawTls>> open;
        for (int i = 0; i < 3; ++i)
            open.push_back(std::make_unique<RawTls>(site->port()));
        EXPECT_EQ(ask(get("/healthz")), refused(503, "too-many-connections"));
        EXPECT_NE(ask(get("/healthz")).text.find("Retry-After: 1"), std::string::npos);
        std::vector<std::unique_ptr<RawSocket>> silent;
        for (int i = 0; i < 64; ++i)
            silent.push_back(std::make_unique<RawSocket>(site->port()));
        EXPECT_TRUE(soon([&] { return !RawTls(site->port()).isOpen(); })) << "closed at once";
        EXPECT_GE(site->metrics().connectionsRefused, 2U);
        EXPECT_FALSE(open.front()->readToEnd(10ms).isAtEnd) << "who was there first stays";
    }
    EXPECT_TRUE(soon([&] { return ask(get("/healthz")).status == 200; })) << "and there is room again";
}

TEST_F(HostileHttp, AReaderThatDoesNotReadIsDroppedAndItsMemoryIsBounded)
{
    const auto residentBytes = [] {
        std::ifstream file("/proc/self/statm");
        std::size_t whole = 0;
        std::size_t resident = 0;
        file >> whole >> resident;
        return resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    };
    Catalogue large = *sampleCatalogue();
    large.site = *SiteId::parse("tiny");
    for (std::uint32_t i = 1; i <= 300; ++i) {
        large.version = i;
        std::promise<bool> done;
        site->queue().submit({site->random().makeId<CommandId>(),
                              {*DeviceId::parse("kiosk-1"), {}},
                              PublishCatalogue{std::make_shared<const Catalogue>(large)}},
                             [&](const Result<Receipt>& receipt) { done.set_value(receipt.has_value()); });
        ASSERT_TRUE(done.get_future().get());
    }
    std::size_t logBytes = 0;
    for (Position at;;) {
        const auto chunk = site->feed().after(at);
        ASSERT_TRUE(chunk);
        if (chunk->text.empty())
            break;
        logBytes += chunk->text.size();
        at = chunk->upTo;
    }
    ASSERT_GT(logBytes, 12'000'000U) << "more than the sockets' own buffers take";

    const std::size_t before = residentBytes();
    constexpr std::size_t readers = 40;
    std::vector<std::unique_ptr<RawTls>> open;
    for (std::size_t i = 0; i < readers; ++i) {
        open.push_back(std::make_unique<RawTls>(site->port(), RawTls::Options{0, 4'096}));
        open.back()->send(get("/v1/sites/tiny/log?after=0.0"));
    }
    const RawTls reading(site->port());
    reading.send(get("/v1/sites/tiny/log?after=0.0"));
    EXPECT_NE(reading.readUntil("event: connection", 10s).text.find(".300\ndata:"), std::string::npos)
        << "who reads has all of it meanwhile";
    EXPECT_TRUE(soon([&] { return site->metrics().slowReadersDropped == readers; }, 10s));
    EXPECT_LT(residentBytes() - std::min(before, residentBytes()), readers * 1'000'000)
        << "not a log for each";
    EXPECT_TRUE(soon([&] { return site->metrics().logReaders == 1; }));
}

// Malformed

TEST_F(HostileHttp, WhatIsNoHttpIsRefused)
{
    for (const std::string& text :
         {std::string("\x01\x02\x03\x04 nonsense\r\n\r\n"), std::string("HELO mail.example\r\n\r\n"),
          std::string("GET /healthz\r\n\r\n"), std::string("GET /healthz HTTP/9.9\r\n\r\n"),
          std::string("GET  /healthz HTTP/1.1\r\n\r\n"),
          std::string("GET /healthz HTTP/1.1\r\nbad header\r\n\r\n"),
          std::string("GET /healthz HTTP/1.1\r\nContent-Length: -1\r\n\r\n"),
          std::string("GET /healthz HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx"),
          std::string("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")})
        EXPECT_EQ(ask(text), refused(400, "request-invalid")) << text;
}

TEST_F(HostileHttp, TargetsThatAreNoneAreRefused)
{
    for (const std::string& target :
         {std::string("healthz"), std::string("*"), std::string("https://other.example/healthz"),
          std::string("/v1/time?nonce=%"), std::string("/v1/time?nonce=%4"),
          std::string("/v1/time?nonce=%zz"), std::string("/v1/time?nonce=%00"),
          std::string("/v1/time?nonce=%0d%0aX:1"), std::string("/v1/time?%00=1"),
          "/" + std::string(3'000, 'x'), std::string("/v1/time"), std::string("/v1/time?nonce="),
          std::string("/v1/time?nonce=AB"), "/v1/time?nonce=" + std::string(65, 'a')})
        EXPECT_EQ(ask(get(target)), refused(400, "request-invalid")) << target;
}

TEST_F(HostileHttp, PathsThatAreNotTheServersAreNotFound)
{
    for (const std::string& target :
         {std::string("/"), std::string("/v1"), std::string("//healthz"), std::string("/healthz/"),
          std::string("/%68ealthz"), std::string("/../../etc/passwd"), std::string("/v1/sites//log"),
          std::string("/v1/sites/tiny/other"), std::string("/v1/sites/tiny/../tiny/log"),
          std::string("/V1/TIME?nonce=00"), std::string("/<script>alert(1)</script>"),
          std::string("/v1/sites/a%2fb/log/x")}) {
        const Told answer = ask(get(target));
        EXPECT_EQ(answer, refused(404, "not-found")) << target;
        EXPECT_EQ(answer.text.find("passwd"), std::string::npos);
        EXPECT_EQ(answer.text.find("script"), std::string::npos) << "nothing of it is said back";
    }
}

TEST_F(HostileHttp, MethodsThatAreNotTheRoutesAreRefused)
{
    for (const std::string line :
         {"POST /healthz", "DELETE /metrics", "PUT /v1/time?nonce=00", "GET /v1/enrol",
          "GET /v1/sites/tiny/commands", "POST /v1/sites/tiny/snapshot", "POST /v1/sites/tiny/log",
          "OPTIONS /v1/enrol", "BREW /healthz"}) {
        const Told answer =
            ask(line + std::string(" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + bearer(token)) +
                "Content-Length: 0\r\n\r\n");
        EXPECT_EQ(answer, refused(405, "method-not-allowed")) << line;
    }
}

TEST_F(HostileHttp, HeadGivesNoBodyAndOfTheLogNothing)
{
    const std::string head = "HEAD {} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{}\r\n";
    const Told health = ask(fmt::format(fmt::runtime(head), "/healthz", ""));
    EXPECT_EQ(health.status, 200);
    EXPECT_TRUE(health.text.ends_with("\r\n\r\n")) << health.text;
    const Told log = ask(fmt::format(fmt::runtime(head), "/v1/sites/tiny/log?after=0.0", bearer(token)));
    EXPECT_EQ(log.status, 405);
    EXPECT_TRUE(log.text.ends_with("\r\n\r\n")) << log.text;
}

TEST_F(HostileHttp, AnotherProtocolIsToldToUpdateWhateverItAsks)
{
    for (const std::string version : {"99", "0", "1.0", "x", "11"}) {
        const std::string header = "Anjungan-Protocol: " + version + "\r\n" + bearer(token);
        for (const char* target :
             {"/healthz", "/v1/sites/tiny/snapshot", "/v1/sites/tiny/log?after=0.0", "/nothing"})
            EXPECT_EQ(ask(get(target, header)), refused(426, "protocol-unknown")) << version << ' ' << target;
        EXPECT_EQ(ask(post("/v1/enrol", "{}", header)), refused(426, "protocol-unknown"));
    }
    EXPECT_EQ(ask(get("/healthz", "Anjungan-Protocol: 1\r\n")).status, 200);
}

TEST_F(HostileHttp, ARequestThatFollowsABadOneOnTheSameConnectionIsNotRead)
{
    const Told answer =
        ask("POST /v1/enrol HTTP/1.1\r\nHost: x\r\nContent-Length: 70000\r\n\r\n" + get("/healthz"));
    EXPECT_EQ(answer, refused(413, "body-too-large"));
    EXPECT_EQ(answer.text.find("200 OK"), std::string::npos);
}

TEST_F(HostileHttp, RequestsOneBehindTheOtherAreAnsweredInOrder)
{
    const std::string one = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";
    const std::string other = "GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n";
    const std::string all = RawTls(site->port()).ask(one + other + get("/healthz", ""));
    const std::size_t first = all.find("200 OK");
    const std::size_t second = all.find("404 Not Found");
    EXPECT_LT(first, second);
    EXPECT_NE(all.find("200 OK", second), std::string::npos) << all;
}

} // namespace
} // namespace anjungan
