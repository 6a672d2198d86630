// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/upstream.h"

#include "core/json_codec.h"
#include "core/json_depth.h"
#include "core/protocol.h"
#include "storage/file_content.h"
#include "sync/enrolment.h"
#include "sync/problem.h"

#include <algorithm>
#include <array>
#include <spdlog/spdlog.h>

namespace anjungan {

namespace {

using nlohmann::json;

constexpr std::chrono::seconds exchangeWithin{30};
constexpr std::chrono::milliseconds stopWithin{100};

std::string settingsFile(const std::filesystem::path& directory)
{
    return (directory / "upstream.json").string();
}

std::string authorityFile(const std::filesystem::path& directory)
{
    return (directory / "upstream-ca.crt").string();
}

} // namespace

Result<void> joinUpstream(const std::filesystem::path& directory, const SiteId& site,
                          const ServerAddress& server, const std::string& code, const Clock& clock)
{
    return enrolAt(server, code, clock).and_then([&](const Enrolled& enrolled) -> Result<void> {
        if (enrolled.role != "site" || enrolled.device.text() != site.text())
            return refuse("role-forbidden",
                          "the code is for " + enrolled.role + " " + enrolled.device.text());
        return copyFileDurably(server.authorityFile, authorityFile(directory)).and_then([&] {
            return writeFileDurably(settingsFile(directory),
                                    json{{"url", server.url}, {"token", enrolled.token}}.dump());
        });
    });
}

Result<std::optional<UpstreamSettings>> readUpstream(const std::filesystem::path& directory)
{
    const auto text = readWholeFile(settingsFile(directory), smallFileBytesMax);
    if (!text && text.error().code == "file-missing")
        return std::optional<UpstreamSettings>();
    if (!text)
        return tl::unexpected(text.error());
    UpstreamSettings settings;
    const json from = parseJson(*text);
    if (!from.is_object() || !codec::get(from, "url", settings.server.url) ||
        !codec::get(from, "token", settings.token))
        return failForGood("upstream-invalid", settingsFile(directory));
    settings.server.authorityFile = authorityFile(directory);
    return std::optional(std::move(settings));
}

Upstream::Upstream(UpstreamSettings settings, SiteId site, LogFeed& feed, const Clock& clock, Random& random,
                   Metrics& metrics)
    : m_settings(std::move(settings))
    , m_site(std::move(site))
    , m_feed(feed)
    , m_random(random)
    , m_metrics(metrics)
    , m_http(m_settings.server, clock)
{
    m_listener = m_feed.listen([this] {
        const std::lock_guard lock(m_mutex);
        m_hasNews = true;
        m_moved.notify_all();
    });
    m_thread = std::thread([this] { run(); });
}

Upstream::~Upstream()
{
    m_feed.forget(m_listener);
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_http.wake();
    m_moved.notify_all();
    m_thread.join();
}

void Upstream::run()
{
    int failures = 0;
    while (!m_stopping) {
        const auto pushed = push();
        if (pushed) {
            failures = 0;
            m_metrics.upstreamReached = 1;
            continue;
        }
        if (m_stopping)
            return;
        if (failures == 0)
            spdlog::warn("upstream: {} {}", pushed.error().code, pushed.error().context);
        m_metrics.upstreamReached = 0;
        rest(backoff(failures++));
    }
}

Result<void> Upstream::push()
{
    const std::string path = "/v1/watched/" + m_site.text();
    const auto note = [this](const Position& there) { m_there = there; };
    if (!m_there)
        return ask(false, path, {}).map(note);
    {
        const std::lock_guard lock(m_mutex);
        m_hasNews = false;
    }
    auto chunk = m_feed.after(*m_there);
    if (!chunk && !m_feed.isReady())
        return tl::unexpected(chunk.error());
    if (!chunk)
        return ask(true, path + "/snapshot", *m_feed.snapshot()).map(note);
    if (chunk->text.empty()) {
        std::unique_lock lock(m_mutex);
        if (m_moved.wait_for(lock, heartbeat, [this] { return m_hasNews || m_stopping; }))
            return {};
    }
    const auto taken = ask(true, path + "/log", std::move(chunk->text));
    if (!taken && taken.error().code == "snapshot-needed")
        return ask(true, path + "/snapshot", *m_feed.snapshot()).map(note);
    return taken.map(note);
}

Result<Position> Upstream::ask(bool isPost, const std::string& path, std::string body)
{
    std::optional<Result<HttpClient::Response>> response;
    HttpClient::Request request;
    request.isPost = isPost;
    request.path = path;
    request.body = std::move(body);
    request.token = m_settings.token;
    request.within = exchangeWithin;
    m_http.send(std::move(request),
                [&response](Result<HttpClient::Response> got) { response = std::move(got); });
    while (!response) {
        m_http.work(stopWithin);
        // What is under way is asked again the next time: the other side knows what it has.
        if (m_stopping && !response)
            return failTemporarily("closed");
    }
    const auto received = successOf(*response);
    if (!received) {
        m_there.reset();
        return tl::unexpected(received.error());
    }
    const json from = parseJson(received->body);
    const auto head = from.is_object() && from.contains("head") && from["head"].is_string()
                          ? parsePosition(from["head"].get<std::string>())
                          : std::nullopt;
    if (!head)
        return failTemporarily("no-answer", "no position");
    return *head;
}

void Upstream::rest(std::chrono::milliseconds time)
{
    std::unique_lock lock(m_mutex);
    m_moved.wait_for(lock, time, [this] { return m_stopping.load(); });
}

/// Half of it is by chance, so that hundreds of sites do not come back at once.
std::chrono::milliseconds Upstream::backoff(int failures)
{
    const auto whole = std::min(backoffMax, backoffMin * (1 << std::min(failures, 10)));
    std::array<std::uint8_t, 2> chance{};
    m_random.fill(chance);
    return whole / 2 + whole / 2 * (chance[0] * 256 + chance[1]) / 65'536;
}

} // namespace anjungan
