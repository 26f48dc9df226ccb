# SPDX-License-Identifier: GPL-3.0-or-later
"""Printing by keyboard, with GTK's own dialog, to a file: its pages are those of the PDF that the command line writes."""
import os
import shutil
import subprocess
import time

from app_case import AppCase, Atspi, tap


class Printing(AppCase):
    def setUp(self):
        super().setUp()
        here = os.getcwd()
        os.chdir(self.folder)  # where GTK prints files to, unless there is a folder for documents
        self.addCleanup(os.chdir, here)
        self.environment["HOME"] = self.folder
        self.environment["GTK_PRINT_BACKENDS"] = "file"

    def is_sensitive(self, name):
        node = self.find("push button", f"(_{name} )?{name}")  # GTK's own dialogs have the mnemonic in the name
        return node is not None and node.get_state_set().contains(Atspi.StateType.SENSITIVE) and node

    def open_dialog(self):
        self.key("ctrl+p")
        dialog = self.wait(lambda: self.other_window(self.window), "the dialog")
        self.xdotool("windowfocus", "--sync", dialog)
        self.see("dialog", "Print")
        return dialog

    def choose_file_printer(self):
        """The only printer: from the tabs into the list, and its first line."""
        self.wait(lambda: self.find("label", "Print to File"), "the printer")
        for key in ("Tab", "space"):
            if self.is_sensitive("Print"):
                break
            self.key(key)
            time.sleep(0.3)
        return self.wait(lambda: self.is_sensitive("Print"), "a printer to be chosen")

    def pdf(self):
        found = [name for name in os.listdir(self.folder) if name.endswith(".pdf")]
        path = os.path.join(self.folder, found[0]) if found else None
        return path if path and os.path.getsize(path) > 1000 and open(path, "rb").read()[-6:].strip() == b"%%EOF" else None

    def text(self, path):
        return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout

    def test_to_a_file(self):
        self.open_sample()
        self.open_dialog()
        button = self.choose_file_printer()
        self.screenshot("print-dialog")
        Atspi.Action.do_action(button, 0)
        path = self.wait(self.pdf, "the printed file")
        self.assertEqual(os.path.basename(path), "Kaspersky and US Policy.pdf")
        if shutil.which("pdftotext") is None:
            self.skipTest("pdftotext is not installed")
        exported = os.path.join(self.folder, "exported", "a.pdf")
        os.mkdir(os.path.dirname(exported))
        subprocess.run([os.environ["DATELINE"], "export", self.sample, "-o", exported, "--theme", "print"], check=True,
                       env=self.environment)
        printed = self.text(path)
        self.assertIn("Kaspersky and US Policy", printed)
        self.assertEqual(printed.split(), self.text(exported).split())

    def test_escape_prints_nothing(self):
        self.open_sample()
        dialog = self.open_dialog()
        self.key("Escape")
        self.wait(lambda: self.other_window(self.window) != dialog, "the dialog to go")
        self.assertIsNone(self.pdf())


if __name__ == "__main__":
    tap.main(Printing)
