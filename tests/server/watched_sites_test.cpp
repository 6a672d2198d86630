// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that a site's log is pushed to the server that watches it, over TLS, whole and once, through
// restarts of either side and a log that was put back; and that nobody else can speak for a site.
#include "server/upstream.h"
#include "server/watched_sites.h"
#include "storage/system_clock.h"
#include "support/catalogues.h"
#include "support/fake_clock.h"
#include "support/site_over_tls.h"
#include "support/site_text.h"

#include <future>
#include <nlohmann/json.hpp>
#include <thread>

namespace anjungan {
namespace {

using namespace std::chrono_literals;

const SiteId tiny = *SiteId::parse("tiny");

class WatchedSite : public testing::Test
{
protected:
    Result<Receipt> decide(CommandBody body)
    {
        const auto answer = std::make_shared<std::promise<Result<Receipt>>>();
        child.queue().submit({random.makeId<CommandId>(), {*DeviceId::parse("server"), {}}, std::move(body)},
                             [answer](const Result<Receipt>& reply) { answer->set_value(reply); });
        auto reply = answer->get_future();
        return reply.wait_for(10s) == std::future_status::ready ? reply.get() : refuse("no-reply");
    }
    void issue(int count)
    {
        for (int i = 0; i < count; ++i) {
            IssueTicket wanted;
            wanted.ticket = random.makeId<TicketId>();
            wanted.services = {*ServiceId::parse("ktp")};
            ASSERT_TRUE(decide(wanted));
        }
    }
    void SetUp() override { ASSERT_TRUE(decide(PublishCatalogue{tinyCatalogue()})); }

    std::string siteToken() { return parent.enrol("tiny", DeviceRole::Site); }
    std::unique_ptr<Upstream> pushing(const std::string& token)
    {
        return std::make_unique<Upstream>(
            UpstreamSettings{
                {"https://127.0.0.1:" + std::to_string(parent.port()), parent.files().authority.string()},
                token},
            tiny, child.feed(), wall, random, metrics);
    }
    Position headOf(SiteOverTls& site)
    {
        Position head;
        site.feed().look([&](const Site& state) { head = state.head(); });
        return head;
    }
    bool isLevel(std::chrono::seconds patience = 20s)
    {
        const auto end = std::chrono::steady_clock::now() + patience;
        while (std::chrono::steady_clock::now() < end) {
            if (parent.watched().head(tiny) == headOf(child))
                return true;
            std::this_thread::sleep_for(20ms);
        }
        return false;
    }

