// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/qr_encoder.h"
#include "kiosk/basket_model.h"
#include "kiosk/slip_watch.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>
#include <QVariantList>

namespace anjungan {

/// A new ticket as the last page shows it: data in the language of whoever stands there now.
class TicketView
{
    Q_GADGET
    QML_VALUE_TYPE(ticketView)
    Q_PROPERTY(QString number MEMBER number)
    Q_PROPERTY(QVariantList errands MEMBER errands)
    Q_PROPERTY(QStringList qrRows MEMBER qrRows)
    Q_PROPERTY(QString qrTitle MEMBER qrTitle)
    Q_PROPERTY(QString qrText MEMBER qrText)
    Q_PROPERTY(QVariantList requirements MEMBER requirements)
    Q_PROPERTY(QString classes MEMBER classes)

public:
    QString number;            ///< "A-012"
    QVariantList errands;      ///< maps: service, agency, wait, ahead, place (QString)
    QStringList qrRows;        ///< for QrImage; empty where there is no code
    QString qrTitle;           ///< what the code is for
    QString qrText;            ///< the same, longer
    QVariantList requirements; ///< maps: heading (empty where there is one only), items (QStringList)
    QString classes;           ///< the priority classes declared; empty for none
};

/// `code` is what the QR holds; an empty text for none. `items` says which cases the citizen chose.
[[nodiscard]] TicketView makeTicketView(const SiteView& view, const Ticket& ticket, const SlipCode& code,
                                        const QrEncoder& encoder,
                                        const std::vector<BasketModel::Item>& items);

/// What the head of the ticket's page says about its paper.
class PaperView
{
    Q_GADGET
    QML_VALUE_TYPE(paperView)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString text MEMBER text)
    Q_PROPERTY(QString icon MEMBER icon)
    Q_PROPERTY(QString tone MEMBER tone)
    Q_PROPERTY(bool pointsDown MEMBER pointsDown)
    Q_PROPERTY(bool mayReprint MEMBER mayReprint)

public:
    QString title;
    QString text;
    QString icon;
    QString tone;
    bool pointsDown = false; ///< the paper is there to take
    bool mayReprint = false;
};

[[nodiscard]] PaperView makePaperView(const SlipWatch& slips, const QString& helpPlace);

} // namespace anjungan
