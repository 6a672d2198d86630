// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <QPointingDevice>
#include <QQuickItem>
#include <QQuickWindow>
#include <string>

namespace anjungan {

/// A hand and an eye on one window: touches what it finds by name, as a finger would (it scrolls, and waits
/// while the page does not take touches yet), presses keys, takes pictures. Every call lets events run.
class TouchDriver
{
public:
    /// Keeps a reference; `name` begins the names of its pictures, which go into `pictures`.
    TouchDriver(QQuickWindow& window, QString name, std::filesystem::path pictures);

    /// Something visible of that object name; null if there is nothing.
    [[nodiscard]] QQuickItem* find(const QString& objectName) const;
    [[nodiscard]] bool sees(const QString& objectName) const { return find(objectName) != nullptr; }

    /// Touches it; false if it does not appear in time or cannot be reached. `atRelease` is called when the
    /// finger is about to leave it.
    [[nodiscard]] bool touch(const QString& objectName, const std::function<void()>& atRelease = {});

    /// Scrolls a list until it holds a row of that name: rows that are out of sight may not exist yet.
    [[nodiscard]] bool scrollTo(const QString& list, const QString& row);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString& text);

    /// Saves what the window shows, unless there is a picture of that `page` already.
    void picture(const QString& page);

private:
    [[nodiscard]] bool bringIntoView(QQuickItem* item);
    void drag(QQuickItem* flickable, double distance);
    void waitForGuard() const;
    void waitUntilStill(const QString& objectName) const;

    QQuickWindow& m_window;
    QString m_name;
    std::filesystem::path m_pictures;
    QPointingDevice* m_finger; ///< owned by Qt
};

} // namespace anjungan
