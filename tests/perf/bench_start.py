# SPDX-License-Identifier: GPL-3.0-or-later
"""From starting the program with the sample case to its first frame with the case in it, against the same window with
static text in it, and against an empty window of libadwaita.

The three are started in turn, so that what else the machine does meets all of them. Each says on the monotonic clock
when it painted; the time is taken just before it is started. Fails where the sample takes more than 1.15 times as long
as static text.

usage: bench_start.py PROGRAM BASELINE [ROUNDS]
"""
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

LIMIT = 1.15
PATIENCE = 60
NAMES = ("sample", "static", "empty")


def run(command, environment):
    """Milliseconds on the clock, and of the processor, to the first frame."""
    read_end, write_end = os.pipe()
    begin = time.clock_gettime(time.CLOCK_MONOTONIC)
    process = subprocess.Popen(command, stderr=write_end, env=environment, close_fds=True)
    os.close(write_end)
    painted = None
    with os.fdopen(read_end, encoding="utf-8", errors="replace") as said:
        lines = []
        for line in said:
            lines.append(line)
            if line.startswith("first-frame "):
                painted = int(line.split()[1]) / 1e6
                break
        cpu = read_cpu(process.pid)
        process.terminate()
        process.wait(PATIENCE)
    if painted is None:
        sys.exit(f"{command[0]} said nothing of a first frame:\n{''.join(lines)}")
    return (painted - begin) * 1000, cpu


def read_cpu(pid):
    """Milliseconds that all threads have been on a processor."""
    total = 0
    for task in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{task}/schedstat", encoding="ascii") as stat:
            total += int(stat.read().split()[0]) / 1e6
    return total


def main():
    program, baseline = sys.argv[1:3]
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 15
    if not os.environ.get("DISPLAY"):
        sys.exit(77)
    folder = tempfile.mkdtemp(prefix="dateline-bench-")
    try:
        environment = dict(os.environ, DATELINE_DEBUG="start", GTK_A11Y="none", DBUS_SESSION_BUS_ADDRESS="unix:path=/nonexistent")
        for name in ("DATA", "STATE", "CONFIG", "CACHE"):
            environment[f"XDG_{name}_HOME"] = os.path.join(folder, name.lower())
        sample = os.path.join(folder, "sample.dateline")
        subprocess.run([program, "sample", sample], check=True, env=environment)
        commands = {"sample": [program, sample], "static": [baseline, "static"], "empty": [baseline, "empty"]}
        times = {name: [] for name in NAMES}
        for i in range(rounds + 1):
            for name in NAMES:
                found = run(commands[name], environment)
                if i > 0:  # the first round fills the caches
                    times[name].append(found)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    medians, processor = {}, {}
    for name in NAMES:
        clock = sorted(t for t, _ in times[name])
        cpu = sorted(c for _, c in times[name])
        medians[name], processor[name] = statistics.median(clock), statistics.median(cpu)
        print(f"start to first frame, {name:6}  median {medians[name]:7.1f} ms  least {clock[0]:7.1f} ms  "
              f"processor {processor[name]:7.1f} ms  least {cpu[0]:7.1f} ms")
    ratio = medians["sample"] / medians["static"]
    rounds = sorted(a[0] / b[0] for a, b in zip(times["sample"], times["static"]))
    print(f"sample to static text, round by round  quarters {rounds[len(rounds) // 4]:.3f} to "
          f"{rounds[3 * len(rounds) // 4]:.3f};  processor, all threads  {processor['sample'] / processor['static']:.3f}")
    print(f"sample to static text   {ratio:.3f} (at most {LIMIT})")
    print(f"sample to empty window  {medians['sample'] / medians['empty']:.3f}")
    sys.exit(0 if ratio <= LIMIT else 1)


main()
