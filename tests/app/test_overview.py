# SPDX-License-Identifier: GPL-3.0-or-later
"""The overview with real pointer and keys: the lens is dragged and resized, the canvas follows, and the other way
round."""
from app_case import AppCase, Atspi, tap


class Strip:
    """Where the overview says it stands: overview X Y WIDTH HEIGHT LENS_X0 LENS_X1."""

    INSET = 12

    def __init__(self, line):
        words = line.split()
        self.x, self.y, self.width, self.height = map(int, words[1:5])
        self.left, self.right = map(float, words[5:7])
        self.start, self.end = self.x + self.INSET, self.x + self.width - self.INSET

    def at(self, x):
        return (round(x), self.y + self.height // 2)

    @property
    def middle(self):
        return (self.left + self.right) / 2

    @property
    def is_whole(self):
        return abs(self.left - self.start) < 1 and abs(self.right - self.end) < 1


class Overview(AppCase):
    def strips(self):
        with open(self.log, encoding="utf-8") as log:
            return [line for line in log if line.startswith("overview ") and line.endswith("\n")]

    def strip_after(self, act):
        """Does something that moves the lens, and returns where it comes to rest; places() is then settled too."""
        n = len(self.strips())
        act()
        self.wait(lambda: len(self.strips()) > n, "the overview to settle")
        while True:
            before = len(self.strips())
            self.let_run(0.4)
            if len(self.strips()) == before:
                return Strip(self.strips()[-1])

    def places(self):
        return self.settled()

    def open_whole(self):
        self.open_sample()
        strip = Strip(self.wait(self.strips, "the overview")[-1])
        self.assertTrue(strip.is_whole, "the whole case is in view, and the lens does not cover the strip")
        return strip

    def open_zoomed(self):
        """A lens of 160 pixels in the middle of the strip, made by drawing it."""
        strip = self.open_whole()
        middle = (strip.start + strip.end) / 2
        strip = self.strip_after(lambda: self.drag(strip.at(strip.end), strip.at(strip.end - 40), strip.at(middle + 80)))
        strip = self.strip_after(lambda: self.drag(strip.at(strip.start), strip.at(strip.start + 40), strip.at(middle - 80)))
        self.assertAlmostEqual(strip.left, middle - 80, delta=2)
        self.assertAlmostEqual(strip.right, middle + 80, delta=2)
        return strip

    def drag_slowly(self, strip, start, end, release=True):
        """In steps, as a hand does."""
        self.drag(strip.at(start), *(strip.at(start + (end - start) * i / 4) for i in range(1, 5)), release=release)

    # --- pointer -----------------------------------------------------------------------------------------------------

    def test_dragging_an_end_zooms(self):
        strip = self.open_whole()
        before = self.places()
        target = strip.start + (strip.end - strip.start) // 2
        after = self.strip_after(lambda: self.drag_slowly(strip, strip.start, target))
        self.assertAlmostEqual(after.left, target, delta=2)
        self.assertAlmostEqual(after.right, strip.end, delta=1)
        self.assertGreater(self.places().px_per_day, 1.5 * before.px_per_day)
        self.screenshot("overview-zoomed")

    def test_dragging_the_lens_pans(self):
        strip = self.open_zoomed()
        before = self.places()
        after = self.strip_after(lambda: self.drag_slowly(strip, strip.middle, strip.middle + 60))
        places = self.places()
        self.assertEqual(places.px_per_day, before.px_per_day)
        self.assertAlmostEqual(after.left - strip.left, 60, delta=2)
        self.assertAlmostEqual(after.right - strip.right, 60, delta=2)
        seen = (strip.right - strip.left) / 60 * (places.left_seconds - before.left_seconds)
        width = before.size[0] / before.px_per_day * 86400
        self.assertTrue(0.6 * width < seen < 1.1 * width, "the canvas did not pan as far as the lens")

    def test_click_outside_puts_the_lens_there(self):
        strip = self.open_zoomed()
        before = self.places()
        x = strip.start + 90
        after = self.strip_after(lambda: self.click(strip.at(x)))
        self.assertAlmostEqual(after.middle, x, delta=3)
        self.assertEqual(self.places().px_per_day, before.px_per_day)

    def test_drag_outside_draws_a_new_span(self):
        strip = self.open_zoomed()
        a, b = strip.start + 20, strip.start + 90
        after = self.strip_after(lambda: self.drag_slowly(strip, b, a))
        self.assertAlmostEqual(after.left, a, delta=2)
        self.assertAlmostEqual(after.right, b, delta=2)

    def test_escape_takes_a_drag_back(self):
        strip = self.open_zoomed()
        before = self.places()
        for start, end in ((strip.left, strip.left - 70), (strip.middle, strip.middle + 70),
                           (strip.start + 20, strip.start + 60)):
            self.drag_slowly(strip, start, end, release=False)
            self.let_run(0.3)
            self.key("Escape")
            self.xdotool("mouseup", 1)
            self.let_run(0.6)
            places = self.places()
            self.assertEqual((places.px_per_day, places.left_seconds), (before.px_per_day, before.left_seconds),
                             f"a drag from {start} to {end} was not taken back")

    def test_double_click_shows_everything(self):
        strip = self.open_zoomed()

        def double_click():
            self.move(strip.at(strip.start + 60))
            self.xdotool("click", "--repeat", 2, "--delay", 60, 1)

        self.assertTrue(self.strip_after(double_click).is_whole)

    def test_wheel_zooms_at_the_pointer(self):
        strip = self.open_zoomed()
        x = strip.left + 40

        def turn(button):
            self.move(strip.at(x))
            self.xdotool("click", "--repeat", 3, "--delay", 60, button)

        after = self.strip_after(lambda: turn(4))
        self.assertLess(after.right - after.left, 0.7 * (strip.right - strip.left))
        share = (x - after.left) / (after.right - after.left)
        self.assertAlmostEqual(share, 0.25, delta=0.03, msg="what was under the pointer went elsewhere")
        again = self.strip_after(lambda: turn(5))
        self.assertAlmostEqual(again.left, strip.left, delta=2)
        self.assertAlmostEqual(again.right, strip.right, delta=2)

    def test_canvas_moves_the_lens(self):
        strip = self.open_whole()
        after = self.strip_after(lambda: self.key("ctrl+plus", "ctrl+plus", "ctrl+plus", "ctrl+plus"))
        self.assertLess(after.right - after.left, 0.5 * (strip.right - strip.left))
        self.assertTrue(self.strip_after(lambda: self.key("ctrl+0")).is_whole)

    # --- keys --------------------------------------------------------------------------------------------------------

    def test_keys(self):
        strip = self.open_zoomed()
        self.click(strip.at(strip.middle))  # takes the focus, and nothing else
        width = strip.right - strip.left
        now = self.strip_after(lambda: self.key("Right", "Right"))
        self.assertAlmostEqual(now.left - strip.left, 0.2 * width, delta=3)
        self.assertAlmostEqual(now.right - now.left, width, delta=2)
        now = self.strip_after(lambda: self.key("Left", "Left"))
        self.assertAlmostEqual(now.left, strip.left, delta=3)
        wider = self.strip_after(lambda: self.key("ctrl+Right"))
        self.assertAlmostEqual(wider.left, now.left, delta=2)
        self.assertAlmostEqual(wider.right - now.right, 0.1 * width, delta=3)
        narrower = self.strip_after(lambda: self.key("shift+Right"))
        self.assertAlmostEqual(narrower.right, wider.right, delta=2)
        self.assertAlmostEqual(narrower.left - wider.left, 0.11 * width, delta=3)
        zoomed = self.strip_after(lambda: self.key("plus"))
        self.assertAlmostEqual(zoomed.middle, narrower.middle, delta=2)
        self.assertAlmostEqual((zoomed.right - zoomed.left) * 1.5, narrower.right - narrower.left, delta=4)
        first = self.strip_after(lambda: self.key("Home"))
        self.assertAlmostEqual(first.left, first.start, delta=1)
        last = self.strip_after(lambda: self.key("End"))
        self.assertAlmostEqual(last.right, last.end, delta=1)
        page = self.strip_after(lambda: self.key("Page_Up"))
        self.assertAlmostEqual(last.left - page.left, 0.9 * (last.right - last.left), delta=4)
        self.assertTrue(self.strip_after(lambda: self.key("0")).is_whole)

    # --- words -------------------------------------------------------------------------------------------------------

    def test_says_what_is_visible(self):
        strip = self.open_whole()
        node = self.see("scroll bar", "Overview")
        self.wait(lambda: node.get_description().startswith("Visible: "), "a description")
        whole = node.get_description()
        n_all = whole.split(" of ")[1].split()[0]
        self.assertRegex(whole, rf"^Visible: .* to .*, {n_all} of {n_all} dated events$")
        middle = (strip.start + strip.end) / 2
        self.strip_after(lambda: self.drag_slowly(strip, strip.end, middle))
        self.wait(lambda: f", {n_all} of {n_all}" not in node.get_description(), "fewer events")
        self.assertRegex(node.get_description(), rf"^Visible: .* to .*, \d+ of {n_all} dated events$")
        self.assertTrue(node.get_state_set().contains(Atspi.StateType.FOCUSABLE))

    # --- room --------------------------------------------------------------------------------------------------------

    def test_gives_way_in_a_low_window(self):
        self.open_whole()
        before = self.places()
        after = self.after(lambda: self.xdotool("windowsize", self.window, 900, 400))
        self.assertLess(after.size[1], before.size[1])
        self.assertGreater(after.origin[1] + after.size[1], 380, "the lanes do not have the overview's place")


if __name__ == "__main__":
    tap.main(Overview)
