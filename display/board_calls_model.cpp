// SPDX-License-Identifier: GPL-3.0-or-later
#include "display/board_calls_model.h"

#include <algorithm>

namespace anjungan {

BoardCallsModel::BoardCallsModel(QObject* parent)
    : QAbstractListModel(parent)
{}

void BoardCallsModel::show(std::vector<BoardCall> calls)
{
    const std::size_t before = m_calls.size();
    const std::size_t kept = std::min(before, calls.size());
    for (std::size_t i = 0; i < kept; ++i) {
        if (m_calls[i] == calls[i])
            continue;
        m_calls[i] = calls[i];
        const QModelIndex at = index(static_cast<int>(i));
        emit dataChanged(at, at);
    }
    if (calls.size() < before) {
        beginRemoveRows({}, static_cast<int>(kept), static_cast<int>(before) - 1);
        m_calls.resize(kept);
        endRemoveRows();
    } else if (calls.size() > before) {
        beginInsertRows({}, static_cast<int>(before), static_cast<int>(calls.size()) - 1);
        m_calls = std::move(calls);
        endInsertRows();
    }
    if (m_calls.size() != before)
        emit countChanged();
}

int BoardCallsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant BoardCallsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const BoardCall& call = m_calls[static_cast<std::size_t>(index.row())];
    switch (role) {
    case NumberRole:
        return call.number;
    case CounterRole:
        return call.counter;
    case FloorRole:
        return call.floor;
    case DirectionRole:
        return call.direction;
    case ServingRole:
        return call.serving;
    case SpeakingRole:
        return call.speaking;
    default:
        return {};
    }
}

QHash<int, QByteArray> BoardCallsModel::roleNames() const
{
    return {{NumberRole, "number"},       {CounterRole, "counter"}, {FloorRole, "floor"},
            {DirectionRole, "direction"}, {ServingRole, "serving"}, {SpeakingRole, "speaking"}};
}

} // namespace anjungan
