// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calling.h"
#include "core/decide.h"

namespace anjungan {

using Changes = std::vector<Change>;

/// Decides one command on a state: one function a kind of command. Reads, never writes.
class Decider
{
public:
    Decider(const Site& site, const Command& command, Instant now)
        : m_site(site)
        , m_command(command)
        , m_now(now)
    {}

    [[nodiscard]] Result<Changes> run();

    Result<Changes> operator()(const PublishCatalogue& wanted);
    Result<Changes> operator()(const ChangeStaff& wanted);
    Result<Changes> operator()(const RegisterDevice& wanted);
    Result<Changes> operator()(const ChangeCounter& wanted);
    Result<Changes> operator()(const IssueTicket& wanted);
    Result<Changes> operator()(const CancelTicket& wanted);
    Result<Changes> operator()(const CallNext& wanted);
    Result<Changes> operator()(const CallLeg& wanted);
    Result<Changes> operator()(const AcknowledgeCall& wanted);
    Result<Changes> operator()(const RecallLeg& wanted);
    Result<Changes> operator()(const StartService& wanted);
    Result<Changes> operator()(const FinishLeg& wanted);
    Result<Changes> operator()(const MarkNoShow& wanted);
    Result<Changes> operator()(const WithdrawCall& wanted);
    Result<Changes> operator()(const ParkLeg& wanted);
    Result<Changes> operator()(const ReturnLeg& wanted);
    Result<Changes> operator()(const TransferLeg& wanted);
    Result<Changes> operator()(const TakeOverLeg& wanted);
    Result<Changes> operator()(const ReopenLeg& wanted);
    Result<Changes> operator()(const UndoAct& wanted);
    Result<Changes> operator()(const ConfirmPriority& wanted);
    Result<Changes> operator()(const RaiseNumbers& wanted);
    Result<Changes> operator()(const ConfirmClock& wanted);
    Result<Changes> operator()(const RaiseEpoch& wanted);

private:
    [[nodiscard]] const Catalogue& catalogue() const { return *m_site.catalogue(); }
    [[nodiscard]] Day today() const { return dayOf(m_now, catalogue().timeZone); }

    [[nodiscard]] Result<void> checkIssue(const IssueTicket& wanted) const;
    /// `isPromised`: booked, or left waiting on an earlier day.
    [[nodiscard]] Result<IssuedLeg> resolve(const ServiceId& service, bool priority, bool isPromised) const;
    [[nodiscard]] Result<std::optional<LeftTicket>> leftOf(const IssueTicket& wanted) const;
    /// Legs that nobody could call under a new catalogue, moved to where their service is now.
    [[nodiscard]] Result<Changes> moveWaiting(const Catalogue& to) const;
    [[nodiscard]] Result<const Counter*> counterThatMayCall(const CounterId& counter) const;
    /// The same, and one that calls from the leg's queue.
    [[nodiscard]] Result<void> checkCounterFor(const CounterId& counter, const Leg& leg) const;
    [[nodiscard]] Result<void> checkToday(const LegId& leg) const;
    /// The leg, if it is in one of `states` and its open episode is the one the actor saw.
    [[nodiscard]] Result<const Leg*> legFor(const LegAct& act, std::initializer_list<LegState> states) const;
    [[nodiscard]] Result<Changes> one(const LegId& leg, EventBody body) const;

    const Site& m_site;
    const Command& m_command;
    Instant m_now;
};

} // namespace anjungan
