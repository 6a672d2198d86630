// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/embedded_queue.h"
#include "server/http_server.h"
#include "storage/sodium.h"
#include "storage/sqlite_journal.h"
#include "storage/system_random.h"
#include "support/temp_directory.h"
#include "sync/remote_queue.h"

#include <gtest/gtest.h>

namespace anjungan {

/// The real server of a site with an empty log, on a port of its own, and devices that come over TLS.
class SiteOverTls
{
public:
    explicit SiteOverTls(const Clock& clock, HttpServer::Settings settings = {})
        : m_clock(clock)
        , m_settings(std::move(settings))
        , m_files(CertificateFiles::in(m_folder.path()))
        , m_signer(*SodiumSigner::loadOrCreate(m_folder.path("site.key")))
        , m_devices(*DeviceRegistry::open(m_folder.path("access.db"), m_hasher, m_random))
        , m_staff(*StaffRegistry::open(m_folder.path("access.db")))
    {
        EXPECT_TRUE(makeAuthority(m_files, "tiny", clock.now()));
        EXPECT_TRUE(issueCertificate(m_files, {"localhost", "127.0.0.1"}, clock.now()));
        m_settings.address = "127.0.0.1";
        m_settings.certificate = m_files;
        m_settings.port = 0;
        start();
        m_settings.port = port();
    }

    void start()
    {
        m_journal = *SqliteJournal::open(m_folder.path("journal.db"), m_hasher);
        m_authority = std::make_unique<Authority>(
            Authority::Identity{*DeviceId::parse("server"), m_random.makeId<IncarnationId>()}, *m_journal,
            m_hasher, m_clock, SlipMaker());
        ASSERT_TRUE(m_authority->open());
        m_queue = std::make_unique<EmbeddedQueue>(*m_authority, *m_journal, m_clock, m_random,
                                                  *DeviceId::parse("server"));
        m_feed = std::make_unique<LogFeed>(*m_queue);
        m_watched = *WatchedSites::open(m_folder.path("watched.db"));
        m_api = std::make_unique<Api>(Api::Parts{*SiteId::parse("tiny"), *m_queue, *m_feed, *m_devices,
                                                 m_staffDesk, m_signer, m_hasher, m_verifier, m_clock,
                                                 m_metrics, *m_watched});
        auto http = HttpServer::start(*m_api, m_settings);
        ASSERT_TRUE(http) << http.error().context;
        m_http = std::move(*http);
    }
    void stop()
    {
        m_http.reset();
        m_api.reset();
        m_watched.reset();
        m_feed.reset();
        m_queue.reset();
        m_authority.reset();
        m_journal.reset();
    }

    [[nodiscard]] std::string enrol(const std::string& device, DeviceRole role = DeviceRole::Manager)
    {
        const auto code = m_devices->makeCode({*DeviceId::parse(device), role, 0}, m_clock.now());
        return m_devices->enrol(*code, m_clock.now())->token;
    }
    /// A manager, signed in at that device.
    [[nodiscard]] Actor managerAt(const std::string& device)
    {
        const StaffId manager = *StaffId::parse("bos");
        const std::string pin = "271828";
        if (m_staff->members()->empty()) {
            EXPECT_TRUE(m_staff->put({manager, "Bos", StaffRole::Manager, false}, pin));
        }
        const DeviceId id = *DeviceId::parse(device);
        if (!m_staff->signIn(manager, id, "314159", std::nullopt, m_clock.now())) {
            EXPECT_TRUE(m_staff->signIn(manager, id, pin, "314159", m_clock.now()));
        }
        return {id, manager};
    }
    [[nodiscard]] RemoteQueue::Settings settingsFor(const std::string& device)
    {
        RemoteQueue::Settings settings;
        settings.server = {"https://127.0.0.1:" + std::to_string(m_settings.port),
                           m_files.authority.string()};
        settings.site = *SiteId::parse("tiny");
        settings.device = *DeviceId::parse(device);
        settings.token = enrol(device);
        settings.siteKey = m_signer.publicKey();
        settings.backoffMin = std::chrono::milliseconds(20);
        return settings;
    }

    [[nodiscard]] std::uint16_t port() const { return m_http->port(); }
    [[nodiscard]] const CertificateFiles& files() const { return m_files; }
    [[nodiscard]] DeviceRegistry& devices() { return *m_devices; }
    [[nodiscard]] StaffRegistry& staff() { return *m_staff; }
    [[nodiscard]] WatchedSites& watched() { return *m_watched; }
    [[nodiscard]] LogFeed& feed() { return *m_feed; }
    [[nodiscard]] EmbeddedQueue& queue() { return *m_queue; }
    [[nodiscard]] Api& api() { return *m_api; }
    [[nodiscard]] HttpServer& http() { return *m_http; }
    [[nodiscard]] Metrics& metrics() { return m_metrics; }
    [[nodiscard]] SystemRandom& random() { return m_random; }
    [[nodiscard]] std::string path(const std::string& name) const { return m_folder.path(name); }
    [[nodiscard]] const PublicKey siteKey() const { return m_signer.publicKey(); }

private:
    const Clock& m_clock;
    HttpServer::Settings m_settings;
    TempDirectory m_folder;
    CertificateFiles m_files;
    SodiumHasher m_hasher;
    SodiumVerifier m_verifier;
    SystemRandom m_random;
    SodiumSigner m_signer;
    std::unique_ptr<DeviceRegistry> m_devices;
    std::unique_ptr<StaffRegistry> m_staff;
    StaffDesk m_staffDesk{*m_staff};
    Metrics m_metrics;
    std::unique_ptr<SqliteJournal> m_journal;
    std::unique_ptr<Authority> m_authority;
    std::unique_ptr<EmbeddedQueue> m_queue;
    std::unique_ptr<LogFeed> m_feed;
    std::unique_ptr<WatchedSites> m_watched;
    std::unique_ptr<Api> m_api;
    std::unique_ptr<HttpServer> m_http;
};

} // namespace anjungan
