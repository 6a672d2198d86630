// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/voice.h"

#include <chrono>
#include <deque>
#include <vector>

namespace anjungan {

/// What waits to be said, in order of arrival, and what need not be said any more. Pure; not thread-safe.
///
/// - A recall is merged into a call or recall of the same number to the same counter that still waits: a
///   citizen is not called three times in a row because the queue was long.
/// - A call takes what still waits of the same number to another counter with it: a citizen is sent to one
///   place.
/// - A withdrawal takes what still waits of the same call with it. If the call itself was among that, nobody
///   heard it and nothing is corrected; else the correction is said.
/// - Beyond `sizeMax` the oldest recall makes room, else the oldest announcement: the display shows them all.
///
/// The front that is being said (`begin` to `finish` or `putBack`) is never touched by these rules.
class AnnouncementQueue
{
public:
    using Age = std::chrono::milliseconds; ///< of a steady clock

    explicit AnnouncementQueue(std::size_t sizeMax);

    /// Gives what had to make room, if anything had to.
    [[nodiscard]] std::optional<Announcement> add(Announcement announcement, Age now);

    [[nodiscard]] bool empty() const { return m_items.empty(); }
    [[nodiscard]] int size() const { return static_cast<int>(m_items.size()); }

    /// Takes the front in hand. Not for an empty queue.
    [[nodiscard]] Announcement begin();
    /// The announcement in hand was said to its end, or is given up.
    void finish();
    /// The announcement in hand is to be tried again. `maybeHeard`: a part of it may have sounded.
    void putBack(bool maybeHeard);

    /// Removes and gives what has waited longer than `patience`, where only the time since `outageBegan`
    /// counts: waiting for others to be said is no fault. Only while nothing is in hand.
    [[nodiscard]] std::vector<Announcement> giveUp(Age outageBegan, Age now, Age patience);

private:
    struct Item
    {
        Announcement announcement;
        Age since{};
        bool maybeHeard = false;
    };

    [[nodiscard]] std::deque<Item>::iterator firstWaiting();
    [[nodiscard]] bool isMerged(const Announcement& announcement);
    void sendElsewhere(const Announcement& call);
    [[nodiscard]] bool withdraw(const Announcement& announcement);
    [[nodiscard]] std::optional<Announcement> makeRoom();

    std::size_t m_sizeMax;
    std::deque<Item> m_items;
    bool m_isFrontInHand = false;
};

} // namespace anjungan
