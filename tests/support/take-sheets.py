# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes pictures of every state of the window in light and dark, in several languages and widths, for people to look at.

Usage: take-sheets.py FOLDER [LANGUAGE...], with DATELINE naming the program. Each sheet (style, language) has a row for each
state and a column for each width. They are not compared with anything: nobody but a person sees what is ugly. The language
en_XA is the pseudo-locale; en_XA:he is the same from right to left.
"""
import os
import subprocess
import sys
import time

os.environ["DTL_SCREEN"] = "1930x1080x24"
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "app"))
import app_case  # noqa: E402
import pseudo  # noqa: E402

FOLDER = sys.argv[1]
BUILD = os.path.dirname(os.path.dirname(os.path.abspath(app_case.PROGRAM)))
CATALOGUE = os.path.join(HERE, "..", "..", "po", "de.po")
WIDTHS = (360, 600, 1024, 1920)
HEIGHT = 700
BORDER = 10  # without a window manager GTK keeps so much of the width for one of its own
STYLES = {"light": {}, "dark": {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}}
LANGUAGES = sys.argv[2:] or ("en", "de", "en_XA")
# What leads from the state before to this one, and what leaves it.
STATES = (
    ("sample", (), ()),
    ("folded", ("ctrl+shift+f",), ("ctrl+shift+f",)),
    ("legend", ("ctrl+l",), ("ctrl+l",)),
    ("sidebar", ("shift+F9",), ("shift+F9",)),
    ("selected", ("Home", "Right"), ()),
    ("evidence", ("F9",), ("F9",)),
    ("presentation", ("F5",), ("Escape",)),
    ("find", ("ctrl+f", "b", "a", "n", "Return"), ("Escape", "Escape")),
    ("list", ("ctrl+2",), ("ctrl+1",)),
    ("export", ("ctrl+e",), ("Escape",)),
    ("preferences", ("ctrl+comma",), ("Escape",)),
    ("shortcuts", ("ctrl+question",), ("Escape",)),
    ("menu", ("F10",), ("Escape",)),
)


class Sheets(app_case.AppCase):
    def test_sheets(self):
        pseudo.make(CATALOGUE, os.path.join(BUILD, "po", "en_XA", "LC_MESSAGES", "dateline.mo"))
        for language in LANGUAGES:
            for style, environment in STYLES.items():
                self.take_sheet(f"{language.replace(':', '-')}-{style}", {**environment, "LC_ALL": "C.UTF-8", "LANGUAGE": language})

    def take_sheet(self, name, environment):
        rows = []
        self.start(self.sample, **environment)
        self.settled(quiet=1.2)
        for state, into, out_of in STATES:
            rows.append(self.take_row(f"{name}-{state}", into, out_of))
        self.stop()
        path = os.path.join(FOLDER, name + ".png")
        subprocess.run(["convert", *rows, "-append", path], check=True)
        print("#", path, flush=True)

    def take_row(self, name, into, out_of):
        pictures = []
        for width in WIDTHS:
            self.xdotool("windowsize", "--sync", self.window, width + BORDER, HEIGHT + BORDER)
            self.xdotool("windowfocus", "--sync", self.window)
            time.sleep(0.5)
            self.key(*into)
            time.sleep(1.2)
            pictures.append(os.path.join(FOLDER, f"{name}-{width}.png"))
            part = f"{width}x{HEIGHT}+{BORDER // 2}+{BORDER // 2}"
            subprocess.run(["import", "-window", "root", "-strip", "-crop", part, "+repage", pictures[-1]], check=True)
            self.key(*out_of)
            time.sleep(0.3)
        row = os.path.join(FOLDER, name + ".png")
        subprocess.run(["convert", *pictures, "-background", "black", "+append", row], check=True)
        for picture in pictures:
            os.remove(picture)
        return row


app_case.tap.main(Sheets)
