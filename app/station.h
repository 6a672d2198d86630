// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/outputs.h"
#include "storage/sqlite_journal.h"
#include "storage/system_random.h"
#include "sync/enrolment.h"
#include "sync/remote_queue.h"

namespace anjungan {

/// One machine of a building whose queue is decided by the site's server: a kiosk, a counter or a display.
/// Keeps a journal of its own, in which the slips of its tickets are reserved. Built in the order in which it
/// stands here, taken down the other way round.
class Station final : public Machine
{
public:
    /// Begins to follow the server, which need not be there yet. `clock` must live longer.
    /// Errors: `not-enrolled`, `enrolment-invalid`, the journal's, the key file's, the voice's.
    [[nodiscard]] static Result<std::unique_ptr<Station>> open(const Config& config, const Places& places,
                                                               const Clock& clock);
    ~Station() override;
    Station(const Station&) = delete;
    Station& operator=(const Station&) = delete;

    [[nodiscard]] const Clock& clock() const override { return m_clock; }
    [[nodiscard]] Random& random() override { return m_random; }
    [[nodiscard]] const DeviceId& device() const override { return m_enrolled.device; }
    [[nodiscard]] QueuePort& queue() override { return *m_queue; }
    [[nodiscard]] StaffPort* staff() override { return m_queue.get(); }
    [[nodiscard]] SlipPort& slips() override { return m_outputs.prints(); }
    [[nodiscard]] VoicePort* voice() override { return m_outputs.voice(); }
    [[nodiscard]] const QrEncoder& qrEncoder() const override { return m_outputs.qrEncoder(); }
    [[nodiscard]] Result<SlipCode> codeOf(const Site& site, const Ticket& ticket) const override;

    /// Enrols this machine by a one-time code, and keeps what it is given, for its owner alone.
    /// Errors: `already-enrolled` (unless `again`), `no-server` (the configuration names none), those of
    /// `enrolAt`, and the disk's.
    [[nodiscard]] static Result<Enrolled> enrol(const Config& config, const Places& places,
                                                const std::string& code, bool again, const Clock& clock);

    /// How one opening of this machine's journal is told to the log, once, however often it is sent.
    struct Registration
    {
        CommandId command;
        IncarnationId incarnation;
        std::optional<IncarnationId> predecessor;

        template <typename Self, typename Visitor>
        static void fields(Self& self, Visitor&& field)
        {
            field("command", self.command);
            field("incarnation", self.incarnation);
            field("predecessor", self.predecessor);
        }
    };
    struct Registrations
    {
        std::optional<IncarnationId> last; ///< that is in the log
        std::vector<Registration> waiting; ///< to be sent, in this order

        template <typename Self, typename Visitor>
        static void fields(Self& self, Visitor&& field)
        {
            field("last", self.last);
            field("waiting", self.waiting);
        }
    };

private:
    Station(const Config& config, const Places& places, const Clock& clock);

    [[nodiscard]] Result<void> openEnrolment();
    [[nodiscard]] Result<void> openJournal();
    void connect();
    /// Reserves the slip of a ticket that was issued here, unless it is there already or nobody waits for it
    /// any more. On the queue's thread.
    void reserveSlip(const Site& site, const Event& event);
    [[nodiscard]] Result<void> openRegistration();
    /// Makes this machine known in the log, one opening of its journal after the other.
    void registerNext();
    void registered(const Result<Receipt>& reply);
    [[nodiscard]] Result<void> saveRegistrations() const;

    /// Older tickets are found again after a restart; whoever took them has gone.
    static constexpr std::chrono::minutes slipWithin{10};

    const Config m_config;
    const Places m_places;
    SyncedClock m_clock;
    SystemRandom m_random;
    SodiumHasher m_hasher;
    SodiumVerifier m_verifier;
    Enrolled m_enrolled;
    std::unique_ptr<SqliteJournal> m_journal;
    std::optional<SqlitePrintOutbox> m_reserved; ///< to look what is reserved already
    Outputs m_outputs{m_config, m_places, m_clock};
    Registrations m_registrations; ///< of the queue's thread, once there is one
    bool m_isRegistering = false;
    std::unique_ptr<RemoteQueue> m_queue;
    QueuePort::Subscription m_registering = 0;
};

} // namespace anjungan
