// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Anjungan.Ui

// Proves that a finger meant for the last page presses nothing on the next one, and that a resting hand locks nothing.
TestCase {
    id: testCase
    name: "TouchGuard"
    width: 400
    height: 400
    visible: true
    when: windowShown

    TouchGuard {
        id: guard
        holdMs: 100
        patienceMs: 400
    }
    TouchButton {
        id: button
        width: 200
        height: 200
        text: "Lanjut"
    }
    SignalSpy {
        id: clicks
        target: button
        signalName: "clicked"
    }

    function init(): void {
        tryCompare(guard, "active", false)
        clicks.clear()
    }

    function press(): void { touchEvent(button).press(1, button, 20, 20).commit() }
    function release(): void { touchEvent(button).release(1, button, 20, 20).commit() }


    function test_swallows(): void {
        guard.activate()
        verify(guard.active)
        press()
        verify(!button.pressed)
        release()
        mouseClick(button)
        compare(clicks.count, 0)
        tryCompare(guard, "active", false)
        press()
        release()
        compare(clicks.count, 1)
    }

    function test_waitsForTheFinger(): void {
        guard.activate()
        press()
        wait(200)
        verify(guard.active)
        release()
        verify(!guard.active)
        compare(clicks.count, 0)
    }

    function test_cancelsWhatWasHeld(): void {
        press()
        verify(button.pressed)
        guard.activate()
        wait(150)
        verify(guard.active)
        release()
        compare(clicks.count, 0)
        verify(!button.pressed)
        verify(!guard.active)
    }

    function test_aRestingHandLocksNothing(): void {
        press()
        guard.activate()
        tryCompare(guard, "active", false, 1000)
        release()
        compare(clicks.count, 0)
        press()
        release()
        compare(clicks.count, 1)
    }

    function test_mouseHeldDown(): void {
        mousePress(button)
        guard.activate()
        wait(150)
        mouseRelease(button)
        compare(clicks.count, 0)
        verify(!guard.active)
    }
}
