#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the data of the sample case, and prints TAP.

  check_sample.py SOURCE_ROOT           all checks; those on the original articles only where these are at hand:
                                        in the folder that DTL_SEEDS names, else in ../shared/seeds beside the checkout
  check_sample.py SOURCE_ROOT --show    every event with its dates and passages, for proof-reading
"""
import re
import sys

import check_words
from sample_case import Case, days_named, months_named, normalise, runs, sha256, words, years_named, MONTHS
from sample_dates import bounds, exclude, is_edtf, shift

TERMS = {
    "actor": "person organisation government country",
    "tier": "primary report relayed",
    "kind": "proposal announcement prohibition listing effective_date deadline statement relocation closure "
            "litigation other",
    "status": "planned in_force done expired withdrawn unknown",
    "assertion": "fact alleged denied opinion intention",
    "stance": "supports disputes mentions",
    "role": "occurred began announced signed effective deadline ended reported",
    "standing": "accepted competing rejected",
    "basis": "stated derived supplied",
    "limit": "first_in_force last_allowed",
    "link": "part_of causes responds_to amends implements supersedes",
    "comparator": "= at_least at_most about before after",
    "unit": "days weeks months years",
    "counting": "anchor_not_counted anchor_counted",
}
# What a row must have, and what it may have besides.
KEYS = {
    "actors": ("key name kind aliases parent", ""),
    "sources": ("key exhibit title language tier issued original summary", "publisher author url relayed_from"),
    "passages": ("key source summary original", "paragraph attributed_to"),
    "events": ("key title summary kind status assertion importance tags participations passages claims",
               "status_passage status_as_of main_role"),
    "claims": ("key role edtf passage standing reason basis", "rule limit"),
    "links": ("type from to", ""),
}
HEDGE = re.compile(r"\b(alleg\w+|said|says|claims?|claimed|suggests?|suggested|accuses?|accused)\b", re.I)
QUOTE_MARKS = re.compile("[\"“”„«»]")
SLUG = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*")
BORROWED_WORDS = 6
SUMMARY_WORDS = range(120, 221)


def check_structure(case):
    found = [f"{name}: {key}" for name, (must, may) in KEYS.items() for row in rows(case, name)
             for key in wrong_keys(row, must, may)]
    if case.data["format"] != "dateline-sample-1":
        found.append("format is not dateline-sample-1")
    for name in ("actors", "sources", "passages", "events", "claims"):
        keys = [row["key"] for row in rows(case, name)]
        found += [f"{name}: key {key} stands twice" for key in sorted({k for k in keys if keys.count(k) > 1})]
        found += [f"{name}: {key!r} is no slug" for key in keys if not SLUG.fullmatch(key)]
    if [source["exhibit"] for source in case.data["sources"]] != list(range(1, len(case.data["sources"]) + 1)):
        found.append("exhibit numbers do not count up from 1")
    return found


def rows(case, name):
    return [claim for _, claim in case.claims()] if name == "claims" else case.data[name]


def wrong_keys(row, must, may):
    name = row.get("key", row)
    return ([f"{name} lacks {key}" for key in must.split() if key not in row] +
            [f"{name} has unknown {key}" for key in row if key not in (must + " " + may).split()])


def check_terms(case):
    used = [("actor", actor["kind"], actor["key"]) for actor in case.data["actors"]]
    used += [("tier", source["tier"], source["key"]) for source in case.data["sources"]]
    used += [("link", link["type"], link["from"]) for link in case.data["links"]]
    for event in case.data["events"]:
        used += [(term, event[term], event["key"]) for term in ("kind", "status", "assertion")]
        used += [("stance", use["stance"], event["key"]) for use in event["passages"]]
        used += [("role", event["main_role"], event["key"])] if "main_role" in event else []
    for _, claim in case.claims():
        used += [(term, claim[term], claim["key"]) for term in ("role", "standing", "basis", "limit") if term in claim]
        rule = claim.get("rule", {})
        used += [(term, rule[term], claim["key"]) for term in ("comparator", "unit", "counting") if rule]
    found = [f"{key}: {value!r} is no {term}" for term, value, key in used if value not in TERMS[term].split()]
    found += [f"{event['key']}: importance {event['importance']}" for event in case.data["events"]
              if event["importance"] not in range(1001)]
    found += [f"{source['key']}: relayed_from belongs to the tier relayed" for source in case.data["sources"]
              if ("relayed_from" in source) != (source["tier"] == "relayed")]
    return found


def check_references(case):
    tables = {name: set(case.table(name)) for name in ("actors", "sources", "passages", "events")}
    claims = {claim["key"] for _, claim in case.claims()}
    refs = [("actors", actor["parent"], actor["key"]) for actor in case.data["actors"] if actor["parent"]]
    for passage in case.data["passages"]:
        refs.append(("sources", passage["source"], passage["key"]))
        refs += [("actors", passage["attributed_to"], passage["key"])] if "attributed_to" in passage else []
    for event in case.data["events"]:
        refs += [("actors", part["actor"], event["key"]) for part in event["participations"]]
        refs += [("passages", use["passage"], event["key"]) for use in event["passages"] + event["claims"]]
        refs += [("passages", event["status_passage"], event["key"])] if "status_passage" in event else []
    refs += [("events", link[end], "link") for link in case.data["links"] for end in ("from", "to")]
    found = [f"{key}: no {name[:-1]} {ref}" for name, ref, key in refs if ref not in tables[name]]
    for _, claim in case.claims():
        anchor = claim.get("rule", {}).get("anchor")
        issued = isinstance(anchor, dict) and anchor["issued"] in tables["sources"]
        found += [] if anchor is None or issued or str(anchor) in claims else [f"{claim['key']}: no anchor {anchor}"]
    used = {ref for name, ref, _ in refs if name == "actors"}
    return found + [f"actor {key} takes part in nothing" for key in sorted(tables["actors"] - used)]


def check_evidence(case):
    """Every event has a passage that supports it, every passage an event, every claim a passage of its own event."""
    used, found = set(), []
    for event in case.data["events"]:
        mine = {use["passage"]: use["stance"] for use in event["passages"]}
        used |= set(mine)
        if "supports" not in mine.values():
            found.append(f"{event['key']}: no passage supports it")
        if len(mine) != len(event["passages"]):
            found.append(f"{event['key']}: a passage stands twice")
        wanted = [claim["passage"] for claim in event["claims"]]
        wanted += [event["status_passage"]] if "status_passage" in event else []
        found += [f"{event['key']}: {passage} proves a date or status, but is not a passage of the event"
                  for passage in wanted if passage not in mine]
        if event["status"] != "unknown" and event["status"] != "done" and "status_passage" not in event:
            found.append(f"{event['key']}: status {event['status']} without a passage")
    return found + [f"passage {key} belongs to no event" for key in case.table("passages") if key not in used]


def check_anchors(case):
    """Each passage's words stand once in our summary; its place in the original is within the original."""
    found, sources = [], case.table("sources")
    for passage in case.data["passages"]:
        times = case.summaries[passage["source"]].count(passage["summary"])
        if times != 1:
            found.append(f"{passage['key']}: its words stand {times} times in the summary")
        place, length = passage["original"], sources[passage["source"]]["original"]["text_length_cp"]
        if not 0 <= place["start"] < place["end"] <= length:
            found.append(f"{passage['key']}: {place} is not within the original's {length} code points")
    return found


