# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the test cases of one run of meson: prints PASSED FAILED SKIPPED.

Usage: count-tests.py TESTLOG.JSON STATUS

A program that speaks TAP counts for each of its cases, any other program counts as one. Whatever meson holds against a
program (a crash, a leak, a time-out, a missing case) is at least one failure, and so is a run that left no log: it is not
the JUnit file that is read because that one does not tell of a program which crashed after its last case.

What a program that speaks TAP said of its failures goes to the standard error: meson prints only its standard error, and
an assertion of GLib speaks on the other. So does which tests were tried a second time, and the first failure of those,
whatever came of it.
"""
import json
import re
import sys

TAP_CASE = re.compile(r"^(not )?ok\b(.*)$", re.M)
TAP_REASON = re.compile(r"^(?:not ok|Bail out!|#).*$", re.M)
TRIED_AGAIN = re.compile(r"^# tried again: .*$", re.M)
MOST_REASONS = 20
MOST_FIRST_FAILURES = 6000  # characters a program
GOOD = {"OK", "EXPECTEDFAIL"}


def count_program(result, stdout):
    """Returns (passed, failed, skipped) of one line of the log."""
    passed = failed = skipped = 0
    for bad, rest in TAP_CASE.findall(stdout or ""):
        directive = rest.partition(" # ")[2].upper() if " # " in rest else rest.strip(" ").upper()
        if directive.startswith(("SKIP", "# SKIP")):
            skipped += 1
        elif directive.startswith(("TODO", "# TODO")):
            passed += bool(bad)
            failed += not bad
        elif bad:
            failed += 1
        else:
            passed += 1
    if result == "SKIP":
        return passed, failed, skipped or 1
    if result in GOOD:
        return (passed, failed, skipped) if passed + failed + skipped else (1, 0, 0)
    return passed, failed or 1, skipped


def tell_failure(entry):
    """Returns the last lines in which a program says what went wrong, each with the program's name."""
    if entry["result"] in GOOD or entry["result"] == "SKIP":
        return tell_second_tries(entry)
    return [f"{entry.get('name', '')}: {line}" for line in TAP_REASON.findall(entry.get("stdout") or "")[-MOST_REASONS:]]


def tell_second_tries(entry):
    """Returns, for a program that passed, which tests took a second try and what they said at the first."""
    again = TRIED_AGAIN.findall(entry.get("stdout") or "")
    if not again:
        return []
    return [f"{entry.get('name', '')}: {line}" for line in again] + [(entry.get("stderr") or "")[-MOST_FIRST_FAILURES:]]


def count_log(lines, status, tell=lambda line: None):
    """Sums up all programs; a status other than 0 that no program explains is a failure too."""
    totals = [0, 0, 0]
    for line in lines:
        if line.strip():
            entry = json.loads(line)
            counts = count_program(entry["result"], entry.get("stdout"))
            totals = [total + count for total, count in zip(totals, counts)]
            for reason in tell_failure(entry):
                tell(reason)
    if status != 0 and totals[1] == 0:
        totals[1] = 1
    return totals


def main():
    try:
        with open(sys.argv[1], encoding="utf-8", errors="replace") as log:
            totals = count_log(log, int(sys.argv[2]), lambda line: print(line, file=sys.stderr))
    except OSError:
        totals = [0, 1, 0]
    print(*totals)


if __name__ == "__main__":
    main()
