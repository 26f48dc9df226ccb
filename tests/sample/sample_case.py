# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample case in memory, with what its checks ask of it. Knows the format, judges nothing."""
import hashlib
import json
import os
import re
from pathlib import Path

WORD = re.compile(r"[a-z0-9']+")
MONTHS = ("January February March April May June July August September October November December").split()


class Case:
    """The data of data/sample, and the original articles where they are at hand."""

    def __init__(self, root):
        self.folder = Path(root) / "data" / "sample"
        self.data = json.loads((self.folder / "kaspersky.json").read_text(encoding="utf-8"))
        self.summaries = {source["key"]: (self.folder / source["summary"]).read_bytes().decode("utf-8")
                          for source in self.data["sources"]}
        self.words = {path.name.split(".")[1]: json.loads(path.read_text(encoding="utf-8"))
                      for path in sorted(self.folder.glob("kaspersky.*.json"))}
        self.word_summaries = {language: self.read_summaries(language) for language in self.words}
        self.original_bytes = read_originals(root, self.data["sources"])

    def read_summaries(self, language):
        folder = self.folder / "summaries" / language
        return {source["key"]: (folder / Path(source["summary"]).name).read_bytes().decode("utf-8")
                for source in self.data["sources"]}

    def table(self, name):
        return {row["key"]: row for row in self.data[name]}

    def claims(self):
        """Every claim with the event that it belongs to."""
        return [(event, claim) for event in self.data["events"] for claim in event["claims"]]

    def original(self, source_key):
        """The text of the original as the program normalises it, or None where it is not at hand."""
        data = self.original_bytes.get(source_key)
        return None if data is None else normalise(data)

    def span(self, passage):
        """The words of the original behind a passage, or None where it is not at hand."""
        text = self.original(passage["source"])
        return None if text is None else text[passage["original"]["start"]:passage["original"]["end"]]

    def sentences_of_ours(self):
        """Every text that we wrote, with the place where it stands."""
        yield "description", self.data["description"]
        for source in self.data["sources"]:
            yield f"source {source['key']}: reason", source["issued"]["reason"]
            yield source["summary"], self.summaries[source["key"]]
        for event in self.data["events"]:
            yield f"event {event['key']}: title", event["title"]
            yield f"event {event['key']}: summary", event["summary"]
            for claim in event["claims"]:
                yield f"claim {claim['key']}: reason", claim["reason"]

    def names(self):
        """Names and titles, which may stand as their sources have them; the longest first."""
        found = [actor["name"] for actor in self.data["actors"]]
        found += [alias for actor in self.data["actors"] for alias in actor["aliases"]]
        found += [source[key] for source in self.data["sources"] for key in ("title", "publisher") if key in source]
        return sorted(found, key=len, reverse=True)


def read_originals(root, sources):
    folder = Path(os.environ.get("DTL_SEEDS") or Path(root) / ".." / "shared" / "seeds")
    paths = {source["key"]: folder / source["original"]["file_name"] for source in sources}
    return {key: path.read_bytes() for key, path in paths.items() if path.is_file()}


def normalise(data):
    return data.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def words(text, names=()):
    """The words of a text in lower case; a name counts as one word, so that it cannot make a run by itself."""
    text = text.lower().replace("’", "'")
    for name in names:
        bare = WORD.findall(name.lower().replace("’", "'"))
        text = re.sub(r"\b" + r"[^a-z0-9']+".join(map(re.escape, bare)) + r"\b", "".join(bare), text)
    return WORD.findall(text)


def runs(found, length):
    return {tuple(found[i:i + length]) for i in range(len(found) - length + 1)}


def days_named(text):
    """Days that a text names, as (day, month) pairs, in both English orders."""
    months = "|".join(MONTHS)
    forward = re.findall(rf"\b(\d{{1,2}})(?:st|nd|rd|th)? ({months})\b", text)
    backward = re.findall(rf"\b({months}) (\d{{1,2}})(?:st|nd|rd|th)?\b", text)
    return {(int(day), month) for day, month in forward} | {(int(day), month) for month, day in backward}


def years_named(text):
    return set(re.findall(r"\b(?:19|20)\d\d\b", text))


def months_named(text):
    return set(re.findall("|".join(rf"\b{month}\b" for month in MONTHS), text))
