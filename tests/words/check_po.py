#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether every language has all words, and whether the words in the program can be translated at all. Prints TAP.

  check_po.py SOURCE_ROOT
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from pseudo import STRING, unquote  # noqa: E402

KEYWORDS = ("_", "N_", "C_:1c,2", "NC_:1c,2", "ngettext:1,2")
# One word without a context, in several places: it was looked at, and it means the same in all of them.
ONE_MEANING = {"Dateline", "Timeline", "Dates", "Overview", "CASE", "OUT", "EDTF", "LANG", "TITLE", "FORMAT", "Undated",
               "Passages", "Events", "Import…", "NAME", "Preferences", "Filters", "Undo", "Redo", "Evidence", "List",
               "_Cancel", "_Time", "Lege_nd", "_Passages", "So_urces"}
PLURALS = {"de": 2, "fr": 2, "ru": 3}
QUOTES = {"de": "„“", "fr": "«»", "ru": "«»"}
FORMAT = re.compile(r"%(?:(\d+)\$)?[-+ #0.*\d]*(?:hh?|ll?|z|j|t)?[a-zA-Z]|%<PRI\w+>")


def entries(text):
    """Every message with its parts and comments, the head first."""
    for block in re.split(r"\n\s*\n", text):
        found, key = {"notes": [line for line in block.splitlines() if line.startswith("#")]}, None
        for line in block.splitlines():
            match = None if line.startswith("#") else STRING.match(line)
            if match:
                key = match[1] or key
                found[key] = found.get(key, "") + unquote(match[2])
        if "msgid" in found:
            yield found


def words_of(entry):
    return [text for key, text in entry.items() if key.startswith("msgstr")]


