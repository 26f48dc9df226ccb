# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the test methods of unittest classes and tells each as a line of TAP, which meson counts one by one."""
import sys
import traceback
import unittest


class TapResult(unittest.TestResult):
    """Prints a line a test; what went wrong follows as comments."""

    def __init__(self):
        super().__init__()
        self.number = 0

    def _line(self, state, test, directive=""):
        self.number += 1
        name = test.id().split(".", 1)[-1]
        print(f"{state} {self.number} - {name}{directive}", flush=True)

    def _trace(self, error):
        for line in "".join(traceback.format_exception(*error)).splitlines():
            print(f"# {line}", flush=True)

    def addSuccess(self, test):
        self._line("ok", test)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._line("not ok", test)
        self._trace(err)

    def addError(self, test, err):
        super().addError(test, err)
        self._line("not ok", test)
        self._trace(err)

    def addSkip(self, test, reason):
        self._line("ok", test, f" # SKIP {reason}")


def main(*classes):
    """Runs the classes' tests and ends the program."""
    loader = unittest.TestLoader()
    suite = unittest.TestSuite(loader.loadTestsFromTestCase(c) for c in classes)
    print(f"1..{suite.countTestCases()}", flush=True)
    result = TapResult()
    suite.run(result)
    sys.exit(0 if result.wasSuccessful() else 1)
