# SPDX-License-Identifier: GPL-3.0-or-later
"""The walls of the house: a room includes only what stands left of it (src/DESIGN.md)."""
import re

from lint_tree import c_files, complaint, read

LEFT_OF = {
    "base": "",
    "date": "base",
    "text": "base date",
    "model": "base date text",
    "store": "base date text model",
    "io": "base date text model",
    "layout": "base date text model",
    "render": "base date text model layout",
    "service": "base date text model store io layout render",
    "cli": "base date text model store io layout render service",
    "app": "base date text model store io layout render service",
}
ALLOWED = {room: {room, *left.split()} for room, left in LEFT_OF.items()}

# System headers that only some rooms may name. Who is not listed here may be named by everyone (GLib, the C library).
WITH_PICTURES = {"render", "service", "cli", "app"}
SYSTEM = [
    (re.compile(r"^(gtk|gdk|gsk|adwaita|gtk4)\b|^gdk-pixbuf/|^adwaita\.h$"), {"app"}, "GTK"),
    (re.compile(r"^(cairo|cairo-[a-z]+)\.h$|^cairo/"), WITH_PICTURES, "Cairo"),
    (re.compile(r"^pango\b"), WITH_PICTURES, "Pango"),
    (re.compile(r"^sqlite3"), {"store"}, "SQLite"),
    (re.compile(r"^json-glib/"), {"io", "service", "cli", "app"}, "json-glib"),
    (re.compile(r"^(libxml/|poppler|archive(_entry)?\.h|glib/poppler)"), {"io"}, "a format library"),
]
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.M)


def check(root):
    found = []
    for path in c_files(root):
        if len(path.parts) < 3:  # src/main.c ties cli and app together and may name both
            continue
        text = read(root, path)
        for match in INCLUDE.finditer(text):
            what = judge(path, match[1] == '"', match[2])
            if what:
                found.append(complaint(path, text, match.start(), what))
    return found


def judge(path, quoted, name):
    """Returns what is wrong with including name in path, or None."""
    room = path.parts[1]
    if room not in ALLOWED:
        return f"src/{room} is no room of the house; add it to src/DESIGN.md and here"
    first = name.split("/")[0]
    if first in ALLOWED:
        return judge_ours(path, room, first, name)
    if quoted and name != "config.h":
        return f'"{name}" is not written from src/ (a room comes first)'
    for pattern, rooms, library in SYSTEM:
        if pattern.match(name) and room not in rooms:
            return f"{room} includes {name}; {library} is for {', '.join(sorted(rooms))} only"
    return None


def judge_ours(path, room, first, name):
    if first not in ALLOWED[room]:
        return f"{room} includes {name}, which is not left of it"
    if name.endswith("-private.h") and name.rsplit("/", 1)[0] != str(path.parent.relative_to("src")):
        return f"{name} is private to its own folder"
    return None
