// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"
#include "core/ports/qr_encoder.h"
#include "core/ports/queue_port.h"
#include "core/ports/random.h"
#include "core/ports/slips.h"
#include "core/ports/staff_port.h"
#include "core/ports/voice.h"

#include <filesystem>

namespace anjungan {

/// Where one machine's files lie.
struct Places
{
    std::filesystem::path data;  ///< the journal, its lock, the signing key
    std::filesystem::path slips; ///< where slips go as pictures when there is no printer
    std::filesystem::path audio; ///< empty: the sound device; else announcements go there as WAV files

    [[nodiscard]] std::filesystem::path journal() const { return data / "journal.db"; }
    [[nodiscard]] std::filesystem::path numberMark() const { return data / "numbers.mark"; }
    [[nodiscard]] std::filesystem::path enrolment() const { return data / "enrolment.json"; }
    [[nodiscard]] std::filesystem::path registrations() const { return data / "registrations.json"; }
};

/// Everything of one machine behind its faces, wherever the queue is decided.
class Machine
{
public:
    virtual ~Machine() = default;

    [[nodiscard]] virtual const Clock& clock() const = 0;
    [[nodiscard]] virtual Random& random() = 0;
    [[nodiscard]] virtual const DeviceId& device() const = 0;
    [[nodiscard]] virtual QueuePort& queue() = 0;
    [[nodiscard]] virtual SlipPort& slips() = 0;
    [[nodiscard]] virtual VoicePort* voice() = 0; ///< null where the voice is off
    [[nodiscard]] virtual const QrEncoder& qrEncoder() const = 0;

    /// Null where people are believed who they say they are.
    [[nodiscard]] virtual StaffPort* staff() { return nullptr; }

    /// What the QR of a ticket's slip holds: the very text that is printed. Thread-safe.
    [[nodiscard]] virtual Result<SlipCode> codeOf(const Site& site, const Ticket& ticket) const = 0;
};

} // namespace anjungan
