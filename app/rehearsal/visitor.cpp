// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rehearsal/visitor.h"

#include <algorithm>
#include <array>
#include <random>

namespace anjungan {

namespace {

/// Most people come when they are called; the others show everything that can happen.
constexpr std::array coursesInTurn{
    Course::Served, Course::ServedAfterRecall,     Course::Served,
    Course::Missed, Course::Transferred,           Course::ServedAfterPark,
    Course::Served, Course::ServedAfterMiss,       Course::Cancelled,
    Course::Served, Course::ServedAfterWithdrawal, Course::Served,
};

} // namespace

const char* nameOf(Course course)
{
    switch (course) {
    case Course::Served:
        return "served";
    case Course::ServedAfterRecall:
        return "served after a recall";
    case Course::ServedAfterPark:
        return "served after being put aside";
    case Course::ServedAfterMiss:
        return "served after a missed call";
    case Course::ServedAfterWithdrawal:
        return "served after a withdrawn call";
    case Course::Transferred:
        return "transferred and served";
    case Course::Missed:
        return "missed";
    case Course::Cancelled:
        return "cancelled";
    }
    return "";
}

std::vector<Visitor> inviteVisitors(int count, std::uint32_t seed, const std::vector<ServiceId>& services)
{
    std::mt19937 random(seed);
    const auto below = [&random](std::size_t bound) { return static_cast<std::size_t>(random() % bound); };
    std::vector<Visitor> visitors;
    for (int i = 0; i < count; ++i) {
        Visitor visitor;
        visitor.index = i;
        visitor.course = coursesInTurn[static_cast<std::size_t>(i) % coursesInTurn.size()];
        visitor.language = i % 4 == 3 ? Language::English : Language::Indonesian;
        visitor.priority = below(4) == 0;
        const std::size_t errands = std::min<std::size_t>(i % 3 == 2 ? 2 + below(2) : 1, services.size());
        while (visitor.services.size() < errands) {
            const ServiceId& service = services[i == 0 ? 0 : below(services.size())];
            if (std::find(visitor.services.begin(), visitor.services.end(), service) ==
                visitor.services.end())
                visitor.services.push_back(service);
        }
        visitors.push_back(std::move(visitor));
    }
    return visitors;
}

bool endedAsIntended(const Visitor& visitor, const Site& site)
{
    const Ticket* ticket = visitor.ticket ? site.find(*visitor.ticket) : nullptr;
    if (!ticket || ticket->legs.size() != visitor.services.size())
        return false;
    for (std::size_t i = 0; i < ticket->legs.size(); ++i) {
        LegState wanted = LegState::Finished;
        if (visitor.course == Course::Cancelled)
            wanted = LegState::Cancelled;
        else if (visitor.course == Course::Missed && i == 0)
            wanted = LegState::Missed;
        if (ticket->legs[i].state != wanted)
            return false;
    }
    const bool sentOn = ticket->legs.front().service != visitor.services.front();
    return sentOn == (visitor.course == Course::Transferred);
}

} // namespace anjungan
