# SPDX-License-Identifier: GPL-3.0-or-later
"""The Flatpak manifest asks for no more than a window needs. ./dev test full builds it and asks the built one."""
import json
import os

FINISH_ARGS = ["--share=ipc", "--socket=wayland", "--socket=fallback-x11", "--device=dri"]


def check(path):
    """The id is the file's name, the permissions are exactly these, and nothing is downloaded."""
    with open(path, encoding="utf-8") as file:
        try:
            manifest = json.load(file)
        except ValueError as error:
            return [f"{path}: {error}"]
    found = []
    if manifest.get("id") != os.path.basename(path).removesuffix(".json"):
        found.append(f"{path}: the id is not the file's name")
    if sorted(manifest.get("finish-args", [])) != sorted(FINISH_ARGS):
        found.append(f"{path}: finish-args are not exactly {' '.join(FINISH_ARGS)}")
    if manifest.get("runtime") != "org.gnome.Platform" or manifest.get("sdk") != "org.gnome.Sdk":
        found.append(f"{path}: runtime and Sdk are not GNOME's")
    for module in manifest.get("modules", []):
        options = module.get("build-options", {})
        if "--share=network" in options.get("build-args", []):
            found.append(f"{path}: {module.get('name')} is built with network")
        found += [f"{path}: {module.get('name')} has a source that is no folder" for source in module.get("sources", [])
                  if source.get("type") != "dir"]
    return found
