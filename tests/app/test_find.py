# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding and filtering with real keys and pointer: what is found is marked, counted and stepped through on the line and
in the sources' texts; dates, kinds, statuses, assertions and sources filter, and each filter is a chip that goes away."""
import csv
import json
import os
import re
import subprocess

from app_case import NOTE_HIDDEN, PROGRAM, AppCase, Atspi, tap


class FindCase(AppCase):
    def events(self, *options):
        """The events that the command line lists."""
        result = subprocess.run([PROGRAM, "list", self.sample, "events", "--format", "json", *options], check=True,
                                capture_output=True, text=True, env=self.environment)
        return json.loads(result.stdout)

    def titles(self, *options):
        return {event["title"] for event in self.events(*options)}

    def dated(self, *options):
        return {event["title"] for event in self.events(*options) if not event["undated"]}

    def find_words(self, words):
        self.key("ctrl+f")
        self.type(words)

    def count(self, words):
        return self.see("label", words)

    def is_shown(self, role, name):
        """Whether there is one on the screen; what is hidden keeps its name."""
        node = self.find(role, name)
        return node is not None and node.get_state_set().contains(Atspi.StateType.VISIBLE)

    def press(self, role, name):
        self.click(self.middle_of(self.see(role, name)))

    def shows(self, titles):
        """Waits until the line has these events, all of which fit, and no others."""
        def same():
            return set(self.settled().items) == titles
        self.wait(same, f"the line to show {len(titles)} events")


