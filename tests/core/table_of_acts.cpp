// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table_of_acts.h"

#include "core/calling.h"

#include <algorithm>

namespace anjungan {

namespace {

const std::vector<std::string> acts{
    "waiting: call",     "waiting: park",     "waiting: transfer",   "waiting: cancel",  "called: recall",
    "called: serve",     "called: finish",    "called: no-show",     "called: withdraw", "called: park",
    "called: transfer",  "called: take over", "called: acknowledge", "serving: finish",  "serving: park",
    "serving: transfer", "serving: withdraw", "serving: take over",  "parked: call",     "parked: return",
    "parked: transfer",  "parked: no-show",   "parked: cancel",      "missed: call",     "missed: return",
    "missed: cancel",    "finished: reopen"};

const std::vector<std::string> issues{"issue: one errand",  "issue: several errands", "issue: priority",
                                      "issue: appointment", "issue: needs",           "issue: continued"};

const std::vector<std::string> others{"call next",       "confirm priority", "open a counter",
                                      "pause a counter", "close a counter",  "publish a catalogue",
                                      "cancel a ticket"};

/// What a person did: the machine's own acts and repeated calls are not undone.
bool canBeUndone(const std::string& row)
{
    return row == "call next" || (std::ranges::find(acts, row) != acts.end() && row != "called: recall" &&
                                  row != "called: acknowledge");
}

std::vector<std::string> allRows()
{
    std::vector<std::string> rows = acts;
    rows.insert(rows.end(), issues.begin(), issues.end());
    rows.insert(rows.end(), others.begin(), others.end());
    for (const std::string& act : acts) {
        if (canBeUndone(act))
            rows.push_back("undo " + act);
    }
    return rows;
}

LegState stateOf(const std::string& row)
{
    static const std::map<std::string, LegState> states{
        {"waiting", LegState::Waiting}, {"called", LegState::Called}, {"serving", LegState::Serving},
        {"parked", LegState::Parked},   {"missed", LegState::Missed}, {"finished", LegState::Finished}};
    return states.at(row.substr(0, row.find(':')));
}

/// Of the legs that a command is about.
LegId legOf(const Command& command)
{
    return std::visit(
        [](const auto& body) {
            if constexpr (requires { body.act.leg; })
                return body.act.leg;
            else if constexpr (requires { LegId(body.leg); })
                return LegId(body.leg);
            else
                return LegId();
        },
        command.body);
}

} // namespace

const std::vector<std::string>& TableOfActs::rows()
{
    static const std::vector<std::string> rows = allRows();
    return rows;
}

Command TableOfActs::command(CommandBody body)
{
    return {m_random.makeId<CommandId>(), {*DeviceId::parse("test"), m_hall.ani}, std::move(body)};
}

std::optional<LegId> TableOfActs::anyLeg(LegState state)
{
    std::vector<LegId> found;
    for (const auto& [id, ticket] : m_hall.site().tickets()) {
        for (std::uint8_t i = 0; i < ticket.legs.size(); ++i) {
            if (ticket.legs[i].state == state)
                found.push_back({id, i});
        }
    }
    std::ranges::sort(found);
    return found.empty() ? std::nullopt : std::optional(found[m_random.below(found.size())]);
}

std::optional<LegAct> TableOfActs::anyAct(LegState state)
{
    const auto leg = anyLeg(state);
    if (!leg)
        return std::nullopt;
    const auto& open = m_hall.leg(*leg).open;
    return LegAct{*leg, open ? std::optional(open->id) : std::nullopt};
}

CounterId TableOfActs::anyCounter()
{
    const auto& counters = m_hall.site().catalogue()->counters;
    return counters[m_random.below(counters.size())].id;
}

CounterId TableOfActs::counterFor(const LegId& leg)
{
    std::vector<CounterId> free;
    for (const Counter& counter : m_hall.site().catalogue()->counters) {
        const CounterDesk& desk = m_hall.site().desk(counter.id);
        if (std::ranges::count(counter.queues, m_hall.leg(leg).queue) > 0 && !desk.openLeg &&
            desk.presence == CounterPresence::Open)
            free.push_back(counter.id);
    }
    return free.empty() ? anyCounter() : free[m_random.below(free.size())];
}

ServiceId TableOfActs::anyService()
{
    const auto& services = m_hall.site().catalogue()->services;
    return services[m_random.below(services.size())].id;
}

IssueTicket TableOfActs::anyIssue()
{
    IssueTicket wanted;
    wanted.ticket = m_random.makeId<TicketId>();
    wanted.series = static_cast<std::uint8_t>(m_random.below(3));
    wanted.services = {anyService()};
    m_issued.push_back(wanted.ticket);
    return wanted;
}

std::optional<TicketId> TableOfActs::anyLeft()
{
    const Day today = dayOf(m_hall.clock.now(), m_hall.site().catalogue()->timeZone);
    std::vector<TicketId> found;
    for (const TicketId& id : m_issued) {
        const auto left = m_hall.site().leftWaiting(id, today);
        if (left && !left->continuedBy)
            found.push_back(id);
    }
    return found.empty() ? std::nullopt : std::optional(found[m_random.below(found.size())]);
}

std::optional<CommandBody> TableOfActs::issueOf(const std::string& row)
{
    IssueTicket wanted = anyIssue();
    if (row == "issue: several errands") {
        while (wanted.services.size() < 2 + m_random.below(2)) {
            if (const ServiceId more = anyService(); std::ranges::count(wanted.services, more) == 0)
                wanted.services.push_back(more);
        }
    } else if (row == "issue: priority") {
        wanted.classes = {*PriorityClassId::parse(m_random.below(2) == 0 ? "lansia" : "hamil")};
    } else if (row == "issue: appointment") {
        const auto slot = std::chrono::minutes(m_random.below(120));
        wanted.appointment = m_hall.clock.now() - std::chrono::minutes(30) + slot;
    } else if (row == "issue: needs") {
        wanted.needs = {static_cast<Need>(m_random.below(4))};
    } else if (row == "issue: continued") {
        const auto left = anyLeft();
        if (!left)
            return std::nullopt;
        wanted.continues = left;
        wanted.services.clear();
    }
    return wanted;
}

std::optional<CommandBody> TableOfActs::actOf(const std::string& row)
{
    const auto act = anyAct(stateOf(row));
    if (!act)
        return std::nullopt;
    const std::string verb = row.substr(row.find(": ") + 2);
    if (verb == "call")
        return CallLeg{counterFor(act->leg), act->leg};
    if (verb == "park")
        return ParkLeg{*act};
    if (verb == "transfer")
        return TransferLeg{*act, anyService(), "ke loket lain"};
    if (verb == "cancel")
        return CancelTicket{act->leg.ticket, act->leg.index};
    if (verb == "recall")
        return RecallLeg{*act};
    if (verb == "serve")
        return StartService{*act};
    if (verb == "finish")
        return FinishLeg{*act, static_cast<Outcome>(m_random.below(5)), static_cast<Way>(m_random.below(2)),
                         1 + static_cast<int>(m_random.below(3))};
    if (verb == "no-show")
        return MarkNoShow{*act};
    if (verb == "withdraw")
        return WithdrawCall{*act};
    if (verb == "take over")
        return TakeOverLeg{*act, counterFor(act->leg)};
    if (verb == "acknowledge")
        return AcknowledgeCall{*act};
    if (verb == "return")
        return ReturnLeg{*act};
    return ReopenLeg{act->leg, counterFor(act->leg)};
}

std::optional<CommandBody> TableOfActs::bodyOf(const std::string& row)
{
    if (row.starts_with("issue: "))
        return issueOf(row);
    if (row == "call next")
        return CallNext{anyCounter()};
    if (row == "open a counter" || row == "pause a counter")
        return ChangeCounter{anyCounter(), row[0] == 'o' ? CounterPresence::Open : CounterPresence::Paused,
                             m_hall.ani};
    if (row == "close a counter")
        return ChangeCounter{anyCounter(), CounterPresence::Closed, {}};
    if (row == "publish a catalogue") {
        auto next = std::make_shared<Catalogue>(*m_hall.site().catalogue());
        next->version = ++m_version;
        return PublishCatalogue{next};
    }
    const auto leg = anyLeg(m_random.below(2) == 0 ? LegState::Waiting : LegState::Parked);
    if (row == "confirm priority" && leg) {
        ConfirmPriority confirm{leg->ticket, {}};
        if (m_random.below(2) == 0)
            confirm.classes = {*PriorityClassId::parse("lansia")};
        return confirm;
    }
    if (row == "cancel a ticket" && leg)
        return CancelTicket{leg->ticket, {}};
    return row.find(": ") == std::string::npos ? std::nullopt : actOf(row);
}

CommandBody TableOfActs::outOfPlace()
{
    // Any act on any leg, as somebody does who has not seen what happened meanwhile.
    static constexpr std::array states{LegState::Waiting,  LegState::Called, LegState::Serving,
                                       LegState::Parked,   LegState::Missed, LegState::Finished,
                                       LegState::Cancelled};
    LegAct act = anyAct(states[m_random.below(states.size())]).value_or(LegAct());
    if (m_random.below(4) == 0)
        act.episode = m_random.makeId<EpisodeId>();
    switch (m_random.below(10)) {
    case 0:
        return CallLeg{anyCounter(), act.leg};
    case 1:
        return AcknowledgeCall{act};
    case 2:
        return StartService{act};
    case 3:
        return FinishLeg{act, Outcome::Done, Way::Counter, static_cast<int>(m_random.below(3)) - 1};
    case 4:
        return MarkNoShow{act};
    case 5:
        return ReturnLeg{act};
    case 6:
        return TransferLeg{act, anyService(), m_random.below(2) == 0 ? "n" : std::string(201, 'n')};
    case 7:
        return TakeOverLeg{act, anyCounter()};
    case 8:
        return ReopenLeg{act.leg, anyCounter()};
    default:
        return UndoAct{act.leg, m_random.makeId<CommandId>()};
    }
}

TableOfActs::Wanted TableOfActs::next()
{
    if (m_random.below(5) == 0)
        return {"", command(outOfPlace())};
    // The rarest of some rows that have somebody to be done to.
    std::optional<Wanted> best;
    for (int i = 0; i < 12; ++i) {
        const std::string& row = rows()[m_random.below(rows().size())];
        auto body = row.starts_with("undo ") ? std::nullopt : bodyOf(row);
        if (body && (!best || m_counts[row] < m_counts[best->row]))
            best = Wanted{row, command(std::move(*body))};
    }
    return best ? *best : Wanted{"call next", command(CallNext{anyCounter()})};
}

std::optional<TableOfActs::Wanted> TableOfActs::undoOf(const Wanted& done)
{
    if (!canBeUndone(done.row))
        return std::nullopt;
    LegId leg = legOf(done.command);
    if (const auto* next = std::get_if<CallNext>(&done.command.body))
        leg = *m_hall.site().desk(next->counter).openLeg;
    if (const auto* cancel = std::get_if<CancelTicket>(&done.command.body))
        leg = {cancel->ticket, cancel->leg.value_or(0)};
    return Wanted{done.row == "call next" ? "" : "undo " + done.row, command(UndoAct{leg, done.command.id})};
}

} // namespace anjungan
