// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/announcement_queue.h"

#include <algorithm>
#include <iterator>

namespace anjungan {

namespace {

using Kind = Announcement::Kind;

bool isSameCall(const Announcement& a, const Announcement& b)
{
    return a.number == b.number && a.counterLabel == b.counterLabel;
}

} // namespace

AnnouncementQueue::AnnouncementQueue(std::size_t sizeMax)
    : m_sizeMax(std::max<std::size_t>(2, sizeMax))
{}

std::deque<AnnouncementQueue::Item>::iterator AnnouncementQueue::firstWaiting()
{
    return m_items.begin() + (m_isFrontInHand ? 1 : 0);
}

std::optional<Announcement> AnnouncementQueue::add(Announcement announcement, Age now)
{
    if (isMerged(announcement))
        return std::nullopt;
    if (announcement.kind == Kind::Withdrawal && withdraw(announcement))
        return std::nullopt;
    if (announcement.kind == Kind::Call)
        sendElsewhere(announcement);
    std::optional<Announcement> dropped;
    if (m_items.size() >= m_sizeMax)
        dropped = makeRoom();
    m_items.push_back({std::move(announcement), now, false});
    return dropped;
}

bool AnnouncementQueue::isMerged(const Announcement& announcement)
{
    if (announcement.kind == Kind::Call)
        return false;
    const bool isWithdrawal = announcement.kind == Kind::Withdrawal;
    // The newest word on this call decides: what was said before a withdrawal is another call.
    for (auto item = m_items.rbegin(); item != std::make_reverse_iterator(firstWaiting()); ++item) {
        if (isSameCall(item->announcement, announcement))
            return (item->announcement.kind == Kind::Withdrawal) == isWithdrawal;
    }
    return false;
}

void AnnouncementQueue::sendElsewhere(const Announcement& call)
{
    const auto isOld = [&](const Item& item) {
        return item.announcement.number == call.number && !isSameCall(item.announcement, call) &&
               item.announcement.kind != Kind::Withdrawal;
    };
    m_items.erase(std::remove_if(firstWaiting(), m_items.end(), isOld), m_items.end());
}

bool AnnouncementQueue::withdraw(const Announcement& announcement)
{
    bool wasNeverHeard = false;
    const auto isTaken = [&](const Item& item) {
        if (!isSameCall(item.announcement, announcement) || item.announcement.kind == Kind::Withdrawal)
            return false;
        wasNeverHeard = wasNeverHeard || (item.announcement.kind == Kind::Call && !item.maybeHeard);
        return true;
    };
    m_items.erase(std::remove_if(firstWaiting(), m_items.end(), isTaken), m_items.end());
    return wasNeverHeard;
}

std::optional<Announcement> AnnouncementQueue::makeRoom()
{
    const auto first = firstWaiting();
    auto victim = std::find_if(first, m_items.end(),
                               [](const Item& item) { return item.announcement.kind == Kind::Recall; });
    if (victim == m_items.end())
        victim = first;
    Announcement dropped = std::move(victim->announcement);
    m_items.erase(victim);
    return dropped;
}

Announcement AnnouncementQueue::begin()
{
    m_isFrontInHand = true;
    return m_items.front().announcement;
}

void AnnouncementQueue::finish()
{
    m_isFrontInHand = false;
    m_items.pop_front();
}

void AnnouncementQueue::putBack(bool maybeHeard)
{
    m_isFrontInHand = false;
    m_items.front().maybeHeard = m_items.front().maybeHeard || maybeHeard;
}

std::vector<Announcement> AnnouncementQueue::giveUp(Age outageBegan, Age now, Age patience)
{
    std::vector<Announcement> given;
    while (!m_items.empty() && now - std::max(m_items.front().since, outageBegan) > patience) {
        given.push_back(std::move(m_items.front().announcement));
        m_items.pop_front();
    }
    return given;
}

} // namespace anjungan
