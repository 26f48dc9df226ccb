# SPDX-License-Identifier: GPL-3.0-or-later
"""Folding with real keys and pointer: by itself, by hand, and open again; the rest of the line goes along."""
import os

from app_case import AppCase, Atspi, tap

WORDS = "Nothing starts or ends for 6 years 5 months"
MOVE = "Some operations move to Switzerland"  # from 2018 until some day from 2020 to 2024
VICE = "Kaspersky vice president calls US ban emotional"
RAIMONDO = "Raimondo says Russian influence is a security risk"


class Folds(AppCase):
    def select_both(self, places):
        self.click(places.mark(VICE))
        self.xdotool("keydown", "ctrl")
        self.click(places.mark(RAIMONDO))
        self.xdotool("keyup", "ctrl")
        self.see("label", "2 events selected")

    def open_parted(self):
        """Two events of the sample alone, one at the end of 2017 and one in June 2024."""
        self.select_both(self.open_sample())
        self.after(lambda: self.click(self.middle_of(self.see("push button", "Only These"))))
        return self.after(lambda: self.key("ctrl+0"))

    def fold_empty(self):
        """Its one long stretch, folded by the key."""
        self.open_parted()
        places = self.after(lambda: self.key("ctrl+shift+f"))
        self.assertEqual(len(places.folds), 1)
        return places

    @staticmethod
    def on_axis(places, fold=0):
        """The middle of a break, on the axis, where nothing else is."""
        x, _, width, _ = places.folds[fold]
        return (x + width // 2, places.origin[1] + 12)

    def test_what_is_empty_folds_and_opens_again(self):
        whole = self.open_parted()
        folded = self.after(lambda: self.key("ctrl+shift+f"))
        self.assertEqual(len(folded.folds), 1)
        self.assertGreater(folded.px_per_day, 1.2 * whole.px_per_day, "what is saved is not used")
        self.screenshot("folded")
        x, _, width, _ = folded.folds[0]
        self.assertGreater(x, folded.mark(VICE)[0])
        self.assertLess(x + width, folded.mark(RAIMONDO)[0])
        opened = self.after(lambda: self.key("ctrl+shift+f"))
        self.assertEqual(opened.folds, [])
        self.assertAlmostEqual(opened.px_per_day, whole.px_per_day, delta=whole.px_per_day / 1000)

    def test_a_click_opens_one(self):
        folded = self.fold_empty()
        opened = self.after(lambda: self.click(self.on_axis(folded)))
        self.assertEqual(opened.folds, [])
        again = self.after(lambda: self.key("ctrl+shift+f", "ctrl+shift+f"))
        self.assertEqual(len(again.folds), 1, "turned off and on again, all fold")

    def test_by_hand(self):
        places = self.open_parted()
        place = ((2 * places.mark(VICE)[0] + places.mark(RAIMONDO)[0]) // 3, places.origin[1] + 12)
        self.click(place, button=3)
        item = self.see("menu item", "Fold This Stretch")
        self.screenshot("folding-by-hand")
        folded = self.after(lambda: self.click(self.middle_of(item)))
        self.assertEqual(len(folded.folds), 1)
        self.click(self.on_axis(folded), button=3)
        item = self.see("menu item", "Unfold This Stretch")
        opened = self.after(lambda: self.click(self.middle_of(item)))
        self.assertEqual(opened.folds, [])

    def test_between_selected_events(self):
        places = self.open_parted()
        self.select_both(places)
        folded = self.after(lambda: self.key("ctrl+j"))
        self.assertEqual(len(folded.folds), 1)
        self.assertEqual(self.after(lambda: self.key("ctrl+shift+j")).folds, [])

    def test_zooming_keeps_what_is_under_the_pointer(self):
        folded = self.fold_empty()
        place = folded.mark(RAIMONDO)
        self.move(place)
        near = self.after(lambda: self.xdotool("click", "--repeat", 3, "--delay", 60, 4))
        self.assertGreater(near.px_per_day, 1.2 * folded.px_per_day)
        self.assertAlmostEqual(near.mark(RAIMONDO)[0], place[0], delta=2)
        far = self.after(lambda: self.xdotool("click", "--repeat", 3, "--delay", 60, 5))
        self.assertAlmostEqual(far.px_per_day, folded.px_per_day, delta=folded.px_per_day / 1000)
        self.assertAlmostEqual(far.folds[0][0], folded.folds[0][0], delta=2)

    def test_the_next_window_folds_too(self):
        self.fold_empty()
        self.key("ctrl+w")
        self.process.wait(20)
        self.assertEqual(len(self.open_parted().folds), 1)

    def test_the_filter_decides(self):
        folded = self.fold_empty()
        self.assertNotIn(MOVE, folded.items)
        self.screenshot("folded-filtered")
        everything = self.after(lambda: self.key("ctrl+shift+a"))
        self.assertIn(MOVE, everything.items)
        self.assertNotIn(WORDS, [node.get_name() for node in self.nodes()])

    def test_a_screen_reader_meets_it_and_opens_it(self):
        self.fold_empty()
        fold = self.see("list item", WORDS)
        actions = [Atspi.Action.get_action_name(fold, i) for i in range(Atspi.Action.get_n_actions(fold))]
        opened = self.after(lambda: Atspi.Action.do_action(fold, actions.index("event.open")))
        self.assertEqual(opened.folds, [])

    def test_without_animations(self):
        config = os.path.join(self.folder, "config", "gtk-4.0")
        os.makedirs(config)
        with open(os.path.join(config, "settings.ini"), "w", encoding="utf-8") as settings:
            settings.write("[Settings]\ngtk-enable-animations=0\n")
        folded = self.fold_empty()
        self.assertEqual(self.after(lambda: self.click(self.on_axis(folded))).folds, [])


if __name__ == "__main__":
    tap.main(Folds)
