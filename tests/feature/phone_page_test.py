#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves in a real browser that a citizen sees number, range and place on her phone, that a call appears there
by itself with its counter and makes the phone vibrate, that lost contact is said, and that the page is small,
readable on every phone and asks nobody but its own address.

Without arguments it reads scenes that the fixture made with the real queue. With `--url LINK` it reads the
page of a ticket that waits at a server that runs; `--on called='COMMAND'` (also recalled, down, up) makes
things happen there. `--pictures DIR` keeps screenshots.
"""

import argparse
import os
import re
import sys
import time
import unittest
from pathlib import Path

from phone_hall import LiveHall, ScriptedHall
from webdriver import Browser

BYTES_MAX = 30_000
SIZES = [(320, 568), (360, 800), (412, 915)]
WATCH = """
    window.vibrated = [];
    navigator.vibrate = (pattern) => { window.vibrated.push(pattern); return true; };
    window.keptAwake = [];
    Object.defineProperty(navigator, "wakeLock", {value: {request: (what) => {
      window.keptAwake.push(what);
      return Promise.resolve({released: false, release() { this.released = true; window.keptAwake.push("over"); }});
    }}});
"""
SEEN = "return document.body.innerText"
# Every text that is drawn, with its size and the colours of it and of what lies under it.
COLOURS = """
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement, style = getComputedStyle(element);
      if (!walker.currentNode.data.trim() || !element.getClientRects().length || element.id === "say") continue;
      let under = element, ground = "";
      while (under && !ground) {
        const colour = getComputedStyle(under).backgroundColor;
        if (!/^rgba\\(.*, 0\\)$/.test(colour)) ground = colour;
        under = under.parentElement;
      }
      found.push([walker.currentNode.data.trim(), parseFloat(style.fontSize), Number(style.fontWeight),
                  style.color, ground || "rgb(255, 255, 255)"]);
    }
    return found;
"""
# What reaches beyond the sides of the screen.
BEYOND = """
    return [...document.querySelectorAll("body *")].filter((element) => {
      const box = element.getBoundingClientRect(), style = getComputedStyle(element);
      return box.width > 1 && style.position !== "absolute" && !element.closest("svg") &&
          (box.right > innerWidth + 0.5 || box.left < -0.5 || element.scrollWidth > element.clientWidth + 1 &&
          style.display !== "inline");
    }).map((element) => (element.id || element.tagName) + ": " + element.textContent.slice(0, 40))
      .concat(document.scrollingElement.scrollWidth > innerWidth ? ["the page scrolls sideways"] : []);
