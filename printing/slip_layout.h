// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/qr_encoder.h"
#include "core/slip.h"
#include "printing/paper.h"

#include <QImage>
#include <QRect>
#include <QString>

#include <vector>

namespace anjungan {

/// A slip as dots, and where its parts lie on it.
struct SlipPage
{
    struct Line
    {
        QRect box; ///< one line of text
        QString text;
    };

    QImage image;            ///< 1 bit, colour 1 black, as wide as the paper
    std::vector<Line> lines; ///< every line of text, top to bottom
    QRect number;            ///< the ink of the ticket number
    QRect qr;                ///< the code with its quiet zone; empty: the slip has none
    QRect reprintBand;       ///< the inverted mark; empty: an original
    /// The inverted marks of a training, at the head and at the foot; empty: of a real site.
    std::vector<QRect> trainingBands;
};

/// Lays a slip out and draws it: nothing is ever cut, what is long wraps and the slip grows. The smallest
/// text has capitals of 24 dots (3 mm), so that it is read without glasses.
///
/// Needs a QGuiApplication; any thread. A code that no QR can hold costs the slip its code, never the
/// slip: the number is what counts.
class SlipLayout
{
public:
    explicit SlipLayout(const QrEncoder& encoder, Paper paper = paper80mm)
        : m_encoder(encoder)
        , m_paper(paper)
    {}

    /// Errors: `slip-invalid` (no errand, more than 8, or a text of more than 500 bytes).
    [[nodiscard]] Result<SlipPage> render(const Slip& slip, const SlipCode& code) const;

private:
    const QrEncoder& m_encoder;
    Paper m_paper;
};

} // namespace anjungan
