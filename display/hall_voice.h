// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/voice.h"
#include "core/site.h"

#include <map>
#include <memory>
#include <optional>
#include <QObject>
#include <vector>

namespace anjungan {

/// Lets the hall hear what its board shows, and knows what is being said. On the GUI thread.
///
/// What happened is gathered until the state has come to rest (`flush`), and said only where it still
/// holds: a board that was cut off does not read out the calls it slept through. A call that is retracted
/// while its citizen is on the way, by withdrawal or undo, is corrected; one that another counter takes
/// over, or that stands again because its withdrawal was undone, is said as a call.
class HallVoice : public QObject
{
    Q_OBJECT

public:
    /// `port` may be null: a board without a voice. It must outlive this.
    HallVoice(VoicePort* port, std::optional<ZoneId> zone, QObject* parent = nullptr);
    ~HallVoice() override;

    /// One live event; `site` is the state just after it.
    void take(const Event& event, const Site& site);
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

    struct Withdrawn
    {
        EpisodeId episode;
        Instant at{};
    };

    void keep(Announcement::Kind kind, const LegId& leg, const EpisodeId& episode);
    void takeUndone(const ActUndone& undone, const Site& site);
    void say(const Waiting& waiting, const Site& site);
    [[nodiscard]] std::optional<CounterId> counterOf(const Waiting& waiting, const Leg& leg) const;
    void rememberCalls(const Site& site);

    VoicePort* m_port;
    std::optional<ZoneId> m_zone;
    std::vector<Waiting> m_waiting;
    /// Whose citizens were on the way when the state last came to rest: an undone call is nowhere else.
    std::map<EpisodeId, CounterId> m_called;
    std::map<CommandId, Withdrawn> m_withdrawals; ///< that may still be undone
    VoicePort::News m_news;
    std::shared_ptr<Gate> m_gate;
};

} // namespace anjungan
