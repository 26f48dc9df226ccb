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
