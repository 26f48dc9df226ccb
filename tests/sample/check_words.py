# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks of the sample's words in other languages: whole, in the right place, and saying no other facts."""
import re
from collections import Counter

SECTIONS = ("actors", "sources", "passages", "titles", "summaries", "claims", "tags", "roles")
CASE_TEXTS = {"title", "label", "description"}
HEDGES = {
    "de": re.compile(r"\b(angeblich|behauptet|wirft|nennt|deuten an)\b", re.I),
    "fr": re.compile(r"\b(allègue|allégué|auraient|dit|suggèrent)\b", re.I),
    "ru": re.compile(r"\b(утвержда\w+|утверждение|называет|предполагают)\b", re.I),
}
QUOTE_MARKS = re.compile("[\"“”„]|[«»]")
# The name of the company is written with quotation marks in Russian.
NAMES_IN_QUOTES = {"ru": "«Лаборатория Касперского»"}
SUMMARY_WORDS = range(120, 290)
NUMBER = re.compile(r"\d+")


def wanted_keys(case):
    """What each section must have words for."""
    events = case.data["events"]
    return {
        "actors": {actor["key"] for actor in case.data["actors"]},
        "sources": {source["key"] for source in case.data["sources"]},
        "passages": {passage["key"] for passage in case.data["passages"]},
        "titles": {event["key"] for event in events},
        "summaries": {event["key"] for event in events},
        "claims": {claim["key"] for _, claim in case.claims()},
        "tags": {tag for event in events for tag in event["tags"]},
        "roles": {part["role"] for event in events for part in event["participations"]},
    }


def check_words_whole(case):
    """Every text has words in every language, and no words stand for nothing."""
    found, wanted = [], wanted_keys(case)
    for language, words in case.words.items():
        for section in SECTIONS:
            there = set(words[section])
            found += [f"{language}: no words for {key} of {section}" for key in sorted(wanted[section] - there)]
            found += [f"{language}: {section} has {key}, which is nothing" for key in sorted(there - wanted[section])]
            found += [f"{language}: {key} of {section} is empty" for key, text in words[section].items() if not text]
        found += [f"{language}: the case lacks {key}" for key in sorted(CASE_TEXTS - set(words["case"]))]
        found += [f"{language}: aliases of {key}, who is nobody" for key in words["aliases"]
                  if key not in wanted["actors"]]
        if words["language"] != language:
            found.append(f"{language}: says that it is {words['language']}")
    return found


def check_words_anchors(case):
    """Each passage's words stand once in our summary of that language."""
    found, sources = [], {passage["key"]: passage["source"] for passage in case.data["passages"]}
    for language, words in case.words.items():
        for key, text in words["passages"].items():
            times = case.word_summaries[language][sources[key]].count(text) if key in sources else 1
            if times != 1:
                found.append(f"{language}: the words of {key} stand {times} times in the summary")
    return found


def check_words_summaries(case):
    found = []
    for language, summaries in case.word_summaries.items():
        for key, text in summaries.items():
            bare = text.replace(NAMES_IN_QUOTES.get(language, "\0"), "")
            if len(text.split()) not in SUMMARY_WORDS:
                found.append(f"{language}: summary of {key}: {len(text.split())} words")
            if "\r" in text or text.startswith("\ufeff") or not text.endswith(".\n") or "\n\n\n" in text:
                found.append(f"{language}: summary of {key}: not plain paragraphs with LF")
            if QUOTE_MARKS.search(bare):
                found.append(f"{language}: summary of {key}: quotes")
    return found


def pairs_of_texts(case, words):
    """What stands in English, and what in the other language."""
    for passage in case.data["passages"]:
        yield passage["key"], passage["summary"], words["passages"].get(passage["key"], "")
    for source in case.data["sources"]:
        yield source["key"], source["issued"]["reason"], words["sources"].get(source["key"], "")
    for event in case.data["events"]:
        yield event["key"], event["title"], words["titles"].get(event["key"], "")
        yield event["key"], event["summary"], words["summaries"].get(event["key"], "")
    for _, claim in case.claims():
        yield claim["key"], claim["reason"], words["claims"].get(claim["key"], "")


def check_words_facts(case):
    """The same numbers in every language: days, years, counts, exhibits."""
    found = []
    for language, words in case.words.items():
        for key, english, text in pairs_of_texts(case, words):
            if Counter(NUMBER.findall(english)) != Counter(NUMBER.findall(text)):
                found.append(f"{language}: {key}: other numbers: {text}")
    return found


def check_words_names(case):
    """Whoever is called otherwise still answers to the English name."""
    found = []
    for language, words in case.words.items():
        for actor in case.data["actors"]:
            names = [words["actors"].get(actor["key"], "")] + words["aliases"].get(actor["key"], actor["aliases"])
            if actor["name"] not in names:
                found.append(f"{language}: {actor['key']} does not answer to {actor['name']}")
    return found


def check_words_titles(case):
    """No title states as a fact what is only alleged, in any language."""
    return [f"{language}: {event['key']}: alleged, but its title says flatly: {words['titles'].get(event['key'])}"
            for language, words in case.words.items() for event in case.data["events"]
            if event["assertion"] == "alleged" and not HEDGES[language].search(words["titles"].get(event["key"], ""))]


CHECKS = [check_words_whole, check_words_anchors, check_words_summaries, check_words_facts, check_words_names,
          check_words_titles]
