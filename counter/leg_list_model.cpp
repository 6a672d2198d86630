// SPDX-License-Identifier: GPL-3.0-or-later
#include "counter/leg_list_model.h"

#include <algorithm>
#include <set>

namespace anjungan {

int LegListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant LegListModel::data(const QModelIndex& index, int role) const
{
    const LegRow* row = at(index.row());
    if (!row)
        return {};
    switch (role) {
    case NumberRole:
        return row->number;
    case ServiceRole:
        return row->service;
    case FactsRole:
        return row->facts;
    case WaitedRole:
        return row->waited;
    case LateRole:
        return row->late;
    case NextRole:
        return row->next;
    default:
        return {};
    }
}

QHash<int, QByteArray> LegListModel::roleNames() const
{
    return {{NumberRole, "number"}, {ServiceRole, "service"}, {FactsRole, "facts"},
            {WaitedRole, "waited"}, {LateRole, "late"},       {NextRole, "next"}};
}

const LegRow* LegListModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
}

void LegListModel::take(std::vector<LegRow> rows, int count, const QString& moreText)
{
    std::set<LegId> wanted;
    for (const LegRow& row : rows)
        wanted.insert(row.leg);
    for (int i = rowCount() - 1; i >= 0; --i) {
        if (wanted.contains(m_rows[static_cast<std::size_t>(i)].leg))
            continue;
        beginRemoveRows({}, i, i);
        m_rows.erase(m_rows.begin() + i);
        endRemoveRows();
    }
    for (int i = 0; i < static_cast<int>(rows.size()); ++i) {
        LegRow& row = rows[static_cast<std::size_t>(i)];
        const auto here = m_rows.begin() + i;
        const auto found =
            std::find_if(here, m_rows.end(), [&row](const LegRow& each) { return each.leg == row.leg; });
        if (found == m_rows.end()) {
            beginInsertRows({}, i, i);
            m_rows.insert(here, std::move(row));
            endInsertRows();
            continue;
        }
        if (found != here) {
            const int from = static_cast<int>(found - m_rows.begin());
            beginMoveRows({}, from, from, {}, i);
            std::rotate(here, found, found + 1);
            endMoveRows();
        }
        LegRow& current = m_rows[static_cast<std::size_t>(i)];
        if (current == row)
            continue;
        current = std::move(row);
        emit dataChanged(index(i), index(i));
    }
    m_count = count;
    m_moreText = moreText;
    emit changed();
}

} // namespace anjungan
