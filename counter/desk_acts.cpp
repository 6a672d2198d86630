// SPDX-License-Identifier: GPL-3.0-or-later
#include "counter/desk_acts.h"

#include <algorithm>
#include <array>

namespace anjungan {

namespace {

/// Words of this file, in a context that lupdate and the program name alike.
struct ActWords
{
    Q_DECLARE_TR_FUNCTIONS(ActWords)
};

/// A finger that strikes twice means once (EN 301 549, 5.1.2.3: up to 0.5 s).
constexpr std::chrono::milliseconds doubleStrike{500};

struct GridPlace
{
    DeskActs::Act act;
    int key;
    const char* keyText;
    const char* iconName;
};

/// The grid's order, three in a line.
constexpr std::array places{
    GridPlace{DeskActs::Recall, Qt::Key_F3, "F3", "bullhorn"},
    GridPlace{DeskActs::NoShow, Qt::Key_F4, "F4", "account-off"},
    GridPlace{DeskActs::Park, Qt::Key_F5, "F5", "pause"},
    GridPlace{DeskActs::Transfer, Qt::Key_F6, "F6", "swap-horizontal"},
    GridPlace{DeskActs::Finish, Qt::Key_F8, "F8", "check"},
    GridPlace{DeskActs::Withdraw, Qt::Key_F9, "F9", "undo-variant"},
};

} // namespace

DeskActs::DeskActs(CounterSession& session, QObject* parent)
    : QAbstractListModel(parent)
    , m_session(session)
    , m_since(session.steady() - session.options().finishGuard)
    , m_lastUndo(m_since)
{}

int DeskActs::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(places.size());
}

QVariant DeskActs::data(const QModelIndex& index, int role) const
{
    if (index.row() < 0 || index.row() >= rowCount())
        return {};
    const GridPlace& place = places[static_cast<std::size_t>(index.row())];
    switch (role) {
    case ActRole:
        return static_cast<int>(place.act);
    case LabelRole:
        return label(place.act);
    case KeyTextRole:
        return QString::fromLatin1(place.keyText);
    case IconNameRole:
        return QString::fromLatin1(place.iconName);
    case LegalRole:
        return isLegal(place.act);
    default:
        return {};
    }
}

QHash<int, QByteArray> DeskActs::roleNames() const
{
    return {{ActRole, "act"},
            {LabelRole, "label"},
            {KeyTextRole, "keyText"},
            {IconNameRole, "iconName"},
            {LegalRole, "legal"}};
}

QString DeskActs::label(Act act) const
{
    switch (act) {
    case Recall:
        return ActWords::tr("Call again");
    case NoShow:
        return ActWords::tr("No-show");
    case Park:
        return ActWords::tr("Park");
    case Transfer:
        return ActWords::tr("Transfer");
    case Finish:
        return ActWords::tr("Finish only");
    case Withdraw:
        return m_situation.state == LegState::Serving ? ActWords::tr("Back to the queue")
                                                      : ActWords::tr("Withdraw the call");
    default:
        return {};
    }
}

QString DeskActs::primaryLabel() const
{
    switch (m_situation.step) {
    case Step::Resume:
        return ActWords::tr("End the break");
    case Step::Start:
        return ActWords::tr("Start serving");
    case Step::FinishAndNext:
        return ActWords::tr("Finish and call next");
    case Step::Finish:
        return ActWords::tr("Finish");
    default:
        return ActWords::tr("Call next");
    }
}

QString DeskActs::primaryDetail() const
{
    const QString key = QStringLiteral("F2");
    const bool callsNext = m_situation.step == Step::CallNext || m_situation.step == Step::FinishAndNext;
    if (!callsNext && m_situation.step != Step::None)
        return key;
    const Ticket* ticket = m_next ? m_session.site().find(m_next->leg.ticket) : nullptr;
    return key + QStringLiteral("  ·  ") +
           (ticket ? ActWords::tr("next is %1").arg(m_session.words().number(*ticket))
                   : ActWords::tr("nobody is waiting"));
}

