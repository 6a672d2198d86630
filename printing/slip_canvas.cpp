// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/slip_canvas.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTextOption>

#include <algorithm>
#include <cmath>

namespace anjungan {

namespace {

constexpr int quietModules = 4;     // ISO/IEC 18004
constexpr int moduleMax = 6;        // 0.75 mm: read from a hand's distance, and no paper wasted
constexpr int balancedLinesMax = 4; // longer texts are paragraphs, not headings
constexpr int moduleMin = 3;        // below 0.38 mm a thermal head smears the squares together

Qt::Alignment toQt(SlipCanvas::Align align)
{
    switch (align) {
    case SlipCanvas::Align::Left:
        return Qt::AlignLeft;
    case SlipCanvas::Align::Right:
        return Qt::AlignRight;
    case SlipCanvas::Align::Center:
        break;
    }
    return Qt::AlignHCenter;
}

int breakLines(QTextLayout& layout, int width)
{
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine())
        line.setLineWidth(width);
    layout.endLayout();
    return layout.lineCount();
}

// The narrowest width that needs no further line, so that a heading does not end in one lonely word.
int balancedWidth(QTextLayout& layout, int width, int lines)
{
    int tooNarrow = width / 3;
    int enough = width;
    while (enough - tooNarrow > 8) {
        const int middle = (tooNarrow + enough) / 2;
        (breakLines(layout, middle) <= lines ? enough : tooNarrow) = middle;
    }
    return enough;
}

// A threshold at half keeps stems at their true weight; drawing without antialiasing makes them ragged.
QImage toOneBit(const QImage& gray)
{
    QImage image(gray.size(), QImage::Format_Mono);
    image.setColorTable({qRgb(255, 255, 255), qRgb(0, 0, 0)});
    image.fill(0);
    for (int y = 0; y < gray.height(); ++y) {
        const uchar* from = gray.constScanLine(y);
        uchar* to = image.scanLine(y);
        for (int x = 0; x < gray.width(); ++x) {
            if (from[x] < 128)
                to[x / 8] = static_cast<uchar>(to[x / 8] | (0x80 >> (x % 8)));
        }
    }
    return image;
}

} // namespace

SlipCanvas::SlipCanvas(Paper paper)
    : m_paper(paper)
    , m_y(paper.feed)
{}

SlipCanvas::~SlipCanvas() = default;

void SlipCanvas::rule(int thickness)
{
    m_boxes.push_back({QRect(left(), m_y, width(), thickness), 0});
    m_y += thickness;
}

void SlipCanvas::dots()
{
    constexpr int size = 4;
    constexpr int pitch = 12;
    const int count = width() / pitch;
    const int start = left() + (width() - (count * pitch - (pitch - size))) / 2;
    for (int i = 0; i < count; ++i)
        m_boxes.push_back({QRect(start + i * pitch, m_y, size, size), 0});
    m_y += size;
}

void SlipCanvas::place(const QString& text, const QFont& font, Align align, int x, int width, bool inverted)
{
    QTextOption option(toQt(align));
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    auto layout = std::make_unique<QTextLayout>(text, font);
    layout->setTextOption(option);
    int room = width;
    const int lines = breakLines(*layout, room);
    if (align == Align::Center && lines > 1 && lines <= balancedLinesMax) {
        room = balancedWidth(*layout, width, lines);
        x += (width - room) / 2;
        breakLines(*layout, room);
    }
    qreal height = 0;
    for (int i = 0; i < layout->lineCount(); ++i) {
        QTextLine line = layout->lineAt(i);
        line.setPosition(QPointF(0, height));
        height += std::ceil(line.height());
        const QRectF ink = line.naturalTextRect().translated(x, m_y);
        m_page.lines.push_back(
            {ink.toAlignedRect(), text.mid(line.textStart(), line.textLength()).trimmed()});
    }
    m_paragraphs.push_back({std::move(layout), QPointF(x, m_y), inverted});
    m_y += static_cast<int>(height);
}

void SlipCanvas::text(const QString& text, const QFont& font, Align align, int indent)
{
    if (!text.isEmpty())
        place(text, font, align, left() + indent, width() - indent);
}

void SlipCanvas::pair(const QString& label, const QFont& labelFont, const QString& value,
                      const QFont& valueFont)
{
    const QFontMetrics labelMetrics(labelFont);
    const QFontMetrics valueMetrics(valueFont);
    const int gap = 24;
    if (labelMetrics.horizontalAdvance(label) + gap + valueMetrics.horizontalAdvance(value) > width()) {
        text(label, labelFont, Align::Left);
        text(value, valueFont, Align::Right);
        return;
    }
    // On one base line, although the fonts differ in size.
    const int top = m_y;
    const int ascent = std::max(labelMetrics.ascent(), valueMetrics.ascent());
    m_y = top + ascent - labelMetrics.ascent();
    place(label, labelFont, Align::Left, left(), width());
    const int labelBottom = m_y;
    m_y = top + ascent - valueMetrics.ascent();
    place(value, valueFont, Align::Right, left(), width());
    m_y = std::max(m_y, labelBottom);
}

