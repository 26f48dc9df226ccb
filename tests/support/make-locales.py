#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes locales for tests that must run in other ones than C, in a folder for LOCPATH; the system keeps its own.

  make-locales.py FOLDER STAMP NAME...

Where the system cannot make them (no localedef, or no descriptions of locales) the folder stays empty, and the tests
that need one say so.
"""
import pathlib
import shutil
import subprocess
import sys


def main():
    folder, stamp = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    localedef = shutil.which("localedef")
    for name in sys.argv[3:]:
        if localedef is not None:
            # Its warnings are about the descriptions, and it succeeds with some.
            subprocess.run([localedef, "--no-archive", "-c", "-i", name.split(".")[0], "-f", "UTF-8", folder / name],
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    stamp.write_text("".join(f"{path.name}\n" for path in sorted(folder.iterdir())))


if __name__ == "__main__":
    main()
