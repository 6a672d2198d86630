// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/embedded_queue.h"
#include "server/backup_keeper.h"
#include "server/catalogue_file.h"
#include "server/data_directory.h"
#include "server/http_server.h"
#include "server/postgres_hold.h"
#include "server/upstream.h"
#include "storage/number_mark_file.h"
#include "storage/sodium.h"
#include "storage/system_random.h"

namespace anjungan {

/// Everything of a running server on its data directory: the authority with its journal, who may speak to it,
/// and the listener. Built in the order in which it stands here, taken down the other way round.
class SiteServer
{
public:
    /// The name under which the server stands in its own log.
    static constexpr std::string_view deviceName = "server";

    struct Options
    {
        HttpServer::Settings http; ///< its certificate is the directory's
        std::string store;         ///< `postgresql://…`; empty: SQLite in the directory
        /// Asked while this process stands by because another one owns the site: false gives it up.
        std::function<bool()> mayWait = [] { return true; };
        std::optional<BackupKeeper::Settings> backup; ///< nothing: none are made
    };

    /// Returns once the site is served; on PostgreSQL that may take until the process that owns the site
    /// ends. One that stands by does not listen, so that a device is refused at once and tries the next
    /// address. `clock` must live longer. Errors: the journal's, the key file's, the catalogue's, `closed`,
    /// `certificate-unusable`, `address-unusable`; each says what to mend.
    [[nodiscard]] static Result<std::unique_ptr<SiteServer>> start(const DataDirectory& directory,
                                                                   Options options, const Clock& clock);
    ~SiteServer();
    SiteServer(const SiteServer&) = delete;
    SiteServer& operator=(const SiteServer&) = delete;

    [[nodiscard]] std::uint16_t port() const { return m_http->port(); }
    [[nodiscard]] const SiteId& site() const { return m_site; }
    [[nodiscard]] DeviceRegistry& devices() { return *m_devices; }
    [[nodiscard]] QueuePort& queue() { return *m_queue; }

    /// What time demands of the server itself; to be called about once a second. Where a device was enrolled
    /// or revoked, also by the command line, the readers of the log are woken: one who may not read is cut. A
    /// catalogue that was put into the directory is published; once a minute a certificate that ends soon is
    /// renewed.
    void tend();

    /// Another process owns the site now: this one is to end.
    [[nodiscard]] bool isLost() const { return m_hold && m_hold->isLost(); }

private:
    SiteServer(DataDirectory directory, const Clock& clock);

    [[nodiscard]] Result<void> openJournal(const Options& options);
    [[nodiscard]] Result<void> openAuthority(const std::shared_ptr<const Catalogue>& catalogue);
    /// After a restore, before anything else is written: see server/restore.h.
    [[nodiscard]] Result<void> raiseEpoch(std::uint32_t epoch);
    [[nodiscard]] Result<void> openAccess();
    [[nodiscard]] Result<void> listen(HttpServer::Settings settings);
    [[nodiscard]] Result<void> openUpstream(const Catalogue& catalogue);
    [[nodiscard]] Result<void> renewCertificate();
    /// Puts people's names into the log, where they are missing there or another.
    void tellStaff();

    const DataDirectory m_directory;
    const Clock& m_clock;
    const DeviceId m_device;
    std::chrono::milliseconds m_lookAtCertificate{}; ///< by the steady clock
    SystemRandom m_random;
    SodiumHasher m_hasher;
    SodiumVerifier m_verifier;
    Metrics m_metrics;
    SiteId m_site;
    std::optional<SodiumSigner> m_signer;
    std::optional<NumberMarkFile> m_mark;
    std::unique_ptr<PostgresHold> m_hold; ///< null where the log is in the directory
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<Authority> m_authority;
    std::unique_ptr<DeviceRegistry> m_devices;
    std::unique_ptr<StaffRegistry> m_staff;
    std::unique_ptr<StaffDesk> m_staffDesk;
    std::unique_ptr<EmbeddedQueue> m_queue;
    std::unique_ptr<LogFeed> m_feed;
    std::unique_ptr<WatchedSites> m_watched;
    std::unique_ptr<Api> m_api;
    std::unique_ptr<HttpServer> m_http;
    std::unique_ptr<CataloguePublisher> m_publisher;
    std::unique_ptr<BackupKeeper> m_backups;
    std::unique_ptr<Upstream> m_upstream; ///< null where the site is watched nowhere
};

} // namespace anjungan
