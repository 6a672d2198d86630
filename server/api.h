// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"
#include "core/ports/crypto.h"
#include "server/device_registry.h"
#include "server/http.h"
#include "server/log_feed.h"
#include "server/metrics.h"
#include "server/staff_desk.h"
#include "server/watched_sites.h"

namespace anjungan {

/// What the server answers to each request: docs/protocol.md. Knows no socket. Thread-safe.
class Api
{
public:
    struct Parts
    {
        SiteId site;
        QueuePort& queue;
        LogFeed& feed;
        DeviceRegistry& devices;
        StaffDesk& staff;
        const Signer& siteKey;
        const Hasher& hasher;
        const Verifier& verifier;
        const Clock& clock;
        Metrics& metrics;
        WatchedSites& watched;
    };
    static constexpr std::size_t bodyBytesMax = 64 * 1024;

    explicit Api(Parts parts)
        : m_parts(std::move(parts))
    {}

    using Respond = std::function<void(HttpResponse)>;

    /// Responds once, perhaps later and on another thread: commands are answered after their commit.
    void handle(const HttpRequest& request, Respond respond);

    struct RouteName
    {
        std::string_view method;
        std::string_view path; ///< `{site}` stands for the site's name
    };
    /// Everything that is answered, the log included.
    [[nodiscard]] static std::vector<RouteName> routeNames();

    /// How much may follow a request's head: more of a site that is watched.
    [[nodiscard]] std::size_t bodyBytesFor(const HttpRequest& head);

    /// Whether this asks for the log, which is not a response but goes on.
    [[nodiscard]] static bool isLog(const HttpRequest& request);

    struct LogReader
    {
        std::string token; ///< must hold for as long as the log is read
        Position after;
    };
    /// Errors: those of tokens, `protocol-unknown`, `site-unknown`, `request-invalid`, `snapshot-needed`.
    [[nodiscard]] Result<LogReader> openLog(const HttpRequest& request);
    /// Errors: `token-unknown`, once it was revoked.
    [[nodiscard]] Result<void> mayRead(const std::string& token);

    [[nodiscard]] const LogFeed& feed() const { return m_parts.feed; }
    [[nodiscard]] LogFeed& feed() { return m_parts.feed; }
    [[nodiscard]] Metrics& metrics() { return m_parts.metrics; }

private:
    using Handler = void (Api::*)(const HttpRequest&, const Respond&);
    struct Route
    {
        RouteName name;
        Handler handler;
    };
    [[nodiscard]] static std::span<const Route> routes();

    /// A device of this site.
    [[nodiscard]] Result<Enrolment> deviceOf(const std::string& token);
    /// The other site that the path names, whose server this is. Errors: `role-forbidden` for any other.
    [[nodiscard]] Result<SiteId> watchedSiteOf(const HttpRequest& request);
    [[nodiscard]] Result<Position> positionIn(const HttpRequest& request) const;

    void health(const HttpRequest& request, const Respond& respond);
    void tellMetrics(const HttpRequest& request, const Respond& respond);
    void time(const HttpRequest& request, const Respond& respond);
    void enrol(const HttpRequest& request, const Respond& respond);
    void snapshot(const HttpRequest& request, const Respond& respond);
    void command(const HttpRequest& request, const Respond& respond);
    void signIn(const HttpRequest& request, const Respond& respond);
    void signOut(const HttpRequest& request, const Respond& respond);
    void phone(const HttpRequest& request, const Respond& respond);
    void refuseLog(const HttpRequest& request, const Respond& respond);
    void watchedSites(const HttpRequest& request, const Respond& respond);
    void watchedHead(const HttpRequest& request, const Respond& respond);
    void watchedSnapshot(const HttpRequest& request, const Respond& respond);
    void watchedLog(const HttpRequest& request, const Respond& respond);

    Parts m_parts;
};

} // namespace anjungan