def check_summaries(case):
    found = []
    for key, text in case.summaries.items():
        if len(text.split()) not in SUMMARY_WORDS:
            found.append(f"summary of {key}: {len(text.split())} words")
        if "\r" in text or text.startswith("\ufeff") or not text.endswith(".\n") or "\n\n\n" in text or "\t" in text:
            found.append(f"summary of {key}: not plain paragraphs with LF")
        if QUOTE_MARKS.search(text):
            found.append(f"summary of {key}: quotes")
    return found


def check_dates(case):
    """Every value is EDTF; the issued dates are supplied with a reason; what is not stated says why."""
    values = [(source["key"], source["issued"]["edtf"]) for source in case.data["sources"]]
    values += [(claim["key"], claim["edtf"]) for _, claim in case.claims()]
    values += [(event["key"], event["status_as_of"]) for event in case.data["events"] if "status_as_of" in event]
    found = [f"{key}: {value!r} is no date" for key, value in values if not is_edtf(value)]
    found += [f"{source['key']}: issued date without basis supplied and reason" for source in case.data["sources"]
              if source["issued"]["basis"] != "supplied" or not source["issued"]["reason"]]
    found += [f"{claim['key']}: without a reason" for _, claim in case.claims() if not claim["reason"]]
    found += [f"{claim['key']}: derived and rule go together" for _, claim in case.claims()
              if ("rule" in claim) != (claim["basis"] == "derived")]
    return found


