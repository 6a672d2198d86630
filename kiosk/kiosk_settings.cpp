// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/kiosk_settings.h"

namespace anjungan {

KioskSettings::KioskSettings(FaceLanguage& language, bool largeText, bool highContrast, QObject* parent)
    : QObject(parent)
    , m_language(language)
    , m_siteLanguage(language.current())
    , m_siteTextPercent(largeText ? 150 : 100)
    , m_siteHighContrast(highContrast)
    , m_textPercent(m_siteTextPercent)
    , m_highContrast(m_siteHighContrast)
{
    connect(&m_language, &FaceLanguage::changed, this, &KioskSettings::changed);
}

void KioskSettings::toggleLanguage()
{
    m_language.change(isEnglish() ? Language::Indonesian : Language::English);
}

void KioskSettings::setTextPercent(int percent)
{
    const int step = percent >= 200 ? 200 : percent >= 150 ? 150 : 100;
    if (step == m_textPercent)
        return;
    m_textPercent = step;
    emit changed();
}

void KioskSettings::setHighContrast(bool on)
{
    if (on == m_highContrast)
        return;
    m_highContrast = on;
    emit changed();
}

void KioskSettings::setLowReach(bool on)
{
    if (on == m_lowReach)
        return;
    m_lowReach = on;
    emit changed();
}

bool KioskSettings::isAsTheSiteSetIt() const
{
    return m_language.current() == m_siteLanguage && m_textPercent == m_siteTextPercent &&
           m_highContrast == m_siteHighContrast && !m_lowReach;
}

void KioskSettings::reset()
{
    m_language.change(m_siteLanguage);
    setTextPercent(m_siteTextPercent);
    setHighContrast(m_siteHighContrast);
    setLowReach(false);
}

} // namespace anjungan
