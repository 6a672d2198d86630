// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "counter/counter_session.h"

#include <QtQml/qqmlregistration.h>
#include <QVariantList>

namespace anjungan {

/// The citizen at this counter, in words. `present` is false while nobody is called.
struct CitizenView
{
    Q_GADGET
    QML_VALUE_TYPE(citizenView)
    Q_PROPERTY(bool present MEMBER present)
    Q_PROPERTY(bool serving MEMBER serving)
    Q_PROPERTY(QString stateText MEMBER stateText)
    Q_PROPERTY(QString number MEMBER number)
    Q_PROPERTY(QString service MEMBER service)
    Q_PROPERTY(QString errand MEMBER errand)
    Q_PROPERTY(QVariantList facts MEMBER facts)
    Q_PROPERTY(QVariantList classes MEMBER classes)
    Q_PROPERTY(bool confirmed MEMBER confirmed)
    Q_PROPERTY(QVariantList needs MEMBER needs)
    Q_PROPERTY(QString note MEMBER note)
    Q_PROPERTY(double progress MEMBER progress)
    Q_PROPERTY(bool late MEMBER late)

public:
    bool present = false;
    bool serving = false;
    QString stateText; ///< "DIPANGGIL"
    QString number;
    QString service;
    QString errand;         ///< "Urusan 1 dari 2 · berikutnya KIA, Loket 4"; empty for a single errand
    QVariantList facts;     ///< `{icon, text, tone}`: elapsed of the standard, waited
    QVariantList classes;   ///< `{icon, text}`: declared, to be confirmed by looking
    bool confirmed = false; ///< the classes, by a colleague or here
    QVariantList needs;     ///< `{icon, text}`: how she is to be served; for staff alone
    QString note;           ///< of the last transfer
    double progress = 0;    ///< of the service standard, 0 to 1
    bool late = false;      ///< over the service standard

    bool operator==(const CitizenView&) const = default;
};

[[nodiscard]] CitizenView citizenAt(const CounterSession& session);

} // namespace anjungan
