// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "counter/choice_model.h"
#include "counter/counter_session.h"

namespace anjungan {

/// Sending a citizen on: to which service, and what the next counter should know.
class TransferViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by DeskViewModel")
    Q_PROPERTY(QString number READ number NOTIFY changed)
    Q_PROPERTY(QString service READ service NOTIFY changed)
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY changed)
    Q_PROPERTY(QString note READ note WRITE setNote NOTIFY changed)
    Q_PROPERTY(QString noteProblem READ noteProblem NOTIFY changed)
    Q_PROPERTY(QString chosenTitle READ chosenTitle NOTIFY changed)
    Q_PROPERTY(bool ready READ isReady NOTIFY changed)
    Q_PROPERTY(anjungan::ChoiceModel* services READ services CONSTANT)

public:
    explicit TransferViewModel(CounterSession& session, QObject* parent = nullptr);

    void open(const LegAct& act);

    [[nodiscard]] QString number() const;
    [[nodiscard]] QString service() const;
    [[nodiscard]] const QString& filter() const { return m_filter; }
    void setFilter(const QString& filter);
    [[nodiscard]] const QString& note() const { return m_note; }
    void setNote(const QString& note);
    /// Why the note cannot go as it is; empty where it can.
    [[nodiscard]] QString noteProblem() const;
    [[nodiscard]] QString chosenTitle() const;
    [[nodiscard]] bool isReady() const { return m_chosen && noteProblem().isEmpty(); }
    /// Every service but the one it is for now; those of this counter's agency first.
    [[nodiscard]] ChoiceModel* services() { return &m_services; }

    Q_INVOKABLE void choose(int row);
    /// The first of the services shown, for whoever types and presses Enter.
    Q_INVOKABLE void chooseFirst();
    Q_INVOKABLE void send();

    void refresh();

signals:
    void changed();
    void done();

private:
    [[nodiscard]] bool matches(const Service& service) const;

    CounterSession& m_session;
    LegAct m_act;
    QString m_filter;
    QString m_note;
    std::optional<ServiceId> m_chosen;
    ChoiceModel m_services;
};

} // namespace anjungan
