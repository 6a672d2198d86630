// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/service_list_model.h"

namespace anjungan {

namespace {

QVariantMap fact(const QString& icon, const QString& text, const QString& tone)
{
    return {{QStringLiteral("icon"), icon}, {QStringLiteral("text"), text}, {QStringLiteral("tone"), tone}};
}

} // namespace

ServiceListModel::ServiceListModel(const SiteView& view, QObject* parent)
    : QAbstractListModel(parent)
    , m_view(view)
{}

void ServiceListModel::show(std::vector<ServiceId> services)
{
    beginResetModel();
    m_rows.clear();
    const auto catalogue = m_view.catalogue();
    for (ServiceId& id : services) {
        if (catalogue && catalogue->find(id))
            m_rows.push_back({std::move(id)});
    }
    endResetModel();
    emit countChanged();
}

void ServiceListModel::refresh()
{
    for (Row& row : m_rows)
        row.known = false;
    if (!m_rows.empty())
        emit dataChanged(index(0), index(count() - 1));
}

int ServiceListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant ServiceListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= count())
        return {};
    Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const auto catalogue = m_view.catalogue();
    const Service* service = catalogue ? catalogue->find(row.id) : nullptr;
    if (!service)
        return {};
    switch (role) {
    case ServiceIdRole:
        return QString::fromStdString(row.id.text());
    case Qt::DisplayRole:
    case TitleRole:
        return m_view.text(service->title);
    case TileTitleRole:
        return m_view.text(service->tileTitle());
    case AgencyRole: {
        const Agency* agency = catalogue->find(service->agency);
        return agency ? m_view.text(agency->name) : QString();
    }
    case IconRole:
        return QString::fromStdString(service->icon);
    default:
        break;
    }
    if (!row.known)
        workOut(row, *service);
    switch (role) {
    case ClosedRole:
        return row.closed;
    case StatusRole:
        return row.status;
    case MetaRole:
        return row.meta;
    default:
        return {};
    }
}

void ServiceListModel::workOut(Row& row, const Service& service) const
{
    const Opening opening = m_view.openingOf(service);
    row.known = true;
    row.closed = !opening.isOpen();
    row.status = row.closed ? m_view.closedLine(opening) : m_view.words().waitLine(m_view.estimate(service));
    row.meta.clear();
    if (row.closed) {
        row.meta.append(fact(QStringLiteral("clock"), row.status, QStringLiteral("warn")));
    } else {
        row.meta.append(fact(QStringLiteral("clock"), row.status, QStringLiteral("primary")));
        row.meta.append(
            fact(QStringLiteral("cash"), m_view.words().fee(service.fee), QStringLiteral("quiet")));
    }
}

QHash<int, QByteArray> ServiceListModel::roleNames() const
{
    return {{ServiceIdRole, "serviceId"}, {TitleRole, "title"},   {TileTitleRole, "tileTitle"},
            {AgencyRole, "agency"},       {IconRole, "iconName"}, {ClosedRole, "closed"},
            {StatusRole, "status"},       {MetaRole, "meta"}};
}

} // namespace anjungan
