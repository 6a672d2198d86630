// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/face_language.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace anjungan {

/// What a citizen changes to read and reach the kiosk better; the next one finds it as the site set it.
class KioskSettings : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by KioskViewModel")
    Q_PROPERTY(bool english READ isEnglish NOTIFY changed)
    Q_PROPERTY(int textPercent READ textPercent WRITE setTextPercent NOTIFY changed)
    Q_PROPERTY(bool highContrast READ highContrast WRITE setHighContrast NOTIFY changed)
    Q_PROPERTY(bool lowReach READ lowReach WRITE setLowReach NOTIFY changed)

public:
    /// `language` must outlive it; what it is now is the site's, and so are large text and high contrast.
    KioskSettings(FaceLanguage& language, bool largeText, bool highContrast, QObject* parent = nullptr);

    [[nodiscard]] bool isEnglish() const { return m_language.current() == Language::English; }
    [[nodiscard]] int textPercent() const { return m_textPercent; }
    [[nodiscard]] bool highContrast() const { return m_highContrast; }
    [[nodiscard]] bool lowReach() const { return m_lowReach; }

    Q_INVOKABLE void toggleLanguage();
    /// 100, 150 or 200; anything else is taken as the nearest below.
    void setTextPercent(int percent);
    void setHighContrast(bool on);
    void setLowReach(bool on);

    [[nodiscard]] bool isAsTheSiteSetIt() const;
    void reset();

signals:
    void changed();

private:
    FaceLanguage& m_language;
    const Language m_siteLanguage;
    const int m_siteTextPercent;
    const bool m_siteHighContrast;
    int m_textPercent;
    bool m_highContrast;
    bool m_lowReach = false;
};

} // namespace anjungan
