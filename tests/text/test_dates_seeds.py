# SPDX-License-Identifier: GPL-3.0-or-later
"""What `dateline dates` finds in the five articles of the reference case, where these are at hand (DTL_SEEDS). They belong
to their publishers: here are positions and values, and no words of theirs."""
import hashlib
import os
import pathlib
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
import tap  # noqa: E402

PROGRAM = os.environ.get("DATELINE")
SEEDS = pathlib.Path(os.environ.get("DTL_SEEDS") or "/nonexistent")

# SHA-256 of the file (its beginning), day of issue; then what the story tells: start, end, value, EDTF, other cells.
ARTICLES = (
    ("fa7b975cedce3d9d", "2017~", (
        (799, 803, "2018", "2018"),
    )),
    ("44fa8719d78d2ef7", "2024-06-21", (
        (332, 339, "2024-06-20", "2024-06-20", "role=reported"),
        (550, 564, "2024-09", "[2024-09-21..2024-09-30]", "role=effective"),
        (2513, 2517, "2018", "2018", "role=announced"),
    )),
    ("3d8f8699e79e406c", "2017-12~", ()),
    ("4f924e50850e102a", "2024-06-20", (
        (84, 89, "2024-06-20", "2024-06-20", "role=announced"),
        (1621, 1626, "2024-06-20", "2024-06-20"),
        (3057, 3069, "2024-09-29", "2024-09-29", "role=effective"),
        (3076, 3083, "P100D", "", "counts=after", "anchor_date=2024-06-20", "derived=2024-09-28", "stated=2024-09-29"),
        (3250, 3257, "P30D", "", "counts=after", "anchor_date=2024-06-20", "derived=2024-07-20"),
        (3756, 3760, "2017", "2017"),
    )),
    ("17179c4fc1d2cbbf", "2024-07", (
        (442, 452, "2024-06", "2024-06", "role=announced"),
        (700, 707, "2024-07-20", "2024-07-20", "role=began"),
        (2381, 2403, "2024-09-29", "2024-09-29", "limit=../2024-09-29"),
    )),
)

# What stands in advertisements, biographies and statistics of a market.
BOILERPLATE = {
    "44fa8719d78d2ef7": {(3068, 3075): "advertisement", (4206, 4210): "biography", (4263, 4267): "biography",
              (4274, 4284): "biography", (4015, 4025): "biography"},
    "4f924e50850e102a": {(1062, 1066): "statistics", (1148, 1152): "statistics", (1175, 1179): "statistics",
              (4089, 4093): "statistics"},
}


def find(digest):
    for path in sorted(SEEDS.glob("*.txt")):
        if hashlib.sha256(path.read_bytes()).hexdigest().startswith(digest):
            return path
    raise unittest.SkipTest("the article is not here")


def rows_of(path, issued):
    done = subprocess.run([PROGRAM, "dates", "--published", issued, str(path)], capture_output=True, text=True, check=True,
                          encoding="utf-8")
    return [line.split("\t") for line in done.stdout.splitlines()]


def is_day(row):
    """Whether a row tells a date or what is counted from one, rather than a length or a word as "previously"."""
    return not row[3].endswith("_REF") and (not row[3].startswith("P") or any(c.startswith("derived=") for c in row))


class DatesSeeds(unittest.TestCase):
    def test_story(self):
        for digest, issued, expected in ARTICLES:
            with self.subTest(issued):
                rows = [row for row in rows_of(find(digest), issued)
                        if is_day(row) and not any(cell.startswith("boilerplate=") for cell in row)]
                self.assertEqual([(int(row[0]), int(row[1]), row[3], row[4]) for row in rows],
                                 [row[:4] for row in expected])
                for row, wanted in zip(rows, expected):
                    self.assertEqual(set(wanted[4:]) - set(row), set(), row)

    def test_boilerplate(self):
        for digest, issued, _ in ARTICLES:
            if digest not in BOILERPLATE:
                continue
            with self.subTest(issued):
                found = {(int(row[0]), int(row[1])): cell.partition("=")[2] for row in rows_of(find(digest), issued)
                         for cell in row if cell.startswith("boilerplate=")}
                self.assertEqual(found, BOILERPLATE[digest])


tap.main(DatesSeeds)
