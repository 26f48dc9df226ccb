# SPDX-License-Identifier: GPL-3.0-or-later
"""dateline export: exact sizes, text, links, filters, and the same bytes whatever the surroundings."""
import os
import shutil
import struct
import subprocess
import unittest
import xml.etree.ElementTree as ElementTree

from cli_case import CliCase, tap

SVG = "{http://www.w3.org/2000/svg}"


def tool(name, *args):
    """What a tool prints; the test is skipped where the tool is missing."""
    if shutil.which(name) is None:
        raise unittest.SkipTest(f"{name} is not installed")
    return subprocess.run([name, *args], capture_output=True, text=True, check=True).stdout


class Export(CliCase):
    def setUp(self):
        super().setUp()
        self.make_sample()

    def export(self, name, *options, **kwargs):
        self.ok("export", self.sample, "-o", self.path(name), *options, **kwargs)
        return self.path(name)

    def png_size(self, path):
        with open(path, "rb") as file:
            head = file.read(24)
        self.assertEqual(head[:8], b"\x89PNG\r\n\x1a\n")
        return struct.unpack(">II", head[16:24])

    def test_png_has_the_exact_size(self):
        for options, size in ((("--size", "1600x900"), (1600, 900)), (("--size", "640x480", "--scale", "2"), (1280, 960)),
                              (("--size", "A4"), (1123, 794)), (("--size", "16:9"), (1600, 900))):
            with self.subTest(options):
                self.assertEqual(self.png_size(self.export("a.png", *options)), size)

    def test_pdf_has_text_links_and_a_title(self):
        path = self.export("a.pdf", "--passages", "--sources")
        text = tool("pdftotext", "-layout", path, "-")
        for words in ("Kaspersky and US Policy", "Department of Commerce", "Our summary", "ITPro", "2024"):
            self.assertIn(words, text)
        self.assertIn("https://www.theregister.com/", tool("pdfinfo", "-url", path))
        self.assertIn("Kaspersky and US Policy", tool("pdfinfo", path))
        tool("qpdf", "--check", path)

    def test_what_is_empty_is_folded_if_asked_for(self):
        plain, folded = self.export("a.svg"), self.export("b.svg", "--fold")
        roots = [ElementTree.parse(path).getroot() for path in (plain, folded)]
        titles = [[t.text for t in root.iter(SVG + "title")] for root in roots]
        events = [{g.get("id") for g in root.iter(SVG + "g") if g.get("id")} for root in roots]
        words = [t for t in titles[1] if t.startswith("Nothing starts or ends for ")]
        self.assertEqual(len(words), 1)
        self.assertFalse(set(words) & set(titles[0]))
        self.assertEqual(*events)
        german = ElementTree.parse(self.export("c.svg", "--fold", "--lang", "de")).getroot()
        self.assertTrue([t for t in german.iter(SVG + "title") if "lang beginnt und endet nichts" in t.text])
        self.assertNotEqual(self.png_bytes(), self.png_bytes("--fold"))

    def png_bytes(self, *options):
        with open(self.export("x.png", *options), "rb") as file:
            return file.read()

    def test_a_computed_date_prints_its_counting(self):
        root = ElementTree.parse(self.export("a.svg", "--passages")).getroot()
        words = " ".join("".join(t.itertext()) for t in root.iter(SVG + "text"))
        self.assertIn("30 days after 20 June 2024, that day not counted: 20 July 2024", words)
        self.assertIn("Computed, not the words of a source", words)

    def test_marks_lead_to_their_numbered_passages(self):
        path = self.export("a.pdf", "--passages")
        if shutil.which("qpdf") is None:
            raise unittest.SkipTest("qpdf is not installed")
        subprocess.run(["qpdf", "--qdf", "--object-streams=disable", path, self.path("q.pdf")], check=True)
        self.assertIn(b"passage-1", self.read("q.pdf"))

    def test_svg_is_well_formed_and_has_text(self):
        path = self.export("a.svg", "--passages", "--sources")
        tool("xmllint", "--noout", "--nonet", path)
        root = ElementTree.parse(path).getroot()
        words = " ".join("".join(t.itertext()) for t in root.iter(SVG + "text"))
        self.assertIn("Kaspersky and US Policy", words)
        self.assertEqual([e.tag for e in root.iter(SVG + "script")], [])
        self.assertNotIn(b"<image", self.read("a.svg"))
        ids = [e.get("id") for e in root.iter() if e.get("id")]
        self.assertEqual(len(ids), len(set(ids)))

    def test_a_filter_leaves_out_and_the_stamp_says_so(self):
        whole = self.read_text(self.export("whole.svg"))
        some = self.read_text(self.export("some.svg", "--actor", "Best Buy"))
        self.assertIn("Shaheen", whole)
        self.assertNotIn("Raimondo", some)
        self.assertIn("Best Buy", some)
        self.assertIn("Filter: ", some)
        self.assertIn("hidden", some)
        self.assertIn("21 November 2026", whole)

    def read_text(self, path):
        root = ElementTree.parse(path).getroot()
        return "\n".join("".join(t.itertext()) for t in root.iter(SVG + "text"))

    def test_the_stamp_takes_another_day(self):
        self.assertIn("3 May 2021", self.read_text(self.export("a.svg", "--dated", "2021-05-03")))

    def test_stamps_and_titles(self):
        neutral = self.read_text(self.export("a.svg", "--stamp", "neutral", "--title", "Sales ban", "--actor", "Best Buy"))
        self.assertIn("Sales ban", neutral)
        self.assertIn("A choice of events", neutral)
        for secret in ("Kaspersky and US Policy", "Case ", "Filter", "hidden"):
            self.assertNotIn(secret, neutral)
        self.assertIn("Case “Kaspersky and US Policy”, ", self.read_text(self.export("b.svg", "--stamp", "full", "--title", "")))
        self.assertEqual(self.read(self.export("c.svg", "--stamp", "none")), self.read(self.export("d.svg", "--no-stamp")))
        self.fails(2, "export", self.sample, "-o", "a.svg", "--stamp", "loud")
        self.fails(2, "export", self.sample, "-o", "a.svg", "--stamp", "full", "--no-stamp")

    def test_the_same_bytes_elsewhere_and_later(self):
        # The last lets a build with AddressSanitizer run below faketime.
        elsewhere = {"TZ": "America/Los_Angeles", "LC_ALL": "C", "LANGUAGE": "de",
                     "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0"}
        wrapper = ("faketime", "2031-02-03 04:05:06") if shutil.which("faketime") else ()
        for name in ("a.png", "a.pdf", "a.svg"):
            with self.subTest(name):
                self.export(name, "--passages", "--sources")
                self.export("second" + name, "--passages", "--sources", env=elsewhere, wrapper=wrapper)
                self.assertEqual(self.read(name), self.read("second" + name))

    def test_themes_and_groups_differ(self):
        pictures = [self.read(self.export(f"{n}.svg", *o)) for n, o in enumerate(
            (("--theme", "light"), ("--theme", "dark"), ("--theme", "print"), ("--group", "kind"), ("--group", "source"),
             ("--group", "none")))]
        self.assertEqual(len(set(pictures)), len(pictures))

    def test_a_span_leaves_the_rest_out(self):
        text = self.read_text(self.export("a.svg", "--span", "2024-06/2024-10"))
        self.assertNotIn("Best Buy drops", text)
        self.assertIn("Jul", text)

    def draw(self, case, *options, name="a.svg"):
        self.ok("export", case, "-o", self.path(name), *options)
        return self.read_text(self.path(name)) if name.endswith(".svg") else self.read(name)

    def case_of(self, table, name="other.dateline"):
        case = self.path(name)
        self.ok("new", case, "--title", "Other")
        if table:
            self.ok("import", case, self.write("table.csv", table))
        return case

    def test_nothing_dated_has_no_time(self):
        empty = self.case_of("")
        undated = self.case_of("title,end\nAlways,\nEnded,2020\n", "undated.dateline")
        for name in ("a.png", "a.pdf"):
            self.draw(empty, name=name)
            self.draw(undated, name=name)
        for case, options in ((empty, ()), (undated, ()), (self.sample, ("--actor", "Best Buy", "--to", "1901"))):
            words = self.draw(case, *options)
            self.assertNotIn("1970", words)
            self.assertNotIn("1969", words)
            self.assertIn("event", words)
        self.assertIn("Always", self.draw(undated))

    def test_a_span_without_events_and_without_end(self):
        for span in ("1900/1901", "2018-01-01", "Y-17E7/Y17E7", "-0500/-0400"):
            self.draw(self.sample, "--span=" + span)
        for span in ("2018/..", "2018/", "../2018"):
            self.assertIn("beginning", self.fails(2, "export", self.sample, "-o", "a.svg", "--span", span))
        self.fails(2, "export", self.sample, "-o", "a.svg", "--span", "2018", "--whole")

    def test_far_dates(self):
        case = self.case_of("title,start,end\nBig bang,Y-138E8,\nFar,Y-170000002,Y17E7\nOpen,2018,..\nBefore,../1066,\nCaesar,-0043-03-15,\n")
        for name in ("a.svg", "a.png", "a.pdf"):
            self.draw(case, name=name)

    def test_more_than_can_be_drawn_is_cut_and_counted(self):
        case = self.case_of("title,start,actors\n" + "".join(f"Act {i},20{i % 25:02},Agency {i}\n" for i in range(900)))
        self.draw(case, name="a.png")
        self.assertEqual(self.png_size(self.path("a.png"))[0], 1600)
        self.assertLessEqual(self.png_size(self.path("a.png"))[1], 32767)
        self.draw(case, "--scale", "2", name="b.png")
        self.assertLessEqual(self.png_size(self.path("b.png"))[1], 32767)
        self.draw(case)

    def test_sizes_that_cannot_be_are_usage(self):
        for options in (("--size", "20x20"), ("--size", "200x200"), ("--size", "3000x2000", "--scale", "16"), ("--scale", "nan"),
                        ("--size", "1600x"), ("--size", "-1x300")):
            with self.subTest(options):
                self.fails(2, "export", self.sample, "-o", "a.png", *options)
        self.assertFalse(os.path.exists(self.path("a.png")))

    def test_links_and_modes_of_the_picture_stay(self):
        real = self.write("real.svg", "older")
        os.chmod(real, 0o600)
        os.symlink("real.svg", self.path("link.svg"))
        self.draw(self.sample, name="link.svg")
        self.assertTrue(os.path.islink(self.path("link.svg")))
        self.assertEqual(os.stat(real).st_mode & 0o777, 0o600)
        self.assertIn(b"<svg", self.read("real.svg"))

    def test_what_is_no_file_is_not_replaced(self):
        os.mkfifo(self.path("pipe.svg"))
        os.symlink("/dev/null", self.path("null.svg"))
        os.mkdir(self.path("folder.svg"))
        for name in ("pipe.svg", "null.svg", "folder.svg", "no/such/folder.svg"):
            with self.subTest(name):
                self.assertIn(name, self.fails(3, "export", self.sample, "-o", name))
        self.assertTrue(os.path.islink(self.path("null.svg")))

    def test_days_of_the_stamp(self):
        for dated, shown, in_pdf in (("2017", "2017", None), ("2021-05-03", "3 May 2021", "2021"), ("2021-05", "May 2021", None)):
            self.assertIn(shown, self.draw(self.sample, "--dated", dated))
            info = tool("pdfinfo", "-isodates", self.export("a.pdf", "--dated", dated))
            if in_pdf is None:
                self.assertNotIn("2017-01-01", info)
            else:
                self.assertIn("2021-05-03", info)
        for dated in ("../2017", "2017/..", "soon"):
            self.fails(2, "export", self.sample, "-o", "a.svg", "--dated", dated)

    def test_a_line_of_a_table_is_no_quotation(self):
        words = self.draw(self.case_of("title,start\nFees announced,2021-05-03\n"), "--passages", "--sources")
        self.assertIn("line 2 of table.csv", words)
        self.assertNotIn("“line 2", words)

    def test_the_only_actor_is_named_as_the_filter(self):
        case = self.case_of("title,actors\nA,Port Union\nB,\n")
        words = self.draw(case, "--actor", "Port Union")
        self.assertRegex(words, "Filter: .*actor")
        self.assertIn("1 of 2 events hidden", words)

    def test_the_case_is_left_alone(self):
        before = self.read("sample.dateline")
        self.export("a.png")
        self.assertEqual(self.read("sample.dateline"), before)


tap.main(Export)