"""


def luminance(colour):
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def wait_until(what, condition, seconds=20):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if condition():
            return
        time.sleep(0.1)
    raise AssertionError(f"not within {seconds} s: {what}")


class Page(unittest.TestCase):
    hall = None
    pictures = None

    @classmethod
    def setUpClass(cls):
        cls.browser = Browser()
        cls.addClassCleanup(cls.browser.__exit__)
        cls.browser.devtools("Page.enable")
        cls.browser.devtools("Network.enable")
        cls.browser.devtools("Page.addScriptToEvaluateOnNewDocument", source=WATCH)
        cls.agent = cls.browser.run("return navigator.userAgent")

    def setUp(self):
        self.show_as(360, 800)
        self.speak("id")
        self.open()
        self.browser.run("localStorage.clear()")
        self.browser.network()

    def show_as(self, width, height, dark=False, calm=False):
        self.browser.devtools("Emulation.setDeviceMetricsOverride", width=width, height=height,
                              deviceScaleFactor=2, mobile=True)
        self.browser.devtools("Emulation.setEmulatedMedia", features=[
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
            {"name": "prefers-reduced-motion", "value": "reduce" if calm else "no-preference"}])

    def speak(self, language):
        self.browser.devtools("Emulation.setUserAgentOverride", userAgent=self.agent, acceptLanguage=language)

    def open(self, scene="waiting"):
        if self.hall.can_show_scenes:
            self.hall.go("up")
            self.hall.go(scene)
        self.browser.open(self.hall.url)
        self.browser.run("window.sameDocument = true")

    def needs(self, *steps):
        if not all(self.hall.has(step) for step in steps):
            self.skipTest(f"nothing makes {', '.join(steps)} happen")

    def keep_picture(self, name):
        if self.pictures:
            self.browser.picture(self.pictures / f"{name}.png")

    def text(self):
        return self.browser.run(SEEN)

    def assert_sees(self, *patterns):
        for pattern in patterns:
            wait_until(pattern, lambda wanted=pattern: re.search(wanted, self.text()))


class PhonePage(Page):
    """What any server must show."""

    def test_1_shows_number_range_and_place(self):
        self.open()
        self.assert_sees(r"[A-Z]{1,2}-\d{3,4}", r"\d+–\d+ menit", r"\d+ orang", "lantai", r"\d\d\.\d\d")
        self.assertNotIn("{{", self.browser.run("return document.documentElement.outerHTML"))
        self.assertEqual([line for line in self.browser.console() if "favicon" not in line], [])

    def test_2_asks_again_and_is_told_not_modified(self):
        self.open()
        before = self.text()
        statuses = []

        def has_asked():
            statuses.extend(event["response"]["status"] for name, event in self.browser.network()
                            if name == "Network.responseReceived" and event["type"] == "Fetch")
            return 304 in statuses

        wait_until("304", has_asked)
        self.assertEqual(self.text(), before)

    def test_3_asks_nobody_else_and_keeps_nothing(self):
        self.open()
        time.sleep(6)
        asked = [event["request"]["url"] for name, event in self.browser.network()
                 if name == "Network.requestWillBeSent"]
        self.assertGreater(len(asked), 1)
        self.assertEqual({url for url in asked if not url.startswith("data:")}, {self.hall.url})
        kept = self.browser.run("return [document.cookie, localStorage.length, sessionStorage.length]")
        self.assertEqual(kept, ["", 0, 0])

    def test_4_switches_its_language_and_remembers(self):
        self.open()
        self.browser.click("#switch")
        self.assert_sees(r"\d+–\d+ minutes", "Ahead of you", "Bahasa Indonesia", r"\d\d:\d\d")
        self.assertEqual(self.browser.run("return document.documentElement.lang"), "en")
        self.browser.open(self.hall.url)
        self.assert_sees("Ahead of you")
        self.assertEqual(self.browser.run("return Object.keys(localStorage)"), ["language"])
        self.browser.run("localStorage.clear()")
        self.open()
        self.assert_sees("Di depan Anda")
        self.speak("en")
        self.open()
        self.assert_sees("Ahead of you")

    def test_5_a_lost_contact_is_said(self):
        self.needs("down", "up")
        self.open()
        self.hall.go("down")
        self.assert_sees(r"Tanpa kabar sejak \d\d\.\d\d", "dengarkan panggilan", r"\d+–\d+ menit")
        self.hall.go("up")
        wait_until("contact again", lambda: "Tanpa kabar" not in self.text(), 60)

    def test_6_a_call_appears_by_itself(self):
        self.needs("called")
        self.open()
        self.hall.go("called")
        self.assert_sees(r"Silakan menuju Loket\s\w+")
        desk = self.browser.run("const desk = document.getElementById('desk');"
                                "return [desk.textContent, parseFloat(getComputedStyle(desk).fontSize)]")
        self.assertRegex(desk[0], r"^\w+$")
        self.assertGreater(desk[1], 100, "the counter is large")
        self.assertTrue(self.browser.run("return window.sameDocument"), "it was not loaded again")
        self.assertEqual(len(self.browser.run("return window.vibrated")), 1)
        self.assertIn("ring", self.browser.run("return document.body.className"))
        self.assertEqual(self.browser.run("return getComputedStyle(document.getElementById('card'))"
                                          ".animationName"), "call")
        wait_until("said aloud", lambda: desk[0] in self.browser.run(
            "return document.getElementById('say').textContent"))
        wait_until("the title blinks", lambda: "●" in self.browser.run("return document.title"))
        if self.hall.has("recalled"):
            self.hall.go("recalled")
            wait_until("it vibrates again", lambda: len(self.browser.run("return window.vibrated")) == 2)


class PhoneScenes(Page):
    """What only scenes can show."""

    def setUp(self):
        if not self.hall.can_show_scenes:
            self.skipTest("a server that runs has no scenes")
        super().setUp()

    def each_scene(self):
        for language in ("id", "en"):
            self.speak(language)
            for scene in self.hall.scenes:
                self.open(scene)
                yield scene, language

    def test_is_small(self):
        for name, scene in self.hall.scenes.items():
            for language in ("id", "en"):
                self.assertLess(len(scene[language].encode()), BYTES_MAX, name)

    def test_says_how_it_stands(self):
        for scene, wanted in {
            "far": "Boleh menunggu di luar", "next": "Giliran Anda berikutnya", "no-counter": "Loket belum dibuka",
            "serving": "sedang dilayani", "finished": "Terima kasih", "missed": "sudah dipanggil",
            "parked": "ditunda", "cancelled": "dibatalkan", "second-errand": "Layanan ke-2",
            "unknown-yet": "(?s)A-3012.*Nomor Anda sah", "refused": "tidak dapat dibuka",
            "day-over": "20 November 2026", "left-waiting": "nomor lanjutan", "called-first": "tempat Anda tetap",
        }.items():
            with self.subTest(scene=scene):
                self.open(scene)
                self.assert_sees(wanted)

    def test_names_are_text_and_nothing_else(self):
        self.open("long-waiting")
        self.assert_sees(re.escape("<b>&</b> \"Sentra\""))
        self.assertEqual(self.browser.run("return document.querySelectorAll('#siteName b').length"), 0)

    def test_nothing_lies_beyond_the_sides(self):
        for scene, language in self.each_scene():
            # 160 wide is a phone of 320 with everything twice as large.
            for width, text_percent in [(320, 100), (320, 200), (160, 100), (412, 100), (412, 200)]:
                self.show_as(width, 800)
                self.browser.run(f"document.documentElement.style.fontSize = '{text_percent}%'")
                self.assertEqual(self.browser.run(BEYOND), [], (scene, language, width, text_percent))

    def test_can_be_read_by_day_and_by_night(self):
        measured = 0
        for scene, _ in self.each_scene():
            # A call is measured when it has stopped flashing.
            self.browser.run("document.body.classList.remove('ring')")
            for dark in (False, True):
                self.show_as(360, 800, dark)
                for text, size_px, weight, ink, ground in self.browser.run(COLOURS):
                    is_large = size_px >= 32 or size_px >= 24 and weight >= 700
                    self.assertGreaterEqual(contrast(ink, ground), 3 if is_large else 4.5,
                                            (scene, dark, text, ink, ground))
                    self.assertGreaterEqual(size_px, 16, text)
                    measured += 1
        self.assertGreater(measured, 400)

    def test_buttons_are_large_enough(self):
        self.show_as(320, 568)
        self.open()
        heights = self.browser.run("return [...document.querySelectorAll('button')].map((b) => b.offsetHeight)")
        self.assertEqual(len(heights), 2)
        self.assertGreaterEqual(min(heights), 48)

    def test_does_not_flash_where_motion_is_not_wanted(self):
        self.show_as(360, 800, calm=True)
        self.open("called")
        self.assertEqual(self.browser.run("return getComputedStyle(document.getElementById('card'))"
                                          ".animationName"), "none")

    def test_without_a_script_it_can_be_read_and_loads_again(self):
        self.hall.go("up")
        self.hall.go("waiting")
        self.browser.devtools("Emulation.setScriptExecutionDisabled", value=True)
        try:
            self.browser.open(self.hall.url)
            self.keep_picture("no-script")
            shown = self.browser.run(SEEN)
            for wanted in ("A-012", "menit", "lantai 1", "memuat ulang sendiri"):
                self.assertIn(wanted, shown)
            self.assertNotIn("Bunyikan", shown)
            self.browser.network()
            self.hall.go("called")
            wait_until("it loads again", lambda: "Silakan menuju" in self.browser.run(SEEN), 25)
        finally:
            self.browser.devtools("Emulation.setScriptExecutionDisabled", value=False)

    def questions_within(self, seconds):
        self.browser.network()
        time.sleep(seconds)
        return sum(name == "Network.requestWillBeSent" for name, _ in self.browser.network())

    def test_asks_more_often_the_nearer_the_turn_and_seldom_when_nobody_looks(self):
        self.open("next")
        self.assertGreaterEqual(self.questions_within(7), 3)
        self.open("far")
        self.assertEqual(self.questions_within(7), 0)
        self.open("next")
        self.browser.run("Object.defineProperty(document, 'hidden', {get: () => true})")
        time.sleep(3)
        self.assertEqual(self.questions_within(6), 0)

    def test_keeps_the_screen_on_until_all_is_done(self):
        self.open("called")
        self.assertEqual(self.browser.run("return window.keptAwake"), ["screen"])
        self.hall.go("finished")
        wait_until("let go", lambda: self.browser.run("return window.keptAwake") == ["screen", "over"])

    def test_the_sound_is_asked_for_by_a_tap(self):
        self.open()
        self.browser.click("#sound")
        self.assert_sees("Bunyi dan getar menyala")
        self.assertEqual(self.browser.run("return document.getElementById('sound').ariaPressed"), "true")
        self.browser.click("#sound")
        self.assert_sees("Bunyikan saat dipanggil")

    def test_pictures(self):
        if not self.pictures:
            self.skipTest("no --pictures")
        for scene, language in self.each_scene():
            self.keep_pictures(f"{scene}-{language}")
        for language in ("id", "en"):
            self.speak(language)
            self.open()
            self.hall.go("down")
            wait_until("no contact", lambda: not self.browser.run("return document.getElementById('lost').hidden"))
            self.keep_pictures(f"no-contact-{language}")

    def keep_pictures(self, name):
        for width, height in SIZES:
            for dark in (False, True):
                self.show_as(width, height, dark, calm=True)
                self.keep_picture(f"{name}-{width}-{'dark' if dark else 'light'}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--url")
    parser.add_argument("--on", action="append", default=[], metavar="STEP=COMMAND")
    parser.add_argument("--pictures", type=Path)
    options, rest = parser.parse_known_args()
    if options.pictures:
        options.pictures.mkdir(parents=True, exist_ok=True)
    Page.pictures = options.pictures
    if options.url:
        hall = LiveHall(options.url, dict(each.split("=", 1) for each in options.on))
    else:
        hall = ScriptedHall(Path(os.environ["ANJUNGAN_BUILD_DIR"]) / "tests" / "server" / "phone_fixture")
    with hall:
        Page.hall = hall
        unittest.main(argv=[sys.argv[0], *rest])


if __name__ == "__main__":
    main()
