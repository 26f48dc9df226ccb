# SPDX-License-Identifier: GPL-3.0-or-later
"""Folding with real keys and pointer: by itself, by hand, and open again; the rest of the line goes along."""
import os
import subprocess

from app_case import PROGRAM, AppCase, Atspi, tap

TABLE = """title,start,end,actors
Office closes,2017-12-05,,Maker
Data centres move,2018-02-01,2024-05-01,Maker
Sale banned,2024-06-20,,Trade Department
Rule explained,2024-07-20,,Trade Department
"""
WORDS = "Nothing starts or ends for 6 years 2 months"
BEFORE, AFTER = "Office closes", "Sale banned"


class Folds(AppCase):
    def setUp(self):
        super().setUp()
        table = os.path.join(self.folder, "table.csv")
        self.case = os.path.join(self.folder, "story.dateline")
        with open(table, "w", encoding="utf-8") as file:
            file.write(TABLE)
        for words in (("new", self.case), ("import", self.case, table)):
            subprocess.run([PROGRAM, *words], check=True, env=self.environment, capture_output=True)

    def open_story(self):
        self.start(self.case)
        return self.settled(quiet=1.2)

    def open_folded(self):
        self.open_story()
        places = self.after(lambda: self.key("ctrl+shift+f"))
        self.assertEqual(len(places.folds), 1)
        return places

    @staticmethod
    def on_axis(places):
        """The middle of the break, on the axis, where nothing else is."""
        x, _, width, _ = places.folds[0]
        return (x + width // 2, places.origin[1] + 12)

    @staticmethod
    def between(places):
        """On the axis, at a moment in the middle of the years in which nothing starts or ends."""
        return ((places.mark(BEFORE)[0] + places.mark(AFTER)[0]) // 2, places.origin[1] + 12)

    def test_what_is_empty_folds_and_opens_again(self):
        whole = self.open_story()
        folded = self.after(lambda: self.key("ctrl+shift+f"))
        self.assertEqual(len(folded.folds), 1)
        self.assertGreater(folded.px_per_day, 2 * whole.px_per_day, "what is saved is not used")
        self.screenshot("folded")
        x, _, width, _ = folded.folds[0]
        self.assertGreater(x, folded.mark(BEFORE)[0])
        self.assertLess(x + width, folded.mark(AFTER)[0])
        opened = self.after(lambda: self.key("ctrl+shift+f"))
        self.assertEqual(opened.folds, [])
        self.assertAlmostEqual(opened.px_per_day, whole.px_per_day, delta=whole.px_per_day / 1000)

    def test_a_click_opens_it(self):
        folded = self.open_folded()
        opened = self.after(lambda: self.click(self.on_axis(folded)))
        self.assertEqual(opened.folds, [])
        self.after(lambda: self.key("ctrl+shift+f"))
        again = self.after(lambda: self.key("ctrl+shift+f"))
        self.assertEqual(len(again.folds), 1, "turned off and on again, all fold")

    def test_by_hand(self):
        self.click(self.between(self.open_story()), button=3)
        item = self.see("menu item", "Fold This Stretch")
        self.screenshot("folding-by-hand")
        folded = self.after(lambda: Atspi.Action.do_action(item, 0))
        self.assertEqual(len(folded.folds), 1)
        self.click(self.on_axis(folded), button=3)
        item = self.see("menu item", "Unfold This Stretch")
        self.see("menu", "Time")
        opened = self.after(lambda: Atspi.Action.do_action(item, 0))
        self.assertEqual(opened.folds, [])

    def test_between_selected_events(self):
        places = self.open_story()
        self.click(places.mark(BEFORE))
        self.key("ctrl+a")
        self.see("label", "4 events selected")
        folded = self.after(lambda: self.key("ctrl+j"))
        self.assertEqual(len(folded.folds), 1)
        self.assertEqual(self.after(lambda: self.key("ctrl+shift+j")).folds, [])

    def test_zooming_keeps_what_is_under_the_pointer(self):
        folded = self.open_folded()
        place = folded.mark(AFTER)
        self.move(place)
        near = self.after(lambda: self.xdotool("click", "--repeat", 3, "--delay", 60, 4))
        self.assertGreater(near.px_per_day, 1.2 * folded.px_per_day)
        self.assertAlmostEqual(near.mark(AFTER)[0], place[0], delta=2)
        far = self.after(lambda: self.xdotool("click", "--repeat", 3, "--delay", 60, 5))
        self.assertAlmostEqual(far.px_per_day, folded.px_per_day, delta=folded.px_per_day / 1000)
        self.assertAlmostEqual(far.folds[0][0], folded.folds[0][0], delta=2)

    def test_a_screen_reader_meets_it_and_opens_it(self):
        self.open_folded()
        fold = self.see("list item", WORDS)
        actions = [Atspi.Action.get_action_name(fold, i) for i in range(Atspi.Action.get_n_actions(fold))]
        opened = self.after(lambda: Atspi.Action.do_action(fold, actions.index("event.open")))
        self.assertEqual(opened.folds, [])

    def test_without_animations(self):
        config = os.path.join(self.folder, "config", "gtk-4.0")
        os.makedirs(config)
        with open(os.path.join(config, "settings.ini"), "w", encoding="utf-8") as settings:
            settings.write("[Settings]\ngtk-enable-animations=0\n")
        folded = self.open_folded()
        self.assertEqual(self.after(lambda: self.click(self.on_axis(folded))).folds, [])


if __name__ == "__main__":
    tap.main(Folds)