class Catalogues:
    def __init__(self, root):
        self.root = pathlib.Path(root)
        self.po = self.root / "po"
        self.folder = tempfile.TemporaryDirectory()
        self.template = pathlib.Path(self.folder.name) / "dateline.pot"
        told = subprocess.run(["xgettext", "--from-code=UTF-8", "--add-comments=Translators", "-f", self.po / "POTFILES.in",
                               "-D", self.root, "-o", self.template, *(f"--keyword={word}" for word in KEYWORDS)],
                              capture_output=True, text=True, check=True, env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"})
        self.told = [line for line in told.stderr.splitlines() if "extension" not in line and line.strip()]
        self.messages = [entry for entry in entries(self.template.read_text(encoding="utf-8")) if entry["msgid"]]

    def languages(self):
        lines = (self.po / "LINGUAS").read_text(encoding="utf-8").splitlines()
        return [line.strip() for line in lines if line.strip() and not line.startswith("#")]

    def merged(self, language):
        """The words of a language for the messages that there are now."""
        text = subprocess.run(["msgmerge", "-q", "--no-fuzzy-matching", "-o", "-", self.po / f"{language}.po", self.template],
                              capture_output=True, text=True, check=True).stdout
        return [entry for entry in entries(text) if entry["msgid"]]


def check_messages(words):
    """Nothing stands in one place with a plural and in another without; short words have a context."""
    found = [line for line in words.told if "plural" in line]
    for entry in words.messages:
        places = {place.rsplit(":", 1)[0] for note in entry["notes"] if note.startswith("#:") for place in note[3:].split()}
        if "msgctxt" not in entry and re.fullmatch(r"[\w…]+", entry["msgid"].replace("_", "")) and len(places) > 1:
            if entry["msgid"] not in ONE_MEANING:
                found.append(f"“{entry['msgid']}” has no context and stands in {', '.join(sorted(places))}")
    return found


def check_typography(words):
    """Real quotation marks, dots and dashes in what stands in the program."""
    return [f"“{entry['msgid']}”" for entry in words.messages
            if re.search(r"\.\.\.(?!\d)|\be\.g\.|\bi\.e\.|\(s\)", entry["msgid"])]


def check_rooms(words):
    """Rooms below app translate in the language of the thread; gettext itself knows only that of the process."""
    return [f"{path.relative_to(words.root)} includes glib/gi18n.h; it is base/dtl-gettext.h there"
            for path in sorted((words.root / "src").rglob("*.[ch]"))
            if path.relative_to(words.root).parts[1] not in ("app", "main.c") and path.name != "dtl-gettext.c"
            and "<glib/gi18n.h>" in path.read_text(encoding="utf-8")]


def check_linguas(words):
    languages = words.languages()
    found = [] if languages == sorted(languages) else ["LINGUAS is not sorted"]
    files = sorted(path.stem for path in words.po.glob("*.po"))
    return found + ([] if files == languages else [f"there are {files}, and LINGUAS names {languages}"])


def check_whole(words):
    """Every message has words, none of them a guess."""
    found = []
    for language in words.languages():
        found += [f"{language}: no words for “{entry['msgid']}”" for entry in words.merged(language)
                  if not all(words_of(entry))]
        found += [f"{language}: only guessed: “{entry['msgid']}”"
                  for entry in entries((words.po / f"{language}.po").read_text(encoding="utf-8"))
                  if any("fuzzy" in note for note in entry["notes"] if note.startswith("#,"))]
    return found


def check_compiles(words):
    found = []
    for language in words.languages():
        result = subprocess.run(["msgfmt", "-c", "-o", "/dev/null", words.po / f"{language}.po"], capture_output=True, text=True,
                                check=False)
        if result.returncode or result.stderr.strip():
            found.append(f"{language}: {result.stderr.strip()}")
    return found


def check_heads(words):
    """Who it is for, how it counts, and a list of words to begin with."""
    found = []
    for language in words.languages():
        text = (words.po / f"{language}.po").read_text(encoding="utf-8")
        head = next(entries(text))["msgstr"]
        if f"Language: {language}\n" not in head or f"nplurals={PLURALS[language]};" not in head:
            found.append(f"{language}: its head says another language or number of plurals")
        if not re.search(r"^#   case +\S", text, re.M):
            found.append(f"{language}: no list of words at its top")
        if "FULL NAME" in text or "YEAR-MO-DA" in text:
            found.append(f"{language}: its head is not filled in")
    return found


def check_form(words):
    """The formats of the message in every form, blanks and ends of lines around it, and quotation marks of the language."""
    found = []
    for language in words.languages():
        for entry in words.merged(language):
            for text in filter(None, words_of(entry)):
                wanted = sorted(match[0] for match in FORMAT.finditer(entry.get("msgid_plural", entry["msgid"])))
                if " c-format" in str(entry["notes"]) and wanted != sorted(m[0] for m in FORMAT.finditer(text)):
                    found.append(f"{language}: other formats in “{text}”")
                if entry["msgid"].endswith("\n") != text.endswith("\n"):
                    found.append(f"{language}: the end of the line differs in “{text}”")
                if "“" in entry["msgid"] and not all(mark in text for mark in QUOTES[language]):
                    found.append(f"{language}: not its quotation marks in “{text}”")
                is_list = entry["msgid"].endswith(";")
                if language == "fr" and not is_list and re.search(r"[ \w][;!?»](?=\s|$)|« | »| :", text.replace("Ctrl+?", "")):
                    found.append(f"fr: a mark without its own blank in “{text}”")
                if entry["msgid"].endswith("…") != text.endswith("…"):
                    found.append(f"{language}: three dots differ in “{text}”")
    return found


CHECKS = [check_messages, check_typography, check_rooms, check_linguas, check_whole, check_compiles, check_heads, check_form]


def main(root):
    if not all(map(shutil.which, ("xgettext", "msgmerge", "msgfmt"))):
        print("1..0 # SKIP gettext is not installed")
        return 77
    words, failed = Catalogues(root), 0
    print(f"1..{len(CHECKS)}")
    for number, check in enumerate(CHECKS, 1):
        found = check(words)
        failed += bool(found)
        print(f"{'not ok' if found else 'ok'} {number} - {check.__name__.removeprefix('check_')}", flush=True)
        for line in found:
            print(line, file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
