#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How often the tagger of dates is right, the TempEval-3 way, on each half of tests/text/timex. Shows figures alone.

    bench_tagger.py PROGRAM FOLDER
"""
import pathlib
import subprocess
import sys
import xml.etree.ElementTree as ElementTree


def read(path):
    """The plain text, the expressions as (start, end, type, value), and the day of issue."""
    root = ElementTree.fromstring(path.read_bytes())
    text, found = "", []
    node = root.find(".//TEXT")
    text += node.text or ""
    for child in node:
        start = len(text)
        text += "".join(child.itertext())
        found.append((start, len(text), child.get("type"), child.get("value")))
        text += child.tail or ""
    return text, found, root.find(".//DCT/TIMEX3").get("value")


def tag(program, text, issued):
    done = subprocess.run([program, "dates", "--published", issued], input=text, capture_output=True, text=True, check=True,
                          encoding="utf-8")
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    # The texts do not mark events that stand for a day ("the date of enactment"); their README says so.
    return [(int(row[0]), int(row[1]), row[2], row[3]) for row in rows if "rule=event" not in row]


def pairs(gold, system):
    """One to one: equal extents first, then the larger overlap."""
    ways = []
    for i, a in enumerate(gold):
        for j, b in enumerate(system):
            common = min(a[1], b[1]) - max(a[0], b[0])
            if common > 0:
                ways.append((a[:2] != b[:2], -common, i, j))
    taken_gold, taken_system = set(), set()
    for _, _, i, j in sorted(ways):
        if i not in taken_gold and j not in taken_system:
            taken_gold.add(i)
            taken_system.add(j)
            yield gold[i], system[j]


def score(program, folder):
    count = dict.fromkeys(("gold", "system", "strict", "relaxed", "type", "value"), 0)
    for path in sorted(folder.glob("*.tml")):
        text, gold, issued = read(path)
        system = tag(program, text, issued)
        count["gold"] += len(gold)
        count["system"] += len(system)
        for a, b in pairs(gold, system):
            count["relaxed"] += 1
            count["strict"] += a[:2] == b[:2]
            count["type"] += a[2] == b[2]
            count["value"] += a[3] == b[3]
    return {key: 200 * count[key] / (count["gold"] + count["system"]) for key in ("strict", "relaxed", "type", "value")}


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    for half in sorted(path for path in folder.iterdir() if path.is_dir()):
        figures = "  ".join(f"{key} {value:5.1f}" for key, value in score(program, half).items())
        print(f"{half.name:9} F1 in percent: {figures}")


if __name__ == "__main__":
    main()
