// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/random.h"
#include "server/log_feed.h"
#include "server/metrics.h"
#include "sync/http_client.h"

#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <thread>

namespace anjungan {

/// Where a site's log is pushed, so that it is watched there: docs/protocol.md, "Upstream". Nothing here
/// waits for it, and nothing is decided there.
struct UpstreamSettings
{
    ServerAddress server;
    std::string token;
};

/// Makes this site known to the server that is to watch it, by a one-time code for the role `site`, and keeps
/// what it is given in the data directory: `upstream.json` and `upstream-ca.crt`. Errors: those of `enrolAt`,
/// `role-forbidden` (the code was for another role or another site), the disk's.
[[nodiscard]] Result<void> joinUpstream(const std::filesystem::path& directory, const SiteId& site,
                                        const ServerAddress& server, const std::string& code,
                                        const Clock& clock);
/// Nothing where the site joined none. Errors: `upstream-invalid`, the disk's.
[[nodiscard]] Result<std::optional<UpstreamSettings>> readUpstream(const std::filesystem::path& directory);

/// Pushes the log as it grows, on a thread of its own, from where the other side is; says at least every
/// `heartbeat` that this site lives. What fails is tried again, ever more slowly.
class Upstream
{
public:
    static constexpr std::chrono::seconds heartbeat{15};
    static constexpr std::chrono::milliseconds backoffMin{500};
    static constexpr std::chrono::milliseconds backoffMax{60'000};

    /// All must live longer.
    Upstream(UpstreamSettings settings, SiteId site, LogFeed& feed, const Clock& clock, Random& random,
             Metrics& metrics);
    ~Upstream();
    Upstream(const Upstream&) = delete;
    Upstream& operator=(const Upstream&) = delete;

private:
    void run();
    /// One exchange. Errors: those of the server and of the way to it.
    [[nodiscard]] Result<void> push();
    [[nodiscard]] Result<Position> ask(bool isPost, const std::string& path, std::string body);
    void rest(std::chrono::milliseconds time);
    [[nodiscard]] std::chrono::milliseconds backoff(int failures);

    const UpstreamSettings m_settings;
    const SiteId m_site;
    LogFeed& m_feed;
    Random& m_random;
    Metrics& m_metrics;
    HttpClient m_http;
    std::optional<Position> m_there; ///< how far the other side is
    std::atomic<bool> m_stopping{false};
    std::mutex m_mutex;
    std::condition_variable m_moved;
    bool m_hasNews = true;
    std::uint64_t m_listener = 0;
    std::thread m_thread;
};

} // namespace anjungan
