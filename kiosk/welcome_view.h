// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/site_view.h"
#include "kiosk/slip_watch.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>
#include <QVariantList>

namespace anjungan {

/// Why there is nothing to choose; empty where there is.
class PauseView
{
    Q_GADGET
    QML_VALUE_TYPE(pauseView)
    Q_PROPERTY(QString tone MEMBER tone)
    Q_PROPERTY(QString icon MEMBER icon)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString text MEMBER text)

public:
    QString tone;
    QString icon;
    QString title;
    QString text;

    bool operator==(const PauseView&) const = default;
};

/// What the kiosk says about the site before anybody chose anything.
class WelcomeView
{
    Q_GADGET
    QML_VALUE_TYPE(welcomeView)
    Q_PROPERTY(bool ready MEMBER ready)
    Q_PROPERTY(bool broken MEMBER broken)
    Q_PROPERTY(QString mark MEMBER mark)
    Q_PROPERTY(QString siteName MEMBER siteName)
    Q_PROPERTY(QString siteRegion MEMBER siteRegion)
    Q_PROPERTY(QString clock MEMBER clock)
    Q_PROPERTY(QString date MEMBER date)
    Q_PROPERTY(bool open MEMBER open)
    Q_PROPERTY(QString openUntil MEMBER openUntil)
    Q_PROPERTY(QString closedLine MEMBER closedLine)
    Q_PROPERTY(QString waiting MEMBER waiting)
    Q_PROPERTY(QString helpPlace MEMBER helpPlace)
    Q_PROPERTY(QVariantList notices MEMBER notices)
    Q_PROPERTY(anjungan::PauseView pause MEMBER pause)

public:
    bool ready = false;  ///< a catalogue is there; without one only `broken` and `pause` mean anything
    bool broken = false; ///< the log contradicts itself: nothing may be issued
    QString mark;        ///< of a training site, on every page; else empty
    QString siteName;
    QString siteRegion;
    QString clock;
    QString date;
    bool open = false;
    QString openUntil;    ///< "Buka sampai 16.00"; empty when closed
    QString closedLine;   ///< why, and when it opens; empty when open
    QString waiting;      ///< "37 orang menunggu"
    QString helpPlace;    ///< where a citizen finds a person; may be empty
    QVariantList notices; ///< maps: tone, icon, title, text: what is to know before one starts
    PauseView pause;
};

[[nodiscard]] WelcomeView makeWelcomeView(const SiteView& view, const SiteFollower& follower,
                                          const SlipWatch& slips, bool broken);

/// An issue that did not come about, in words.
class IssueProblem
{
    Q_GADGET
    QML_VALUE_TYPE(issueProblem)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString text MEMBER text)
    Q_PROPERTY(bool mayRetry MEMBER mayRetry)

public:
    QString title;
    QString text;
    bool mayRetry = false; ///< the same may succeed the next time
};

[[nodiscard]] IssueProblem makeIssueProblem(const SiteView& view, const Error& error);

} // namespace anjungan
