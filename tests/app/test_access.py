# SPDX-License-Identifier: GPL-3.0-or-later
"""The window for who cannot see it or has no pointer: names and roles, the items of the timeline, what is announced,
and the whole job of reading by keyboard alone. No test here moves the pointer."""
import os
import re
import unittest

from app_case import AppCase, Atspi, GLib, tap

BAN = "Ban on US sales of Kaspersky software"
CLASS_NAME = re.compile(r"(Gtk|Adw|Dtl|Gdk)[A-Z]\w*")
# Roles for who presses, chooses, types or reads; a panel or filler needs no name.
NEED_NAMES = {"push button", "toggle button", "check box", "radio button", "entry", "text", "list", "list item", "menu item",
              "combo box", "spin button", "slider", "link", "tree table", "table", "switch", "password text", "page tab"}


class Access(AppCase):
    # --- the tree ----------------------------------------------------------------------------------------------------

    def is_seen(self, node):
        """Whether it has a place in the window; on GTK 4.8 pages that are not shown are "showing" too."""
        try:
            box = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
        except Exception:  # pages of a stack have no place
            return False
        return box.width > 0 and box.height > 0

    def is_focusable(self, node):
        states = node.get_state_set()
        return states.contains(Atspi.StateType.FOCUSABLE)

    def faults(self):
        """What a screen reader would name badly, now."""
        found = []
        for node in self.nodes():
            role, name = node.get_role_name(), (node.get_name() or "").strip()
            if not (self.is_focusable(node) or role in NEED_NAMES) or not self.is_seen(node):
                continue
            if role in ("frame", "dialog", "window", "filler", "panel", "scroll pane") and not name and not self.is_focusable(node):
                continue
            if role == "page tab":
                name = name.lstrip("_")  # the pager of GTK's own shortcuts window
            if role == "list item" and not name:  # rows of lists leave that to their labels on GTK 4.8
                name = " ".join(child.get_name() or "" for child in self.nodes(node) if child is not node).strip()
            if not name or CLASS_NAME.fullmatch(name) or re.search(r"[a-z]-symbolic\b|(^| )_\w", name):
                found.append(f"{role} “{name}” in {self.path(node)}")
        return found

    def path(self, node):
        names = []
        while node is not None and len(names) < 6:
            names.append(f"{node.get_role_name()} “{node.get_name() or ''}”")
            node = node.get_parent()
        return " < ".join(names[1:])

    def check(self, state):
        faults = self.faults()
        self.assertEqual(faults, [], f"{state}: " + "\n".join(faults))

    def focused(self):
        """The accessible that has the focus, the innermost."""
        found = None
        for node in self.nodes():
            if node.get_state_set().contains(Atspi.StateType.FOCUSED):
                found = node
        return found

    def focused_name(self):
        node = self.focused()
        return node.get_name() if node is not None else ""

    def wait_focus(self, pattern):
        return self.wait(lambda: re.fullmatch(pattern, self.focused_name() or "") and self.focused(), f"the focus on “{pattern}”")

    def go_to(self, pattern):
        """With F6 and Tab, at most as far as there is something."""
        for _ in range(60):
            if re.fullmatch(pattern, self.focused_name() or ""):
                return
            self.move_focus("Tab" if self.is_in("Actors|Filters|All Actors") else "F6")
        self.fail(f"no way to “{pattern}”")

    def move_focus(self, key):
        """Presses a key, and waits until the focus is elsewhere."""
        before = self.focused()
        self.key(key)
        return self.wait(lambda: self.focused() not in (before, None) and self.focused(), f"{key} to move the focus")

    def is_in(self, pattern):
        node = self.focused()
        while node is not None:
            if re.fullmatch(pattern, node.get_name() or "") or (node.get_role_name() == "check box"):
                return True
            node = node.get_parent()
        return False

    def items(self):
        timeline = self.see("list", "Timeline.*")
        return [timeline.get_child_at_index(i) for i in range(timeline.get_child_count())]

    def names(self):
        return [item.get_name() for item in self.items()]


