# SPDX-License-Identifier: GPL-3.0-or-later
"""What no file of ours may contain or lack."""
import re

from lint_tree import c_files, complaint, read, walk

MOST_LINES = 900
NEEDS_LICENSE = (".c", ".h", ".py", ".sh")
NEEDS_LICENSE_NAMES = ("meson.build", "meson_options.txt", "dev")
# The marks that turn the direction of text around, so that code reads differently from what it does.
BIDI = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")
CLOCK = re.compile(r"__(DATE|TIME|TIMESTAMP)__")
LEFTOVER = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b")
COLOUR = re.compile(r"#[0-9a-fA-F]{6}\b")


def check_license(root):
    """Every source file says its license near its top."""
    found = []
    for path in walk(root):
        if path.suffix in NEEDS_LICENSE or path.name in NEEDS_LICENSE_NAMES or path.parts[0] == ".ci":
            head = "".join(read(root, path).splitlines(keepends=True)[:5])
            if "SPDX-License-Identifier: GPL-3.0-or-later" not in head:
                found.append(f"{path}:1: no SPDX-License-Identifier line")
    return found


def check_bidi(root):
    """No bidirectional control character anywhere; tests that need one write it as an escape."""
    return search(root, walk(root, everything=False), BIDI, "bidirectional control character U+{:04X}".format, first_char)


def check_clock(root):
    """The same sources build the same program at any time."""
    return search(root, c_files(root, ("src", "tests")), CLOCK, "{} makes builds differ".format)


def check_leftovers(root):
    """What is to be done is an issue, not a comment."""
    paths = [path for path in walk(root, ("src", "ui")) if len(path.parts) > 1]
    return search(root, paths, LEFTOVER, "{} left".format)


def check_colours(root):
    """Colours of the window stand in one palette file; the rest uses names."""
    paths = [path for path in walk(root, ("src", "ui"))
             if (path.parts[0] == "ui" or path.parts[:2] == ("src", "app")) and "palette" not in path.name]
    return search(root, paths, COLOUR, "colour {} outside the palette file".format)


def check_length(root):
    """A file of so many lines has more than one task."""
    found = []
    for path in c_files(root):
        lines = read(root, path).count("\n")
        if lines > MOST_LINES:
            found.append(f"{path}:{lines}: {lines} lines; at most {MOST_LINES}")
    return found


def first_char(match):
    return ord(match[0])


def search(root, paths, pattern, tell, key=lambda match: match[0]):
    found = []
    for path in paths:
        text = read(root, path)
        found += [complaint(path, text, match.start(), tell(key(match))) for match in pattern.finditer(text)]
    return found
