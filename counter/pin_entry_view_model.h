// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/staff_port.h"
#include "counter/counter_session.h"

#include <QtQml/qqmlregistration.h>

namespace anjungan {

/// Somebody's PIN, and, where the one she has is for once, the new one that she chooses. What was typed is
/// kept no longer than it is needed.
class PinEntryViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by SignInViewModel")
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString text READ text NOTIFY changed)
    Q_PROPERTY(QString answer READ answer NOTIFY changed)
    Q_PROPERTY(QString typed READ typed WRITE setTyped NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)

public:
    explicit PinEntryViewModel(CounterSession& session, QObject* parent = nullptr);

    void start(const StaffId& person, const QString& name);
    void forget();

    [[nodiscard]] QString title() const;
    [[nodiscard]] QString text() const;
    /// What was wrong with the last try; empty before.
    [[nodiscard]] const QString& answer() const { return m_answer; }
    [[nodiscard]] const QString& typed() const { return m_typed; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    void setTyped(const QString& typed);

    Q_INVOKABLE void submit();

signals:
    void changed();
    void proven();

private:
    enum class Step { Ask, ChooseNew, RepeatNew };

    void ask(const std::optional<std::string>& newPin);
    void take(const Result<void>& reply);
    void go(Step step, const QString& answer = {});

    CounterSession& m_session;
    StaffId m_person;
    QString m_name;
    Step m_step = Step::Ask;
    QString m_typed;
    QString m_pin;
    QString m_newPin;
    QString m_answer;
    bool m_busy = false;
};

} // namespace anjungan
