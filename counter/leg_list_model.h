// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>
#include <QVariantList>

namespace anjungan {

/// One leg as a row of a list.
struct LegRow
{
    LegId leg;
    QString number;
    QString service;
    QVariantList facts; ///< `{icon, text, tone}`, see MetaRow: class, passed standard, where it is
    QString waited;
    bool late = false; ///< waited longer than the service's waiting standard
    bool next = false; ///< would be called now

    bool operator==(const LegRow&) const = default;
};

/// Legs in an order. Taking new rows in keeps the rows that stay, so that a list does not jump under a
/// hand. Roles: number, service, facts, waited, late, next.
class LegListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by DeskViewModel")
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(QString moreText READ moreText NOTIFY changed)

public:
    enum Role { NumberRole = Qt::UserRole, ServiceRole, FactsRole, WaitedRole, LateRole, NextRole };

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// All that there are, also those beyond the rows shown.
    [[nodiscard]] int count() const { return m_count; }
    /// "12 lagi"; empty where every one is a row.
    [[nodiscard]] const QString& moreText() const { return m_moreText; }
    [[nodiscard]] const std::vector<LegRow>& rows() const { return m_rows; }
    [[nodiscard]] const LegRow* at(int row) const;

    void take(std::vector<LegRow> rows, int count, const QString& moreText);

signals:
    void changed();

private:
    std::vector<LegRow> m_rows;
    int m_count = 0;
    QString m_moreText;
};

} // namespace anjungan
