// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/class_list_model.h"

namespace anjungan {

ClassListModel::ClassListModel(const SiteView& view, QObject* parent)
    : QAbstractListModel(parent)
    , m_view(view)
{}

void ClassListModel::load()
{
    const auto catalogue = m_view.catalogue();
    beginResetModel();
    m_rows = catalogue ? catalogue->priorityClasses : std::vector<PriorityClass>();
    m_chosen.clear();
    endResetModel();
    emit countChanged();
    emit chosenChanged();
}

void ClassListModel::refresh()
{
    if (!m_rows.empty())
        emit dataChanged(index(0), index(count() - 1));
}

void ClassListModel::clear()
{
    m_chosen.clear();
    refresh();
    emit chosenChanged();
}

void ClassListModel::toggle(int row)
{
    if (row < 0 || row >= count())
        return;
    const PriorityClassId& id = m_rows[static_cast<std::size_t>(row)].id;
    if (m_chosen.erase(id) == 0)
        m_chosen.insert(id);
    emit dataChanged(index(row), index(row));
    emit chosenChanged();
}

std::vector<PriorityClassId> ClassListModel::chosen() const
{
    return {m_chosen.begin(), m_chosen.end()};
}

int ClassListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant ClassListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= count())
        return {};
    const PriorityClass& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return m_view.text(row.name);
    case IconRole:
        return QString::fromStdString(row.icon);
    case ChosenRole:
        return m_chosen.contains(row.id);
    default:
        return {};
    }
}

QHash<int, QByteArray> ClassListModel::roleNames() const
{
    return {{NameRole, "name"}, {IconRole, "iconName"}, {ChosenRole, "chosen"}};
}

} // namespace anjungan
