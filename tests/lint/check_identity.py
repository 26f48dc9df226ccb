# SPDX-License-Identifier: GPL-3.0-or-later
"""The application id stands once, and every file with words for people is known to translators."""
import re

from lint_tree import complaint, read, walk

APPLICATION_ID = re.compile(r"^application_id = '([^']+)'$", re.M)
TRANSLATABLE_C = re.compile(r'\b(?:_|N_|C_|NC_|Q_|n?gettext|g_dn?gettext|g_dpgettext2?)\s*\(\s*"')
TRANSLATABLE_UI = re.compile(r'translatable="(yes|true)"')
TRANSLATABLE_DATA = re.compile(r"^(Name|GenericName|Comment|Keywords)=|<comment>|<caption>", re.M)
TRANSLATABLE = {
    ".c": TRANSLATABLE_C,
    ".h": TRANSLATABLE_C,
    ".ui": TRANSLATABLE_UI,
    ".in": TRANSLATABLE_DATA,
}


def check_id(root):
    """The id, dotted or as a path, is nowhere but in the root meson.build."""
    match = APPLICATION_ID.search(read(root, "meson.build"))
    if not match:
        return ["meson.build:1: no line application_id = '…'"]
    forms = re.compile("|".join(re.escape(match[1].replace(".", mark)) for mark in "./"))
    found = []
    for path in walk(root, everything=True):
        text = read(root, path)
        hits = list(forms.finditer(text))
        if str(path) == "meson.build":
            hits = [hit for hit in hits if hit.start() != match.start(1)]
        found += [complaint(path, text, hit.start(), "the application id; use @APPLICATION_ID@ or config.h") for hit in hits]
    return found


def check_potfiles(root):
    """po/POTFILES.in names exactly the files with words to translate."""
    name = "po/POTFILES.in"
    listed = [line.strip() for line in read(root, name).splitlines() if line.strip() and not line.startswith("#")]
    wanted = {str(path) for path in walk(root, ("src", "ui", "data")) if has_words(root, path)}
    found = [f"{name}:1: {path} has words to translate and is missing" for path in sorted(wanted - set(listed))]
    found += [f"{name}:1: {path} has nothing to translate" for path in sorted(set(listed) - wanted)]
    if listed != sorted(set(listed)):
        found.append(f"{name}:1: not sorted, or a file stands twice")
    return found


def has_words(root, path):
    if path.name.endswith(".service.in"):  # its name is that of the bus
        return False
    pattern = TRANSLATABLE.get(path.suffix)
    return pattern is not None and len(path.parts) > 1 and pattern.search(read(root, path)) is not None
