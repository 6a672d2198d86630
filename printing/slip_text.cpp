// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/slip_text.h"

#include "printing/slip_words.h"

#include <algorithm>

namespace anjungan {

namespace {

using std::chrono_literals::operator""min;

// Nobody's next turn is told more exactly than this.
constexpr std::chrono::minutes waitTold{5};

QString words(const Phrase& phrase)
{
    return QString::fromUtf8(phrase.text.data(), static_cast<qsizetype>(phrase.text.size()));
}

} // namespace

QString dateText(LocalInstant instant, Language language)
{
    const SlipWords& w = slipWords(language);
    const Day day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::year_month_day date(day);
    return words(w.date).arg(words(w.weekdays.at(weekdayOf(day) - 1)),
                             QString::number(static_cast<unsigned>(date.day())),
                             words(w.months.at(static_cast<unsigned>(date.month()) - 1)),
                             QString::number(static_cast<int>(date.year())));
}

QString timeText(LocalInstant instant, Language language)
{
    const Day day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::minutes>(instant - day));
    return words(slipWords(language).time)
        .arg(QStringLiteral("%1").arg(time.hours().count(), 2, 10, QLatin1Char('0')),
             QStringLiteral("%1").arg(time.minutes().count(), 2, 10, QLatin1Char('0')));
}

QString waitText(const SlipErrand& errand, Language language, bool inSentence)
{
    const SlipWords& w = slipWords(language);
    if (!errand.waitMin && !errand.waitMax)
        return words(inSentence ? w.waitForOpeningLong : w.waitForOpening);
    const std::chrono::minutes low = std::max(0min, errand.waitMin ? *errand.waitMin : *errand.waitMax);
    const std::chrono::minutes high = std::max(low, errand.waitMax ? *errand.waitMax : *errand.waitMin);
    QString range = words(w.waitRange).arg(low.count()).arg(high.count());
    if (high == 0min)
        return words(inSentence ? w.waitNoneLong : w.waitNone);
    if (low == 0min)
        range = words(w.waitLess).arg(std::max(high, waitTold).count());
    else if (low == high)
        range = words(w.waitAbout).arg(low.count());
    return inSentence ? words(w.waitLong).arg(range) : range;
}

QString aheadText(const SlipErrand& errand, Language language, bool inSentence)
{
    const SlipWords& w = slipWords(language);
    if (errand.ahead <= 0)
        return words(inSentence ? w.aheadNobodyLong : w.aheadNobody);
    if (errand.ahead == 1)
        return words(inSentence ? w.aheadOneLong : w.aheadOne);
    return words(inSentence ? w.aheadManyLong : w.aheadMany).arg(errand.ahead);
}

QString roomText(const SlipErrand& errand, Language language)
{
    const SlipWords& w = slipWords(language);
    if (errand.zone.empty())
        return words(w.floorOnly).arg(errand.floor);
    // In one step: a zone's own name may hold a "%".
    return words(w.zoneAndFloor).arg(QString::fromStdString(errand.zone), QString::number(errand.floor));
}

} // namespace anjungan
