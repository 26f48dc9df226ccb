# SPDX-License-Identifier: GPL-3.0-or-later
"""The export dialog with real pointer and keys: the preview follows every choice, the file is what it showed, and the
choices are there again."""
import json
import os
import re
import select
import shutil
import struct
import subprocess
import sys
import unittest
import xml.etree.ElementTree as ElementTree

from app_case import PROGRAM, AppCase, Atspi, tap

SVG = "{http://www.w3.org/2000/svg}"
FORMATS = {"png": 0, "pdf": 1, "svg": 2}
MOST_TABS = 24
SWITCHES = ("Fold Empty Stretches", "Legend", "Links Between Events", "Passages", "Sources")
FILE_MANAGER = """
import sys
from gi.repository import Gio, GLib
NODE = Gio.DBusNodeInfo.new_for_xml('<node><interface name="org.freedesktop.FileManager1"><method name="ShowItems">'
    '<arg type="as" direction="in"/><arg type="s" direction="in"/></method></interface></node>')
def called(connection, sender, path, interface, method, parameters, invocation):
    print(parameters.unpack()[0][0], flush=True)
    invocation.return_value(None)
def owned(connection, name):
    connection.register_object('/org/freedesktop/FileManager1', NODE.interfaces[0], called, None, None)
    print('ready', flush=True)
Gio.bus_own_name(Gio.BusType.SESSION, 'org.freedesktop.FileManager1', 0, owned, None, None)
GLib.MainLoop().run()
"""


