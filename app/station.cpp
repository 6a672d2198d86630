// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/station.h"

#include "core/json_codec.h"
#include "core/json_depth.h"
#include "core/slip_maker.h"
#include "storage/file_content.h"

#include <spdlog/spdlog.h>

namespace anjungan {

namespace {

Station::Registrations readRegistrations(const std::filesystem::path& path)
{
    const auto text = readWholeFile(path.string(), smallFileBytesMax);
    const auto from = parseJson(text.value_or(""));
    Station::Registrations registrations;
    if (from.is_discarded() || !codec::decode(from, registrations))
        return {};
    return registrations;
}

ServerAddress addressIn(const Config& config)
{
    return {config.server.url, config.server.authority.string()};
}

} // namespace

Station::Station(const Config& config, const Places& places, const Clock& clock)
    : m_config(config)
    , m_places(places)
    , m_clock(clock)
{}

Station::~Station()
{
    if (m_queue)
        m_queue->unfollow(m_registering);
}

Result<std::unique_ptr<Station>> Station::open(const Config& config, const Places& places, const Clock& clock)
{
    std::unique_ptr<Station> station(new Station(config, places, clock));
    const auto opened = makeFolder(places.data)
                            .and_then([&] { return station->openEnrolment(); })
                            .and_then([&] { return station->openJournal(); })
                            .and_then([&] { return station->m_outputs.openVoice(); });
    if (!opened)
        return tl::unexpected(opened.error());
    station->connect();
    station->m_outputs.prints().start();
    return station;
}

Result<Enrolled> Station::enrol(const Config& config, const Places& places, const std::string& code,
                                bool again, const Clock& clock)
{
    std::error_code problem;
    if (config.server.url.empty())
        return failForGood("no-server", "the configuration names no server.url");
    if (!again && std::filesystem::exists(places.enrolment(), problem))
        return failForGood("already-enrolled", places.enrolment().string() + " is there");
    return makeFolder(places.data)
        .and_then([&] { return enrolAt(addressIn(config), code, clock); })
        .and_then([&](Enrolled&& enrolled) {
            return writeFileDurably(places.enrolment().string(), toJsonText(enrolled)).map([&] {
                return std::move(enrolled);
            });
        });
}

Result<void> Station::openEnrolment()
{
    const auto text = readWholeFile(m_places.enrolment().string(), smallFileBytesMax);
    if (!text || m_config.server.url.empty())
        return failForGood("not-enrolled", m_places.enrolment().string() + ": see `anjungan enrol`");
    auto enrolled = readEnrolled(*text);
    if (!enrolled)
        return failForGood("enrolment-invalid", m_places.enrolment().string());
    m_enrolled = *std::move(enrolled);
    return {};
}

Result<void> Station::openJournal()
{
    if (auto key = m_outputs.openKey(); !key)
        return key;
    auto journal = SqliteJournal::open(m_places.journal().string(), m_hasher);
    if (!journal)
        return tl::unexpected(journal.error());
    m_journal = std::move(*journal);
    auto reserved = SqlitePrintOutbox::open(m_places.journal().string());
    if (!reserved)
        return tl::unexpected(reserved.error());
    m_reserved.emplace(std::move(*reserved));
    return openRegistration().and_then([this] { return m_outputs.openPrinting(); });
}

void Station::connect()
{
    RemoteQueue::Settings settings;
    settings.server = addressIn(m_config);
    settings.site = m_enrolled.site;
    settings.device = m_enrolled.device;
    settings.token = m_enrolled.token;
    settings.siteKey = m_enrolled.siteKey;
    settings.applied = [this](const Site& site, const Event& event) { reserveSlip(site, event); };
    m_queue = std::make_unique<RemoteQueue>(std::move(settings), m_clock, m_random, m_verifier);
    QueuePort::Observer observer;
    observer.begin = [](const Site&) {};
    observer.events = [](std::span<const Event>) {};
    observer.connection = [this](const Connection& connection) {
        if (connection.connected)
            registerNext();
    };
    m_registering = m_queue->follow({}, std::move(observer));
}

Result<void> Station::openRegistration()
{
    m_registrations = readRegistrations(m_places.registrations());
    // One whose answer never came may stand in the log: it is sent again as it was, before this one, so that
    // this machine goes on from what the log knows and is not taken for a clone of itself.
    const auto& waiting = m_registrations.waiting;
    m_registrations.waiting.push_back(
        {m_random.makeId<CommandId>(), m_random.makeId<IncarnationId>(),
         waiting.empty() ? m_registrations.last : std::optional(waiting.back().incarnation)});
    return saveRegistrations();
}

Result<void> Station::saveRegistrations() const
{
    return writeFileDurably(m_places.registrations().string(), codec::encode(m_registrations).dump());
}

void Station::registerNext()
{
    if (m_isRegistering || m_registrations.waiting.empty())
        return;
    m_isRegistering = true;
    const Registration& next = m_registrations.waiting.front();
    const RegisterDevice wanted{m_enrolled.device, next.incarnation, next.predecessor, m_enrolled.series,
                                m_outputs.signer().publicKey()};
    m_queue->submit({next.command, {m_enrolled.device, std::nullopt}, wanted},
                    [this](const Result<Receipt>& reply) { registered(reply); });
}

void Station::registered(const Result<Receipt>& reply)
{
    m_isRegistering = false;
    // When the server is there again it is sent anew.
    if (!reply && reply.error().severity == Severity::TryAgain)
        return;
    if (!reply)
        spdlog::error("this machine is not registered: {} {}", reply.error().code, reply.error().context);
    m_registrations.last = m_registrations.waiting.front().incarnation;
    m_registrations.waiting.erase(m_registrations.waiting.begin());
    if (const auto saved = saveRegistrations(); !saved)
        spdlog::error("registrations: {} {}", saved.error().code, saved.error().context);
    registerNext();
}

void Station::reserveSlip(const Site& site, const Event& event)
{
    const auto* issued = std::get_if<TicketIssued>(&event.body);
    if (!issued || event.act.actor.device != m_enrolled.device || event.act.time + slipWithin < m_clock.now())
        return;
    const Ticket* ticket = site.find(issued->ticket);
    const auto known = m_reserved->newestOf(issued->ticket);
    if (!ticket || !known || *known) {
        if (!known)
            spdlog::error("a slip cannot be reserved: {} {}", known.error().code, known.error().context);
        return;
    }
    const std::vector<Slip> slips{makeSlip(site, *ticket)};
    auto kept = m_journal->append({}, slips);
    if (!kept)
        kept = m_journal->reopen().and_then([&] { return m_journal->append({}, slips); });
    if (!kept)
        spdlog::error("a slip cannot be reserved: {} {}", kept.error().code, kept.error().context);
    m_outputs.prints().wake();
}

Result<SlipCode> Station::codeOf(const Site& site, const Ticket& ticket) const
{
    return m_outputs.codeOf(makeSlip(site, ticket));
}

} // namespace anjungan
