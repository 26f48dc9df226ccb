# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window does while a large file is imported on a thread: it says how far that is, can be used, stops when it is
told to, and loses nothing when it is closed or killed."""
import os
import signal
import subprocess

from app_case import PATIENCE, PROGRAM, AppCase, Atspi, tap

MANY = 40_000
VERY_MANY = 400_000  # more than are imported while a test presses a key or two
IMPORTING = "Importing “rows.csv”…"


class Work(AppCase):
    def setUp(self):
        super().setUp()
        with open(self.sample, "rb") as file:
            self.before = file.read()

    def write_rows(self, name, n_rows):
        path = os.path.join(self.folder, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write("title,start,actors\n")
            file.writelines(f"Harbour act {i},{1900 + i % 120},Port Union {i % 20}\n" for i in range(n_rows))
        return path

    def begin(self, path):
        self.key("F10")
        self.see("menu item", "Import…")
        self.key("i")
        chooser = self.choose(path)
        # What cannot be read is said at once, in a window of its own.
        self.wait(lambda: chooser not in self.windows(), "the file chooser to close")
        self.xdotool("windowfocus", "--sync", self.window)

    def begin_many(self, n_rows=VERY_MANY):
        self.begin(self.write_rows("rows.csv", n_rows))
        self.see("label", IMPORTING)

    def file_is_as_before(self):
        with open(self.sample, "rb") as file:
            self.assertEqual(file.read(), self.before)

    def left(self):
        return [name for name in os.listdir(os.path.join(self.folder, "state/dateline/working"))]

    def is_away(self, role, words):
        self.wait(lambda: self.find(role, words) is None, f"“{words}” to go away")

    def press(self, name):
        self.rest()
        self.click(self.middle_of(self.see("push button", name)))

    def is_sensitive(self, node):
        return node.get_state_set().contains(Atspi.StateType.SENSITIVE)

    # --- going on ----------------------------------------------------------------------------------------------------

    def test_import_and_use_the_window(self):
        self.open_sample()
        self.begin_many(MANY)
        self.see("progress bar", IMPORTING)
        self.screenshot("work-importing")
        # The case can be read and searched, and shows what it showed.
        self.key("ctrl+f")
        self.type("ban")
        self.see("label", r"\d+ of \d+|\d+ hits?|\d+ events?.*")
        self.see("label", r"28 events · 5 sources · .*")
        self.screenshot("work-searching")
        self.see("label", rf"{MANY + 28} events · 6 sources · .*")
        self.is_away("label", IMPORTING)
        self.key("Escape", "ctrl+z")
        self.see("label", r"28 events · 5 sources · .*")

    def test_cancel(self):
        self.open_sample()
        self.begin_many()
        self.assertFalse(self.is_sensitive(self.see("push button", "Undo")))
        self.press("Cancel")
        self.is_away("label", IMPORTING)
        self.file_is_as_before()
        self.assertEqual(self.left(), [])
        self.see("label", r"28 events · 5 sources · .*")

    def test_cancel_by_keyboard_when_narrow(self):
        self.open_sample()
        self.begin_many()
        self.xdotool("windowsize", "--sync", self.window, 360, 640)
        self.rest()
        bar = self.box_of(self.see("progress bar", IMPORTING))
        button = self.box_of(self.see("push button", "Cancel"))
        self.assertGreaterEqual(bar[0], 0)
        self.assertLessEqual(button[0] + button[2], 360)
        self.screenshot("work-360")
        self.key("alt+c")
        self.is_away("label", IMPORTING)
        self.file_is_as_before()
        self.assertEqual(self.left(), [])

    def test_several_files_follow_each_other(self):
        self.open_sample()
        self.begin_many(MANY)
        self.begin(self.write_rows("second.csv", 3))
        self.see("label", rf"{MANY + 31} events · 7 sources · .*")

    # --- closing -----------------------------------------------------------------------------------------------------

    def test_closing_asks(self):
        self.open_sample()
        self.begin_many()
        self.key("ctrl+w")
        self.see("label", r"Stop Importing\?")
        self.screenshot("work-close")
        self.key("Escape")
        self.is_away("label", r"Stop Importing\?")
        self.see("label", IMPORTING)
        self.key("ctrl+w")
        self.press("Stop and Close")
        self.assertEqual(self.process.wait(PATIENCE), 0)
        self.file_is_as_before()
        self.assertEqual(self.left(), [])

    def test_killed(self):
        self.open_sample()
        self.begin_many()
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.file_is_as_before()
        result = subprocess.run([PROGRAM, "import", self.sample, self.write_rows("few.csv", 3)], env=self.environment,
                                capture_output=True, text=True, check=False)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertEqual(self.left(), [])
        self.process = subprocess.Popen(["true"])  # the program ended as it was told to

    # --- what goes wrong ---------------------------------------------------------------------------------------------

    def test_a_file_that_cannot_be_read(self):
        path = os.path.join(self.folder, "bad.csv")
        with open(path, "wb") as file:
            file.write(b"title,start\n\xff\xfe,1900\n")
        self.open_sample()
        self.begin(path)
        self.see("label", "Could Not Import the File")
        self.wait(lambda: self.find("label", rf"(?s).*{path}.*"), "the file to be named")
        self.screenshot("work-bad")
        self.key("Escape")
        self.file_is_as_before()


if __name__ == "__main__":
    tap.main(Work)
