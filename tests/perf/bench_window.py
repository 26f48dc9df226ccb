# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window does with a case of any size, with the renderer that needs no graphics card: frames a second while the
timeline is dragged by real pointer events, and how long the main loop is busy at a stretch, while the case is read and
while it is dragged, and while actors are switched off and on. Nothing is asserted. The program says all of it itself
(DATELINE_DEBUG=frames). What a busy stretch takes of the processor is told beside what it takes on the clock: the latter
is also what else the machine does. How long windows without a case stop, from their first frame on, is told before that:
one of libadwaita with nothing in it, and the program's own with static text. What any window stops by itself, no case
can do without.

usage: bench_window.py PROGRAM BASELINE FOLDER N... [--json]
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time

import run_frames

PATIENCE = 120  # seconds for a case to show
REST = 2  # seconds after that
STEPS = 600
STEP_PX, STEP_SECONDS = 6, 0.008
SWITCHES = 16
SWITCH_SECONDS = 0.7  # until what comes at rest has come too
CHECKS = (106, 190)  # where the checks of two actors stand


class Program:
    """The program, and what it says, as it says it: words of each line."""

    def __init__(self, command, environment):
        self.said = []
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment)
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        for line in self.process.stderr:
            self.said.append(line.split())

    def wait_for(self, word):
        """When it said this for the first time."""
        for _ in range(PATIENCE * 20):
            for words in list(self.said):
                if words[:1] == [word]:
                    return int(words[1])
            time.sleep(0.05)
        sys.exit(f"the program said nothing of {word}")

    def get(self, word, begin, end):
        """What it said with this word between two times, without the word and the time."""
        return [[int(number) for number in words[2:]] for words in list(self.said)
                if words[:1] == [word] and begin <= int(words[1]) <= end]

    def stop(self):
        self.process.terminate()
        self.process.wait(PATIENCE)


def now():
    return time.clock_gettime_ns(time.CLOCK_MONOTONIC) // 1000


def drag():
    """To and fro, by the axis: below it a press would choose an event."""
    words = ["mousemove", "700", "75", "mousedown", "1"]
    for i in range(STEPS):
        words += ["mousemove_relative", "--", str(STEP_PX if i % 100 < 50 else -STEP_PX), "0", "sleep", str(STEP_SECONDS)]
    subprocess.run(["xdotool"] + words + ["mouseup", "1"], check=True)


def switch():
    """Two actors off and on, by their checks in the sidebar."""
    for i in range(SWITCHES):
        subprocess.run(["xdotool", "mousemove", "33", str(CHECKS[i % 2]), "click", "1"], check=True)
        time.sleep(SWITCH_SECONDS)


def quantile(values, share):
    values = sorted(values)
    return values[min(int(share * len(values)), len(values) - 1)] if values else 0


class Report:
    def __init__(self, count, is_json):
        self.count, self.is_json = count, is_json

    def add(self, phase, metric, value, unit):
        run_frames.show({"bench": "window", "phase": phase, "n": self.count, "metric": metric, "value": round(value, 3),
                         "unit": unit}, self.is_json)

    def add_busy(self, phase, busy):
        for metric, place in (("", 0), ("_cpu", 1)):
            milliseconds = [stretch[place] / 1000 for stretch in busy]
            self.add(phase, "busy_p95" + metric, quantile(milliseconds, 0.95), "ms")
            self.add(phase, "busy_worst" + metric, max(milliseconds, default=0), "ms")
            self.add(phase, "busy_over_16ms" + metric, sum(value > 16 for value in milliseconds), "times")


def measure_load(command, phase, report, environment):
    """From the window's first frame on, the stop in which that was painted included."""
    run = Program(command, environment)
    shown = run.wait_for("frame")
    run.wait_for("first-frame")
    time.sleep(REST)
    report.add_busy(phase, run.get("busy", shown, now()))
    return run


def measure(program, case, report, environment):
    run = measure_load([program, case], "load", report, environment)
    begin = now()
    drag()
    end = now()
    report.add("pan", "frames_a_second", len(run.get("frame", begin, end)) / (end - begin) * 1e6, "per second")
    report.add_busy("pan", run.get("busy", begin, end))
    begin = now()
    switch()
    report.add_busy("switch", run.get("busy", begin, now()))
    run.stop()


def main():
    words = [word for word in sys.argv[1:] if word != "--json"]
    if len(words) < 4:
        sys.exit(__doc__)
    if not os.environ.get("DISPLAY") or shutil.which("xdotool") is None:
        sys.exit(77)
    program, baseline, folder = words[:3]
    os.makedirs(folder, exist_ok=True)
    home = tempfile.mkdtemp(prefix="dateline-bench-")
    environment = dict(os.environ, DATELINE_DEBUG="start,frames", GSK_RENDERER="cairo", GTK_A11Y="none",
                       DBUS_SESSION_BUS_ADDRESS="unix:path=/nonexistent")
    for name in ("DATA", "STATE", "CONFIG", "CACHE"):
        environment[f"XDG_{name}_HOME"] = os.path.join(home, name.lower())
    try:
        for name in ("empty", "static"):
            measure_load([baseline, name], "bare-" + name, Report(0, "--json" in sys.argv), environment).stop()
        for count in words[3:]:
            case = run_frames.make_case(program, folder, int(count))
            measure(program, case, Report(int(count), "--json" in sys.argv), environment)
    finally:
        shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    main()