class Canvas(Access):
    def test_items_are_the_events_in_view(self):
        self.open_sample()
        timeline = self.see("list", r"Timeline, 28 events from 2017 to 2024")
        self.assertIn("Arrow keys move", timeline.get_description())
        names = self.wait(lambda: len(self.names()) > 12 and self.names(), "the items")
        counts = [int(m.group(1)) for m in (re.search(r"; (\d+) of 28$", name) for name in names) if m]
        self.assertGreater(len(counts), 12)
        self.assertEqual(counts, sorted(counts), "the items stand in the order of time")
        ban = next(name for name in names if name.startswith(BAN))
        self.assertRegex(ban, r"; 20 June 2024; .*Kaspersky.*; .*sources differ; \d+ of 28$")
        for item in self.items():
            self.assertEqual(item.get_role_name(), "list item")
            box = Atspi.Component.get_extents(item, Atspi.CoordType.WINDOW)
            self.assertGreater(box.width * box.height, 0)

    def test_arrows_move_the_focus(self):
        self.open_sample()
        self.wait_focus("Timeline.*")
        self.key("End")
        self.wait_focus(r".*; 28 of 28")
        self.key("Home")
        first = self.wait_focus(r".*; 1 of 28")
        self.assertTrue(first.get_state_set().contains(Atspi.StateType.SELECTED))
        self.key("Right")
        self.wait_focus(r".*; 2 of 28")
        self.assertEqual(sum(i.get_state_set().contains(Atspi.StateType.SELECTED) for i in self.items()), 1)
        self.key("Return")
        self.see("status bar", r"1 of \d+")
        self.wait_focus(r".*; 2 of 28")
        self.key("Escape")
        self.wait_focus("Timeline.*")

    def test_arrows_lead_from_lane_to_lane(self):
        self.open_sample()
        self.wait_focus("Timeline.*")
        self.key("Home")
        first = self.wait_focus(r".*; 1 of 28")
        top = Atspi.Component.get_extents(first, Atspi.CoordType.WINDOW).y
        self.key("Down")
        below = self.wait_focus(r".*; (?!1 of)\d+ of 28")
        self.assertGreater(Atspi.Component.get_extents(below, Atspi.CoordType.WINDOW).y, top)
        self.key("Up")
        above = self.wait_focus(rf"(?!{re.escape(self.name_of(below))}$).*; \d+ of 28")
        self.assertLess(Atspi.Component.get_extents(above, Atspi.CoordType.WINDOW).y,
                        Atspi.Component.get_extents(below, Atspi.CoordType.WINDOW).y)

    def test_tab_enters_and_leaves(self):
        self.open_sample()
        self.key("Home")
        self.wait_focus(r".*; 1 of 28")
        self.key("Tab")
        self.wait(lambda: not self.focused_name().endswith("of 28"), "the focus to leave")
        self.key("shift+Tab")
        self.wait_focus(r".*; 1 of 28")

    def test_actions(self):
        self.open_sample()
        item = self.wait(lambda: next((i for i in self.items() if i.get_name().startswith(BAN)), None), "the ban")
        actions = [Atspi.Action.get_action_name(item, i) for i in range(Atspi.Action.get_n_actions(item))]
        self.assertEqual(sorted(actions), ["event.open", "event.select"])
        Atspi.Action.do_action(item, actions.index("event.open"))
        self.see("status bar", r"1 of \d+")
        self.wait(lambda: item.get_state_set().contains(Atspi.StateType.SELECTED), "the item to be selected")

    def test_notes_and_clusters(self):
        self.open_sample()
        for _ in range(9):
            self.key("minus")
        self.settled(quiet=0.8)
        names = self.wait(lambda: [n for n in self.names() if re.match(r"\d+ events, ", n)], "a cluster")
        cluster = next(i for i in self.items() if i.get_name() == names[0])
        Atspi.Action.do_action(cluster, 0)
        events = self.see("list", re.escape(names[0]))
        self.wait(lambda: self.focused() is not None and self.focused().get_parent() == events, "the focus on a row")
        self.move_focus("Down")
        self.key("Return")
        self.see("status bar", r"1 of \d+")


class Announcements(Access):
    def setUp(self):
        super().setUp()
        self.spoken = []
        self.listeners = []
        for kind in ("object:announcement", "object:property-change:accessible-name"):
            listener = Atspi.EventListener.new(self.hear)
            listener.register(kind)
            self.listeners.append((listener, kind))
        self.addCleanup(lambda: [listener.deregister(kind) for listener, kind in self.listeners])

    def hear(self, event, *_data):
        self.spoken.append(str(event.any_data))

    def heard(self, pattern):
        """Announced by GTK itself, or by the new name of the label that older ones have."""
        def look():
            while GLib.MainContext.default().iteration(False):
                pass
            return any(re.fullmatch(pattern, words) for words in self.spoken) or self.find("status bar", pattern)
        return self.wait(look, f"to hear “{pattern}” after {self.spoken}")

    def test_view_filter_and_selection(self):
        self.open_sample()
        self.assertGreater(len(list(self.nodes())), 50)  # a screen reader has looked round
        self.key("plus")
        self.heard(r"\w+ 20\d\d to \w+ 20\d\d, \d+ events?")
        self.go_to(r"Kaspersky, \d+ events")
        self.wait_focus(r"Kaspersky, \d+ events")
        self.key("space")
        self.heard(r"\d+ events hidden")
        self.see("list", r"Timeline, 18 events.*")
        self.key("shift+ctrl+a")
        self.heard(r"All events are shown")
        self.key("ctrl+f")
        self.type("Best Buy")
        self.heard(r"\d+ match(es)?|1 of \d+")


