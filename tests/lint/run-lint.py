# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the lints over the tree and speaks TAP.

Usage: run-lint.py SOURCE [CHECK=FILE]...

SOURCE is the top of the sources. The lints that look at something built get it as CHECK=FILE: hardening, desktop, xml, mime,
metainfo, schema, service, icon, options, man, flatpak.
"""
import sys

import check_desktop
import check_flatpak
import check_identity
import check_includes
import check_sources
import check_tools

TREE_CHECKS = {
    "includes": check_includes.check,
    "license": check_sources.check_license,
    "bidi": check_sources.check_bidi,
    "clock": check_sources.check_clock,
    "leftovers": check_sources.check_leftovers,
    "colours": check_sources.check_colours,
    "length": check_sources.check_length,
    "id": check_identity.check_id,
    "potfiles": check_identity.check_potfiles,
    "format": check_tools.check_format,
}
FILE_CHECKS = {
    "hardening": check_tools.check_hardening,
    "desktop": check_tools.check_desktop,
    "xml": check_tools.check_xml,
    "mime": check_tools.check_mime,
    "metainfo": check_desktop.check_metainfo,
    "schema": check_desktop.check_schema,
    "service": check_desktop.check_service,
    "icon": check_desktop.check_icon,
    "options": check_tools.check_options,
    "man": check_tools.check_man,
    "flatpak": check_flatpak.check,
}


def main():
    source = sys.argv[1]
    jobs = [(name, check, source) for name, check in TREE_CHECKS.items()]
    for argument in sys.argv[2:]:
        name, _, path = argument.partition("=")
        jobs.append((f"{name} {path.rsplit('/', 1)[-1]}", FILE_CHECKS[name], path))
    print(f"1..{len(jobs)}")
    bad = 0
    for number, (name, check, where) in enumerate(jobs, 1):
        try:
            found = check(where)
        except check_tools.Skip as why:
            print(f"ok {number} {name} # SKIP {why}")
            continue
        for line in found:
            print(line, file=sys.stderr)  # meson shows only this stream of a TAP program
        print(f"{'not ok' if found else 'ok'} {number} {name}", flush=True)
        bad += bool(found)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
