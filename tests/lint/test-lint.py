# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows that each lint can fail: small bad trees, and what must be said about them. Speaks TAP.

The trees are written to a temporary folder, so that the lints of the real tree do not stumble over them.
Usage: test-lint.py CLANG_FORMAT_STYLE COUNT_TESTS
"""
import importlib.util
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import check_desktop
import check_flatpak
import check_identity
import check_includes
import check_sources
import check_tools

SPDX = "/* SPDX-License-Identifier: GPL-3.0-or-later */\n"
ID = "org.example." + "Thing"
MESON = f"# SPDX-License-Identifier: GPL-3.0-or-later\napplication_id = '{ID}'\n"
DESKTOP = "[Desktop Entry]\nType=Application\nName=Thing\nExec=thing %U\nCategories=Office;\nMimeType={}\n"

MIME = """<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="application/vnd.dateline+sqlite3"><comment>x</comment><glob pattern="*.dateline"/></mime-type>
</mime-info>
"""

# (name, check, files of the tree, what must stand in the only complaint; None: no complaint)
TREES = [
    ("include to the right", check_includes.check, {"src/layout/a.c": '#include "store/dtl-store.h"\n'}, "not left of it"),
    ("include to the left", check_includes.check, {"src/store/a.c": '#include "model/dtl-event.h"\n'}, None),
    ("store does not know layout", check_includes.check, {"src/store/a.c": '#include "layout/x.h"\n'}, "not left of it"),
    ("cli does not know app", check_includes.check, {"src/cli/a.c": '#include "app/x.h"\n'}, "not left of it"),
    ("GTK outside app", check_includes.check, {"src/service/a.c": "#include <gtk/gtk.h>\n"}, "GTK is for app only"),
    ("libadwaita outside app", check_includes.check, {"src/cli/a.h": "# include <adwaita.h>\n"}, "GTK is for app only"),
    ("GTK in app", check_includes.check, {"src/app/a.c": "#include <gtk/gtk.h>\n"}, None),
    ("Cairo in layout", check_includes.check, {"src/layout/a.c": "#include <cairo.h>\n"}, "Cairo is for"),
    ("Pango in layout", check_includes.check, {"src/layout/a.c": "#include <pango/pangocairo.h>\n"}, "Pango is for"),
    ("SQLite outside store", check_includes.check, {"src/service/a.c": "#include <sqlite3.h>\n"}, "SQLite is for store"),
    ("json-glib in store", check_includes.check, {"src/store/a.c": "#include <json-glib/json-glib.h>\n"}, "json-glib is"),
    ("foreign private header", check_includes.check, {"src/app/a.c": '#include "store/x-private.h"\n'}, "is private"),
    ("own private header", check_includes.check, {"src/store/a.c": '#include "store/x-private.h"\n'}, None),
    ("include not from src", check_includes.check, {"src/date/a.c": '#include "dtl-edtf.h"\n'}, "not written from src/"),
    ("unknown room", check_includes.check, {"src/attic/a.c": '#include "base/x.h"\n'}, "no room"),
    ("no license", check_sources.check_license, {"src/base/a.c": "int a;\n"}, "src/base/a.c:1"),
    ("no license in meson.build", check_sources.check_license, {"po/meson.build": "\n"}, "po/meson.build:1"),
    ("license", check_sources.check_license, {"src/base/a.c": SPDX}, None),
    ("bidi control", check_sources.check_bidi, {"src/base/a.c": "/* \u202e */\n"}, "U+202E"),
    ("clock", check_sources.check_clock, {"src/base/a.c": "puts (__DA" "TE__);\n"}, "makes builds differ"),
    ("leftover", check_sources.check_leftovers, {"src/base/a.c": "/* TO" "DO */\n"}, "left"),
    ("leftover outside src", check_sources.check_leftovers, {"tests/a.c": "/* TO" "DO */\n"}, None),
    ("colour", check_sources.check_colours, {"src/app/a.c": '"#a1B2c3"\n'}, "#a1B2c3 outside"),
    ("colour in the palette", check_sources.check_colours, {"src/app/dtl-palette.c": '"#a1B2c3"\n'}, None),
    ("colour in render", check_sources.check_colours, {"src/render/a.c": '"#a1B2c3"\n'}, None),
    ("long file", check_sources.check_length, {"src/base/a.c": "\n" * 901}, "901 lines"),
    ("file just short enough", check_sources.check_length, {"src/base/a.c": "\n" * 900}, None),
    ("id twice", check_identity.check_id, {"meson.build": MESON, "data/a.in": ID + "\n"}, "data/a.in:1: the application id"),
    ("id as a path", check_identity.check_id, {"meson.build": MESON, "ui/a": "/" + ID.replace(".", "/")}, "ui/a:1"),
    ("id twice in meson.build", check_identity.check_id, {"meson.build": MESON + f"x = '{ID}'\n"}, "meson.build:3"),
    ("no id", check_identity.check_id, {"meson.build": "\n"}, "no line application_id"),
    ("id once", check_identity.check_id, {"meson.build": MESON, "data/a.in": "@APPLICATION_ID@\n"}, None),
    ("file unknown to translators", check_identity.check_potfiles,
     {"po/POTFILES.in": "", "src/cli/a.c": 'puts (_ ("Word"));\n'}, "src/cli/a.c has words"),
    ("ngettext unknown to translators", check_identity.check_potfiles,
     {"po/POTFILES.in": "", "src/cli/a.c": 'ngettext ("%u word", "%u words", n);\n'}, "src/cli/a.c has words"),
    ("file without words", check_identity.check_potfiles,
     {"po/POTFILES.in": "src/cli/a.c\n", "src/cli/a.c": "int a;\n"}, "nothing to translate"),
    ("template unknown to translators", check_identity.check_potfiles,
     {"po/POTFILES.in": "", "ui/a.ui": '<a translatable="yes">b</a>\n'}, "ui/a.ui has words"),
    ("translators know all", check_identity.check_potfiles,
     {"po/POTFILES.in": "# these\nsrc/cli/a.c\n", "src/cli/a.c": 'C_ ("x", "Word")\n'}, None),
    ("format", check_tools.check_format, {"src/base/a.c": "int a (void) {return 1;}\n"}, "src/base/a.c:1"),
    ("format in tests", check_tools.check_format, {"tests/base/a.c": "int  a;\n"}, "tests/base/a.c:1"),
]

# (name, check, contents of the file, what must stand in the first complaint; None: no complaint)
FILES = [
    ("desktop file with a wrong key", check_tools.check_desktop, DESKTOP.format("application/vnd.dateline+sqlite3;") + "Nonsense=1\n",
     "Nonsense"),
    ("desktop file that claims another type", check_tools.check_desktop, DESKTOP.format("text/plain;"), "not only our own"),
    ("XML that does not end", check_tools.check_xml, "<a><b></a>\n", "mismatch"),
    ("MIME type without magic", check_tools.check_mime, MIME, "a file “case” with"),
    ("D-Bus service of another name", check_desktop.check_service,
     "[D-BUS Service]\nName=other\nExec=/usr/bin/dateline --gapplication-service\n", "its name is not"),
    ("D-Bus service that would open a window", check_desktop.check_service,
     "[D-BUS Service]\nName=thing\nExec=/usr/bin/dateline\n", "--gapplication-service"),
    ("settings without words", check_desktop.check_schema,
     '<schemalist><schema id="a.b"><key name="c" type="b"><default>true</default></key></schema></schemalist>\n', "has no summary"),
    ("icon that is not square", check_desktop.check_icon,
     '<svg xmlns="http://www.w3.org/2000/svg" width="128" height="96" viewBox="0 0 128 96"/>\n', "not 128 by 128"),
    ("icon with a shadow", check_desktop.check_icon,
     '<svg xmlns="http://www.w3.org/2000/svg" width="128" height="128" viewBox="0 0 128 128"><filter/></svg>\n', "has filter"),
    ("man page without a title", check_tools.check_man, ".SH NAME\nx\n", "mandoc"),
]

# (name, lines of a log, status of meson, what is counted: passed, failed, skipped)
OK2 = {"result": "OK", "stdout": "TAP version 13\nok 1 /a\nok 2 /b # SKIP no\n1..2\n"}
LOGS = [
    ("cases of a program are counted", [OK2, {"result": "OK", "stdout": None}], 0, [2, 0, 1]),
    ("a failed case", [{"result": "FAIL", "stdout": "ok 1 /a\nnot ok 2 /b\n"}], 1, [1, 1, 0]),
    ("a crash after good cases", [{"result": "ERROR", "stdout": "ok 1 /a\nok 2 /b\n"}], 1, [2, 1, 0]),
    ("a time-out without any output", [{"result": "TIMEOUT", "stdout": ""}], 1, [0, 1, 0]),
    ("a wanted result that is not there yet", [{"result": "OK", "stdout": "not ok 1 /a # TODO later\n"}], 0, [1, 0, 0]),
    ("a program that is skipped", [{"result": "SKIP", "stdout": ""}], 0, [0, 0, 1]),
    ("meson itself fails", [OK2], 1, [1, 1, 1]),
]

number = 0
bad = 0


def case(name, good, said):
    global number, bad
    number += 1
    bad += not good
    if not good:
        print(f"{name}: said {said}", file=sys.stderr)
    print(f"{'ok' if good else 'not ok'} {number} {name}", flush=True)


def attempt(name, check, argument, wanted):
    """One case: check (argument) must complain with what is wanted, and with nothing if that is None."""
    global number
    try:
        found = check(argument)
    except check_tools.Skip as why:
        number += 1
        print(f"ok {number} {name} # SKIP {why}")
        return
    case(name, (not found) if wanted is None else bool(found) and wanted in found[0], found)


def try_trees(style):
    for name, check, files, wanted in TREES:
        with tempfile.TemporaryDirectory() as root:
            shutil.copy(style, Path(root) / ".clang-format")
            for path, text in files.items():
                (Path(root) / path).parent.mkdir(parents=True, exist_ok=True)
                (Path(root) / path).write_text(text, encoding="utf-8")
            attempt(name, check, root, wanted)


def try_files():
    for name, check, text, wanted in FILES:
        with tempfile.TemporaryDirectory() as root:
            path = Path(root) / "thing.desktop"
            path.write_text(text, encoding="utf-8")
            attempt(name, check, path, wanted)


def try_metainfo():
    """What appstreamcli does not ask for: version, pictures, two colours."""
    with tempfile.TemporaryDirectory() as root:
        path = Path(root) / "thing.metainfo.xml"
        path.write_text("<component><releases><release version='1'/></releases><branding><color>a</color></branding></component>\n",
                        encoding="utf-8")
        try:
            found = "\n".join(check_desktop.check_metainfo(f"{path},2"))
        except check_tools.Skip:
            return
        for wanted in ("the newest release is not 2", "the same", "screenshots, 3 to 6", "no date", "no summary"):
            case(f"metainfo: {wanted}", wanted in found, found)


def try_flatpak():
    """A good manifest, and each way in which one is bad."""
    good = {"id": "thing", "runtime": "org.gnome.Platform", "sdk": "org.gnome.Sdk", "finish-args": check_flatpak.FINISH_ARGS,
            "modules": [{"name": "thing", "sources": [{"type": "dir", "path": "/"}]}]}
    network = {"name": "thing", "build-options": {"build-args": ["--share=network"]}, "sources": []}
    git = {"name": "thing", "sources": [{"type": "git", "url": "https://example.org/thing"}]}
    for name, change, wanted in (
            ("as it should be", {}, None), ("another id", {"id": "things"}, "the id is not"),
            ("more permissions", {"finish-args": [*check_flatpak.FINISH_ARGS, "--filesystem=home"]}, "finish-args are not"),
            ("fewer permissions", {"finish-args": check_flatpak.FINISH_ARGS[1:]}, "finish-args are not"),
            ("another runtime", {"runtime": "org.kde.Platform"}, "are not GNOME's"),
            ("network while it is built", {"modules": [network]}, "with network"),
            ("a source from elsewhere", {"modules": [git]}, "no folder")):
        with tempfile.TemporaryDirectory() as root:
            path = Path(root) / "thing.json"
            path.write_text(json.dumps({**good, **change}), encoding="utf-8")
            attempt(f"flatpak: {name}", check_flatpak.check, str(path), wanted)


def try_options():
    """A program whose help knows one option that the man page does not, and the other way round."""
    with tempfile.TemporaryDirectory() as root:
        program, man = Path(root) / "a", Path(root) / "a.1"
        program.write_text('#!/bin/sh\nprintf "Commands:\\n  draw CASE\\n  -o, --output=OUT\\n  --red  x\\n"\n', encoding="utf-8")
        program.chmod(0o755)
        man.write_text(".Cm draw\n.It Fl o , -output Ar out\n.It Fl -blue\n", encoding="utf-8")
        found = check_tools.check_options(f"{program},{man}")
        wanted = [f"{man}: --red is missing", f"{man}: --blue is told, but --help does not have it"]
        case("options that help and man page tell differently", found == wanted, found)


def try_hardening():
    """A program linked without any of the flags must be noticed."""
    with tempfile.TemporaryDirectory() as root:
        (Path(root) / "a.c").write_text("int main (void) { return 0; }\n", encoding="utf-8")
        done = subprocess.run(["cc", "-no-pie", "-fno-pie", "-Wl,-z,norelro,-z,lazy,-z,execstack", "-o", "a", "a.c"], cwd=root,
                              capture_output=True, check=False)
        if done.returncode == 0:
            found = check_tools.check_hardening(Path(root) / "a")
            case("a program without hardening", len(found) == 4, found)


def try_counts(path):
    spec = importlib.util.spec_from_file_location("count_tests", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name, entries, status, wanted in LOGS:
        counts = module.count_log([json.dumps(entry) for entry in entries], status)
        case(f"count: {name}", counts == wanted, counts)
    told = []
    crash = {"name": "sizes", "result": "ERROR", "stdout": "ok 1 /a\nnot ok /b - ERROR:b.c:1\nBail out!\n"}
    module.count_log([json.dumps(entry) for entry in (OK2, crash)], 1, told.append)
    case("count: what a crash said is told", told == ["sizes: not ok /b - ERROR:b.c:1", "sizes: Bail out!"], told)
    told = []
    twice = {"name": "window", "result": "OK", "stdout": "# tried again: W.a\nok 1 - W.a\n", "stderr": "At the first try:"}
    module.count_log([json.dumps(twice)], 0, told.append)
    case("count: a second try is told", told == ["window: # tried again: W.a", "At the first try:"], told)


def try_second_tries(path):
    """A test that fails once passes, one that fails twice does not, and what is skipped stays so."""
    tests = f"""import sys; sys.path.insert(0, {str(Path(path).parent)!r})
import tap
tries = []
class Some(tap.TriedTwice):
    def test_always(self): self.fail("at each try")
    def test_never(self): pass
    def test_once(self):
        tries.append(1)
        self.assertEqual(len(tries), 2, "at the first try")
    def test_skipped(self): self.skipTest("not here")
tap.main(Some)
"""
    done = subprocess.run([sys.executable, "-c", tests], capture_output=True, text=True, check=False)
    lines = done.stdout.split("\n")
    case("second try: status", done.returncode == 1, done)
    case("second try: what was tried again", sum(line.startswith("# tried again:") for line in lines) == 2, lines)
    case("second try: lines", [line[:10] for line in lines if "ok" in line.split()[:2]] ==
         ["not ok 1 -", "ok 2 - Som", "ok 3 - Som", "ok 4 - Som"] and lines[-2].endswith("# SKIP not here"), lines)
    case("second try: the first failure is told", "at the first try" in done.stderr, done.stderr)


def main():
    try_trees(sys.argv[1])
    try_files()
    try_metainfo()
    try_flatpak()
    try_options()
    try_hardening()
    try_counts(sys.argv[2])
    try_second_tries(sys.argv[2])
    print(f"1..{number}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
