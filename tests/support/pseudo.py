#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a catalogue in a language that nobody speaks: every message in brackets, accented and half as long again.

  pseudo.py PO OUT.mo

The messages are those of PO; its translations are not looked at. In a window in this language, words that nobody marked
for translation have no brackets, sentences that were put together from parts have brackets in their middle, and what was
cut has lost one.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

OPEN, CLOSE = "⟦", "⟧"
ACCENTED = str.maketrans("AaCcDdEeGgHhIiJjKkLlNnOoRrSsTtUuWwYyZz", "ÅåÇçÐðÉéĜĝĤĥÎîĴĵĶķĻļÑñÖöŔŕŠšŢţÛûŴŵÝýŽž")
# What must stay as it is: formats, marks for keys, entities, tags, and the direction of the text, which GTK looks up.
KEPT = re.compile(r"%(?:\d+\$)?[-+ #0.\d*]*(?:hh|h|ll|l|z|j|t|L)?[a-zA-Z%]|%<PRI\w+>|&\w+;|</?\w[^>]*>|_(?=\w)")
STUFFING = " one two three four five six seven eight nine ten"
STRING = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)?\s*"(.*)"$')
HEADER = ('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=n != 1;\\n"\n')


def pseudo(message):
    """The message in brackets; blanks and line ends around it stay outside, since other words are put there."""
    if not message.strip():
        return message
    parts, last = [], 0
    for match in KEPT.finditer(message):
        parts += [message[last:match.start()].translate(ACCENTED), match[0]]
        last = match.end()
    parts.append(message[last:].translate(ACCENTED))
    text = "".join(parts)
    body = text.strip()
    start = text[:len(text) - len(text.lstrip())]
    end = text[len(text.rstrip()):]
    more = STUFFING[:round(len(body) * 0.4)] if len(body) > 1 else ""
    return f"{start}{OPEN}{body}{more}{CLOSE}{end}"


def unquote(text):
    return re.sub(r"\\(.)", lambda match: {"n": "\n", "t": "\t"}.get(match[1], match[1]), text)


def quote(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'


def messages(po):
    """(context, message, plural) of every message of a PO file but its head."""
    for block in re.split(r"\n\s*\n", po):
        found, key = {}, None
        for line in block.splitlines():
            match = None if line.startswith("#") else STRING.match(line)
            if match:
                key = match[1] or key
                found[key] = found.get(key, "") + unquote(match[2])
        if found.get("msgid"):
            yield found.get("msgctxt"), found["msgid"], found.get("msgid_plural")


def entry(context, message, plural):
    # What is written as <PRIu64> depends on the machine, and only formats may have it.
    lines = ["#, c-format"] if "%<PRI" in message else []
    lines += [] if context is None else [f"msgctxt {quote(context)}"]
    lines.append(f"msgid {quote(message)}")
    if plural is None:
        lines.append(f"msgstr {quote(pseudo(message))}")
    else:
        lines += [f"msgid_plural {quote(plural)}", f"msgstr[0] {quote(pseudo(message))}",
                  f"msgstr[1] {quote(pseudo(plural))}"]
    return "\n".join(lines) + "\n"


def make(po, out):
    """Writes the catalogue of a PO file's messages."""
    text = pathlib.Path(po).read_text(encoding="utf-8")
    with tempfile.NamedTemporaryFile("w", suffix=".po", encoding="utf-8") as file:
        file.write("\n".join([HEADER, *(entry(*message) for message in messages(text))]))
        file.flush()
        pathlib.Path(out).parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["msgfmt", "-o", out, file.name], check=True)


if __name__ == "__main__":
    make(*sys.argv[1:3])
