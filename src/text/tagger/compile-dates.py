#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compile the lexicon, the rules and the cues of the tagger of dates into C tables.

    compile-dates.py LEXICON RULES CUES ACTIONS.h OUT.c OUT.h

Every pattern is written out as the rows of classes that it allows; the rows become a trie, the trie an automaton over
kinds of words (a kind is a set of classes that some word has). So the tagger walks from word to word with one look at a
table, and knows at the end which rule matched and which word fills which slot.
"""
import re
import sys

from cues import read_cues, write_cues

# What the C code asks of a word beyond the rules, as bits.
FLAGS = ("DOUBTFUL FUTURE PAST PASTPREP AHEADPREP PREP NAMED MEASURE MONTH MABBR WEEKDAY WABBR UNIT UNITS NUM TENS DIGIT "
         "ORD ART REL YEAR SEASON DAYWORD AMPM BEFAFT ACTNOUN SPORT PRESENT "
         "SUBJECT").split()
MAX_LENGTH = 20
MAX_WORD_BYTES = 16
# What the lexer makes of figures.
SHAPES = ("clock clock-dot day decade decade-short fiscal fraction half-year hour iso iso-month iso-week number ordinal "
          "ordinal-more quarter quarter-year slash year years years-slash").split()


def fail(path, number, message):
    sys.exit("%s:%d: %s" % (path, number, message))


def pack(text):
    """A value as a number: itself, or up to four letters."""
    if re.fullmatch(r"-?\d+", text):
        return int(text)
    value = 0
    for letter in text:
        value = value << 8 | ord(letter)
    return value


def check_word(word, value, complain):
    if word.startswith("<") and word[1:-1] not in SHAPES:
        complain("there is no shape %s; there are %s" % (word, ", ".join(SHAPES)))
    if not word or word != word.lower() or len(word.encode()) > MAX_WORD_BYTES:
        complain("%r: a word is written small and has at most %d bytes" % (word, MAX_WORD_BYTES))
    if not re.fullmatch(r"-?\d{1,9}|[A-Z]{1,4}", value):
        complain("%s=%s: a value is a number or one to four capital letters" % (word, value))


def read_lexicon(path):
    words, current, capital = {}, None, False
    for number, line in enumerate(open(path, encoding="utf-8"), 1):
        line = line.strip()
        head = re.fullmatch(r"\[([A-Z]+)( capital)?\]", line)
        if not line or line.startswith("#"):
            continue
        if head:
            current, capital = head.group(1), bool(head.group(2))
        elif line.startswith("["):
            fail(path, number, "a heading is [CLASS] or [CLASS capital], CLASS in capital letters")
        elif current is None:
            fail(path, number, "a word before the first [CLASS]")
        else:
            for item in line.split():
                word, _, value = item.partition("=")
                check_word(word, value or "0", lambda message: fail(path, number, message))
                words.setdefault(word, []).append((current, pack(value or "0"), capital))
    return words


TOKEN = re.compile(r"(?:([a-z]):)?(@[a-z]+|<[a-z-]+>|'s|[A-Za-z][A-Za-z.]*|\\[()]|[(|)?]|[,.'-])")


class Pattern:
    """Recursive descent over one pattern; parse() gives every row of (slot, terminal) that it allows."""

    def __init__(self, text, macros, complain):
        self.tokens, self.at, self.macros, self.complain = [], 0, macros, complain
        place = 0
        text = text.strip()
        while place < len(text):
            if text[place].isspace():
                place += 1
                continue
            match = TOKEN.match(text, place)
            if not match:
                complain("cannot read the pattern at %r" % text[place:place + 20])
            self.tokens.append(match.groups())
            place = match.end()

    def peek(self):
        return self.tokens[self.at][1] if self.at < len(self.tokens) else None

    def alternatives(self):
        rows = self.row()
        while self.peek() == "|":
            self.at += 1
            rows = rows + self.row()
        return rows

    def row(self):
        rows = [()]
        while self.peek() not in (None, "|", ")"):
            part = self.item()
            rows = [a + b for a in rows for b in part]
        return rows

    def item(self):
        slot, word = self.tokens[self.at]
        self.at += 1
        if word == "(":
            rows = self.alternatives()
            if self.peek() != ")":
                self.complain("a bracket is not closed")
            self.at += 1
        elif word.startswith("@"):
            if word[1:] not in self.macros:
                self.complain("%s is not defined" % word)
            rows = self.macros[word[1:]]
        else:
            rows = [((slot or "", word.lstrip("\\")),)]
        if self.peek() == "?":
            self.at += 1
            rows = rows + [()]
        return rows


def read_actions(path):
    return set(re.findall(r"DTL_TAG_ACTION \((\w+)\);", open(path, encoding="utf-8").read()))


def read_rules(path, classes, actions):
    macros, rules = {}, []
    for number, line in enumerate(open(path, encoding="utf-8"), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue

        def complain(message):
            fail(path, number, message)

        let = re.fullmatch(r"let ([a-z]+) = (.*)", line)
        rule = re.fullmatch(r"([a-z0-9-]+): (.*) -> ([a-z]+)", line)
        if let:
            macros[let.group(1)] = Pattern(let.group(2), macros, complain).alternatives()
        elif rule:
            rows = Pattern(rule.group(2), macros, complain).alternatives()
            if any(not 0 < len(row) <= MAX_LENGTH for row in rows):
                complain("a row of no words, or of more than %d" % MAX_LENGTH)
            for terminal in {terminal for row in rows for _, terminal in row}:
                if not literal(terminal) and terminal not in classes:
                    complain("no word has the class %s" % terminal)
            if rule.group(3) not in actions:
                complain("there is no action %r" % rule.group(3))
            rules.append((rule.group(1), rule.group(3), rows))
        else:
            complain("neither a rule (name: pattern -> action) nor a let (let name = pattern)")
    return rules


def literal(terminal):
    return not re.fullmatch(r"[A-Z]+", terminal)


def build(words, rules):
    classes = {}
    for entries in words.values():
        for name, _, _ in entries:
            classes.setdefault(name, len(classes) + 1)
    for _, _, rows in rules:
        for row in rows:
            for _, terminal in row:
                if literal(terminal):
                    entries = words.setdefault(terminal, [])
                    if all(name != "=" + terminal for name, _, _ in entries):
                        entries.append(("=" + terminal, 0, False))
                        classes.setdefault("=" + terminal, len(classes) + 1)
    kinds = {frozenset(): 0}
    table = {}
    for word, entries in sorted(words.items()):
        with_capital = frozenset(name for name, _, _ in entries)
        small = frozenset(name for name, _, capital in entries if not capital)
        table[word] = tuple(kinds.setdefault(found, len(kinds)) for found in (with_capital, small))
    return classes, kinds, table


def make_trie(rules):
    trie, accepts = [{}], {}
    for index, (_, _, rows) in enumerate(rules):
        for row in rows:
            node = 0
            for slot, terminal in row:
                key = "=" + terminal if literal(terminal) else terminal
                if key not in trie[node]:
                    trie[node][key] = len(trie)
                    trie.append({})
                node = trie[node][key]
            accepts.setdefault(node, (index, tuple((slot, "=" + t if literal(t) else t) for slot, t in row)))
    return trie, accepts


def make_automaton(trie, accepts, kinds):
    start = frozenset([0])
    states, edges, found, todo = {start: 0}, [], [], [start]
    wanted = {}
    for kind, number in kinds.items():
        for name in kind:
            wanted.setdefault(name, []).append(number)
    while todo:
        state = todo.pop(0)
        targets = {}
        for node in state:
            for name, child in trie[node].items():
                for kind in wanted.get(name, ()):
                    targets.setdefault(kind, set()).add(child)
        row = []
        for kind in sorted(targets):
            target = frozenset(targets[kind])
            if target not in states:
                states[target] = len(states)
                todo.append(target)
            row.append((kind, states[target]))
        edges.append(row)
        best = [accepts[node] for node in state if node in accepts]
        found.append(min(best, key=lambda item: item[0]) if best else None)
    return edges, found


def hash_word(word):
    value = 2166136261
    for byte in word.encode():
        value = (value ^ byte) * 16777619 & 0xffffffff
    return value


def emit(name, kind, items, out):
    out.write("const %s %s[] = {\n" % (kind, name))
    for item in items:
        out.write("  %s,\n" % (item,))
    out.write("};\n")


def c_string(text):
    return '"%s"' % text.replace("\\", "\\\\").replace('"', '\\"')


def write_words(words, table, classes, out):
    order = sorted(words)
    values, rows = [], []
    size = 1
    while size < 3 * len(order):
        size *= 2
    slots = [0xffff] * size
    for index, word in enumerate(order):
        first = len(values)
        values += ["{ %d, %d }" % (classes[name], value) for name, value, _ in words[word]]
        rows.append("{ %s, %d, %d, %d, %d, %d }" % (
            c_string(word), len(word.encode()), table[word][0], table[word][1], first, len(values) - first))
        place = hash_word(word) & size - 1
        while slots[place] != 0xffff:
            place = place + 1 & size - 1
        slots[place] = index
    emit("dtl_tag_words", "DtlTagWord", rows, out)
    emit("dtl_tag_word_values", "DtlTagWordValue", values, out)
    emit("dtl_tag_word_slots", "uint16_t", slots, out)
    return order, size


def write_automaton(edges, found, rules, classes, kinds, out):
    slot_rows, accept_rows, edge_rows, state_rows = [], [], [], []
    seen = {}
    for state, row in enumerate(edges):
        accept = 0xffff
        if found[state]:
            rule, slots = found[state]
            if found[state] not in seen:
                seen[found[state]] = len(accept_rows)
                accept_rows.append("{ %d, %d, %d }" % (rule, len(slots), len(slot_rows)))
                slot_rows += ["{ '%s', %d }" % (slot, classes[name]) if slot else "{ 0, %d }" % classes[name]
                              for slot, name in slots]
            accept = seen[found[state]]
        state_rows.append("{ %d, %d, %d }" % (len(edge_rows), len(row), accept))
        edge_rows += ["{ %d, %d }" % pair for pair in row]
    emit("dtl_tag_edges", "DtlTagEdge", edge_rows, out)
    emit("dtl_tag_states", "DtlTagState", state_rows, out)
    emit("dtl_tag_accepts", "DtlTagAccept", accept_rows, out)
    emit("dtl_tag_slots", "DtlTagSlot", slot_rows, out)
    starts = {kind for kind, _ in edges[0]}
    flags = []
    for kind, number in sorted(kinds.items(), key=lambda item: item[1]):
        bits = sum(1 << i for i, name in enumerate(FLAGS) if name in kind)
        flags.append("{ %du, %s }" % (bits, "TRUE" if number in starts else "FALSE"))
    emit("dtl_tag_kinds", "DtlTagKind", flags, out)
    for action in sorted({rule[1] for rule in rules}):
        out.write("gboolean dtl_tag_act_%s (DtlTagMatch *match);\n" % action)
    emit("dtl_tag_rules", "DtlTagRule", ["{ %s, dtl_tag_act_%s }" % (c_string(n), a) for n, a, _ in rules], out)


def main():
    lexicon_path, rules_path, cues_path, actions_path, c_path, h_path = sys.argv[1:]
    words = read_lexicon(lexicon_path)
    classes = {name for entries in words.values() for name, _, _ in entries}
    rules = read_rules(rules_path, classes, read_actions(actions_path))
    cues = read_cues(cues_path)
    for cue in cues:
        for word in cue[3]:
            words.setdefault(word, [])  # known, and of no class: the rules do not see it
    classes, kinds, table = build(words, rules)
    trie, accepts = make_trie(rules)
    edges, found = make_automaton(trie, accepts, kinds)
    if max(len(edges), sum(map(len, edges)) >> 16) > 0xffff:
        sys.exit("the automaton is too large")
    with open(c_path, "w", encoding="utf-8") as out:
        out.write('/* Made by compile-dates.py from the lexicon, the rules and the cues; change those. */\n#include "config.h"\n\n'
                  '#include "text/tagger/dtl-tag-private.h"\n\n')
        order, size = write_words(words, table, classes, out)
        write_automaton(edges, found, rules, classes, kinds, out)
        write_cues(cues, order, c_string, out)
    with open(h_path, "w", encoding="utf-8") as out:
        out.write("/* Made by compile-dates.py. */\n#pragma once\n\n")
        out.write("#define DTL_TAG_WORD_SLOTS %du\n" % size)
        for bit, name in enumerate(FLAGS):
            out.write("#define DTL_TAG_IS_%s (1u << %d)\n" % (name, bit))
        for index, word in enumerate(order):
            if word.startswith("<"):
                out.write("#define DTL_TAG_SHAPE_%s %d\n" % (word[1:-1].upper().replace("-", "_"), index))
        for name, number in classes.items():
            if not name.startswith("="):
                out.write("#define DTL_TAG_CLASS_%s %d\n" % (name, number))
        for word in ("ed", ",", ".", "-", "'", "'s", "ago", "and", "half", "last", "next", "the"):
            if word in order:
                name = {",": "COMMA", ".": "POINT", "-": "HYPHEN", "'": "MARK", "'s": "S"}.get(word, word.upper())
                out.write("#define DTL_TAG_WORD_%s %d\n" % (name, order.index(word)))


if __name__ == "__main__":
    main()
