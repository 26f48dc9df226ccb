# SPDX-License-Identifier: GPL-3.0-or-later
"""Touchpad and touch screen: what a compositor makes of fingers, as the program gets it. No X server can make these events;
mutter without a screen does, asked over D-Bus as a remote desktop would ask it.
"""
import atexit
import os
import shutil
import subprocess
import time
import unittest

from app_case import PATIENCE, AppCase, GLib, skip_all, tap

for needed in ("mutter", "pipewire", "wireplumber"):
    if shutil.which(needed) is None:
        skip_all(f"{needed} is not installed")

from gi.repository import Gio  # noqa: E402

REMOTE, CAST = "org.gnome.Mutter.RemoteDesktop", "org.gnome.Mutter.ScreenCast"
AXIS_FINGER = 4  # a flag of NotifyPointerAxis
DISPLAY = "dateline-touch"
BAN = "Ban on US sales of Kaspersky software"


class Desktop:
    """mutter with one monitor of 1280x800, and a session that moves pointer and fingers on it."""

    def __init__(self):
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        for command in (["pipewire"], ["wireplumber"],
                        ["mutter", "--headless", "--virtual-monitor", "1280x800", "--wayland", "--no-x11",
                         "--wayland-display", DISPLAY]):
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                       env={k: v for k, v in os.environ.items() if k != "DISPLAY"})
            atexit.register(process.kill)  # mutter does not always end when it is asked to
        self.remote = self.wait_for(lambda: self.call(REMOTE, "/org/gnome/Mutter/RemoteDesktop", REMOTE, "CreateSession"))
        ident = self.call(REMOTE, self.remote, "org.freedesktop.DBus.Properties", "Get",
                          GLib.Variant("(ss)", (REMOTE + ".Session", "SessionId")))
        cast = self.wait_for(lambda: self.call(
            CAST, "/org/gnome/Mutter/ScreenCast", CAST, "CreateSession",
            GLib.Variant("(a{sv})", ({"remote-desktop-session-id": GLib.Variant("s", ident)},))))
        self.stream = self.call(CAST, cast, CAST + ".Session", "RecordMonitor", GLib.Variant("(sa{sv})", ("", {})))
        self.notify("Start")

    def call(self, name, path, interface, method, arguments=None):
        found = self.bus.call_sync(name, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, 5000).unpack()
        return found[0] if found else None

    @staticmethod
    def wait_for(act):
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                return act()
            except GLib.Error:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.2)

    def notify(self, method, kind=None, *values):
        self.call(REMOTE, self.remote, REMOTE + ".Session", method, GLib.Variant(kind, values) if kind else None)

    def move(self, x, y):
        self.notify("NotifyPointerMotionAbsolute", "(sdd)", self.stream, float(x), float(y))

    def scroll(self, dx, dy, flags=AXIS_FINGER):
        self.notify("NotifyPointerAxis", "(ddu)", float(dx), float(dy), flags)

    def touch(self, slot, x, y, what="Motion"):
        if what == "Up":
            self.notify("NotifyTouchUp", "(u)", slot)
        else:
            self.notify("NotifyTouch" + what, "(sudd)", self.stream, slot, float(x), float(y))


desktop = None


class Touch(AppCase):
    def setUp(self):
        global desktop
        super().setUp()
        if desktop is None:
            desktop = Desktop()
        self.environment.update(GDK_BACKEND="wayland", WAYLAND_DISPLAY=DISPLAY, GTK_A11Y="none")

    def find_window(self):
        return self.reports()[-1] or len(self.reports()) > 1  # no X server knows it

    def open_sample(self, **environment):
        places = super().open_sample(**environment)
        desktop.move(*places.mark(BAN))
        # The first touch of a session only makes the seat tell that it can be touched.
        desktop.touch(0, 5, 5, "Down")
        desktop.touch(0, 5, 5, "Up")
        time.sleep(0.6)
        return places

    def pan_between(self, before, after):
        self.assertEqual(before.px_per_day, after.px_per_day)
        return (after.left_seconds - before.left_seconds) / 86400 * before.px_per_day

    def test_two_fingers_pan_by_pixels(self):
        places = self.open_sample()
        moved = self.after(lambda: [desktop.scroll(7.5, 0) for _ in range(5)])
        shift = self.pan_between(places, moved)  # the first one may be lost while the seat gets its pointer
        self.assertTrue(any(abs(shift - 7.5 * n) < 1 for n in (4, 5)), shift)

    def test_pinch_zooms_between_the_fingers(self):
        places = self.open_sample()
        x, y = places.origin[0] + places.size[0] * 2 // 3, places.origin[1] + places.size[1] // 2

        def spread():
            desktop.touch(0, x - 40, y, "Down")
            desktop.touch(1, x + 40, y, "Down")
            for by in range(45, 85, 5):
                desktop.touch(0, x - by, y)
                desktop.touch(1, x + by, y)
                time.sleep(0.02)
            desktop.touch(0, 0, 0, "Up")
            desktop.touch(1, 0, 0, "Up")
        zoomed = self.after(spread)
        self.assertAlmostEqual(zoomed.px_per_day / places.px_per_day, 2, delta=0.1)

    def test_finger_flings(self):
        places = self.open_sample()
        x, y = places.origin[0] + places.size[0] * 2 // 3, places.origin[1] + places.size[1] - 120
        before = len(self.reports()) - 1
        desktop.touch(0, x, y, "Down")
        for by in range(10, 101, 10):
            desktop.touch(0, x - by, y)
            time.sleep(0.016)
        desktop.touch(0, 0, 0, "Up")
        slid = self.settled(before, quiet=3)  # sliding takes a while
        self.assertGreater(self.pan_between(places, slid), 130)

    def test_one_finger_drags(self):
        places = self.open_sample()
        x, y = places.origin[0] + places.size[0] * 2 // 3, places.origin[1] + places.size[1] - 120

        def drag():
            desktop.touch(0, x, y, "Down")
            for by in range(10, 101, 10):
                desktop.touch(0, x - by, y)
                time.sleep(0.02)
            time.sleep(0.3)
            desktop.touch(0, 0, 0, "Up")
        moved = self.after(drag)
        self.assertAlmostEqual(self.pan_between(places, moved), 100, delta=4)


if __name__ == "__main__":
    tap.main(*(c for c in list(globals().values())
               if isinstance(c, type) and issubclass(c, unittest.TestCase) and c is not AppCase))