def check_status_dates(case):
    """What a status rests on says how old it is: the issued date of its passage's source."""
    passages, sources = case.table("passages"), case.table("sources")
    found = []
    for event in case.data["events"]:
        if "status_passage" in event:
            issued = sources[passages[event["status_passage"]]["source"]]["issued"]["edtf"]
            if event.get("status_as_of") != issued:
                found.append(f"{event['key']}: status as of {event.get('status_as_of')}, its passage is of {issued}")
    return found


def check_rules(case):
    """Each derived value is what its rule gives, chains included."""
    claims, sources = {claim["key"]: claim for _, claim in case.claims()}, case.table("sources")
    found = []
    for claim in claims.values():
        if "rule" in claim:
            anchor = claim["rule"]["anchor"]
            base = sources[anchor["issued"]]["issued"]["edtf"] if isinstance(anchor, dict) else claims[anchor]["edtf"]
            value = shift(base, claim["rule"])
            if value != claim["edtf"]:
                found.append(f"{claim['key']}: is {claim['edtf']}, its rule gives {value}")
    return found


def check_decisions(case):
    """At most one accepted claim of a role; the main role has one; an end does not lie before its start."""
    found = []
    for event in case.data["events"]:
        accepted = [claim for claim in event["claims"] if claim["standing"] == "accepted"]
        by_role = {claim["role"]: claim for claim in accepted}
        if len(by_role) != len(accepted):
            found.append(f"{event['key']}: two accepted claims of one role")
        if event["claims"] and event.get("main_role") not in by_role:
            found.append(f"{event['key']}: no accepted claim of its main role")
        ended, start = by_role.get("ended"), by_role.get(event.get("main_role"))
        if ended and start and bounds(ended["edtf"])[1] < bounds(start["edtf"])[0]:
            found.append(f"{event['key']}: ends before it starts")
    return found


def check_teaching(case):
    """The sample shows a contradiction, a difference that counting explains, and undated events."""
    pairs = [(one, other) for event in case.data["events"] for one in event["claims"] for other in event["claims"]
             if (one["standing"], other["standing"]) == ("accepted", "competing") and one["role"] == other["role"]]
    clash = [other["key"] for accepted, other in pairs if exclude(accepted, other)]
    counted = [other["key"] for accepted, other in pairs if exclude(accepted, other) and "rule" in other and
               abs((bounds(accepted["edtf"])[0] - bounds(other["edtf"])[0]).days) == 1]
    found = [] if counted else ["no derived claim differs by a day from the accepted one"]
    found += [] if set(clash) - set(counted) else ["no two stated dates contradict each other"]
    return found + ([] if any(not event["claims"] for event in case.data["events"]) else ["no undated event"])


def check_titles(case):
    """No title states as a fact what is only alleged."""
    return [f"{event['key']}: alleged, but its title says flatly: {event['title']}" for event in case.data["events"]
            if event["assertion"] == "alleged" and not HEDGE.search(event["title"])]


def check_originals(case):
    """Hashes and lengths are those of the originals."""
    found = []
    for source in case.data["sources"]:
        told, data = source["original"], case.original_bytes[source["key"]]
        text = normalise(data)
        real = {"size_bytes": len(data), "sha256": sha256(data),
                "text_sha256": sha256(text.encode()), "text_length_cp": len(text)}
        found += [f"{source['key']}: {key} is {told[key]}, the original's is {value}"
                  for key, value in real.items() if told[key] != value]
    return found


def check_borrowing(case):
    """None of our sentences has so many words in a row from an article, names and titles apart."""
    names, found = case.names(), []
    theirs = {key: runs(words(case.original(key), names), BORROWED_WORDS) for key in case.original_bytes}
    for place, text in case.sentences_of_ours():
        mine = runs(words(text, names), BORROWED_WORDS)
        found += [f"{place}: stands in {key}: {' '.join(run)}"
                  for key, known in theirs.items() for run in sorted(mine & known)]
    return found


