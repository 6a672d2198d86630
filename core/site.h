// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue_day.h"

#include <unordered_map>

namespace anjungan {

struct CounterDesk
{
    CounterPresence presence = CounterPresence::Closed;
    Instant since{}; ///< of the presence
    std::optional<StaffId> staff;
    std::optional<LegId> openLeg;
};

struct Device
{
    IncarnationId incarnation; ///< null: not known since an epoch was raised
    std::uint8_t series = 0;
    PublicKey publicKey{};
    /// It went on from another incarnation than the last one known: a clone, or an old image restored. It
    /// decides nothing until it is enrolled again, which gives it a new key.
    bool isSuspect = false;
};

/// Everything the log says, today's tickets in memory: what a replay of the log gives on every node.
/// Changed by `apply` alone. Not thread-safe.
class Site
{
public:
    [[nodiscard]] Position head() const { return m_head; }
    [[nodiscard]] Instant lastTime() const { return m_lastTime; }
    [[nodiscard]] Day day() const { return m_day; } ///< of the newest ticket

    /// Nothing until one is published.
    [[nodiscard]] const std::shared_ptr<const Catalogue>& catalogue() const { return m_catalogue; }

    [[nodiscard]] const Ticket* find(const TicketId& ticket) const;
    [[nodiscard]] const Leg* find(const LegId& leg) const;
    [[nodiscard]] const Ticket* find(const Number& number) const;
    [[nodiscard]] const std::unordered_map<TicketId, Ticket>& tickets() const { return m_tickets; }

    /// A closed desk for a counter that nobody ever opened.
    [[nodiscard]] const CounterDesk& desk(const CounterId& counter) const;
    /// Of every counter that was ever opened.
    [[nodiscard]] const std::map<CounterId, CounterDesk>& desks() const { return m_desks; }
    [[nodiscard]] const QueueDay& queue(const QueueId& queue) const;
    [[nodiscard]] int issuedToday(const ServiceId& service, Day today) const;
    [[nodiscard]] std::uint16_t lastNumber(const std::string& prefix, std::uint8_t series, Day today) const;

    /// A ticket of an earlier day that was left waiting, if it may still be continued today.
    [[nodiscard]] std::optional<LeftTicket> leftWaiting(const TicketId& ticket, Day today) const;
    /// The newest with that number.
    [[nodiscard]] std::optional<LeftTicket> leftWaiting(const Number& number, Day today) const;

    /// What a leg's service is called and asks for: as the ticket was issued under, else as it is now.
    [[nodiscard]] const Service* serviceOf(const Ticket& ticket, const Leg& leg) const;

    [[nodiscard]] const std::map<StaffId, std::string>& staff() const { return m_staff; }
    [[nodiscard]] const std::map<DeviceId, Device>& devices() const { return m_devices; }

    [[nodiscard]] bool hasAnswered(const CommandId& command) const { return m_answered.contains(command); }
    /// Subjects of events this node is too old to understand: it refuses to act on them.
    [[nodiscard]] bool isNewerThanThisNode(const Subject& subject) const { return m_newer.contains(subject); }

private:
    friend class Applier;
    friend class SiteCheckpoint;

    [[nodiscard]] bool mayBeContinued(const LeftTicket& left, Day today) const;

    Position m_head;
    Instant m_lastTime{};
    Day m_day{};
    std::shared_ptr<const Catalogue> m_catalogue;
    std::unordered_map<TicketId, Ticket> m_tickets;
    std::map<Number, TicketId> m_byNumber;
    std::map<QueueId, QueueDay> m_queues;
    std::map<CounterId, CounterDesk> m_desks;
    std::map<std::pair<std::string, std::uint8_t>, std::uint16_t> m_lastNumbers;
    std::map<ServiceId, int> m_issuedToday;
    std::map<StaffId, std::string> m_staff;
    std::map<DeviceId, Device> m_devices;
    std::unordered_map<CommandId, Instant> m_answered;
    std::set<Subject> m_newer;
    std::map<TicketId, LeftTicket> m_left; ///< of days before the current one
    Position m_cataloguePosition;
};

/// Takes one event into the state. Reads the event only: never the clock, never chance.
/// Errors: `journal-inconsistent` when the event cannot follow what came before; the state is then
/// unchanged and the log cannot be trusted.
[[nodiscard]] Result<void> applyEvent(Site& site, const Event& event);

} // namespace anjungan
