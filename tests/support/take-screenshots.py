# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes the pictures in docs/images: the built window with the sample case, driven as the tests drive it.

Usage: take-screenshots.py FOLDER, with DATELINE naming the program. openbox keeps the window maximised, so that a picture is
all window and has no corners.
"""
import os
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "app"))
import app_case  # noqa: E402

FOLDER = sys.argv[1]
BAN = "Ban on US sales of Kaspersky software"
UPDATES = "Updates, resale and licensing to end"
PICTURES = [("window", {}), ("window-dark", {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"})]
MAXIMISE = """<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <applications><application class="*"><maximized>yes</maximized></application></applications>
</openbox_config>
"""


class Pictures(app_case.AppCase):
    def test_pictures(self):
        with tempfile.NamedTemporaryFile("w", suffix=".xml") as config:
            config.write(MAXIMISE)
            config.flush()
            manager = subprocess.Popen(["openbox", "--sm-disable", "--config-file", config.name], stderr=subprocess.DEVNULL)
            try:
                self.take_start()
                for name, style in PICTURES:
                    self.take(name, style)
                self.take_find()
                self.take_guide()
            finally:
                manager.terminate()

        self.take_narrow()

    def take_start(self):
        """Before any case was opened, so that none is listed."""
        self.start()
        self.see("label", "No Case Open")
        time.sleep(1)
        self.keep("guide-start")

    def take(self, name, style):
        places = self.open_sample(**style)
        self.click(places.mark(BAN))
        self.see("status bar", r"1 of \d+")
        self.settled()
        self.keep(name)

    def take_find(self):
        places = self.open_sample()
        self.click(places.mark(BAN))
        self.key("ctrl+f")
        time.sleep(1)  # until the field has slid in
        self.type("Commerce")
        self.key("Return")
        self.settled()
        self.keep("find")

    def take_guide(self):
        """What only the guide shows, one after the other in one window."""
        places = self.open_sample()
        self.click(places.mark(UPDATES))
        self.wait(lambda: self.lit() != "", "a lit passage")
        self.keep("guide-evidence", "366x750+914+50", last=False)
        for _ in range(4):
            self.after(lambda: self.key("plus"))
        self.keep("guide-overview", "640x80+274+722", last=False)
        self.key("0")
        for actor in ("Kaspersky", "Department of Commerce"):
            self.click(self.middle_of(self.see("check box", f"{actor}, .*")))
        self.settled()
        self.keep("guide-filter", last=False)
        self.key("ctrl+2")
        time.sleep(1)
        self.keep("guide-list", last=False)
        self.key("ctrl+1", "ctrl+e")
        self.see("image", "Preview: .*")
        time.sleep(2)
        self.keep("guide-export")

    def take_narrow(self):
        """As wide as a phone, without a window manager that would make it larger."""
        self.start(self.sample)
        self.xdotool("windowsize", "--sync", self.window, 360, 720)
        self.settled(quiet=1.2)
        self.keep("narrow", "360x720+0+0")

    def keep(self, name, part=None, last=True):
        self.move((640, 790))
        path = os.path.join(FOLDER, name + ".png")
        crop = ["-crop", part] if part else []
        subprocess.run(["import", "-window", "root", "-strip", *crop, path], check=True)
        print("#", path)
        if last:
            self.stop()


app_case.tap.main(Pictures)
