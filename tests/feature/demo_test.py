#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole day without a screen: visitors touch the real kiosk, staff press real keys, and everything that a person
would take home or look at afterwards is there."""

import json
import struct
import sys
import tempfile
import wave
from pathlib import Path

from program import assert_sound, events_of, run

VISITORS = 13
SCREENS = {"kiosk": 8, "counter": 5, "display": 3}  # at least so many pages of each face


def check_png(file):
    data = file.read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n", f"{file.name} is no picture"
    width, height = struct.unpack(">II", data[16:24])
    assert width >= 384 and height >= 384, f"{file.name} is {width} x {height}"


def main():
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        code, said, log = run("demo", "--headless", "--visitors", VISITORS, "--out", out)
        print(said)
        assert code == 0, f"exit {code}\n{said}\n{log}"
        assert "WARNING" not in log.upper() or "qml" not in log.lower(), f"QML complains:\n{log}"

        summary = json.loads((out / "summary.json").read_text())
        assert summary["visitors"] == summary["issued"] == VISITORS, summary
        assert summary["served"] + summary["no_show"] + summary["cancelled"] == VISITORS, summary
        assert summary["no_show"] >= 1 and summary["cancelled"] >= 1, summary
        assert summary["duplicate_numbers"] == summary["duplicate_calls"] == 0, summary
        assert 0 < summary["p50_ms"] <= summary["p99_ms"], summary

        events = events_of(out / "journal.db")
        issued = [event["body"] for event in events if event["kind"] == "ticket-issued"]
        numbers = [ticket["number"] for ticket in issued]
        assert len(set(numbers)) == VISITORS, numbers
        for number in numbers:
            check_png(out / "slips" / f"{number}.png")
        kinds = {event["kind"] for event in events}
        for kind in ("leg-called", "call-acknowledged", "call-repeated", "service-started", "leg-finished",
                     "leg-missed", "call-withdrawn", "leg-parked", "leg-returned", "leg-transferred", "leg-cancelled"):
            assert kind in kinds, f"nobody made a {kind}"
        assert any(len(ticket["legs"]) > 1 for ticket in issued), "nobody had several errands"
        assert {ticket["language"] for ticket in issued} == {"id", "en"}
        assert any(ticket["classes"] for ticket in issued), "nobody had priority"
        assert_sound(out / "journal.db")

        for face, least in SCREENS.items():
            screens = sorted((out / "screens").glob(f"{face}-*.png"))
            assert len(screens) >= least, f"{face}: only {[screen.name for screen in screens]}"
            for screen in screens:
                check_png(screen)
        sounds = sorted((out / "audio").glob("*.wav"))
        calls = sum(event["kind"] in ("leg-called", "call-repeated") for event in events)
        assert 0 < len(sounds) <= calls + VISITORS, f"{len(sounds)} sounds for {calls} calls"
        for sound in sounds:
            with wave.open(str(sound)) as spoken:
                assert spoken.getnframes() > spoken.getframerate(), f"{sound.name} is too short"
    return 0


if __name__ == "__main__":
    sys.exit(main())
