# SPDX-License-Identifier: GPL-3.0-or-later
"""What editing leaves behind, whatever happens meanwhile: the case is the old or the new one, never half of one, and what
is not in it is said and kept."""
import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import time
import unittest

from cli_case import PROGRAM, CliCase, tap

ROWS = "title,start\n" + "".join(f"Act {i},{1900 + i % 100}\n" for i in range(4000))


class WorkingCopy(CliCase):
    def setUp(self):
        super().setUp()
        self.case = self.path("case.dateline")
        self.ok("new", self.case)
        self.ok("import", self.case, self.write("first.txt", "One.\n"))
        self.working = self.path("state/dateline/working")

    def surroundings(self):
        return {**os.environ, "XDG_STATE_HOME": self.path("state")}

    def start(self, *args, limit=None):
        """With a limit, the program is killed when it makes a file longer than so many bytes."""
        def set_limit():
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        process = subprocess.Popen([PROGRAM, *args], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.surroundings(),
                                   cwd=self.folder, text=True, preexec_fn=set_limit if limit is not None else None)
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.stderr.close)
        return process

    def n_events(self):
        result = self.run_program("list", self.case, "--format", "tsv")
        self.assertEqual(result.returncode, 0, result.stderr)
        return len(result.stdout.splitlines()) - 1

    def left(self):
        return sorted(os.listdir(self.working))

    def keep_edits(self):
        """Makes a working copy that holds more than the case: the case's file is put back to what it was."""
        older = self.read("case.dateline")
        self.ok("import", self.case, self.write("second.txt", "Two.\n"))
        with sqlite3.connect(self.case) as connection:
            (uuid,) = connection.execute("SELECT uuid FROM case_info").fetchone()
        connection.close()
        shutil.copyfile(self.case, os.path.join(self.working, uuid + ".dateline"))
        with open(self.case, "wb") as file:
            file.write(older)
        return os.path.join(self.working, uuid + ".dateline")

    def test_killed_at_any_moment(self):
        table = self.write("rows.csv", ROWS)
        before = self.read("case.dateline")
        began = time.monotonic()
        self.ok("import", self.case, table)
        lasts = time.monotonic() - began
        for n in range(12):
            with open(self.case, "wb") as file:
                file.write(before)
            process = self.start("import", self.case, table)
            time.sleep(random.Random(n).random() * lasts)
            process.send_signal(signal.SIGKILL)
            process.wait()
            for name in os.listdir(self.folder):
                if name.endswith(".tmp"):
                    os.unlink(self.path(name))
            with sqlite3.connect(f"file:{self.case}?mode=ro", uri=True) as connection:
                self.assertEqual(connection.execute("PRAGMA integrity_check").fetchone(), ("ok",))
            connection.close()
            self.assertIn(self.n_events(), (0, 4000))
            again = self.run_program("import", self.case, table)
            if again.returncode == 0:
                self.assertEqual(self.n_events(), 4000)
                self.assertEqual(self.left(), [])
            else:
                # It was killed between the change and its publishing: that is kept, and said.
                self.assertEqual(again.returncode, 3)
                self.assertIn("an earlier run left changes", again.stderr)
                shutil.rmtree(self.working)
                os.mkdir(self.working)

    def test_killed_while_the_copy_is_made(self):
        """The kernel kills who writes more than so many bytes to a file, and so at any place in the copy."""
        before = self.read("case.dateline")
        text = self.write("a.txt", "A.\n")
        for limit in (0, 1, 4096, 100_000, len(before) - 1):
            with self.subTest(limit):
                process = self.start("import", self.case, text, limit=limit)
                self.assertEqual(process.wait(), -signal.SIGXFSZ)
                self.assertEqual(self.read("case.dateline"), before)
                self.ok("import", self.case, text)
                self.assertEqual(self.left(), [])
                self.assertEqual([s["title"] for s in self.list(self.case, "sources")], ["first", "a"])
                with open(self.case, "wb") as file:
                    file.write(before)

    def test_edits_of_an_earlier_run_are_said_and_not_lost(self):
        kept = self.keep_edits()
        before = self.read("case.dateline")
        result = self.run_program("list", self.case, "sources", "--format", "tsv")
        self.assertEqual(result.returncode, 0)
        self.assertEqual(len(result.stdout.splitlines()), 2)
        self.assertEqual(len(result.stderr.splitlines()), 1)
        self.assertIn(kept, result.stderr)
        line = self.fails(3, "import", self.case, self.write("third.txt", "Three.\n"))
        self.assertIn(kept, line)
        self.assertEqual(self.read("case.dateline"), before)
        # The way out that the line tells.
        os.rename(kept, self.case)
        self.ok("import", self.case, self.path("third.txt"))
        self.assertEqual([s["title"] for s in self.list(self.case, "sources")], ["first", "second", "third"])

    def test_what_is_all_in_the_case_is_cleared_away(self):
        kept = self.keep_edits()
        shutil.copyfile(kept, self.case)
        self.ok("import", self.case, self.write("third.txt", "Three.\n"))
        self.assertEqual(self.left(), [])

    def test_what_nobody_can_read_is_set_aside(self):
        kept = self.keep_edits()
        with open(kept, "wb") as file:
            file.write(b"no database")
        self.ok("import", self.case, self.write("third.txt", "Three.\n"))
        self.assertEqual(self.left(), [os.path.basename(kept).replace(".dateline", "-kept-1.dateline")])

    def test_two_at_once(self):
        """Each is done whole or refused whole, and what both brought is there once."""
        paths = [self.write(f"t{i}.csv", f"title,actors\nAct {i},Port Union\n") for i in range(4)]
        same = self.write("same.txt", "The same.\n")
        for _ in range(3):
            processes = [self.start("import", self.case, path, same) for path in paths]
            results = [(p.wait(), p.stderr.read()) for p in processes]
            for code, words in results:
                self.assertIn(code, (0, 3))
                if code == 3:
                    self.assertIn("another Dateline", words)
        for path in paths:
            self.ok("import", self.case, path, same)
        self.assertEqual(sorted(e["title"] for e in self.list(self.case, "events")), [f"Act {i}" for i in range(4)])
        self.assertEqual([a["name"] for a in self.list(self.case, "actors")], ["Port Union"])
        self.assertEqual(sum(s["title"] == "same" for s in self.list(self.case, "sources")), 1)
        self.assertEqual(self.left(), [])

    def test_modes_and_links_stay(self):
        real = self.path("real.dateline")
        os.rename(self.case, real)
        os.chmod(real, 0o640)
        os.symlink("real.dateline", self.case)
        self.ok("import", self.case, self.write("a.txt", "A.\n"))
        self.assertTrue(os.path.islink(self.case))
        self.assertEqual(os.stat(real).st_mode & 0o777, 0o640)
        self.assertEqual(os.stat(self.working).st_mode & 0o777, 0o700)
        self.assertEqual(len(self.list(real, "sources")), 2)

    def test_new_files_follow_the_umask(self):
        for umask, mode in ((0o077, 0o600), (0o022, 0o644), (0o027, 0o640)):
            path = self.path(f"new{mode}.dateline")
            self.ok("new", path, wrapper=("sh", "-c", f'umask {umask:o}; exec "$0" "$@"'))
            self.assertEqual(os.stat(path).st_mode & 0o777, mode)

    def test_no_folder_for_working_copies(self):
        below_a_file = os.path.join(self.case, "state")
        text = self.write("a.txt", "A.\n")
        for args in (("import", self.case, text), ("new", self.path("n.dateline")), ("sample", self.path("s.dateline"))):
            with self.subTest(args):
                result = self.run_program(*args, env={"XDG_STATE_HOME": below_a_file})
                self.assertEqual(result.returncode, 3)
                self.assertIn("XDG_STATE_HOME", result.stderr)
        # Reading needs none.
        self.ok("list", self.case, env={"XDG_STATE_HOME": below_a_file})


