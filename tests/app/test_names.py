# SPDX-License-Identifier: GPL-3.0-or-later
"""Names of what opens over the window: menus, popovers, the about box; and of what unfolds in the sidebar."""
import re
import time

from app_case import Atspi, tap
from test_access import Access


class OverTheWindow(Access):
    def menu_item(self, pattern):
        return self.wait(lambda: self.find("menu item", pattern), f"“{pattern}” in a menu")

    def in_front(self):
        """A second window of the program, with the focus; from libadwaita 1.5 on some are dialogs in the first one."""
        def front():
            return self.other_window(self.window) or (self.find("dialog", ".+") is not None and self.window)
        other = self.wait(front, "another window")
        self.xdotool("windowfocus", "--sync", other)
        return other

    def test_about(self):
        self.open_sample()
        self.key("F10")
        self.menu_item("About Dateline")
        self.key("Up", "Return")
        self.in_front()
        self.wait(lambda: self.find("label", r"\d+\.\d+.*") or self.find("push button", r"\d+\.\d+.*"), "the version")
        self.check("about")

    def test_context_menu_of_an_event(self):
        self.open_sample()
        self.key("Home")
        self.wait_focus(r".*; 1 of 28")
        self.key("Menu")
        self.menu_item("Zoom to.*|Show .*|Open.*|Copy.*")
        self.check("context menu of an event")

    def test_context_menu_in_the_list(self):
        self.open_sample()
        self.key("ctrl+2")
        self.wait(lambda: any(n.get_role_name() in ("tree table", "table") and self.is_seen(n) for n in self.nodes()), "the list")
        self.key("Down", "Menu")
        self.menu_item("Zoom to.*|Show .*|Open.*|Copy.*")
        self.check("context menu of the list")

    def test_recent_cases(self):
        self.open_sample()
        arrow = self.see("push button", "Recent Cases")
        self.click(self.middle_of(arrow))
        time.sleep(1)
        self.check("recent cases")

    def test_sections_of_the_sidebar(self):
        self.open_sample()
        for section in ("Date", "Kind", "Status", "Assertion", "Sources"):
            Atspi.Action.do_action(self.see("push button", section), 0)
            time.sleep(0.5)
        self.check("sections of the sidebar")

    def test_chips(self):
        self.open_sample()
        self.go_to(r"Kaspersky, \d+ events")
        self.key("space")
        self.see("push button", r"(Remove|Show).*Kaspersky.*")
        self.check("chips")

    def test_choices_of_the_export_dialog(self):
        self.open_sample()
        self.key("ctrl+e")
        self.in_front()
        self.see("push button", "Export…")
        for mnemonic in ("f", "i", "c", "t"):
            self.key(f"alt+{mnemonic}")
            time.sleep(0.5)
            self.key("space")
            time.sleep(0.5)
            self.check(f"choices after Alt+{mnemonic.upper()}")
            self.key("Escape")
            time.sleep(0.3)
            if self.other_window(self.window) is None:
                break

    def test_nothing_is_named_after_its_icon(self):
        self.open_sample()
        for node in self.nodes():
            self.assertFalse(re.search(r"[a-z]-symbolic\b", node.get_name() or ""), node.get_name())


if __name__ == "__main__":
    tap.main(OverTheWindow)
