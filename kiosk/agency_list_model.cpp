// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/agency_list_model.h"

#include <algorithm>
#include <QCoreApplication>

namespace anjungan {

AgencyListModel::AgencyListModel(const SiteView& view, QObject* parent)
    : QAbstractListModel(parent)
    , m_view(view)
{}

void AgencyListModel::load()
{
    beginResetModel();
    m_rows.clear();
    if (const auto catalogue = m_view.catalogue()) {
        for (const Agency& agency : catalogue->agencies) {
            if (std::ranges::any_of(catalogue->services,
                                    [&](const Service& each) { return each.agency == agency.id; }))
                m_rows.push_back({agency.id});
        }
    }
    endResetModel();
    emit countChanged();
}

void AgencyListModel::refresh()
{
    for (Row& row : m_rows)
        row.known = false;
    if (!m_rows.empty())
        emit dataChanged(index(0), index(count() - 1));
}

int AgencyListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant AgencyListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= count())
        return {};
    Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const auto catalogue = m_view.catalogue();
    const Agency* agency = catalogue ? catalogue->find(row.id) : nullptr;
    if (!agency)
        return {};
    if (!row.known)
        workOut(row);
    switch (role) {
    case AgencyIdRole:
        return QString::fromStdString(row.id.text());
    case Qt::DisplayRole:
    case NameRole:
        return m_view.text(agency->name);
    case ShortNameRole:
        return m_view.text(agency->shortName);
    case IconRole:
        return QString::fromStdString(agency->icon);
    case ClosedRole:
        return row.closed;
    case StatusRole:
        return row.status;
    default:
        return {};
    }
}

void AgencyListModel::workOut(Row& row) const
{
    const Opening opening = m_view.openingOf(row.id);
    row.known = true;
    row.closed = !opening.isOpen();
    if (row.closed) {
        row.status = m_view.closedLine(opening);
        return;
    }
    const int waiting = m_view.peopleWaiting(row.id);
    row.status = waiting == 0 ? QCoreApplication::translate("AgencyListModel", "No queue")
                              : QCoreApplication::translate("AgencyListModel", "%1 waiting")
                                    .arg(m_view.words().people(waiting));
}

QHash<int, QByteArray> AgencyListModel::roleNames() const
{
    return {{AgencyIdRole, "agencyId"}, {NameRole, "name"},     {ShortNameRole, "shortName"},
            {IconRole, "iconName"},     {ClosedRole, "closed"}, {StatusRole, "status"}};
}

} // namespace anjungan
