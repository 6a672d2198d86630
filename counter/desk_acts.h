// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "counter/counter_session.h"
#include "counter/undoable.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace anjungan {

/// What can be done at the desk, each act at its fixed place with its key; what is not legal now keeps
/// its place. The rows are the acts beside the primary one. Roles: act, label, keyText, iconName, legal.
class DeskActs : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by DeskViewModel")
    Q_PROPERTY(QString primaryLabel READ primaryLabel NOTIFY refreshed)
    Q_PROPERTY(QString primaryDetail READ primaryDetail NOTIFY refreshed)
    Q_PROPERTY(QString primaryIcon READ primaryIcon NOTIFY refreshed)
    Q_PROPERTY(bool primaryLegal READ primaryLegal NOTIFY refreshed)
    Q_PROPERTY(QString undoLabel READ undoLabel NOTIFY refreshed)
    Q_PROPERTY(bool undoLegal READ undoLegal NOTIFY refreshed)
    Q_PROPERTY(bool outcomeLegal READ outcomeLegal NOTIFY refreshed)
    Q_PROPERTY(QString outcomeText READ outcomeText NOTIFY refreshed)
    Q_PROPERTY(int outcome READ outcome NOTIFY refreshed)
    Q_PROPERTY(QStringList outcomes READ outcomes NOTIFY refreshed)
    Q_PROPERTY(int way READ way NOTIFY refreshed)
    Q_PROPERTY(QStringList ways READ ways NOTIFY refreshed)
    Q_PROPERTY(int quantity READ quantity NOTIFY refreshed)
    Q_PROPERTY(int quantityMax READ mostPieces CONSTANT)
    Q_PROPERTY(bool usual READ isUsual NOTIFY refreshed)

public:
    enum Act {
        Primary,
        Recall,
        NoShow,
        Park,
        Transfer,
        Finish,
        Withdraw,
        TakeNumber,
        ChooseOutcome,
        TogglePause,
        Undo,
    };
    Q_ENUM(Act)
    enum Role { ActRole = Qt::UserRole, LabelRole, KeyTextRole, IconNameRole, LegalRole };

    explicit DeskActs(CounterSession& session, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] QString primaryLabel() const;
    [[nodiscard]] QString primaryDetail() const;
    [[nodiscard]] QString primaryIcon() const;
    [[nodiscard]] bool primaryLegal() const { return isLegal(Primary); }
    /// "Batalkan: selesai A-012"; for what the hall has heard, that it hears a correction.
    [[nodiscard]] QString undoLabel() const;
    [[nodiscard]] bool undoLegal() const { return isLegal(Undo); }
    [[nodiscard]] bool outcomeLegal() const { return isLegal(ChooseOutcome); }
    [[nodiscard]] QString outcomeText() const;
    [[nodiscard]] int outcome() const { return static_cast<int>(m_ending.outcome); }
    [[nodiscard]] QStringList outcomes() const;
    [[nodiscard]] int way() const { return static_cast<int>(m_ending.way); }
    [[nodiscard]] QStringList ways() const;
    [[nodiscard]] int quantity() const { return m_ending.quantity; }
    [[nodiscard]] static int mostPieces() { return quantityMax; }
    /// Nothing was chosen but what most services end with.
    [[nodiscard]] bool isUsual() const { return m_ending == Ending(); }

    [[nodiscard]] bool isLegal(Act act) const;
    /// Does an act where it is legal, and nothing where it is not.
    Q_INVOKABLE void perform(anjungan::DeskActs::Act act);
    /// A key of the desk; false where the key means nothing here. A held key acts once.
    Q_INVOKABLE bool press(int key, int modifiers, bool autoRepeat);
    // How the open service will be recorded when it is finished; back to the usual with the next citizen.
    Q_INVOKABLE void chooseOutcome(int outcome);
    Q_INVOKABLE void chooseWay(int way);
    /// Brought within 1 to `quantityMax`.
    Q_INVOKABLE void setQuantity(int quantity);

    /// Looks at the desk anew.
    void refresh();
    /// Only what ends with the seconds.
    void tick();

signals:
    void refreshed();
    /// An act that first asks something.
    void asked(anjungan::DeskActs::Act act);

private:
    enum class Step { None, Resume, CallNext, Start, FinishAndNext, Finish };
    /// What the acts mean now; a change of it restarts the guards against a second press.
    struct Situation
    {
        Step step = Step::None;
        std::optional<EpisodeId> episode;
        LegState state = LegState::Waiting;

        bool operator==(const Situation&) const = default;
    };

    struct Ending
    {
        Outcome outcome = Outcome::Done;
        Way way = Way::Counter;
        int quantity = 1;

        bool operator==(const Ending&) const = default;
    };

    [[nodiscard]] Situation situation() const;
    [[nodiscard]] std::optional<Act> actOf(int key, int modifiers) const;
    [[nodiscard]] QString label(Act act) const;
    void performPrimary();
    [[nodiscard]] FinishLeg finishing() const;
    void finishAndCallNext();
    void undo();

    CounterSession& m_session;
    Situation m_situation;
    std::chrono::milliseconds m_since; ///< of the situation, steady
    std::optional<NextLeg> m_next;
    std::optional<Undoable> m_undoable;
    std::chrono::milliseconds m_lastUndo; ///< steady
    Ending m_ending;
};

} // namespace anjungan