class NoRoom(CliCase):
    """On a file system of its own that is too small, where the test may mount one."""

    def setUp(self):
        super().setUp()
        self.small = self.path("small")
        os.mkdir(self.small)

    def mount(self, options):
        if os.geteuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", self.small],
                                               capture_output=True, check=False).returncode != 0:
            raise unittest.SkipTest("file systems cannot be mounted here")
        self.addCleanup(subprocess.run, ["umount", self.small], check=False)

    def test_no_room_for_the_case(self):
        self.mount("size=700k")
        case = os.path.join(self.small, "case.dateline")
        self.ok("new", case)
        before = open(case, "rb").read()
        line = self.fails(3, "import", case, self.write("rows.csv", ROWS))
        self.assertIn("case.dateline", line)
        self.assertEqual(open(case, "rb").read(), before)
        self.assertEqual(os.listdir(self.small), ["case.dateline"])

    def test_no_room_for_the_working_copy(self):
        self.mount("size=600k")
        case = self.path("case.dateline")
        self.ok("new", case)
        before = self.read("case.dateline")
        result = self.run_program("import", case, self.write("rows.csv", ROWS), env={"XDG_STATE_HOME": self.small})
        self.assertEqual(result.returncode, 3, result.stderr)
        self.assertEqual(len(result.stderr.splitlines()), 1)
        self.assertEqual(self.read("case.dateline"), before)

    def test_no_room_for_the_picture(self):
        self.mount("size=8k")
        case = self.make_sample()
        out = os.path.join(self.small, "a.svg")
        with open(out, "w", encoding="utf-8") as file:
            file.write("older")
        self.assertIn("a.svg", self.fails(3, "export", case, "-o", out))
        self.assertEqual(open(out, encoding="utf-8").read(), "older")
        self.assertEqual(os.listdir(self.small), ["a.svg"])

    def test_a_medium_for_reading_only(self):
        self.mount("size=4m")
        case = os.path.join(self.small, "case.dateline")
        self.ok("sample", case)
        subprocess.run(["mount", "-o", "remount,ro", self.small], check=True)
        self.ok("list", case)
        self.ok("export", case, "-o", self.path("a.svg"))
        self.assertIn("folder", self.fails(3, "import", case, self.write("a.txt", "A.\n")))
        self.assertEqual(os.listdir(self.path("state/dateline/working")), [])
        self.fails(3, "export", case, "-o", os.path.join(self.small, "a.svg"))


tap.main(WorkingCopy, NoRoom)
