// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site_server.h"

#include "authority/node_start.h"
#include "server/host_name.h"
#include "server/postgres_journal.h"
#include "server/put_back.h"
#include "storage/sqlite_journal.h"

#include <algorithm>
#include <iterator>
#include <spdlog/spdlog.h>

namespace anjungan {

namespace {

constexpr std::chrono::minutes certificateEvery{1};

} // namespace

SiteServer::SiteServer(DataDirectory directory, const Clock& clock)
    : m_directory(std::move(directory))
    , m_clock(clock)
    , m_device(*DeviceId::parse(deviceName))
{}

SiteServer::~SiteServer() = default;

Result<std::unique_ptr<SiteServer>> SiteServer::start(const DataDirectory& directory, Options options,
                                                      const Clock& clock)
{
    std::unique_ptr<SiteServer> server(new SiteServer(directory, clock));
    const auto catalogue = readCatalogueFile(directory.catalogue());
    if (!catalogue)
        return tl::unexpected(catalogue.error());
    server->m_site = (*catalogue)->site;
    const auto started = server->openJournal(options)
                             .and_then([&] { return server->openAuthority(*catalogue); })
                             .and_then([&] { return server->openAccess(); })
                             .and_then([&] { return server->renewCertificate(); })
                             .and_then([&] { return server->listen(std::move(options.http)); })
                             .and_then([&] { return server->openUpstream(**catalogue); });
    if (!started)
        return tl::unexpected(started.error());
    server->m_publisher =
        std::make_unique<CataloguePublisher>(server->m_directory, *server->m_queue, *server->m_feed,
                                             server->m_random, clock, Actor{server->m_device, std::nullopt});
    if (options.backup)
        server->m_backups = std::make_unique<BackupKeeper>(directory, server->m_site, (*catalogue)->timeZone,
                                                           *options.backup, clock, server->m_metrics);
    return server;
}

Result<void> SiteServer::openJournal(const Options& options)
{
    if (options.store.empty()) {
        auto journal = SqliteJournal::open(m_directory.journal(), m_hasher);
        if (!journal)
            return tl::unexpected(journal.error());
        m_journal = *std::move(journal);
        return {};
    }
    m_hold = std::make_unique<PostgresHold>(options.store, m_site, hostName(), m_random);
    return m_hold->take(options.mayWait)
        .and_then([&](const OwnerToken& token) {
            return PostgresJournal::open(options.store, m_site, token, m_hasher);
        })
        .map([this](std::unique_ptr<PostgresJournal>&& journal) { m_journal = std::move(journal); });
}

Result<void> SiteServer::openAuthority(const std::shared_ptr<const Catalogue>& catalogue)
{
    auto signer = SodiumSigner::loadOrCreate(m_directory.siteKey());
    if (!signer)
        return tl::unexpected(signer.error());
    m_signer.emplace(std::move(*signer));
    m_mark.emplace(m_directory.numberMark(), systemBootId());
    const Node node{m_device, m_random.makeId<IncarnationId>(), 0, m_signer->publicKey()};
    m_authority = std::make_unique<Authority>(Authority::Identity{node.device, node.incarnation}, *m_journal,
                                              m_hasher, m_clock, SlipMaker(), &*m_mark);
    const auto putBack = readPutBack(m_directory.putBack());
    if (!putBack)
        return tl::unexpected(putBack.error());
    return m_authority->open()
        .and_then([&] { return *putBack ? raiseEpoch((*putBack)->epoch) : Result<void>(); })
        .and_then([&] {
            auto owed = m_mark->owed(m_authority->site());
            if (*putBack)
                std::ranges::copy(owedBy(**putBack, m_authority->site()), std::back_inserter(owed));
            return startNode(*m_authority, m_random, node, catalogue, owed);
        })
        .map([](const std::vector<std::string>& warnings) {
            for (const std::string& warning : warnings)
                spdlog::warn("{}", warning);
        })
        .and_then([&] { return *putBack ? removePutBack(m_directory.putBack()) : Result<void>(); });
}

Result<void> SiteServer::raiseEpoch(std::uint32_t epoch)
{
    const std::uint32_t current = m_authority->site().head().epoch;
    // A start that was cut off after this one's first step.
    if (current == epoch)
        return {};
    // Higher: of a restore while a clock was ahead. Another one too many does no harm, one too few does.
    epoch = std::max(epoch, current + 1);
    spdlog::warn("the log was put back from a copy: it goes on in epoch {}, and devices take it anew", epoch);
    const Command command{m_random.makeId<CommandId>(), {m_device, std::nullopt}, RaiseEpoch{epoch}};
    const auto raised = m_authority->commit({&command, 1}).front();
    return raised ? Result<void>() : tl::unexpected(raised.error());
}

Result<void> SiteServer::openAccess()
{
    auto devices = DeviceRegistry::open(m_directory.access(), m_hasher, m_random);
    if (!devices)
        return tl::unexpected(devices.error());
    m_devices = std::move(*devices);
    auto staff = StaffRegistry::open(m_directory.access());
    if (!staff)
        return tl::unexpected(staff.error());
    m_staff = std::move(*staff);
    m_staffDesk = std::make_unique<StaffDesk>(*m_staff);
    m_queue = std::make_unique<EmbeddedQueue>(*m_authority, *m_journal, m_clock, m_random, m_device);
    m_feed = std::make_unique<LogFeed>(*m_queue);
    auto watched = WatchedSites::open(m_directory.watched());
    if (!watched)
        return tl::unexpected(watched.error());
    m_watched = std::move(*watched);
    return {};
}

/// What people practise is nobody's to watch.
Result<void> SiteServer::openUpstream(const Catalogue& catalogue)
{
    return readUpstream(m_directory.path).map([&](std::optional<UpstreamSettings>&& settings) {
        if (settings && !catalogue.training)
            m_upstream = std::make_unique<Upstream>(*std::move(settings), m_site, *m_feed, m_clock, m_random,
                                                    m_metrics);
    });
}

Result<void> SiteServer::listen(HttpServer::Settings settings)
{
    settings.certificate = m_directory.certificate();
    m_api = std::make_unique<Api>(Api::Parts{m_site, *m_queue, *m_feed, *m_devices, *m_staffDesk, *m_signer,
                                             m_hasher, m_verifier, m_clock, m_metrics, *m_watched});
    auto http = HttpServer::start(*m_api, std::move(settings));
    if (!http)
        return tl::unexpected(http.error());
    m_http = std::move(*http);
    tellStaff();
    return {};
}

Result<void> SiteServer::renewCertificate()
{
    const CertificateFiles files = m_directory.certificate();
    const auto state = readCertificate(files);
    if (!state)
        return tl::unexpected(state.error());
    const Instant now = m_clock.now();
    m_metrics.certificateEnds_s =
        std::chrono::floor<std::chrono::seconds>(state->ends.time_since_epoch()).count();
    if (const auto ends = readAuthorityEnd(files); ends && *ends < now + renewBefore)
        spdlog::warn("the site's certificate authority ends soon: every device needs its new file");
    if (state->isPair && state->ends >= now + renewBefore)
        return {};
    if (auto issued = issueCertificate(files, state->hosts, now); !issued) {
        // The old one may do for a while yet.
        spdlog::error("the certificate cannot be renewed: {} {}", issued.error().code,
                      issued.error().context);
        return state->isPair ? Result<void>() : issued;
    }
    spdlog::info("the certificate was renewed");
    return m_http ? m_http->reloadCertificate() : Result<void>();
}

void SiteServer::tellStaff()
{
    const auto members = m_staff->members();
    if (!members) {
        spdlog::error("the staff: {} {}", members.error().code, members.error().context);
        return;
    }
    for (const StaffMember& member : *members) {
        bool isKnown = member.hasLeft;
        m_feed->look([&](const Site& site) {
            const auto found = site.staff().find(member.staff);
            isKnown = isKnown || (found != site.staff().end() && found->second == member.name);
        });
        if (isKnown || !m_feed->isReady())
            continue;
        m_queue->submit(
            {m_random.makeId<CommandId>(), {m_device, std::nullopt}, ChangeStaff{member.staff, member.name}},
            [](const Result<Receipt>& reply) {
                if (!reply)
                    spdlog::error("the staff: {} {}", reply.error().code, reply.error().context);
            });
    }
}

void SiteServer::tend()
{
    // What cannot be asked is said by every request, and asked again.
    if (m_devices->hasChanged().value_or(true)) {
        tellStaff();
        m_feed->wakeAll();
    }
    m_publisher->tend();
    if (m_clock.steady() < m_lookAtCertificate)
        return;
    m_lookAtCertificate = m_clock.steady() + certificateEvery;
    tellStaff();
    if (auto renewed = renewCertificate(); !renewed)
        spdlog::error("the certificate: {} {}", renewed.error().code, renewed.error().context);
}

} // namespace anjungan
