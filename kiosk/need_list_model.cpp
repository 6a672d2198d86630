// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/need_list_model.h"

#include <array>
#include <QCoreApplication>

namespace anjungan {

namespace {

struct Row
{
    Need need;
    const char* name;
    const char* icon;
};

constexpr std::array rows{
    Row{Need::Wheelchair, QT_TRANSLATE_NOOP("NeedListModel", "I use a wheelchair"), "wheelchair"},
    Row{Need::Escort, QT_TRANSLATE_NOOP("NeedListModel", "Please fetch me when I am called"),
        "account-switch"},
    Row{Need::SignLanguage, QT_TRANSLATE_NOOP("NeedListModel", "Sign language"), "sign-language"},
    Row{Need::Writing, QT_TRANSLATE_NOOP("NeedListModel", "In writing"), "pencil"},
};

} // namespace

void NeedListModel::refresh()
{
    emit dataChanged(index(0), index(rowCount() - 1));
}

void NeedListModel::clear()
{
    m_chosen.clear();
    refresh();
}

void NeedListModel::toggle(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    const Need need = rows.at(static_cast<std::size_t>(row)).need;
    if (m_chosen.erase(need) == 0)
        m_chosen.insert(need);
    emit dataChanged(index(row), index(row));
}

int NeedListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows.size());
}

QVariant NeedListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row& row = rows.at(static_cast<std::size_t>(index.row()));
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return QCoreApplication::translate("NeedListModel", row.name);
    case IconRole:
        return QString::fromLatin1(row.icon);
    case ChosenRole:
        return m_chosen.contains(row.need);
    default:
        return {};
    }
}

QHash<int, QByteArray> NeedListModel::roleNames() const
{
    return {{NameRole, "name"}, {IconRole, "iconName"}, {ChosenRole, "chosen"}};
}

} // namespace anjungan
