// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/site_view.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace anjungan {

/// The services that will stand on one ticket, in the order in which they were chosen; each once, at most
/// `ticketLegsMax`.
///
/// Roles: serviceId, title, agency (QString).
class BasketModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by KioskViewModel")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role { ServiceIdRole = Qt::UserRole + 1, TitleRole, AgencyRole };

    struct Item
    {
        ServiceId service;
        int caseIndex = -1; ///< which of the service's cases the citizen chose; -1 none
    };

    /// `view` must outlive it.
    explicit BasketModel(const SiteView& view, QObject* parent = nullptr);

    /// Adds a service, or notes another case of one that is there. False where there is no room.
    bool put(const ServiceId& service, int caseIndex);
    void remove(const ServiceId& service);
    void clear();
    void refresh();

    [[nodiscard]] bool contains(const ServiceId& service) const;
    [[nodiscard]] bool isFull() const { return m_items.size() >= ticketLegsMax; }
    [[nodiscard]] const std::vector<Item>& items() const { return m_items; }
    [[nodiscard]] int count() const { return static_cast<int>(m_items.size()); }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();

private:
    const SiteView& m_view;
    std::vector<Item> m_items;
};

} // namespace anjungan
