# SPDX-License-Identifier: GPL-3.0-or-later
"""The list twin with real pointer and key events: the same events, selection and filter as the timeline."""
import json
import subprocess
import unittest

from app_case import PROGRAM, AppCase, Atspi, tap

BAN = "Ban on US sales of Kaspersky software"
UPDATES = "Updates, resale and licensing to end"
BEST_BUY = "Best Buy takes Kaspersky off its shelves"
ROW_ROLES = ("table row", "list item", "tree item")


class List(AppCase):
    def open_list(self):
        """The sample in the list; there is room for a few columns."""
        self.open_sample()
        self.shift = self.on_surface(0, 0)
        self.key("ctrl+2")
        self.wait(self.rows, "the rows of the list")

    def events(self):
        result = subprocess.run([PROGRAM, "list", self.sample, "events", "--format", "json"], check=True,
                                capture_output=True, text=True, env=self.environment)
        return json.loads(result.stdout)

    def table(self):
        return next((n for n in self.nodes() if n.get_name() == "Events" and n.get_role_name() in
                     ("table", "tree table", "list")), None)

    def rows(self):
        """The rows that are made, from top to bottom. GTK has some more above and below those in view."""
        table = self.table()
        found = [n for n in self.nodes(table) if n.get_role_name() in ROW_ROLES and "; " in (n.get_name() or "")]
        placed = [(Atspi.Component.get_extents(n, Atspi.CoordType.WINDOW), n) for n in found]
        return [n for box, n in sorted(placed, key=lambda pair: pair[0].y) if box.height > 0]

    def titles(self):
        return [row.get_name().split("; ")[0] for row in self.rows()]

    def row(self, title):
        return self.wait(lambda: next((r for r in self.rows() if r.get_name().split("; ")[0] == title), None), title)

    def place(self, node):
        box = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
        return (box.x + self.shift[0] + min(box.width // 2, 200), box.y + self.shift[1] + box.height // 2)

    def header(self, title):
        label = self.wait(lambda: next((n for n in self.nodes(self.table()) if n.get_role_name() == "label"
                                        and n.get_name() == title), None), f"the header “{title}”")
        return self.place(label)

    def wait_for_titles(self, expected):
        """Until the rows are these, as far as they are made: the list may be scrolled a little."""
        def is_so():
            titles = self.titles()
            first = expected.index(titles[0]) if titles and titles[0] in expected else 0
            return len(titles) > 5 and titles == expected[first:first + len(titles)]
        self.wait(is_so, "the order")

    def is_selected(self, title):
        return self.row(title).get_state_set().contains(Atspi.StateType.SELECTED)

    # --- order -------------------------------------------------------------------------------------------------------

    def test_dates_are_in_the_order_of_the_command_line(self):
        self.open_list()
        titles = [event["title"] for event in self.events()]
        self.wait_for_titles(titles)
        self.assertIn("; ", self.rows()[0].get_name())
        dates = {e["title"]: e.get("edtf") for e in self.events()}
        self.assertTrue(any(date is None for date in dates.values()))
        # The last ones are undated.
        self.click(self.place(self.rows()[0]))
        self.key("End")
        last = self.row(titles[-1])
        self.assertRegex(last.get_name(), r".*; Undated")

    def test_headers_sort_in_both_directions(self):
        self.open_list()
        self.click(self.header("Title"))
        by_title = sorted((event["title"] for event in self.events()), key=str.casefold)
        first, last = by_title[0], by_title[-1]
        self.wait(lambda: self.titles()[:1] == [first], "the first title")
        self.screenshot("list-by-title")
        self.click(self.header("Title"))
        self.wait(lambda: self.titles()[:1] == [last], "the last title")
        self.click(self.header("Date"))
        self.wait_for_titles([event["title"] for event in self.events()])

    # --- selection ---------------------------------------------------------------------------------------------------

    def test_click_selects_in_both_views(self):
        self.open_list()
        self.click(self.place(self.row(BAN)))
        self.see("status bar", r"1 of \d+")
        exact = next(e for e in self.events() if e["title"] == BAN)["passages"][0]["exact"]
        self.wait(lambda: self.lit() == exact, "the words of the proof")
        self.assertTrue(self.is_selected(BAN))
        # On the line an arrow goes on from it, as from what was selected there.
        titles = [event["title"] for event in self.events()]
        self.key("ctrl+1")
        self.key("Right")
        self.see("label", titles[titles.index(BAN) + 1])

    def test_selection_on_the_line_is_in_the_list(self):
        places = self.open_sample()
        self.shift = self.on_surface(0, 0)
        self.click(places.mark(UPDATES))
        self.see("label", UPDATES)
        self.key("ctrl+2")
        self.wait(lambda: self.rows() and self.is_selected(UPDATES), "the row to be selected")
        self.screenshot("list-selected")
        # The arrows go on from it.
        titles = [event["title"] for event in self.events()]
        self.key("Up")
        self.wait(lambda: self.is_selected(titles[titles.index(UPDATES) - 1]), "the row above")

    def test_escape_selects_nothing(self):
        self.open_list()
        self.click(self.place(self.row(BAN)))
        self.see("status bar", r"1 of \d+")
        self.key("Escape")
        self.see("label", "Nothing Selected")

    # --- filter ------------------------------------------------------------------------------------------------------

    def test_filter_takes_rows_away(self):
        self.open_list()
        self.row(BEST_BUY)
        for actor in ("Best Buy", "Kaspersky"):
            self.click(self.place_of_check(actor))
        self.wait(lambda: BEST_BUY not in self.titles(), "the row to leave")
        shown = [e["title"] for e in self.events() if not e["actors"] or
                 not {a["name"] for a in e["actors"]} <= {"Best Buy", "Kaspersky"}]
        self.wait_for_titles(shown)

    def place_of_check(self, actor):
        check = self.see("check box", f"{actor}, .*")
        box = Atspi.Component.get_extents(check, Atspi.CoordType.WINDOW)
        return (box.x + self.shift[0] + box.width // 2, box.y + self.shift[1] + box.height // 2)

    def test_menu_shows_only_the_actors_of_an_event(self):
        self.open_list()
        self.click(self.place(self.row(BEST_BUY)), button=3)
        item = self.see("menu item", "Only This Event’s Actors")
        self.screenshot("list-menu")
        self.assertTrue(self.is_selected(BEST_BUY))
        Atspi.Action.do_action(item, 0)
        actors = {a["name"] for e in self.events() if e["title"] == BEST_BUY for a in e["actors"]}
        # Who belongs to one of them is on with it.
        actors |= {"Anton Shingarev"} if "Kaspersky" in actors else set()
        shown = [e["title"] for e in self.events() if {a["name"] for a in e["actors"]} & actors]
        self.wait_for_titles(shown)

    def test_menu_key_opens_the_menu(self):
        self.open_list()
        self.click(self.place(self.row(BAN)))
        self.key("Menu")
        self.see("menu item", "Show on the Timeline")
        self.key("Escape")
        self.wait(lambda: self.find("menu item", "Show on the Timeline") is None, "the menu to close")

    def test_everything_filtered_out(self):
        self.open_list()
        self.click(self.place(self.row(BAN)))
        self.see("status bar", r"1 of \d+")
        for actor in sorted({actor["name"] for event in self.events() for actor in event["actors"]}):
            self.click(self.place_of_check(actor))
        # Events without an actor still show, if there are any.
        if all(event["actors"] for event in self.events()):
            self.see("label", "Every Event Is Hidden")
        self.key("ctrl+shift+a")
        self.row(BAN)

    # --- hits --------------------------------------------------------------------------------------------------------

    def test_search_marks_rows(self):
        self.open_list()
        self.key("ctrl+f")
        self.type("Best Buy")
        self.wait(lambda: self.row(BEST_BUY).get_name().endswith("Found by the search"), "the row to be marked")
        self.assertFalse(self.row(self.titles()[0]).get_name().endswith("Found by the search"))
        self.screenshot("list-search")


if __name__ == "__main__":
    tap.main(*(c for c in list(globals().values())
               if isinstance(c, type) and issubclass(c, unittest.TestCase) and c is not AppCase))