class Names(Access):
    """A walk over everything that can be focused, in each state of the window."""

    def test_start_page(self):
        self.start()
        self.see("push button", "Open the Sample Case")
        self.check("start page")

    def test_sample_with_an_event_and_the_find_bar(self):
        self.open_sample()
        self.check("sample")
        self.key("Home", "Return")
        self.see("status bar", r"1 of \d+")
        self.check("event selected")
        self.key("ctrl+f")
        self.type("ban")
        self.see("label", r"\d+ match(es)?|1 of \d+")
        self.check("find bar")

    def test_export_dialog(self):
        self.open_sample()
        self.key("ctrl+e")
        self.see("image", r"Preview: .*\d+ events?")
        self.check("export dialog")

    def test_windows_of_the_application(self):
        self.open_sample()
        self.key("ctrl+question")
        self.xdotool("windowfocus", "--sync", self.wait(lambda: self.other_window(self.window), "the shortcuts"))
        self.wait(lambda: self.find("label", "Find Events"), "the first page")
        self.check("shortcuts")
        self.key("ctrl+Next")  # newer versions tell of no page that is not shown
        self.wait(lambda: self.find("label", "Zoom In"), "the next page")
        self.check("the next page of the shortcuts")
        self.key("Escape")

    def test_preferences_and_about(self):
        self.open_sample()
        self.key("ctrl+comma")
        self.wait(lambda: self.other_window(self.window), "the preferences")
        self.check("preferences")

    def test_list(self):
        self.open_sample()
        self.key("ctrl+2")
        self.wait(lambda: any(n.get_role_name() in ("tree table", "table") and self.is_seen(n) for n in self.nodes()), "the list")
        self.check("list")

    def test_menu(self):
        self.open_sample()
        self.key("F10")
        self.wait(lambda: self.find("menu item", "About Dateline"), "the menu")
        self.check("main menu")

    def test_panes_over_a_narrow_window(self):
        self.open_sample()
        self.xdotool("windowsize", "--sync", self.window, 420, 640)
        self.settled(quiet=0.8)
        self.check("narrow window")
        self.key("shift+F9")
        self.wait(lambda: self.is_seen(self.see("check box", r"Kaspersky, \d+ events")), "the sidebar")
        self.check("sidebar over the content")


class Windows(Access):
    def test_a_window_that_is_no_longer_there(self):
        """Asked for by its number after it was closed: the program says something, and lives."""
        self.open_sample()
        for keys in (None, "ctrl+question", "ctrl+e"):
            if keys is not None:
                self.key(keys)
                opened = self.wait(lambda: self.other_window(self.window), f"the window of {keys}")
                self.xdotool("windowfocus", "--sync", opened)
                self.key("Escape")
                self.wait(lambda: not self.other_window(self.window), "it to go")
                self.xdotool("windowfocus", "--sync", self.window)
            for number in (1, 5):
                self.application().get_child_at_index(number)
        self.let_run(0.5)
        self.assertIsNone(self.process.poll(), self.said())


class Panes(Access):
    def test_f6_goes_round(self):
        self.open_sample()
        self.wait_focus("Timeline.*")
        seen = []
        for _ in range(5):
            seen.append(self.move_focus("F6").get_name())
        self.assertTrue(any(name.startswith("Timeline") for name in seen), seen)
        self.assertGreaterEqual(len(set(seen)), 3, seen)
        self.assertEqual(self.move_focus("shift+F6").get_name(), seen[-2])


class Reading(Access):
    def test_whole_job_by_keyboard(self):
        """Open, find, filter, read a passage, export: with keys alone."""
        self.start()
        self.see("push button", "Open the Sample Case")
        self.key("ctrl+o")
        self.choose(self.sample)
        self.settled(quiet=1.0)  # GTK 4.8 does not bear being walked through while the chooser goes away
        self.see("list", "Timeline, 28 events.*")
        self.find_an_event()
        self.turn_an_actor_off()
        self.read_its_passage()
        self.export()

    def find_an_event(self):
        self.key("ctrl+f")
        self.wait_focus("Find in.*")
        self.type("Best Buy")
        self.see("label", r"\d+ match(es)?|\d+ of \d+")
        self.key("ctrl+g")
        self.see("label", "Best Buy takes Kaspersky off its shelves")
        self.key("Escape")

    def turn_an_actor_off(self):
        """From pane to pane until the sidebar, then down to the actor, and off."""
        self.go_to(r"Kaspersky, \d+ events")
        self.key("space")
        self.see("list", r"Timeline, 18 events.*")

    def read_its_passage(self):
        for _ in range(6):
            self.move_focus("F6")
            if re.match("Timeline|.*of 18", self.focused_name() or ""):
                break
        self.wait_focus("Best Buy takes Kaspersky off its shelves; .* of 18")
        self.key("Return")
        self.see("status bar", r"1 of \d+")
        self.wait(self.lit, "the passage to be lit")

    def export(self):
        path = os.path.join(self.folder, "picture.png")
        main = self.window
        self.key("ctrl+e")
        dialog = self.wait(lambda: self.other_window(main), "the dialog")
        self.xdotool("windowfocus", "--sync", dialog)
        self.wait_focus("Export…")
        self.key("Return")
        self.choose(path, besides=dialog)
        self.wait(lambda: os.path.exists(path), "the picture")


if __name__ == "__main__":
    tap.main(Canvas, Announcements, Names, Windows, Panes, Reading)
