// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that docs/openapi.json and docs/protocol.md say what the running server does: every route is in them
// and every route in them is answered, with a documented status and the documented fields; every code is in
// both.
#include "server/hostile_site.h"

#include "support/catalogues.h"

#include <regex>
#include <set>

namespace anjungan {
namespace {

using nlohmann::json;

class OpenApi : public HostileSite
{
protected:
    void SetUp() override
    {
        Catalogue catalogue = *tinyCatalogue();
        catalogue.site = *SiteId::parse("tiny");
        EXPECT_EQ(
            ask(post("/v1/sites/tiny/commands",
                     toJson(command(PublishCatalogue{std::make_shared<const Catalogue>(catalogue)})).dump()))
                .status,
            200);
    }

    Actor manager = site->managerAt("kiosk-1");

    Command command(CommandBody body)
    {
        return {site->random().makeId<CommandId>(), manager, std::move(body)};
    }
    json issue()
    {
        IssueTicket wanted;
        wanted.ticket = site->random().makeId<TicketId>();
        wanted.services = {*ServiceId::parse("ktp")};
        return toJson(command(wanted));
    }

    /// A good request for a documented operation; with `isBare` nothing that it needs but the path.
    std::string requestFor(const std::string& method, std::string path, bool isBare)
    {
        if (const std::size_t at = path.find("{site}"); at != std::string::npos)
            path.replace(at, 6, "tiny");
        const bool isPushed = path.find("{other}") != std::string::npos;
        const std::string mine = isBare ? "" : bearer(isPushed ? watchedToken : token);
        if (isPushed)
            path.replace(path.find("{other}"), 7, "tiny");
        if (const std::size_t at = path.find("{token}"); at != std::string::npos)
            path.replace(at, 7, "AAAA");
        if (path == "/v1/time" && !isBare)
            path += "?nonce=0a";
        if (method == "get")
            return get(path, mine);
        if (isPushed)
            return post(path, path.ends_with("/log") ? ": beat\n\n" : *site->feed().snapshot(), mine);
        std::string body = "{}";
        if (path == "/v1/enrol" && !isBare)
            body = json{{"code", *site->devices().makeCode(
                                     {*DeviceId::parse("kiosk-9"), DeviceRole::Kiosk, 0}, clock.now())}}
                       .dump();
        else if (path.ends_with("/sign-in") && !isBare)
            body = R"({"staff": "bos", "pin": "314159"})";
        else if (path.ends_with("/sign-out") && !isBare)
            body = R"({"staff": "bos"})";
        else if (!isBare)
            body = issue().dump();
        return post(path, body, mine);
    }

    Told answerTo(const std::string& method, const std::string& path, bool isBare)
    {
        const RawTls tls(site->port());
        tls.send(requestFor(method, path, isBare));
        const bool isStream = path.ends_with("/log") && method == "get" && !isBare;
        return seen(tls.readUntil(isStream ? "event: connection" : "", 5s).text);
    }

    const json& resolve(const json& schema) const
    {
        if (!schema.contains("$ref"))
            return schema;
        return document.at(json::json_pointer(schema["$ref"].get<std::string>().substr(1)));
    }
    void expectForm(const json& value, const json& unresolved, const std::string& where)
    {
        const json& schema = resolve(unresolved);
        const std::string type = schema.value("type", "");
        EXPECT_TRUE((type == "object" && value.is_object()) || (type == "array" && value.is_array()) ||
                    (type == "string" && value.is_string()) ||
                    (type == "integer" && value.is_number_integer()))
            << where << " is no " << type << ": " << value.dump();
        if (schema.contains("enum")) {
            EXPECT_NE(std::ranges::find(schema["enum"], value), schema["enum"].end())
                << where << ' ' << value.dump();
        }
        if (schema.contains("pattern") && value.is_string()) {
            const std::regex pattern(schema["pattern"].get<std::string>());
            EXPECT_TRUE(std::regex_match(value.get<std::string>(), pattern)) << where << ' ' << value.dump();
        }
        for (const json& name : schema.value("required", json::array()))
            EXPECT_TRUE(value.contains(name.get<std::string>())) << where << " has no " << name;
        const json properties = schema.value("properties", json::object());
        if (value.is_object() && !properties.empty()) {
            for (const auto& [name, inner] : value.items()) {
                ASSERT_TRUE(properties.contains(name)) << where << '.' << name << " is not documented";
                expectForm(inner, properties[name], where + '.' + name);
            }
        }
        if (value.is_array()) {
            for (const json& item : value)
                expectForm(item, schema["items"], where + "[]");
        }
    }
    void expectDocumented(const Told& answer, const json& operation, const std::string& where)
    {
        const std::string status = std::to_string(answer.status);
        ASSERT_TRUE(operation["responses"].contains(status)) << where << ": " << answer.text;
        const json& content = operation["responses"][status]["content"];
        std::string type;
        for (const auto& [name, form] : content.items())
            type = answer.text.find("Content-Type: " + name) == std::string::npos ? type : name;
        ASSERT_FALSE(type.empty()) << where << ": " << answer.text;
        if (type.find("json") == std::string::npos)
            return;
        const json body = json::parse(answer.text.substr(answer.text.find("\r\n\r\n") + 4), nullptr, false);
        ASSERT_FALSE(body.is_discarded()) << answer.text;
        expectForm(body, content[type]["schema"], where);
    }

