# SPDX-License-Identifier: GPL-3.0-or-later
"""Handling the line with real pointer and key events: sliding on, going back and forward, from centuries to seconds."""
import time
import unittest

from app_case import AppCase, Atspi, tap

BAN = "Ban on US sales of Kaspersky software"


class Moving(AppCase):
    def fling(self, start):
        """A drag that is let go while it moves."""
        self.move(start)
        self.xdotool("mousedown", 1)
        self.xdotool(*(word for i in range(1, 9)
                       for word in ("mousemove", "--window", self.window, start[0] - 15 * i, start[1], "sleep", "0.012")),
                     "mouseup", 1)

    def pan_between(self, before, after):
        self.assertEqual(before.px_per_day, after.px_per_day)
        return (after.left_seconds - before.left_seconds) / 86400 * before.px_per_day

    def test_what_is_let_go_slides_on(self):
        places = self.open_sample()
        moved = self.after(lambda: self.fling(self.empty_place(places)))
        self.assertGreater(self.pan_between(places, moved), 150)

    def test_what_is_held_before_it_is_let_go_stays(self):
        places = self.open_sample()
        start = self.empty_place(places)
        self.drag(start, (start[0] - 30, start[1]), (start[0] - 100, start[1]), release=False)
        time.sleep(0.3)
        moved = self.after(lambda: (self.move((start[0] - 101, start[1])), time.sleep(0.3), self.xdotool("mouseup", 1)))
        self.assertAlmostEqual(self.pan_between(places, moved), 101, delta=2)

    def test_back_and_forward(self):
        places = self.open_sample()
        zoomed = self.after(lambda: self.key("plus"))
        time.sleep(1.3)
        panned = self.after(lambda: self.key("ctrl+Right"))
        back = self.after(lambda: self.key("alt+Left"))
        self.assertEqual((back.px_per_day, back.left_seconds), (zoomed.px_per_day, zoomed.left_seconds))
        self.move(self.empty_place(back))
        back = self.after(lambda: self.xdotool("click", 8))
        self.assertEqual((back.px_per_day, back.left_seconds), (places.px_per_day, places.left_seconds))
        before = len(self.reports())
        self.key("alt+Left")
        time.sleep(0.8)
        self.assertEqual(len(self.reports()), before, "there is nothing further back")
        forward = self.after(lambda: self.xdotool("click", 9))
        self.assertEqual((forward.px_per_day, forward.left_seconds), (zoomed.px_per_day, zoomed.left_seconds))
        forward = self.after(lambda: self.key("alt+Right"))
        self.assertEqual((forward.px_per_day, forward.left_seconds), (panned.px_per_day, panned.left_seconds))

    def test_showing_all_again_is_the_same(self):
        """However it was left: labels keep within the view as they did at first."""
        places = self.open_sample()
        self.after(lambda: self.key("plus"))
        again = self.after(lambda: self.key("ctrl+0"))
        self.assertEqual((again.px_per_day, again.left_seconds), (places.px_per_day, places.left_seconds))
        self.assertEqual(again.items, places.items)

    def test_from_centuries_to_seconds(self):
        places = self.open_sample()
        mark = places.mark(BAN)
        self.move(mark)
        near = self.after(lambda: self.xdotool("click", "--repeat", 85, "--delay", 15, 4))
        self.assertEqual(near.px_per_day, 2000000)
        self.screenshot("seconds")
        far = self.after(lambda: self.xdotool("click", "--repeat", 120, "--delay", 15, 5))
        self.assertLess(far.px_per_day, 0.01)
        self.screenshot("centuries")


