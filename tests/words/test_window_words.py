# SPDX-License-Identifier: GPL-3.0-or-later
"""The window in a language that nobody speaks, in which every message has brackets: what a screen reader reads is
either of the case or one whole message. Without them it was never marked for translation; with several, side by side,
it was glued together, and no translator could have put the words in the order of another language.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

os.environ["DTL_SCREEN"] = "1920x1080x24"
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "app"))
sys.path.insert(0, os.path.join(HERE, "..", "support"))
import app_case  # noqa: E402
import pseudo  # noqa: E402
import tap  # noqa: E402
from app_case import AppCase, Atspi  # noqa: E402

BUILD = os.path.dirname(os.path.dirname(os.path.abspath(app_case.PROGRAM)))
WIDTHS = (360, 600, 1024, 1920)
# What a person wrote or a file is called has no brackets; neither have numbers, times and dates as they are stored.
EDTF = re.compile(r"[\dYESXT:Z~?%.,\[\]{}/+−–-]+( [–-] [\dX~?%-]+)?")
# What has no name is called by its class; whether it should have one is asked elsewhere.
CLASS_NAME = re.compile(r"(Gtk|Adw|Dtl)\w+")
FOREIGN_ROLES = {"application", "frame", "window"}
# GTK's own words, which have no brackets since nobody translated GTK into this language: window buttons, names of keys.
FOREIGN_WORDS = {"Minimize", "Minimize the window", "Maximize", "Maximize the window", "Restore", "Restore the window",
                 "Close", "Close the window", "Search Results", "No Results Found", "Try a different search",
                 "Search Shortcuts", "Shortcuts"}
KEY_NAMES = "Shift|Ctrl|Alt|Tab|Return|Enter|Escape|Home|End|Left|Right|Up|Down|Page Up|Page Down|Space|Delete|Backspace|Menu"
KEY = rf"((Shift|Ctrl|Alt) ?\+ ?)*(\w|\W|F\d+|{KEY_NAMES})"
KEYS = re.compile(rf"{KEY}( / {KEY})*")
# Newer versions of GTK read a shortcut as one: its keys, and what they do.
SHORTCUT = re.compile(rf"{KEYS.pattern} (?P<does>{pseudo.OPEN}.*)")
# Facts about one thing, read out one after the other, have a message between them; so have names in a list.
SEPARATOR = re.compile(f"{pseudo.OPEN}[;,·]{pseudo.CLOSE}| · ")
DESCRIPTION = os.path.join(HERE, "..", "..", "data", "sample", "kaspersky.json")


def is_whole(text):
    """One pair of brackets around all of it."""
    depth = 0
    for place, char in enumerate(text):
        depth += (char == pseudo.OPEN) - (char == pseudo.CLOSE)
        if depth == 0 and place < len(text) - 1:
            return False
    return depth == 0 and text.startswith(pseudo.OPEN)


def strings(value):
    if isinstance(value, dict):
        for part in value.values():
            yield from strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from strings(part)
    elif isinstance(value, str):
        yield value


class Words(AppCase):
    def setUp(self):
        super().setUp()
        # The catalogue lies beside the others, since the program looks nowhere else.
        self.catalogue = os.path.join(BUILD, "po", "en_XA", "LC_MESSAGES", "dateline.mo")
        pseudo.make(os.path.join(HERE, "..", "..", "po", "de.po"), self.catalogue)
        self.case_words = self.words_of_case()
        self.set_language("en_US.UTF-8", "en_XA")

    def set_language(self, locale, language):
        """From glibc 2.39 on there is no other language than English in C.UTF-8."""
        if not os.path.isdir(os.path.join(os.environ.get("LOCPATH", ""), locale)):
            self.skipTest(f"the locale {locale} could not be made on this system")
        self.environment.update(LC_ALL=locale, LANGUAGE=language)

    def words_of_case(self):
        found = {os.path.basename(self.sample), "EDTF", "PNG", "PDF", "SVG"}
        for what in ("events", "actors", "sources", "passages", "claims"):
            rows = subprocess.run([app_case.PROGRAM, "list", self.sample, what, "--format", "json"], check=True,
                                  capture_output=True, env=self.environment).stdout
            found.update(strings(json.loads(rows)))
        with open(DESCRIPTION, encoding="utf-8") as file:
            found.update(strings(json.load(file)))
        found.update((self.sample, self.folder, os.path.splitext(os.path.basename(self.sample))[0]))
        return found

    def texts(self):
        """(role, text) of everything that is read aloud, but the text of a source."""
        for node in self.nodes():
            role = self.role_of(node)
            if role in FOREIGN_ROLES:
                continue
            for text in (node.get_name(), node.get_description(), self.shown_text(node, role)):
                if text:
                    yield role, text.strip()

    @staticmethod
    def shown_text(node, role):
        """What a label or an entry shows; not the text of a source, which is long and nobody's message."""
        interface = None if role == "text" else node.get_text_iface()
        if interface is None:
            return ""
        return Atspi.Text.get_text(interface, 0, Atspi.Text.get_character_count(interface))

    def is_fine(self, text):
        return self.is_fine_part(text) or all(self.is_fine_part(part) for part in SEPARATOR.split(text))

    def is_fine_part(self, text):
        text = text.strip(" \n\u00a0•✓≠")
        # Brackets around what somebody supplied are a sign in every language.
        if text.startswith("[") and text.endswith("]"):
            return self.is_fine_part(text[1:-1])
        if not re.search(r"[^\W\d_]", text) or text in FOREIGN_WORDS or text in self.case_words or is_whole(text):
            return True
        shortcut = SHORTCUT.fullmatch(text)
        if shortcut:
            return is_whole(shortcut["does"])
        if EDTF.fullmatch(text) or CLASS_NAME.fullmatch(text) or KEYS.fullmatch(text):
            return True
        # GTK reads some labels twice, once for the widget and once for what is in it.
        half = len(text) // 2
        return is_whole(text[:half].strip()) and text[:half].replace("_", "").strip() == text[half:].strip() or (
            text.replace("_", "", 1) != text and self.is_fine_part(text.replace("_", "", 1)))

    def check(self, state):
        def whole_tree():
            return list(self.texts())
        found = sorted({f"{role}: {text!r}" for role, text in self.wait(whole_tree, "the window") if not self.is_fine(text)})
        self.assertFalse(found, f"{state}:\n" + "\n".join(found))

    def resize(self, width, height=800):
        self.xdotool("windowsize", self.window, width, height)
        self.settled(quiet=0.6)

    def test_widths(self):
        self.open_sample()
        for width in WIDTHS:
            with self.subTest(width=width):
                self.resize(width)
                self.check(f"{width} wide")
                self.screenshot(f"words-pseudo-{width}")

    def test_evidence(self):
        self.open_sample()
        self.resize(1400)
        self.key("Home", "Return")
        for number in range(8):
            self.key("Down")
            self.settled()
            with self.subTest(event=number):
                self.check("an event's evidence")
        self.screenshot("words-pseudo-evidence")

    def test_menus_and_find(self):
        self.open_sample()
        self.resize(1400)
        for name, keys, leave in (("menu", ("F10",), ("Escape",)), ("find", ("ctrl+f",), ("Escape", "Escape")),
                                  ("list", ("ctrl+2",), ("ctrl+1",)), ("preferences", ("ctrl+comma",), ("Escape",)),
                                  ("export", ("ctrl+e",), ("Escape",)), ("shortcuts", ("ctrl+question",), ("Escape",))):
            with self.subTest(name):
                self.key(*keys)
                self.let_run(0.5)
                self.rest()
                self.screenshot(f"words-pseudo-{name}")
                self.check(name)
                self.key(*leave)
                self.let_run(0.3)
                self.rest()

    def test_without_a_case(self):
        self.start()
        self.wait(lambda: len(list(self.texts())) > 5, "the empty window")
        self.screenshot("words-pseudo-empty")
        self.check("no case")

    def test_from_right_to_left(self):
        """Panes change sides; time does not turn round."""
        if not os.path.exists("/usr/share/locale/ar/LC_MESSAGES/gtk40.mo"):
            self.skipTest("GTK's Arabic words are not installed")
        self.set_language("ar_EG.UTF-8", "ar:en_XA")  # newer versions take the direction from the locale
        self.open_sample()
        self.resize(1600)
        places = self.settled()
        self.assertLess(places.mark("Homeland Security bans Kaspersky from federal networks")[0],
                        places.mark("Kaspersky to begin closing its US business")[0])
        actors = self.see("push button", f".*{re.escape(pseudo.pseudo('All Actors'))}.*")
        canvas = self.see("list", f"{pseudo.OPEN}Ţîméļîñé.*")
        left, right = (Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW).x for node in (canvas, actors))
        self.assertLess(left, right)
        self.screenshot("words-right-to-left")


if __name__ == "__main__":
    tap.main(Words)
