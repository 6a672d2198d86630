// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace ui {

// Readable names for the glyphs of Debian's fonts-materialdesignicons-webfont. Stateless; GUI thread.
class IconCatalogue : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

public:
    using QObject::QObject;

    // One character of the icon font; nothing for an empty name; a neutral icon and a warning for an unknown
    // one.
    Q_INVOKABLE QString glyph(const QString& name) const;
    Q_INVOKABLE bool contains(const QString& name) const;
    Q_INVOKABLE QStringList names() const;
};

} // namespace ui
