// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/slip_layout.h"

#include "printing/slip_canvas.h"
#include "printing/slip_text.h"
#include "printing/slip_words.h"

#include <QFont>
#include <QStringList>

namespace anjungan {

namespace {

using Align = SlipCanvas::Align;

constexpr std::size_t textBytesMax = 500;
constexpr std::size_t classesMax = 16;

// In dots of the em square: Inter's capitals are 0.727 of it, so 34 gives 24.7 dots.
constexpr int sizeBody = 34;
constexpr int sizeFarewell = 37;
constexpr int sizeValue = 40;
constexpr int sizeTitle = 46;

// The marks of a copy and of a training are lines about as wide as the paper allows.
constexpr int markPart = 8;

// A band of digits wider than this only costs paper.
constexpr int numberCapitalMax = 200;

QFont font(int size, QFont::Weight weight)
{
    QFont font(QStringLiteral("Inter"));
    font.setPixelSize(size);
    font.setWeight(weight);
    // Hinting bends letters to whole dots differently per size; 203 dpi is fine enough for their true shape.
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

// Line breaks and tabs of whoever typed the catalogue would tear the layout.
QString tidy(const std::string& text)
{
    return QString::fromStdString(text).simplified();
}

QString words(const Phrase& phrase)
{
    return QString::fromUtf8(phrase.text.data(), static_cast<qsizetype>(phrase.text.size()));
}

bool isWithinBounds(const Slip& slip)
{
    const auto fits = [](const std::string& text) { return text.size() <= textBytesMax; };
    if (slip.errands.empty() || slip.errands.size() > ticketLegsMax || slip.classes.size() > classesMax)
        return false;
    for (const SlipErrand& errand : slip.errands) {
        if (!fits(errand.service) || !fits(errand.agency) || !fits(errand.zone))
            return false;
    }
    for (const std::string& name : slip.classes) {
        if (!fits(name))
            return false;
    }
    return fits(slip.siteName) && fits(slip.siteRegion) && isPrefix(slip.number.prefix);
}

/// Where the inverted marks lie.
struct Marks
{
    QRect reprint;
    std::vector<QRect> training;
};

QRect trainingBand(SlipCanvas& canvas, const SlipWords& w)
{
    return canvas.band(words(w.training), font(canvas.width() / markPart, QFont::ExtraBold),
                       words(w.notValid), font(sizeBody, QFont::Bold));
}

void addHead(SlipCanvas& canvas, const Slip& slip, const SlipWords& w, Marks& marks)
{
    if (slip.training) {
        marks.training.push_back(trainingBand(canvas, w));
        canvas.space(20);
    }
    if (slip.reprint) {
        marks.reprint = canvas.band(words(w.reprint), font(canvas.width() / markPart, QFont::ExtraBold),
                                    words(w.copy), font(sizeBody, QFont::Bold));
        canvas.space(20);
    }
    canvas.text(tidy(slip.siteName), font(sizeValue, QFont::Bold), Align::Center);
    canvas.text(tidy(slip.siteRegion), font(sizeBody, QFont::Medium), Align::Center);
    canvas.space(16);
    canvas.rule(4);
    canvas.space(20);
}

void addTicket(SlipCanvas& canvas, const Slip& slip, const SlipWords& w)
{
    canvas.text(words(w.yourNumber), font(sizeBody, QFont::Medium), Align::Center);
    canvas.space(20);
    canvas.number(QString::fromStdString(slip.number.text()), font(sizeTitle, QFont::ExtraBold),
                  numberCapitalMax);
    canvas.space(28);
    const SlipErrand& first = slip.errands.front();
    canvas.text(tidy(first.service), font(sizeTitle, QFont::Bold), Align::Center);
    canvas.space(2);
    canvas.text(tidy(first.agency), font(sizeBody, QFont::Medium), Align::Center);
    if (!slip.classes.empty()) {
        QStringList names;
        for (const std::string& name : slip.classes)
            names << tidy(name);
        canvas.space(14);
        canvas.framed(words(w.priority).arg(names.join(QStringLiteral(", "))), font(sizeBody, QFont::Bold));
    }
    canvas.space(18);
    canvas.dots();
    canvas.space(14);
}

void addWaiting(SlipCanvas& canvas, const Slip& slip, const SlipWords& w)
{
    const SlipErrand& first = slip.errands.front();
    const QFont label = font(sizeBody, QFont::Medium);
    const QFont value = font(sizeValue, QFont::Bold);
    canvas.pair(words(w.wait), label, waitText(first, slip.language, false), value);
    canvas.space(6);
    canvas.pair(words(w.ahead), label, aheadText(first, slip.language, false), value);
    canvas.space(6);
    canvas.pair(words(w.room), label, roomText(first, slip.language).simplified(), value);
    canvas.space(14);
    canvas.dots();
    canvas.space(14);
}

void addNext(SlipCanvas& canvas, const Slip& slip, const SlipWords& w)
{
    if (slip.errands.size() < 2)
        return;
    canvas.text(words(w.next), font(sizeBody, QFont::Medium), Align::Left);
    for (std::size_t i = 1; i < slip.errands.size(); ++i) {
        const SlipErrand& errand = slip.errands[i];
        const QFont plain = font(sizeBody, QFont::Medium);
        canvas.space(12);
        canvas.text(QStringLiteral("%1. ").arg(i + 1) + tidy(errand.service), font(sizeValue, QFont::Bold),
                    Align::Left);
        canvas.text(tidy(errand.agency), plain, Align::Left);
        canvas.text(roomText(errand, slip.language).simplified(), plain, Align::Left);
        canvas.text(waitText(errand, slip.language, true), plain, Align::Left);
        canvas.text(aheadText(errand, slip.language, true), plain, Align::Left);
    }
    canvas.space(16);
    canvas.dots();
    canvas.space(14);
}

void addFoot(SlipCanvas& canvas, const Slip& slip, const SlipCode& code, const SlipWords& w,
             const QrEncoder& encoder)
{
    const Result<QrMatrix> matrix = encoder.encode(code.text);
    if (matrix && canvas.qr(*matrix)) {
        canvas.text(words(code.isLink ? w.scanToFollow : w.showToStaff), font(sizeBody, QFont::Medium),
                    Align::Center);
        canvas.space(16);
    }
    canvas.rule(4);
    canvas.space(14);
    canvas.text(words(w.farewell), font(sizeFarewell, QFont::Bold), Align::Center);
    canvas.space(4);
    // On lines of their own: a date that wraps does so in its middle.
    canvas.text(dateText(slip.issued, slip.language), font(sizeBody, QFont::Medium), Align::Center);
    canvas.text(timeText(slip.issued, slip.language), font(sizeBody, QFont::Medium), Align::Center);
}

} // namespace

Result<SlipPage> SlipLayout::render(const Slip& slip, const SlipCode& code) const
{
    if (!isWithinBounds(slip))
        return refuse("slip-invalid", slip.number.text());
    const SlipWords& w = slipWords(slip.language);
    SlipCanvas canvas(m_paper);
    Marks marks;
    addHead(canvas, slip, w, marks);
    addTicket(canvas, slip, w);
    addWaiting(canvas, slip, w);
    addNext(canvas, slip, w);
    addFoot(canvas, slip, code, w, m_encoder);
    // Once more, lest the head be torn off.
    if (slip.training) {
        canvas.space(20);
        marks.training.push_back(trainingBand(canvas, w));
    }
    SlipPage page = canvas.draw();
    page.reprintBand = marks.reprint;
    page.trainingBands = std::move(marks.training);
    return page;
}

} // namespace anjungan
