// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/site_view.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>
#include <QVariantList>

namespace anjungan {

/// A list of services with what a citizen wants to know before choosing. A row is worked out when it is
/// first asked for, and again after `refresh`: a long list costs only the rows that are seen.
///
/// Roles: serviceId, title, tileTitle, agency (names, QString); iconName; closed (bool); status (the waiting
/// time, or why it is closed and when it opens); meta (for MetaRow: the status and the fee).
class ServiceListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by KioskViewModel")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        ServiceIdRole = Qt::UserRole + 1,
        TitleRole,
        TileTitleRole,
        AgencyRole,
        IconRole,
        ClosedRole,
        StatusRole,
        MetaRole,
    };

    /// `view` must outlive it.
    explicit ServiceListModel(const SiteView& view, QObject* parent = nullptr);

    /// Shows these, in this order; ids that the catalogue does not have are left out.
    void show(std::vector<ServiceId> services);
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
        ServiceId id;
        bool known = false; ///< the rest is worked out
        bool closed = false;
        QString status = {};
        QVariantList meta = {};
    };

    void workOut(Row& row, const Service& service) const;

    const SiteView& m_view;
    mutable std::vector<Row> m_rows;
};

} // namespace anjungan
