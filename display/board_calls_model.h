// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "display/board_call.h"

#include <QAbstractListModel>
#include <QQmlEngine>
#include <vector>

namespace anjungan {

/// Calls as rows, in the order in which they are to be read. A row that did not change is not drawn anew.
class BoardCallsModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a BoardViewModel")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        NumberRole = Qt::UserRole + 1, ///< QString `number`: "A-012"
        CounterRole,                   ///< QString `counter`: the counter's label, "3"
        FloorRole,                     ///< QString `floor`: "Lantai 2"; empty on a board of one zone
        DirectionRole,                 ///< QString `direction`: an icon's name; may be empty
        ServingRole,                   ///< bool `serving`: the citizen is at the counter
        SpeakingRole,                  ///< bool `speaking`: it is being said just now
    };

    explicit BoardCallsModel(QObject* parent = nullptr);

    [[nodiscard]] int count() const { return static_cast<int>(m_calls.size()); }
    [[nodiscard]] const std::vector<BoardCall>& calls() const { return m_calls; }
    void show(std::vector<BoardCall> calls);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();

private:
    std::vector<BoardCall> m_calls;
};

} // namespace anjungan
