// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "display/board_calls_model.h"
#include "display/board_options.h"
#include "display/hall_calls.h"
#include "display/hall_voice.h"
#include "face/face_clock.h"
#include "face/face_language.h"
#include "face/site_follower.h"
#include "face/words.h"

#include <QStringList>
#include <QTimer>

namespace anjungan {

/// What the calling board of a zone shows: number and counter, never a service or a name. It also lets
/// the hall's voice say what it shows. On the GUI thread; the references must outlive it.
class BoardViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the composition root")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QString site READ site NOTIFY changed)
    Q_PROPERTY(QString siteMark READ siteMark NOTIFY changed)
    Q_PROPERTY(QString place READ place NOTIFY changed)
    Q_PROPERTY(QString helpPlace READ helpPlace NOTIFY changed)
    Q_PROPERTY(QStringList notices READ notices NOTIFY changed)
    Q_PROPERTY(QString time READ time NOTIFY changed)
    Q_PROPERTY(QString weekday READ weekday NOTIFY changed)
    Q_PROPERTY(QString date READ date NOTIFY changed)
    Q_PROPERTY(QString messageIcon READ messageIcon NOTIFY changed)
    Q_PROPERTY(QString messageTitle READ messageTitle NOTIFY changed)
    Q_PROPERTY(QString messageText READ messageText NOTIFY changed)
    Q_PROPERTY(QString hoursLine READ hoursLine NOTIFY changed)
    Q_PROPERTY(anjungan::BoardCall newest READ newest NOTIFY changed)
    Q_PROPERTY(anjungan::BoardCallsModel* activeCalls READ activeCalls CONSTANT)
    Q_PROPERTY(anjungan::BoardCallsModel* recentCalls READ recentCalls CONSTANT)
    Q_PROPERTY(QStringList missed READ missed NOTIFY changed)
    Q_PROPERTY(QString missedLine READ missedLine NOTIFY changed)
    Q_PROPERTY(int calledOthers READ calledOthers NOTIFY hallChanged)
    Q_PROPERTY(int rowsWanted READ rowsWanted NOTIFY hallChanged)
    Q_PROPERTY(QString longestNumber READ longestNumber NOTIFY hallChanged)
    Q_PROPERTY(QString longestCounter READ longestCounter NOTIFY hallChanged)
    Q_PROPERTY(int capacity READ capacity WRITE setCapacity NOTIFY capacityChanged)
    Q_PROPERTY(int page READ page NOTIFY changed)
    Q_PROPERTY(int pages READ pages NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY connectionChanged)
    Q_PROPERTY(QString voiceProblem READ voiceProblem NOTIFY voiceChanged)
    Q_PROPERTY(bool phonePage READ phonePage CONSTANT)
    Q_PROPERTY(double panelDiagonal READ panelDiagonal CONSTANT)

public:
    enum class State {
        CatchingUp, ///< nothing is known yet
        Closed,     ///< outside the hours, and nobody is called or served
        Welcome,    ///< open, no call yet today
        Idle,       ///< open, nobody is called or served just now
        Calls,      ///< `newest` and `activeCalls` say who
        Broken,     ///< the log contradicts itself: only staff can help
    };
    Q_ENUM(State)

    /// `voice` may be null.
    BoardViewModel(SiteFollower& follower, FaceClock& clock, FaceLanguage& language, VoicePort* voice,
                   BoardOptions options, QObject* parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString site() const;
    [[nodiscard]] QString siteMark() const;  ///< see Words::siteMark
    [[nodiscard]] QString place() const;     ///< the zone's name; empty on a board of all zones
    [[nodiscard]] QString helpPlace() const; ///< where a citizen finds a person
    [[nodiscard]] QStringList notices() const;
    [[nodiscard]] QString time() const;
    [[nodiscard]] QString weekday() const;
    [[nodiscard]] QString date() const;
    /// What the board says in the states without a call.
    [[nodiscard]] QString messageIcon() const;
    [[nodiscard]] QString messageTitle() const;
    [[nodiscard]] QString messageText() const;
    /// "07.30–12.00 · 13.00–16.00"; empty on a closed day, after hours, and while nothing is known.
    [[nodiscard]] QString hoursLine() const;

    [[nodiscard]] const BoardCall& newest() const { return m_newest; }
    /// The page of the others: those who are called, then in free rows those who are served.
    [[nodiscard]] BoardCallsModel* activeCalls() { return &m_active; }
    [[nodiscard]] BoardCallsModel* recentCalls() { return &m_recent; }
    [[nodiscard]] QStringList missed() const { return m_missed; }
    /// The newest of them: "A-007, C-002", and how many more.
    [[nodiscard]] QString missedLine() const;
    /// How many are called beside the newest, on all pages.
    [[nodiscard]] int calledOthers() const;
    /// Rows worth reserving: the zone's working counters beside the newest call's. Changes seldom.
    [[nodiscard]] int rowsWanted() const { return m_rowsWanted; }
    /// By length, of what may stand in a row; for the layout.
    [[nodiscard]] QString longestNumber() const { return m_longestNumber; }
    [[nodiscard]] QString longestCounter() const { return m_longestCounter; }

    /// How many others fit at once, set by the layout; at least 1.
    [[nodiscard]] int capacity() const { return m_capacity; }
    void setCapacity(int capacity);
    [[nodiscard]] int page() const { return m_page; }
    [[nodiscard]] int pages() const;

    [[nodiscard]] QString problem() const;      ///< what is wrong with the board; empty: nothing
    [[nodiscard]] QString voiceProblem() const; ///< why nothing is heard; empty: nothing is wrong
    [[nodiscard]] bool phonePage() const { return m_options.phonePage; }
    [[nodiscard]] double panelDiagonal() const { return m_options.panelDiagonal_inch; }

public slots:
    void turnPage();

signals:
    void changed();
    void hallChanged(); ///< what the layout depends on
    void connectionChanged();
    void voiceChanged();
    void capacityChanged();
    /// The newest call was made or repeated just now: draw the eye to it.
    void newestCalled();

private:
    void take(const Event& event);
    void settle();
    void refresh();
    void showCalls();
    void renewWords();
    [[nodiscard]] State stateNow() const;
    /// It was never connected since it was switched on, and tries.
    [[nodiscard]] bool isUnreached() const;
    /// Whose words the message has: a board that is turned away waits for a person, as a broken one does.
    [[nodiscard]] State messageState() const;
    [[nodiscard]] Opening opening() const;
    [[nodiscard]] Day today() const;
    [[nodiscard]] const HallCall* newestCall() const;
    [[nodiscard]] BoardCall viewOf(const HallCall& call) const;
    [[nodiscard]] std::vector<HallCall> rows() const;
    void measure();

    SiteFollower& m_follower;
    FaceClock& m_clock;
    FaceLanguage& m_language;
    BoardOptions m_options;
    HallVoice m_voice;
    Words m_words;
    HallCalls m_calls;
    Attentions m_attentions;
    Day m_day{};
    std::optional<EpisodeId> m_toFlash;
    State m_state = State::CatchingUp;
    bool m_broken = false;
    BoardCall m_newest;
    BoardCallsModel m_active;
    BoardCallsModel m_recent;
    QStringList m_missed;
    QString m_longestNumber;
    QString m_longestCounter;
    int m_rowsWanted = 0;
    int m_capacity = 3;
    int m_page = 0;
    QTimer m_pageTimer;
};

} // namespace anjungan
