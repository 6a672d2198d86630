// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/building.h"

#include "authority/node_start.h"
#include "core/slip_maker.h"
#include "printing/cups_printer.h"
#include "printing/folder_printer.h"
#include "speech/device_speaker.h"
#include "speech/espeak_synthesizer.h"
#include "speech/wav_speaker.h"

#include <spdlog/spdlog.h>
#include <system_error>

namespace anjungan {

namespace {

Result<void> makeFolder(const std::filesystem::path& folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        return failForGood("folder-unusable", folder.string() + ": " + error.message());
    return {};
}

} // namespace

Building::Building(const Config& config, const Clock& clock)
    : m_config(config)
    , m_clock(clock)
    , m_device(config.device.name)
    , m_incarnation(m_random.makeId<IncarnationId>())
{}

Building::~Building()
{
    if (m_queue)
        m_queue->unfollow(m_wakePrinting);
}

Result<std::unique_ptr<Building>> Building::open(const Config& config, const Places& places,
                                                 std::shared_ptr<const Catalogue> catalogue,
                                                 const Clock& clock)
{
    std::unique_ptr<Building> building(new Building(config, clock));
    const auto opened = makeFolder(places.data)
                            .and_then([&] { return building->openQueue(places, catalogue); })
                            .and_then([&] { return building->openPrinting(places, catalogue->timeZone); })
                            .and_then([&] { return building->openVoice(places); });
    if (!opened)
        return tl::unexpected(opened.error());

    building->m_journalEnds = building->m_authority->site().lastTime();
    building->m_queue = std::make_unique<EmbeddedQueue>(*building->m_authority, *building->m_journal, clock,
                                                        building->m_random, building->m_device);
    building->m_wakePrinting = building->m_queue->follow(
        building->m_authority->site().head(),
        {[prints = building->m_prints.get()](std::span<const Event>) { prints->wake(); }, {}});
    building->m_prints->start();
    return building;
}

Result<void> Building::openQueue(const Places& places, const std::shared_ptr<const Catalogue>& catalogue)
{
    auto signer = SodiumSigner::loadOrCreate((places.data / "device.key").string());
    if (!signer)
        return tl::unexpected(signer.error());
    m_signer.emplace(std::move(*signer));
    auto journal = SqliteJournal::open(places.journal().string(), m_hasher);
    if (!journal)
        return tl::unexpected(journal.error());
    m_journal = std::move(*journal);
    const auto& mark = m_config.data.numberMark;
    m_numberMark.emplace((mark.empty() ? places.numberMark() : mark).string(), systemBootId());
    m_authority = std::make_unique<Authority>(
        Authority::Identity{m_device, m_incarnation}, *m_journal, m_hasher, m_clock,
        [this](const Site& site, const Ticket& ticket) { return slipOf(site, ticket); }, &*m_numberMark);
    return m_authority->open().and_then([&] { return registerItself(catalogue); }).and_then([this] {
        return forgetOldDays();
    });
}

Result<void> Building::forgetOldDays()
{
    if (m_config.data.keepDays == 0)
        return {};
    const auto keep = std::max(std::chrono::days(m_config.data.keepDays), pruneKeepMin);
    while (true) {
        const auto pruned = m_journal->prune(keep);
        if (!pruned)
            return tl::unexpected(pruned.error());
        if (pruned->events > 0)
            spdlog::info("{} old events were removed", pruned->events);
        if (pruned->isDone)
            return {};
    }
}

Result<void> Building::registerItself(const std::shared_ptr<const Catalogue>& catalogue)
{
    const Node node{m_device, m_incarnation, m_config.device.series, m_signer->publicKey()};
    return startNode(*m_authority, m_random, node, catalogue, m_numberMark->owed(m_authority->site()))
        .map([](const std::vector<std::string>& warnings) {
            for (const std::string& warning : warnings)
                spdlog::warn("{}", warning);
        });
}

Result<void> Building::openPrinting(const Places& places, TimeZone timeZone)
{
    auto outbox = SqlitePrintOutbox::open(places.journal().string());
    if (!outbox)
        return tl::unexpected(outbox.error());
    m_outbox.emplace(std::move(*outbox));
    if (m_config.print.printer == Config::Print::Printer::Cups) {
        CupsPrinter::Settings settings;
        settings.queue = m_config.print.queue;
        m_printer = std::make_unique<CupsPrinter>(std::move(settings));
    } else {
        if (auto made = makeFolder(places.slips); !made)
            return made;
        m_printer = std::make_unique<FolderPrinter>(places.slips);
    }
    PrintServiceSettings settings;
    settings.paper = m_config.print.paperWidthMm == 58 ? paper58mm : paper80mm;
    settings.timeZone = timeZone;
    m_prints = std::make_unique<PrintService>(
        *m_outbox, *m_printer, m_qrEncoder, [this](const Slip& slip) { return printedCodeOf(slip); }, m_clock,
        settings);
    return {};
}

Result<void> Building::openVoice(const Places& places)
{
    if (!m_config.voice.enabled)
        return {};
    EspeakSynthesizer::Settings settings;
    settings.wordsPerMinute = m_config.voice.rateWordsPerMinute;
    auto synthesizer = EspeakSynthesizer::create(settings);
    if (!synthesizer)
        return tl::unexpected(synthesizer.error());
    m_synthesizer = std::move(*synthesizer);
    if (places.audio.empty()) {
        m_speaker = std::make_unique<DeviceSpeaker>(m_config.voice.device);
    } else {
        if (auto made = makeFolder(places.audio); !made)
            return made;
        m_speaker = std::make_unique<WavSpeaker>(places.audio);
    }
    Announcer::Settings announcer;
    announcer.wording.repetitions = m_config.voice.repetitions;
    announcer.wording.reading = m_config.voice.reading == Config::Voice::Reading::Whole
                                    ? NumberReading::Whole
                                    : NumberReading::Digits;
    m_announcer = std::make_unique<Announcer>(*m_synthesizer, *m_speaker, m_clock, announcer);
    return {};
}

Result<SlipCode> Building::codeOf(const Site& site, const Ticket& ticket) const
{
    return codeOf(makeSlip(site, ticket));
}

Result<SlipCode> Building::codeOf(const Slip& slip) const
{
    return makeSlipCode(slip, *m_signer, m_config.phone.publicHost);
}

/// Without a token the QR still says the number, which a counter can scan.
SlipCode Building::printedCodeOf(const Slip& slip) const
{
    auto code = codeOf(slip);
    if (!code)
        spdlog::error("no token for a slip: {} {}", code.error().code, code.error().context);
    return code.value_or(SlipCode{slip.number.text(), false});
}

std::optional<Slip> Building::slipOf(const Site& site, const Ticket& ticket) const
{
    if (ticket.issuedAt != m_device)
        return std::nullopt;
    return makeSlip(site, ticket);
}

} // namespace anjungan
