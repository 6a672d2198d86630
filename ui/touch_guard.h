// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQuickItem>
#include <QSet>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

class QPointerEvent;
class QTouchEvent;

namespace ui {

// Keeps a finger that meant the last page from pressing something on the next one: after activate() every
// touch and mouse event of the window is swallowed until `holdMs` have passed *and* all fingers are lifted.
// What was being pressed at that moment is cancelled, not clicked. A hand that rests on the glass does not
// lock the machine: after `patienceMs` new touches count again, those that lay there still do not.
class TouchGuard : public QQuickItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool active READ isActive NOTIFY activeChanged)
    Q_PROPERTY(int holdMs MEMBER m_holdMs NOTIFY limitsChanged)
    Q_PROPERTY(int patienceMs MEMBER m_patienceMs NOTIFY limitsChanged)

public:
    explicit TouchGuard(QQuickItem* parent = nullptr);
    ~TouchGuard() override;

    bool isActive() const { return m_active; }
    Q_INVOKABLE void activate();

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void activeChanged();
    void limitsChanged();

protected:
    void itemChange(ItemChange change, const ItemChangeData& value) override;

private:
    void watch(QQuickWindow* window);
    void note(const QTouchEvent& event);
    void dropGrabs(QPointerEvent& event);
    void settle();

    QPointer<QQuickWindow> m_watched;
    QSet<int> m_fingers;
    QTimer m_hold;
    QTimer m_patience;
    int m_holdMs = 400;
    int m_patienceMs = 5000;
    bool m_mouseDown = false;
    bool m_active = false;
    bool m_grabsToDrop = false;
};

} // namespace ui
