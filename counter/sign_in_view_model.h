// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "counter/choice_model.h"
#include "counter/counter_session.h"
#include "counter/pin_entry_view_model.h"

namespace anjungan {

/// Who sits down where: the counter, then the person; a counter that somebody forgot to close is taken
/// over only after a question.
class SignInViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by CounterViewModel")
    Q_PROPERTY(Step step READ step NOTIFY changed)
    Q_PROPERTY(anjungan::ChoiceModel* counters READ counters CONSTANT)
    Q_PROPERTY(anjungan::ChoiceModel* people READ people CONSTANT)
    Q_PROPERTY(anjungan::PinEntryViewModel* pin READ pin CONSTANT)
    Q_PROPERTY(QString siteName READ siteName NOTIFY changed)
    Q_PROPERTY(QString counterLabel READ counterLabel NOTIFY changed)
    Q_PROPERTY(QString counterTitle READ counterTitle NOTIFY changed)
    Q_PROPERTY(QString agencyName READ agencyName NOTIFY changed)
    Q_PROPERTY(QString takeOverText READ takeOverText NOTIFY changed)

public:
    enum Step { ChooseCounter, ChoosePerson, EnterPin, ConfirmTakeOver };
    Q_ENUM(Step)

    explicit SignInViewModel(CounterSession& session, QObject* parent = nullptr);

    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] ChoiceModel* counters() { return &m_counters; }
    [[nodiscard]] ChoiceModel* people() { return &m_people; }
    [[nodiscard]] PinEntryViewModel* pin() { return &m_pin; }
    [[nodiscard]] QString siteName() const;
    [[nodiscard]] QString counterLabel() const;
    [[nodiscard]] QString counterTitle() const;
    [[nodiscard]] QString agencyName() const;
    /// Who is signed in at the counter, and what becomes of the citizen there.
    [[nodiscard]] QString takeOverText() const;

    Q_INVOKABLE void chooseCounter(int row);
    Q_INVOKABLE void choosePerson(int row);
    Q_INVOKABLE void back();
    Q_INVOKABLE void confirmTakeOver();

    /// Signs in what the configuration names, where nobody else sits there. Once.
    void signInAsConfigured();
    void refresh();

signals:
    void changed();

private:
    /// Asks for the PIN first, where there is somebody to check it.
    void signIn(const StaffId& person);
    void sitDown();
    void askAgain();
    [[nodiscard]] QString nameOf(const StaffId& person) const;
    [[nodiscard]] QString whoSits(const CounterId& counter) const;
    [[nodiscard]] bool isTaken() const;

    CounterSession& m_session;
    Step m_step = ChooseCounter;
    std::optional<StaffId> m_person;
    ChoiceModel m_counters;
    ChoiceModel m_people;
    PinEntryViewModel m_pin;
};

} // namespace anjungan
