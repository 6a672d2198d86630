// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQuickPaintedItem>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace ui {

// Paints a square bit matrix, black on white in every theme, for a scanner's eye: modules are a whole number
// of device pixels and the quiet zone of four modules is inside the item. A matrix that is not square paints
// white only.
class QrImage : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    // One string a row, '1' for a dark module.
    Q_PROPERTY(QStringList rows READ rows WRITE setRows NOTIFY rowsChanged)
    // Modules a side without the quiet zone; 0 where the matrix is not square.
    Q_PROPERTY(int moduleCount READ moduleCount NOTIFY rowsChanged)
    Q_PROPERTY(int quietModules READ quietModules CONSTANT)
    // The side of a module in device pixels at the present size.
    Q_PROPERTY(int modulePixels READ modulePixels NOTIFY modulePixelsChanged)

public:
    explicit QrImage(QQuickItem* parent = nullptr);

    QStringList rows() const { return m_rows; }
    void setRows(const QStringList& rows);
    int moduleCount() const { return m_moduleCount; }
    int quietModules() const { return quietZone; }
    int modulePixels() const;

    void paint(QPainter* painter) override;

Q_SIGNALS:
    void rowsChanged();
    void modulePixelsChanged();

protected:
    void geometryChange(const QRectF& newGeometry, const QRectF& oldGeometry) override;

private:
    static constexpr int quietZone = 4;

    qreal devicePixelRatio() const;

    QStringList m_rows;
    int m_moduleCount = 0;
};

} // namespace ui
