// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "counter/counter_session.h"

#include <QtQml/qqmlregistration.h>

namespace anjungan {

/// Somebody's typed number: called where this counter may, else told where it belongs, with what this
/// counter can do for her. That is offered, and done only when it is accepted.
class NumberEntryViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by DeskViewModel")
    Q_PROPERTY(QString typed READ typed WRITE setTyped NOTIFY changed)
    Q_PROPERTY(QString answer READ answer NOTIFY changed)
    Q_PROPERTY(QString offerText READ offerText NOTIFY changed)
    Q_PROPERTY(QString offerIcon READ offerIcon NOTIFY changed)
    Q_PROPERTY(QString given READ given NOTIFY changed)
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

    /// "Ambil alih dari Loket 2", "Buka kembali", "Beri nomor lanjutan"; empty where nothing is offered.
    [[nodiscard]] QString offerText() const { return m_offerText; }
    [[nodiscard]] QString offerIcon() const { return m_offerIcon; }
    /// The number that was given to go on with an earlier one; empty before.
    [[nodiscard]] const QString& given() const { return m_given; }

    Q_INVOKABLE void submit();
    /// Does what is offered; a strike so soon that nobody can have read the offer does nothing.
    Q_INVOKABLE void accept();

signals:
    void changed();
    void done();

private:
    /// What was typed, as the numbers it may stand for at this counter.
    [[nodiscard]] std::vector<Number> numbers() const;
    [[nodiscard]] const Ticket* find() const;
    [[nodiscard]] std::optional<LeftTicket> findLeft() const;
    [[nodiscard]] QString answerAbout(const Ticket& ticket) const;
    /// Why this counter can take nobody now; empty where it can.
    [[nodiscard]] QString hindrance() const;
    void forget();
    void answer(const QString& text);
    void offer(CommandBody body, const QString& icon, const QString& text);
    void offerFor(const Ticket& ticket);
    bool offerTakeOver(const Ticket& ticket);
    bool offerReopen(const Ticket& ticket);
    void offerToContinue(const LeftTicket& left);
    void giveContinued(const IssueTicket& wanted);

    CounterSession& m_session;
    QString m_typed;
    QString m_answer;
    QString m_given;
    QString m_offerText;
    QString m_offerIcon;
    std::optional<CommandBody> m_offer;
    std::chrono::milliseconds m_offeredAt{}; ///< steady
};

} // namespace anjungan
