// SPDX-License-Identifier: GPL-3.0-or-later
#include "counter/desk_view_model.h"

#include "counter/desk_lists.h"

namespace anjungan {

namespace {

/// Words of this file, in a context that lupdate and the program name alike.
struct DeskWords
{
    Q_DECLARE_TR_FUNCTIONS(DeskWords)
};

} // namespace

DeskViewModel::DeskViewModel(CounterSession& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_acts(session)
    , m_legSheet(session)
    , m_transfer(session)
    , m_numberEntry(session)
{
    connect(&m_acts, &DeskActs::asked, this, &DeskViewModel::onAsked);
    connect(&m_legSheet, &LegSheetViewModel::done, this, &DeskViewModel::closeSheet);
    connect(&m_transfer, &TransferViewModel::done, this, &DeskViewModel::closeSheet);
    connect(&m_numberEntry, &NumberEntryViewModel::done, this, &DeskViewModel::closeSheet);
    connect(&m_legSheet, &LegSheetViewModel::transferAsked, this, [this] {
        m_transfer.open({m_legSheet.leg(), std::nullopt});
        show(TransferSheet);
    });
}

QString DeskViewModel::counterLabel() const
{
    const Counter* counter = m_session.counterEntry();
    return counter ? QString::fromStdString(counter->label) : QString();
}

QString DeskViewModel::counterTitle() const
{
    const Counter* counter = m_session.counterEntry();
    return counter ? m_session.words().counter(*counter) : QString();
}

QString DeskViewModel::agencyName() const
{
    const Counter* counter = m_session.counterEntry();
    const Agency* agency = counter ? m_session.catalogue()->find(counter->agency) : nullptr;
    return agency ? m_session.words().text(agency->shortName) : QString();
}

QString DeskViewModel::staffName() const
{
    if (!m_session.staff())
        return {};
    const auto& people = m_session.site().staff();
    const auto person = people.find(*m_session.staff());
    return QString::fromStdString(person == people.end() ? m_session.staff()->text() : person->second);
}

bool DeskViewModel::isPaused() const
{
    return m_session.presence() == CounterPresence::Paused;
}

QString DeskViewModel::emptyTitle() const
{
    return isPaused() ? DeskWords::tr("You are on a break") : DeskWords::tr("Nobody has been called yet");
}

QString DeskViewModel::emptyText() const
{
    if (isPaused())
        return DeskWords::tr("Nobody is called to this counter until the break is over.");
    return nextNumber().isEmpty()
               ? DeskWords::tr("Nobody is waiting for this counter. New numbers appear by themselves.")
               : DeskWords::tr("Next in the queue");
}

QString DeskViewModel::nextNumber() const
{
    const auto next = m_session.isSignedIn()
                          ? nextFor(m_session.site(), *m_session.counter(), m_session.now())
                          : std::nullopt;
    return next ? m_session.words().number(*m_session.site().find(next->leg.ticket)) : QString();
}

QString DeskViewModel::whyQuestion() const
{
    const QString number = nextNumber();
    return number.isEmpty() ? QString() : DeskWords::tr("Why is %1 next?").arg(number);
}

QString DeskViewModel::whyText() const
{
    const auto next = m_session.isSignedIn()
                          ? nextFor(m_session.site(), *m_session.counter(), m_session.now())
                          : std::nullopt;
    return next ? m_session.words().whyNext(m_session.site(), *next) : QString();
}

QString DeskViewModel::signOutText() const
{
    const int count = m_waiting.count();
    return count == 0
               ? DeskWords::tr("Nobody is waiting for this counter.")
               : DeskWords::tr("%n people are still waiting. They stay in the queue for your colleagues.",
                               nullptr, count);
}

void DeskViewModel::setList(List list)
{
    if (list == m_list)
        return;
    m_list = list;
    emit listChanged();
}

LegListModel* DeskViewModel::shownList()
{
    return m_list == Waiting ? &m_waiting : m_list == Parked ? &m_parked : &m_missed;
}

void DeskViewModel::show(Sheet sheet)
{
    if (sheet == m_sheet)
        return;
    m_sheet = sheet;
    emit sheetChanged();
}

void DeskViewModel::openRow(int row)
{
    const LegRow* found = shownList()->at(row);
    if (!found)
        return;
    m_legSheet.open(found->leg);
    show(LegSheet);
}

void DeskViewModel::askWhyNext()
{
    if (!whyQuestion().isEmpty())
        show(WhySheet);
}

void DeskViewModel::askSignOut()
{
    if (m_session.openLeg())
        m_session.tell({"counter-busy", Severity::ThisItem, {}});
    else
        show(SignOutSheet);
}

void DeskViewModel::signOut()
{
    if (m_session.isBusy() || !m_session.counter())
        return;
    closeSheet();
    m_session.act(ChangeCounter{*m_session.counter(), CounterPresence::Closed, std::nullopt},
                  [this] { m_session.choose(m_session.counter(), std::nullopt); });
}

void DeskViewModel::chooseOutcome(int outcome)
{
    m_acts.chooseOutcome(outcome);
    closeSheet();
}

void DeskViewModel::closeSheet()
{
    show(NoSheet);
}

void DeskViewModel::onAsked(DeskActs::Act act)
{
    if (act == DeskActs::Transfer) {
        m_transfer.open(m_session.openAct());
        show(TransferSheet);
    } else if (act == DeskActs::TakeNumber) {
        m_numberEntry.open();
        show(NumberSheet);
    } else if (act == DeskActs::ChooseOutcome) {
        show(OutcomeSheet);
    }
}

void DeskViewModel::acknowledge()
{
    const Leg* leg = m_session.openLeg();
    if (!leg || leg->state != LegState::Called || leg->open->acknowledged || m_acknowledged == leg->open->id)
        return;
    m_acknowledged = leg->open->id;
    m_session.sendQuietly(AcknowledgeCall{m_session.openAct()}, [this](const Result<Receipt>& reply) {
        // The next look at the desk tries again; the authority withdraws a call that nobody showed.
        if (!reply && reply.error().severity == Severity::TryAgain)
            m_acknowledged.reset();
    });
}

void DeskViewModel::tick()
{
    m_acts.tick();
    CitizenView citizen = m_session.isSignedIn() ? citizenAt(m_session) : CitizenView();
    if (citizen != m_citizen) {
        m_citizen = std::move(citizen);
        emit citizenChanged();
    }
}

void DeskViewModel::refresh()
{
    const bool here = m_session.isSignedIn();
    m_acts.refresh();
    tick();
    const Leg* leg = here ? m_session.openLeg() : nullptr;
    const Service* service = leg ? m_session.catalogue()->find(leg->service) : nullptr;
    m_requirements.show(service, leg ? QString::fromStdString(leg->open->id.text()) : QString(),
                        m_session.words().language());
    if (here) {
        m_figures = figuresOf(m_session);
        listWaiting(m_session, m_waiting);
        listAside(m_session, LegState::Parked, m_parked);
        listAside(m_session, LegState::Missed, m_missed);
        acknowledge();
    }
    if (m_sheet == LegSheet && !m_legSheet.isCurrent())
        closeSheet();
    if (!here || (m_sheet == OutcomeSheet && !m_acts.outcomeLegal()))
        closeSheet();
    if (m_sheet == LegSheet)
        m_legSheet.refresh();
    if (m_sheet == TransferSheet)
        m_transfer.refresh();
    emit changed();
}

} // namespace anjungan
