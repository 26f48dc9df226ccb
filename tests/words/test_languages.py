# SPDX-License-Identifier: GPL-3.0-or-later
"""What the command line writes in several languages, and that files stay the same whatever the locale."""
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "cli"))
from cli_case import CliCase, tap  # noqa: E402

LANGUAGES = ("de", "en", "fr", "ru")
PASSAGES = {"de": "Textstellen", "en": "Passages", "fr": "Passages", "ru": "Фрагменты"}
UNDATED = {"de": "Undatiert", "en": "Undated", "fr": "Sans date", "ru": "Без даты"}
DAYS = {"de": "20.\u00a0Juli 2024", "en": "20 Jul 2024", "fr": "20\u00a0juil. 2024", "ru": "20\u00a0июл. 2024\u00a0г."}
TITLES = {"de": "Kaspersky und die Politik der USA", "en": "Kaspersky and US Policy",
          "fr": "Kaspersky et la politique des États-Unis", "ru": "Касперский и политика США"}
# No locale at all, as in a bare container; another language; a decimal comma; an i without a dot.
SURROUNDINGS = (
    {"LC_ALL": "C", "LANGUAGE": ""},
    {"LC_ALL": "POSIX", "LANGUAGE": "fr"},
    {"LC_ALL": "C.UTF-8", "LANGUAGE": "ru"},
    {"LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de", "TZ": "Pacific/Kiritimati"},
    {"LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr"},
)


def texts_of(svg):
    return "\n".join(re.sub(r"<[^>]*>", "", text) for text in re.findall(r"<text.*?</text>", svg, re.S))


