# SPDX-License-Identifier: GPL-3.0-or-later
"""dateline edtf: bounds out, invalid told, and a year before 0 is a date, not an option."""
from cli_case import CliCase, tap


class Edtf(CliCase):
    def test_bounds(self):
        for text, line in (
            ("2024-06-20", "2024-06-20\t2024-06-20"),
            ("2017", "2017-01-01\t2017-12-31"),
            ("2017~", "2017-01-01\t2017-12-31"),
            ("[2024-09-21..2024-09-30]", "2024-09-21\t2024-09-30"),
            ("[..2017]", "-inf\t2017-12-31"),
            ("2018/..", "2018-01-01\tinf"),
            ("2018/", "2018-01-01\tunknown"),
            ("-0002", "-0002-01-01\t-0002-12-31"),
            ("-1985", "-1985-01-01\t-1985-12-31"),
            ("-XXXX-12-XX", "-9999-12-01\t-0001-12-31"),
        ):
            with self.subTest(text):
                self.assertEqual(self.ok("edtf", text), line + "\n")

    def test_several_keep_their_order(self):
        self.assertEqual(self.ok("edtf", "2018", "2017"), "2018-01-01\t2018-12-31\n2017-01-01\t2017-12-31\n")

    def test_invalid_is_told_and_the_others_still_print(self):
        result = self.run_program("edtf", "2024-13", "2017")
        self.assertEqual(result.returncode, 1)
        self.assertEqual(result.stdout, "invalid\n2017-01-01\t2017-12-31\n")
        self.assertIn("2024-13", result.stderr)

    def test_no_date_is_usage(self):
        self.assertIn("edtf STRING", self.fails(2, "edtf"))

    def test_an_option_is_not_a_date(self):
        self.fails(2, "edtf", "--years")

    def test_help(self):
        self.assertIn("EARLIEST", self.ok("edtf", "--help"))


tap.main(Edtf)
