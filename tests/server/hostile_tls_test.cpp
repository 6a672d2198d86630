// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that a device speaks to no server but its site's, and that a server hears nobody without TLS: each
// refusal has its own words, and none of them harms the others.
#include "server/hostile_site.h"

namespace anjungan {
namespace {

class HostileTls : public HostileSite
{
protected:
    /// What the project's own client says of the server as it now is.
    Result<HttpClient::Response> fetch(const std::string& authority, bool atAnyTime = false)
    {
        HttpClient http({"https://127.0.0.1:" + std::to_string(site->port()), authority}, clock);
        std::optional<Result<HttpClient::Response>> result;
        HttpClient::Request request;
        request.path = "/v1/time?nonce=00";
        request.within = 5s;
        request.atAnyTime = atAnyTime;
        http.send(std::move(request), [&](Result<HttpClient::Response> got) { result = std::move(got); });
        while (!result)
            http.work(20ms);
        return *std::move(result);
    }
    Result<HttpClient::Response> fetch() { return fetch(site->files().authority.string()); }

    void expectRefused(const Result<HttpClient::Response>& result, const std::string& why)
    {
        ASSERT_FALSE(result) << "it was trusted";
        EXPECT_EQ(result.error().code, "certificate-refused");
        EXPECT_NE(result.error().context.find(why), std::string::npos) << result.error().context;
    }
    void showCertificate(const std::vector<std::string>& hosts, Instant made)
    {
        ASSERT_TRUE(issueCertificate(site->files(), hosts, made));
        ASSERT_TRUE(site->http().reloadCertificate());
    }
    std::uint64_t handshakesFailed() { return site->metrics().handshakesFailed; }
};

TEST_F(HostileTls, TheSitesOwnCertificateIsTrusted)
{
    const auto response = fetch();
    ASSERT_TRUE(response) << response.error().context;
    EXPECT_EQ(response->status, 200);
}

TEST_F(HostileTls, ACertificateOfAnotherAuthorityIsRefused)
{
    const SiteOverTls other(clock);
    expectRefused(fetch(other.files().authority.string()), "issuer certificate");
    EXPECT_TRUE(soon([&] { return handshakesFailed() == 1; }));
}

TEST_F(HostileTls, AnExpiredCertificateIsRefusedButForTheTime)
{
    showCertificate({"127.0.0.1"}, clock.now() - 400 * 24h);
    expectRefused(fetch(), "expired");
    EXPECT_TRUE(fetch(site->files().authority.string(), true)) << "whose answer is signed by the site's key";
}

TEST_F(HostileTls, ACertificateThatDoesNotHoldYetIsRefused)
{
    showCertificate({"127.0.0.1"}, clock.now() + 10 * 24h);
    expectRefused(fetch(), "not yet valid");
}

TEST_F(HostileTls, ACertificateOfAnotherHostIsRefusedAtAnyTime)
{
    showCertificate({"antrean.example", "10.1.2.3"}, clock.now());
    expectRefused(fetch(), "127.0.0.1");
    expectRefused(fetch(site->files().authority.string(), true), "127.0.0.1");
}

TEST_F(HostileTls, TlsBelow12IsRefusedAndTls12IsNot)
{
    for (const int version : {TLS1_VERSION, TLS1_1_VERSION}) {
        const RawTls old(site->port(), {version, 0});
        EXPECT_FALSE(old.isOpen());
        EXPECT_NE(old.refusal().find("protocol version"), std::string::npos) << old.refusal();
    }
    EXPECT_TRUE(soon([&] { return handshakesFailed() == 2; }));
    const RawTls fine(site->port(), {TLS1_2_VERSION, 0});
    EXPECT_EQ(seen(fine.ask(get("/healthz", ""))).status, 200);
}

TEST_F(HostileTls, PlainHttpAndGarbageAreClosedWithoutAResponse)
{
    std::string noise(3'000, '\0');
    SystemRandom().fill({reinterpret_cast<std::uint8_t*>(noise.data()), noise.size()});
    noise[0] = '\x7f';
    std::uint64_t failed = 0;
    for (const std::string& text : {get("/healthz", ""), std::string("\r\n\r\n"), noise,
                                    std::string("\x16\x03\x01\xff\xff\x01", 6) + std::string(70'000, 'x')}) {
        const RawSocket socket(site->port());
        ASSERT_TRUE(socket.isConnected());
        socket.send(text);
        const auto read = socket.readToEnd(5s);
        EXPECT_TRUE(read.isAtEnd);
        EXPECT_EQ(read.text.find("HTTP/1.1"), std::string::npos);
        EXPECT_LE(read.text.size(), 16U) << "an alert of TLS, if anything";
        ++failed;
        EXPECT_TRUE(soon([&] { return handshakesFailed() == failed; }));
    }
}

TEST_F(HostileTls, AHandshakeThatIsNotFinishedEndsAtItsDeadline)
{
    const RawSocket silent(site->port());
    const RawSocket half(site->port());
    half.send(std::string_view("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11));
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_TRUE(silent.readToEnd(5s).isAtEnd);
    EXPECT_TRUE(half.readToEnd(5s).isAtEnd);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 2s);
    EXPECT_TRUE(soon([&] { return handshakesFailed() == 2; }));
}

} // namespace
} // namespace anjungan
