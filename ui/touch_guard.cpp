// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/touch_guard.h"

#include <QMouseEvent>
#include <QQuickWindow>
#include <QTouchEvent>

namespace ui {
namespace {

bool isPointer(QEvent::Type type)
{
    switch (type) {
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
    case QEvent::MouseMove:
        return true;
    default:
        return false;
    }
}

} // namespace

TouchGuard::TouchGuard(QQuickItem* parent)
    : QQuickItem(parent)
{
    m_hold.setSingleShot(true);
    m_patience.setSingleShot(true);
    connect(&m_hold, &QTimer::timeout, this, &TouchGuard::settle);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_fingers.clear();
        m_mouseDown = false;
        settle();
    });
}

TouchGuard::~TouchGuard()
{
    watch(nullptr);
}

void TouchGuard::activate()
{
    m_grabsToDrop = true;
    m_hold.start(m_holdMs);
    m_patience.start(qMax(m_holdMs, m_patienceMs));
    if (!m_active) {
        m_active = true;
        Q_EMIT activeChanged();
    }
}

bool TouchGuard::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::TouchCancel) {
        m_fingers.clear();
        settle();
        return false;
    }
    if (!isPointer(event->type()))
        return QQuickItem::eventFilter(watched, event);

    if (const auto* touch = dynamic_cast<const QTouchEvent*>(event))
        note(*touch);
    else if (const auto* mouse = dynamic_cast<const QMouseEvent*>(event))
        m_mouseDown = mouse->buttons() != Qt::NoButton;

    auto& pointer = *static_cast<QPointerEvent*>(event);
    const bool swallow = m_active;
    if (m_grabsToDrop) {
        m_grabsToDrop = false;
        dropGrabs(pointer);
    }
    if (swallow) {
        event->accept();
        settle();
    }
    return swallow;
}

void TouchGuard::itemChange(ItemChange change, const ItemChangeData& value)
{
    if (change == ItemSceneChange)
        watch(value.window);
    QQuickItem::itemChange(change, value);
}

void TouchGuard::watch(QQuickWindow* window)
{
    if (m_watched != nullptr)
        m_watched->removeEventFilter(this);
    m_watched = window;
    m_fingers.clear();
    m_mouseDown = false;
    if (window != nullptr)
        window->installEventFilter(this);
}

void TouchGuard::note(const QTouchEvent& event)
{
    for (const QEventPoint& point : event.points()) {
        if (point.state() == QEventPoint::Released)
            m_fingers.remove(point.id());
        else
            m_fingers.insert(point.id());
    }
}

// Whoever held a finger down before the guard was raised must learn that nothing comes of it.
void TouchGuard::dropGrabs(QPointerEvent& event)
{
    for (const QEventPoint& point : event.points()) {
        if (point.state() == QEventPoint::Pressed)
            continue;
        event.setExclusiveGrabber(point, nullptr);
        event.clearPassiveGrabbers(point);
    }
}

void TouchGuard::settle()
{
    if (!m_active || m_hold.isActive() || !m_fingers.isEmpty() || m_mouseDown)
        return;
    m_patience.stop();
    m_active = false;
    Q_EMIT activeChanged();
}

} // namespace ui
