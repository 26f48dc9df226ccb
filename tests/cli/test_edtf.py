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
        self.assertEqual(result.stderr, "dateline: “2024-13”: at character 6: expected a month from 01 to 12, or a "
                         "season or part of the year from 21 to 41\n")

    def test_each_invalid_one_has_its_reason(self):
        result = self.run_program("edtf", "-0000", "-", "-?0044", "", "2024-06-20")
        self.assertEqual(result.returncode, 1)
        self.assertEqual(result.stdout, "invalid\n" * 4 + "2024-06-20\t2024-06-20\n")
        reasons = result.stderr.splitlines()
        self.assertEqual(len(reasons), 4)
        self.assertIn("“-0000”: at character 2: there is no year -0000", reasons[0])
        for reason in reasons[1:]:
            self.assertIn("expected a year of four digits", reason)

    def test_strict_where_entry_is_not(self):
        for text in ("19", "197", "{1667, 1668}", "20 June 2024", "2024-6-20", "20.6.2024"):
            with self.subTest(text):
                self.assertEqual(self.run_program("edtf", text).stdout, "invalid\n")

    def test_a_line_break_in_a_date_breaks_no_line(self):
        result = self.run_program("edtf", "2024\n2025")
        self.assertEqual(result.stdout, "invalid\n")
        self.assertEqual(len(result.stderr.splitlines()), 1)

    def test_no_date_is_usage(self):
        self.assertIn("edtf STRING", self.fails(2, "edtf"))

    def test_an_option_is_not_a_date(self):
        self.fails(2, "edtf", "--years")
        self.fails(2, "edtf", "-v")
        self.assertEqual(self.run_program("edtf", "--", "--years").stdout, "invalid\n")

    def test_help(self):
        self.assertIn("EARLIEST", self.ok("edtf", "--help"))
        self.assertIn("EARLIEST", self.ok("edtf", "2024", "-h"))


tap.main(Edtf)
