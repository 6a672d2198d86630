// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"

#include <map>
#include <memory>
#include <set>
#include <unordered_map>

namespace anjungan {

enum class LegState { Waiting, Called, Serving, Parked, Missed, Finished, Cancelled };

/// Where a leg stands among those that wait: by first arrival, then by issue.
struct Place
{
    Instant arrival{};
    std::uint64_t tie = 0;
    std::uint64_t notBeforeCall = 0; ///< of its queue; 0 when it waits at its own place

    auto operator<=>(const Place&) const = default;
};

/// One call of one leg, until it ends.
struct Episode
{
    EpisodeId id;
    CounterId counter;
    std::optional<StaffId> staff;
    Instant called{};
    std::optional<Instant> acknowledged;
    std::optional<Instant> serving; ///< nothing: served without a measured start
    std::optional<Instant> ended;
    int repeats = 0; ///< recalls after the first call
};

struct Leg
{
    ServiceId service;
    QueueId queue;
    LegState state = LegState::Waiting;
    Place place;
    int passedOver = 0; ///< how often a priority leg was called before it while it was first
    std::optional<Episode> open;
    std::vector<Episode> ended;
    std::optional<Outcome> outcome;
    std::string note;   ///< from the last transfer
    IssuedLeg asIssued; ///< what the citizen was told

    [[nodiscard]] bool isOver() const { return state == LegState::Finished || state == LegState::Cancelled; }
};

struct Ticket
{
    TicketId id;
    Number number;
    Day day{};
    Instant issued{};
    int catalogueVersion = 0;
    Channel channel = Channel::SelfService;
    Language language = Language::Indonesian;
    std::vector<PriorityClassId> classes;
    std::vector<Leg> legs;
    DeviceId issuedAt;

    [[nodiscard]] bool hasPriority() const { return !classes.empty(); }
    [[nodiscard]] bool isOver() const;
    /// The leg with an open episode: a citizen is at one counter at a time.
    [[nodiscard]] const Leg* openLeg() const;
};

struct CounterDesk
{
    CounterPresence presence = CounterPresence::Closed;
    std::optional<StaffId> staff;
    std::optional<LegId> openLeg;
};

struct Device
{
    IncarnationId incarnation;
    std::uint8_t series = 0;
    PublicKey publicKey{};
};

/// The order in which the legs of a queue wait.
struct WaitingKey
{
    Place place;
    LegId leg;

    auto operator<=>(const WaitingKey&) const = default;
};

struct QueueDay
{
    std::set<WaitingKey> priority;
    std::set<WaitingKey> ordinary;
    std::uint64_t calls = 0; ///< first calls of today, by which missed legs that return are counted
    /// How long the last services of each service took, newest last, at most `recentServicesMax`.
    std::map<ServiceId, std::vector<std::chrono::milliseconds>> recentServices;
};

inline constexpr std::size_t recentServicesMax = 20;

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
    [[nodiscard]] const QueueDay& queue(const QueueId& queue) const;
    [[nodiscard]] int issuedToday(const ServiceId& service, Day today) const;
    [[nodiscard]] std::uint16_t lastNumber(const std::string& prefix, std::uint8_t series, Day today) const;

    [[nodiscard]] const std::map<StaffId, std::string>& staff() const { return m_staff; }
    [[nodiscard]] const std::map<DeviceId, Device>& devices() const { return m_devices; }

    [[nodiscard]] bool hasAnswered(const CommandId& command) const { return m_answered.contains(command); }
    /// Subjects of events this node is too old to understand: it refuses to act on them.
    [[nodiscard]] bool isNewerThanThisNode(const Subject& subject) const { return m_newer.contains(subject); }

private:
    friend class Applier;

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
};

/// Takes one event into the state. Reads the event only: never the clock, never chance.
/// Errors: `journal-inconsistent` when the event cannot follow what came before; the state is then
/// unchanged and the log cannot be trusted.
[[nodiscard]] Result<void> applyEvent(Site& site, const Event& event);

} // namespace anjungan
