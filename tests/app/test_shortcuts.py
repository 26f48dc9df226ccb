# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of keys, the window that lists them and the actions that there are say the same. Needs no display.

Whether GTK understands each key, and whether the window really has each action, is asked by test-window.c.
"""
import glob
import os
import re
import sys
import unittest
import xml.etree.ElementTree as ElementTree

ROOT = os.path.join(os.environ.get("G_TEST_SRCDIR", "."), "..")
sys.path.insert(0, os.path.join(ROOT, "tests", "support"))
import tap  # noqa: E402

# What people try without looking, where the action exists.
STANDARD = {
    "win.new-case": "<Control>n", "win.open": "<Control>o", "win.undo": "<Control>z", "win.redo": "<Shift><Control>z",
    "win.print": "<Control>p", "win.find": "<Control>f", "win.find-next": "<Control>g", "win.find-previous": "<Shift><Control>g",
    "win.zoom-in": "<Control>plus", "win.zoom-out": "<Control>minus", "win.zoom-fit": "<Control>0",
    "window.close": "<Control>w", "app.quit": "<Control>q", "app.preferences": "<Control>comma",
    "app.shortcuts": "<Control>question", "app.help": "F1", "win.toggle-evidence": "F9",
}
BUILT_IN = {"F10"}  # GTK's own key for the main menu


def read(*parts):
    with open(os.path.join(ROOT, *parts), encoding="utf-8") as file:
        return file.read()


def sources():
    return "\n".join(read(os.path.relpath(path, ROOT)) for path in glob.glob(os.path.join(ROOT, "src/app/**/*.c"), recursive=True))


class Shortcuts(unittest.TestCase):
    def setUp(self):
        lines = re.findall(r'\{ "((?:app|win|window)\.[a-z0-9-]+)", \{ ([^}]*) \} \}', read("src", "app", "dtl-accels.c"))
        self.keys = {action: re.findall(r'"([^"]+)"', keys) for action, keys in lines}
        overlay = ElementTree.fromstring(read("ui", "help-overlay.ui"))
        shown = [node for node in overlay.iter("object") if node.get("class") == "GtkShortcutsShortcut"]
        self.shown = [{prop.get("name"): prop.text for prop in node.findall("property")} for node in shown]
        self.source = sources()

    def test_table_is_read(self):
        self.assertGreater(len(self.keys), 20)
        self.assertGreater(len(self.shown), 20)

    def test_standard_keys(self):
        for action, key in STANDARD.items():
            with self.subTest(action=action):
                self.assertIn(key, self.keys.get(action, []))

    def test_no_key_twice(self):
        keys = [self.normal(key) for keys in self.keys.values() for key in keys]
        self.assertEqual(sorted(keys), sorted(set(keys)))

    def test_no_key_of_the_desktop_or_of_menus(self):
        for keys in self.keys.values():
            for key in keys:
                self.assertNotRegex(key, r"(?i)<super>|<meta>|<hyper>")
                self.assertNotRegex(key, r"(?i)^(?:<shift>)?<alt>(?:<shift>)?[a-z]$")

    def test_each_key_has_an_action(self):
        """An action is installed on the window's class, or added by name to a map of actions."""
        for action in self.keys:
            if action == "window.close":  # GTK's own
                continue
            scope, name = action.split(".", 1)
            self.assertTrue(f'"{action}"' in self.source.replace(f'{{ "{action}", {{', "") or f'"{name}"' in self.source,
                            f"{action} is nowhere but in the table")

    def test_each_key_is_shown(self):
        shown = {entry.get("action-name") for entry in self.shown}
        self.assertEqual(set(self.keys) - shown, set())

    def test_what_is_shown_is_there(self):
        for entry in self.shown:
            action = entry.get("action-name")
            with self.subTest(title=entry["title"]):
                if action:
                    self.assertIn(action, self.keys)
                else:
                    self.check_widget_keys(entry["accelerator"])

    def check_widget_keys(self, keys):
        """Keys of the canvas and the overview: the widget's code must name them."""
        for key in keys.split():
            name = re.sub(r"<[^>]+>", "", key)
            if key not in BUILT_IN:
                self.assertTrue(f"GDK_KEY_{name}" in self.source or f"GDK_KEY_{name.lower()}" in self.source, key)

    def test_each_entry_of_a_menu_has_an_action(self):
        """So it can be reached by keys, from menus and from tests."""
        entries = set(re.findall(r'g_menu_(?:append|append_item|insert)\s*\([^;]*?"((?:app|win)\.[a-z0-9-]+)', self.source))
        for path in glob.glob(os.path.join(ROOT, "ui", "*.ui")):
            with open(path, encoding="utf-8") as file:
                entries |= set(re.findall(r'<attribute name="action">([^<]+)<', file.read()))
        self.assertGreater(len(entries), 15)
        for entry in entries:
            with self.subTest(action=entry):
                scope, name = entry.split(".", 1)
                wanted = rf'install_(?:property_)?action\s*\([^;]*"{entry}"' if scope == "win" else f'"{name}"'
                is_setting = re.search(rf'toggles\[\] = {{[^}}]*"{name}"', self.source)
                self.assertTrue(is_setting or re.search(wanted, self.source), f"{entry} is in a menu and nowhere else")

    def test_main_menu_ends_as_everywhere(self):
        menu = ElementTree.fromstring(read("ui", "dtl-window.ui")).find("menu")
        actions = [[item.text for item in section.iter("attribute") if item.get("name") == "action"] for section in menu]
        self.assertEqual(actions[-1], ["app.preferences", "app.shortcuts", "app.help", "app.about"])
        self.assertFalse({"app.quit", "window.close"} & {action for section in actions for action in section})

    @staticmethod
    def normal(key):
        modifiers = sorted(modifier.lower() for modifier in re.findall(r"<([^>]+)>", key))
        return "+".join([*modifiers, re.sub(r"<[^>]+>", "", key).lower()])


tap.main(Shortcuts)
