// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site.h"

#include <array>
#include <optional>
#include <unordered_map>
#include <vector>

namespace anjungan {

/// When a turn comes, counted in minutes of work from now (breaks left out): a random quantity by its mean
/// and variance.
struct Turn
{
    int ahead = 0;        ///< people whom the same counters may call first
    int openCounters = 0; ///< that serve the queue, paused ones included; 0: the rest says nothing
    double mean_min = 0;
    double variance = 0;
    double service_min = 0; ///< how long the counter will then be occupied
    bool atOnce = false;    ///< a counter is free and nobody is before
};

/// The open counters on which a queue's wait depends (those that serve it, those that share a waiting queue
/// with them, and so on), and who waits there. For one question at one moment: keeps references to the site.
/// docs/waiting.md says what its constants are and how they were found.
class WaitingFloor
{
public:
    WaitingFloor(const Site& site, const Service& service, Instant now);
    /// For a leg that waits: in its own queue, whatever its service's queue is by now.
    WaitingFloor(const Site& site, const Service& service, const QueueId& queue, Instant now);

    /// The turn of somebody who comes now. Nothing is worked out beyond `until_min`: a mean that lies there
    /// may be any later one.
    [[nodiscard]] Turn turnOf(bool priority, double until_min);
    /// The turn of a leg that waits in the queue, at its place. Other legs of its ticket are not before it.
    [[nodiscard]] Turn turnOf(const LegId& waiting, double until_min);

private:
    /// How long a service keeps a counter, and how many of those ahead come for it.
    struct Expected
    {
        double mean_min = 0;
        double meanVariance = 0; ///< how wrong the mean itself may be
        int ahead = 0;
    };

    struct Desk
    {
        const Counter* counter = nullptr;
        bool direct = false; ///< serves the queue that is asked for
        bool isOpen = true;  ///< false: it is only expected to open
        double free_min = 0; ///< from now
        double variance = 0;

        [[nodiscard]] bool serves(const QueueId& queue) const;
    };

    /// A queue in which somebody waits, or the one asked for.
    struct Line
    {
        const QueueId* id = nullptr;
        const QueueDay* day = nullptr;
        std::vector<Desk*> desks;
        std::size_t direct = 0; ///< how many of them are
        double work_min = 0;    ///< of those who were scheduled
        int scheduled = 0;
    };

    /// The next one of a class of a line.
    struct Cursor
    {
        Line* line = nullptr;
        WaitingClass which = WaitingClass::Ordinary;
        std::set<WaitingKey>::const_iterator next;
        std::set<WaitingKey>::const_iterator end;
    };

    void addDesksOf(std::size_t line);
    void addLinesOf(const Counter& counter);
    [[nodiscard]] bool mayOpen(const Counter& counter, Desk& desk) const;
    void occupy(Desk& desk);
    [[nodiscard]] Expected& expectedOf(const ServiceId& id);
    [[nodiscard]] double paceOf(const Service& service);

    /// How many of each class are called before, at most. Appointments go when their slot has come.
    using Before = std::array<std::size_t, waitingClasses.size()>;
    /// Whoever asks: somebody who comes now, or a leg that waits.
    struct Asker
    {
        bool priority = false;
        std::optional<LegId> waiting;
        Before all{};           ///< at whatever counters the wait depends on
        Before direct{};        ///< at those of her own queue
        double notBefore_min{}; ///< her slot
    };

    [[nodiscard]] Before beforeNewcomer(bool priority, bool directOnly) const;
    [[nodiscard]] Before beforeWaiting(const LegId& id, bool directOnly) const;
    [[nodiscard]] Turn turnOf(const Asker& asker, double until_min);
    void schedule(const Asker& asker, double until_min);
    void take(const Cursor& cursor);
    [[nodiscard]] double soonest_min() const;
    [[nodiscard]] double priorityLoad(double directDesks) const;

    const Site& m_site;
    const Service& m_service;
    Instant m_now;
    std::vector<bool> m_seen; ///< by counter
    std::vector<Desk> m_desks;
    std::vector<Line> m_lines; ///< the first is the one asked for
    std::unordered_map<ServiceId, Expected> m_expected;
    std::unordered_map<QueueId, double> m_paces;
    int m_appointmentsAhead = 0;
};

} // namespace anjungan
