// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api.h"

#include "core/json_depth.h"
#include "core/json_scalar.h"
#include "core/protocol.h"
#include "server/access_rules.h"
#include "server/phone_page.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace anjungan {

namespace {

using nlohmann::json;

constexpr std::size_t nonceLengthMax = 64;
constexpr std::string_view logPath = "/v1/sites/{site}/log";
constexpr std::string_view watchedPath = "/v1/watched/{other}";
constexpr std::string_view watchedSnapshotPath = "/v1/watched/{other}/snapshot";
constexpr std::string_view watchedLogPath = "/v1/watched/{other}/log";

/// Whether a path is a route's, and what stands in the place that the route leaves open.
bool matches(std::string_view route, std::string_view path, std::string_view& site)
{
    const std::size_t at = route.find('{');
    if (at == std::string_view::npos)
        return path == route;
    const std::string_view tail = route.substr(route.find('}') + 1);
    if (path.size() <= at + tail.size() || !path.starts_with(route.substr(0, at)) || !path.ends_with(tail))
        return false;
    site = path.substr(at, path.size() - at - tail.size());
    return site.find('/') == std::string_view::npos;
}

Result<json> bodyOf(const HttpRequest& request)
{
    if (findTooDeep(request.body))
        return refuse("request-invalid", fmt::format("nested deeper than {} levels", jsonDepthMax));
    json body = json::parse(request.body, nullptr, false);
    if (body.is_discarded() || !body.is_object())
        return refuse("request-invalid", "the body is no JSON object");
    return body;
}

Result<void> checkProtocol(const HttpRequest& request)
{
    if (!request.version.empty() && request.version != std::to_string(protocolVersion))
        return refuse("protocol-unknown", "this server speaks version 1");
    return {};
}

std::string textAt(const json& object, const char* name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

} // namespace

std::span<const Api::Route> Api::routes()
{
    static constexpr Route all[] = {
        {{"GET", "/healthz"}, &Api::health},
        {{"GET", "/metrics"}, &Api::tellMetrics},
        {{"GET", "/v1/time"}, &Api::time},
        {{"POST", "/v1/enrol"}, &Api::enrol},
        {{"GET", "/v1/sites/{site}/snapshot"}, &Api::snapshot},
        {{"GET", logPath}, &Api::refuseLog},
        {{"POST", "/v1/sites/{site}/commands"}, &Api::command},
        {{"POST", "/v1/sites/{site}/sign-in"}, &Api::signIn},
        {{"POST", "/v1/sites/{site}/sign-out"}, &Api::signOut},
        {{"GET", "/v1/watched"}, &Api::watchedSites},
        {{"GET", watchedPath}, &Api::watchedHead},
        {{"POST", watchedSnapshotPath}, &Api::watchedSnapshot},
        {{"POST", watchedLogPath}, &Api::watchedLog},
        {{"GET", "/T/{token}"}, &Api::phone},
    };
    return all;
}

std::vector<Api::RouteName> Api::routeNames()
{
    std::vector<RouteName> names;
    for (const Route& route : routes())
        names.push_back(route.name);
    return names;
}

void Api::handle(const HttpRequest& request, Respond respond)
{
    const auto counted = [this, respond = std::move(respond)](HttpResponse response) {
        m_parts.metrics.countResponse(response.status);
        response.headers.emplace_back("Date", httpDate(m_parts.clock.now()));
        respond(std::move(response));
    };
    if (const auto understood = checkProtocol(request); !understood) {
        counted(problemResponse(understood.error()));
        return;
    }
    bool isKnown = false;
    for (const Route& route : routes()) {
        std::string_view site;
        if (!matches(route.name.path, request.path, site))
            continue;
        isKnown = true;
        if (route.name.method != request.method)
            continue;
        if (route.name.path.find("{site}") != std::string_view::npos && site != m_parts.site.text()) {
            counted(problemResponse({"site-unknown", Severity::ThisItem, {}}));
            return;
        }
        (this->*route.handler)(request, counted);
        return;
    }
    counted(problemResponse({isKnown ? "method-not-allowed" : "not-found", Severity::ThisItem, {}}));
}

bool Api::isLog(const HttpRequest& request)
{
    std::string_view site;
    return request.method == "GET" && matches(logPath, request.path, site);
}

std::size_t Api::bodyBytesFor(const HttpRequest& head)
{
    std::string_view site;
    const bool isPushed = head.method == "POST" && (matches(watchedLogPath, head.path, site) ||
                                                    matches(watchedSnapshotPath, head.path, site));
    return isPushed && watchedSiteOf(head) ? WatchedSites::bodyBytesMax : bodyBytesMax;
}

Result<Enrolment> Api::deviceOf(const std::string& token)
{
    return m_parts.devices.check(token).and_then([](const Enrolment& device) -> Result<Enrolment> {
        if (device.role == DeviceRole::Site)
            return refuse("role-forbidden", "a site that is watched here");
        return device;
    });
}

Result<Position> Api::positionIn(const HttpRequest& request) const
{
    const auto found = request.query.find("after");
    const auto position = parsePosition(found == request.query.end() ? "0.0" : found->second);
    if (!position)
        return refuse("request-invalid", "after: epoch.n");
    return *position;
}

Result<Api::LogReader> Api::openLog(const HttpRequest& request)
{
    if (const auto understood = checkProtocol(request); !understood)
        return tl::unexpected(understood.error());
    std::string_view site;
    matches(logPath, request.path, site);
    if (site != m_parts.site.text())
        return refuse("site-unknown");
    return mayRead(request.token)
        .and_then([&] { return positionIn(request); })
        .and_then([&](Position after) -> Result<LogReader> {
            if (auto chunk = m_parts.feed.after(after); !chunk)
                return tl::unexpected(chunk.error());
            return LogReader{request.token, after};
        });
}

Result<void> Api::mayRead(const std::string& token)
{
    return deviceOf(token).map([](const Enrolment&) {});
}

void Api::health(const HttpRequest&, const Respond& respond)
{
    const auto problem = m_parts.feed.problem();
    if (!m_parts.feed.isReady())
        respond(problemResponse({"starting", Severity::TryAgain, {}}));
    else if (problem)
        respond(problemResponse({problem->code, Severity::TryAgain, {}}));
    else
        respond(jsonResponse(R"({"status":"ok"})"));
}

void Api::tellMetrics(const HttpRequest& request, const Respond& respond)
{
    if (!request.isLocal) {
        respond(problemResponse({"local-only", Severity::ThisItem, {}}));
        return;
    }
    Metrics::Site site;
    m_parts.feed.look([&site](const Site& state) {
        site.head = state.head().n;
        site.tickets = state.tickets().size();
    });
    site.isSound = m_parts.feed.isReady() && !m_parts.feed.problem();
    respond({200, "text/plain; version=0.0.4", m_parts.metrics.text(site), {}});
}

void Api::time(const HttpRequest& request, const Respond& respond)
{
    const auto nonce = request.query.find("nonce");
    const auto isHex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    if (nonce == request.query.end() || nonce->second.empty() || nonce->second.size() > nonceLengthMax ||
        !std::ranges::all_of(nonce->second, isHex)) {
        respond(
            problemResponse({"request-invalid", Severity::ThisItem, "nonce: 1 to 64 hexadecimal digits"}));
        return;
    }
    const Instant now = m_parts.clock.now();
    const std::string text = signedTimeText(nonce->second, now);
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    respond(jsonResponse(json{{"time", now.time_since_epoch().count()},
                              {"nonce", nonce->second},
                              {"key", codec::toHex(m_parts.siteKey.publicKey())},
                              {"signature", codec::toHex(m_parts.siteKey.sign({bytes, text.size()}))}}
                             .dump()));
}

void Api::enrol(const HttpRequest& request, const Respond& respond)
{
    const auto body = bodyOf(request);
    if (!body) {
        respond(problemResponse(body.error()));
        return;
    }
    const auto enrolled = m_parts.devices.enrol(textAt(*body, "code"), m_parts.clock.now());
    if (!enrolled) {
        respond(problemResponse(enrolled.error()));
        return;
    }
    respond(jsonResponse(json{{"site", m_parts.site.text()},
                              {"device", enrolled->enrolment.device.text()},
                              {"role", textOf(enrolled->enrolment.role)},
                              {"series", enrolled->enrolment.series},
                              {"siteKey", codec::toHex(m_parts.siteKey.publicKey())},
                              {"token", enrolled->token}}
                             .dump()));
}

void Api::refuseLog(const HttpRequest&, const Respond& respond)
{
    respond(problemResponse({"method-not-allowed", Severity::ThisItem, "the log has no end: GET alone"}));
}

void Api::snapshot(const HttpRequest& request, const Respond& respond)
{
    const auto device = deviceOf(request.token);
    respond(device ? jsonResponse(*m_parts.feed.snapshot()) : problemResponse(device.error()));
}

void Api::command(const HttpRequest& request, const Respond& respond)
{
    const auto begin = m_parts.clock.steady();
    auto command = deviceOf(request.token).and_then([&](const Enrolment& device) {
        return bodyOf(request).and_then(&commandFromJson).and_then([&](Command&& read) -> Result<Command> {
            const auto roleOfStaff = [&](const StaffId& staff) {
                return m_parts.staff.registry().roleAt(staff, device.device, m_parts.clock.now());
            };
            return mayDo(device, read, roleOfStaff).map([&] { return std::move(read); });
        });
    });
    if (!command) {
        respond(problemResponse(command.error()));
        return;
    }
    m_parts.queue.submit(*std::move(command), [this, begin, respond](const Result<Receipt>& receipt) {
        m_parts.metrics.countCommand(m_parts.clock.steady() - begin);
        if (!receipt) {
            respond(problemResponse(receipt.error()));
            return;
        }
        json events = json::array();
        for (const Event& event : receipt->events)
            events.push_back(toJson(event));
        respond(jsonResponse(json{{"events", std::move(events)}}.dump()));
    });
}

void Api::signIn(const HttpRequest& request, const Respond& respond)
{
    const auto device = deviceOf(request.token);
    const auto body = device ? bodyOf(request) : tl::unexpected(device.error());
    if (!body) {
        respond(problemResponse(body.error()));
        return;
    }
    const auto staff = StaffId::parse(textAt(*body, "staff"));
    if (!staff) {
        respond(problemResponse({"request-invalid", Severity::ThisItem, "staff"}));
        return;
    }
    StaffDesk::SignIn wanted{*staff, device->device, textAt(*body, "pin"), std::nullopt, m_parts.clock.now()};
    if (body->contains("newPin"))
        wanted.newPin = textAt(*body, "newPin");
    m_parts.staff.signIn(std::move(wanted), [respond](const Result<StaffMember>& member) {
        if (!member) {
            respond(problemResponse(member.error()));
            return;
        }
        respond(jsonResponse(json{{"staff", member->staff.text()}, {"role", textOf(member->role)}}.dump()));
    });
}

void Api::signOut(const HttpRequest& request, const Respond& respond)
{
    const auto device = deviceOf(request.token);
    const auto body = device ? bodyOf(request) : tl::unexpected(device.error());
    const auto staff = body ? StaffId::parse(textAt(*body, "staff")) : std::nullopt;
    if (!body || !staff) {
        respond(problemResponse(body ? Error{"request-invalid", Severity::ThisItem, "staff"} : body.error()));
        return;
    }
    const auto done = m_parts.staff.registry().signOut(*staff, device->device);
    respond(done ? jsonResponse("{}") : problemResponse(done.error()));
}

void Api::phone(const HttpRequest& request, const Respond& respond)
{
    PhoneView view;
    const Instant now = m_parts.clock.now();
    m_parts.feed.look(
        [&](const Site& site) { view = phoneViewOf(site, request.path, m_parts.verifier, now); });
    const std::string text = toJsonText(view);
    const std::string tag = entityTagOf(text, m_parts.hasher);
    const bool wantsJson = wantsPhoneJson(request.accept);
    HttpResponse response;
    response.status = view.state == PhoneState::Refused ? 404 : 200;
    for (const PhoneHeader& header : wantsJson ? phoneJsonHeaders() : phonePageHeaders())
        response.headers.emplace_back(header.name, header.value);
    if (wantsJson) {
        response.headers.emplace_back("ETag", tag);
        if (namesEntityTag(request.ifNoneMatch, tag)) {
            response.status = 304;
            std::erase_if(response.headers,
                          [](const auto& header) { return header.first == "Content-Type"; });
        } else {
            response.body = text;
        }
    } else {
        response.body = phonePage(view, text, tag, phoneLanguageOf(request.acceptLanguage));
    }
    respond(std::move(response));
}

} // namespace anjungan
