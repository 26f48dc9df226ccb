# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes the pictures that software centres show, docs/images/metainfo-*.png: the window alone with round corners and a
shadow, at twice the size of 1000 by 700 at most.

Usage: take-metainfo.py FOLDER, with DATELINE naming the program. Each picture has a display of its own, as large as its
window, which openbox maximises.
"""
import os
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
SCALE = 2
RADIUS, SHADOW = 12, "40x16+0+8"
BAN = "Ban on US sales of Kaspersky software"
SIZES = {"window": (950, 650), "find": (950, 650), "phone": (360, 640)}
MAXIMISE = """<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <applications><application class="*"><maximized>yes</maximized></application></applications>
</openbox_config>
"""


def take_all(folder):
    for name, (width, height) in SIZES.items():
        environment = dict(os.environ, DTL_SCREEN=f"{width * SCALE}x{height * SCALE}x24", GDK_SCALE=str(SCALE))
        subprocess.run([sys.executable, "-B", os.path.abspath(__file__), folder, name], check=True, env=environment)


def take_one(folder, name):
    sys.path.insert(0, os.path.join(HERE, "..", "app"))
    import app_case  # it starts the display

    class Picture(app_case.AppCase):
        def test_picture(self):
            with tempfile.NamedTemporaryFile("w", suffix=".xml") as config:
                config.write(MAXIMISE)
                config.flush()
                manager = subprocess.Popen(["openbox", "--sm-disable", "--config-file", config.name], stderr=subprocess.DEVNULL)
                self.addCleanup(manager.terminate)
                time.sleep(1)
                self.take()

        def take(self):
            places = self.open_sample()
            if name != "phone":  # evidence beside the timeline, where it has no room with the sidebar
                places = self.after(lambda: self.key("shift+F9"))
            if name != "phone":
                x, y = places.mark(BAN)
                self.click((x * SCALE, y * SCALE))
                self.see("status bar", r"1 of \d+")
            if name == "find":
                self.key("ctrl+f")
                time.sleep(1)
                self.type("Commerce")
                self.key("Return")
            time.sleep(2)
            self.keep(os.path.join(folder, f"metainfo-{name}.png"), *SIZES[name])
            self.stop()

        def keep(self, path, width, height):
            self.move((width * SCALE - 1, height * SCALE - 1))
            corners = f"roundrectangle 0,0,{width * SCALE - 1},{height * SCALE - 1},{RADIUS * SCALE},{RADIUS * SCALE}"
            with tempfile.NamedTemporaryFile(suffix=".png") as bare:
                subprocess.run(["import", "-window", "root", "-strip", bare.name], check=True)
                subprocess.run(["convert", bare.name, "(", "-size", f"{width * SCALE}x{height * SCALE}", "xc:none", "-draw",
                                corners, ")", "-alpha", "set", "-compose", "DstIn", "-composite", "-compose", "Over",
                                "(", "+clone", "-background", "black", "-shadow", SHADOW, ")", "+swap", "-background", "none",
                                "-layers", "merge", "+repage", "-strip", "-define", "png:compression-level=9", path], check=True)
            print("#", path)

    app_case.tap.main(Picture)


if len(sys.argv) > 2:
    take_one(*sys.argv[1:])
else:
    take_all(sys.argv[1])
