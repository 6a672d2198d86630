// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/voice.h"
#include "core/site.h"

#include <memory>
#include <optional>
#include <QObject>
#include <vector>

namespace anjungan {

/// Lets the hall hear what its board shows, and knows what is being said. On the GUI thread.
///
/// What happened is gathered until the state has come to rest (`flush`), and said only where it still
/// holds: a board that was cut off does not read out the calls it slept through.
class HallVoice : public QObject
{
    Q_OBJECT

public:
    /// `port` may be null: a board without a voice. It must outlive this.
    HallVoice(VoicePort* port, std::optional<ZoneId> zone, QObject* parent = nullptr);
    ~HallVoice() override;

    /// One live event, after it was applied.
    void take(const Event& event);
    void flush(const Site& site);

    [[nodiscard]] bool hasPort() const { return m_port != nullptr; }
    [[nodiscard]] const VoicePort::News& news() const { return m_news; }

signals:
    void newsChanged();

private:
    struct Gate;
    struct Waiting
    {
        Announcement::Kind kind = Announcement::Kind::Call;
        LegId leg;
        EpisodeId episode;
    };

    void keep(Announcement::Kind kind, const LegId& leg, const EpisodeId& episode);
    void say(const Waiting& waiting, const Site& site);

    VoicePort* m_port;
    std::optional<ZoneId> m_zone;
    std::vector<Waiting> m_waiting;
    VoicePort::News m_news;
    std::shared_ptr<Gate> m_gate;
};

} // namespace anjungan
