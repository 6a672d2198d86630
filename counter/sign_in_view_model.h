// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "counter/choice_model.h"
#include "counter/counter_session.h"

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
    Q_PROPERTY(QString siteName READ siteName NOTIFY changed)
    Q_PROPERTY(QString counterLabel READ counterLabel NOTIFY changed)
    Q_PROPERTY(QString counterTitle READ counterTitle NOTIFY changed)
    Q_PROPERTY(QString agencyName READ agencyName NOTIFY changed)
    Q_PROPERTY(QString takeOverText READ takeOverText NOTIFY changed)

public:
    enum Step { ChooseCounter, ChoosePerson, ConfirmTakeOver };
    Q_ENUM(Step)

    explicit SignInViewModel(CounterSession& session, QObject* parent = nullptr);

    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] ChoiceModel* counters() { return &m_counters; }
    [[nodiscard]] ChoiceModel* people() { return &m_people; }
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
    void signIn(const StaffId& person);
    [[nodiscard]] QString whoSits(const CounterId& counter) const;
    [[nodiscard]] bool isTaken() const;

    CounterSession& m_session;
    Step m_step = ChooseCounter;
    std::optional<StaffId> m_person;
    ChoiceModel m_counters;
    ChoiceModel m_people;
};

} // namespace anjungan
