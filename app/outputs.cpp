// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outputs.h"

#include "core/slip_maker.h"
#include "printing/cups_printer.h"
#include "printing/folder_printer.h"
#include "speech/device_speaker.h"
#include "speech/espeak_synthesizer.h"
#include "speech/wav_speaker.h"

#include <spdlog/spdlog.h>
#include <system_error>

namespace anjungan {

Result<void> makeFolder(const std::filesystem::path& folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        return failForGood("folder-unusable", folder.string() + ": " + error.message());
    return {};
}

Outputs::Outputs(const Config& config, const Places& places, const Clock& clock)
    : m_config(config)
    , m_places(places)
    , m_clock(clock)
{}

Result<void> Outputs::openKey()
{
    auto signer = SodiumSigner::loadOrCreate((m_places.data / "device.key").string());
    if (!signer)
        return tl::unexpected(signer.error());
    m_signer.emplace(std::move(*signer));
    return {};
}

Result<void> Outputs::openPrinting()
{
    auto outbox = SqlitePrintOutbox::open(m_places.journal().string());
    if (!outbox)
        return tl::unexpected(outbox.error());
    m_outbox.emplace(std::move(*outbox));
    if (m_config.print.printer == Config::Print::Printer::Cups) {
        CupsPrinter::Settings settings;
        settings.queue = m_config.print.queue;
        m_printer = std::make_unique<CupsPrinter>(std::move(settings));
    } else {
        if (auto made = makeFolder(m_places.slips); !made)
            return made;
        m_printer = std::make_unique<FolderPrinter>(m_places.slips);
    }
    PrintServiceSettings settings;
    settings.paper = m_config.print.paperWidthMm == 58 ? paper58mm : paper80mm;
    m_prints = std::make_unique<PrintService>(
        *m_outbox, *m_printer, m_qrEncoder, [this](const Slip& slip) { return printedCodeOf(slip); }, m_clock,
        settings);
    return {};
}

Result<void> Outputs::openVoice()
{
    if (!m_config.voice.enabled)
        return {};
    EspeakSynthesizer::Settings settings;
    settings.wordsPerMinute = m_config.voice.rateWordsPerMinute;
    auto synthesizer = EspeakSynthesizer::create(settings);
    if (!synthesizer)
        return tl::unexpected(synthesizer.error());
    m_synthesizer = std::move(*synthesizer);
    if (m_places.audio.empty()) {
        m_speaker = std::make_unique<DeviceSpeaker>(m_config.voice.device);
    } else {
        if (auto made = makeFolder(m_places.audio); !made)
            return made;
        m_speaker = std::make_unique<WavSpeaker>(m_places.audio);
    }
    Announcer::Settings announcer;
    announcer.wording.repetitions = m_config.voice.repetitions;
    announcer.wording.reading = m_config.voice.reading == Config::Voice::Reading::Whole
                                    ? NumberReading::Whole
                                    : NumberReading::Digits;
    m_announcer = std::make_unique<Announcer>(*m_synthesizer, *m_speaker, m_clock, announcer);
    return {};
}

Result<SlipCode> Outputs::codeOf(const Slip& slip) const
{
    return makeSlipCode(slip, *m_signer, m_config.phone.publicHost);
}

/// Without a token the QR still says the number, which a counter can scan.
SlipCode Outputs::printedCodeOf(const Slip& slip) const
{
    auto code = codeOf(slip);
    if (!code)
        spdlog::error("no token for a slip: {} {}", code.error().code, code.error().context);
    return code.value_or(SlipCode{slip.number.text(), false});
}

} // namespace anjungan
