// SPDX-License-Identifier: GPL-3.0-or-later
#include "counter/requirements_model.h"

namespace anjungan {

int RequirementsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_texts.size());
}

QVariant RequirementsModel::data(const QModelIndex& index, int role) const
{
    if (index.row() < 0 || index.row() >= rowCount())
        return {};
    if (role == TextRole)
        return m_texts.at(index.row());
    return role == TickedRole ? QVariant(m_ticked[static_cast<std::size_t>(index.row())]) : QVariant();
}

QHash<int, QByteArray> RequirementsModel::roleNames() const
{
    return {{TextRole, "text"}, {TickedRole, "ticked"}};
}

void RequirementsModel::show(const Service* service, const QString& whose, Language language)
{
    std::vector<ServiceCase> cases = service ? service->cases : std::vector<ServiceCase>();
    if (whose == m_whose && language == m_language && cases == m_cases)
        return;
    const bool samePerson = whose == m_whose && cases == m_cases;
    const std::vector<bool> ticked = m_ticked;
    m_cases = std::move(cases);
    m_language = language;
    m_whose = whose;
    m_case = samePerson ? m_case : 0;
    load();
    if (samePerson) {
        beginResetModel();
        m_ticked = ticked;
        endResetModel();
    }
}

void RequirementsModel::load()
{
    beginResetModel();
    m_caseTitles.clear();
    m_texts.clear();
    if (m_cases.size() > 1) {
        for (const ServiceCase& each : m_cases)
            m_caseTitles.append(QString::fromStdString(each.title.in(m_language)));
    }
    if (!m_cases.empty()) {
        for (const Text& text : m_cases[static_cast<std::size_t>(m_case)].requirements)
            m_texts.append(QString::fromStdString(text.in(m_language)));
    }
    m_ticked.assign(static_cast<std::size_t>(m_texts.size()), false);
    endResetModel();
    emit changed();
}

void RequirementsModel::toggle(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    m_ticked[static_cast<std::size_t>(row)] = !m_ticked[static_cast<std::size_t>(row)];
    emit dataChanged(index(row), index(row), {TickedRole});
}

void RequirementsModel::chooseCase(int index)
{
    if (index < 0 || index >= static_cast<int>(m_cases.size()) || index == m_case)
        return;
    m_case = index;
    load();
}

} // namespace anjungan
