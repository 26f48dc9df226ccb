# SPDX-License-Identifier: GPL-3.0-or-later
"""The completions for bash and zsh know the commands and options that --help tells, and no others; that of bash is tried."""
import os
import re
import shutil
import subprocess
import unittest

from cli_case import PROGRAM, CliCase, tap

FOLDER = os.path.join(os.environ.get("G_TEST_SRCDIR", "."), "..", "data", "completions")


def read(name):
    with open(os.path.join(FOLDER, name), encoding="utf-8") as file:
        return file.read()


class Completion(CliCase):
    def commands(self):
        return re.findall(r"^  ([a-z]+) \[?[A-Z]", self.ok("--help").partition("Commands:")[2], re.M)

    def told(self, command):
        """The long options of a command, as its help tells them."""
        return set(re.findall(r"^ +(?:-\w, )?--([a-z-]+)", self.ok(command, "--help"), re.M)) - {"help"}

    def complete(self, *words):
        """What bash offers for the last of these words."""
        script = 'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); compopt () { :; }; _dateline; ' \
                 'printf "%s\\n" "${COMPREPLY[@]}"'
        done = subprocess.run(["bash", "-O", "extglob", "-c", script, "bash", os.path.join(FOLDER, "dateline.bash"), *words],
                              capture_output=True, text=True, cwd=self.folder, check=False,
                              env={**os.environ, "PATH": f"{os.path.dirname(PROGRAM)}:{os.environ['PATH']}"})
        self.assertEqual(done.stderr, "")
        return [line for line in done.stdout.splitlines() if line]

    def test_bash_knows_the_commands(self):
        offered = set(self.complete("dateline", ""))
        self.assertLessEqual({*self.commands(), "help"}, offered)
        self.assertLessEqual({word for word in offered if word.islower() and word.isalpha()}, {*self.commands(), "help"})

    def test_bash_knows_the_options(self):
        for command in self.commands():
            with self.subTest(command=command):
                offered = {word[2:] for word in self.complete("dateline", command, "case", "--")} - {"help"}
                self.assertEqual(offered, self.told(command))

    def test_bash_knows_values(self):
        self.assertEqual(self.complete("dateline", "export", "case", "--theme", "d"), ["dark"])
        self.assertEqual(self.complete("dateline", "export", "case", "--theme", "=", "d"), ["dark"])
        self.assertEqual(self.complete("dateline", "export", "case", "--theme", "="), ["light", "dark", "print"])
        self.assertEqual(self.complete("dateline", "list", "case", "f"), ["findings"])

    def test_bash_knows_files_and_actors(self):
        self.make_sample()
        self.write("article.txt", "x")
        self.assertEqual(self.complete("dateline", "list", "sa"), ["sample.dateline"])
        self.assertEqual(self.complete("dateline", "import", "sample.dateline", "a"), ["article.txt"])
        self.assertEqual(self.complete("dateline", "list", "sample.dateline", "--actor", "best"), ["Best\\ Buy"])

    def test_zsh_knows_the_commands(self):
        known = re.search(r"commands=\((.*?)\n      \)", read("_dateline"), re.S)[1]
        self.assertEqual(set(re.findall(r"'([a-z]+):", known)), {*self.commands(), "help"})

    def test_zsh_knows_the_options(self):
        text = read("_dateline")
        filters = set(re.findall(r"--([a-z-]+)", re.search(r"filter=\((.*?)\n  \)", text, re.S)[1]))
        for command in self.commands():
            with self.subTest(command=command):
                part = re.search(rf"^        {command}\)\n(.*?)^          ;;", text, re.S | re.M)
                known = set(re.findall(r"--([a-z][a-z-]+)", part[1])) - {"help"} if part else set()
                known |= filters if part and "$filter" in part[1] else set()
                self.assertEqual(known, self.told(command))

    @unittest.skipUnless(shutil.which("zsh"), "zsh is not installed")
    def test_zsh_reads_it(self):
        subprocess.run(["zsh", "-n", os.path.join(FOLDER, "_dateline")], check=True)


tap.main(Completion)