def check_stated(case):
    """A summary names no day, month or year that its article does not have; neither does a stated claim."""
    found, passages, sources = [], case.table("passages"), case.table("sources")
    for key, text in case.summaries.items():
        article = case.original(key)
        for named in (days_named, months_named, years_named):
            found += [f"summary of {key}: {extra} is not in the article"
                      for extra in sorted(named(text) - named(article))]
    for event, claim in case.claims():
        if claim["basis"] == "stated":
            passage = passages[claim["passage"]]
            issued = sources[passage["source"]]["issued"]["edtf"]
            found += [f"{claim['key']}: {what}" for what in unstated(claim["edtf"], case.span(passage), issued)]
    return found


def unstated(edtf, span, issued):
    """What of a date neither stands in the words nor is the year of their source."""
    year, month, day = (edtf.strip("[]").split("..")[0].split("-") + [None, None])[:3]
    found = [] if year in years_named(span) or year == issued[:4] else [f"the year {year} is not in its words"]
    name = MONTHS[int(month) - 1] if month else None
    if edtf.startswith("["):
        return found + ([] if re.search(rf"\b(early|mid|late)-? ?{name}\b", span) else [f"{edtf} is not in its words"])
    if day and (int(day), name) not in days_named(span):
        found.append(f"{day} {name} is not in its words")
    return found


def check_spans(case):
    """A place in the original begins and ends with words, not within one."""
    found = []
    for passage in case.data["passages"]:
        text, place = case.original(passage["source"]), passage["original"]
        span = text[place["start"]:place["end"]]
        before, after = text[:place["start"]][-1:], text[place["end"]:][:1]
        cut = [pair for pair in (before + span[:1], span[-1:] + after) if len(pair) == 2 and pair.isalnum()]
        if cut or span != span.strip():
            found.append(f"{passage['key']}: does not begin and end with whole words")
    return found


CHECKS = [check_structure, check_terms, check_references, check_evidence, check_anchors, check_summaries, check_dates,
          check_status_dates, check_rules, check_decisions, check_teaching, check_titles, *check_words.CHECKS]
CHECKS_ON_ORIGINALS = [check_originals, check_borrowing, check_stated, check_spans]


def complaints(check, case):
    """What a check finds; data so wrong that the check cannot read it is a finding too."""
    try:
        return check(case)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        return [f"cannot be checked: {type(error).__name__}: {error}"]


def report(case):
    print(f"1..{len(CHECKS) + len(CHECKS_ON_ORIGINALS)}")
    failed = 0
    for number, check in enumerate(CHECKS + CHECKS_ON_ORIGINALS, 1):
        name = check.__name__.removeprefix("check_")
        if check in CHECKS_ON_ORIGINALS and len(case.original_bytes) < len(case.data["sources"]):
            print(f"ok {number} - {name} # SKIP the original articles are not at hand")
            continue
        found = complaints(check, case)
        failed += bool(found)
        print(f"{'not ok' if found else 'ok'} {number} - {name}")
        for line in found:
            print(f"# {line}")
    return 1 if failed else 0


def show(case):
    passages, sources = case.table("passages"), case.table("sources")
    for event in case.data["events"]:
        print(f"\n== {event['title']}  [{event['kind']}, {event['status']}, {event['assertion']}]")
        print("   " + event["summary"])
        print("   " + ", ".join(f"{part['actor']} ({part['role']})" for part in event["participations"]))
        for claim in event["claims"]:
            print(f"   {claim['role']} {claim['edtf']} {claim['standing']}, {claim['basis']} {claim.get('limit', '')} "
                  f"<- {claim['passage']}: {claim['reason']}")
        for use in event["passages"]:
            passage = passages[use["passage"]]
            by = f", says {passage['attributed_to']}" if "attributed_to" in passage else ""
            print(f"   * {passage['key']} {use['stance']} (exhibit {sources[passage['source']]['exhibit']}{by})")
            print(f"     ours:     {passage['summary']}\n     original: {case.span(passage) or '(not at hand)'}")


def main(arguments):
    case = Case(arguments[0])
    if "--show" in arguments:
        show(case)
        return 0
    return report(case)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
