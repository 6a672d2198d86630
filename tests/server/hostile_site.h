// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/system_clock.h"
#include "support/fake_clock.h"
#include "support/raw_client.h"
#include "support/site_over_tls.h"

#include <fmt/format.h>
#include <fstream>
#include <future>
#include <nlohmann/json.hpp>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>
#include <sstream>
#include <thread>

namespace anjungan {

using namespace std::chrono_literals;

/// What came back: the status, and the problem's code where there is one.
struct Told
{
    int status = 0;
    std::string code;
    std::string text; ///< all of it

    bool operator==(const std::pair<int, std::string>& other) const
    {
        return status == other.first && code == other.second;
    }
    friend void PrintTo(const Told& told, std::ostream* out) { *out << told.text; }
};

inline Told told(std::string response)
{
    Told result;
    if (response.starts_with("HTTP/1.1 ") && response.size() > 12)
        result.status = std::atoi(response.c_str() + 9);
    if (const std::size_t body = response.find("\r\n\r\n"); body != std::string::npos) {
        const auto document = nlohmann::json::parse(response.substr(body + 4), nullptr, false);
        if (document.is_object() && document.contains("code"))
            result.code = document["code"].get<std::string>();
    }
    result.text = std::move(response);
    return result;
}

inline std::pair<int, std::string> refused(int status, std::string code)
{
    return {status, std::move(code)};
}

/// A real server with short deadlines. Whatever a test did to it: at its end it still serves, and neither
/// its log nor any response that was `seen` tells a secret, a path or how it is built.
class HostileSite : public testing::Test
{
protected:
    static HttpServer::Settings impatient()
    {
        HttpServer::Settings settings;
        settings.handshakeWithin = 300ms;
        settings.requestWithin = 400ms;
        settings.idleWithin = 1'500ms;
        settings.writeWithin = 500ms;
        settings.heartbeat = 100ms;
        return settings;
    }

    HostileSite()
    {
        m_before = spdlog::default_logger();
        auto sink = std::make_shared<spdlog::sinks::ostream_sink_mt>(m_log);
        spdlog::set_default_logger(std::make_shared<spdlog::logger>("test", std::move(sink)));
        begin(impatient());
    }
    ~HostileSite() override { spdlog::set_default_logger(m_before); }

    void begin(HttpServer::Settings settings)
    {
        site.reset();
        site = std::make_unique<SiteOverTls>(clock, std::move(settings));
        token = site->enrol("kiosk-1");
    }

    void TearDown() override
    {
        const Told healthy = seen(RawTls(site->port()).ask(get("/v1/time?nonce=00", "")));
        EXPECT_EQ(healthy.status, 200) << healthy.text << "\nit no longer serves";
        std::string all = m_log.str();
        for (const std::string& text : m_seen)
            all += text;
        const std::string folder = site->path("");
        for (const std::string_view secret :
             {std::string_view(token), std::string_view(folder), std::string_view("what()"),
              std::string_view("sqlite"), std::string_view("nlohmann"), std::string_view("json.exception"),
              std::string_view(".cpp")})
            EXPECT_EQ(all.find(secret), std::string::npos) << secret << " was told in\n" << all;
    }

    /// A request as text; one with a token says so itself.
    [[nodiscard]] std::string get(const std::string& target, const std::string& extra) const
    {
        return fmt::format("GET {} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{}\r\n", target,
                           extra);
    }
    [[nodiscard]] std::string get(const std::string& target) const { return get(target, bearer(token)); }
    [[nodiscard]] static std::string bearer(const std::string& secret)
    {
        return "Authorization: Bearer " + secret + "\r\n";
    }
    [[nodiscard]] std::string post(const std::string& target, const std::string& body) const
    {
        return post(target, body, bearer(token));
    }
    [[nodiscard]] std::string post(const std::string& target, const std::string& body,
                                   const std::string& extra) const
    {
        return fmt::format("POST {} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
                           "application/json\r\nContent-Length: {}\r\n{}\r\n{}",
                           target, body.size(), extra, body);
    }

    /// One request on a connection of its own.
    Told ask(const std::string& request) { return seen(RawTls(site->port()).ask(request)); }
    Told seen(std::string response)
    {
        m_seen.push_back(response);
        return told(std::move(response));
    }
    [[nodiscard]] std::string log() const { return m_log.str(); }

    template <typename Condition>
    bool soon(Condition condition, std::chrono::milliseconds within = 5s)
    {
        const auto until = std::chrono::steady_clock::now() + within;
        while (!condition()) {
            if (std::chrono::steady_clock::now() > until)
                return false;
            std::this_thread::sleep_for(5ms);
        }
        return true;
    }

    FakeClock clock;
    std::unique_ptr<SiteOverTls> site;
    std::string token;

private:
    std::ostringstream m_log;
    std::shared_ptr<spdlog::logger> m_before;
    std::vector<std::string> m_seen;
};

} // namespace anjungan