    const std::string watchedToken = site->enrol("tiny", DeviceRole::Site);
    const json document = json::parse(readProjectFile("docs/openapi.json"));
    const std::string words = readProjectFile("docs/protocol.md");
};

TEST_F(OpenApi, EveryRouteIsDocumentedAndNoOther)
{
    std::set<std::string> documented;
    for (const auto& [path, operations] : document["paths"].items()) {
        for (const auto& [method, operation] : operations.items()) {
            std::string upper = method;
            std::ranges::transform(upper, upper.begin(),
                                   [](char c) { return static_cast<char>(c - 'a' + 'A'); });
            documented.insert(upper + ' ' + path);
        }
    }
    std::set<std::string> served;
    for (const Api::RouteName& route : Api::routeNames()) {
        const std::string name = std::string(route.method) + ' ' + std::string(route.path);
        served.insert(name);
        EXPECT_NE(words.find("| `" + name), std::string::npos) << name << " is not in protocol.md";
    }
    EXPECT_EQ(documented, served);
}

TEST_F(OpenApi, EveryOperationIsAnsweredAsItIsDocumented)
{
    for (const auto& [path, operations] : document["paths"].items()) {
        for (const auto& [method, operation] : operations.items()) {
            const std::string where = method + ' ' + path;
            const Told good = answerTo(method, path, false);
            // A slip's code that nobody signed has a page too, which says so.
            EXPECT_EQ(good.status, path.starts_with("/T/") ? 404 : 200) << where << ": " << good.text;
            expectDocumented(good, operation, where);
            const Told bare = answerTo(method, path, true);
            EXPECT_EQ(bare.status == 401, operation.contains("security")) << where << ": " << bare.text;
            expectDocumented(bare, operation, where);
        }
    }
}

TEST_F(OpenApi, EventsOfTheLogHaveTheDocumentedForm)
{
    const std::string text = answerTo("get", "/v1/sites/{site}/log", false).text;
    std::size_t events = 0;
    for (std::size_t at = 0; (at = text.find("\ndata: {\"", at)) != std::string::npos; ++events) {
        at += 7;
        const json event = json::parse(text.substr(at, text.find('\n', at) - at));
        expectForm(event, document["components"]["schemas"]["Event"], "log");
    }
    EXPECT_GE(events, 1U);
}

TEST_F(OpenApi, EveryCodeIsDocumentedWithItsStatus)
{
    std::set<std::string> answered;
    for (const std::string_view code : codesWithStatus())
        answered.emplace(code);
    const auto collect = [&answered](const std::string& text, const char* pattern) {
        const std::regex expression(pattern);
        for (std::sregex_iterator at(text.begin(), text.end(), expression), end; at != end; ++at)
            answered.insert((*at)[1]);
    };
    collect(readProjectFile("core/decide.h"), "`([a-z-]+)`");
    for (const char* file : {"server/api.cpp", "server/api_watched.cpp", "server/watched_sites.cpp",
                             "server/http_connection.cpp", "server/log_feed.cpp", "core/command.cpp",
                             "core/decide.cpp", "core/decide_issue.cpp", "core/decide_legs.cpp",
                             "core/timekeeper.cpp", "core/applier.cpp", "authority/embedded_queue.cpp"})
        collect(readProjectFile(file),
                R"re((?:refuse|refusal|failTemporarily|failForGood|\{)\(?"([a-z]+-[a-z-]+)"[,)])re");
    ASSERT_GT(answered.size(), 60U);
    const json& listed = document["components"]["schemas"]["Problem"]["properties"]["code"]["enum"];
    for (const std::string& code : answered) {
        EXPECT_NE(std::ranges::find(listed, json(code)), listed.end()) << code << " is not in openapi.json";
        EXPECT_NE(words.find('`' + code + '`'), std::string::npos) << code << " is not in protocol.md";
    }
    for (const std::string_view code : codesWithStatus()) {
        const int status = statusOf({std::string(code), Severity::ThisItem, {}});
        EXPECT_NE(words.find(fmt::format("| {} | `{}` |", status, code)), std::string::npos) << code;
    }
}

TEST_F(OpenApi, WhatIsWrongWithTheMachineIsToldByItsCodeAlone)
{
    for (const Error& error :
         {Error{"disk-full", Severity::TryAgain, "/srv/site/journal.db"},
          Error{"disk-error", Severity::Fatal, "/srv/site/journal.db"},
          Error{"journal-conflict", Severity::ThisItem, "UNIQUE constraint failed: event.n"}})
        EXPECT_FALSE(json::parse(problemResponse(error).body).contains("detail")) << error.code;
    EXPECT_TRUE(
        json::parse(problemResponse({"act-illegal", Severity::ThisItem, "serving"}).body).contains("detail"));
    EXPECT_TRUE(
        json::parse(problemResponse({"no-answer-yet", Severity::TryAgain, "ask"}).body).contains("detail"));
}

} // namespace
} // namespace anjungan
