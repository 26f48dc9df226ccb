# SPDX-License-Identifier: GPL-3.0-or-later
"""What is wrong in the words, rules and phrases of the tagger is told with file and line when they are compiled."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(TOP / "tests" / "support"))
import tap  # noqa: E402

TAGGER = TOP / "src" / "text" / "tagger"
NAMES = ("en.lexicon", "en.rules", "en.cues")

# Which file gets which line at its end, and what is said of it.
MISTAKES = (
    ("en.lexicon", "[month]", "a heading is"),
    ("en.lexicon", "word=abc", "a value is a number"),
    ("en.lexicon", "Word=1", "a word is written small"),
    ("en.lexicon", "averyveryverylongword=1", "at most 16 bytes"),
    ("en.lexicon", "<figure>=1", "there is no shape <figure>"),
    ("en.rules", "nonsense", "neither a rule"),
    ("en.rules", "a-rule: NOCLASS -> calendar", "no word has the class NOCLASS"),
    ("en.rules", "a-rule: @nothing -> calendar", "@nothing is not defined"),
    ("en.rules", "a-rule: (may | june -> calendar", "a bracket is not closed"),
    ("en.rules", "a-rule: may & june -> calendar", "cannot read the pattern at '& june'"),
    ("en.rules", "a-rule: may -> calender", "there is no action 'calender'"),
    ("en.rules", "a-rule: may? -> calendar", "a row of no words"),
    ("en.cues", "[limits last yes]", "there is no kind 'limits'"),
    ("en.cues", "[limit latest yes]", "'latest' is none of: first, last"),
    ("en.cues", "[limit last yes", "the heading is not closed"),
    ("en.cues", "No later than", "write 'No' small"),
    ("en.cues", "a averyveryverylongword", "longer than 16 bytes"),
    ("en.cues", "very?", "a phrase of no words"),
    ("en.cues", "one|two||three", "a word is empty"),
    ("en.cues", "[role ended]\nannounced", "'announced' stands under [role announced] already"),
)


class CompileDates(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        for name in NAMES:
            (self.folder / name).write_bytes((TOP / "data" / "dates" / name).read_bytes())

    def compile(self):
        return subprocess.run([sys.executable, "-B", str(TAGGER / "compile-dates.py"),
                               *(str(self.folder / name) for name in NAMES), str(TAGGER / "dtl-tag-actions-private.h"),
                               str(self.folder / "out.c"), str(self.folder / "out.h")],
                              capture_output=True, text=True, check=False)

    def test_data_of_the_program(self):
        done = self.compile()
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_mistakes_are_told_with_their_line(self):
        for name, lines, message in MISTAKES:
            with self.subTest(lines):
                path = self.folder / name
                sound = path.read_text(encoding="utf-8")
                path.write_text(sound + lines + "\n", encoding="utf-8")
                done = self.compile()
                path.write_text(sound, encoding="utf-8")
                number = sound.count("\n") + 1 + lines.count("\n")
                self.assertEqual(done.returncode, 1)
                self.assertIn(f"{path}:{number}: ", done.stderr)
                self.assertIn(message, done.stderr)


tap.main(CompileDates)
