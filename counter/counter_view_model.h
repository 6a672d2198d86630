// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "counter/desk_view_model.h"
#include "counter/sign_in_view_model.h"

namespace anjungan {

/// The staff's face: signing in, and the desk. Lives on the GUI thread.
class CounterViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the composition root")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(anjungan::SignInViewModel* signIn READ signIn CONSTANT)
    Q_PROPERTY(anjungan::DeskViewModel* desk READ desk CONSTANT)
    Q_PROPERTY(QString siteMark READ siteMark NOTIFY siteMarkChanged)
    Q_PROPERTY(QString clockText READ clockText NOTIFY clockChanged)
    Q_PROPERTY(bool connected READ isConnected NOTIFY connectionChanged)
    Q_PROPERTY(QString connectionText READ connectionText NOTIFY connectionChanged)
    Q_PROPERTY(QString connectionTone READ connectionTone NOTIFY connectionChanged)
    Q_PROPERTY(QString connectionIcon READ connectionIcon NOTIFY connectionChanged)
    Q_PROPERTY(QString waitTitle READ waitTitle NOTIFY waitChanged)
    Q_PROPERTY(QString waitText READ waitText NOTIFY waitChanged)
    Q_PROPERTY(QString waitTone READ waitTone NOTIFY waitChanged)
    Q_PROPERTY(QString waitIcon READ waitIcon NOTIFY waitChanged)
    Q_PROPERTY(QString noticeText READ noticeText NOTIFY noticeChanged)
    Q_PROPERTY(QString noticeTone READ noticeTone NOTIFY noticeChanged)
    Q_PROPERTY(QString noticeAction READ noticeAction NOTIFY noticeChanged)

public:
    /// CatchingUp: the log was not read yet, or holds no catalogue. Broken: the log contradicts itself.
    enum State { CatchingUp, SignIn, Desk, Broken };
    Q_ENUM(State)

    /// The references must outlive it; `staffPort` is null where people are believed.
    CounterViewModel(SiteFollower& follower, FaceClock& clock, FaceLanguage& language, CounterOptions options,
                     StaffPort* staffPort = nullptr);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] SignInViewModel* signIn() { return &m_signIn; }
    [[nodiscard]] DeskViewModel* desk() { return &m_desk; }
    [[nodiscard]] QString siteMark() const; ///< see Words::siteMark
    [[nodiscard]] QString clockText() const;
    [[nodiscard]] bool isConnected() const { return m_session.connection().connected; }
    /// "Tersambung"; "Tidak tersambung sejak 09.12 · 3 menunggu dikirim"
    [[nodiscard]] QString connectionText() const;
    [[nodiscard]] QString connectionTone() const;
    [[nodiscard]] QString connectionIcon() const;
    /// Why there is nothing to work with: while CatchingUp, and when Broken.
    [[nodiscard]] QString waitTitle() const;
    [[nodiscard]] QString waitText() const;
    [[nodiscard]] QString waitTone() const;
    [[nodiscard]] QString waitIcon() const;
    /// What the staff should know now; a fault of the machine comes before an act that did not work.
    [[nodiscard]] QString noticeText() const;
    /// "info", "warn" or "bad".
    [[nodiscard]] QString noticeTone() const;
    /// What whoever is signed in may do about it: say that a doubtful clock is right. Empty: nothing.
    [[nodiscard]] QString noticeAction() const;
    Q_INVOKABLE void confirmClock();

signals:
    void changed();
    void siteMarkChanged();
    void clockChanged();
    void connectionChanged();
    void noticeChanged();
    void waitChanged();

private:
    void refresh();
    void onConnection();
    [[nodiscard]] State stateNow() const;
    [[nodiscard]] bool hasDoubtfulClock() const;
    [[nodiscard]] bool needsTechnician() const;

    CounterSession m_session;
    SignInViewModel m_signIn;
    DeskViewModel m_desk;
    State m_state = CatchingUp;
    bool m_broken = false;
    bool m_configuredTried = false;
};

} // namespace anjungan
