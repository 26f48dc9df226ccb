# SPDX-License-Identifier: GPL-3.0-or-later
"""The case as a talk, by real keys: one event after the other, and back to the window."""
import unittest

from app_case import AppCase, tap
from test_window import list_case


class Presentation(AppCase):
    def present(self, **environment):
        self.open_sample(**environment)
        self.titles = [e["title"] for e in list_case(self.sample, "events", self.environment)]
        self.key("F5")
        self.stage = self.wait(lambda: self.other_window(self.window), "the presentation")
        self.xdotool("windowfocus", "--sync", self.stage)
        self.shows(1)

    def shows(self, number, of=28):
        self.see("status bar", f"{number} of {of}")

    def left(self):
        self.wait(lambda: self.other_window(self.window) is None, "the presentation to be left")
        self.xdotool("windowfocus", "--sync", self.window)

    def test_keys_of_a_clicker(self):
        self.present()
        for key, number in (("Right", 2), ("space", 3), ("Page_Down", 4), ("Down", 5), ("Left", 4), ("Page_Up", 3),
                            ("End", 28), ("Right", 28), ("Home", 1), ("Left", 1), ("Return", 2)):
            with self.subTest(key=key):
                self.key(key)
                self.shows(number)
        self.see("label", self.titles[1])

    def test_passage_and_leaving(self):
        self.present()
        self.see("label", r"Our summary, not the words of .*")
        self.key("Right", "Right")
        self.shows(3)
        self.key("Escape")
        self.left()
        self.see("status bar", r"1 of \d+")  # what was shown last is selected
        self.key("F11")
        self.wait(lambda: self.other_window(self.window), "the presentation")
        self.shows(3)

    def test_follows_the_filter(self):
        self.open_sample()
        self.key("Home", "shift+Right", "shift+Right")
        self.see("label", "3 events selected")
        self.after(lambda: self.click(self.middle_of(self.see("push button", "Only These"))))
        self.key("F5")
        self.wait(lambda: self.other_window(self.window), "the presentation")
        self.see("status bar", "[123] of 3")

    def test_looks(self):
        for name, environment in (("light", {}), ("dark", {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"})):
            with self.subTest(name):
                self.present(**environment)
                self.key("Page_Down", "Page_Down", "Page_Down", "Page_Down", "Page_Down", "Page_Down", "Page_Down",
                         "Page_Down", "Page_Down", "Page_Down")
                self.shows(11)
                self.screenshot("presentation-" + name)
                self.stop()


if __name__ == "__main__":
    tap.main(Presentation)
