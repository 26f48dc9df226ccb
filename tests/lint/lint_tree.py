# SPDX-License-Identifier: GPL-3.0-or-later
"""What the lints share: which files there are, and how a finding is told."""
import os
from pathlib import Path

# Only these are ours; a build folder or a person's own files in the checkout are nobody's business here.
TOP_FOLDERS = ("src", "ui", "data", "po", "tests", "docs", "flatpak", ".ci")
SKIPPED_FOLDERS = {"__pycache__", "golden", "corpus", "files"}


def walk(root, top_folders=TOP_FOLDERS, everything=False):
    """Yields the paths of the project's text files, relative to root and sorted.

    Data that tests compare with or read (golden, corpus, files) is left out unless everything is asked for.
    """
    root = Path(root)
    found = [Path(path.name) for path in root.iterdir() if path.is_file()] if root.is_dir() else []
    for top in top_folders:
        for folder, names, files in os.walk(root / top):
            if not everything:
                names[:] = [name for name in names if name not in SKIPPED_FOLDERS]
            found += [(Path(folder) / name).relative_to(root) for name in files]
    return sorted(path for path in found if not (root / path).is_symlink() and is_text(root / path))


def is_text(path):
    with open(path, "rb") as file:
        return b"\0" not in file.read(8192)


def c_files(root, top_folders=("src",)):
    return [path for path in walk(root, top_folders) if path.suffix in (".c", ".h") and len(path.parts) > 1]


def read(root, path):
    return (Path(root) / path).read_text(encoding="utf-8", errors="replace")


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


def complaint(path, text, offset, what):
    return f"{path}:{line_of(text, offset)}: {what}"
