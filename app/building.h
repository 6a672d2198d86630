// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/config.h"
#include "authority/embedded_queue.h"
#include "core/ports/speaker.h"
#include "printing/print_service.h"
#include "printing/zxing_qr_encoder.h"
#include "speech/announcer.h"
#include "storage/number_mark_file.h"
#include "storage/sodium.h"
#include "storage/sqlite_journal.h"
#include "storage/sqlite_print_outbox.h"
#include "storage/system_random.h"

#include <filesystem>
#include <memory>

namespace anjungan {

/// Where one machine's files lie.
struct Places
{
    std::filesystem::path data;  ///< the journal, its lock, the signing key
    std::filesystem::path slips; ///< where slips go as pictures when there is no printer
    std::filesystem::path audio; ///< empty: the sound device; else announcements go there as WAV files

    [[nodiscard]] std::filesystem::path journal() const { return data / "journal.db"; }
    [[nodiscard]] std::filesystem::path numberMark() const { return data / "numbers.mark"; }
};

/// Everything of one machine behind its faces: the embedded authority on its journal, the printer with its
/// outbox, the hall's voice. Built in the order in which it stands here, taken down the other way round.
class Building
{
public:
    /// Opens or makes the journal, publishes `catalogue` if it is newer than the journal's, registers this
    /// machine and starts printing what an earlier run left. `clock` must outlive the building.
    /// Errors: the journal's, the key file's, the voice's; each says what to mend.
    [[nodiscard]] static Result<std::unique_ptr<Building>> open(const Config& config, const Places& places,
                                                                std::shared_ptr<const Catalogue> catalogue,
                                                                const Clock& clock);
    ~Building();
    Building(const Building&) = delete;
    Building& operator=(const Building&) = delete;

    [[nodiscard]] const Clock& clock() const { return m_clock; }
    [[nodiscard]] Random& random() { return m_random; }
    [[nodiscard]] const DeviceId& device() const { return m_device; }
    [[nodiscard]] QueuePort& queue() { return *m_queue; }
    [[nodiscard]] SlipPort& slips() { return *m_prints; }
    [[nodiscard]] VoicePort* voice() { return m_announcer.get(); } ///< null where the voice is off
    [[nodiscard]] const QrEncoder& qrEncoder() const { return m_qrEncoder; }

    /// The time of the journal's last event when it was opened.
    [[nodiscard]] Instant journalEnds() const { return m_journalEnds; }

    /// What the QR of a ticket's slip holds: the very text that is printed. Thread-safe.
    [[nodiscard]] Result<SlipCode> codeOf(const Site& site, const Ticket& ticket) const;

private:
    Building(const Config& config, const Clock& clock);

    [[nodiscard]] Result<void> openQueue(const Places& places,
                                         const std::shared_ptr<const Catalogue>& catalogue);
    [[nodiscard]] Result<void> registerItself(const std::shared_ptr<const Catalogue>& catalogue);
    /// Events older than the configuration keeps.
    [[nodiscard]] Result<void> forgetOldDays();
    [[nodiscard]] Result<void> openPrinting(const Places& places, TimeZone timeZone);
    [[nodiscard]] Result<void> openVoice(const Places& places);
    [[nodiscard]] std::optional<Slip> slipOf(const Site& site, const Ticket& ticket) const;
    [[nodiscard]] Result<SlipCode> codeOf(const Slip& slip) const;
    [[nodiscard]] SlipCode printedCodeOf(const Slip& slip) const;

    const Config m_config;
    const Clock& m_clock;
    const DeviceId m_device;
    SystemRandom m_random;
    const IncarnationId m_incarnation;
    SodiumHasher m_hasher;
    ZxingQrEncoder m_qrEncoder;
    std::optional<SodiumSigner> m_signer;
    std::optional<NumberMarkFile> m_numberMark;
    std::unique_ptr<SqliteJournal> m_journal;
    std::unique_ptr<Authority> m_authority;
    Instant m_journalEnds{};
    std::optional<SqlitePrintOutbox> m_outbox;
    std::unique_ptr<Printer> m_printer;
    std::unique_ptr<PrintService> m_prints;
    std::unique_ptr<Synthesizer> m_synthesizer;
    std::unique_ptr<Speaker> m_speaker;
    std::unique_ptr<Announcer> m_announcer;
    std::unique_ptr<EmbeddedQueue> m_queue;
    QueuePort::Subscription m_wakePrinting = 0;
};

} // namespace anjungan
