// SPDX-License-Identifier: GPL-3.0-or-later
// What is answered to sites that are watched here, and of them.
#include "core/protocol.h"
#include "server/api.h"
#include "server/server_database.h"

#include <nlohmann/json.hpp>

namespace anjungan {

namespace {

using nlohmann::json;

HttpResponse headResponse(const Result<Position>& head)
{
    return head ? jsonResponse(json{{"head", positionText(*head)}}.dump()) : problemResponse(head.error());
}

} // namespace

Result<SiteId> Api::watchedSiteOf(const HttpRequest& request)
{
    return m_parts.devices.check(request.token).and_then([&](const Enrolment& device) -> Result<SiteId> {
        const std::string name = device.device.text();
        const std::string path = "/v1/watched/" + name;
        const auto site = SiteId::parse(name);
        const bool isIts = request.path == path || request.path.starts_with(path + '/');
        if (device.role != DeviceRole::Site || !site || !isIts)
            return refuse("role-forbidden", "a site speaks for itself");
        return *site;
    });
}

void Api::watchedSites(const HttpRequest& request, const Respond& respond)
{
    const auto device = deviceOf(request.token);
    if (!device || device->role != DeviceRole::Manager) {
        respond(problemResponse(device ? Error{"role-forbidden", Severity::ThisItem, {}} : device.error()));
        return;
    }
    json sites = json::array();
    for (const WatchedSites::Sight& sight : m_parts.watched.sights())
        sites.push_back({{"site", sight.site.text()},
                         {"name", sight.name.indonesian},
                         {"region", sight.region.indonesian},
                         {"head", positionText(sight.head)},
                         {"heard", millisecondsOf(sight.heard)},
                         {"ticketsToday", sight.ticketsToday},
                         {"waiting", sight.waiting},
                         {"countersOpen", sight.countersOpen}});
    respond(jsonResponse(json{{"sites", std::move(sites)}}.dump()));
}

void Api::watchedHead(const HttpRequest& request, const Respond& respond)
{
    respond(headResponse(
        watchedSiteOf(request).map([this](const SiteId& site) { return m_parts.watched.head(site); })));
}

void Api::watchedSnapshot(const HttpRequest& request, const Respond& respond)
{
    respond(headResponse(watchedSiteOf(request).and_then([&](const SiteId& site) {
        return m_parts.watched.takeSnapshot(site, request.body, m_parts.clock.now());
    })));
}

void Api::watchedLog(const HttpRequest& request, const Respond& respond)
{
    respond(headResponse(watchedSiteOf(request).and_then([&](const SiteId& site) {
        return m_parts.watched.takeLog(site, request.body, m_parts.clock.now());
    })));
}

} // namespace anjungan
