# SPDX-License-Identifier: GPL-3.0-or-later
"""The window with real pointer and key events: a click shows the proof, actors filter, the view moves, pictures leave."""
import json
import os
import subprocess
import unittest

from app_case import NOTE_HIDDEN, PROGRAM, AppCase, Atspi, tap

BAN = "Ban on US sales of Kaspersky software"
UPDATES = "Updates, resale and licensing to end"
BEST_BUY = "Best Buy takes Kaspersky off its shelves"


def list_case(case, what, environment):
    result = subprocess.run([PROGRAM, "list", case, what, "--format", "json"], check=True, capture_output=True,
                            text=True, env=environment)
    return json.loads(result.stdout)


class Evidence(AppCase):
    def passages_of(self, title):
        """The words of an event's passages, as the command line tells them."""
        event = next(e for e in list_case(self.sample, "events", self.environment) if e["title"] == title)
        return [passage["exact"] for passage in event["passages"]]

    def test_click_on_a_mark_shows_its_words(self):
        places = self.open_sample()
        self.see("label", "Nothing Selected")
        for title in (BAN, UPDATES):
            self.click(places.mark(title))
            self.see("label", title)
            self.see("status bar", r"1 of \d+")
            exact = self.passages_of(title)[0]
            self.wait(lambda words=exact: self.lit() == words, "the passage to be lit")

    def test_date_in_words_and_as_edtf(self):
        places = self.open_sample()
        self.click(places.mark(UPDATES))
        self.see("label", "Sunday 29 September 2024")
        self.see("label", "2024-09-29")
        self.see("list item", "effective: 29 September 2024, 2024-09-29, accepted.*")
        self.see("list item", r"effective: late September 2024, \[2024-09-21..2024-09-30\], competing.*")

    def test_step_through_passages(self):
        places = self.open_sample()
        self.click(places.mark(UPDATES))
        exacts = self.passages_of(UPDATES)
        self.wait(lambda: self.lit() == exacts[0], "the first passage")
        self.click(self.middle_of(self.see("push button", "Next Passage")))
        self.wait(lambda: self.lit() == exacts[1], "the second passage")
        self.see("status bar", r"2 of \d+")
        self.key("alt+Down")
        self.wait(lambda: self.lit() == exacts[2], "the third passage")
        self.key("alt+Up", "alt+Up")
        self.wait(lambda: self.lit() == exacts[0], "the first passage again")

    def test_click_on_another_lit_passage_selects_its_event(self):
        events = list_case(self.sample, "events", self.environment)
        ban = next(e for e in events if e["title"] == BAN)
        first = ban["passages"][0]
        proven = {}
        for event in events:
            for passage in event["passages"]:
                if passage["source"] == first["source"] and passage["start"] >= first["end"]:
                    proven.setdefault((passage["start"], passage["id"]), set()).add(event["title"])
        (start, _), titles = min(item for item in proven.items() if BAN not in item[1])
        places = self.open_sample()
        self.click(places.mark(BAN))
        self.wait(lambda: self.lit() == first["exact"], "the passage to be lit")
        self.click(self.wait(lambda: self.scroll_to(start + 1), "the other passage to come into view"))
        self.wait(lambda: self.facts_title() in titles, f"one of {titles}")
        self.wait(lambda: self.lit() in self.passages_of(self.facts_title()), "its passage to be lit")

    def scroll_to(self, offset):
        """Turns the wheel over the source text until a character is in view; its place then."""
        view = self.source_text()
        box = Atspi.Text.get_character_extents(view, offset, Atspi.CoordType.WINDOW)
        whole = Atspi.Component.get_extents(view, Atspi.CoordType.WINDOW)
        if whole.y <= box.y and box.y + box.height <= whole.y + whole.height:
            return self.on_surface(box.x + 2, box.y + box.height // 2)
        self.move(self.middle_of(view))
        self.xdotool("click", 5)
        return None

    def facts_title(self):
        """The title of the event that the pane shows: its first label."""
        panes = [n for n in self.nodes() if n.get_role_name() == "scroll pane"]
        facts = next(p for p in panes if any(n.get_name() == "Dates" for n in self.nodes(p)))
        return next((n.get_name() for n in self.nodes(facts) if n.get_role_name() == "label" and n.get_name()), "")

    def test_undated_event_on_the_shelf(self):
        places = self.open_sample()
        title, place = next(iter(places.shelf.items()))
        self.click(place)
        self.see("label", title)
        self.see("label", "Undated")

    def test_summary_says_that_it_is_ours(self):
        places = self.open_sample()
        self.click(places.mark(BAN))
        self.see("label", "Our Summary")
        self.see("label", "Our summary, not the words of InfotechLead")

    def test_click_on_nothing_deselects(self):
        places = self.open_sample()
        self.click(places.mark(BAN))
        self.see("label", BAN)
        self.click(self.empty_place(places))
        self.see("label", "Nothing Selected")


class Filter(AppCase):
    def check(self, name):
        return self.see("check box", f"{name}, .*")

    def test_actor_off_leaves_line_and_counts(self):
        places = self.open_sample()
        self.assertIn(BEST_BUY, places.items)
        total = len(list_case(self.sample, "events", self.environment))
        self.see("list", f"Timeline, {total} events from 2017 to .*")
        only = [e for e in list_case(self.sample, "events", self.environment)
                if {a["name"] for a in e["actors"]} <= {"Kaspersky", "Best Buy"}]
        lanes = len(places.items[BEST_BUY])
        places = self.after(lambda: self.click(self.middle_of(self.check("Best Buy"))))
        self.assertLess(len(places.items[BEST_BUY]), lanes)
        places = self.after(lambda: self.click(self.middle_of(self.check("Kaspersky"))))
        self.assertNotIn(BEST_BUY, places.items)
        self.see("list", f"Timeline, {total - len(only)} events from .*")
        self.assertIn(NOTE_HIDDEN, places.notes)
        self.screenshot("filtered")
        # "n events hidden · show"
        places = self.after(lambda: self.click(places.notes[NOTE_HIDDEN]))
        self.assertIn(BEST_BUY, places.items)
        self.see("list", f"Timeline, {total} events from .*")

    def test_all_actors(self):
        self.open_sample()
        button = self.see("push button", "All Actors")
        self.assertFalse(button.get_state_set().contains(Atspi.StateType.SENSITIVE))
        self.after(lambda: self.click(self.middle_of(self.check("Kaspersky"))))
        self.wait(lambda: button.get_state_set().contains(Atspi.StateType.SENSITIVE), "the button to work")
        self.assertFalse(self.check("Kaspersky").get_state_set().contains(Atspi.StateType.CHECKED))
        self.after(lambda: self.click(self.middle_of(button)))
        self.assertTrue(self.check("Kaspersky").get_state_set().contains(Atspi.StateType.CHECKED))


class View(AppCase):
    def test_drag_pans(self):
        places = self.open_sample()
        start = self.empty_place(places)
        moved = self.after(lambda: self.drag(start, (start[0] - 30, start[1]), (start[0] - 100, start[1])))
        self.assertEqual(moved.px_per_day, places.px_per_day)
        shift = (moved.left_seconds - places.left_seconds) / 86400 * places.px_per_day
        self.assertAlmostEqual(shift, 100, delta=2)

    def test_escape_takes_a_drag_back(self):
        places = self.open_sample()
        start = self.empty_place(places)
        self.drag(start, (start[0] - 30, start[1]), (start[0] - 100, start[1] - 40), release=False)
        back = self.after(lambda: self.key("Escape"))
        self.xdotool("mouseup", 1)
        self.assertEqual(back.left_seconds, places.left_seconds)
        self.assertEqual(back.mark(BAN), places.mark(BAN))

    def test_wheel_zooms_at_the_pointer(self):
        places = self.open_sample()
        mark = places.mark(BAN)
        self.move(mark)
        zoomed = self.after(lambda: self.xdotool("click", "--repeat", 3, 4))
        self.assertGreater(zoomed.px_per_day, places.px_per_day * 1.5)
        self.assertAlmostEqual(zoomed.mark(BAN)[0], mark[0], delta=3)
        back = self.after(lambda: self.xdotool("click", "--repeat", 3, 5))
        self.assertAlmostEqual(back.px_per_day, places.px_per_day, delta=1e-4)
        self.assertAlmostEqual(back.mark(BAN)[0], mark[0], delta=3)

    def test_shift_and_wheel_pan(self):
        places = self.open_sample()
        self.move(self.empty_place(places))
        self.xdotool("keydown", "shift")
        moved = self.after(lambda: self.xdotool("click", 5))
        self.xdotool("keyup", "shift")
        self.assertEqual(moved.px_per_day, places.px_per_day)
        self.assertNotEqual(moved.left_seconds, places.left_seconds)

    def test_arrows_walk_in_time(self):
        self.open_sample()
        titles = [e["title"] for e in list_case(self.sample, "events", self.environment)]
        self.key("Home")
        self.see("label", titles[0])
        self.key("Right")
        self.see("label", titles[1])
        self.key("Left")
        self.see("label", titles[0])

    def test_arrows_pan_without_a_selection(self):
        places = self.open_sample()
        moved = self.after(lambda: self.key("Right"))
        self.assertGreater(moved.left_seconds, places.left_seconds)
        self.see("label", "Nothing Selected")

    def test_keys_zoom_and_fit(self):
        places = self.open_sample()
        zoomed = self.after(lambda: self.key("plus"))
        self.assertGreater(zoomed.px_per_day, places.px_per_day)
        zoomed = self.after(lambda: self.key("ctrl+plus"))
        fitted = self.after(lambda: self.key("0"))
        self.assertAlmostEqual(fitted.px_per_day, places.px_per_day, delta=1e-4)

    def test_zoom_buttons(self):
        places = self.open_sample()
        zoomed = self.after(lambda: self.click(self.middle_of(self.see("push button", "Zoom In"))))
        self.assertGreater(zoomed.px_per_day, places.px_per_day)


class Window(AppCase):
    def test_empty_window_offers_the_sample(self):
        self.start()
        self.see("label", "No Case Open")
        self.screenshot("empty")
        self.see("push button", "Open…")
        self.see("push button", "New Case…")
        sample = self.see("push button", "Open the Sample Case")
        Atspi.Action.do_action(sample, 0)
        self.settled()
        self.see("label", "Kaspersky and US Policy")
        self.assertTrue(os.path.exists(os.path.join(self.folder, "data", "dateline", "Kaspersky and US Policy.dateline")))

    def test_bad_file_is_told_and_the_window_lives(self):
        bad = os.path.join(self.folder, "picture.dateline")
        with open(bad, "wb") as file:
            file.write(b"\x89PNG\r\n\x1a\n" + bytes(2000))
        self.start(bad)
        self.see("label", "Could Not Open “picture.dateline”")
        self.screenshot("error")
        self.key("ctrl+o")
        self.choose(self.sample)
        self.settled()
        self.see("label", "Kaspersky and US Policy")
        with open(bad, "rb") as file:
            self.assertEqual(len(file.read()), 2008)

    def test_sample_is_not_touched_by_looking(self):
        before = os.stat(self.sample)
        places = self.open_sample()
        self.click(places.mark(BAN))
        self.see("label", BAN)
        after = os.stat(self.sample)
        self.assertEqual((before.st_mtime_ns, before.st_size), (after.st_mtime_ns, after.st_size))
        self.assertEqual(sorted(n for n in os.listdir(self.folder) if n.startswith("kaspersky")),
                         ["kaspersky.dateline"])

    def test_keyboard_alone_reads_a_passage(self):
        self.open_sample()
        self.key("Return")
        self.see("status bar", r"1 of \d+")
        self.wait(lambda: self.lit() != "", "a lit passage")
        for _ in range(40):
            self.key("Tab")
            if self.source_text().get_state_set().contains(Atspi.StateType.FOCUSED):
                return
        self.fail("Tab does not reach the source text")

    def test_every_focusable_thing_has_a_name(self):
        places = self.open_sample()
        self.click(places.mark(BAN))
        self.see("status bar", r"1 of \d+")
        nameless = []
        for node in self.nodes():
            if not node.get_state_set().contains(Atspi.StateType.FOCUSABLE):
                continue
            # GTK 4.8 does not tell which pages of a stack show; those that never did have no size.
            if Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW).width <= 0:
                continue
            name = node.get_name() or ""
            if name == "" or name.startswith(("Gtk", "Adw", "Dtl")):
                nameless.append((node.get_role_name(), name))
        self.assertEqual(nameless, [])

    def test_looks(self):
        for name, environment in (("light", {}), ("dark", {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}),
                                  ("high-contrast", {"ADW_DEBUG_HIGH_CONTRAST": "1"})):
            with self.subTest(name):
                places = self.open_sample(**environment)
                self.click(places.mark(UPDATES))
                self.wait(lambda: self.lit() != "", "a lit passage")
                self.screenshot(name)
                self.stop()


if __name__ == "__main__":
    tap.main(*(c for c in list(globals().values())
               if isinstance(c, type) and issubclass(c, unittest.TestCase) and c is not AppCase))