class Keys(AppCase):
    def heights(self, places):
        """Where the mark of each event stands, by its title."""
        return {title: places.marks[items[0][0]][1] for title, items in places.items.items() if items[0][0] in places.marks}

    def test_there_and_back(self):
        """Keys for the view, two by two: the second of them takes back what the first did."""
        self.open_sample()
        start = self.after(lambda: self.key("plus"))
        for there, back in (("ctrl+Right", "ctrl+Left"), ("KP_Add", "KP_Subtract"), ("equal", "minus")):
            with self.subTest(there=there):
                gone = self.after(lambda: self.key(there))
                self.assertGreater((gone.px_per_day, gone.left_seconds), (start.px_per_day, start.left_seconds))
                again = self.after(lambda: self.key(back))
                self.assertAlmostEqual(again.px_per_day, start.px_per_day)
                self.assertAlmostEqual(again.left_seconds, start.left_seconds, delta=86400 / start.px_per_day)

    def test_through_the_lanes(self):
        places = self.open_sample()
        steps = {}
        for down, up in (("ctrl+Down", "ctrl+Up"), ("Page_Down", "Page_Up")):
            with self.subTest(down=down):
                below = self.after(lambda: self.key(down))
                before, after = self.heights(places), self.heights(below)
                moved = {before[title] - after[title] for title in before.keys() & after.keys()}
                self.assertEqual(len(moved), 1, "all marks move by as much")
                steps[down] = moved.pop()
                self.assertGreater(steps[down], 0)
                self.assertEqual(self.heights(self.after(lambda: self.key(up))), before)
        self.assertGreater(steps["Page_Down"], steps["ctrl+Down"])

    def test_focus_and_all(self):
        places = self.open_sample()
        self.click(places.mark(BAN))
        near = self.after(lambda: self.key("f"))
        self.assertGreater(near.px_per_day, places.px_per_day)
        self.assertIn(BAN, near.items)
        whole = self.after(lambda: self.key("0"))
        self.assertLess(whole.px_per_day, near.px_per_day)
        again = self.after(lambda: self.key("f"))
        self.assertAlmostEqual(again.px_per_day, near.px_per_day)
        self.assertEqual(self.after(lambda: self.key("KP_0")).left_seconds, whole.left_seconds)