class Find(FindCase):
    def test_matches_are_marked_and_counted(self):
        self.open_sample()
        found = self.titles("--text", "ban")
        self.assertGreater(len(found), 3)
        self.find_words("ban")
        self.count(f"{len(found)} matches")
        places = self.settled()
        rows = {row for boxes in places.items.values() for row, *_ in boxes}
        marked = {title for title, boxes in places.items.items() if boxes[0][0] in places.hits}
        self.assertEqual(marked, found & set(places.items))
        self.assertNotEqual(places.hits, rows)
        self.screenshot("find-matches")
        self.key("Escape")
        self.wait(lambda: not self.settled().hits, "the marks to go")
        self.assertFalse(self.is_shown("label", f"{len(found)} matches"))

    def test_step_from_match_to_match(self):
        self.open_sample()
        order = [event["title"] for event in self.events("--text", "ban")]
        self.find_words("ban")
        self.key("Return")
        self.count(f"1 of {len(order)}")
        self.see("label", order[0])
        self.key("ctrl+g")
        self.count(f"2 of {len(order)}")
        self.see("label", order[1])
        self.press("push button", "Next Match")
        self.count(f"3 of {len(order)}")
        self.key("shift+ctrl+g")
        self.count(f"2 of {len(order)}")
        self.click(self.middle_of(self.see("push button", "Previous Match")))
        self.count(f"1 of {len(order)}")
        self.key("shift+ctrl+g")
        self.count(f"{len(order)} of {len(order)}")
        self.see("label", order[-1])

    def test_keys_go_to_the_entry_at_once_and_back(self):
        self.open_sample()
        for _ in range(3):
            self.find_words("ban")
            self.count(f"{len(self.titles('--text', 'ban'))} matches")
            self.key("Escape")
        self.key("Return")  # the canvas has the focus again: its first event in view
        self.wait(lambda: self.find("status bar", r"1 of \d+"), "an event to be selected on the canvas")

    def test_names_and_case_do_not_matter(self):
        self.open_sample()
        number = len(self.titles("--text", "kaspersky lab"))
        self.find_words("LAB kaspersky")
        self.count(f"{number} match(es)?")

    def test_nothing_found(self):
        self.open_sample()
        self.find_words("nobodysword")
        self.count("No matches")
        self.assertFalse(self.see("push button", "Next Match").get_state_set().contains(Atspi.StateType.SENSITIVE))
        self.key("Return")
        self.see("label", "Nothing Selected")

    def test_only_matches(self):
        self.open_sample()
        everything = self.dated()
        found = self.dated("--text", "ban")
        self.find_words("ban")
        self.count(r"\d+ matches")
        self.press("push button", "Only Matches")
        self.wait(lambda: NOTE_HIDDEN in self.settled().notes, "the note of what is hidden")
        self.see("label", "Words: “ban”")
        self.see("label", f"{len(self.events()) - len(self.titles('--text', 'ban'))} events hidden")
        self.assertLessEqual(set(self.settled().items), found)
        self.screenshot("find-only-matches")
        self.press("push button", "Remove filter Words: “ban”")
        self.wait(lambda: NOTE_HIDDEN not in self.settled().notes, "all events to be back")
        self.assertFalse(set(self.settled().items) - everything)

    def test_places_in_the_text(self):
        self.open_sample()
        self.find_words("kaspersky")
        self.key("Return")
        self.count(r"1 of \d+")  # of the whole word, not of its beginning
        button = self.see("push button", r"\d+ places? outside of passages")
        number = int(button.get_name().split()[0])
        self.click(self.middle_of(button))
        self.see("push button", f"Place 1 of {number} outside of passages")
        node = self.source_text()

        def selected():
            part = Atspi.Text.get_selection(node, 0)
            return Atspi.Text.get_text(node, part.start_offset, part.end_offset)
        self.wait(lambda: selected().lower().startswith("kaspersky"), "the words to be selected")
        self.see("label", r"Place \d+ of \d+ in this text")
        before = Atspi.Text.get_caret_offset(node)
        self.press("push button", "Next Place in This Text")
        self.wait(lambda: Atspi.Text.get_caret_offset(node) != before, "the next place")
        self.assertTrue(selected().lower().startswith("kaspersky"))
        self.screenshot("find-places")

    def test_matches_in_clusters(self):
        table = os.path.join(self.folder, "many.csv")
        with open(table, "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["start", "title"])
            for i in range(400):
                writer.writerow([f"2024-06-{1 + i % 2:02}", f"needle {i}" if i == 250 else f"hay {i}"])
            writer.writerow(["1990", "hay of old"])
        case = os.path.join(self.folder, "many.dateline")
        subprocess.run([PROGRAM, "new", case], check=True, env=self.environment, capture_output=True)
        subprocess.run([PROGRAM, "import", case, table], check=True, env=self.environment,
                       capture_output=True)
        self.start(case)
        places = self.settled(quiet=1.2)
        self.assertGreater(len(places.clusters), 0)
        self.find_words("needle")
        self.count("1 match")
        places = self.settled()
        shown = {row for boxes in places.items.values() for row, *_ in boxes}
        self.assertEqual(len(places.hits), 1)
        self.assertFalse(places.hits & shown, "the match should have been in the cluster")


class Filters(FindCase):
    def expand(self, name):
        self.press("push button", name)
        self.rest()  # it opens with a movement

    def see_words(self, words):
        """Whatever role they have: an alert is called otherwise by newer versions."""
        self.wait(lambda: any(re.fullmatch(words, self.name_of(node)) for node in self.nodes()), f"“{words}”")

    def enter(self, label, text):
        self.press("text", label)
        self.key("ctrl+a")
        self.type(text)
        self.key("Return")

    def test_dates_in_both_readings(self):
        self.open_sample()
        self.expand("Date")
        self.enter("From", "2024-07")
        self.see("label", "From 2024-07, may fall inside")
        self.shows(self.dated("--from", "2024-07"))
        self.press("check box", "Falls inside")
        self.see("label", "From 2024-07, falls inside")
        self.shows(self.dated("--from", "2024-07", "--certain"))
        self.enter("To", "2024-08")
        self.see("label", "From 2024-07 to 2024-08, falls inside")
        self.shows(self.dated("--from", "2024-07", "--to", "2024-08", "--certain"))
        self.screenshot("filter-dates")
        self.press("push button", "Any Date")
        self.wait(lambda: NOTE_HIDDEN not in self.settled().notes, "all events to be back")

    def test_dates_in_words(self):
        self.open_sample()
        self.expand("Date")
        self.enter("From", "late September 2024")
        self.see("label", r"\[2024-09-21..2024-09-30\]")
        self.see("label", "late September 2024")
        self.see("label", "From 2024-09-21, may fall inside")
        self.shows(self.dated("--from", "2024-09-21"))
        self.enter("From", "1. Juli 2024")
        self.see("label", "2024-07-01")
        self.see("label", "Monday 1 July 2024")
        self.see("label", "From 2024-07(-01)?, may fall inside")
        self.enter("To", "6/7/2024")
        self.see_words(r".*this may be 6 July 2024 \(2024-07-06\) or 7 June 2024 \(2024-06-07\).*")
        self.enter("To", "6 July 2024")
        self.see("label", "From 2024-07(-01)? to 2024-07-06, may fall inside")
        self.screenshot("filter-words")

    def test_a_date_is_shown_while_it_is_typed(self):
        self.open_sample()
        self.expand("Date")
        self.press("text", "From")
        self.type("20 Ju")
        self.see_words("“20 Ju”: at character 4: this word is not known in dates")
        self.assertNotIn(NOTE_HIDDEN, self.settled().notes)
        self.screenshot("date-field-typing")
        self.type("ne 2024")
        self.see("label", "2024-06-20")
        self.see("label", "Thursday 20 June 2024")
        self.assertEqual(self.see("text", "From").get_description(), "2024-06-20: Thursday 20 June 2024")
        self.screenshot("date-field")
        self.key("BackSpace")
        self.see("label", "0202-06-20")

    def test_wrong_date(self):
        self.open_sample()
        self.expand("Date")
        self.enter("From", "2024-")
        self.see_words("“2024-”: at character 6: expected a month of two digits")
        self.assertNotIn(NOTE_HIDDEN, self.settled().notes)
        self.enter("From", "2024")
        self.see("label", "From 2024, may fall inside")
        self.enter("To", "2017")
        self.see_words("To lies before From.*")

    def check_property(self, section, key, label):
        self.open_sample()
        number = sum(event[key] == label for event in self.events())
        self.assertGreater(number, 0)
        self.expand(section)
        self.press("check box", f"{label.capitalize()}, {number} events?")
        self.see("label", f"{section}: not {label}")
        self.see("push button", rf"{section}, \d+ of \d+")
        self.see("label", f"{number} events? hidden")
        self.assertFalse(set(self.settled().items) & {e["title"] for e in self.events() if e[key] == label})
        self.press("push button", f"Remove filter {section}: not {label}")
        self.wait(lambda: NOTE_HIDDEN not in self.settled().notes, "all events to be back")

    def test_kind(self):
        self.check_property("Kind", "kind", "statement")

    def test_status(self):
        self.check_property("Status", "status", "planned")

    def test_assertion(self):
        self.check_property("Assertion", "assertion", "alleged")

    def test_sources(self):
        self.open_sample()
        self.expand("Sources")
        box = self.see("check box", r"\[Wccftech\], \d+ events?")
        self.click(self.middle_of(box))
        self.see("label", r"Sources: not \[Wccftech\]")
        self.see("label", r"\d+ events? hidden")
        self.press("push button", "All Sources")
        self.wait(lambda: NOTE_HIDDEN not in self.settled().notes, "all events to be back")

    def test_chips(self):
        self.open_sample()
        self.press("check box", "Best Buy, 1 event")
        self.see("label", "Without Best Buy")
        self.assertFalse(self.is_shown("push button", "Clear All"))
        self.expand("Date")
        self.enter("From", "2018")
        self.see("label", "From 2018, may fall inside")
        self.wait(lambda: self.is_shown("push button", "Clear All"), "a button that clears all")
        self.screenshot("filter-chips")
        self.press("push button", "Remove filter Without Best Buy")
        self.wait(lambda: self.find("label", "Without Best Buy") is None, "the first chip to go")
        self.key("space")  # the focus went on to the next one
        self.wait(lambda: NOTE_HIDDEN not in self.settled().notes, "all events to be back")


if __name__ == "__main__":
    tap.main(Find, Filters)
