// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "counter/counter_session.h"
#include "counter/leg_list_model.h"

namespace anjungan {

/// What may be done with one leg of the lists: only what is legal for it now.
class LegSheetViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by DeskViewModel")
    Q_PROPERTY(QString number READ number NOTIFY changed)
    Q_PROPERTY(QString service READ service NOTIFY changed)
    Q_PROPERTY(QString status READ status NOTIFY changed)
    Q_PROPERTY(QString note READ note NOTIFY changed)
    Q_PROPERTY(QString callHint READ callHint NOTIFY changed)
    Q_PROPERTY(bool canCall READ canCall NOTIFY changed)
    Q_PROPERTY(bool canReturn READ canReturn NOTIFY changed)
    Q_PROPERTY(bool canPark READ canPark NOTIFY changed)
    Q_PROPERTY(bool canTransfer READ canTransfer NOTIFY changed)
    Q_PROPERTY(bool canMiss READ canMiss NOTIFY changed)
    Q_PROPERTY(QVariantList needs READ needs NOTIFY changed)
    Q_PROPERTY(QString classes READ classes NOTIFY changed)
    Q_PROPERTY(QString confirmedText READ confirmedText NOTIFY changed)
    Q_PROPERTY(bool canConfirm READ canConfirm NOTIFY changed)
    Q_PROPERTY(bool confirmsCancel READ confirmsCancel NOTIFY changed)

public:
    explicit LegSheetViewModel(CounterSession& session, QObject* parent = nullptr);

    void open(const LegId& leg);
    /// False once the leg is no longer what it was when the sheet was opened.
    [[nodiscard]] bool isCurrent() const;
    [[nodiscard]] const LegId& leg() const { return m_leg; }

    [[nodiscard]] QString number() const;
    [[nodiscard]] QString service() const;
    /// "is waiting for Loket 1, 2 · 14 mnt"
    [[nodiscard]] QString status() const;
    [[nodiscard]] QString note() const;
    /// Why it cannot be called now; empty where it can.
    [[nodiscard]] QString callHint() const;
    [[nodiscard]] bool canCall() const { return isCurrent() && callHint().isEmpty(); }
    [[nodiscard]] bool canReturn() const { return is(LegState::Parked) || is(LegState::Missed); }
    [[nodiscard]] bool canPark() const { return is(LegState::Waiting); }
    [[nodiscard]] bool canTransfer() const { return is(LegState::Waiting) || is(LegState::Parked); }
    [[nodiscard]] bool canMiss() const { return is(LegState::Parked); }
    /// `{icon, text, tone}`, see MetaRow: how she is to be served.
    [[nodiscard]] QVariantList needs() const;
    /// Her priority classes, declared or confirmed; empty for an ordinary number.
    [[nodiscard]] QString classes() const;
    /// What staff found of her priority; empty before anybody looked.
    [[nodiscard]] QString confirmedText() const;
    /// Somebody may still say whether the declared priority holds.
    [[nodiscard]] bool canConfirm() const;
    [[nodiscard]] bool confirmsCancel() const { return m_confirmsCancel; }

    Q_INVOKABLE void call();
    Q_INVOKABLE void returnToQueue();
    Q_INVOKABLE void park();
    Q_INVOKABLE void miss();
    Q_INVOKABLE void transfer();
    Q_INVOKABLE void confirmPriority();
    Q_INVOKABLE void denyPriority();
    /// Asks first; `confirmCancel` then cancels this errand.
    Q_INVOKABLE void cancel();
    Q_INVOKABLE void confirmCancel();
    Q_INVOKABLE void keep();

    void refresh() { emit changed(); }

signals:
    void changed();
    /// An act was sent: the sheet may close.
    void done();
    void transferAsked();

private:
    [[nodiscard]] bool is(LegState state) const;
    void send(CommandBody body);

    CounterSession& m_session;
    LegId m_leg;
    LegState m_state = LegState::Waiting;
    bool m_confirmsCancel = false;
};

} // namespace anjungan