class Clusters(AppCase):
    def open_clustered(self):
        """The sample from so far away that events fall together; a cluster and its middle."""
        self.open_sample()
        for _ in range(12):
            places = self.after(lambda: self.key("minus"))
            if places.clusters:
                count, x, y, width, height = places.clusters[0]
                return places, count, (x + width // 2, y + height // 2)
        self.fail("no clusters")

    def listed(self):
        """The list of a cluster that is open."""
        return self.find("list", r"\d+ events?, .*")

    def focused_row(self, events):
        """The words of the row that has the keyboard, None if none has it."""
        rows = [events.get_child_at_index(i) for i in range(events.get_child_count())]
        row = next((r for r in rows if r is not None and r.get_state_set().contains(Atspi.StateType.FOCUSED)), None)
        return None if row is None else tuple(self.name_of(n) for n in self.nodes(row) if n.get_role_name() == "label")

    def rows_of(self, events, count):
        """The words of all rows, from the first one to the last: newer GTK tells only of those that are in view. The
        list is walked through with the keys, and once more than is needed, which has to lead no further."""
        seen = [self.wait(lambda: self.focused_row(events), "the first row to have the keyboard")]
        for _ in range(count - 1):
            self.key("Down")
            seen.append(self.wait(lambda: self.focused_row(events) not in (None, *seen) and self.focused_row(events),
                                  f"a row after {seen}"))
        self.key("Down")
        self.let_run(0.3)
        self.assertEqual(self.focused_row(events), seen[-1], "the last row")
        return seen

    def test_click_lists_and_double_click_zooms(self):
        places, count, middle = self.open_clustered()
        self.click(middle)
        events = self.see("list", rf"{count} events, .*")
        self.screenshot("cluster")
        self.assertEqual(len(self.rows_of(events, count)), count)
        self.key("Escape")
        self.wait(lambda: self.listed() is None, "the list to close")
        zoomed = self.after(lambda: (self.move(middle), self.xdotool("click", "--repeat", 2, "--delay", 60, 1)))
        self.assertGreater(zoomed.px_per_day, places.px_per_day)
        self.wait(lambda: self.listed() is None, "the list to close")

    def test_keyboard_chooses_from_the_list(self):
        _, count, middle = self.open_clustered()
        self.click(middle)
        self.see("list", rf"{count} events, .*")
        self.key("Down", "Down", "Return")
        self.see("status bar", r"1 of \d+")
        self.wait(lambda: self.listed() is None, "the list to close")
        self.key("Right")  # the keyboard is on the line again
        self.see("status bar", r"1 of \d+")

    def test_zoom_from_the_list_and_click_elsewhere(self):
        places, count, middle = self.open_clustered()
        self.click(middle)
        self.see("list", rf"{count} events, .*")
        self.click(self.empty_place(places, below=middle[1] + 30))  # the list stands above its cluster
        self.wait(lambda: self.listed() is None, "the list to close")
        self.click(middle)
        self.see("list", rf"{count} events, .*")
        zoomed = self.after(lambda: self.key("plus"))
        self.assertGreater(zoomed.px_per_day, places.px_per_day)
        self.wait(lambda: self.listed() is None, "the list to close")


class Several(AppCase):
    def box(self, start, *stops, release=True):
        self.xdotool("keydown", "shift")
        self.drag(start, *stops, release=release)
        self.xdotool("keyup", "shift")

    def test_box_selects_filters_and_zooms(self):
        places = self.open_sample()
        left, top = places.origin[0] + 160, places.origin[1] + 80
        self.box((left, top), (left + 100, top + 100), (places.origin[0] + places.size[0] - 20, top + 420))
        label = self.see("label", r"\d+ events selected")
        chosen = int(self.name_of(label).split()[0])
        self.assertGreater(chosen, 3)
        self.screenshot("several")
        filtered = self.after(lambda: self.click(self.middle_of(self.see("push button", "Only These"))))
        self.see("label", f"Only {chosen} chosen events")
        self.assertLess(len(filtered.items), len(places.items))
        self.key("Escape")
        self.wait(lambda: self.find("label", r"[2-9]\d* events selected") is None, "nothing selected")

    def test_escape_takes_the_box_away(self):
        places = self.open_sample()
        start = self.empty_place(places)
        self.xdotool("keydown", "shift")
        self.drag(start, (start[0] - 200, start[1] - 100), release=False)
        self.screenshot("box")
        self.key("Escape")
        self.xdotool("mouseup", 1)
        self.xdotool("keyup", "shift")
        self.let_run(0.5)  # a box that is still there would select now
        self.see("label", "Nothing Selected")

    def test_keys_select_several(self):
        self.open_sample()
        self.key("Home", "shift+Right", "shift+Right")
        self.see("label", "3 events selected")
        self.key("ctrl+2")
        self.wait(lambda: sum(n.get_state_set().contains(Atspi.StateType.SELECTED) for n in self.nodes()
                              if n.get_role_name() in ("table row", "list item", "tree item")) >= 3,
                  "three rows of the list to be selected")


class Card(AppCase):
    def test_card_under_the_pointer(self):
        places = self.open_sample()
        x, y = places.mark(BAN)
        self.move((x + 3, y))
        time.sleep(0.2)
        self.move((x, y))
        self.see("label", r"Our summary, not the words of .*")
        self.screenshot("card")

    def cards(self):
        """The labels on cards that tell whose words these are."""
        return [n for n in self.nodes() if n.get_role_name() == "label" and "not the words of [" in (n.get_name() or "")]

    def test_card_by_keyboard(self):
        self.open_sample()
        self.key("Home", "ctrl+F1")
        self.wait(lambda: len(self.cards()) == 1, "the card")
        self.screenshot("card-by-key")
        self.key("Escape")
        self.wait(lambda: len(self.cards()) == 0, "the card to go")
        self.see("status bar", r"1 of \d+")  # the event stays selected
        self.key("ctrl+F1")
        self.wait(lambda: len(self.cards()) == 1, "the card to come again")
        self.key("Right")
        self.wait(lambda: len(self.cards()) == 0, "the card to go with the event")

    def test_slash_finds(self):
        self.open_sample()
        self.key("slash")
        self.type("Best Buy")
        self.see("label", r"\d+ match(es)?|1 of \d+")  # newer GTK announces it without a status bar


if __name__ == "__main__":
    tap.main(*(c for c in list(globals().values())
               if isinstance(c, type) and issubclass(c, unittest.TestCase) and c is not AppCase))