QString DeskActs::primaryIcon() const
{
    switch (m_situation.step) {
    case Step::Resume:
    case Step::Start:
        return QStringLiteral("play-circle");
    case Step::FinishAndNext:
    case Step::Finish:
        return QStringLiteral("check-circle");
    default:
        return QStringLiteral("bullhorn");
    }
}

QString DeskActs::outcomeText() const
{
    QStringList parts{m_session.words().outcome(m_ending.outcome)};
    if (m_ending.way != Way::Counter)
        parts.append(m_session.words().way(m_ending.way));
    if (m_ending.quantity != 1)
        parts.append(QStringLiteral("× %1").arg(m_ending.quantity));
    return parts.join(QStringLiteral("  ·  "));
}

QStringList DeskActs::ways() const
{
    return {m_session.words().way(Way::Counter), m_session.words().way(Way::MppDigital)};
}

FinishLeg DeskActs::finishing() const
{
    return {m_session.openAct(), m_ending.outcome, m_ending.way, m_ending.quantity};
}

QStringList DeskActs::outcomes() const
{
    QStringList texts;
    for (int i = 0; i <= static_cast<int>(Outcome::Referred); ++i)
        texts.append(m_session.words().outcome(static_cast<Outcome>(i)));
    return texts;
}

QString DeskActs::undoLabel() const
{
    if (!m_undoable)
        return ActWords::tr("Nothing to take back");
    const QString number = m_session.words().number(*m_session.site().find(m_undoable->leg.ticket));
    const QString text = m_session.words().undoing(m_undoable->what, number);
    return m_undoable->isHeard ? text + QStringLiteral("  ·  ") + ActWords::tr("the hall hears a correction")
                               : text;
}

DeskActs::Situation DeskActs::situation() const
{
    if (!m_session.isSignedIn())
        return {};
    const bool open = m_session.presence() == CounterPresence::Open;
    if (const Leg* leg = m_session.openLeg()) {
        const Step step = leg->state == LegState::Called ? Step::Start
                          : open                         ? Step::FinishAndNext
                                                         : Step::Finish;
        return {step, leg->open->id, leg->state};
    }
    return {open ? Step::CallNext : Step::Resume, std::nullopt, LegState::Waiting};
}

void DeskActs::refresh()
{
    m_next = m_session.isSignedIn() ? nextFor(m_session.site(), *m_session.counter(), m_session.now())
                                    : std::nullopt;
    m_undoable = m_session.isSignedIn() ? undoableBy(m_session.site(), m_session.actor(), m_session.now())
                                        : std::nullopt;
    const Situation now = situation();
    if (now != m_situation) {
        if (now.episode != m_situation.episode)
            m_ending = {};
        m_situation = now;
        m_since = m_session.steady();
    }
    emit dataChanged(index(0), index(rowCount() - 1));
    emit refreshed();
}

void DeskActs::tick()
{
    if (m_undoable && m_session.now() > m_undoable->until)
        refresh();
}

bool DeskActs::isLegal(Act act) const
{
    const bool called = m_situation.state == LegState::Called;
    const bool serving = m_situation.state == LegState::Serving;
    switch (act) {
    case Primary:
        return m_situation.step != Step::None && (m_situation.step != Step::CallNext || m_next.has_value());
    case Recall:
    case NoShow:
        return called;
    case Park:
    case Transfer:
    case Withdraw:
        return called || serving;
    case Finish:
    case ChooseOutcome:
        return serving;
    case TakeNumber:
    case TogglePause:
        return m_session.isSignedIn();
    case Undo:
        return m_undoable.has_value();
    }
    return false;
}

