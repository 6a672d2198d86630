// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/site_view.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace anjungan {

/// One service as its page shows it: data in the citizen's language.
class ServiceView
{
    Q_GADGET
    QML_VALUE_TYPE(serviceView)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString agency MEMBER agency)
    Q_PROPERTY(QString icon MEMBER icon)
    Q_PROPERTY(bool closed MEMBER closed)
    Q_PROPERTY(QString closedLine MEMBER closedLine)
    Q_PROPERTY(QString wait MEMBER wait)
    Q_PROPERTY(QString ahead MEMBER ahead)
    Q_PROPERTY(QString fee MEMBER fee)
    Q_PROPERTY(QString feeNote MEMBER feeNote)
    Q_PROPERTY(QString standard MEMBER standard)
    Q_PROPERTY(QStringList cases MEMBER cases)
    Q_PROPERTY(int caseIndex MEMBER caseIndex)
    Q_PROPERTY(QStringList requirements MEMBER requirements)

public:
    QString title;
    QString agency;
    QString icon;
    bool closed = false;
    QString closedLine; ///< why, and when it opens
    QString wait;       ///< "10–20 menit"
    QString ahead;      ///< "5 orang"
    QString fee;
    QString feeNote;          ///< empty where there is nothing to add
    QString standard;         ///< "±15 menit"; empty unless it is the published one
    QStringList cases;        ///< to choose from; empty where there is only one
    int caseIndex = -1;       ///< the chosen one; -1 none yet
    QStringList requirements; ///< of the chosen case
};

[[nodiscard]] ServiceView makeServiceView(const SiteView& view, const Service& service, int caseIndex);

/// What to bring for a case; without a choice among several, nothing.
[[nodiscard]] QStringList requirementsOf(const SiteView& view, const Service& service, int caseIndex);

} // namespace anjungan
