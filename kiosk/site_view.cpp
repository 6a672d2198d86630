// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/site_view.h"

#include <algorithm>
#include <set>

namespace anjungan {

namespace {

bool opensBefore(const Opening& one, const Opening& other)
{
    if (one.isOpen() || !one.opensNext)
        return one.isOpen();
    return !other.isOpen() && (!other.opensNext || *one.opensNext < *other.opensNext);
}

} // namespace

SiteView::SiteView(const SiteFollower& follower, const FaceLanguage& language)
    : m_follower(follower)
    , m_language(language)
    , m_words(language.current())
{}

void SiteView::renewWords()
{
    m_words = Words(m_language.current());
}

Opening SiteView::openingOf(const Service& service) const
{
    return anjungan::openingOf(site(), service, now());
}

QString SiteView::closedLine(const Opening& opening) const
{
    return m_words.closedLine(opening, now(), catalogue()->timeZone);
}

WaitEstimate SiteView::estimate(const Service& service, bool priority) const
{
    return estimateWait(site(), service, priority, now());
}

Opening SiteView::openingOf(const AgencyId& agency) const
{
    std::optional<Opening> best;
    for (const Service& service : catalogue()->services) {
        if (service.agency != agency)
            continue;
        Opening opening = openingOf(service);
        if (opening.isOpen())
            return opening;
        if (!best || opensBefore(opening, *best))
            best = opening;
    }
    return best.value_or(anjungan::openingOf(*catalogue(), now()));
}

Opening SiteView::openingOfSite() const
{
    const Opening site = anjungan::openingOf(*catalogue(), now());
    if (site.isOpen())
        return site;
    for (const Service& service : catalogue()->services) {
        const Opening opening = openingOf(service);
        if (opening.isOpen())
            return opening;
    }
    return site;
}

int SiteView::peopleIn(const std::vector<QueueId>& queues) const
{
    std::set<TicketId> people;
    for (const QueueId& id : queues) {
        const QueueDay& queue = site().queue(id);
        for (const auto& waiting : queue.waiting) {
            for (const WaitingKey& key : waiting)
                people.insert(key.leg.ticket);
        }
    }
    return static_cast<int>(people.size());
}

int SiteView::peopleWaiting() const
{
    std::vector<QueueId> queues;
    for (const Queue& queue : catalogue()->queues)
        queues.push_back(queue.id);
    return peopleIn(queues);
}

int SiteView::peopleWaiting(const AgencyId& agency) const
{
    std::vector<QueueId> queues;
    for (const Service& service : catalogue()->services) {
        if (service.agency == agency)
            queues.push_back(service.queue);
    }
    std::sort(queues.begin(), queues.end());
    queues.erase(std::unique(queues.begin(), queues.end()), queues.end());
    return peopleIn(queues);
}

} // namespace anjungan
