# SPDX-License-Identifier: GPL-3.0-or-later
"""A window that was killed: the next one shows what was done and is not in the file, and asks what to do with it."""
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import time

from app_case import PROGRAM, AppCase, tap

RECOVERED = "Recovered one change that is not in the file: Import note.txt"
KEEP, BACK = "Keep Working", "Go Back to the File"
MANY = 30_000


class Recover(AppCase):
    def run_program(self, *words):
        return subprocess.run([PROGRAM, *words], check=True, capture_output=True, text=True, env=self.environment).stdout

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def leave_changes(self):
        """What a run leaves that is killed before it writes the file."""
        older = os.path.join(self.folder, "older")
        shutil.copyfile(self.sample, older)
        self.run_program("import", self.sample, self.write("note.txt", "The harbour fees rise.\n"))
        with sqlite3.connect(self.sample) as connection:
            (uuid,) = connection.execute("SELECT uuid FROM case_info").fetchone()
        connection.close()
        working = os.path.join(self.folder, "state/dateline/working")
        os.makedirs(working, exist_ok=True)
        shutil.copyfile(self.sample, os.path.join(working, uuid + ".dateline"))
        shutil.copyfile(older, self.sample)

    def sources_of(self, case):
        return self.run_program("list", case, "sources", "--format", "tsv").splitlines()[1:]

    def is_away(self, words):
        self.wait(lambda: self.find("label", words) is None, f"“{words}” to go away")

    def press(self, name):
        self.rest()
        self.click(self.middle_of(self.see("push button", name)))

    def test_keep_working(self):
        self.leave_changes()
        self.open_sample()
        self.see("label", RECOVERED)
        self.see("label", r"28 events · 6 sources · .*")
        self.screenshot("recovered")
        self.assertEqual(len(self.sources_of(self.sample)), 5)
        # What shows is what is found.
        self.key("ctrl+f")
        self.type("harbour fees")
        self.see("label", r"(?s).*(outside|passage|text).*")
        self.key("Escape")
        self.press(KEEP)
        self.is_away(RECOVERED)
        self.wait(lambda: len(self.sources_of(self.sample)) == 6, "the file to be written")
        self.assertIsNone(self.find("label", "The file could not be written.*"))

    def test_go_back(self):
        self.leave_changes()
        self.open_sample()
        self.press(BACK)
        kept = os.path.join(self.folder, "kaspersky (recovered).dateline")
        self.wait(lambda: self.find("label", rf"What was recovered is kept in the case “{kept.replace('(', '.').replace(')', '.')}”."),
                  "the file to be named")
        self.screenshot("recovered-aside")
        self.key("Escape")
        self.is_away(RECOVERED)
        self.see("label", r"28 events · 5 sources · .*")
        self.assertEqual(len(self.sources_of(self.sample)), 5)
        self.assertEqual(len(self.sources_of(kept)), 6)

    def test_by_keyboard_when_narrow(self):
        self.leave_changes()
        self.open_sample()
        self.xdotool("windowsize", "--sync", self.window, 360, 640)
        self.rest()
        for name in (KEEP, BACK):
            box = self.box_of(self.see("push button", name))
            self.assertGreaterEqual(box[0], 0)
            self.assertLessEqual(box[0] + box[2], 360)
        self.screenshot("recovered-360")
        self.key("ctrl+z")
        self.is_away(RECOVERED)
        self.wait(lambda: len(self.sources_of(self.sample)) == 5, "the undoing to be written")

    def test_closed_undecided(self):
        self.leave_changes()
        self.open_sample()
        self.see("label", RECOVERED)
        self.key("ctrl+w")
        self.assertEqual(self.process.wait(60), 0)
        self.open_sample()
        self.see("label", RECOVERED)

    def test_killed_at_any_moment(self):
        rows = self.write("rows.csv", "title,start\n" + "".join(f"Act {i},{1900 + i % 100}\n" for i in range(MANY)))
        for n in range(5):
            shutil.copyfile(self.sample, os.path.join(self.folder, "before"))
            self.start(self.sample)
            self.see("label", r"28 events · 5 sources · .*")
            self.key("F10")
            self.see("menu item", "Import…")
            self.key("i")
            self.choose(rows)
            time.sleep(0.3 + random.Random(n).random() * 3)
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
            with sqlite3.connect(f"file:{self.sample}?mode=ro", uri=True) as connection:
                self.assertEqual(connection.execute("PRAGMA integrity_check").fetchone(), ("ok",))
                (n_events,) = connection.execute("SELECT count(*) FROM event").fetchone()
            connection.close()
            self.start(self.sample)
            shown = self.see("label", r"\d+ events · . sources · .*")
            is_recovered = self.find("label", "Recovered one change that is not in the file: Import rows.csv")
            whole = f"{MANY + 28} events · 6 sources · kaspersky.dateline"
            if is_recovered is not None or n_events > 28:
                self.assertEqual(self.name_of(shown), whole)
            else:
                self.assertEqual(self.name_of(shown), "28 events · 5 sources · kaspersky.dateline")
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
            shutil.copyfile(os.path.join(self.folder, "before"), self.sample)
            shutil.rmtree(os.path.join(self.folder, "state"))
        self.process = subprocess.Popen(["true"])  # the program ended as it was told to


if __name__ == "__main__":
    tap.main(Recover)
