// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/outputs.h"
#include "authority/embedded_queue.h"
#include "storage/number_mark_file.h"
#include "storage/sqlite_journal.h"
#include "storage/system_random.h"

#include <memory>

namespace anjungan {

/// Everything of one machine behind its faces: the embedded authority on its journal, the printer with its
/// outbox, the hall's voice. Built in the order in which it stands here, taken down the other way round.
class Building final : public Machine
{
public:
    /// Opens or makes the journal, publishes `catalogue` if it is newer than the journal's, registers this
    /// machine and starts printing what an earlier run left. `clock` must outlive the building.
    /// Errors: the journal's, the key file's, the voice's; each says what to mend.
    [[nodiscard]] static Result<std::unique_ptr<Building>> open(const Config& config, const Places& places,
                                                                std::shared_ptr<const Catalogue> catalogue,
                                                                const Clock& clock);
    ~Building() override;
    Building(const Building&) = delete;
    Building& operator=(const Building&) = delete;

    [[nodiscard]] const Clock& clock() const override { return m_clock; }
    [[nodiscard]] Random& random() override { return m_random; }
    [[nodiscard]] const DeviceId& device() const override { return m_device; }
    [[nodiscard]] QueuePort& queue() override { return *m_queue; }
    [[nodiscard]] SlipPort& slips() override { return m_outputs.prints(); }
    [[nodiscard]] VoicePort* voice() override { return m_outputs.voice(); }
    [[nodiscard]] const QrEncoder& qrEncoder() const override { return m_outputs.qrEncoder(); }
    [[nodiscard]] Result<SlipCode> codeOf(const Site& site, const Ticket& ticket) const override;

    /// The time of the journal's last event when it was opened.
    [[nodiscard]] Instant journalEnds() const { return m_journalEnds; }

private:
    Building(const Config& config, const Places& places, const Clock& clock);

    [[nodiscard]] Result<void> openQueue(const std::shared_ptr<const Catalogue>& catalogue);
    [[nodiscard]] Result<void> registerItself(const std::shared_ptr<const Catalogue>& catalogue);
    /// Events older than the configuration keeps.
    [[nodiscard]] Result<void> forgetOldDays();
    [[nodiscard]] std::optional<Slip> slipOf(const Site& site, const Ticket& ticket) const;

    const Config m_config;
    const Places m_places;
    const Clock& m_clock;
    const DeviceId m_device;
    SystemRandom m_random;
    const IncarnationId m_incarnation;
    SodiumHasher m_hasher;
    std::optional<NumberMarkFile> m_numberMark;
    std::unique_ptr<SqliteJournal> m_journal;
    std::unique_ptr<Authority> m_authority;
    Instant m_journalEnds{};
    Outputs m_outputs{m_config, m_places, m_clock};
    std::unique_ptr<EmbeddedQueue> m_queue;
    QueuePort::Subscription m_wakePrinting = 0;
};

} // namespace anjungan
