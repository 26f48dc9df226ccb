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

# Each list of lines: the text, and what it is read with.
LISTS = {
    "agency-story": ("agency-story", "--published", "2024-06-12"),
    "article": ("article", "--published", "2024-06-20"),
    "edges": ("edges", "--published", "2025-06-20"),
    "false-friends": ("false-friends", "--published", "2025-06-20"),
    "figures": ("figures",),
    "figures-dmy": ("figures", "--order", "dmy"),
    "figures-mdy": ("figures", "--order", "mdy"),
    "figures-european": ("figures-european",),
    "fiscal-company": ("fiscal-company", "--published", "2026-08-01"),
    "fiscal-others": ("fiscal-others", "--published", "2025-06-20"),
    "fiscal-us": ("fiscal-us", "--published", "2025-06-20"),
    "notice": ("notice", "--published", "2024-06-21"),
    "regulation": ("regulation", "--published", "2025-01-17"),
    "roles": ("roles", "--published", "2025-06-20"),
    "statute": ("statute", "--published", "2026-02"),
    "vague-decade": ("vague", "--published", "201X"),
    "vague-doubtful": ("vague", "--published", "2024-07-15?"),
    "vague-month": ("vague", "--published", "2024-07"),
    "vague-stretch": ("vague", "--published", "2024-07-01/2024-07-05"),
    "vague-unknown": ("vague",),
    "vague-year": ("vague", "--published", "2017~"),
}


def lines_of(text_name, *options):
    """Words and line, in the order of the text."""
    path = HERE / "dates" / (text_name + ".txt")
    text = path.read_text(encoding="utf-8")
    done = subprocess.run([PROGRAM, "dates", *options, str(path)], capture_output=True, text=True, check=True,
                          encoding="utf-8")
    for line in done.stdout.splitlines():
        start, end = (int(cell) for cell in line.split("\t")[:2])
        yield f"{' '.join(text[start:end].split())}\t{line}\n"


class DatesGolden(unittest.TestCase):
    maxDiff = None

    def test_all_texts_are_read(self):
        self.assertEqual(sorted({text for text, *_ in LISTS.values()}),
                         sorted(path.stem for path in (HERE / "dates").glob("*.txt")))
        self.assertEqual(sorted(LISTS), sorted(path.stem for path in (HERE / "golden").glob("*.tsv")))

    def test_what_is_not_known_has_its_reason(self):
        for name, (text, *options) in LISTS.items():
            for line in lines_of(text, *options):
                words, _, _, kind, value, _, *pairs = line.rstrip("\n").split("\t")
                keys = dict(pair.split("=", 1) for pair in pairs)
                self.assertIn("rule", keys, words)
                if kind != "SET" and ("X" in value.replace("PX", "X") or value.startswith("T") or "_REF" in value):
                    self.assertIn("reason", keys, f"{name}: {words}")
                if "anchor" in keys and kind == "DURATION":
                    self.assertTrue("derived" in keys or "reason" in keys, f"{name}: {words}")


def make(name):
    def test(self):
        path = HERE / "golden" / (name + ".tsv")
        told = "".join(lines_of(*LISTS[name]))
        if os.environ.get("DTL_UPDATE_GOLDENS"):
            path.write_text(told, encoding="utf-8")
        self.assertEqual(told.splitlines(), path.read_text(encoding="utf-8").splitlines())
    return test


for list_name in LISTS:
    setattr(DatesGolden, "test_" + list_name.replace("-", "_"), make(list_name))

tap.main(DatesGolden)
