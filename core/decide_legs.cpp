// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decider.h"
#include "core/plain_text.h"

#include <algorithm>

namespace anjungan {

Result<Changes> Decider::one(const LegId& leg, EventBody body) const
{
    return Changes{{subjectOf(leg.ticket), std::move(body)}};
}

Result<const Counter*> Decider::counterThatMayCall(const CounterId& id) const
{
    const Counter* counter = catalogue().find(id);
    if (!counter)
        return refuse("counter-unknown", id.text());
    const CounterDesk& desk = m_site.desk(id);
    if (desk.presence != CounterPresence::Open)
        return refuse("counter-closed", id.text());
    if (desk.openLeg)
        return refuse("counter-busy", id.text());
    return counter;
}

Result<void> Decider::checkCounterFor(const CounterId& id, const Leg& leg) const
{
    const auto counter = counterThatMayCall(id);
    if (!counter)
        return tl::unexpected(counter.error());
    const auto& queues = (*counter)->queues;
    if (std::find(queues.begin(), queues.end(), leg.queue) == queues.end())
        return refuse("counter-other-queue", leg.queue.text());
    return {};
}

Result<void> Decider::checkToday(const LegId& leg) const
{
    const Ticket* ticket = m_site.find(leg.ticket);
    if (!ticket)
        return refuse("ticket-unknown", leg.ticket.text());
    if (ticket->day != today())
        return refuse("ticket-unknown", "its day is over");
    return leg.index < ticket->legs.size() ? Result<void>() : refuse("leg-unknown");
}

Result<const Leg*> Decider::legFor(const LegAct& act, std::initializer_list<LegState> states) const
{
    const Leg* leg = m_site.find(act.leg);
    if (!leg)
        return refuse(m_site.find(act.leg.ticket) ? "leg-unknown" : "ticket-unknown");
    const std::optional<EpisodeId> open = leg->open ? std::optional(leg->open->id) : std::nullopt;
    if (open != act.episode)
        return refuse("episode-over");
    if (std::find(states.begin(), states.end(), leg->state) == states.end())
        return refuse("act-illegal");
    return leg;
}

Result<Changes> Decider::operator()(const CallNext& wanted)
{
    if (auto counter = counterThatMayCall(wanted.counter); !counter)
        return tl::unexpected(counter.error());
    const auto next = nextFor(m_site, wanted.counter, m_now);
    if (!next)
        return refuse("nobody-waiting");
    return one(next->leg, LegCalled{next->leg, wanted.counter, m_command.id, next->passedOver,
                                    next->passedOverPriority});
}

Result<Changes> Decider::operator()(const CallLeg& wanted)
{
    const auto leg =
        legFor({wanted.leg, std::nullopt}, {LegState::Waiting, LegState::Parked, LegState::Missed});
    if (!leg)
        return tl::unexpected(leg.error());
    if (auto checked = checkToday(wanted.leg); !checked)
        return tl::unexpected(checked.error());
    if (const Leg* open = m_site.find(wanted.leg.ticket)->openLeg())
        return refuse("citizen-elsewhere", open->open->counter.text());
    if (auto checked = checkCounterFor(wanted.counter, **leg); !checked)
        return tl::unexpected(checked.error());
    return one(wanted.leg, LegCalled{wanted.leg, wanted.counter, m_command.id, std::nullopt, std::nullopt});
}

Result<Changes> Decider::operator()(const AcknowledgeCall& wanted)
{
    const auto leg = legFor(wanted.act, {LegState::Called});
    if (!leg)
        return tl::unexpected(leg.error());
    if ((*leg)->open->acknowledged)
        return refuse("act-illegal", "acknowledged already");
    return one(wanted.act.leg, CallAcknowledged{wanted.act.leg, *wanted.act.episode});
}

Result<Changes> Decider::operator()(const RecallLeg& wanted)
{
    if (auto leg = legFor(wanted.act, {LegState::Called}); !leg)
        return tl::unexpected(leg.error());
    return one(wanted.act.leg, CallRepeated{wanted.act.leg, *wanted.act.episode});
}

Result<Changes> Decider::operator()(const StartService& wanted)
{
    if (auto leg = legFor(wanted.act, {LegState::Called}); !leg)
        return tl::unexpected(leg.error());
    return one(wanted.act.leg, ServiceStarted{wanted.act.leg, *wanted.act.episode});
}

Result<Changes> Decider::operator()(const FinishLeg& wanted)
{
    if (auto leg = legFor(wanted.act, {LegState::Called, LegState::Serving}); !leg)
        return tl::unexpected(leg.error());
    if (wanted.quantity < 1 || wanted.quantity > quantityMax)
        return refuse("quantity-invalid", std::to_string(wanted.quantity));
    return one(wanted.act.leg, LegFinished{wanted.act.leg, *wanted.act.episode, wanted.outcome, wanted.way,
                                           wanted.quantity, wanted.unmeasured});
}

Result<Changes> Decider::operator()(const MarkNoShow& wanted)
{
    if (auto leg = legFor(wanted.act, {LegState::Called, LegState::Parked}); !leg)
        return tl::unexpected(leg.error());
    return one(wanted.act.leg, LegMissed{wanted.act.leg, wanted.act.episode});
}

Result<Changes> Decider::operator()(const WithdrawCall& wanted)
{
    if (auto leg = legFor(wanted.act, {LegState::Called, LegState::Serving}); !leg)
        return tl::unexpected(leg.error());
    return one(wanted.act.leg, CallWithdrawn{wanted.act.leg, *wanted.act.episode});
}

Result<Changes> Decider::operator()(const ParkLeg& wanted)
{
    if (auto leg = legFor(wanted.act, {LegState::Waiting, LegState::Called, LegState::Serving}); !leg)
        return tl::unexpected(leg.error());
    return one(wanted.act.leg, LegParked{wanted.act.leg, wanted.act.episode});
}

Result<Changes> Decider::operator()(const ReturnLeg& wanted)
{
    const auto leg = legFor(wanted.act, {LegState::Parked, LegState::Missed});
    if (!leg)
        return tl::unexpected(leg.error());
    LegReturned returned{wanted.act.leg, 0};
    if ((*leg)->state == LegState::Missed) {
        const auto others = static_cast<std::uint64_t>(catalogue().policyOf((*leg)->queue).returnAfterOthers);
        returned.notBeforeCall = m_site.queue((*leg)->queue).calls + others;
    }
    return one(wanted.act.leg, returned);
}

Result<Changes> Decider::operator()(const TransferLeg& wanted)
{
    if (!isPlainText(wanted.note, noteLengthMax))
        return refuse("text-too-long", "note");
    const auto leg =
        legFor(wanted.act, {LegState::Waiting, LegState::Called, LegState::Serving, LegState::Parked});
    if (!leg)
        return tl::unexpected(leg.error());
    const Service* service = catalogue().find(wanted.service);
    if (!service)
        return refuse("service-unknown", wanted.service.text());
    if (service->id == (*leg)->service)
        return refuse("act-illegal", "it is there already");
    return one(wanted.act.leg,
               LegTransferred{wanted.act.leg, wanted.act.episode, service->id, service->queue, wanted.note});
}

Result<Changes> Decider::operator()(const TakeOverLeg& wanted)
{
    const auto leg = legFor(wanted.act, {LegState::Called, LegState::Serving});
    if (!leg)
        return tl::unexpected(leg.error());
    if (auto checked = checkToday(wanted.act.leg); !checked)
        return tl::unexpected(checked.error());
    if (auto checked = checkCounterFor(wanted.counter, **leg); !checked)
        return tl::unexpected(checked.error());
    return one(wanted.act.leg,
               LegTakenOver{wanted.act.leg, *wanted.act.episode, wanted.counter, m_command.id});
}

Result<Changes> Decider::operator()(const ReopenLeg& wanted)
{
    const auto leg = legFor({wanted.leg, std::nullopt}, {LegState::Finished});
    if (!leg)
        return tl::unexpected(leg.error());
    if (auto checked = checkToday(wanted.leg); !checked)
        return tl::unexpected(checked.error());
    const Instant finished = *(*leg)->ended.back().ended;
    if (m_now - finished > reopenWithin)
        return refuse("act-too-late");
    for (const Leg& other : m_site.find(wanted.leg.ticket)->legs) {
        const bool calledSince =
            other.open || (&other != *leg && !other.ended.empty() && other.ended.back().called >= finished);
        if (calledSince)
            return refuse("citizen-elsewhere");
    }
    if (auto checked = checkCounterFor(wanted.counter, **leg); !checked)
        return tl::unexpected(checked.error());
    return one(wanted.leg, LegReopened{wanted.leg, wanted.counter, m_command.id});
}

Result<Changes> Decider::operator()(const UndoAct& wanted)
{
    if (auto checked = checkToday(wanted.leg); !checked)
        return tl::unexpected(checked.error());
    const Leg& leg = *m_site.find(wanted.leg);
    if (!leg.last || leg.last->command != wanted.act)
        return refuse("nothing-to-undo");
    if (leg.last->actor != m_command.actor)
        return refuse("undo-not-yours");
    if (m_now - leg.last->time > undoWithin)
        return refuse("act-too-late");
    if (const auto& open = leg.last->before.open) {
        const CounterDesk& desk = m_site.desk(open->counter);
        if (!catalogue().find(open->counter))
            return refuse("counter-unknown", open->counter.text());
        if (desk.presence == CounterPresence::Closed)
            return refuse("counter-closed", open->counter.text());
        if (desk.openLeg && *desk.openLeg != wanted.leg)
            return refuse("counter-busy", open->counter.text());
        const Leg* elsewhere = m_site.find(wanted.leg.ticket)->openLeg();
        if (elsewhere && elsewhere != &leg)
            return refuse("citizen-elsewhere", elsewhere->open->counter.text());
    }
    return one(wanted.leg, ActUndone{wanted.leg, wanted.act});
}

} // namespace anjungan
