// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rehearsal/touch_driver.h"

#include "app/event_wait.h"
#include <cmath>
#include <optional>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QImage>
#include <QTest>
#include <QtTest/qtesttouch.h>
#include <utility>

namespace anjungan {

namespace {

constexpr int dragSteps = 12;
constexpr int scrollsMax = 60;
constexpr int stillFor_ms = 35;
/// At the edges of a list lies what says that there is more of it, px.
constexpr double edgeKept = 150;

QQuickItem* findIn(QQuickItem* parent, const QString& objectName)
{
    if (!parent->isVisible())
        return nullptr;
    if (parent->objectName() == objectName && parent->width() > 0 && parent->height() > 0)
        return parent;
    const auto children = parent->childItems();
    for (auto child = children.rbegin(); child != children.rend(); ++child) {
        if (QQuickItem* found = findIn(*child, objectName))
            return found;
    }
    return nullptr;
}

QQuickItem* flickableAround(QQuickItem* item)
{
    for (QQuickItem* parent = item->parentItem(); parent; parent = parent->parentItem()) {
        if (parent->inherits("QQuickFlickable"))
            return parent;
    }
    return nullptr;
}

QPoint centreOf(const QQuickItem* item)
{
    return item->mapToScene(QPointF(item->width() / 2, item->height() / 2)).toPoint();
}

} // namespace

TouchDriver::TouchDriver(QQuickWindow& window, QString name, std::filesystem::path pictures)
    : m_window(window)
    , m_name(std::move(name))
    , m_pictures(std::move(pictures))
    , m_finger(QTest::createTouchDevice())
{}

QQuickItem* TouchDriver::find(const QString& objectName) const
{
    return findIn(m_window.contentItem(), objectName);
}

void TouchDriver::waitForGuard() const
{
    const auto isGuarding = [this] {
        const auto items = m_window.findChildren<QQuickItem*>();
        return std::any_of(items.begin(), items.end(), [](const QQuickItem* item) {
            return item->inherits("ui::TouchGuard") && item->property("active").toBool();
        });
    };
    (void)waitUntil([&] { return !isGuarding(); });
}

bool TouchDriver::scrollTo(const QString& list, const QString& row)
{
    if (!waitUntil([&] { return sees(list); }))
        return false;
    waitForGuard();
    for (int tries = 0; tries < scrollsMax && !sees(row); ++tries) {
        QQuickItem* flickable = find(list);
        const double before = flickable->property("contentY").toDouble();
        drag(flickable, -flickable->height() / 3);
        if (std::abs(flickable->property("contentY").toDouble() - before) < 1)
            break;
    }
    return sees(row);
}

bool TouchDriver::touch(const QString& objectName, const std::function<void()>& atRelease)
{
    if (!waitUntil([&] { return sees(objectName) && find(objectName)->isEnabled(); }))
        return false;
    waitForGuard();
    waitUntilStill(objectName);
    QQuickItem* item = find(objectName);
    if (!item || !bringIntoView(item))
        return false;
    const QPoint at = centreOf(item);
    QTest::touchEvent(&m_window, m_finger).press(0, at, &m_window).commit();
    QTest::qWait(20);
    if (atRelease)
        atRelease();
    QTest::touchEvent(&m_window, m_finger).release(0, at, &m_window).commit();
    QCoreApplication::processEvents();
    return true;
}

/// A page that was only just made still moves its parts: nobody aims at what moves.
void TouchDriver::waitUntilStill(const QString& objectName) const
{
    std::optional<QPoint> last;
    (void)waitUntil([&] {
        QTest::qWait(stillFor_ms);
        const QQuickItem* item = find(objectName);
        const std::optional<QPoint> now = item ? std::optional(centreOf(item)) : std::nullopt;
        return std::exchange(last, now) == now;
    });
}

bool TouchDriver::bringIntoView(QQuickItem* item)
{
    QQuickItem* flickable = flickableAround(item);
    for (int tries = 0; flickable && tries < scrollsMax; ++tries) {
        const QRectF in = item->mapRectToItem(flickable, QRectF(0, 0, item->width(), item->height()));
        const double centre = in.center().y();
        const double edge = std::min(edgeKept, flickable->height() / 4);
        if (centre > edge && centre < flickable->height() - edge)
            break;
        const double before = flickable->property("contentY").toDouble();
        drag(flickable, centre > edge ? -flickable->height() / 3 : flickable->height() / 3);
        const bool isAtTheEnd = std::abs(flickable->property("contentY").toDouble() - before) < 1;
        if (isAtTheEnd && (centre < 0 || centre > flickable->height()))
            return false;
        if (isAtTheEnd)
            break;
    }
    return m_window.contentItem()->contains(m_window.contentItem()->mapFromScene(centreOf(item)));
}

void TouchDriver::drag(QQuickItem* flickable, double distance)
{
    const QPoint from = centreOf(flickable);
    QTest::touchEvent(&m_window, m_finger).press(0, from, &m_window).commit();
    for (int step = 1; step <= dragSteps; ++step) {
        QTest::qWait(10);
        const QPoint at = from + QPoint(0, static_cast<int>(distance * step / dragSteps));
        QTest::touchEvent(&m_window, m_finger).move(0, at, &m_window).commit();
    }
    // A finger that rests before it leaves does not fling the list.
    const QPoint to = from + QPoint(0, static_cast<int>(distance));
    QTest::qWait(120);
    QTest::touchEvent(&m_window, m_finger).release(0, to, &m_window).commit();
    QTest::qWait(150);
}

void TouchDriver::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    m_window.requestActivate();
    (void)waitUntil([this] { return QGuiApplication::focusWindow() == &m_window; }, std::chrono::seconds(1));
    QTest::keyClick(&m_window, key, modifiers);
    QCoreApplication::processEvents();
}

void TouchDriver::type(const QString& text)
{
    m_window.requestActivate();
    (void)waitUntil([this] { return QGuiApplication::focusWindow() == &m_window; }, std::chrono::seconds(1));
    for (const QChar letter : text)
        QTest::keyClick(&m_window, letter.toLatin1());
    QCoreApplication::processEvents();
}

void TouchDriver::picture(const QString& page)
{
    const QString file = QStringLiteral("%1-%2.png").arg(m_name, page);
    const std::filesystem::path path = m_pictures / file.toStdString();
    if (std::filesystem::exists(path))
        return;
    // Whatever moves comes to rest first.
    QTest::qWait(350);
    (void)m_window.grabWindow().save(QString::fromStdString(path.string()));
}

} // namespace anjungan
