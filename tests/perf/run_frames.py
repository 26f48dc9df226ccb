# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the cases that `frames` measures, in a folder where they stay, and measures them. Beside what each says, it says
what a frame costs compared with the first case: for each mark in view, and where as many marks are in view.

usage: run_frames.py FRAMES PROGRAM FOLDER N... [--json]
"""
import json
import os
import subprocess
import sys
import time

import make_events


def write_table(path, count):
    with open(path, "w", encoding="utf-8") as table:
        table.write(make_events.HEADINGS + "\n")
        for row in make_events.make_rows(count):
            table.write(",".join(row) + "\n")


def make_case(program, folder, count):
    """The case of so many events; made only where it is not there yet."""
    path = os.path.join(folder, f"events-{count}.dateline")
    if os.path.exists(path):
        return path
    table = os.path.join(folder, f"events-{count}.csv")
    unfinished = os.path.join(folder, f"unfinished-{count}.dateline")
    environment = dict(os.environ)
    for name in ("DATA", "STATE", "CONFIG", "CACHE"):
        environment[f"XDG_{name}_HOME"] = os.path.join(folder, name.lower())
    if os.path.exists(unfinished):
        os.remove(unfinished)
    write_table(table, count)
    subprocess.run([program, "new", unfinished], check=True, env=environment, stdout=subprocess.DEVNULL)
    begin = time.monotonic()
    subprocess.run([program, "import", unfinished, table], check=True, env=environment,
                   stdout=subprocess.DEVNULL)
    print(f"import of {count} events: {time.monotonic() - begin:.1f} s, "
          f"{os.path.getsize(unfinished) / 1e6:.1f} MB", flush=True)
    os.remove(table)
    os.rename(unfinished, path)
    return path


def show(line, is_json):
    if is_json:
        print(json.dumps(line), flush=True)
    else:
        print(f"{line['n']:9} events  {line['phase']:9} {line['metric']:20} {line['value']:14.3f} {line['unit']}", flush=True)


def compare(found, first):
    """The 95th percentile of a frame's work, as a multiple of the same in the first case."""
    for phase in ("pan", "fling", "zoom", "search"):
        if (phase, "marks") in found and (phase, "marks") in first:
            ours, theirs = (case[phase, "p95_cpu"] / max(case[phase, "marks"], 1) for case in (found, first))
            yield phase, "p95_cpu_a_mark", ours / theirs
    for phase in ("even-pan", "even-zoom"):
        if (phase, "marks") in found and (phase, "marks") in first:
            yield phase, "p95_cpu_even", found[phase, "p95_cpu"] / first[phase, "p95_cpu"]


def measure(frames, case, is_json, first):
    """Runs a program that prints lines of JSON, and shows them, and others as they are. Returns what it found."""
    found = {}
    last = None
    with subprocess.Popen([frames, case, "--json"], stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout:
            if not line.startswith("{"):
                print(line, end="", flush=True)
                continue
            last = json.loads(line)
            found[last["phase"], last["metric"]] = last["value"]
            show(last, is_json)
    if process.returncode != 0:
        sys.exit(process.returncode)
    for phase, metric, ratio in compare(found, first):
        show({"bench": last["bench"], "phase": phase, "n": last["n"], "metric": metric,
              "value": round(ratio, 3), "unit": "times that of the first case"}, is_json)
    return found


def main():
    words = [word for word in sys.argv[1:] if word != "--json"]
    if len(words) < 4:
        sys.exit(__doc__)
    frames, program, folder = words[:3]
    os.makedirs(folder, exist_ok=True)
    first = {}
    for count in words[3:]:
        case = make_case(program, folder, int(count))
        found = measure(frames, case, "--json" in sys.argv, first)
        first = first or found


if __name__ == "__main__":
    main()