class Languages(CliCase):
    def sample_in(self, language):
        path = self.path(f"{language}.dateline")
        if not os.path.exists(path):
            self.ok("sample", "--lang", language, path)
        return path

    def export(self, case, *options, env=None):
        out = self.path("out.svg")
        self.ok("export", case, "-o", out, "--passages", "--sources", *options, env=env)
        return self.read("out.svg").decode()

    def test_a_picture_speaks_the_language_it_is_told(self):
        case = self.sample_in("en")
        for language in LANGUAGES:
            with self.subTest(language):
                svg = self.export(case, "--lang", language)
                words = texts_of(svg)
                for table in (PASSAGES, UNDATED, DAYS):
                    self.assertIn(table[language], words)
                    for other in set(LANGUAGES) - {language}:
                        if table[other] not in table[language] and table[other] != table[language]:
                            self.assertNotIn(f"\n{table[other]}\n", f"\n{words}\n")
                self.assertIn(f'lang="{language}"', svg)

    def test_a_picture_speaks_the_language_of_its_case(self):
        for language in LANGUAGES:
            with self.subTest(language):
                words = texts_of(self.export(self.sample_in(language)))
                self.assertIn(UNDATED[language], words)
                self.assertIn(TITLES[language], words)

    def test_a_region_of_a_language_is_that_language(self):
        case = self.sample_in("en")
        austrian = self.export(case, "--lang", "de_AT")
        self.assertIn('lang="de-AT"', austrian)
        self.assertEqual(texts_of(austrian), texts_of(self.export(case, "--lang", "de-AT")))
        self.assertIn(UNDATED["de"], texts_of(austrian))

    def test_a_picture_is_the_same_everywhere(self):
        case = self.sample_in("de")
        for options in ((), ("--lang", "ru"), ("--lang", "en", "--scale", "1.5")):
            pictures = {self.export(case, *options, env=env) for env in SURROUNDINGS}
            self.assertEqual(len(pictures), 1, options)

    def test_lists_are_the_same_everywhere(self):
        """What other programs read does not follow the locale, whatever it does to an i or a decimal point."""
        case = self.sample_in("en")
        for what in ("events", "actors", "sources", "passages", "claims", "history"):
            with self.subTest(what):
                self.assertEqual(len({self.ok("list", case, what, "--format", "json", env=env)
                                      for env in SURROUNDINGS}), 1)
        found = {self.ok("list", case, "events", "--actor", "KASPERSKY", "--text", "BIDEN", "--format", "tsv", env=env)
                 for env in SURROUNDINGS}
        self.assertEqual(len(found), 1)
        self.assertGreater(len(found.pop().splitlines()), 1)

    def test_a_language_without_words_is_refused(self):
        line = self.fails(2, "export", self.sample_in("en"), "-o", self.path("out.svg"), "--lang", "xx")
        self.assertIn("de, en, fr, ru", line)
        self.assertFalse(os.path.exists(self.path("out.svg")))
        line = self.fails(2, "sample", self.path("other.dateline"), "--lang", "../de")
        self.assertIn("de, en, fr, ru", line)
        self.assertFalse(os.path.exists(self.path("other.dateline")))

    def facts(self, case):
        """A case without its words: what must be the same in all languages."""
        events = self.list(case, "events")
        claims = self.list(case, "claims")
        return {
            "events": [{key: event.get(key) for key in ("id", "kind", "status", "assertion", "importance", "edtf",
                                                        "earliest", "latest", "main_role", "links", "undated")} |
                       {"actors": [actor["id"] for actor in event["actors"]],
                        "passages": [(use["id"], use["stance"]) for use in event["passages"]],
                        "tags": len(event["tags"])} for event in events],
            "claims": [{key: value for key, value in claim.items() if key != "reason"} for claim in claims],
            "sources": [{key: source[key] for key in ("id", "exhibit", "title", "issued", "tier", "file", "sha256")} |
                        {"texts": [text["sha256"] for text in source["texts"] if text["kind"] == "full"]}
                        for source in self.list(case, "sources")],
            "originals": [{key: value for key, value in passage.items() if key != "attributed_to"}
                          for passage in self.list(case, "passages") if passage["text"] == "full"],
            "summaries": [(passage["id"], passage["source"]) for passage in self.list(case, "passages")
                          if passage["text"] == "summary"],
            "actors": [(actor["id"], actor["kind"], actor["events"], actor.get("parent"))
                       for actor in sorted(self.list(case, "actors"), key=lambda actor: int(actor["id"]))],
            "findings": sorted((f["grade"], f["rule"], f["event"], str(f["claims"]))
                               for f in self.list(case, "findings")),
        }

    def test_the_sample_has_the_same_facts_in_all_languages(self):
        english = self.facts(self.sample_in("en"))
        for language in LANGUAGES:
            other = self.facts(self.sample_in(language))
            for key, value in english.items():
                with self.subTest(language=language, what=key):
                    self.assertEqual(other[key], value)

    def test_the_sample_has_other_words_in_each_language(self):
        titles = {language: {event["title"] for event in self.list(self.sample_in(language), "events")}
                  for language in LANGUAGES}
        for language in LANGUAGES:
            for other in set(LANGUAGES) - {language}:
                self.assertEqual(titles[language] & titles[other], set())

    def test_passages_of_a_summary_are_its_own_words(self):
        for language in LANGUAGES:
            for passage in self.list(self.sample_in(language), "passages"):
                if passage["text"] == "summary":
                    self.assertEqual(passage["end"] - passage["start"], len(passage["exact"]))

    def test_an_english_name_finds_an_actor(self):
        counts = {len(self.list(self.sample_in(language), "events", "--actor", "department of commerce"))
                  for language in LANGUAGES}
        self.assertEqual(len(counts), 1)

    def test_the_sample_follows_the_user(self):
        for number, (env, language) in enumerate((
                ({"LC_ALL": "C.UTF-8", "LANGUAGE": "fr"}, "fr"),
                ({"LC_ALL": "ru_RU.UTF-8", "LANGUAGE": ""}, "ru"),
                ({"LC_ALL": "", "LC_MESSAGES": "de_AT.UTF-8", "LANG": "ru_RU.UTF-8", "LANGUAGE": ""}, "de"),
                ({"LC_ALL": "C.UTF-8", "LANGUAGE": "ja:fr:de"}, "fr"),
                ({"LC_ALL": "C", "LANGUAGE": "fr"}, "fr"),
                ({"LC_ALL": "ja_JP.UTF-8", "LANGUAGE": ""}, "en"))):
            with self.subTest(env=env):
                self.ok("sample", self.path(f"user-{number}.dateline"), env=env)
                self.assertEqual(self.read(f"user-{number}.dateline"), self.read_sample(language))

    def read_sample(self, language):
        self.sample_in(language)
        return self.read(f"{language}.dateline")

    def test_messages_follow_the_user(self):
        case = self.sample_in("en")
        for language, words in (("de", "unbekannt; möglich sind"), ("fr", "inconnu ; choisissez"),
                                ("ru", "неизвестно; возможны")):
            result = self.run_program("export", case, "-o", self.path("o.svg"), "--theme", "pink",
                                      env={"LC_ALL": "de_DE.UTF-8", "LANGUAGE": language})
            self.assertEqual(result.returncode, 2)
            self.assertIn(words, result.stderr.replace("\u202f", " "))


tap.main(Languages)
