// SPDX-License-Identifier: GPL-3.0-or-later
#include "display/hall_voice.h"

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

void HallVoice::take(const Event& event)
{
    if (const auto* called = std::get_if<LegCalled>(&event.body))
        keep(Announcement::Kind::Call, called->leg, called->episode);
    else if (const auto* repeated = std::get_if<CallRepeated>(&event.body))
        keep(Announcement::Kind::Recall, repeated->leg, repeated->episode);
    else if (const auto* withdrawn = std::get_if<CallWithdrawn>(&event.body))
        keep(Announcement::Kind::Withdrawal, withdrawn->leg, withdrawn->episode);
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
}

void HallVoice::say(const Waiting& waiting, const Site& site)
{
    const Ticket* ticket = site.find(waiting.leg.ticket);
    const Leg* leg = site.find(waiting.leg);
    if (ticket == nullptr || leg == nullptr || !site.catalogue())
        return;
    const Episode* episode = nullptr;
    if (waiting.kind == Announcement::Kind::Withdrawal) {
        const auto ended = std::find_if(leg->ended.rbegin(), leg->ended.rend(),
                                        [&](const Episode& e) { return e.id == waiting.episode; });
        episode = ended == leg->ended.rend() ? nullptr : &*ended;
    } else if (leg->open && leg->open->id == waiting.episode && leg->state == LegState::Called) {
        episode = &*leg->open;
    }
    if (episode == nullptr || !isInZone(site, episode->counter, m_zone))
        return;
    if (const Counter* counter = site.catalogue()->find(episode->counter))
        m_port->announce({waiting.kind, ticket->number, counter->label, ticket->language});
}

} // namespace anjungan
