# SPDX-License-Identifier: GPL-3.0-or-later
"""What the end-to-end tests of the command line share: the built program, run in a folder of its own."""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import tap  # noqa: E402,F401

PROGRAM = os.environ.get("DATELINE")
SEEDS = os.environ.get("DTL_SEEDS", "")


class CliCase(unittest.TestCase):
    """Gives every test an empty folder and nothing of the person's own."""

    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="dateline-cli-")
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.sample = os.path.join(self.folder, "sample.dateline")

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, data):
        with open(self.path(name), "wb") as file:
            file.write(data if isinstance(data, bytes) else data.encode())
        return self.path(name)

    def read(self, name):
        with open(self.path(name), "rb") as file:
            return file.read()

    def run_program(self, *args, env=None, wrapper=()):
        # No display: whoever touches one fails here.
        surroundings = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
        surroundings["XDG_STATE_HOME"] = self.path("state")
        surroundings.update(env or {})
        return subprocess.run([*wrapper, PROGRAM, *args], capture_output=True, text=True, env=surroundings,
                              cwd=self.folder, timeout=300)

    def ok(self, *args, **kwargs):
        result = self.run_program(*args, **kwargs)
        self.assertEqual(result.returncode, 0, f"dateline {' '.join(args)}: {result.stderr}")
        return result.stdout

    def fails(self, code, *args):
        """Runs, and returns the one line of the error."""
        result = self.run_program(*args)
        self.assertEqual(result.returncode, code, f"dateline {' '.join(args)}: {result.stdout}{result.stderr}")
        lines = result.stderr.splitlines()
        self.assertEqual(len(lines), 1, result.stderr)
        self.assertTrue(lines[0].startswith("dateline: "), lines[0])
        return lines[0]

    def make_sample(self):
        self.ok("sample", self.sample)
        return self.sample

    def list(self, case, what, *options):
        return json.loads(self.ok("list", case, what, *options, "--format", "json"))