void SlipCanvas::number(const QString& text, QFont font, int capitalMax)
{
    // Measured once at a large size: outlines scale linearly.
    constexpr int probe = 200;
    font.setPixelSize(probe);
    const QRect wide = QFontMetrics(font).tightBoundingRect(text);
    const int high = QFontMetrics(font).capHeight();
    const double scale =
        std::min(double(width()) / std::max(1, wide.width()), double(capitalMax) / std::max(1, high));
    font.setPixelSize(std::max(24, static_cast<int>(probe * scale)));
    while (QFontMetrics(font).tightBoundingRect(text).width() > width() && font.pixelSize() > 24)
        font.setPixelSize(font.pixelSize() - 1);
    const QRect ink = QFontMetrics(font).tightBoundingRect(text);
    m_number = text;
    m_numberFont = font;
    m_page.number = QRect(left() + (width() - ink.width()) / 2, m_y, ink.width(), ink.height());
    m_numberPosition = QPointF(m_page.number.left() - ink.left(), m_y - ink.top());
    m_y += ink.height();
}

QRect SlipCanvas::band(const QString& title, const QFont& titleFont, const QString& text, const QFont& font)
{
    const int top = m_y;
    const std::size_t index = m_boxes.size();
    m_boxes.emplace_back();
    m_y += 10;
    place(title, titleFont, Align::Center, left(), width(), true);
    place(text, font, Align::Center, left(), width(), true);
    m_y += 12;
    m_boxes[index].rect = QRect(0, top, m_paper.width, m_y - top);
    return m_boxes[index].rect;
}

void SlipCanvas::framed(const QString& text, const QFont& font)
{
    constexpr int frame = 4;
    constexpr int paddingX = 20;
    constexpr int paddingY = 8;
    const int room = width() - 2 * (frame + paddingX);
    const int top = m_y;
    const std::size_t first = m_page.lines.size();
    m_y += frame + paddingY;
    place(text, font, Align::Center, left() + frame + paddingX, room);
    m_y += paddingY + frame;
    int widest = 0;
    for (std::size_t i = first; i < m_page.lines.size(); ++i)
        widest = std::max(widest, m_page.lines[i].box.width());
    const int boxWidth = std::min(width(), widest + 2 * (frame + paddingX));
    m_boxes.push_back({QRect((m_paper.width - boxWidth) / 2, top, boxWidth, m_y - top), frame});
}

bool SlipCanvas::qr(const QrMatrix& matrix)
{
    const int modules = matrix.size() + 2 * quietModules;
    const int module = std::min(moduleMax, m_paper.width / modules);
    if (matrix.size() == 0 || module < moduleMin)
        return false;
    m_qr = matrix;
    m_qrModule = module;
    const int side = modules * module;
    m_page.qr = QRect((m_paper.width - side) / 2, m_y, side, side);
    m_y += side;
    return true;
}

SlipPage SlipCanvas::draw() const
{
    SlipPage page = m_page;
    QImage gray(m_paper.width, m_y + m_paper.feed, QImage::Format_Grayscale8);
    gray.fill(Qt::white);
    QPainter painter(&gray);
    for (const Box& box : m_boxes) {
        painter.fillRect(box.rect, Qt::black);
        if (box.frame > 0)
            painter.fillRect(box.rect.adjusted(box.frame, box.frame, -box.frame, -box.frame), Qt::white);
    }
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    for (const Paragraph& paragraph : m_paragraphs) {
        painter.setPen(paragraph.inverted ? Qt::white : Qt::black);
        paragraph.layout->draw(&painter, paragraph.position);
    }
    painter.setPen(Qt::black);
    painter.setFont(m_numberFont);
    painter.drawText(m_numberPosition, m_number);
    const QPoint origin = m_page.qr.topLeft() + QPoint(quietModules, quietModules) * m_qrModule;
    for (int y = 0; y < m_qr.size(); ++y) {
        for (int x = 0; x < m_qr.size(); ++x) {
            if (m_qr.dark[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)])
                painter.fillRect(origin.x() + x * m_qrModule, origin.y() + y * m_qrModule, m_qrModule,
                                 m_qrModule, Qt::black);
        }
    }
    painter.end();
    page.image = toOneBit(gray);
    return page;
}

} // namespace anjungan
