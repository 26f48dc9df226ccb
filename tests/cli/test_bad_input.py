# SPDX-License-Identifier: GPL-3.0-or-later
"""Bad input: one line that says what and what to do, the right exit code, and nothing changed."""
import os
import sqlite3
import struct

from cli_case import CliCase, tap

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 5000


class BadInput(CliCase):
    def setUp(self):
        super().setUp()
        self.make_sample()

    def snapshot(self):
        return {name: (os.stat(self.path(name)).st_mtime_ns, os.path.getsize(self.path(name)))
                for name in os.listdir(self.folder) if name != "state"}

    def refuses(self, path, *needles):
        """Every command that reads a case refuses it with code 3 and leaves the folder alone."""
        text = self.write("note.txt", "A note.\n")
        before = self.snapshot()
        for args in (("list", path), ("check", path), ("export", path, "-o", self.path("out.png")), ("import", path, text)):
            line = self.fails(3, *args)
            for needle in (os.path.basename(path), *needles):
                self.assertIn(needle, line)
        self.assertEqual(self.snapshot(), before)

    def test_a_missing_file(self):
        self.refuses(self.path("missing.dateline"), "does not exist")

    def test_a_folder(self):
        os.mkdir(self.path("folder.dateline"))
        self.refuses(self.path("folder.dateline"), "folder")

    def test_an_empty_file(self):
        self.refuses(self.write("empty.dateline", b""), "empty")

    def test_a_png(self):
        self.refuses(self.write("picture.dateline", PNG), "not a")

    def test_a_foreign_database(self):
        path = self.path("foreign.dateline")
        with sqlite3.connect(path) as connection:
            connection.execute("CREATE TABLE t (x)")
        connection.close()
        self.refuses(path, "not")

    def test_a_truncated_case(self):
        self.refuses(self.write("cut.dateline", self.read("sample.dateline")[:20000]), "damaged")

    def test_a_newer_case(self):
        data = bytearray(self.read("sample.dateline"))
        data[60:64] = struct.pack(">I", 99)
        self.refuses(self.write("newer.dateline", bytes(data)), "99")

    def test_a_case_with_a_trigger(self):
        path = self.write("trigger.dateline", self.read("sample.dateline"))
        with sqlite3.connect(path) as connection:
            connection.execute("CREATE TRIGGER t AFTER UPDATE ON event BEGIN SELECT 1; END")
        connection.close()
        self.refuses(path)

    def damage(self, sql):
        """A case in which rows are missing that others refer to; its pages are sound."""
        path = self.write("torn.dateline", self.read("sample.dateline"))
        with sqlite3.connect(path) as connection:
            connection.execute(sql)
        connection.close()
        return path

    def test_a_case_without_an_event_that_it_lists(self):
        path = self.damage("DELETE FROM event WHERE id = (SELECT min (id) FROM event)")
        for args in (("list", path), ("list", path, "claims", "--format", "json"),
                     ("export", path, "-o", self.path("a.svg"), "--passages")):
            with self.subTest(args):
                self.assertIn("damaged", self.fails(3, *args))

    def test_a_case_without_a_passage_or_source_that_it_needs(self):
        for sql in ("DELETE FROM passage", "DELETE FROM source", "DELETE FROM anchor", "DELETE FROM actor", "DELETE FROM claim",
                    "DELETE FROM source_text", "DELETE FROM participation", "DELETE FROM mark_index"):
            path = self.damage(sql)
            for args in (("list", path), ("list", path, "passages", "--actor", "Kaspersky"), ("check", path),
                         ("export", path, "-o", self.path("a.svg"), "--passages", "--sources", "--group", "source")):
                with self.subTest((sql, args)):
                    result = self.run_program(*args)
                    self.assertIn(result.returncode, (0, 1, 2, 3), result.stderr)
                    self.assertLessEqual(len(result.stderr.splitlines()), 1, result.stderr)

    def test_an_unwritable_folder(self):
        below_a_file = os.path.join(self.sample, "out")
        self.assertIn("out.png", self.fails(3, "export", self.sample, "-o", below_a_file + ".png"))
        self.fails(3, "sample", below_a_file + ".dateline")
        self.fails(3, "new", self.path("no/such/folder/a.dateline"))

    def test_a_file_that_is_there_already(self):
        before = self.read("sample.dateline")
        for command in ("new", "sample"):
            self.assertIn("already", self.fails(3, command, self.sample))
        self.assertEqual(self.read("sample.dateline"), before)

    def test_an_unknown_actor(self):
        for args in (("list", self.sample, "--actor", "Nobody"),
                     ("export", self.sample, "-o", self.path("a.png"), "--actor", "Nobody")):
            line = self.fails(2, *args)
            self.assertIn("Nobody", line)
            self.assertIn("Kaspersky", line)
        self.assertFalse(os.path.exists(self.path("a.png")))

    def test_an_actor_of_a_case_that_has_none(self):
        self.ok("new", self.path("empty.dateline"))
        self.assertIn("no actors", self.fails(2, "list", self.path("empty.dateline"), "--actor", "Kaspersky"))

    def test_an_unknown_extension(self):
        self.assertIn(".pdf", self.fails(2, "export", self.sample, "-o", self.path("a.bmp")))
        self.assertIn(".txt", self.fails(2, "import", self.sample, self.write("a.xyz", "A.\n")))
        self.assertFalse(os.path.exists(self.path("a.bmp")))

    def test_bad_dates(self):
        self.assertIn("--from", self.fails(2, "list", self.sample, "--from", "20 June"))
        self.assertIn("--published", self.fails(2, "import", self.sample, self.write("a.txt", "A.\n"), "--published", "soon"))
        self.assertIn("--to", self.fails(2, "list", self.sample, "--from", "2024", "--to", "2017"))

    def test_bad_words(self):
        for args in (("list",), ("list", self.sample, "dreams"), ("list", self.sample, "--colour"), ("export", self.sample),
                     ("export", self.sample, "-o", "a.png", "--size", "big"), ("export", self.sample, "-o", "a.png", "--theme",
                                                                               "pink"), ("new",), ("list", self.sample,
                                                                                                   "--format", "xml")):
            with self.subTest(args):
                self.fails(2, *args)

    def test_bad_texts(self):
        before = self.read("sample.dateline")
        for name, data in (("nul.txt", b"a\0b"), ("latin.txt", b"caf\xe9\n"), ("empty.txt", b"")):
            with self.subTest(name):
                self.assertIn(name, self.fails(3, "import", self.sample, self.write(name, data)))
        self.assertEqual(self.read("sample.dateline"), before)

    def test_a_name_that_looks_like_an_address(self):
        self.refuses("file:x?mode=memory")

    def test_help_and_version(self):
        self.assertIn("export", self.ok("--help"))
        self.assertRegex(self.ok("--version"), r"^dateline \d")


tap.main(BadInput)
