# SPDX-License-Identifier: GPL-3.0-or-later
"""What an installation leaves, and that the program runs from there.

Usage: test_install.py BUILD PREFIX ID
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

BUILD, PREFIX, ID = sys.argv[1:4]
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "app"))
os.environ["DATELINE"] = os.path.join(PREFIX, "bin", "dateline")
import app_case  # noqa: E402

# Everything that is installed has a line here, as a pattern below the prefix, and every line has a file.
WANTED = [
    r"bin/dateline",
    rf"share/applications/{ID}\.desktop",
    r"share/bash-completion/completions/dateline",
    rf"share/dbus-1/services/{ID}\.service",
    r"share/doc/dateline/.+",
    rf"share/glib-2\.0/schemas/{ID}\.gschema\.xml",
    rf"share/icons/hicolor/scalable/apps/{ID}\.svg",
    rf"share/icons/hicolor/scalable/mimetypes/{ID}\.case\.svg",
    rf"share/icons/hicolor/symbolic/apps/{ID}-symbolic\.svg",
    rf"share/icons/hicolor/symbolic/mimetypes/{ID}\.case-symbolic\.svg",
    r"share/locale/de/LC_MESSAGES/dateline\.mo",
    r"share/locale/fr/LC_MESSAGES/dateline\.mo",
    r"share/locale/ru/LC_MESSAGES/dateline\.mo",
    r"share/man/man1/dateline\.1",
    rf"share/metainfo/{ID}\.metainfo\.xml",
    rf"share/mime/packages/{ID}\.xml",
    r"share/zsh/site-functions/_dateline",
]


def install(**environment):
    subprocess.run(["meson", "install", "-C", BUILD, "--no-rebuild", "--quiet"], check=True, capture_output=True,
                   env={**os.environ, **environment})


def files_below(folder):
    return sorted(str(path.relative_to(folder)) for path in Path(folder).rglob("*") if not path.is_dir())


class Files(unittest.TestCase):
    def test_all_files_and_no_other(self):
        with tempfile.TemporaryDirectory() as root:
            install(DESTDIR=root)
            found = files_below(root + PREFIX)
            self.assertEqual(files_below(root), sorted(os.path.join(PREFIX, name)[1:] for name in found))
            self.assertEqual([name for name in found if not any(re.fullmatch(w, name) for w in WANTED)], [])
            self.assertEqual([w for w in WANTED if not any(re.fullmatch(w, name) for name in found)], [])


@unittest.skipUnless(Path(BUILD) in Path(PREFIX).parents, "the prefix lies outside of the build folder")
class Installed(app_case.AppCase):
    @classmethod
    def setUpClass(cls):
        shutil.rmtree(PREFIX, ignore_errors=True)
        install()

    def setUp(self):
        super().setUp()
        # As of a person who knows nothing of the build folder.
        self.environment = {name: value for name, value in self.environment.items() if not name.startswith("G_TEST")}

    def run_installed(self, *words, **environment):
        return subprocess.run([app_case.PROGRAM, *words], check=True, capture_output=True, text=True,
                              cwd=self.folder, env={**self.environment, **environment}).stdout

    def test_command_line(self):
        self.assertRegex(self.run_installed("--version"), r"^dateline \d+\.\d+")
        self.run_installed("sample", "s.dateline")
        self.assertGreater(len(self.run_installed("list", "s.dateline").splitlines()), 20)
        for name in ("s.png", "s.pdf", "s.svg"):
            self.run_installed("export", "s.dateline", "-o", name)
            self.assertGreater(os.path.getsize(os.path.join(self.folder, name)), 1000)

    def test_other_languages(self):
        # Newer C libraries look at LANGUAGE only in a locale that has one.
        helps = [self.run_installed("--help", LC_ALL="de_DE.UTF-8", LANGUAGE=language) for language in ("en", "de", "fr", "ru")]
        self.assertEqual(len(set(helps)), len(helps))

    def test_window(self):
        self.open_sample()
        self.see("label", "Kaspersky and US Policy")

    def test_type_of_a_case(self):
        """By its name, and where it has none by its first bytes."""
        if shutil.which("gio") is None or not os.path.exists("/usr/share/mime/mime.cache"):
            self.skipTest("no gio, or no types of the system")
        nameless = os.path.join(self.folder, "nameless")
        shutil.copy(self.sample, nameless)
        places = os.pathsep.join([os.path.join(PREFIX, "share"), "/usr/share"])
        for path in (self.sample, nameless):
            with self.subTest(path):
                told = subprocess.run(["gio", "info", "-a", "standard::content-type", path], check=True, capture_output=True,
                                      text=True, env={**self.environment, "XDG_DATA_DIRS": places}).stdout
                self.assertIn("standard::content-type: application/vnd.dateline+sqlite3\n", told)

    def test_caches_of_the_desktop(self):
        for name in ("glib-2.0/schemas/gschemas.compiled", "mime/magic", "applications/mimeinfo.cache"):
            self.assertTrue(os.path.exists(os.path.join(PREFIX, "share", name)), name)


app_case.tap.main(Files, Installed)
