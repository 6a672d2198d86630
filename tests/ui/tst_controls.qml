// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtTest
import Anjungan.Ui

// Proves that controls answer to finger and key, are large enough, and grow with their words instead of cutting them.
TestCase {
    id: testCase
    name: "Controls"
    width: 1080
    height: 1400
    visible: true
    when: windowShown

    function init(): void {
        Theme.resetForNextPerson()
        Theme.profile = "kiosk"
    }

    Component { id: buttonComponent; TouchButton { text: "Selesai" } }
    Component { id: tileComponent; Tile { title: "Kartu Keluarga"; subtitle: "Tunggu 10–20 menit"; iconName: "home" } }
    Component { id: rowComponent; ListRow { title: "Akta Kelahiran"; meta: [{icon: "clock", text: "Langsung dilayani"}] } }
    Component { id: barComponent; BarButton { text: "Bantuan petugas"; iconName: "help" } }
    Component { id: checkComponent; CheckRow { text: "Kartu Keluarga lama"; interactive: true } }
    Component { id: searchComponent; SearchField { width: 600; placeholderText: "Cari" } }
    Component { id: keyboardComponent; TouchKeyboard { width: 1080; spaceLabel: "Spasi"; eraseName: "Hapus"; enterLabel: "Cari" } }
    Component { id: spyComponent; SignalSpy { } }
    Component { id: sheetComponent; Sheet { title: "Masih di sini?"; TouchButton { objectName: "stay"; text: "Ya" } } }
    Component { id: numberComponent; NumberText { text: "00.00" } }
    Component { id: rowOfButtons; ButtonRow { TouchButton { text: "Cetak ulang" } TouchButton { text: "Tambah waktu" } } }
    Component {
        id: barOfButtons
        BottomBar {
            width: 1080
            height: implicitHeight
            BarButton { text: "Bahasa Language" }
            BarButton { text: "Tulisan & kontras" }
            BarButton { text: "Turunkan layar" }
            BarButton { text: "Panduan suara" }
            BarButton { text: "Bantuan petugas" }
        }
    }
    Component {
        id: scrollComponent
        TouchScroll {
            width: 400; height: 400
            ColumnLayout {
                width: parent.width
                Repeater { model: 10; TouchButton { objectName: "b" + index; required property int index; text: "Baris " + index } }
            }
        }
    }

    function make(component: Component, properties: var): var {
        const item = createTemporaryObject(component, testCase, properties ?? {})
        verify(item)
        return item
    }

    function spyOn(target: var, name: string): var {
        return createTemporaryObject(spyComponent, testCase, {target: target, signalName: name})
    }

    function tap(item: Item): void {
        const x = item.width / 2
        const y = item.height / 2
        touchEvent(item).press(1, item, x, y).commit()
        touchEvent(item).release(1, item, x, y).commit()
    }

    function pressables_data(): var {
        return [
            {tag: "TouchButton", component: buttonComponent}, {tag: "Tile", component: tileComponent},
            {tag: "ListRow", component: rowComponent}, {tag: "BarButton", component: barComponent},
            {tag: "CheckRow", component: checkComponent}
        ]
    }

    function test_fingerAndKey_data(): var { return pressables_data() }
    function test_fingerAndKey(data: var): void {
        const control = make(data.component)
        const spy = spyOn(control, "clicked")
        touchEvent(control).press(1, control, 20, 20).commit()
        verify(control.pressed, "pressed at once")
        touchEvent(control).release(1, control, 20, 20).commit()
        compare(spy.count, 1)
        mouseClick(control)
        compare(spy.count, 2)
        testCase.forceActiveFocus()
        control.forceActiveFocus(Qt.TabFocusReason)
        verify(control.visualFocus)
        keyClick(Qt.Key_Space)
        compare(spy.count, 3)
        keyClick(Qt.Key_Return)
        compare(spy.count, 4)
        keyClick(Qt.Key_Enter)
        compare(spy.count, 5)
        control.enabled = false
        tap(control)
        compare(spy.count, 5)
    }

    function test_leastSizes_data(): var {
        const rows = []
        for (const profile of ["kiosk", "counter"]) {
            for (const row of pressables_data())
                rows.push({tag: row.tag + " " + profile, component: row.component, profile: profile})
        }
        return rows
    }
    function test_leastSizes(data: var): void {
        Theme.profile = data.profile
        const control = make(data.component)
        const least = data.profile === "kiosk" ? 72 : 64
        verify(control.implicitHeight >= least, control.implicitHeight)
        verify(control.implicitWidth >= least, control.implicitWidth)
        if (data.profile === "kiosk") {
            for (const variant of ["accent", "primary"])
                verify(make(buttonComponent, {variant: variant}).implicitHeight >= 96)
        }
    }

    function everyText(item: Item, found: var): var {
        for (let i = 0; i < item.children.length; ++i) {
            const child = item.children[i]
            if (!child.visible)
                continue
            if (child.lineCount !== undefined && child.text !== "")
                found.push(child)
            everyText(child, found)
        }
        return found
    }

    function test_largeTextIsNotCut_data(): var { return pressables_data() }
    function test_largeTextIsNotCut(data: var): void {
        const control = make(data.component, {width: 430})
        const before = control.implicitHeight
        Theme.textScale = 2
        waitForRendering(control)
        verify(control.implicitHeight >= before)
        for (const text of everyText(control, [])) {
            verify(!text.truncated, text.text)
            verify(text.contentWidth <= text.width + 1, text.text + " is too wide")
            const at = text.mapToItem(control, 0, 0)
            verify(at.y >= 0 && at.y + text.contentHeight <= control.height + 1, text.text + " is too high")
            verify(at.x >= 0 && at.x + text.contentWidth <= control.width + 1, text.text + " sticks out")
        }
    }

    function test_buttonsStackWhenTheyMust(): void {
        const row = make(rowOfButtons, {width: 700})
        waitForRendering(row)
        verify(!row.stacked)
        Theme.textScale = 2
        tryVerify(() => row.stacked)
    }

    function test_barKeepsWordsWhole_data(): var {
        return [{tag: "normal", scale: 1}, {tag: "middle", scale: 1.3}, {tag: "twice", scale: 2}]
    }
    function test_barKeepsWordsWhole(data: var): void {
        Theme.textScale = data.scale
        const bar = make(barOfButtons)
        waitForRendering(bar)
        compare(bar.height > 300, data.scale === 2)
        for (let i = 0; i < bar.buttons.length; ++i) {
            const button = bar.buttons[i]
            verify(button.width >= button.narrowest, button.text + " " + button.width + " < " + button.narrowest)
        }
    }

    function test_factsDoNotWrapBeforeTheyMust(): void {
        for (const facts of [[{text: "Antrean biasa"}], [{icon: "clock", text: "Tunggu"}, {text: "Lewat batas tunggu"}]]) {
            const row = make(rowComponent, {width: 900, flat: true, lead: "A-015", trailing: "14 mnt", meta: facts})
            waitForRendering(row)
            for (const text of everyText(row, []))
                compare(text.lineCount, 1, text.text)
            const one = row.implicitHeight
            row.width = 470
            tryVerify(() => row.implicitHeight > one)
            row.width = 900
            tryCompare(row, "implicitHeight", one)
        }
    }

    function test_checkRow(): void {
        const row = make(checkComponent)
        tap(row)
        verify(row.checked)
        row.forceActiveFocus(Qt.TabFocusReason)
        keyClick(Qt.Key_Return)
        verify(!row.checked)
        const still = make(checkComponent, {interactive: false})
        tap(still)
        verify(!still.checked)
    }

    function test_namesForReaders(): void {
        compare(make(tileComponent).accessibleName, "Kartu Keluarga, Tunggu 10–20 menit")
        compare(make(rowComponent, {actionText: "Lihat syarat"}).accessibleName,
                "Akta Kelahiran, Langsung dilayani, Lihat syarat")
    }

    function test_keyboardWrites(): void {
        const keyboard = make(keyboardComponent)
        const field = make(searchComponent, {y: 700})
        keyboard.typed.connect(field.typeText)
        keyboard.erased.connect(field.erase)
        waitForRendering(keyboard)
        for (const key of ["K", "T", "P", "space", "1", "2"])
            tap(findChild(keyboard, "key_" + key))
        compare(field.text, "KTP 12")
        tap(findChild(keyboard, "key_erase"))
        compare(field.text, "KTP 1")
        const spy = spyOn(keyboard, "entered")
        tap(findChild(keyboard, "key_enter"))
        compare(spy.count, 1)
        for (const key of ["Q", "0", "A", "M", "erase", "space"]) {
            const cap = findChild(keyboard, "key_" + key)
            verify(cap.width >= 72 && cap.height >= 72, key + " " + cap.width + " x " + cap.height)
        }
        keyboard.capitals = false
        verify(findChild(keyboard, "key_q"))
    }

    function test_sheetCatchesTouches(): void {
        const behind = make(buttonComponent, {width: 1080, height: 1400})
        const spy = spyOn(behind, "clicked")
        const sheet = make(sheetComponent)
        sheet.open()
        tryVerify(() => sheet.opened)
        touchEvent(behind).press(1, behind, 20, 20).commit()
        touchEvent(behind).release(1, behind, 20, 20).commit()
        mouseClick(behind, 20, 20)
        compare(spy.count, 0)
        verify(sheet.opened)
        keyClick(Qt.Key_Escape)
        verify(sheet.opened)
        const stay = findChild(sheet.contentItem, "stay")
        const stayed = spyOn(stay, "clicked")
        tap(stay)
        compare(stayed.count, 1)
        sheet.close()
        tryVerify(() => !sheet.visible)
        tap(behind)
        compare(spy.count, 1)
    }

    function test_scrollShowsMoreAndFollowsTheFocus(): void {
        const scroll = make(scrollComponent)
        waitForRendering(scroll)
        const more = findChild(scroll, "moreButton")
        verify(more.visible)
        tap(more)
        tryVerify(() => scroll.flickable.contentY > 100)
        // What has the focus stands above the strip, not under it.
        const focused = findChild(scroll, "b7")
        focused.forceActiveFocus(Qt.TabFocusReason)
        tryVerify(() => focused.mapToItem(scroll, 0, focused.height).y <= scroll.height - more.height)
        verify(more.visible)
        findChild(scroll, "b9").forceActiveFocus(Qt.TabFocusReason)
        tryVerify(() => scroll.flickable.atYEnd)
        verify(!more.visible)
        findChild(scroll, "b0").forceActiveFocus(Qt.TabFocusReason)
        tryCompare(scroll.flickable, "contentY", 0)
    }

    function test_digitsStandStill(): void {
        const clock = make(numberComponent)
        const width = clock.implicitWidth
        for (const time of ["11.11", "09.41", "23.57"]) {
            clock.text = time
            compare(clock.implicitWidth, width)
        }
        clock.fitWidth = width / 2
        verify(clock.implicitWidth <= width / 2 + 1)
    }
}
