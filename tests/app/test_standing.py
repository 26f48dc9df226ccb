# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window says while its file is not as it should be, with another writer that is real: the command line in a
process of its own, or whoever moves files about."""
import os
import shutil
import subprocess
import unittest

from app_case import PROGRAM, AppCase, Atspi, tap

CHANGED = "Another program has changed the file."
GONE = "The file was moved or deleted. You still see what was in it."
READ_ONLY = "The folder cannot be written. Changes will be kept in a working copy."
KEPT = "The file could not be written. Your changes are kept in a working copy."


class Standing(AppCase):
    def run_program(self, *words):
        subprocess.run([PROGRAM, *words], check=True, capture_output=True, env=self.environment)

    def write_note(self, name="note"):
        path = os.path.join(self.folder, f"{name}.txt")
        with open(path, "w", encoding="utf-8") as file:
            file.write(f"The harbour fees rise, says the {name}.\n")
        return path

    def is_away(self, words):
        return self.wait(lambda: self.find("label", words) is None, f"“{words}” to go away")

    def press(self, name):
        self.rest()
        self.click(self.middle_of(self.see("push button", name)))

    def test_changed_by_another_program(self):
        self.open_sample()
        self.see("label", r"28 events · 5 sources · .*")
        self.run_program("import", self.sample, self.write_note(), "--published", "2024-06-20")
        self.see("label", CHANGED)
        self.see("label", r"28 events · 5 sources · .*")
        self.screenshot("standing-changed")
        self.press("Reload")
        self.see("label", r"28 events · 6 sources · .*")
        self.is_away(CHANGED)
        # It is ours again: what the other program did can be undone here, and that is no change by others.
        self.key("ctrl+z")
        self.see("label", r"28 events · 5 sources · .*")
        self.let_run(1)
        self.is_away(CHANGED)

    def test_reload_by_keyboard(self):
        self.open_sample()
        self.run_program("import", self.sample, self.write_note(), "--published", "2024-06-20")
        button = self.see("push button", "Reload")
        for _ in range(60):
            if button.get_state_set().contains(Atspi.StateType.FOCUSED):
                break
            self.key("shift+Tab")
            self.let_run(0.1)
        self.assertTrue(button.get_state_set().contains(Atspi.StateType.FOCUSED))
        self.key("Return")
        self.see("label", r"28 events · 6 sources · .*")

    def test_moved_away_and_back(self):
        self.open_sample()
        away = os.path.join(self.folder, "away.dateline")
        os.rename(self.sample, away)
        self.see("label", GONE)
        self.screenshot("standing-gone")
        # What was read is still there to be read.
        self.key("Home", "Return")
        self.see("status bar", r"1 of \d+")
        os.rename(away, self.sample)
        self.is_away(GONE)

    def test_narrow(self):
        self.open_sample()
        os.unlink(self.sample)
        self.see("label", GONE)
        self.xdotool("windowsize", "--sync", self.window, 360, 640)
        self.rest()
        label = self.box_of(self.see("label", GONE))
        self.assertGreaterEqual(label[0], 0)
        self.assertLessEqual(label[0] + label[2], 360)
        self.screenshot("standing-360")


@unittest.skipIf(os.geteuid() == 0 and shutil.which("setpriv") is None, "the superuser may write everywhere")
class ReadOnly(Standing):
    """In a folder that cannot be written; the superuser gives up the right to do it all the same."""

    test_changed_by_another_program = test_reload_by_keyboard = test_moved_away_and_back = test_narrow = None

    def setUp(self):
        super().setUp()
        self.closed = os.path.join(self.folder, "closed")
        os.mkdir(self.closed)
        self.sample = shutil.move(self.sample, self.closed)
        self.addCleanup(os.chmod, self.closed, 0o700)

    def start_without_rights(self):
        program = os.path.join(self.folder, "dateline")
        if os.geteuid() == 0:
            with open(program, "w", encoding="utf-8") as file:
                file.write(f'#!/bin/sh\nexec setpriv --bounding-set -dac_override,-dac_read_search "{PROGRAM}" "$@"\n')
            os.chmod(program, 0o700)
        else:
            program = PROGRAM
        self.start(self.sample, program=program)
        self.settled(quiet=1.2)

    def test_what_is_done_is_kept(self):
        self.run_program("import", self.sample, self.write_note(), "--published", "2024-06-20")
        os.chmod(self.closed, 0o500)
        self.start_without_rights()
        self.see("label", READ_ONLY)
        self.screenshot("standing-read-only")
        self.key("ctrl+z")
        self.see("label", KEPT)
        self.key("Escape")
        self.see("label", r"28 events · 5 sources · .*")
        self.screenshot("standing-kept")
        os.chmod(self.closed, 0o700)
        self.press("Try Again")
        self.is_away(KEPT)
        self.wait(lambda: self.count_sources() == 5, "the file to be written")

    def count_sources(self):
        result = subprocess.run([PROGRAM, "list", self.sample, "sources", "--format", "tsv"], check=True,
                                capture_output=True, text=True, env=self.environment)
        return len(result.stdout.splitlines()) - 1


if __name__ == "__main__":
    tap.main(Standing, ReadOnly)
