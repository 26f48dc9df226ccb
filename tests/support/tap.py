# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the test methods of unittest classes and tells each as a line of TAP, which meson counts one by one.

Tests that drive the program with real pointer and key events share the machine's clock with whatever else runs on it. Such
a test is tried a second time where it failed (TriedTwice); the first failure is still told in full, with a line
"# tried again" that the count of the whole run repeats, so that it is seen and can be looked into.
"""
import sys
import traceback
import unittest


class TapResult(unittest.TestResult):
    """Prints a line a test; what went wrong goes to standard error, which meson shows."""

    def __init__(self):
        super().__init__()
        self.number = 0
        self.is_told = False  # whether the running test has its line
        self.n_bad_parts = 0

    def _line(self, state, test, directive=""):
        if self.is_told:  # a second thing went wrong, in taking down what the first left
            return
        self.number += 1
        self.is_told = True
        name = test.id().split(".", 1)[-1]
        print(f"{state} {self.number} - {name}{directive}", flush=True)

    def _trace(self, error):
        print("".join(traceback.format_exception(*error)), file=sys.stderr, flush=True)

    def startTest(self, test):
        super().startTest(test)
        self.is_told = False
        self.n_bad_parts = 0

    def stopTest(self, test):
        super().stopTest(test)
        if not self.is_told:  # unittest says nothing of a test when one of its parts failed or was skipped
            self._line("not ok" if self.n_bad_parts > 0 else "ok", test)

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            self.n_bad_parts += 1
            print(f"{subtest}:", file=sys.stderr)
            self._trace(err)

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
        if isinstance(test, unittest.case._SubTest):  # a part of a test; the test has a line of its own
            print(f"{test}: skipped: {reason}", file=sys.stderr)
            return
        self._line("ok", test, f" # SKIP {reason}")


class TriedTwice(unittest.TestCase):
    """A test that passes if one of two tries does."""

    def run(self, result=None):
        trial = unittest.TestResult()
        super(TriedTwice, type(self)(self._testMethodName)).run(trial)
        if trial.wasSuccessful():
            return self._hand_over(trial, result)
        print(f"# tried again: {self.id()}", flush=True)
        for _, trace in trial.failures + trial.errors:
            print(f"At the first try:\n{trace}", file=sys.stderr, flush=True)
        return super().run(result)

    def _hand_over(self, trial, result):
        result.startTest(self)
        for test, reason in trial.skipped:
            result.addSkip(self if test.id() == self.id() else test, reason)
        if not any(test.id() == self.id() for test, _ in trial.skipped):
            result.addSuccess(self)
        result.stopTest(self)
        return result


def main(*classes):
    """Runs the classes' tests and ends the program."""
    loader = unittest.TestLoader()
    suite = unittest.TestSuite(loader.loadTestsFromTestCase(c) for c in classes)
    print(f"1..{suite.countTestCases()}", flush=True)
    result = TapResult()
    suite.run(result)
    sys.exit(0 if result.wasSuccessful() else 1)
