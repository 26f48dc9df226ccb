# SPDX-License-Identifier: GPL-3.0-or-later
"""The story as it was known on a day, with real pointer and key events: a slider, a chip, the line, the list."""
import json
import subprocess

from app_case import PROGRAM, AppCase, tap


class Known(AppCase):
    def open_section(self):
        self.open_sample()
        self.shift = self.on_surface(0, 0)
        self.press("toggle button", "As Known On")
        self.slider = self.see("slider", "Day on Which the Story Is Looked At")

    def press(self, role, name):
        node = self.see(role, name)
        self.click(self.middle_of(node))

    def titles(self, *options):
        result = subprocess.run([PROGRAM, "list", self.sample, "events", "--format", "json", *options], check=True,
                                capture_output=True, text=True, env=self.environment)
        return [event["title"] for event in json.loads(result.stdout)]

    def test_replay_by_keyboard_and_buttons(self):
        self.open_section()
        self.see("label", "Everything known today")
        self.press("push button", "Day Before")
        self.see("label", r"31 July 2024")
        self.see("label", r"All events were known")
        self.press("push button", "Day Before")
        self.see("label", "21 June 2024")
        n_missing = len(self.titles()) - len(self.titles("--as-known-on", "2024-06-21"))
        self.see("label", f"{n_missing} events were not known yet")
        self.see("label", r"New: \[ITPro\]")
        self.see("label", "As known on 21 Jun 2024")
        self.screenshot("known")
        # Back to the slider by key; then it has the keys.
        self.key("shift+Tab")
        self.key("Home")
        self.see("label", "31 December 2017")
        n_missing = len(self.titles()) - len(self.titles("--as-known-on", "2017-12-31"))
        self.see("label", f"{n_missing} events were not known yet")
        self.screenshot("known-first")
        # The chip takes it back.
        self.press("push button", "Remove filter As known on 31 Dec 2017")
        self.see("label", "Everything known today")

    def test_play_goes_to_the_end(self):
        self.open_section()
        self.press("push button", "Replay")
        self.see("label", "31 December 2017")
        self.see("push button", "Pause")
        self.see("label", "Everything known today")
        self.see("push button", "Replay")

    def test_may_be_known_is_another_reading(self):
        self.open_section()
        self.press("check box", "May have been known")
        self.press("push button", "Day Before")
        self.see("label", "1 July 2024")
        self.see("label", "As may have been known on 1 Jul 2024")


tap.main(Known)
