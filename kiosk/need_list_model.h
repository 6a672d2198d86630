// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>
#include <set>
#include <vector>

namespace anjungan {

/// How a citizen wants to be served, in her own words: no priority, and told to staff alone.
///
/// Roles: name, iconName (QString); chosen (bool).
class NeedListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by KioskViewModel")

public:
    enum Role { NameRole = Qt::UserRole + 1, IconRole, ChosenRole };

    using QAbstractListModel::QAbstractListModel;

    /// The language changed.
    void refresh();
    /// Nothing chosen.
    void clear();

    Q_INVOKABLE void toggle(int row);

    [[nodiscard]] std::vector<Need> chosen() const { return {m_chosen.begin(), m_chosen.end()}; }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    std::set<Need> m_chosen;
};

} // namespace anjungan
