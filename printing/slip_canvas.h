// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/qr_encoder.h"
#include "printing/slip_layout.h"

#include <QFont>
#include <QPointF>
#include <QTextLayout>

#include <memory>
#include <vector>

class QPainter;

namespace anjungan {

/// A column that grows downwards: parts are placed first, measured as they are, and drawn when the
/// height is known. Lengths are dots.
class SlipCanvas
{
public:
    explicit SlipCanvas(Paper paper);
    ~SlipCanvas();

    enum class Align { Left, Center, Right };

    [[nodiscard]] int left() const { return m_paper.margin; }
    [[nodiscard]] int width() const { return m_paper.width - 2 * m_paper.margin; }

    void space(int height) { m_y += height; }
    void rule(int thickness);
    void dots(); ///< a quiet separation

    /// A paragraph, wrapped; a word that no line can hold is broken.
    void text(const QString& text, const QFont& font, Align align, int indent = 0);

    /// A label left and its value right on one line where both fit, else below each other.
    void pair(const QString& label, const QFont& labelFont, const QString& value, const QFont& valueFont);

    /// As large as the width allows, capitals at most `capitalMax`.
    void number(const QString& text, QFont font, int capitalMax);

    /// White on black over the whole width of the paper; gives where it lies.
    QRect band(const QString& title, const QFont& titleFont, const QString& text, const QFont& font);

    /// Text in a frame that is as wide as the text needs.
    void framed(const QString& text, const QFont& font);

    /// Nothing is placed, and false returned, where the paper is too narrow for squares of 3 dots.
    bool qr(const QrMatrix& matrix);

    [[nodiscard]] SlipPage draw() const;

private:
    struct Paragraph
    {
        std::unique_ptr<QTextLayout> layout;
        QPointF position;
        bool inverted = false;
    };
    struct Box
    {
        QRect rect;
        int frame = 0; ///< thickness of the line; 0: filled
    };

    /// Places a wrapped paragraph at the cursor and moves it below.
    void place(const QString& text, const QFont& font, Align align, int x, int width, bool inverted = false);

    Paper m_paper;
    int m_y;
    std::vector<Paragraph> m_paragraphs;
    std::vector<Box> m_boxes;
    QString m_number;
    QFont m_numberFont;
    QPointF m_numberPosition;
    QrMatrix m_qr;
    int m_qrModule = 0;
    SlipPage m_page;
};

} // namespace anjungan
