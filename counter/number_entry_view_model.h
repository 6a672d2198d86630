// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "counter/counter_session.h"

#include <QtQml/qqmlregistration.h>

namespace anjungan {

/// Calling somebody by a typed number: calls where this counter may, else says where the number belongs.
class NumberEntryViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by DeskViewModel")
    Q_PROPERTY(QString typed READ typed WRITE setTyped NOTIFY changed)
    Q_PROPERTY(QString answer READ answer NOTIFY changed)
    Q_PROPERTY(QString prefix READ prefix NOTIFY changed)

public:
    explicit NumberEntryViewModel(CounterSession& session, QObject* parent = nullptr);

    void open();

    [[nodiscard]] const QString& typed() const { return m_typed; }
    void setTyped(const QString& typed);
    /// What is to be said about the last number that was asked for; empty before.
    [[nodiscard]] const QString& answer() const { return m_answer; }
    /// The prefix that digits alone stand for: that of this counter's first queue.
    [[nodiscard]] QString prefix() const;

    Q_INVOKABLE void submit();

signals:
    void changed();
    void done();

private:
    [[nodiscard]] const Ticket* find() const;
    [[nodiscard]] QString answerAbout(const Ticket& ticket) const;

    CounterSession& m_session;
    QString m_typed;
    QString m_answer;
};

} // namespace anjungan
