// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "counter/citizen_view.h"
#include "counter/desk_acts.h"
#include "counter/desk_figures.h"
#include "counter/leg_list_model.h"
#include "counter/leg_sheet_view_model.h"
#include "counter/number_entry_view_model.h"
#include "counter/requirements_model.h"
#include "counter/transfer_view_model.h"

namespace anjungan {

/// The desk of whoever is signed in: who is here, who waits, what can be done. Acknowledges each call of
/// its counter as soon as it shows it.
class DeskViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by CounterViewModel")
    Q_PROPERTY(QString counterLabel READ counterLabel NOTIFY changed)
    Q_PROPERTY(QString counterTitle READ counterTitle NOTIFY changed)
    Q_PROPERTY(QString agencyName READ agencyName NOTIFY changed)
    Q_PROPERTY(QString staffName READ staffName NOTIFY changed)
    Q_PROPERTY(bool paused READ isPaused NOTIFY changed)
    Q_PROPERTY(anjungan::CitizenView citizen READ citizen NOTIFY citizenChanged)
    Q_PROPERTY(QString emptyTitle READ emptyTitle NOTIFY changed)
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY changed)
    Q_PROPERTY(QString nextNumber READ nextNumber NOTIFY changed)
    Q_PROPERTY(QString whyQuestion READ whyQuestion NOTIFY changed)
    Q_PROPERTY(QString whyText READ whyText NOTIFY changed)
    Q_PROPERTY(QString signOutText READ signOutText NOTIFY changed)
    Q_PROPERTY(anjungan::DeskFigures figures READ figures NOTIFY changed)
    Q_PROPERTY(Sheet sheet READ sheet NOTIFY sheetChanged)
    Q_PROPERTY(List list READ list WRITE setList NOTIFY listChanged)
    Q_PROPERTY(anjungan::DeskActs* acts READ acts CONSTANT)
    Q_PROPERTY(anjungan::RequirementsModel* requirements READ requirements CONSTANT)
    Q_PROPERTY(anjungan::LegListModel* waiting READ waiting CONSTANT)
    Q_PROPERTY(anjungan::LegListModel* parked READ parked CONSTANT)
    Q_PROPERTY(anjungan::LegListModel* missed READ missed CONSTANT)
    Q_PROPERTY(anjungan::LegListModel* shownList READ shownList NOTIFY listChanged)
    Q_PROPERTY(anjungan::LegSheetViewModel* legSheet READ legSheet CONSTANT)
    Q_PROPERTY(anjungan::TransferViewModel* transfer READ transfer CONSTANT)
    Q_PROPERTY(anjungan::NumberEntryViewModel* numberEntry READ numberEntry CONSTANT)

public:
    enum Sheet { NoSheet, LegSheet, TransferSheet, NumberSheet, OutcomeSheet, WhySheet, SignOutSheet };
    Q_ENUM(Sheet)
    enum List { Waiting, Parked, Missed };
    Q_ENUM(List)

    explicit DeskViewModel(CounterSession& session, QObject* parent = nullptr);

    [[nodiscard]] QString counterLabel() const;
    [[nodiscard]] QString counterTitle() const;
    [[nodiscard]] QString agencyName() const;
    [[nodiscard]] QString staffName() const;
    [[nodiscard]] bool isPaused() const;
    [[nodiscard]] const CitizenView& citizen() const { return m_citizen; }
    [[nodiscard]] QString emptyTitle() const;
    [[nodiscard]] QString emptyText() const;
    /// Empty while nobody may be called.
    [[nodiscard]] QString nextNumber() const;
    /// "Mengapa A-015 berikutnya?"
    [[nodiscard]] QString whyQuestion() const;
    [[nodiscard]] QString whyText() const;
    [[nodiscard]] QString signOutText() const;
    [[nodiscard]] const DeskFigures& figures() const { return m_figures; }
    [[nodiscard]] Sheet sheet() const { return m_sheet; }
    [[nodiscard]] List list() const { return m_list; }
    void setList(List list);
    [[nodiscard]] DeskActs* acts() { return &m_acts; }
    [[nodiscard]] RequirementsModel* requirements() { return &m_requirements; }
    [[nodiscard]] LegListModel* waiting() { return &m_waiting; }
    [[nodiscard]] LegListModel* parked() { return &m_parked; }
    [[nodiscard]] LegListModel* missed() { return &m_missed; }
    [[nodiscard]] LegListModel* shownList();
    [[nodiscard]] LegSheetViewModel* legSheet() { return &m_legSheet; }
    [[nodiscard]] TransferViewModel* transfer() { return &m_transfer; }
    [[nodiscard]] NumberEntryViewModel* numberEntry() { return &m_numberEntry; }

    /// Opens what may be done with a row of the shown list.
    Q_INVOKABLE void openRow(int row);
    Q_INVOKABLE void askWhyNext();
    /// Asks; refused with words while a citizen is here.
    Q_INVOKABLE void askSignOut();
    Q_INVOKABLE void signOut();
    Q_INVOKABLE void chooseOutcome(int outcome);
    Q_INVOKABLE void closeSheet();

    void refresh();
    /// Only what moves with the seconds.
    void tick();

signals:
    void changed();
    void citizenChanged();
    void sheetChanged();
    void listChanged();

private:
    void show(Sheet sheet);
    void onAsked(DeskActs::Act act);
    void acknowledge();

    CounterSession& m_session;
    DeskActs m_acts;
    RequirementsModel m_requirements;
    LegListModel m_waiting;
    LegListModel m_parked;
    LegListModel m_missed;
    LegSheetViewModel m_legSheet;
    TransferViewModel m_transfer;
    NumberEntryViewModel m_numberEntry;
    CitizenView m_citizen;
    DeskFigures m_figures;
    std::optional<EpisodeId> m_acknowledged;
    Sheet m_sheet = NoSheet;
    List m_list = Waiting;
};

} // namespace anjungan
