# SPDX-License-Identifier: GPL-3.0-or-later
"""dateline import: texts as sources, tables as events, originals recognised by their hash."""
import glob
import hashlib
import json
import os
import unittest

from cli_case import SEEDS, CliCase, tap

ARTICLE = "Port fees\r\n\r\nThe harbour board said on 3 May that it would raise the fees.\r\n"

TABLE = """id,title,start,end,actors,kind,summary,source
1,Fees announced,2021-05-03,,Harbour Board,announcement,First notice,https://example.org/notice/1
2,Works at the quay,2021-06,2021-09-30,Harbour Board; Port Union,other,,https://example.org/notice/1
3,Report promised,,,Port Union,statement,,
4,,2021-01-01,,,,,
5,Backwards,2021-09-30,2021-06,,,,
6,Bad date,2021-13,,,,,
"""


class Import(CliCase):
    def setUp(self):
        super().setUp()
        self.case = self.path("case.dateline")
        self.ok("new", self.case)

    def test_a_text_becomes_a_source(self):
        self.ok("import", self.case, self.write("fees.txt", ARTICLE), "--published", "2021-05", "--publisher", "Port News")
        (source,) = self.list(self.case, "sources")
        self.assertEqual(source["exhibit"], 1)
        self.assertEqual(source["title"], "fees")
        self.assertEqual(source["publisher"], "Port News")
        self.assertEqual(source["issued"], {"edtf": "2021-05", "basis": "supplied"})
        self.assertEqual(source["sha256"], hashlib.sha256(ARTICLE.encode()).hexdigest())
        normal = ARTICLE.replace("\r\n", "\n")
        self.assertEqual(source["texts"][0]["sha256"], hashlib.sha256(normal.encode()).hexdigest())
        self.assertEqual(source["texts"][0]["length"], len(normal))

    def test_the_same_text_twice_is_one_source(self):
        path = self.write("fees.txt", ARTICLE)
        self.ok("import", self.case, path)
        before = self.read("case.dateline")
        self.assertIn("already", self.ok("import", self.case, path))
        self.assertEqual(self.read("case.dateline"), before)

    def test_exhibits_count_on(self):
        self.ok("import", self.case, self.write("a.txt", "One.\n"), self.write("b.txt", "Two.\n"))
        self.assertEqual([s["exhibit"] for s in self.list(self.case, "sources")], [1, 2])

    def test_published_for_one_file(self):
        self.ok("import", self.case, self.write("a.txt", "One.\n"), self.write("b.txt", "Two.\n"), "--published", "b.txt=2020",
                "--published", "2019")
        self.assertEqual([s["issued"]["edtf"] for s in self.list(self.case, "sources")], ["2019", "2020"])

    def test_a_table_becomes_events(self):
        result = self.run_program("import", self.case, self.write("port.csv", TABLE))
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn("3 events", result.stdout)
        events = {e["title"]: e for e in self.list(self.case, "events")}
        self.assertEqual(set(events), {"Fees announced", "Works at the quay", "Report promised"})
        self.assertEqual(events["Fees announced"]["edtf"], "2021-05-03")
        self.assertEqual(events["Fees announced"]["kind"], "announcement")
        works = events["Works at the quay"]
        self.assertEqual([(c["role"], c["edtf"]) for c in works["claims"]], [("began", "2021-06"), ("ended", "2021-09-30")])
        self.assertEqual([a["name"] for a in works["actors"]], ["Harbour Board", "Port Union"])
        self.assertTrue(events["Report promised"]["undated"])
        for line in ("line 5: no title", "line 6: the end lies before the start", "line 7"):
            self.assertIn(line, result.stderr)
        self.assertEqual(len(result.stderr.splitlines()), 3)

    def test_every_event_of_a_table_has_its_passage(self):
        self.run_program("import", self.case, self.write("port.csv", TABLE))
        for event in self.list(self.case, "events"):
            self.assertTrue(event["passages"], event["title"])
        urls = [s.get("url") for s in self.list(self.case, "sources")]
        self.assertEqual(sorted(filter(None, urls)), ["https://example.org/notice/1"])
        self.assertEqual(len(urls), 2)

    def test_columns_by_other_names(self):
        path = self.write("other.csv", "Headline,When\nFees announced,2021-05-03\n")
        self.ok("import", self.case, path, "--map", "title=Headline", "--map", "start=When")
        self.assertEqual([e["edtf"] for e in self.list(self.case, "events")], ["2021-05-03"])

    def test_a_broken_table_changes_nothing(self):
        before = self.read("case.dateline")
        self.fails(3, "import", self.case, self.write("bad.csv", 'title,start\n"unclosed,2021\n'))
        self.assertEqual(self.read("case.dateline"), before)

    def events_of(self, table, *options, name="t.csv"):
        result = self.run_program("import", self.case, self.write(name, table), *options)
        self.assertEqual(result.returncode, 0, result.stderr)
        return self.list(self.case, "events"), result

    def test_the_same_table_twice_adds_nothing(self):
        self.events_of(TABLE)
        before = self.read("case.dateline")
        self.assertIn("already", self.ok("import", self.case, self.path("t.csv")))
        self.assertIn("already", self.ok("import", self.case, self.write("other-name.csv", TABLE)))
        self.assertEqual(self.read("case.dateline"), before)

    def test_a_table_without_rows_changes_nothing(self):
        before = self.read("case.dateline")
        for name, table in (("header.csv", "title,start\r\n"), ("lines.csv", "title\n\n\n"), ("bad.csv", "title,start\nA,soon\n")):
            with self.subTest(name):
                self.assertIn("0 events", self.ok("import", self.case, self.write(name, table)))
        self.assertEqual(self.read("case.dateline"), before)

    def test_quotes_line_ends_and_a_byte_order_mark(self):
        events, _ = self.events_of(b"\xef\xbb\xbf Title ,START\r\n\"Fees, \"\"new\"\"\r\nand old\", 2021-05-03 \r\nShort row\r\n")
        self.assertEqual([(e["title"], e.get("edtf")) for e in events], [('Fees, "new" and old', "2021-05-03"), ("Short row", None)])

    def test_a_heading_that_stands_there_twice(self):
        line = self.fails(3, "import", self.case, self.write("t.csv", "title,start,Start\nA,2020,2021\n"))
        self.assertIn("twice", line)

    def test_columns_that_are_not_used_are_told(self):
        events, result = self.events_of("title,date\nA,2020\n")
        self.assertTrue(events[0]["undated"])
        self.assertIn("columns not used: date", result.stderr)

    RULES = ("id,title,start,kind,anchor,amount,unit,counting,calendar,closed,month_end,comparator,limit\n"
             "a3,Updates end,2024-09-29,effective date,a1,100,days,,,,,,first_in_force\n"
             "a2,New business ends,,effective date,a1,30,days,,,,,,\n"
             "a1,Sales stop,2024-06-20,announcement,,,,,,,,,\n"
             "a4,Answer due,,deadline,a1:announced,10,business days,,us_federal,,,at most,last_allowed\n"
             "a5,Office answer,,deadline,a1,2,business day,,Office,2024-06-21; 2024-06-24,,,\n"
             "a6,Office again,,deadline,a5,1,business_days,,Office,,,,\n"
             "a7,A month in,,deadline,a1,1,month,counted,,,overflow,,\n")
    DATES = {"Sales stop": ["2024-06-20"], "New business ends": ["2024-07-20"], "Updates end": ["2024-09-29", "2024-09-28"],
             "Answer due": ["[2024-06-20..2024-07-05]"], "Office answer": ["2024-06-26"], "Office again": ["2024-06-27"],
             "A month in": ["2024-07-19"]}

    def make(self, name, text):
        self.ok("import", self.case, self.write(name, text))

    def dates(self, case):
        return {e["title"]: [c.get("edtf") for c in e["claims"]]
                for e in json.loads(self.ok("list", case, "--format", "json"))}

    def test_dates_that_are_counted_from_other_rows(self):
        self.make("t.csv", self.RULES)
        self.assertEqual(self.dates(self.case), self.DATES)
        claims = {c["edtf"]: c for c in json.loads(self.ok("list", self.case, "claims", "--format", "json"))}
        due = claims["[2024-06-20..2024-07-05]"]
        self.assertEqual({k: v for k, v in due["rule"].items() if k != "anchor"},
                         {"comparator": "at_most", "amount": 10, "unit": "business_days", "counting": "anchor_not_counted",
                          "calendar": "us_federal"})
        self.assertEqual((due["limit"], due["basis"]), ("last_allowed", "derived"))
        self.assertEqual(due["rule"]["anchor"], claims["2024-06-20"]["id"])
        self.assertEqual(claims["2024-06-26"]["rule"]["closed"], ["2024-06-21", "2024-06-24"])
        self.assertEqual(claims["2024-07-19"]["rule"]["month_end"], "overflow")
        self.assertEqual([claims[d]["standing"] for d in ("2024-09-29", "2024-09-28")], ["accepted", "competing"])
        graded = [line.split("\t") for line in self.ok("check", self.case).splitlines() if "derived" in line]
        self.assertEqual([cells[:3] for cells in graded], [["differs", "derived_differs", "Updates end"]])
        self.assertEqual(len(json.loads(self.ok("list", self.case, "history", "--format", "json"))), 1)

    def test_a_list_of_events_goes_round(self):
        self.make("t.csv", self.RULES)
        listed = self.write("events.json", self.ok("list", self.case, "--format", "json"))
        other = self.path("other.dateline")
        self.ok("new", other)
        self.assertEqual(self.ok("import", other, listed), "events.json: 7 events added\n")
        self.assertEqual(self.dates(other), self.DATES)

        def told(case):
            return [{k: v for k, v in c.items() if k not in ("id", "event", "passage", "rule")}
                    | {k: v for k, v in c.get("rule", {}).items() if k != "anchor"}
                    for c in json.loads(self.ok("list", case, "claims", "--format", "json"))]

        self.assertEqual(told(other), told(self.case))
        self.assertIn("imported already", self.ok("import", other, listed))
        known = self.run_program("import", self.case, listed)
        self.assertEqual((known.returncode, known.stdout), (0, "events.json: 0 events added\n"))
        self.assertEqual(known.stderr.count("is in the case already"), 7)

    def test_a_part_of_a_list_keeps_its_dates(self):
        self.make("t.csv", self.RULES)
        events = [e for e in json.loads(self.ok("list", self.case, "--format", "json")) if e["title"] == "Office again"]
        other = self.path("other.dateline")
        self.ok("new", other)
        self.ok("import", other, self.write("part.json", json.dumps(events)))
        claim, = json.loads(self.ok("list", other, "claims", "--format", "json"))
        self.assertEqual((claim["edtf"], claim["basis"], "rule" in claim), ("2024-06-27", "supplied", False))

    def test_rules_that_cannot_be_taken(self):
        head = "id,title,start,anchor,amount,unit,calendar,closed\n"
        rows = {"a1,Begin,2024-06-20,,,,,\na2,Nowhere,,zz,1,days,,": "line 3: a date is counted from “zz”",
                "a1,One,,a2,1,days,,\na2,Two,,a1,1,days,,": "in a circle: “One” (occurred) → “Two” (occurred) → “One”",
                "a1,One,,a1,1,days,,": "in a circle: “One” (occurred) → “One” (occurred)",
                "a1,Begin,2024-06-20,,,,,\na2,Lost,,zz,1,days,,\na3,Hangs,,a2,1,days,,": "line 4: a date is counted from one of line 3",
                "a1,Begin,2024-06-20,,,,,\na2,Odd,,a1,1,fortnights,,": "line 3: “unit”: “fortnights”",
                "a1,Begin,2024-06-20,,,,,\na2,Odd,,a1,many,days,,": "line 3: “amount”: “many”",
                "a1,Begin,2024-06-20,,,,,\na2,Odd,,,3,days,,": "line 3: no anchor",
                "a1,Begin,2024-06-20,,,,,\na2,Odd,,a1,3,days,Office,2024-01-01": "line 3: a calendar is for business days",
                "a1,Begin,2024-06-20,,,,,\na2,Odd,,a1,3,business_days,Office,2024-13-01": "line 3: “closed”: “2024-13-01”",
                "a1,Begin,2024-06-20,,,,,\na2,Odd,,a1,3,business_days,Office,": "line 3: the case has no calendar “Office”",
                "a1,Begin,2024-06-20,,,,,\na2,Odd,,a1,3,business_days,target,2024-01-01": "line 3: “target” is a word"}
        for number, (lines, told) in enumerate(rows.items()):
            with self.subTest(told):
                case = self.path(f"{number}.dateline")
                self.ok("new", case)
                result = self.run_program("import", case, self.write(f"{number}.csv", head + lines + "\n"))
                self.assertEqual(result.returncode, 0, result.stderr)
                self.assertIn(f"{number}.csv: ", result.stderr)
                self.assertIn(told, result.stderr)

    def test_a_list_that_is_none(self):
        for text, told in (("[", "not JSON"), ("{}", "not a list of events"), ("[1,\n 2,]", "not JSON"),
                           ("[" * 200, "line 1 of the JSON: nested")):
            with self.subTest(text[:9]):
                self.assertIn(told, self.fails(3, "import", self.case, self.write("bad.json", text)))
        bad = self.write("odd.json", '[\n{"title": "One", "edtf": "2024"},\n3,\n{"edtf": "2024"},\n'
                                     '{"title": "Two",\n "claims": [{"edtf": "June"}]},\n{"title": 3, "claims": {}}]')
        result = self.run_program("import", self.case, bad)
        self.assertEqual(result.stdout, "odd.json: 1 event added\n")
        for told in ("line 3: not an object", "line 4: no title", "line 5: “June”: ", "line 7: “claims” is of the wrong type"):
            self.assertIn(told, result.stderr)

    def test_tabs_whatever_the_ending_is_called(self):
        for number, name in enumerate(("a.tsv", "b.TSV", "c.tab")):
            self.ok("import", self.case, self.write(name, f"title\tstart\nA, {name}\t202{number}\n"))
        self.ok("import", self.case, self.write("d.txt", "title\tstart\nD\t2024\n"), "--format", "tsv")
        self.ok("import", self.case, self.write("e.tsv", "title,start\nE,2025\n"), "--format", "csv")
        self.assertEqual([(e["title"], e["edtf"]) for e in self.list(self.case, "events")],
                         [("A, a.tsv", "2020"), ("A, b.TSV", "2021"), ("A, c.tab", "2022"), ("D", "2024"), ("E", "2025")])

    def test_actors_are_the_same_in_any_letters(self):
        events, _ = self.events_of("title,actors\nA,Élan; ELAN ; E\u0301lan;\nB,élan;Port Union\n")
        self.assertEqual(sorted(a["name"] for a in self.list(self.case, "actors")), ["ELAN", "Port Union", "Élan"])
        self.assertEqual({e["title"]: [a["name"] for a in e["actors"]] for e in events},
                         {"A": ["Élan", "ELAN"], "B": ["Élan", "Port Union"]})

    def test_an_actor_of_the_case_is_found_by_alias(self):
        self.make_sample()
        before = {a["name"] for a in self.list(self.sample, "actors")}
        self.ok("import", self.sample, self.write("t.csv", "title,actors\nOne more act,kaspersky LAB\n"))
        self.assertEqual({a["name"] for a in self.list(self.sample, "actors")}, before)

    def test_kinds_in_any_letters_and_own_ones(self):
        events, _ = self.events_of("title,kind\nA,Announcement\nB,Effective date\nC,effective\nD,Merger\nE,merger\nF, \nG,Strike\n")
        self.assertEqual({e["title"]: e["kind"] for e in events},
                         {"A": "announcement", "B": "effective_date", "C": "effective_date", "D": "Merger", "E": "Merger",
                          "F": "other", "G": "Strike"})
        events, _ = self.events_of("title,kind\nH,STRIKE\nI,Merger\nJ,Audit\nK,merger\n", name="u.csv")
        self.assertEqual({e["title"]: e["kind"] for e in events if e["title"] > "G"},
                         {"H": "Strike", "I": "Merger", "J": "Audit", "K": "Merger"})

    def test_dates_of_all_sorts(self):
        events, _ = self.events_of("title,start,end\nA,-0043-03-15,\nB,2017,\nC,,2020\nD,2018/2020,\nE,[2020..2024],\nF,2018,..\nG,Y-17E7,\n")
        dates = {e["title"]: [(c["role"], c["edtf"]) for c in e["claims"]] for e in events}
        self.assertEqual(dates["A"], [("occurred", "-0043-03-15")])
        self.assertEqual(dates["B"], [("occurred", "2017")])
        self.assertEqual(dates["C"], [("ended", "2020")])
        self.assertEqual(dates["E"], [("occurred", "[2020..2024]")])
        self.assertTrue(next(e for e in events if e["title"] == "C")["undated"])
        self.ok("export", self.case, "-o", self.path("a.svg"))

    def test_what_was_said_of_the_table_is_not_said_of_other_sources(self):
        self.events_of("title,source\nA,\nB,https://example.org/1\n", "--published", "2021", "--publisher", "Port News")
        issued = {s["title"]: (s.get("issued"), s.get("publisher")) for s in self.list(self.case, "sources")}
        self.assertEqual(issued, {"t.csv": ({"edtf": "2021", "basis": "supplied"}, "Port News"),
                                  "https://example.org/1": (None, None)})

    def test_a_date_for_a_file_that_is_not_there(self):
        before = self.read("case.dateline")
        a, b = self.write("a.txt", "One.\n"), self.write("b.txt", "Two.\n")
        self.assertIn("c.txt", self.fails(2, "import", self.case, a, b, "--published", "c.txt=2020"))
        self.assertIn("soon", self.fails(2, "import", self.case, a, b, "--published", "b.txt=soon"))
        self.assertIn("b.xyz", self.fails(2, "import", self.case, a, self.write("b.xyz", "Two.\n")))
        self.assertEqual(self.read("case.dateline"), before)

    def test_fields_that_there_are_not(self):
        path = self.write("t.csv", "title,start\nA,2020\n")
        self.assertIn("titel", self.fails(2, "import", self.case, path, "--map", "titel=title"))
        self.assertIn("Headline", self.fails(2, "import", self.case, path, "--map", "title=Headline"))
        self.assertIn("title=", self.fails(2, "import", self.case, path, "--map", "title="))

    def test_names_that_are_not_utf8(self):
        name = os.fsdecode(b"n\xff.txt")
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write("One.\n")
        self.ok("import", self.case, self.path(name))
        (source,) = self.list(self.case, "sources")
        self.assertTrue(source["title"].startswith("n"))
        self.assertIn("n", self.list(self.case, "history")[0]["label"])

    def test_what_is_no_ordinary_file(self):
        os.mkfifo(self.path("pipe.txt"))
        os.symlink("/dev/zero", self.path("zero.txt"))
        for name in ("pipe.txt", "zero.txt"):
            self.assertIn("ordinary", self.fails(3, "import", self.case, self.path(name)))

    def test_too_large(self):
        with open(self.path("large.txt"), "wb") as file:
            file.truncate(64 * 1024 * 1024 + 1)
        self.assertIn("64 MiB", self.fails(3, "import", self.case, self.path("large.txt")))

    def test_labels_have_no_locale(self):
        self.ok("import", self.case, self.write("a.txt", "One.\n"), env={"LANGUAGE": "de", "LC_ALL": "de_DE.UTF-8"})
        self.assertEqual(self.list(self.case, "history")[0]["label"], "Import a.txt")

    def test_one_import_is_one_change(self):
        self.run_program("import", self.case, self.write("port.csv", TABLE))
        history = self.list(self.case, "history")
        self.assertEqual(sum("port.csv" in change["label"] for change in history), 1)

    def test_nothing_is_left_beside_the_case(self):
        self.ok("import", self.case, self.write("fees.txt", ARTICLE))
        self.assertEqual(sorted(os.listdir(self.folder)), ["case.dateline", "fees.txt", "state"])
        self.assertEqual([f for f in os.listdir(self.path("state/dateline/working"))], [])


class Originals(CliCase):
    def test_the_five_articles_light_up_the_passages(self):
        articles = sorted(glob.glob(os.path.join(SEEDS, "*.txt")))
        if len(articles) != 5:
            raise unittest.SkipTest("the original articles are not at hand")
        self.make_sample()
        out = self.ok("import", self.sample, *articles)
        self.assertEqual(out.count("recognised"), 5, out)
        passages = self.list(self.sample, "passages")
        texts = {os.path.basename(p): open(p, encoding="utf-8-sig", newline="").read().replace("\r\n", "\n") for p in articles}
        for passage in passages:
            self.assertEqual(passage["text"], "full", passage)
            words = texts[passage["file"]][passage["start"]:passage["end"]]
            self.assertEqual(passage["exact"], words)
            self.assertGreater(len(words.split()), 2)
        self.assertEqual(len(self.list(self.sample, "sources")), 5)


tap.main(Import, Originals)
