// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/raster_image.h"

#include "printing/paper.h"

#include <QColor>
#include <QtMath>

#include <algorithm>

namespace anjungan {

namespace {

const QList<QRgb> whiteAndBlack{qRgb(255, 255, 255), qRgb(0, 0, 0)};

std::size_t bytesOf(const Raster& raster)
{
    return static_cast<std::size_t>(raster.stride()) * static_cast<std::size_t>(raster.height);
}

// Our own slips are in the raster's shape already.
Raster copyRows(const QImage& image)
{
    Raster raster{image.width(), image.height(), {}};
    raster.bits.reserve(bytesOf(raster));
    for (int y = 0; y < raster.height; ++y) {
        const uchar* row = image.constScanLine(y);
        raster.bits.insert(raster.bits.end(), row, row + raster.stride());
    }
    return raster;
}

} // namespace

Raster toRaster(const QImage& image)
{
    if (image.format() == QImage::Format_Mono && image.colorTable() == whiteAndBlack &&
        image.width() % 8 == 0)
        return copyRows(image);
    const QImage gray = image.convertToFormat(QImage::Format_Grayscale8);
    Raster raster{gray.width(), gray.height(), {}};
    const auto stride = static_cast<std::size_t>(raster.stride());
    raster.bits.resize(bytesOf(raster));
    for (int y = 0; y < raster.height; ++y) {
        const uchar* from = gray.constScanLine(y);
        std::uint8_t* to = raster.bits.data() + stride * static_cast<std::size_t>(y);
        for (int x = 0; x < raster.width; ++x) {
            if (from[x] < 128)
                to[x / 8] = static_cast<std::uint8_t>(to[x / 8] | (0x80 >> (x % 8)));
        }
    }
    return raster;
}

QImage toImage(const Raster& raster)
{
    const auto stride = static_cast<std::size_t>(raster.stride());
    if (raster.width <= 0 || raster.height <= 0 || raster.bits.size() != bytesOf(raster))
        return {};
    QImage image(raster.width, raster.height, QImage::Format_Mono);
    image.setColorTable(whiteAndBlack);
    for (int y = 0; y < raster.height; ++y)
        std::copy_n(raster.bits.data() + stride * static_cast<std::size_t>(y), stride, image.scanLine(y));
    const int dotsPerMeter = qRound(dotsPerInch / 0.0254);
    image.setDotsPerMeterX(dotsPerMeter);
    image.setDotsPerMeterY(dotsPerMeter);
    return image;
}

} // namespace anjungan
