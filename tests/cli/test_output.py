# SPDX-License-Identifier: GPL-3.0-or-later
"""What is printed: the same in every locale, a line a thing, and never lost without a word."""
import os

from cli_case import PROGRAM, CliCase, tap

TABLE = 'title,start,source\n"Two\tcells\nand two lines \x1b[31m",2021,Port News\nÉlan,2022,\n'


class Output(CliCase):
    def setUp(self):
        super().setUp()
        self.case = self.path("case.dateline")
        self.ok("new", self.case, "--title", "Élan")

    def import_table(self):
        self.ok("import", self.case, self.write("élan.csv", TABLE))

    def shell(self, script, *args):
        return self.run_program(*args, wrapper=("sh", "-c", script))

    def test_a_full_disk_is_told(self):
        self.import_table()
        for args in (("list", self.case), ("list", self.case, "--format", "json"), ("check", self.case), ("edtf", "2017"),
                     ("--version",), ("--help",)):
            with self.subTest(args):
                result = self.shell('exec "$0" "$@" >/dev/full', *args)
                self.assertEqual(result.returncode, 3, result.stderr)
                self.assertEqual(len(result.stderr.splitlines()), 1, result.stderr)
                self.assertIn("standard output", result.stderr)

    def test_output_that_is_closed_is_told_and_goes_into_no_file(self):
        text = self.write("a.txt", "A note.\n")
        for args in (("list", self.case), ("import", self.case, text)):
            with self.subTest(args):
                result = self.shell('exec "$0" "$@" >&-', *args)
                self.assertEqual(result.returncode, 3, result.stderr)
                self.assertIn("standard output", result.stderr)
        self.assertEqual([s["title"] for s in self.list(self.case, "sources")], ["a"])

    def test_a_reader_that_leaves_early_is_no_trouble(self):
        self.import_table()
        result = self.shell('"$0" "$@" | head -c 1', "list", self.case)
        self.assertEqual((result.returncode, result.stderr), (0, ""))

    def test_every_locale_prints_the_same(self):
        self.import_table()
        for what in ("events", "sources", "history", "findings"):
            for form in ("json", "tsv", "csv", "table"):
                with self.subTest((what, form)):
                    args = ("list", self.case, what, "--format", form)
                    self.assertEqual(self.ok(*args, env={"LC_ALL": "C"}), self.ok(*args, env={"LC_ALL": "C.UTF-8"}))
        self.assertIn("Élan", self.ok("list", self.case, env={"LC_ALL": "C"}))

    def test_arguments_are_utf8_in_every_locale(self):
        self.import_table()
        for locale in ("C", "C.UTF-8", "POSIX"):
            with self.subTest(locale):
                found = self.ok("list", self.case, "--text", "élan", env={"LC_ALL": locale})
                self.assertIn("2022", found)
        result = self.run_program("list", self.case, "--text", os.fsdecode(b"\xff"))
        self.assertEqual(result.returncode, 2)
        self.assertIn("UTF-8", result.stderr)

    def test_an_error_is_one_plain_line(self):
        line = self.fails(3, "list", self.path("two\nlines\x1b[31m.dateline"))
        self.assertNotIn("\x1b", line)
        line = self.fails(1, "edtf", "20\n17")
        self.assertIn("expected", line)

    def test_a_finding_is_one_line_of_four_cells(self):
        self.import_table()
        lines = self.run_program("check", self.case).stdout.splitlines()
        self.assertTrue(any("Two cells" in line for line in lines), lines)
        for line in lines:
            self.assertEqual(line.count("\t"), 3, line)
            self.assertNotIn("\x1b", line)

    def test_a_name_that_begins_as_an_option_does(self):
        os.rename(self.case, self.path("-case.dateline"))
        for args in (("list", "--", "-case.dateline"), ("list", "--format", "json", "--", "-case.dateline", "events"),
                     ("list", "./-case.dateline"), ("export", "-o", "a.svg", "--", "-case.dateline")):
            with self.subTest(args):
                self.ok(*args)

    def test_a_word_that_is_no_command_needs_no_display(self):
        self.assertIn("lst", self.fails(2, "lst", self.case))
        self.assertIn("--help", self.fails(2, "merge"))

    def test_help_on_a_command(self):
        self.assertEqual(self.ok("help", "import"), self.ok("import", "--help"))
        self.assertEqual(self.ok("help"), self.ok("--help"))


assert PROGRAM
tap.main(Output)
