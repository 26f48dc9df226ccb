# SPDX-License-Identifier: GPL-3.0-or-later
"""The bundled case as `dateline list` tells it: what must be in it, with which dates, and what must not."""
import re

from cli_case import CliCase, tap

KEYS = {
    "events": {"id", "title", "kind", "status", "assertion", "importance", "review", "undated", "actors", "claims",
               "passages", "tags", "links"},
    "claims": {"id", "event", "role", "edtf", "earliest", "latest", "standing", "basis"},
    "passages": {"id", "source", "file", "text", "start", "end", "exact"},
    "sources": {"id", "exhibit", "title", "issued", "tier", "file", "sha256", "texts"},
    "actors": {"id", "name", "kind", "aliases", "events"},
    "findings": {"grade", "rule", "event", "claims", "message"},
    "history": {"change", "when", "label", "rows"},
}


class Sample(CliCase):
    def setUp(self):
        super().setUp()
        self.make_sample()

    def events(self, *words):
        """Events whose title has all the words."""
        return [e for e in self.list(self.sample, "events") if all(w.lower() in e["title"].lower() for w in words)]

    def event(self, *words):
        found = self.events(*words)
        self.assertEqual(len(found), 1, f"{words}: {[e['title'] for e in found]}")
        return found[0]

    def test_every_list_has_its_keys(self):
        for what, keys in KEYS.items():
            with self.subTest(what):
                rows = self.list(self.sample, what)
                self.assertTrue(rows)
                for row in rows:
                    self.assertEqual(keys - row.keys(), set(), row)

    def test_ids_are_strings_and_unique(self):
        for what in ("events", "claims", "passages", "sources", "actors"):
            ids = [row["id"] for row in self.list(self.sample, what)]
            self.assertTrue(all(isinstance(i, str) for i in ids))
            self.assertEqual(len(ids), len(set(ids)))

    def test_issued_dates_are_supplied(self):
        issued = [s["issued"] for s in sorted(self.list(self.sample, "sources"), key=lambda s: s["exhibit"])]
        self.assertEqual([i["edtf"] for i in issued], ["2017~", "2024-06-21", "2017-12~", "2024-06-20", "2024-07"])
        self.assertEqual({i["basis"] for i in issued}, {"supplied"})

    def test_every_event_has_a_passage_and_every_claim_its_own(self):
        for event in self.list(self.sample, "events"):
            self.assertTrue(event["passages"], event["title"])
            for claim in event["claims"]:
                self.assertIn("passage", claim, event["title"])

    def test_dated_events_come_first_in_order_of_time(self):
        events = self.list(self.sample, "events")
        flags = [e["undated"] for e in events]
        self.assertEqual(flags, sorted(flags))
        starts = [e["earliest"] for e in events if not e["undated"]]
        self.assertEqual(starts, sorted(starts))

    def test_no_new_business_is_derived(self):
        event = self.event("business", "stop")
        derived = [c for c in event["claims"] if "rule" in c]
        self.assertEqual([c["edtf"] for c in derived], ["2024-07-20"])
        self.assertEqual((derived[0]["rule"]["amount"], derived[0]["rule"]["unit"]), (30, "days"))

    def test_updates_end_with_their_competing_claims(self):
        event = self.event("updates")
        values = {(c["edtf"], c["standing"]) for c in event["claims"]}
        self.assertIn(("2024-09-29", "accepted"), values)
        self.assertIn(("[2024-09-21..2024-09-30]", "competing"), values)
        self.assertIn(("2024-09-28", "competing"), values)

    def test_the_move_to_switzerland_is_over(self):
        event = self.event("switzerland")
        self.assertIn("[2020..2024]", [c["edtf"] for c in event["claims"]])
        self.assertIn("Switzerland", [a["name"] for a in event["actors"]])

    def test_what_is_alleged_stays_alleged(self):
        shelf = [e for e in self.list(self.sample, "events") if e["undated"]]
        self.assertTrue([e for e in shelf if e["assertion"] == "alleged" and "documents" in e["title"].lower()])
        self.assertTrue([e for e in shelf if e["assertion"] == "alleged" and "israeli" in e["title"].lower()])

    def test_actor_and_whoever_belongs_to_it(self):
        actors = {a["name"]: a for a in self.list(self.sample, "actors")}
        commerce = {a["name"] for a in actors.values()
                    if a["name"] == "Department of Commerce" or a.get("parent") == actors["Department of Commerce"]["id"]}
        self.assertIn("Gina Raimondo", commerce)
        events = self.list(self.sample, "events", "--actor", "Department of Commerce")
        self.assertTrue(events)
        for event in events:
            self.assertTrue(commerce & {a["name"] for a in event["actors"]}, event["title"])
        everything = self.list(self.sample, "events")
        missed = [e for e in everything if commerce & {a["name"] for a in e["actors"]} and e not in events]
        self.assertEqual(missed, [])

    def test_an_alias_names_the_actor(self):
        self.assertEqual(self.list(self.sample, "events", "--actor", "kaspersky lab"),
                         self.list(self.sample, "events", "--actor", "Kaspersky"))

    def test_dates_filter_in_both_readings(self):
        may = self.list(self.sample, "events", "--from", "2024-06-20", "--to", "2024-06-20")
        sure = self.list(self.sample, "events", "--from", "2024-06-20", "--to", "2024-06-20", "--certain")
        self.assertTrue(sure)
        self.assertLess(len(sure), len(may))
        self.assertTrue(all(e["edtf"] == "2024-06-20" for e in sure), [e["edtf"] for e in sure])
        self.assertTrue(any(e["undated"] for e in may))

    def test_text_finds_titles_and_summaries(self):
        found = self.list(self.sample, "events", "--text", "Switzerland")
        self.assertTrue(any("switzerland" in e["title"].lower() for e in found))
        self.assertLess(len(found), len(self.list(self.sample, "events")))

    def test_check_finds_the_contradiction_and_the_counting(self):
        result = self.run_program("check", self.sample)
        self.assertEqual(result.returncode, 1, result.stdout + result.stderr)
        grades = {f["grade"] for f in self.list(self.sample, "findings")}
        self.assertTrue({"contradicts", "differs"} <= grades, grades)

    def test_tables_have_the_same_header(self):
        tsv = self.ok("list", self.sample, "events", "--format", "tsv").splitlines()
        csv = self.ok("list", self.sample, "events", "--format", "csv").splitlines()
        self.assertEqual(tsv[0].split("\t"), csv[0].split(","))
        self.assertEqual(tsv[0].split("\t")[:3], ["id", "title", "summary"])
        table = self.ok("list", self.sample, "events")
        self.assertIn("29", table)
        self.assertFalse(re.search(r"[ \t]$", table, re.M), "trailing blanks")

    def test_two_samples_are_the_same_bytes(self):
        self.ok("sample", self.path("second.dateline"), env={"TZ": "Pacific/Kiritimati", "LC_ALL": "C"})
        self.assertEqual(self.read("sample.dateline"), self.read("second.dateline"))


tap.main(Sample)
