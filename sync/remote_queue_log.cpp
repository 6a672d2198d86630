// SPDX-License-Identifier: GPL-3.0-or-later
// How the log is followed, and told to followers.
#include "core/json_depth.h"
#include "core/protocol.h"
#include "sync/problem.h"
#include "sync/remote_queue.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace anjungan {

namespace {

using nlohmann::json;

constexpr std::chrono::milliseconds snapshotWithin{30'000};

} // namespace

void RemoteQueue::tendLog()
{
    if (m_log != Log::Away || m_isFaulty || m_clock.steady() < m_logAt)
        return;
    m_log = Log::Asking;
    askTime();
}

void RemoteQueue::askTime()
{
    std::array<std::uint8_t, 16> bytes{};
    m_random.fill(bytes);
    const std::string nonce = CommandId(bytes).text();
    const Instant asked = m_clock.ownTime();
    HttpClient::Request request;
    request.path = "/v1/time?nonce=" + nonce;
    request.within = m_settings.sendWithin;
    request.atAnyTime = true;
    m_http.send(std::move(request), [this, nonce, asked](const Result<HttpClient::Response>& response) {
        const auto time = successOf(response).and_then([&](const HttpClient::Response& received) {
            return readSignedTime(received.body, nonce, m_settings.siteKey, m_verifier);
        });
        if (!time) {
            lost(time.error());
            return;
        }
        m_clock.setFrom(*time, asked + (m_clock.ownTime() - asked) / 2);
        if (m_hasState)
            openLog();
        else
            askSnapshot();
    });
}

void RemoteQueue::askSnapshot()
{
    HttpClient::Request request;
    request.path = "/v1/sites/" + m_settings.site.text() + "/snapshot";
    request.token = m_settings.token;
    request.within = snapshotWithin;
    m_http.send(std::move(request),
                [this](const Result<HttpClient::Response>& response) { takeSnapshot(response); });
}

void RemoteQueue::takeSnapshot(const Result<HttpClient::Response>& response)
{
    auto site = successOf(response).and_then(
        [](const HttpClient::Response& received) { return readSnapshot(received.body); });
    if (!site) {
        lost(site.error());
        return;
    }
    m_site = *std::move(site);
    m_before = m_site.head();
    m_begin = m_before.n > 0 ? std::optional(m_site) : std::nullopt;
    m_events.clear();
    m_hasState = true;
    {
        const std::lock_guard lock(m_followersMutex);
        for (auto& [subscription, follower] : m_followers) {
            follower.caughtUp = false;
            follower.beginsAnew = m_hadState;
        }
    }
    m_hadState = true;
    openLog();
}

void RemoteQueue::openLog()
{
    m_log = Log::Reading;
    m_stream.emplace([this](const EventStream::Frame& frame) { takeFrame(frame); });
    HttpClient::Stream stream;
    stream.path = "/v1/sites/" + m_settings.site.text() + "/log?after=" + positionText(m_site.head());
    stream.token = m_settings.token;
    stream.piece = [this](std::string_view piece) {
        if (!m_stream->take(piece) || m_isFaulty)
            return false;
        if (m_log == Log::Live)
            publish();
        return true;
    };
    stream.ended = [this](const Result<HttpClient::Response>& response) { logEnded(response); };
    m_http.open(std::move(stream));
}

void RemoteQueue::takeFrame(const EventStream::Frame& frame)
{
    const json data = parseJson(frame.data);
    if (frame.event == "connection") {
        Connection connection{true, std::nullopt, 0};
        if (data.is_object() && data.contains("problem") && data["problem"].is_string())
            connection.problem = Error{data["problem"].get<std::string>(), Severity::TryAgain, {}};
        m_log = Log::Live;
        m_failures = 0;
        // First, so that who is brought up to date hears that it is connected, and nothing older.
        setConnection(std::move(connection));
        publish();
        return;
    }
    if (!frame.event.empty() || m_isFaulty)
        return;
    auto event = eventFromJson(data);
    if (event && event->position && event->position->n <= m_site.head().n)
        return;
    // Whatever is wrong here is wrong at every try: this face shows nothing that it would not stand for.
    if (!event || !event->position || event->position->n != m_site.head().n + 1 ||
        !applyEvent(m_site, *event)) {
        m_isFaulty = true;
        return;
    }
    m_events.push_back(*std::move(event));
    if (m_settings.applied)
        m_settings.applied(m_site, m_events.back());
}

void RemoteQueue::logEnded(const Result<HttpClient::Response>& response)
{
    m_stream.reset();
    if (m_isFaulty) {
        lost({"log-invalid", Severity::Fatal, "after " + positionText(m_site.head())});
        return;
    }
    if (!response) {
        lost(response.error());
        return;
    }
    if (response->status == 200) {
        lost({"no-answer", Severity::TryAgain, "the log ended"});
        return;
    }
    Error error = problemOf(*response);
    // The authority has another log than this one: its state is taken anew.
    if (error.code == "snapshot-needed")
        m_hasState = false;
    lost(std::move(error));
}

void RemoteQueue::lost(Error problem)
{
    m_log = Log::Away;
    // Half of the wait is by chance, so that a building's machines do not all come back at once.
    const int doublings = std::min(m_failures++, 10);
    const auto whole = std::min(m_settings.backoffMax, m_settings.backoffMin * (1 << doublings));
    std::array<std::uint8_t, 2> chance{};
    m_random.fill(chance);
    const auto share = whole / 2 * (chance[0] * 256 + chance[1]) / 65'536;
    m_logAt = m_clock.steady() + whole / 2 + share;
    setConnection({false, std::move(problem), 0});
}

// Followers

void RemoteQueue::publish()
{
    if (m_log != Log::Live && m_events.empty() && !m_hasState)
        return;
    if (m_log == Log::Reading)
        return;
    const std::lock_guard lock(m_followersMutex);
    for (auto& [subscription, follower] : m_followers)
        bringUpTo(follower);
}

void RemoteQueue::bringUpTo(Follower& follower)
{
    const bool first = !std::exchange(follower.caughtUp, true);
    const bool isAhead = m_begin && follower.seen.n < m_before.n;
    if (first && follower.observer.begin && (isAhead || follower.beginsAnew)) {
        follower.observer.begin(m_begin ? *m_begin : Site());
        follower.seen = m_before;
    }
    follower.beginsAnew = false;
    const std::uint64_t from = std::max(follower.seen.n, m_before.n);
    const auto missed = std::span(m_events).subspan(std::min(from - m_before.n, m_events.size()));
    if (!missed.empty() || first)
        follower.observer.events(missed);
    follower.seen = m_site.head();
    if (first)
        tellConnection(follower);
}

void RemoteQueue::tellConnection(Follower& follower) const
{
    follower.knowsConnection = true;
    if (follower.observer.connection)
        follower.observer.connection(m_connection);
}

void RemoteQueue::tellNewFollowers()
{
    const std::lock_guard lock(m_followersMutex);
    for (auto& [subscription, follower] : m_followers) {
        if (!follower.knowsConnection && m_connection.problem)
            tellConnection(follower);
    }
}

void RemoteQueue::setConnection(Connection connection)
{
    const std::lock_guard lock(m_followersMutex);
    if (connection.connected == m_connection.connected && connection.problem == m_connection.problem)
        return;
    m_connection = std::move(connection);
    for (auto& [subscription, follower] : m_followers)
        tellConnection(follower);
}

} // namespace anjungan
