// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site.h"

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace anjungan {

class CounterSession;

/// Today at this counter: what its ended episodes say.
struct DeskFigures
{
    Q_GADGET
    QML_VALUE_TYPE(deskFigures)
    Q_PROPERTY(int served MEMBER served)
    Q_PROPERTY(QString average MEMBER average)
    Q_PROPERTY(int late MEMBER late)
    Q_PROPERTY(int parked MEMBER parked)

public:
    int served = 0;  ///< legs that were finished here
    QString average; ///< of the services whose start was recorded; "–" without any
    int late = 0;    ///< of those, over the service standard
    int parked = 0;  ///< legs parked now that this counter may call

    bool operator==(const DeskFigures&) const = default;
};

[[nodiscard]] DeskFigures figuresOf(const CounterSession& session);

} // namespace anjungan
