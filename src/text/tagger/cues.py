# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads en.cues, the phrases beside dates, for compile-dates.py, and writes them as C tables.

A phrase becomes a row of words; the rows stand in the order of their first word, the longest first, so that the tagger
looks at a word's own rows only.
"""
import re
import sys

# What a heading may say: kind, values, what may stand behind the value.
KINDS = {
    "limit": (("first", "last"), ("yes", "no", "unstated")),
    "limit-behind": (("first", "last"), ("yes",)),
    "limit-rule": (("first",), ("yes",)),
    "limit-pair": (("first",), ("yes",)),
    "moved": (("day",), ("",)),
    "state": (("fact",), ("",)),
    "role": (("announced", "signed", "effective", "deadline", "began", "ended", "occurred", "reported", "none"),
             ("", "weak")),
    "clause": (("sunset", "review"), ("",)),
    "until": (("open",), ("",)),
    "count": (("after", "before", "within"), ("", "counted")),
    "from-issue": (("after",), ("",)),
    "compare": (("at_most", "at_least", "after", "before", "about"), ("",)),
    "lead": (("time", "transition"), ("",)),
    "anchor": (("issued", "signed", "effective", "in_force", "announced", "other"), ("",)),
    "fiscal": (("us", "uk", "jp", "in", "au", "own"), ("10-end", "4-end", "4-start", "7-end", "4-unstated", "unstated")),
    "boilerplate-line": (("related", "page", "copyright", "byline", "biography", "advertisement"), ("",)),
    "boilerplate-start": (("legal",), ("",)),
    "boilerplate-word": (("biography", "advertisement", "reading_time", "statistics", "copyright"),
                         ("", "alone", "short", "sentence", "figures")),
}
NO_WORD = 0xffff
MAX_WORDS = 10
MAX_WORD_BYTES = 16


def fail(path, number, message):
    sys.exit("%s:%d: %s" % (path, number, message))


def rows_of(phrase, complain):
    """Every row of words that a phrase allows."""
    rows = [()]
    for item in phrase.split():
        optional = item.endswith("?") and len(item) > 1
        words = (item[:-1] if optional else item).split("|")
        for word in words:
            if not word or len(word.encode()) > MAX_WORD_BYTES:
                complain("a word is empty or longer than %d bytes in %r" % (MAX_WORD_BYTES, item))
            if word != word.lower():
                complain("write %r small" % word)
        rows = [row + (word,) for row in rows for word in words] + (rows if optional else [])
    if any(not 0 < len(row) <= MAX_WORDS for row in rows):
        complain("a phrase of no words, or of more than %d" % MAX_WORDS)
    return rows


def read_heading(text, complain):
    parts = (text.split() + ["", ""])[:3]
    if parts[0] not in KINDS:
        complain("there is no kind %r; there are %s" % (parts[0], ", ".join(sorted(KINDS))))
    for part, allowed in zip(parts[1:], KINDS[parts[0]]):
        if part not in allowed:
            complain("%r is none of: %s" % (part, ", ".join(word or "(nothing)" for word in allowed)))
    return tuple(parts)


def read_cues(path):
    """[(kind, value, more, words)], the longest first for each first word."""
    cues, heading = {}, None
    for number, line in enumerate(open(path, encoding="utf-8"), 1):
        line = re.sub(r"(^|\s)#.*", "", line).strip()

        def complain(message):
            fail(path, number, message)

        if not line:
            continue
        if line.startswith("["):
            if not line.endswith("]"):
                complain("the heading is not closed")
            heading = read_heading(line[1:-1], complain)
            continue
        if heading is None:
            complain("a phrase before the first [KIND VALUE]")
        for row in rows_of(line, complain):
            key = (heading[0], row)
            if cues.setdefault(key, heading) != heading:
                complain("%r stands under [%s] already" % (" ".join(row), " ".join(cues[key]).strip()))
    return [heading + (row,) for (_, row), heading in cues.items()]


def write_cues(cues, order, c_string, out):
    """The rows, and for each word where its rows begin. order: the words as the tables number them."""
    place = {word: index for index, word in enumerate(order)}
    cues = sorted(cues, key=lambda cue: (place[cue[3][0]], -len(cue[3]), cue[0], cue[3]))
    first, kinds, words, rows = [NO_WORD] * len(order), [set() for _ in order], [], []
    for index, (kind, value, more, row) in enumerate(cues):
        if first[place[row[0]]] == NO_WORD:
            first[place[row[0]]] = index
        kinds[place[row[0]]].add("1u << DTL_TAG_CUE_" + kind.upper().replace("-", "_"))
        rows.append("{ %d, %d, DTL_TAG_CUE_%s, %d, %d, %s, %s, %s }" % (
            place[row[0]], place[row[1]] if len(row) > 1 else NO_WORD,
            kind.upper().replace("-", "_"), len(row), len(words), c_string(value), c_string(more),
            c_string(" ".join(row).replace(" 's", "'s").replace(" - ", "-"))))
        words += [place[word] for word in row]
    for name, kind, items in (("dtl_tag_cue_words", "uint16_t", words), ("dtl_tag_cue_first", "uint16_t", first),
                              ("dtl_tag_cue_kinds", "uint32_t", [" | ".join(sorted(k)) or "0" for k in kinds]),
                              ("dtl_tag_cues", "DtlTagCue", rows)):
        out.write("const %s %s[] = {\n" % (kind, name))
        for item in items:
            out.write("  %s,\n" % (item,))
        out.write("};\n")
    out.write("const uint16_t dtl_tag_n_cues = %d;\n" % len(rows))
