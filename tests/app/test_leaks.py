# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the window forgets anything: each part of it is opened once, and the program quits as a person has it quit, so
that the leak sanitizer looks at what is left. Short stacks do not tell whose a leak is; whole ones are slow, so this is one
test of its own, and without sanitizers there is nothing to see. GTK's file chooser is left out: it and libcloudproviders
leave a score of things."""
import os

from app_case import AppCase, skip_all, tap

if "ASAN_OPTIONS" not in os.environ:
    skip_all("the program was built without sanitizers")


class Leaks(AppCase):
    def setUp(self):
        super().setUp()
        self.environment["ASAN_OPTIONS"] = os.environ["ASAN_OPTIONS"] + ":detect_leaks=1:fast_unwind_on_malloc=0"

    def quit(self):
        self.xdotool("windowfocus", "--sync", self.window)
        self.key("ctrl+q")
        code = self.process.wait(10 * 60)
        self.assertEqual(code, 0, self.said())

    def look_into(self, keys, title):
        """Opens a window of its own with a key, and leaves it."""
        self.xdotool("windowfocus", "--sync", self.window)
        self.key(keys)
        opened = self.wait(lambda: self.other_window(self.window), title)
        self.let_run(1)
        self.xdotool("windowfocus", "--sync", opened)
        self.key("Escape")
        self.wait(lambda: not self.other_window(self.window), f"{title} to go")

    def test_everything_once(self):
        self.open_sample()
        self.key("Home", "Return")
        self.see("status bar", r"1 of \d+")
        self.key("ctrl+f")
        self.type("ban")
        self.key("Return")
        self.see("label", r"\d+ of \d+")
        self.key("Escape")
        self.key("ctrl+2")
        self.rest()
        self.key("ctrl+1")
        self.look_into("ctrl+e", "the export dialog")
        self.look_into("ctrl+comma", "the preferences")
        self.look_into("ctrl+question", "the shortcuts")
        self.quit()


if __name__ == "__main__":
    tap.main(Leaks)
