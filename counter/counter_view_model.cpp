// SPDX-License-Identifier: GPL-3.0-or-later
#include "counter/counter_view_model.h"

#include "face/contact.h"

namespace anjungan {

namespace {

/// Words of this file, in a context that lupdate and the program name alike.
struct FaceWords
{
    Q_DECLARE_TR_FUNCTIONS(FaceWords)
};

} // namespace

CounterViewModel::CounterViewModel(SiteFollower& follower, FaceClock& clock, FaceLanguage& language,
                                   CounterOptions options, StaffPort* staffPort)
    : m_session(follower, clock, language, std::move(options), staffPort)
    , m_signIn(m_session)
    , m_desk(m_session)
{
    connect(&m_session, &CounterSession::changed, this, &CounterViewModel::refresh);
    connect(&m_session, &CounterSession::connectionChanged, this, &CounterViewModel::onConnection);
    connect(&m_session, &CounterSession::noticeChanged, this, &CounterViewModel::noticeChanged);
    connect(&clock, &FaceClock::minuteTurned, this, &CounterViewModel::clockChanged);
    connect(&language, &FaceLanguage::changed, this, &CounterViewModel::connectionChanged);
    connect(&language, &FaceLanguage::changed, this, &CounterViewModel::noticeChanged);
    connect(&language, &FaceLanguage::changed, this, &CounterViewModel::siteMarkChanged);
    connect(this, &CounterViewModel::changed, this, &CounterViewModel::siteMarkChanged);
    connect(this, &CounterViewModel::changed, this, &CounterViewModel::waitChanged);
    connect(this, &CounterViewModel::connectionChanged, this, &CounterViewModel::waitChanged);
    connect(&clock, &FaceClock::ticked, &m_desk, &DeskViewModel::tick);
    connect(&follower, &SiteFollower::broken, this, [this] {
        m_broken = true;
        refresh();
    });
    refresh();
}

CounterViewModel::State CounterViewModel::stateNow() const
{
    if (m_broken)
        return Broken;
    if (!m_session.catalogue())
        return CatchingUp;
    return m_session.isSignedIn() && !m_session.needsProof() ? Desk : SignIn;
}

void CounterViewModel::refresh()
{
    const auto& staff = m_session.options().staff;
    if (!m_configuredTried && staff && m_session.catalogue() && m_session.site().staff().contains(*staff)) {
        m_configuredTried = true;
        m_signIn.signInAsConfigured();
    }
    const State before = m_state;
    m_state = stateNow();
    // Somebody took this counter over, or closed it from elsewhere: say so, it was not done here.
    const bool wasLeft = before == Desk && m_state == SignIn && !m_session.needsProof();
    if (wasLeft)
        m_session.signOut();
    if (wasLeft && m_session.staff() && !m_session.isBusy())
        m_session.hint(FaceWords::tr("This counter was closed or taken over from another machine."));
    m_signIn.refresh();
    m_desk.refresh();
    emit changed();
    emit clockChanged();
    if (hasDoubtfulClock())
        emit noticeChanged();
}

void CounterViewModel::onConnection()
{
    emit connectionChanged();
    emit noticeChanged();
}

QString CounterViewModel::siteMark() const
{
    return m_session.words().siteMark(m_session.catalogue());
}

QString CounterViewModel::clockText() const
{
    return m_session.words().time(toLocal(m_session.now(), m_session.zone()));
}

QString CounterViewModel::connectionText() const
{
    if (isConnected())
        return m_session.connection().problem ? FaceWords::tr("Connected, with a fault")
                                              : FaceWords::tr("Connected");
    if (!m_session.lostSince())
        return FaceWords::tr("Connecting…");
    const QString since = FaceWords::tr("Not connected since %1")
                              .arg(m_session.words().time(toLocal(*m_session.lostSince(), m_session.zone())));
    const int unsent = m_session.connection().unsent;
    return unsent == 0
               ? since
               : since + QStringLiteral("  ·  ") + FaceWords::tr("%n waiting to be sent", nullptr, unsent);
}

QString CounterViewModel::connectionTone() const
{
    if (isConnected())
        return m_session.connection().problem ? QStringLiteral("bad") : QStringLiteral("good");
    return m_session.lostSince() ? QStringLiteral("warn") : QStringLiteral("neutral");
}

QString CounterViewModel::connectionIcon() const
{
    return isConnected() ? QStringLiteral("online") : QStringLiteral("offline");
}

QString CounterViewModel::noticeText() const
{
    if (hasDoubtfulClock()) {
        const LocalInstant shown = toLocal(m_session.wallClock(), m_session.zone());
        return FaceWords::tr("The clock of this machine may be wrong. It shows %1, %2.")
            .arg(m_session.words().date(std::chrono::floor<std::chrono::days>(shown)),
                 m_session.words().time(shown));
    }
    if (needsTechnician())
        return m_session.words().problem(*m_session.connection().problem);
    if (m_session.lostSince() && m_session.notice().isEmpty())
        return FaceWords::tr(
            "The lists show the last known state. Calls and acts may not arrive until the connection is "
            "back.");
    return m_session.notice();
}

bool CounterViewModel::needsTechnician() const
{
    const Contact contact = contactOf(m_session.connection());
    return contact == Contact::Faulty || contact == Contact::Refused;
}

QString CounterViewModel::waitTitle() const
{
    if (m_broken)
        return FaceWords::tr("This machine's records contradict themselves");
    switch (contactOf(m_session.connection())) {
    case Contact::Lost:
        return FaceWords::tr("The queue cannot be reached yet");
    case Contact::Refused:
        return FaceWords::tr("This machine may not join the queue");
    case Contact::Unknown:
    case Contact::Good:
    case Contact::Faulty:
        break;
    }
    return FaceWords::tr("Fetching the state of the queue…");
}

QString CounterViewModel::waitText() const
{
    if (m_broken)
        return FaceWords::tr(
            "Nothing more is shown, so that nobody is called wrongly. Please call the technician.");
    if (needsTechnician())
        return m_session.words().problem(*m_session.connection().problem);
    if (contactOf(m_session.connection()) == Contact::Lost)
        return connectionText() + QStringLiteral(". ") +
               FaceWords::tr("It is tried again all the time; the counter opens here by itself.");
    return connectionText();
}

QString CounterViewModel::waitTone() const
{
    return m_broken || needsTechnician() ? QStringLiteral("bad") : QStringLiteral("info");
}

QString CounterViewModel::waitIcon() const
{
    if (m_broken || needsTechnician())
        return QStringLiteral("alert-circle");
    return m_session.lostSince() ? QStringLiteral("offline") : QStringLiteral("sync");
}

bool CounterViewModel::hasDoubtfulClock() const
{
    const auto& problem = m_session.connection().problem;
    return problem && (problem->code == "clock-doubtful" || problem->code == "clock-jumped");
}

QString CounterViewModel::noticeAction() const
{
    return hasDoubtfulClock() && m_session.isSignedIn() ? FaceWords::tr("Date and time are right")
                                                        : QString();
}

void CounterViewModel::confirmClock()
{
    if (!noticeAction().isEmpty())
        m_session.act(ConfirmClock{m_session.wallClock()});
}

QString CounterViewModel::noticeTone() const
{
    if (needsTechnician())
        return QStringLiteral("bad");
    return m_session.noticeIsProblem() || m_session.lostSince() ? QStringLiteral("warn")
                                                                : QStringLiteral("info");
}

} // namespace anjungan