    FakeClock clock;
    SystemRandom random;
    SystemClock wall;
    Metrics metrics;
    SiteOverTls child{clock};
    SiteOverTls parent{wall};
};

TEST_F(WatchedSite, IsSeenAsItIs)
{
    issue(3);
    const auto upstream = pushing(siteToken());
    ASSERT_TRUE(isLevel());
    issue(30);
    ASSERT_TRUE(isLevel());
    const auto sights = parent.watched().sights();
    ASSERT_EQ(sights.size(), 1U);
    EXPECT_EQ(sights[0].ticketsToday, 33U);
    EXPECT_EQ(sights[0].waiting, 33U);
    EXPECT_EQ(sights[0].name.indonesian, tinyCatalogue()->siteName.indonesian);
    EXPECT_LT(wall.now() - sights[0].heard, 20s);
    EXPECT_EQ(metrics.upstreamReached, 1);
}

TEST_F(WatchedSite, IsCaughtUpWithAfterEitherServerWasAway)
{
    const std::string token = siteToken();
    auto upstream = pushing(token);
    issue(5);
    ASSERT_TRUE(isLevel());
    parent.stop();
    issue(5);
    parent.start();
    ASSERT_TRUE(isLevel()) << "the watching server came back with what it knew";
    upstream.reset();
    issue(5);
    upstream = pushing(token);
    ASSERT_TRUE(isLevel());
    EXPECT_EQ(parent.watched().sights()[0].ticketsToday, 15U);
}

TEST_F(WatchedSite, ANewDayBeginsANewStateAndIsReadAgain)
{
    const auto upstream = pushing(siteToken());
    issue(4);
    ASSERT_TRUE(isLevel());
    clock.advance(24h);
    issue(2);
    ASSERT_TRUE(isLevel());
    parent.stop();
    parent.start();
    EXPECT_EQ(parent.watched().head(tiny), headOf(child)) << "read from its file";
    EXPECT_EQ(parent.watched().sights()[0].ticketsToday, 2U);
}

TEST_F(WatchedSite, TakesTheStateAnewOfALogThatWasPutBack)
{
    auto watched = WatchedSites::open(child.path("other.db"));
    ASSERT_TRUE(watched);
    issue(3);
    const auto frames = child.feed().after({});
    ASSERT_TRUE(frames);
    ASSERT_TRUE((*watched)->takeLog(tiny, frames->text, wall.now()));
    // Of the epoch after: the last two events before it are lost.
    std::string raised = frames->text.substr(0, frames->text.find("id: 0.3"));
    const auto before = (*watched)->takeLog(tiny, raised, wall.now());
    ASSERT_TRUE(before);
    EXPECT_EQ(before->n, 4U) << "what is known already changes nothing";
    ASSERT_TRUE(decide(RaiseEpoch{7}));
    const auto rest = child.feed().after({0, 4});
    ASSERT_TRUE(rest);
    std::string shifted = rest->text;
    const std::size_t at = shifted.find("\"n\":5");
    ASSERT_NE(at, std::string::npos);
    shifted.replace(at, 5, "\"n\":3");
    EXPECT_EQ((*watched)->takeLog(tiny, shifted, wall.now()).error().code, "snapshot-needed");
    ASSERT_TRUE((*watched)->takeSnapshot(tiny, *child.feed().snapshot(), wall.now()));
    ASSERT_TRUE((*watched)->takeLog(tiny, child.feed().after({})->text, wall.now()));
    EXPECT_EQ((*watched)->head(tiny), headOf(child));
    watched = WatchedSites::open(child.path("other.db"));
    ASSERT_TRUE(watched) << watched.error().context;
    EXPECT_EQ((*watched)->head(tiny), headOf(child));
}

TEST_F(WatchedSite, WhatIsWrongChangesNothing)
{
    auto watched = WatchedSites::open(child.path("other.db"));
    issue(3);
    const std::string frames = child.feed().after({})->text;
    ASSERT_TRUE((*watched)->takeLog(tiny, frames.substr(0, frames.find("id: 0.3")), wall.now()));
    const std::size_t last = frames.find("id: 0.4");
    EXPECT_EQ((*watched)->takeLog(tiny, frames.substr(last), wall.now()).error().code, "snapshot-needed");
    const std::string third = frames.substr(frames.find("id: 0.3"), last - frames.find("id: 0.3"));
    EXPECT_EQ((*watched)->takeLog(tiny, third + "data: {\n\n", wall.now()).error().code, "log-invalid");
    EXPECT_EQ((*watched)->head(tiny), (Position{0, 2})) << "all of it, or none";
    EXPECT_EQ((*watched)->takeSnapshot(tiny, "{}", wall.now()).error().code, "snapshot-invalid");
    ASSERT_TRUE((*watched)->takeLog(tiny, third + frames.substr(last), wall.now()));
    EXPECT_EQ((*watched)->head(tiny), (Position{0, 4}));
}

class SiteToken : public WatchedSite
{
protected:
    std::string ask(bool isPost, const std::string& path, const std::string& token, std::string body = {})
    {
        HttpClient http(
            {"https://127.0.0.1:" + std::to_string(parent.port()), parent.files().authority.string()}, wall);
        std::string code;
        http.send({isPost, path, std::move(body), token}, [&](const Result<HttpClient::Response>& got) {
            code = !got                 ? got.error().code
                   : got->status == 200 ? "ok"
                                        : nlohmann::json::parse(got->body, nullptr, false).value("code", "?");
        });
        while (code.empty())
            http.work(100ms);
        return code;
    }
};

TEST_F(SiteToken, SpeaksForItsOwnSiteAndForNothingElse)
{
    const std::string token = siteToken();
    EXPECT_EQ(ask(false, "/v1/watched/tiny", token), "ok");
    EXPECT_EQ(ask(true, "/v1/watched/tiny/log", token, ": beat\n\n"), "ok");
    EXPECT_EQ(ask(true, "/v1/watched/other/log", token), "role-forbidden");
    EXPECT_EQ(ask(false, "/v1/watched", token), "role-forbidden");
    EXPECT_EQ(ask(false, "/v1/sites/tiny/snapshot", token), "role-forbidden");
    EXPECT_EQ(ask(false, "/v1/sites/tiny/log", token), "role-forbidden");
    EXPECT_EQ(ask(true, "/v1/sites/tiny/commands", token, "{}"), "role-forbidden");
    EXPECT_EQ(ask(true, "/v1/watched/tiny/log", parent.enrol("kiosk-1", DeviceRole::Kiosk)),
              "role-forbidden");
    EXPECT_EQ(ask(false, "/v1/watched", parent.enrol("kantor", DeviceRole::Manager)), "ok");
    EXPECT_EQ(ask(true, "/v1/watched/tiny/log", ""), "token-missing");
    EXPECT_EQ(ask(true, "/v1/watched/tiny/log", token, std::string(200'000, '\n')), "ok")
        << "more than others may";
    EXPECT_EQ(ask(true, "/v1/watched/tiny/log", parent.enrol("kiosk-2", DeviceRole::Kiosk),
                  std::string(200'000, ' ')),
              "body-too-large");
}

} // namespace
} // namespace anjungan
