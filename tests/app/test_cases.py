# SPDX-License-Identifier: GPL-3.0-or-later
"""Cases in and out of sight: the ones opened last, files dropped onto the window, the window as it was left, preferences."""
import json
import os
import re
import subprocess
import time

from app_case import PATIENCE, PROGRAM, AppCase, Atspi, tap

SOURCE = os.path.join(os.environ.get("G_TEST_BUILDDIR", "."), "app", "drag-source")
TITLE = "Kaspersky and US Policy"


class Cases(AppCase):
    def setUp(self):
        super().setUp()
        self.environment["GSETTINGS_BACKEND"] = "keyfile"
        os.makedirs(self.environment["XDG_DATA_HOME"], exist_ok=True)

    def title(self):
        return subprocess.run(["xdotool", "getwindowname", self.window], capture_output=True, text=True,
                              check=False).stdout.strip()

    def wait_title(self, title):
        self.wait(lambda: self.title() == title, f"the window “{title}”")

    def press(self, role, name):
        """By keyboard, as who has no pointer does it."""
        def target():
            return next((node for node in self.nodes() if self.role_of(node) == role and
                         re.fullmatch(name, node.get_name() or "") and
                         node.get_state_set().contains(Atspi.StateType.FOCUSABLE)), None)
        node = self.wait(target, f"{role} “{name}”")

        def step():
            if node.get_state_set().contains(Atspi.StateType.FOCUSED):
                return True
            self.key("Tab")
            time.sleep(0.1)
            return False
        self.wait(step, f"the focus on {name}")
        self.key("Return")

    def leave(self):
        """Closes the window, and with it the program."""
        self.key("ctrl+w")
        self.assertEqual(self.process.wait(PATIENCE), 0)
        self.assertNotRegex(self.said(), r"WARNING|CRITICAL|ERROR|Sanitizer|runtime error")

    def remember_sample(self):
        self.open_sample()
        listed = os.path.join(self.environment["XDG_DATA_HOME"], "recently-used.xbel")

        def is_listed():
            if not os.path.exists(listed):
                return False
            with open(listed, encoding="utf-8") as file:
                return "kaspersky.dateline" in file.read()
        self.wait(is_listed, "the list")
        self.leave()

    def settings(self):
        path = os.path.join(self.environment["XDG_CONFIG_HOME"], "glib-2.0", "settings", "keyfile")
        with open(path, encoding="utf-8") as file:
            return dict(line.strip().split("=", 1) for line in file if "=" in line)

    def size(self):
        told = subprocess.run(["xdotool", "getwindowgeometry", self.window], capture_output=True, text=True, check=True).stdout
        return tuple(map(int, re.search(r"Geometry: (\d+)x(\d+)", told).groups()))

    def resize(self, width, height):
        self.xdotool("windowsize", self.window, width, height)
        self.wait(lambda: self.size() == (width, height), "the new size")
        self.rest()

    def is_pressed(self, name):
        node = self.see("push button", name)
        return node.get_state_set().contains(Atspi.StateType.PRESSED)

    # --- cases opened last -------------------------------------------------------------------------------------------

    def test_recent_case_opens_again(self):
        self.remember_sample()
        self.start()
        self.assertIsNone(self.find("push button", "Open the Sample Case"))
        self.press("list item", "kaspersky.*")
        self.wait_title(TITLE)

    def test_recent_case_below_the_button(self):
        self.remember_sample()
        self.start(self.sample)
        self.settled(quiet=1.2)
        self.click(self.middle_of(self.see("push button", "Recent Cases")))
        self.see("list item", "kaspersky.*")
        self.screenshot("recent-menu")
        self.press("list item", "kaspersky.*")
        self.wait(lambda: self.find("frame", TITLE), "the window to stay")

    def test_case_that_is_gone_is_not_offered(self):
        self.remember_sample()
        os.unlink(self.sample)
        self.start()
        self.see("push button", "Open the Sample Case")
        self.assertIsNone(self.find("list item", "kaspersky.*"))

    def test_list_is_cleared(self):
        self.remember_sample()
        self.start()
        self.see("list item", "kaspersky.*")
        self.press("push button", "Clear List")
        self.wait(lambda: self.find("list item", "kaspersky.*") is None, "the list to be empty")
        self.see("push button", "Open the Sample Case")
        self.assertTrue(os.path.exists(self.sample))

    # --- files dropped in ---------------------------------------------------------------------------------------------

    def drop(self, *paths, look=None):
        """Drags files from another program's window onto ours."""
        source = subprocess.Popen([SOURCE, *paths], env=self.environment, stderr=subprocess.DEVNULL)
        self.addCleanup(source.wait, PATIENCE)
        self.addCleanup(source.terminate)
        find = ["xdotool", "search", "--onlyvisible", "--name", "^Drag Source$"]
        window = self.wait(lambda: subprocess.run(find, capture_output=True, text=True, check=False).stdout.split(), "the source")[0]
        self.xdotool("windowmove", "--sync", window, 0, 720, "windowraise", window)
        time.sleep(0.3)
        self.xdotool("mousemove", "--sync", 40, 760, "mousedown", 1)
        for x, y in ((60, 755), (90, 740), (200, 600), (500, 400), (510, 390), (505, 395)):
            self.xdotool("mousemove", "--sync", x, y)
            time.sleep(0.1)
        if look:
            self.see("label", look)
            self.screenshot("drop")
        self.xdotool("mouseup", 1)

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def test_dropped_case_opens(self):
        self.start()
        self.drop(self.sample, look="Drop to Open")
        self.wait_title(TITLE)

    def test_dropped_text_is_imported_under_the_name(self):
        article = self.write("article.txt", "On 20 June 2024 something was said.\n")
        self.open_sample()
        self.key("ctrl+comma")
        self.wait(lambda: self.find("entry", "Your Name.*") or self.find("text", "Your Name.*"), "the preferences")
        self.type("A. Author")
        self.wait(lambda: "'A. Author'" in self.settings().get("author-name", ""), "the name to be kept")
        self.key("Escape")
        self.wait(lambda: self.find("label", "Your Name for the Log") is None, "the preferences to close")
        self.drop(article, look="Drop to Import")
        self.see("label", "Imported 1 source")

        def last():
            done = subprocess.run([PROGRAM, "list", self.sample, "history", "--format", "json"], capture_output=True, text=True,
                                  env=self.environment, check=True)
            return json.loads(done.stdout)[-1]
        self.wait(lambda: last().get("who") == "A. Author", "the name in the log")

    def test_text_dropped_without_a_case(self):
        self.start()
        self.drop(self.write("article.txt", "x\n"), look="Open a Case First")
        self.see("label", "Open a case first.*")

    # --- the window as it was left ------------------------------------------------------------------------------------

    def test_size_is_kept(self):
        self.start()
        self.resize(900, 640)
        self.leave()
        self.start()
        self.wait(lambda: self.size() == (900, 640), "the size of the last window")

    def test_pane_turned_off_stays_off(self):
        self.open_sample()
        self.assertTrue(self.is_pressed("Evidence"))
        self.key("F9")
        self.wait(lambda: not self.is_pressed("Evidence"), "the pane to go")
        self.leave()
        self.assertEqual(self.settings()["show-evidence"], "false")
        self.open_sample()
        self.assertFalse(self.is_pressed("Evidence"))
        self.assertTrue(self.is_pressed("Filters"))

    def test_folding_is_nobodys_wish(self):
        self.open_sample()
        self.resize(500, 640)
        self.wait(lambda: not self.is_pressed("Evidence"), "the pane to fold")
        self.key("F9")
        self.wait(lambda: self.is_pressed("Evidence"), "the pane over the content")
        self.key("F9")
        self.wait(lambda: not self.is_pressed("Evidence"), "the pane to go")
        self.leave()
        self.assertNotEqual(self.settings().get("show-evidence"), "false")


if __name__ == "__main__":
    tap.main(Cases)
