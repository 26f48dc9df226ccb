#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A case as it was known on a day: lists and pictures have what had been published by then, and nothing later."""
from cli_case import CliCase, tap

# Before the first source came out, between the sources, and after the last.
COUNTS = {"2016-12-31": 0, "2018": 11, "2024-06-19": 11, "2024-06-20": 22, "2024-06-21": 25,
          "2024-07-30": 25, "2024-07-31": 28, "2025": 28}


class AsKnownOn(CliCase):
    def setUp(self):
        super().setUp()
        self.make_sample()

    def known(self, what, day, *more):
        return self.list(self.sample, what, "--as-known-on", day, *more)

    def exhibits(self, day, *more):
        return sorted(source["exhibit"] for source in self.known("sources", day, *more))

    def test_events_appear_as_sources_do(self):
        for day, count in COUNTS.items():
            self.assertEqual(len(self.known("events", day)), count, day)

    def test_sources_by_both_readings(self):
        for day, surely, maybe in (("2016", [], []), ("2017-06", [], [1]), ("2017-12-31", [1, 3], [1, 3]),
                                   ("2024-06-20", [1, 3, 4], [1, 3, 4]), ("2024-07-01", [1, 2, 3, 4], [1, 2, 3, 4, 5]),
                                   ("2024-07-31", [1, 2, 3, 4, 5], [1, 2, 3, 4, 5])):
            self.assertEqual(self.exhibits(day), surely, day)
            self.assertEqual(self.exhibits(day, "--may-be-known"), maybe, day)

    def test_nothing_rests_on_a_later_source(self):
        later = {source["id"] for source in self.list(self.sample, "sources") if source["exhibit"] in (2, 5)}
        places = {passage["id"]: passage["source"] for passage in self.list(self.sample, "passages")}
        passages = self.known("passages", "2024-06-20")
        self.assertTrue(passages)
        self.assertFalse([p for p in passages if p["source"] in later])
        for event in self.known("events", "2024-06-20"):
            self.assertFalse([p for p in event["passages"] if p["source"] in later], event["title"])
            for claim in event["claims"]:
                self.assertNotIn(places.get(claim.get("passage")), later, event["title"])

    def test_whoever_is_named_later_is_not_listed(self):
        everybody = {actor["name"] for actor in self.list(self.sample, "actors")}
        then = {actor["name"] for actor in self.known("actors", "2017-12-31")}
        self.assertTrue(then < everybody)
        self.assertIn("Kaspersky", then)
        self.assertNotIn("Gina Raimondo", then)

    def test_findings_are_of_that_day(self):
        self.assertFalse([f for f in self.known("findings", "2018") if f["grade"] == "contradicts"])
        self.assertTrue([f for f in self.known("findings", "2025") if f["grade"] == "contradicts"])

    def test_goes_with_the_other_filters(self):
        both = self.known("events", "2024-06-19", "--actor", "Kaspersky", "--to", "2017")
        alone = self.list(self.sample, "events", "--actor", "Kaspersky", "--to", "2024")
        self.assertTrue(0 < len(both) < len(alone))

    def test_a_picture_says_so_and_has_no_later_word(self):
        picture = self.path("known.svg")
        self.ok("export", self.sample, "-o", picture, "--as-known-on", "2018", "--passages", "--sources")
        text = self.read("known.svg").decode()
        self.assertIn("as known on 2018", text)
        self.assertNotIn("Raimondo", text)
        self.assertNotIn("InfotechLead", text)
        self.ok("export", self.sample, "-o", picture, "--as-known-on", "2018", "--lang", "de")
        self.assertIn("wie bekannt am 2018", self.read("known.svg").decode())

    def test_refuses_what_is_no_day(self):
        for words in (["--as-known-on", "2024-06/.."], ["--as-known-on", "soon"], ["--may-be-known"]):
            self.assertIn("known", self.fails(2, "list", self.sample, *words))


tap.main(AsKnownOn)
