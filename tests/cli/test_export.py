# SPDX-License-Identifier: GPL-3.0-or-later
"""dateline export: exact sizes, text, links, filters, and the same bytes whatever the surroundings."""
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

    def test_the_same_bytes_elsewhere_and_later(self):
        elsewhere = {"TZ": "America/Los_Angeles", "LC_ALL": "C", "LANGUAGE": "de"}
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

    def test_the_case_is_left_alone(self):
        before = self.read("sample.dateline")
        self.export("a.png")
        self.assertEqual(self.read("sample.dateline"), before)


tap.main(Export)
