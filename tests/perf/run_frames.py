# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the cases that `frames` measures, in a folder where they stay, and measures them.

usage: run_frames.py FRAMES PROGRAM FOLDER N... [--json]
"""
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


def main():
    words = [word for word in sys.argv[1:] if word != "--json"]
    if len(words) < 4:
        sys.exit(__doc__)
    frames, program, folder = words[:3]
    os.makedirs(folder, exist_ok=True)
    for count in words[3:]:
        case = make_case(program, folder, int(count))
        subprocess.run([frames, case] + [word for word in sys.argv if word == "--json"], check=True)


if __name__ == "__main__":
    main()
