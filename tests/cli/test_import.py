# SPDX-License-Identifier: GPL-3.0-or-later
"""dateline import: texts as sources, tables as events, originals recognised by their hash."""
import glob
import hashlib
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
