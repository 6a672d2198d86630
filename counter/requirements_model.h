// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue.h"

#include <QAbstractListModel>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace anjungan {

/// What the citizen at the counter was to bring, to be ticked while looking. Ticks are for the eye only:
/// they are stored nowhere and gone with the citizen. Roles: text, ticked.
class RequirementsModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by DeskViewModel")
    Q_PROPERTY(QStringList caseTitles READ caseTitles NOTIFY changed)
    Q_PROPERTY(int currentCase READ currentCase NOTIFY changed)

public:
    enum Role { TextRole = Qt::UserRole, TickedRole };

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Empty where a service has only one case.
    [[nodiscard]] const QStringList& caseTitles() const { return m_caseTitles; }
    [[nodiscard]] int currentCase() const { return m_case; }

    /// `service` may be nothing: nobody is here. Ticks stay while `whose` stays.
    void show(const Service* service, const QString& whose, Language language);

    Q_INVOKABLE void toggle(int row);
    Q_INVOKABLE void chooseCase(int index);

signals:
    void changed();

private:
    void load();

    std::vector<ServiceCase> m_cases;
    Language m_language = Language::Indonesian;
    QString m_whose;
    QStringList m_caseTitles;
    QStringList m_texts;
    std::vector<bool> m_ticked;
    int m_case = 0;
};

} // namespace anjungan
