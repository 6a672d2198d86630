// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>
#include <vector>

namespace anjungan {

/// One thing to choose: a counter, a person, a service.
struct Choice
{
    QString key; ///< its id
    QString lead;
    QString title;
    QString subtitle;
    QString section;
    bool taken = false; ///< somebody else is there
    bool chosen = false;

    bool operator==(const Choice&) const = default;
};

/// Things to choose from. Roles: key, lead, title, subtitle, section, taken, chosen.
class ChoiceModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by view models")
    Q_PROPERTY(int count READ count NOTIFY changed)

public:
    enum Role {
        KeyRole = Qt::UserRole,
        LeadRole,
        TitleRole,
        SubtitleRole,
        SectionRole,
        TakenRole,
        ChosenRole
    };

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] int count() const { return rowCount(); }
    [[nodiscard]] const Choice* at(int row) const;
    [[nodiscard]] const std::vector<Choice>& choices() const { return m_choices; }

    /// Rows that stay in their order are updated in place; otherwise the list begins anew.
    void take(std::vector<Choice> choices);

signals:
    void changed();

private:
    std::vector<Choice> m_choices;
};

} // namespace anjungan
