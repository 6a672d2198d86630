// SPDX-License-Identifier: GPL-3.0-or-later
#include "counter/sign_in_view_model.h"

#include <algorithm>
#include <QCollator>
#include <QLocale>

namespace anjungan {

namespace {

/// Words of this file, in a context that lupdate and the program name alike.
struct SignInWords
{
    Q_DECLARE_TR_FUNCTIONS(SignInWords)
};

} // namespace

SignInViewModel::SignInViewModel(CounterSession& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_step(session.counter() ? ChoosePerson : ChooseCounter)
    , m_pin(session)
{
    connect(&m_pin, &PinEntryViewModel::proven, this, [this] {
        m_session.hasProven();
        sitDown();
    });
}

QString SignInViewModel::siteName() const
{
    const Catalogue* catalogue = m_session.catalogue();
    return catalogue ? m_session.words().text(catalogue->siteName) + QStringLiteral("  ·  ") +
                           m_session.words().text(catalogue->siteRegion)
                     : QString();
}

QString SignInViewModel::counterLabel() const
{
    const Counter* counter = m_session.counterEntry();
    return counter ? QString::fromStdString(counter->label) : QString();
}

QString SignInViewModel::counterTitle() const
{
    const Counter* counter = m_session.counterEntry();
    return counter ? m_session.words().counter(*counter) : QString();
}

QString SignInViewModel::agencyName() const
{
    const Counter* counter = m_session.counterEntry();
    const Agency* agency = counter ? m_session.catalogue()->find(counter->agency) : nullptr;
    return agency ? m_session.words().text(agency->name) : QString();
}

QString SignInViewModel::whoSits(const CounterId& counter) const
{
    const auto& desk = m_session.site().desk(counter);
    if (desk.presence == CounterPresence::Closed || !desk.staff)
        return {};
    return nameOf(*desk.staff);
}

QString SignInViewModel::nameOf(const StaffId& person) const
{
    const auto found = m_session.site().staff().find(person);
    return QString::fromStdString(found == m_session.site().staff().end() ? person.text() : found->second);
}

QString SignInViewModel::takeOverText() const
{
    const Counter* counter = m_session.counterEntry();
    if (!counter || m_step != ConfirmTakeOver)
        return {};
    const QString who = SignInWords::tr("%1 is signed in at %2 and may have forgotten to close it.")
                            .arg(whoSits(counter->id), m_session.words().counter(*counter));
    const Leg* leg = m_session.openLeg();
    if (!leg)
        return who + QLatin1Char(' ') + SignInWords::tr("If you take over, that sign-in ends.");
    return who + QLatin1Char(' ') +
           SignInWords::tr("If you take over, that sign-in ends, and %1 goes back to its place in the queue.")
               .arg(m_session.words().number(*m_session.site().find(m_session.openLegId()->ticket)));
}

bool SignInViewModel::isTaken() const
{
    const auto& desk = m_session.site().desk(*m_session.counter());
    return desk.presence != CounterPresence::Closed && desk.staff != m_person;
}

void SignInViewModel::refresh()
{
    const Catalogue* catalogue = m_session.catalogue();
    if (!catalogue)
        return;
    // The catalogue changed and this counter is gone.
    if (m_session.counter() && !m_session.counterEntry()) {
        m_step = ChooseCounter;
        m_session.choose(std::nullopt, std::nullopt);
        return;
    }
    std::vector<Choice> counters;
    for (const Counter& counter : catalogue->counters) {
        const Agency* agency = catalogue->find(counter.agency);
        const QString who = whoSits(counter.id);
        const bool paused = m_session.site().desk(counter.id).presence == CounterPresence::Paused;
        Choice choice;
        choice.key = QString::fromStdString(counter.id.text());
        choice.lead = QString::fromStdString(counter.label);
        choice.title = m_session.words().counter(counter);
        choice.subtitle = who.isEmpty() ? SignInWords::tr("Nobody here")
                          : paused      ? SignInWords::tr("%1, on a break").arg(who)
                                        : who;
        choice.section = agency ? m_session.words().text(agency->shortName) : QString();
        choice.taken = !who.isEmpty();
        counters.push_back(std::move(choice));
    }
    // Who looks for a counter looks for its number.
    // In the C locale a collator knows no numbers.
    QCollator byNumber(QLocale(QLocale::Indonesian, QLocale::Indonesia));
    byNumber.setNumericMode(true);
    std::stable_sort(counters.begin(), counters.end(), [&byNumber](const Choice& one, const Choice& other) {
        return byNumber.compare(one.lead, other.lead) < 0;
    });
    m_counters.take(std::move(counters));

    std::vector<Choice> people;
    for (const auto& [id, name] : m_session.site().staff()) {
        Choice choice;
        choice.key = QString::fromStdString(id.text());
        choice.title = QString::fromStdString(name);
        for (const Counter& counter : catalogue->counters) {
            const auto& desk = m_session.site().desk(counter.id);
            if (desk.presence == CounterPresence::Closed || desk.staff != id)
                continue;
            choice.taken = true;
            choice.subtitle =
                m_session.counter() == counter.id
                    ? SignInWords::tr("Signed in here")
                    : SignInWords::tr("Signed in at %1").arg(m_session.words().counter(counter));
        }
        people.push_back(std::move(choice));
    }
    std::sort(people.begin(), people.end(), [](const Choice& one, const Choice& other) {
        return QString::localeAwareCompare(one.title, other.title) < 0;
    });
    m_people.take(std::move(people));
    if (m_step == ConfirmTakeOver && !isTaken())
        m_step = ChoosePerson;
    askAgain();
    emit changed();
}

void SignInViewModel::chooseCounter(int row)
{
    const Choice* choice = m_counters.at(row);
    if (!choice)
        return;
    m_session.clearNotice();
    m_step = ChoosePerson;
    m_session.choose(CounterId::parse(choice->key.toStdString()), std::nullopt);
}

void SignInViewModel::choosePerson(int row)
{
    const Choice* choice = m_people.at(row);
    if (!choice || !m_session.counter() || m_session.isBusy())
        return;
    signIn(*StaffId::parse(choice->key.toStdString()));
}

void SignInViewModel::signIn(const StaffId& person)
{
    m_person = person;
    if (m_session.staffPort()) {
        m_step = EnterPin;
        m_pin.start(person, nameOf(person));
        emit changed();
        return;
    }
    sitDown();
}

/// She sits there by the log, but her sign-in has ended at the authority.
void SignInViewModel::askAgain()
{
    if (m_session.needsProof() && m_session.isSignedIn() && m_step != EnterPin)
        signIn(*m_session.staff());
}

void SignInViewModel::sitDown()
{
    m_step = ChoosePerson;
    if (m_session.isSignedIn() && m_session.staff() == m_person)
        return;
    if (isTaken()) {
        m_step = ConfirmTakeOver;
        emit changed();
        return;
    }
    m_session.choose(m_session.counter(), m_person);
    m_session.act(ChangeCounter{*m_session.counter(), CounterPresence::Open, m_person},
                  [this] { m_step = ChoosePerson; });
}

void SignInViewModel::back()
{
    m_session.clearNotice();
    if (m_step == ConfirmTakeOver || m_step == EnterPin) {
        m_pin.forget();
        m_step = ChoosePerson;
        emit changed();
        return;
    }
    m_step = ChooseCounter;
    m_session.choose(std::nullopt, std::nullopt);
}

void SignInViewModel::confirmTakeOver()
{
    if (m_step != ConfirmTakeOver || !m_person || m_session.isBusy())
        return;
    const CounterId counter = *m_session.counter();
    const StaffId person = *m_person;
    m_session.choose(counter, person);
    const auto open = [this, counter, person] {
        m_session.act(ChangeCounter{counter, CounterPresence::Open, person},
                      [this] { m_step = ChoosePerson; });
    };
    const auto close = [this, counter, open] {
        m_session.act(ChangeCounter{counter, CounterPresence::Closed, std::nullopt}, open);
    };
    // A counter with a citizen cannot close; she must not be lost with the colleague.
    if (m_session.openLeg())
        m_session.act(WithdrawCall{m_session.openAct()}, close);
    else
        close();
}

void SignInViewModel::signInAsConfigured()
{
    const auto& options = m_session.options();
    if (!options.counter || !options.staff || !m_session.counterEntry() ||
        !m_session.site().staff().contains(*options.staff))
        return;
    m_person = options.staff;
    if (!isTaken())
        signIn(*options.staff);
}

} // namespace anjungan
