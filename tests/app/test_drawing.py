# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window draws beside events, with real pointer and key events: the legend over the line, links between events,
eras behind the lanes, and the line at today."""
import datetime
import os
import subprocess

from app_case import PROGRAM, AppCase, Atspi, tap


class Legend(AppCase):
    def entries(self):
        """What is explained now, from top to bottom; None while there is no legend."""
        table = self.find("list", "Legend")
        if table is None:
            return None
        rows = [node for node in self.nodes(table) if self.role_of(node) == "list item" and self.box_of(node)[3] > 0]
        return [self.name_of(row) for row in rows]

    def open_legend(self):
        self.open_sample()
        self.assertIsNone(self.entries())
        self.key("ctrl+l")
        self.wait(self.entries, "the legend")

    def test_follows_the_view(self):
        self.open_legend()
        whole = self.entries()
        self.assertIn("takes effect, or deadline", whole)
        self.screenshot("legend")
        # The middle of the time, where less has happened.
        for _ in range(6):
            self.key("ctrl+plus")
        self.wait(lambda: 0 < len(self.entries()) < len(whole), "fewer entries")
        self.assertEqual([e for e in whole if e in self.entries()], self.entries())
        self.screenshot("legend-zoomed")
        self.key("ctrl+0")
        self.wait(lambda: self.entries() == whole, "all entries")

    def test_is_closed_by_button_and_key(self):
        self.open_legend()
        close = self.see("push button", "Close the Legend")
        self.click(self.middle_of(close))
        self.wait(lambda: self.entries() is None, "the legend to go")
        self.key("ctrl+l")
        self.wait(self.entries, "the legend")
        self.key("ctrl+l")
        self.wait(lambda: self.entries() is None, "the legend to go")


class Links(AppCase):
    BAN = "Ban on US sales of Kaspersky software"
    ANSWER = "Kaspersky rejects the ban as political"

    def test_of_the_selected_event(self):
        places = self.open_sample()
        self.key("ctrl+l")
        self.see("list item", "happened or reported")
        self.assertIsNone(self.find("list item", "responds to"))
        self.key("ctrl+l")
        self.click(places.mark(self.ANSWER))
        self.screenshot("links-selected")
        self.key("ctrl+l")
        self.see("list item", "responds to")
        # The pane leads there and back.
        self.click(self.middle_of(self.see("push button", f"Responds to: {self.BAN}")))
        self.see("push button", f"Answered by: {self.ANSWER}")
        self.see("push button", "Causes: Kaspersky to begin closing its US business")

    def test_of_all_events_is_a_choice(self):
        self.open_sample()
        self.key("ctrl+l")
        self.see("list item", "happened or reported")
        self.assertIsNone(self.find("list item", "causes"))
        self.key("F10")
        item = self.see("menu item", "Show Links")
        self.rest(item)
        self.let_run(0.5)
        Atspi.Action.do_action(item, 0)
        self.see("list item", "causes")
        self.screenshot("links-all")


class Background(AppCase):
    """A case of our own: two eras, events about today, and one without a date that comes after another."""

    def open_case(self):
        today = datetime.date.today()
        days = [str(today + datetime.timedelta(days=n)) for n in (-60, -20, 0, 30)]
        events = [
            {"title": "The long quarrel", "kind": "era", "start": days[0], "end": days[2]},
            {"title": "The short peace", "kind": "era", "start": days[1], "end": days[3]},
            {"title": "Talks begin", "start": days[0]},
            {"title": "Talks end", "start": days[3]},
        ]
        path = os.path.join(self.folder, "events.csv")
        with open(path, "w", encoding="utf-8") as file:
            file.write("title,kind,start,end\n")
            for event in events:
                file.write(f"{event['title']},{event.get('kind', '')},{event['start']},{event.get('end', '')}\n")
        self.case = os.path.join(self.folder, "quarrel.dateline")
        for words in (["new", self.case], ["import", self.case, path]):
            subprocess.run([PROGRAM, *words], check=True, capture_output=True, env=self.environment)
        self.start(self.case)
        return self.settled(quiet=1.2)

    def test_eras_are_behind_the_lanes(self):
        places = self.open_case()
        self.assertNotIn("The long quarrel", places.items)
        self.assertEqual(set(places.shelf), {"The long quarrel", "The short peace"})
        self.assertIn("Talks begin", places.items)
        self.screenshot("eras")
        self.click(places.shelf["The long quarrel"])
        self.see("label", "The long quarrel")
        self.see("list item", "The long quarrel; .*")

    def test_line_at_today(self):
        places = self.open_case()
        begin, end = places.mark("Talks begin")[0], places.mark("Talks end")[0]
        # Marks stand in the middle of their days, the line at the beginning of its own.
        wanted = begin + (end - begin) * (60 - 0.5) / 90
        self.assertAlmostEqual(places.now, wanted, delta=2)


tap.main(Legend, Links, Background)