class ExportDialog(AppCase):
    def setUp(self):
        super().setUp()
        self.environment["GSETTINGS_BACKEND"] = "keyfile"
        self.frame = None

    # --- the dialog --------------------------------------------------------------------------------------------------

    def nodes(self, root=None):
        """While there is a dialog, what is in it alone: the window behind it has many more."""
        yield from super().nodes(root or self.frame)

    def open_dialog(self):
        self.xdotool("windowfocus", "--sync", self.window)
        self.key("ctrl+e")
        self.dialog = self.wait(lambda: self.other_window("Export Picture"), "the dialog")
        self.xdotool("windowfocus", "--sync", self.dialog)
        self.frame = self.wait(self.find_frame, "the dialog to be told")
        return self.preview(".*")

    def find_frame(self):
        top = self.application()
        children = [top.get_child_at_index(i) for i in range(top.get_child_count())]
        return next((child for child in children if child is not None and child.get_name() == "Export Picture"), None)

    def close_dialog(self):
        self.frame = None
        self.xdotool("windowfocus", "--sync", self.dialog)
        self.key("Escape")
        self.gone()

    def gone(self):
        self.wait(lambda: not self.other_window("Export Picture"), "the dialog to go")

    def other_window(self, title):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid), "--name", f"^{title}$"],
                               capture_output=True, text=True, check=False).stdout.split()
        return next((window for window in found if window != self.window), None)

    def preview(self, words):
        """What is said of the preview, once it says this."""
        return self.see("image", f"Preview: {words}").get_name()

    def pick(self, mnemonic, index):
        """Chooses in a row with the keyboard alone."""
        self.key(f"alt+{mnemonic}")
        self.wait(lambda: self.popovers_open(), "the choices")
        self.key("Home", *["Down"] * index, "Return")
        self.wait(lambda: not self.popovers_open(), "the choices to go")

    def reach(self, name):
        """Moves on to a row. The choices of one that is still below the screen have no monitor, of which GTK complains."""
        for _ in range(MOST_TABS):
            if any(name in n.get_name() and n.get_state_set().contains(Atspi.StateType.FOCUSED) for n in self.nodes()):
                return
            self.key("Tab")
        self.fail(f"Tab does not reach {name}")

    def popovers_open(self):
        """Whether a row shows its choices: then a list item has the focus."""
        return any(n.get_role_name() == "list item" and n.get_state_set().contains(Atspi.StateType.FOCUSED)
                   and n.get_name() not in SWITCHES for n in self.nodes())

    def click_in_dialog(self, node):
        box = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
        whole = Atspi.Component.get_extents(self.frame, Atspi.CoordType.WINDOW)
        said = subprocess.run(["xdotool", "getwindowgeometry", "--shell", self.dialog], capture_output=True, text=True,
                              check=True).stdout
        # Newer versions count the border of a window as a part of it, which begins left of what is inside.
        shadow = (int(re.search(r"WIDTH=(\d+)", said).group(1)) - whole.width) // 2 - whole.x
        self.xdotool("mousemove", "--sync", "--window", self.dialog, box.x + box.width // 2 + shadow,
                     box.y + box.height // 2 + shadow)
        self.xdotool("click", 1)

    def export_to(self, path, ask=None):
        """Has the picture written: the first Return is the dialog's, the second one the file chooser's."""
        self.wait(lambda: self.sensitive("Export…"), "exporting to be possible")
        (ask or (lambda: self.key("Return")))()
        chooser = self.wait(self.chooser, "the file chooser")
        self.xdotool("windowfocus", "--sync", chooser)
        self.key("ctrl+a")
        self.type(path)
        self.wait(lambda: any(path in self.text_of(n) for n in super(ExportDialog, self).nodes()
                              if n.get_role_name() == "text"), "the path")
        self.key("shift+End", "Delete")  # what was completed meanwhile
        self.key("Return")

    def chooser(self):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)], capture_output=True,
                               text=True, check=False).stdout.split()
        return next((window for window in found if window not in (self.window, self.dialog)), None)

    @staticmethod
    def text_of(node):
        try:
            return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))
        except Exception:  # an accessible that went away has no text
            return ""

    def sensitive(self, name):
        return self.see("push button", name).get_state_set().contains(Atspi.StateType.SENSITIVE)

    def exported(self, name):
        path = os.path.join(self.folder, name)
        self.export_to(path)
        self.gone()
        self.frame = None
        self.see("label", f"Exported to “{name}”")
        with open(path, "rb") as file:
            return file.read()

    def command_line(self, name, *options):
        path = os.path.join(self.folder, name)
        subprocess.run([PROGRAM, "export", self.sample, "-o", path, *options], check=True, env=self.environment)
        with open(path, "rb") as file:
            return file.read()

    @staticmethod
    def words(svg):
        return "\n".join("".join(t.itertext()) for t in ElementTree.fromstring(svg).iter(SVG + "text"))

    # --- tests -------------------------------------------------------------------------------------------------------

    def test_the_file_is_what_the_preview_said(self):
        self.open_sample()
        self.assertRegex(self.open_dialog(), r"Preview: 1600 by 900 pixels, \d+ lanes, 28 events")
        self.screenshot("export")
        picture = self.exported("a.png")
        self.assertEqual(struct.unpack(">II", picture[16:24]), (1600, 900))
        self.assertEqual(picture, self.command_line("same.png", "--size", "1600x900"))

    def test_every_choice_changes_the_preview(self):
        self.open_sample()
        self.open_dialog()
        self.pick("i", 3)
        self.preview("1200 by 1200 pixels, .*")
        self.pick("a", 2)
        self.preview("2400 by 2400 pixels, .*")
        self.pick("f", FORMATS["pdf"])
        self.pick("i", 4)
        self.see("label", "1 page of 297 × 210 mm, .*")
        self.click_in_dialog(self.see("check box", "Passages.*"))
        self.preview(r"page 1 of \d, .*")
        self.click_in_dialog(self.see("push button", "Next Page"))
        self.preview(r"page 2 of \d, .*")
        self.screenshot("export-pages")
        self.pick("c", 1)
        self.xdotool("windowfocus", "--sync", self.dialog)
        path = os.path.join(self.folder, "b.pdf")
        self.export_to(path, ask=lambda: self.click_in_dialog(self.see("push button", "Export…")))
        self.gone()
        self.frame = None
        self.see("label", "Exported to “b.pdf”")
        with open(path, "rb") as file:
            self.assertEqual(file.read(), self.command_line("same.pdf", "--size", "A4", "--passages", "--theme", "dark"))
        if shutil.which("pdftotext"):
            text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
            self.assertIn("Our summary", text)

    def test_as_in_the_window(self):
        self.open_sample()
        for _ in range(4):
            places = self.after(lambda: self.key("plus"))
        self.open_dialog()
        self.pick("t", 1)
        self.preview(r".* (\d|1\d|2[0-7]) events?")
        self.pick("f", FORMATS["svg"])
        self.see("label", r"1600 × 900 pixels, \d+.*")
        words = self.words(self.exported("view.svg"))
        left, right = places.left_seconds, places.left_seconds + (
            places.size[0] - 10) / places.px_per_day * 86400
        events = json.loads(subprocess.run([PROGRAM, "list", self.sample, "--format", "json"], check=True,
                                           capture_output=True, text=True, env=self.environment).stdout)
        seconds = {e["title"]: self.civil(e["earliest"]) for e in events if not e["undated"]}
        latest = {e["title"]: self.civil(e["latest"]) for e in events if not e["undated"]}
        outside = [t for t in seconds if latest[t] < left - 86400 * 400 or seconds[t] > right + 86400 * 400]
        self.assertTrue(outside)
        for title in outside:
            self.assertNotIn(title[:18], words)
        self.assertRegex(words, r"\d+ events? before")

    @staticmethod
    def civil(day):
        import datetime
        return (datetime.date.fromisoformat(day) - datetime.date(1970, 1, 1)).days * 86400

    def test_a_span_and_what_is_wrong_with_it(self):
        self.open_sample()
        self.open_dialog()
        self.pick("t", 2)
        self.key("alt+r", "ctrl+a")
        self.type("soon")
        self.see("label", ".*Write a date, as in 2024-06.*")
        self.wait(lambda: not self.sensitive("Export…"), "exporting to be impossible")
        self.screenshot("export-error")
        self.key("ctrl+a")
        self.type("2024-06")
        self.wait(lambda: self.sensitive("Export…"), "exporting to be possible")
        self.preview(r".*, (\d|1\d|2[0-7]) events?")
        self.key("alt+l", "ctrl+a")
        self.type("Sales ban")
        self.pick("f", FORMATS["svg"])
        self.reach("Stamp")
        self.pick("m", 2)
        self.see("label", r"1600 × 900 pixels, \d+.*")
        words = self.words(self.exported("span.svg"))
        self.assertIn("Sales ban", words)
        self.assertIn("A choice of events", words)
        self.assertNotIn("Case ", words)
        self.assertNotIn("Kaspersky and US Policy", words)

    def test_choices_are_kept(self):
        self.open_sample()
        self.open_dialog()
        self.pick("f", FORMATS["svg"])
        self.pick("i", 7)
        self.pick("c", 1)
        self.preview("1600 by 900 pixels, .*")
        self.close_dialog()
        self.open_dialog()
        for words in ("SVG Drawing", "Own Size", "Dark"):
            self.see("label", words)
        self.close_dialog()
        self.stop()
        self.open_sample()
        self.open_dialog()
        self.see("label", "Own Size")
        self.see("text", "Title, Empty for None")

    def test_what_fails_is_told_and_the_dialog_stays(self):
        self.open_sample()
        self.open_dialog()
        self.export_to(os.path.join(self.folder, "a.pdf"))
        self.see("label", "“a.pdf” does not end in .png.*")
        self.xdotool("windowfocus", "--sync", self.dialog)
        self.close_dialog()
        self.assertFalse(os.path.exists(os.path.join(self.folder, "a.pdf")))

    def test_cancelling_leaves_nothing(self):
        table = os.path.join(self.folder, "many.csv")
        case = os.path.join(self.folder, "many.dateline")
        with open(table, "w", encoding="utf-8") as file:
            file.write("title,start,actors\n")
            for i in range(6000):
                file.write(f"Notice number {i} of many,{1990 + i % 30}-{1 + i % 12:02},Agency {i % 40}\n")
        subprocess.run([PROGRAM, "new", case], check=True, env=self.environment)
        subprocess.run([PROGRAM, "import", case, table], check=True, env=self.environment, capture_output=True)
        self.start(case)
        self.settled(quiet=1.2)
        self.open_dialog()
        self.pick("f", FORMATS["pdf"])
        self.key("alt+p")
        before = sorted(os.listdir(self.folder))
        self.export_to(os.path.join(self.folder, "many.pdf"))
        self.wait(lambda: self.find("push button", "Cancel") and self.sensitive("Cancel"), "the export to run")
        self.xdotool("windowfocus", "--sync", self.dialog)
        self.key("Escape")
        self.wait(lambda: self.sensitive("Export…"), "the export to end")
        self.assertEqual(sorted(os.listdir(self.folder)), before)
        self.see("label", "PDF Document")
        self.close_dialog()
        self.assertIsNone(self.find("label", "Exported to .*"))

    def test_show_in_files(self):
        manager = subprocess.Popen([sys.executable, "-c", FILE_MANAGER], stdout=subprocess.PIPE, text=True)
        self.addCleanup(manager.wait)
        self.addCleanup(manager.terminate)
        self.assertEqual(manager.stdout.readline().strip(), "ready")
        self.open_sample()
        self.open_dialog()
        self.exported("shown.png")
        self.xdotool("windowfocus", "--sync", self.window)
        self.click(self.middle_of(self.see("push button", "Show in Files.*")))
        self.wait(lambda: select.select([manager.stdout], [], [], 0)[0], "the file manager to be asked")
        self.assertEqual(manager.stdout.readline().strip(), "file://" + os.path.join(self.folder, "shown.png"))
        manager.stdout.close()

    def test_a_completed_name_replaces_nothing_unasked(self):
        path = os.path.join(self.folder, "there.png")
        with open(path, "wb") as file:
            file.write(b"mine")
        self.open_sample()
        for key, replaced in (("Return", False), ("Escape", False), ("alt+r", True)):
            self.open_dialog()
            self.export_to(path[:-len(".png")])
            self.frame = None
            self.focus_question(self.see("label", "Replace “there.png”."))
            self.key(key)
            if replaced:
                self.gone()
                self.see("label", "Exported to “there.png”")
            else:
                self.wait(lambda: not self.find("label", "Replace “there.png”."), "the question to go")
                self.close_dialog()
            with open(path, "rb") as file:
                self.assertEqual(file.read() != b"mine", replaced)

    def focus_question(self, label):
        """A window of its own before libadwaita 1.5, and in the dialog's from then on."""
        top = label
        while top.get_parent() != self.application():
            top = top.get_parent()
        asks_inside = top.get_name() == "Export Picture"
        self.xdotool("windowfocus", "--sync", self.dialog if asks_inside else self.wait(self.chooser, "the question"))

    def test_copy(self):
        self.open_sample()
        self.open_dialog()
        self.click_in_dialog(self.see("push button", "Copy Picture"))
        self.see("label", "Picture copied")
        if shutil.which("xclip"):
            copied = subprocess.run(["xclip", "-selection", "clipboard", "-t", "image/png", "-o"], capture_output=True,
                                    check=True, timeout=60).stdout
            self.assertEqual(struct.unpack(">II", copied[16:24]), (1600, 900))

    def test_keyboard_reaches_everything(self):
        self.open_sample()
        self.open_dialog()
        reached = set()
        for _ in range(MOST_TABS):
            self.key("Tab")
            reached |= {n.get_name() for n in self.nodes() if n.get_state_set().contains(Atspi.StateType.FOCUSED)}
        for name in ("Copy Picture", "Export…", "Format", "Size", "Scale", "Colours", "Time", "Legend", "Passages", "Sources",
                     "Stamp"):
            self.assertTrue(any(name in other for other in reached), f"Tab does not reach {name}: {reached}")


if __name__ == "__main__":
    tap.main(ExportDialog)
