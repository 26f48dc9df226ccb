# SPDX-License-Identifier: GPL-3.0-or-later
"""The window from a phone's width to a large screen, light, dark and in high contrast: GTK has nothing to complain of,
and nothing that is read or pressed reaches out of the window to the left or right, nor does anything on the timeline where
it is shown whole. The same with text twice as large. The pictures are kept for people."""
import os

os.environ["DTL_SCREEN"] = "3840x1080x24"

from app_case import AppCase, Atspi, tap  # noqa: E402
import xsettings  # noqa: E402

SIZES = ((360, 640), (600, 800), (1024, 768), (1920, 1080), (3840, 1080))
LOOKS = {
    "light": {},
    "dark": {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"},
    "contrast": {"ADW_DEBUG_HIGH_CONTRAST": "1"},
    "large": {},
    "still": {},
}
# On a page that is not shown while an event is selected, and keeps the place it had; GTK 4.8 does not tell.
UNSEEN = {"Nothing Selected", "Choose a mark on the line to read the words that prove it."}
READ_OR_PRESSED = {"label", "push button", "toggle button", "check box", "entry", "link"}


class Adaptive(AppCase):
    def setUp(self):
        super().setUp()
        self.look = "light"

    def start_as(self, look):
        self.look = look
        self.open_sample(**LOOKS[look])

    shadow = 0  # of which the width on the display is more than that of the window

    def resize(self, width, height):
        self.xdotool("windowmove", self.window, 0, 0)
        self.xdotool("windowsize", "--sync", self.window, width + self.shadow, height + self.shadow)
        self.settled(quiet=0.8)

    def size(self):
        frame = next(node for node in self.nodes() if node.get_role_name() == "frame")
        box = Atspi.Component.get_extents(frame, Atspi.CoordType.WINDOW)
        return box.width, box.height

    def cut(self):
        """What is read or pressed and reaches out of the window to the left or right."""
        width, _ = self.size()
        found = []
        for node in self.nodes():
            if node.get_role_name() not in READ_OR_PRESSED:
                continue
            box = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
            if box.width <= 0 or box.height <= 0 or self.is_away(node, width):
                continue
            if box.x < -1 or box.x + box.width > width + 1:
                found.append(f"{node.get_role_name()} “{node.get_name()}” {box.x}..{box.x + box.width} of {width}")
        return found

    @staticmethod
    def is_away(node, width):
        """In a pane that is folded away, which stands beside the window."""
        while node is not None and node.get_role_name() != "frame":
            try:
                box = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
            except Exception:  # a page of a stack has no place
                box = None
            if box is not None and (box.width <= 0 or box.x >= width or box.x + box.width <= 0):
                return True
            if node.get_name() in UNSEEN:
                return True
            node = node.get_parent()
        return False

    def cut_on_canvas(self):
        """Events whose marks, bands or labels reach out of the plot, which shows the whole time."""
        places = self.settled(quiet=0)
        left, right = places.origin[0], places.origin[0] + places.size[0]
        return [f"“{title}” {box[1]}..{box[1] + box[3]} of {left}..{right}"
                for title, boxes in places.items.items() for box in boxes if box[1] < left or box[1] + box[3] > right]

    def check(self, state):
        self.screenshot(f"adaptive-{self.look}-{state}")
        self.assertEqual(self.cut(), [], f"{self.look}, {state}")
        self.assertEqual(self.cut_on_canvas(), [], f"{self.look}, {state}")

    def run_look(self, look, sizes=SIZES):
        self.start_as(look)
        self.key("Home", "Return")
        for width, height in sizes:
            self.resize(width, height)
            self.check(str(width))
        self.resize(360, 640)
        self.key("F9")
        self.let_run(0.3)
        self.rest()
        self.check("360-evidence")

    def test_light(self):
        self.run_look("light")

    def test_dark(self):
        self.run_look("dark", SIZES[::3])

    def test_high_contrast(self):
        self.run_look("contrast", SIZES[::3])

    def test_smallest(self):
        self.start_as("light")
        self.resize(360, 294)
        self.check("smallest")


class Desktop(Adaptive):
    """What the desktop's settings say."""

    shadow = 10

    test_light = test_dark = test_high_contrast = test_smallest = None

    def setUp(self):
        super().setUp()
        self.settings = xsettings.Settings()
        self.addCleanup(self.settings.close)

    def test_reduced_motion(self):
        """What slides in elsewhere is there at once."""
        self.settings.set({xsettings.ANIMATIONS: 0})
        self.run_look("still", SIZES[:1])

    def title_height(self):
        return Atspi.Component.get_extents(self.see("label", "Kaspersky and US Policy"), Atspi.CoordType.WINDOW).height

    def test_twice_as_large(self):
        self.open_sample()
        height = self.title_height()
        self.stop()
        self.settings.set({xsettings.TEXT_DPI: 2 * 96 * 1024})
        self.run_look("large")
        self.assertGreater(self.title_height(), 1.7 * height)

    def test_smallest_with_large_text(self):
        self.settings.set({xsettings.TEXT_DPI: 2 * 96 * 1024})
        self.start_as("large")
        self.resize(360, 294)
        self.check("smallest")


if __name__ == "__main__":
    tap.main(Adaptive, Desktop)
