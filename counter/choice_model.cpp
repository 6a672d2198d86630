// SPDX-License-Identifier: GPL-3.0-or-later
#include "counter/choice_model.h"

#include <algorithm>

namespace anjungan {

int ChoiceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_choices.size());
}

QVariant ChoiceModel::data(const QModelIndex& index, int role) const
{
    const Choice* choice = at(index.row());
    if (!choice)
        return {};
    switch (role) {
    case KeyRole:
        return choice->key;
    case LeadRole:
        return choice->lead;
    case TitleRole:
        return choice->title;
    case SubtitleRole:
        return choice->subtitle;
    case SectionRole:
        return choice->section;
    case TakenRole:
        return choice->taken;
    case ChosenRole:
        return choice->chosen;
    default:
        return {};
    }
}

QHash<int, QByteArray> ChoiceModel::roleNames() const
{
    return {{KeyRole, "key"},         {LeadRole, "lead"},   {TitleRole, "title"},  {SubtitleRole, "subtitle"},
            {SectionRole, "section"}, {TakenRole, "taken"}, {ChosenRole, "chosen"}};
}

const Choice* ChoiceModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_choices[static_cast<std::size_t>(row)] : nullptr;
}

void ChoiceModel::take(std::vector<Choice> choices)
{
    const bool same = std::equal(choices.begin(), choices.end(), m_choices.begin(), m_choices.end(),
                                 [](const Choice& one, const Choice& other) {
                                     return one.key == other.key && one.section == other.section;
                                 });
    if (!same) {
        beginResetModel();
        m_choices = std::move(choices);
        endResetModel();
        emit changed();
        return;
    }
    for (int i = 0; i < rowCount(); ++i) {
        Choice& current = m_choices[static_cast<std::size_t>(i)];
        Choice& wanted = choices[static_cast<std::size_t>(i)];
        if (current == wanted)
            continue;
        current = std::move(wanted);
        emit dataChanged(index(i), index(i));
    }
}

} // namespace anjungan
