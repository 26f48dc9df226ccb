# SPDX-License-Identifier: GPL-3.0-or-later
"""Lints of what the desktop reads: metainfo, settings, D-Bus service, icons."""
import os
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from check_tools import run, tool

DOCS = Path(__file__).resolve().parents[2] / "docs" / "images"
WANTED = [
    "id", "name", "summary", "description/p", "developer/name", "launchable[@type='desktop-id']", "url[@type='homepage']",
    "url[@type='bugtracker']", "url[@type='vcs-browser']", "content_rating[@type='oars-1.1']",
    "translation[@type='gettext']", "provides/binary", "provides/mediatype", "requires/display_length",
    "requires/internet", "supports/control", "branding/color[@scheme_preference='light']",
    "branding/color[@scheme_preference='dark']",
]
FIXED = {"metadata_license": "CC0-1.0", "project_license": "GPL-3.0-or-later", "requires/internet": "offline-only",
         "requires/display_length": "360"}


def check_metainfo(argument):
    """appstreamcli has neither error nor warning, and nothing is missing that a software centre shows. argument is FILE,VERSION."""
    path, version = str(argument).split(",")
    root = ElementTree.parse(path).getroot()
    found = [f"{path}: {what}" for what in judge_metainfo(root, version)]
    _, output = run(tool("appstreamcli"), "validate", "--no-net", "--explain", path)
    return found + [line for line in output.splitlines() if re.match(r"[EW]: ", line)]


def judge_metainfo(root, version):
    found = [f"no {where}" for where in WANTED if root.find(where) is None]
    found += [f"{where} is not {text}" for where, text in FIXED.items() if root.findtext(where) != text]
    if len({colour.text for colour in root.findall("branding/color")}) != 2:
        found.append("the two brand colours are the same")
    if len(root.findtext("name", "")) > 15 or len(root.findtext("summary", "")) > 35:
        found.append("name or summary is too long")
    return found + judge_releases(root, version) + judge_screenshots(root)


def judge_releases(root, version):
    releases = root.findall("releases/release")
    found = [f"release {release.get('version')}: no date or description" for release in releases
             if not release.get("date") or release.find("description") is None]
    if not releases or releases[0].get("version") != version:
        found.append(f"the newest release is not {version}")
    if [r.get("date", "") for r in releases] != sorted((r.get("date", "") for r in releases), reverse=True):
        found.append("the releases are not newest first")
    return found


def judge_screenshots(root):
    shots = root.findall("screenshots/screenshot")
    found = [] if 3 <= len(shots) <= 6 else [f"{len(shots)} screenshots, 3 to 6 are wanted"]
    for shot in shots:
        name = shot.findtext("image", "").rsplit("/", 1)[-1]
        caption = shot.findtext("caption", "")
        if not (DOCS / name).is_file():
            found.append(f"no picture docs/images/{name}")
        if not caption or caption.endswith("."):
            found.append(f"{name}: no caption, or one with a full stop")
    return found


def check_schema(path):
    """The schema compiles, and each key says what it is for."""
    status, output = run(tool("glib-compile-schemas"), "--strict", "--dry-run", os.path.dirname(path))
    found = output.splitlines() if status != 0 else []
    for key in ElementTree.parse(path).getroot().iter("key"):
        found += [f"{path}: {key.get('name')} has no {part}" for part in ("summary", "description") if not key.findtext(part)]
    return found


def check_service(path):
    """The service has the name of its file, and starts the program without a window."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    name = os.path.basename(path)[: -len(".service")]
    found = []
    if f"\nName={name}\n" not in text:
        found.append(f"{path}: its name is not {name}")
    if not re.search(r"^Exec=/\S+/dateline --gapplication-service$", text, re.M):
        found.append(f"{path}: Exec is not an absolute path with --gapplication-service")
    return found


def check_icon(path):
    """The icon is square and has neither words nor pictures in it; a symbolic one has one colour."""
    root = ElementTree.parse(path).getroot()
    side = "16" if str(path).endswith("-symbolic.svg") else "128"
    found = []
    if root.get("viewBox") != f"0 0 {side} {side}" or root.get("width") != side or root.get("height") != side:
        found.append(f"{path}: not {side} by {side}")
    tags = {element.tag.rsplit("}", 1)[-1] for element in root.iter()}
    found += [f"{path}: has {tag}" for tag in sorted(tags & {"text", "image", "filter", "script", "style"})]
    fills = {element.get("fill") for element in root.iter() if element.get("fill")}
    if side == "16" and len(fills) != 1:
        found.append(f"{path}: {len(fills)} colours")
    return found
