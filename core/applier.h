// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site.h"

namespace anjungan {

/// Takes one event into a site: one function a kind of event. Each checks first and changes only then,
/// so that an event which cannot follow leaves the state as it was.
class Applier
{
public:
    Applier(Site& site, const Event& event)
        : m_site(site)
        , m_event(event)
    {}

    [[nodiscard]] Result<void> run();

    Result<void> operator()(const CataloguePublished& body);
    Result<void> operator()(const StaffChanged& body);
    Result<void> operator()(const DeviceRegistered& body);
    Result<void> operator()(const CounterChanged& body);
    Result<void> operator()(const TicketIssued& body);
    Result<void> operator()(const LegCalled& body);
    Result<void> operator()(const CallAcknowledged& body);
    Result<void> operator()(const CallRepeated& body);
    Result<void> operator()(const ServiceStarted& body);
    Result<void> operator()(const LegFinished& body);
    Result<void> operator()(const LegMissed& body);
    Result<void> operator()(const CallWithdrawn& body);
    Result<void> operator()(const LegParked& body);
    Result<void> operator()(const LegReturned& body);
    Result<void> operator()(const LegTransferred& body);
    Result<void> operator()(const LegCancelled& body);
    Result<void> operator()(const LegTakenOver& body);
    Result<void> operator()(const LegReopened& body);
    Result<void> operator()(const ActUndone& body);
    Result<void> operator()(const PriorityConfirmed& body);
    Result<void> operator()(const NumbersRaised& body);
    Result<void> operator()(const ClockConfirmed& body);
    Result<void> operator()(const EpochRaised& body);
    Result<void> operator()(const UnknownEvent& body);

private:
    struct Found
    {
        Ticket& ticket;
        Leg& leg;
        LegId id;
    };

    [[nodiscard]] Result<Found> find(const LegId& id);
    /// The leg, if `episode` is what is open on it.
    [[nodiscard]] Result<Found> findOpen(const LegId& id, const std::optional<EpisodeId>& episode);
    [[nodiscard]] tl::unexpected<Error> inconsistent(std::string_view why) const;

    void beginDay(Day day);
    void keepWhoWasLeft(Day day);
    void remember(const Found& found, const LegCalled* call = nullptr);
    void openEpisode(const Found& found, const CounterId& counter, const EpisodeId& episode, LegState state);
    void enterQueue(const Found& found);
    void leaveQueue(const Found& found);
    void countOccupancy(const Found& found);
    void countArrival(QueueDay& queue, const Ticket& ticket) const;
    /// Ends the open episode, if there is one, and frees its counter.
    void endEpisode(const Found& found);
    /// What an undo of a call and of a finish takes back beyond the leg itself.
    void uncount(const Found& found, const LastAct& last);
    /// The leg, taken from where it stands: out of its queue, away from its counter. What stood is
    /// remembered.
    [[nodiscard]] Result<Found> takeAway(const LegId& id, const std::optional<EpisodeId>& episode);

    Site& m_site;
    const Event& m_event;
};

} // namespace anjungan
