#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows that each check of the sample can fail: damages a copy of the data in one way and asks that one check."""
import copy
import sys

import check_sample
from sample_case import Case


def find(case, name, key):
    return next(row for row in check_sample.rows(case, name) if row["key"] == key)


def put(name, row, key, value):
    """A damage that sets one value of one row."""
    return lambda case: find(case, name, row).__setitem__(key, value)


def put_rule(claim, key, value):
    return lambda case: find(case, "claims", claim)["rule"].__setitem__(key, value)


def drop(name, row, key):
    return lambda case: find(case, name, row).pop(key)


def summary(key, change):
    return lambda case: case.summaries.__setitem__(key, change(case.summaries[key]))


def borrow(case):
    span = case.span(find(case, "passages", "hughes.closing"))
    find(case, "events", "shutdown")["summary"] += " " + span


def widen(case):
    find(case, "passages", "itpro.reports")["original"]["end"] -= 3


def only_one_accepted_date(case):
    for _, claim in case.claims():
        claim["standing"] = "accepted" if claim["key"] == "updates-end-effective" else "rejected"


DAMAGES = {
    "structure": [
        ("a key is missing", drop("events", "best-buy", "summary")),
        ("a key is unknown", put("claims", "shutdown-began", "date", "2024")),
        ("a key stands twice", put("events", "best-buy", "key", "shutdown")),
        ("an exhibit number is used again", put("sources", "itpro", "exhibit", 1)),
    ],
    "terms": [
        ("an unknown kind", put("events", "best-buy", "kind", "withdrawal")),
        ("an importance out of range", put("events", "best-buy", "importance", 1001)),
        ("relayed from nobody", drop("sources", "infotechlead", "relayed_from")),
    ],
    "references": [
        ("an unknown actor", put("passages", "hughes.closing", "attributed_to", "nobody")),
        ("an unknown anchor", put_rule("new-business-effective", "anchor", "nothing")),
        ("an unknown event in a link", lambda case: case.data["links"][0].update(to="nothing")),
    ],
    "evidence": [
        ("an event without passages", put("events", "best-buy", "passages", [])),
        ("a date from a passage of another event", put("claims", "shutdown-began", "passage", "itpro.reports")),
        ("a status without a passage", drop("events", "shutdown", "status_passage")),
    ],
    "anchors": [
        ("words that are not in the summary", put("passages", "hughes.closing", "summary", "It begins in August.")),
        ("words that stand twice", summary("hughes", lambda text: text + "The closing is to begin on 20 July.\n")),
        ("a place behind the end", put("passages", "hughes.closing", "original", {"start": 10, "end": 99999})),
    ],
    "summaries": [
        ("a summary too short", summary("itpro", lambda text: text[:100] + ".\n")),
        ("a summary that quotes", summary("itpro", lambda text: text.replace("untrue", '"untrue"'))),
        ("lines that end in CR and LF", summary("itpro", lambda text: text.replace("\n", "\r\n"))),
    ],
    "dates": [
        ("no such day", put("claims", "shutdown-began", "edtf", "2024-06-31")),
        ("a stretch that ends before it begins", put("claims", "swiss-relocation-ended", "edtf", "[2024..2020]")),
        ("derived without a rule", drop("claims", "new-business-effective", "rule")),
        ("no reason", put("claims", "shutdown-began", "reason", "")),
    ],
    "status_dates": [("a status newer than its passage", put("events", "shutdown", "status_as_of", "2024-09"))],
    "rules": [
        ("a value that its rule does not give", put("claims", "updates-end-lead-time", "edtf", "2024-09-29")),
        ("the first day counted", put_rule("new-business-effective", "counting", "anchor_counted")),
        ("an anchor that moved", put("claims", "sale-ban-announced", "edtf", "2024-06-21")),
    ],
    "decisions": [
        ("two accepted dates of a role", put("claims", "updates-end-last-allowed", "standing", "accepted")),
        ("no accepted date", put("claims", "shutdown-began", "standing", "rejected")),
        ("an end before the start", put("claims", "swiss-relocation-ended", "edtf", "2017")),
    ],
    "teaching": [
        ("nothing competes", only_one_accepted_date),
        ("the contradiction is gone", drop("claims", "updates-end-last-allowed", "limit")),
    ],
    "titles": [
        ("an allegation told as a fact", put("events", "documents", "title", "Documents stolen from a contractor")),
    ],
    "words_whole": [
        ("a title without German words", lambda case: case.words["de"]["titles"].pop("shutdown")),
        ("French words for nobody", lambda case: case.words["fr"]["actors"].update(nobody="Personne")),
        ("an empty reason", lambda case: case.words["ru"]["claims"].__setitem__("shutdown-began", "")),
        ("a case without a title", lambda case: case.words["de"]["case"].pop("title")),
        ("a file under another name", lambda case: case.words["de"].__setitem__("language", "fr")),
    ],
    "words_anchors": [
        ("words that are not in the summary",
         lambda case: case.words["fr"]["passages"].__setitem__("hughes.closing", "Elle commence en août.")),
    ],
    "words_summaries": [
        ("a German summary that quotes",
         lambda case: case.word_summaries["de"].__setitem__("itpro", case.word_summaries["de"]["itpro"] + "„So.“\n")),
        ("a Russian summary too short", lambda case: case.word_summaries["ru"].__setitem__("itpro", "Коротко.\n")),
    ],
    "words_facts": [
        ("another day", lambda case: case.words["de"]["passages"].__setitem__(
            "hughes.closing", "Die Schließung soll am 21. Juli beginnen.")),
        ("another exhibit", lambda case: case.words["fr"]["claims"].__setitem__(
            "sale-ban-announced", case.words["fr"]["claims"]["sale-ban-announced"].replace("4", "5"))),
    ],
    "words_names": [("an English name that is gone", lambda case: case.words["ru"]["aliases"].pop("commerce"))],
    "words_titles": [
        ("a German allegation told as a fact",
         lambda case: case.words["de"]["titles"].__setitem__("documents", "Dokumente von Auftragnehmer gestohlen")),
    ],
    "originals": [
        ("another size", lambda case: find(case, "sources", "itpro")["original"].update(size_bytes=1)),
        ("another hash", lambda case: find(case, "sources", "itpro")["original"].update(sha256="0" * 64)),
    ],
    "borrowing": [("a sentence of theirs", borrow)],
    "stated": [
        ("a year that the article does not have",
         summary("hughes", lambda text: text.replace("20 July", "20 July 2024"))),
        ("a day that the words do not have", put("claims", "shutdown-began", "edtf", "2024-07-21")),
        ("late October for late September",
         put("claims", "updates-end-late-september", "edtf", "[2024-10-21..2024-10-31]")),
    ],
    "spans": [("a place that ends within a word", widen)],
}


def damaged(case, damage):
    other = copy.copy(case)
    other.data, other.summaries = copy.deepcopy(case.data), dict(case.summaries)
    other.words, other.word_summaries = copy.deepcopy(case.words), copy.deepcopy(case.word_summaries)
    damage(other)
    return other


def main(arguments):
    case = Case(arguments[0])
    at_hand = len(case.original_bytes) == len(case.data["sources"])
    every = check_sample.CHECKS + check_sample.CHECKS_ON_ORIGINALS
    checks = {check.__name__.removeprefix("check_"): check for check in every}
    tests = [(name, what, damage) for name in checks for what, damage in DAMAGES[name]]
    print(f"1..{len(tests)}")
    failed = 0
    for number, (name, what, damage) in enumerate(tests, 1):
        if checks[name] in check_sample.CHECKS_ON_ORIGINALS and not at_hand:
            print(f"ok {number} - {name}: {what} # SKIP the original articles are not at hand")
            continue
        found = check_sample.complaints(checks[name], damaged(case, damage))
        seen = bool(found) and not found[0].startswith("cannot be checked")
        failed += not seen
        print(f"{'ok' if seen else 'not ok'} {number} - {name} sees it: {what}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
