// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/config.h"
#include "app/machine.h"
#include "core/ports/speaker.h"
#include "printing/print_service.h"
#include "printing/zxing_qr_encoder.h"
#include "speech/announcer.h"
#include "storage/sodium.h"
#include "storage/sqlite_print_outbox.h"

#include <memory>

namespace anjungan {

/// What a machine gives to people: slips on paper, signed with its own key, and the hall's voice. Built in
/// the order in which it stands here, taken down the other way round.
class Outputs
{
public:
    /// The references must outlive it. `places.data` must be there.
    Outputs(const Config& config, const Places& places, const Clock& clock);

    /// Reads or makes this machine's key. Errors: the key file's.
    [[nodiscard]] Result<void> openKey();
    /// Once the journal, in which the outbox lies, is open. Prints nothing yet. Errors: the outbox's.
    [[nodiscard]] Result<void> openPrinting();
    /// Errors: the voice's.
    [[nodiscard]] Result<void> openVoice();

    [[nodiscard]] const Signer& signer() const { return *m_signer; }
    [[nodiscard]] PrintService& prints() { return *m_prints; }
    [[nodiscard]] VoicePort* voice() { return m_announcer.get(); }
    [[nodiscard]] const QrEncoder& qrEncoder() const { return m_qrEncoder; }
    [[nodiscard]] Result<SlipCode> codeOf(const Slip& slip) const;

private:
    [[nodiscard]] SlipCode printedCodeOf(const Slip& slip) const;

    const Config& m_config;
    const Places& m_places;
    const Clock& m_clock;
    ZxingQrEncoder m_qrEncoder;
    std::optional<SodiumSigner> m_signer;
    std::optional<SqlitePrintOutbox> m_outbox;
    std::unique_ptr<Printer> m_printer;
    std::unique_ptr<PrintService> m_prints;
    std::unique_ptr<Synthesizer> m_synthesizer;
    std::unique_ptr<Speaker> m_speaker;
    std::unique_ptr<Announcer> m_announcer;
};

/// Errors: `folder-unusable`.
[[nodiscard]] Result<void> makeFolder(const std::filesystem::path& folder);

} // namespace anjungan
