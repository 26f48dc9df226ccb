# SPDX-License-Identifier: GPL-3.0-or-later
"""What it costs to print all events of a case, in the cases of the frames: processor time, since a disk is as busy as
others make it, and memory.

usage: bench_list.py PROGRAM FOLDER N...
"""
import os
import subprocess
import sys

from run_frames import make_case

FORMATS = ("json", "tsv")


def cost_of(*words):
    """Seconds of processor time and the most megabytes of memory of a program."""
    with subprocess.Popen(words, stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(words)} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    program, folder = sys.argv[1:3]
    os.makedirs(folder, exist_ok=True)
    for count in map(int, sys.argv[3:]):
        case = make_case(program, folder, count)
        for name in FORMATS:
            seconds, megabytes = cost_of(program, "list", case, "events", "--format", name)
            print(f"list of {count} events as {name}: {seconds:.2f} s, {1e6 * seconds / count:.0f} µs an event, {megabytes:.0f} MB",
                  flush=True)


if __name__ == "__main__":
    main()