std::optional<DeskActs::Act> DeskActs::actOf(int key, int modifiers) const
{
    if (key == Qt::Key_F8 && modifiers == Qt::ShiftModifier)
        return ChooseOutcome;
    if (key == Qt::Key_Z && modifiers == Qt::ControlModifier)
        return Undo;
    if ((modifiers & ~Qt::KeypadModifier) != Qt::NoModifier)
        return std::nullopt;
    if (key == Qt::Key_F2)
        return Primary;
    if (key == Qt::Key_F7)
        return TakeNumber;
    if (key == Qt::Key_F10)
        return TogglePause;
    const auto* place =
        std::find_if(places.begin(), places.end(), [key](const GridPlace& each) { return each.key == key; });
    if (place != places.end())
        return place->act;
    static constexpr std::array ofKeypad{Primary, Recall, NoShow, Park};
    const auto& keypad = m_session.options().keypad;
    const auto found = std::find(keypad.begin(), keypad.end(), static_cast<Qt::Key>(key));
    if (found == keypad.end())
        return std::nullopt;
    return ofKeypad[static_cast<std::size_t>(found - keypad.begin())];
}

bool DeskActs::press(int key, int modifiers, bool autoRepeat)
{
    const auto act = actOf(key, modifiers);
    if (!act)
        return false;
    if (!autoRepeat)
        perform(*act);
    return true;
}

void DeskActs::perform(Act act)
{
    if (m_session.isBusy() || !isLegal(act))
        return;
    switch (act) {
    case Primary:
        performPrimary();
        break;
    case Recall:
        m_session.act(RecallLeg{m_session.openAct()});
        break;
    case NoShow:
        m_session.act(MarkNoShow{m_session.openAct()});
        break;
    case Park:
        m_session.act(ParkLeg{m_session.openAct()});
        break;
    case Finish:
        m_session.act(finishing());
        break;
    case Withdraw:
        m_session.act(WithdrawCall{m_session.openAct()});
        break;
    case Undo:
        undo();
        break;
    case TogglePause: {
        const bool open = m_session.presence() == CounterPresence::Open;
        m_session.act(ChangeCounter{
            *m_session.counter(), open ? CounterPresence::Paused : CounterPresence::Open, m_session.staff()});
        break;
    }
    case Transfer:
    case TakeNumber:
    case ChooseOutcome:
        emit asked(act);
        break;
    }
}

void DeskActs::performPrimary()
{
    if (m_session.steady() - m_since < doubleStrike)
        return;
    switch (m_situation.step) {
    case Step::Resume:
        perform(TogglePause);
        break;
    case Step::CallNext:
        m_session.act(CallNext{*m_session.counter()});
        break;
    case Step::Start:
        m_session.act(StartService{m_session.openAct()});
        break;
    case Step::FinishAndNext:
        finishAndCallNext();
        break;
    case Step::Finish:
        m_session.act(finishing());
        break;
    case Step::None:
        break;
    }
}

void DeskActs::finishAndCallNext()
{
    if (m_session.steady() - m_since < m_session.options().finishGuard) {
        m_session.hint(ActWords::tr("Service has only just begun. Press again in a moment to finish it."));
        return;
    }
    m_session.act(finishing(), [this] {
        // Another counter may have called the last one meanwhile: then there is simply nobody.
        if (nextFor(m_session.site(), *m_session.counter(), m_session.now()))
            m_session.act(CallNext{*m_session.counter()});
    });
}

void DeskActs::undo()
{
    // The second strike would take back what came before.
    if (m_session.steady() - m_lastUndo < doubleStrike)
        return;
    m_lastUndo = m_session.steady();
    m_session.act(UndoAct{m_undoable->leg, m_undoable->act});
}

void DeskActs::chooseOutcome(int outcome)
{
    if (!isLegal(ChooseOutcome) || outcome < 0 || outcome > static_cast<int>(Outcome::Referred))
        return;
    m_ending.outcome = static_cast<Outcome>(outcome);
    emit refreshed();
}

void DeskActs::chooseWay(int way)
{
    if (!isLegal(ChooseOutcome) || way < 0 || way > static_cast<int>(Way::MppDigital))
        return;
    m_ending.way = static_cast<Way>(way);
    emit refreshed();
}

void DeskActs::setQuantity(int quantity)
{
    if (!isLegal(ChooseOutcome))
        return;
    m_ending.quantity = std::clamp(quantity, 1, quantityMax);
    emit refreshed();
}

} // namespace anjungan
