// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/site_view.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace anjungan {

/// The agencies of the site that have a service, in the catalogue's order.
///
/// Roles: agencyId, name, shortName, iconName (QString); closed (bool); status (how many wait, or why it is
/// closed and when it opens).
class AgencyListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by KioskViewModel")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role { AgencyIdRole = Qt::UserRole + 1, NameRole, ShortNameRole, IconRole, ClosedRole, StatusRole };

    /// `view` must outlive it.
    explicit AgencyListModel(const SiteView& view, QObject* parent = nullptr);

    /// The catalogue is another one.
    void load();
    /// The site, the clock or the language moved.
    void refresh();

    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();

private:
    struct Row
    {
        AgencyId id;
        bool known = false; ///< the rest is worked out
        bool closed = false;
        QString status = {};
    };

    void workOut(Row& row) const;

    const SiteView& m_view;
    mutable std::vector<Row> m_rows;
};

} // namespace anjungan
