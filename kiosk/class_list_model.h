// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/site_view.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>
#include <set>

namespace anjungan {

/// The priority classes, and which of them the citizen said apply.
///
/// Roles: name, iconName (QString); chosen (bool).
class ClassListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by KioskViewModel")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(int chosenCount READ chosenCount NOTIFY chosenChanged)

public:
    enum Role { NameRole = Qt::UserRole + 1, IconRole, ChosenRole };

    /// `view` must outlive it.
    explicit ClassListModel(const SiteView& view, QObject* parent = nullptr);

    void load();
    void refresh();
    /// Nothing chosen.
    void clear();

    Q_INVOKABLE void toggle(int row);

    [[nodiscard]] std::vector<PriorityClassId> chosen() const;
    [[nodiscard]] int chosenCount() const { return static_cast<int>(m_chosen.size()); }
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();
    void chosenChanged();

private:
    const SiteView& m_view;
    std::vector<PriorityClass> m_rows;
    std::set<PriorityClassId> m_chosen;
};

} // namespace anjungan
