# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window draws beside events, with real pointer and key events: the legend over the line."""
from app_case import AppCase, tap


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


tap.main(Legend)
