// SPDX-License-Identifier: GPL-3.0-or-later
#include "display/hall_voice.h"

#include "core/decide.h"
#include "display/hall_calls.h"

#include <algorithm>
#include <mutex>
#include <utility>

namespace anjungan {

/// The port calls its observer on a thread of its own and cannot be told to stop: it reaches the board
/// through here, as long as there is one.
struct HallVoice::Gate
{
    std::mutex mutex;
    HallVoice* voice = nullptr;
};

HallVoice::HallVoice(VoicePort* port, std::optional<ZoneId> zone, QObject* parent)
    : QObject(parent)
    , m_port(port)
    , m_zone(std::move(zone))
    , m_gate(std::make_shared<Gate>())
{
    if (m_port == nullptr)
        return;
    m_gate->voice = this;
    m_port->follow([gate = m_gate](const VoicePort::News& news) {
        const std::lock_guard lock(gate->mutex);
        if (gate->voice == nullptr)
            return;
        QMetaObject::invokeMethod(
            gate->voice,
            [voice = gate->voice, news] {
                voice->m_news = news;
                emit voice->newsChanged();
            },
            Qt::QueuedConnection);
    });
}

HallVoice::~HallVoice()
{
    const std::lock_guard lock(m_gate->mutex);
    m_gate->voice = nullptr;
}

void HallVoice::take(const Event& event, const Site& site)
{
    if (const auto* called = std::get_if<LegCalled>(&event.body)) {
        keep(Announcement::Kind::Call, called->leg, called->episode);
    } else if (const auto* repeated = std::get_if<CallRepeated>(&event.body)) {
        keep(Announcement::Kind::Recall, repeated->leg, repeated->episode);
    } else if (const auto* takenOver = std::get_if<LegTakenOver>(&event.body)) {
        keep(Announcement::Kind::Call, takenOver->leg, takenOver->opened);
    } else if (const auto* withdrawn = std::get_if<CallWithdrawn>(&event.body)) {
        keep(Announcement::Kind::Withdrawal, withdrawn->leg, withdrawn->episode);
        std::erase_if(m_withdrawals,
                      [&](const auto& entry) { return event.act.time - entry.second.at > undoWithin; });
        m_withdrawals.insert_or_assign(event.act.command, Withdrawn{withdrawn->episode, event.act.time});
    } else if (const auto* undone = std::get_if<ActUndone>(&event.body)) {
        takeUndone(*undone, site);
    }
}

void HallVoice::takeUndone(const ActUndone& undone, const Site& site)
{
    const Leg* leg = site.find(undone.leg);
    const bool isCalled = leg != nullptr && leg->open && leg->state == LegState::Called;
    // An act that opened an episode gave it its own id.
    if (!isCalled)
        return keep(Announcement::Kind::Withdrawal, undone.leg, undone.act);
    const auto withdrawal = m_withdrawals.find(undone.act);
    const bool wasTakeOver = m_called.contains(undone.act);
    // What the hall never heard is forgotten, and the call that it heard before holds.
    const auto unsaid = std::find_if(m_waiting.begin(), m_waiting.end(), [&](const Waiting& waiting) {
        return waiting.episode == undone.act ||
               (waiting.kind == Announcement::Kind::Withdrawal && waiting.episode == leg->open->id);
    });
    if (unsaid != m_waiting.end())
        m_waiting.erase(unsaid);
    else if (withdrawal != m_withdrawals.end() || wasTakeOver)
        keep(Announcement::Kind::Call, undone.leg, leg->open->id);
}

void HallVoice::keep(Announcement::Kind kind, const LegId& leg, const EpisodeId& episode)
{
    if (m_port == nullptr)
        return;
    const auto same = std::find_if(m_waiting.begin(), m_waiting.end(),
                                   [&](const Waiting& waiting) { return waiting.episode == episode; });
    if (same == m_waiting.end()) {
        m_waiting.push_back({kind, leg, episode});
        return;
    }
    // Called and repeated before it was said is one call; called and withdrawn is nothing at all, but a
    // recall that was withdrawn takes back a call the hall has heard.
    if (kind != Announcement::Kind::Withdrawal)
        return;
    if (same->kind == Announcement::Kind::Call)
        m_waiting.erase(same);
    else
        same->kind = kind;
}

void HallVoice::flush(const Site& site)
{
    for (const Waiting& waiting : std::exchange(m_waiting, {}))
        say(waiting, site);
    rememberCalls(site);
}

void HallVoice::rememberCalls(const Site& site)
{
    m_called.clear();
    for (const auto& [counter, desk] : site.desks()) {
        const Leg* leg = desk.openLeg ? site.find(*desk.openLeg) : nullptr;
        if (leg != nullptr && leg->open && leg->state == LegState::Called)
            m_called.emplace(leg->open->id, counter);
    }
}

std::optional<CounterId> HallVoice::counterOf(const Waiting& waiting, const Leg& leg) const
{
    if (waiting.kind != Announcement::Kind::Withdrawal) {
        const bool holds = leg.open && leg.open->id == waiting.episode && leg.state == LegState::Called;
        return holds ? std::optional(leg.open->counter) : std::nullopt;
    }
    const auto ended = std::find_if(leg.ended.rbegin(), leg.ended.rend(),
                                    [&](const Episode& e) { return e.id == waiting.episode; });
    // Who was at the counter already has nothing to be told.
    if (ended != leg.ended.rend())
        return ended->serving ? std::nullopt : std::optional(ended->counter);
    const auto called = m_called.find(waiting.episode);
    return called == m_called.end() ? std::nullopt : std::optional(called->second);
}

void HallVoice::say(const Waiting& waiting, const Site& site)
{
    const Ticket* ticket = site.find(waiting.leg.ticket);
    const Leg* leg = site.find(waiting.leg);
    if (ticket == nullptr || leg == nullptr || !site.catalogue())
        return;
    const std::optional<CounterId> at = counterOf(waiting, *leg);
    if (!at || !isInZone(site, *at, m_zone))
        return;
    if (const Counter* counter = site.catalogue()->find(*at))
        m_port->announce(
            {waiting.kind, ticket->number, counter->label, ticket->language, site.catalogue()->training});
}

} // namespace anjungan
