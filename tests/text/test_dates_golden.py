# SPDX-License-Identifier: GPL-3.0-or-later
"""Every line that `dateline dates` prints for texts of policy and law, with the words that it is about.

The texts stand in dates/NAME.txt, their lines in golden/NAME.tsv. DTL_UPDATE_GOLDENS=1 writes these anew."""
import os
import pathlib
import subprocess
import sys
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
import tap  # noqa: E402

PROGRAM = os.environ.get("DATELINE")

# What each text is read with.
TEXTS = {
    "notice": ("--published", "2024-06-21"),
    "statute": ("--published", "2026-02"),
}


def lines_of(name, options):
    """Words and line, in the order of the text."""
    path = HERE / "dates" / (name + ".txt")
    text = path.read_text(encoding="utf-8")
    done = subprocess.run([PROGRAM, "dates", *options, str(path)], capture_output=True, text=True, check=True,
                          encoding="utf-8")
    for line in done.stdout.splitlines():
        start, end = (int(cell) for cell in line.split("\t")[:2])
        yield f"{' '.join(text[start:end].split())}\t{line}\n"


class DatesGolden(unittest.TestCase):
    maxDiff = None

    def test_all_texts_are_read(self):
        self.assertEqual(sorted(TEXTS), sorted(path.stem for path in (HERE / "dates").glob("*.txt")))


def make(name):
    def test(self):
        path = HERE / "golden" / (name + ".tsv")
        told = "".join(lines_of(name, TEXTS[name]))
        if os.environ.get("DTL_UPDATE_GOLDENS"):
            path.write_text(told, encoding="utf-8")
        self.assertEqual(told.splitlines(), path.read_text(encoding="utf-8").splitlines())
    return test


for text_name in TEXTS:
    setattr(DatesGolden, "test_" + text_name.replace("-", "_"), make(text_name))

tap.main(DatesGolden)
