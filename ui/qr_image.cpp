// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/qr_image.h"

#include <QPainter>
#include <QQuickWindow>

#include <algorithm>

namespace ui {

QrImage::QrImage(QQuickItem* parent)
    : QQuickPaintedItem(parent)
{
    setAntialiasing(false);
    setOpaquePainting(true);
}

void QrImage::setRows(const QStringList& rows)
{
    if (m_rows == rows)
        return;
    m_rows = rows;
    const bool square = std::all_of(rows.begin(), rows.end(),
                                    [&rows](const QString& row) { return row.size() == rows.size(); });
    m_moduleCount = square ? static_cast<int>(rows.size()) : 0;
    Q_EMIT rowsChanged();
    Q_EMIT modulePixelsChanged();
    update();
}

qreal QrImage::devicePixelRatio() const
{
    return window() == nullptr ? 1.0 : window()->effectiveDevicePixelRatio();
}

int QrImage::modulePixels() const
{
    if (m_moduleCount == 0)
        return 0;
    return static_cast<int>(std::min(width(), height()) * devicePixelRatio()) /
           (m_moduleCount + 2 * quietZone);
}

void QrImage::paint(QPainter* painter)
{
    painter->fillRect(QRectF(0, 0, width(), height()), Qt::white);
    const int module = modulePixels();
    if (module == 0)
        return;
    // Whole device pixels from here on, wherever the scene's own scale put us.
    const qreal ratio = devicePixelRatio();
    painter->scale(1 / ratio, 1 / ratio);
    const int side = module * m_moduleCount;
    const int left = (static_cast<int>(width() * ratio) - side) / 2;
    const int top = (static_cast<int>(height() * ratio) - side) / 2;
    for (int y = 0; y < m_moduleCount; ++y) {
        const QString& row = m_rows.at(y);
        for (int x = 0; x < m_moduleCount; ++x) {
            if (row.at(x) == QLatin1Char('1'))
                painter->fillRect(left + x * module, top + y * module, module, module, Qt::black);
        }
    }
}

void QrImage::geometryChange(const QRectF& newGeometry, const QRectF& oldGeometry)
{
    QQuickPaintedItem::geometryChange(newGeometry, oldGeometry);
    if (newGeometry.size() != oldGeometry.size())
        Q_EMIT modulePixelsChanged();
}

} // namespace ui
