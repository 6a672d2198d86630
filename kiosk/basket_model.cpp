// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/basket_model.h"

#include <algorithm>

namespace anjungan {

BasketModel::BasketModel(const SiteView& view, QObject* parent)
    : QAbstractListModel(parent)
    , m_view(view)
{}

bool BasketModel::put(const ServiceId& service, int caseIndex)
{
    const auto found = std::ranges::find(m_items, service, &Item::service);
    if (found != m_items.end()) {
        found->caseIndex = caseIndex;
        return true;
    }
    if (isFull())
        return false;
    beginInsertRows({}, count(), count());
    m_items.push_back({service, caseIndex});
    endInsertRows();
    emit countChanged();
    return true;
}

void BasketModel::remove(const ServiceId& service)
{
    const auto found = std::ranges::find(m_items, service, &Item::service);
    if (found == m_items.end())
        return;
    const int row = static_cast<int>(found - m_items.begin());
    beginRemoveRows({}, row, row);
    m_items.erase(found);
    endRemoveRows();
    emit countChanged();
}

void BasketModel::clear()
{
    beginResetModel();
    m_items.clear();
    endResetModel();
    emit countChanged();
}

void BasketModel::refresh()
{
    if (!m_items.empty())
        emit dataChanged(index(0), index(count() - 1));
}

bool BasketModel::contains(const ServiceId& service) const
{
    return std::ranges::find(m_items, service, &Item::service) != m_items.end();
}

int BasketModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant BasketModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= count())
        return {};
    const ServiceId& id = m_items[static_cast<std::size_t>(index.row())].service;
    const auto catalogue = m_view.catalogue();
    const Service* service = catalogue ? catalogue->find(id) : nullptr;
    switch (role) {
    case ServiceIdRole:
        return QString::fromStdString(id.text());
    case Qt::DisplayRole:
    case TitleRole:
        return service ? m_view.text(service->title) : QString();
    case AgencyRole: {
        const Agency* agency = service ? catalogue->find(service->agency) : nullptr;
        return agency ? m_view.text(agency->name) : QString();
    }
    default:
        return {};
    }
}

QHash<int, QByteArray> BasketModel::roleNames() const
{
    return {{ServiceIdRole, "serviceId"}, {TitleRole, "title"}, {AgencyRole, "agency"}};
}

} // namespace anjungan
