# SPDX-License-Identifier: GPL-3.0-or-later
"""What the end-to-end tests of the window share: the built program on a display of its own, driven by real pointer and
key events (xdotool) and read the way a screen reader reads it (AT-SPI).

Display, session bus and accessibility bus are started here and belong to these tests alone, so that no other test's
window lies above ours and nobody else moves the pointer. Where a mark stands is what the program says with
DATELINE_DEBUG=layout, in coordinates of its window.
"""
import atexit
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import tap  # noqa: E402

PROGRAM = os.environ.get("DATELINE", "")
SHOTS = os.environ.get("DTL_SCREENSHOTS") or os.path.join(os.environ.get("G_TEST_BUILDDIR", "."), "app", "screenshots")
SCREEN = os.environ.get("DTL_SCREEN", "1280x800x24")
PATIENCE = int(os.environ.get("DTL_PATIENCE", 60))  # seconds until waiting for something is given up; no test measures time
SKIPPED = 77


def skip_all(reason):
    print(f"1..0 # SKIP {reason}")
    sys.exit(SKIPPED)


for needed in ("Xvfb", "xdotool", "dbus-daemon"):
    if shutil.which(needed) is None:
        skip_all(f"{needed} is not installed")


def start_display():
    # A number of our own: servers that look for a free one at the same moment take each other's socket away.
    display = f":{1000 + os.getpid() % 30000}"
    read_end, write_end = os.pipe()
    # noreset: a server that begins anew when its last client leaves turns the next one away meanwhile.
    server = subprocess.Popen(["Xvfb", display, "-displayfd", str(write_end), "-screen", "0", SCREEN, "-nolisten", "tcp",
                               "-noreset"], pass_fds=[write_end], stderr=subprocess.DEVNULL)
    os.close(write_end)
    with os.fdopen(read_end) as pipe:
        is_ready = pipe.readline().strip()
    if not is_ready:
        skip_all("Xvfb does not start")
    atexit.register(server.terminate)
    os.environ["DISPLAY"] = display


def start_bus():
    runtime = tempfile.mkdtemp(prefix="dateline-run-")
    atexit.register(shutil.rmtree, runtime, ignore_errors=True)
    os.environ["XDG_RUNTIME_DIR"] = runtime
    bus = subprocess.Popen(["dbus-daemon", "--session", "--print-address", "--nofork"], stdout=subprocess.PIPE,
                           stderr=subprocess.DEVNULL, text=True)
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
    atexit.register(bus.terminate)


# What the program is started with; here, AT-SPI may warn of an accessible that went away while it was read.
FATAL_WARNINGS = os.environ.pop("G_DEBUG", "")
os.environ.pop("WAYLAND_DISPLAY", None)
os.environ.pop("AT_SPI_BUS_ADDRESS", None)
start_display()
start_bus()
try:
    import gi
    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi, GLib
except (ImportError, ValueError):
    skip_all("the bindings of AT-SPI are not installed")


class Places:
    """One settled report of the canvas."""

    def __init__(self, lines):
        self.marks = {}
        self.items = {}
        self.shelf = {}
        self.clusters = []
        self.hits = set()
        self.notes = {}
        self.folds = []
        self.px_per_day = self.left_seconds = self.origin = self.size = self.now = None
        for line in lines:
            self._read(line.split(" ", 7))

    def _read(self, words):
        kind = words[0]
        if kind == "view":
            self.px_per_day, self.left_seconds = float(words[1]), int(words[2])
            self.origin, self.size = (int(words[3]), int(words[4])), (int(words[5]), int(words[6]))
        elif kind == "item":
            title = " ".join(words[6:])
            self.items.setdefault(title, []).append((int(words[1]), *map(int, words[2:6])))
        elif kind == "mark":
            self.marks[int(words[1])] = (int(words[2]), int(words[3]))
        elif kind == "cluster":
            self.clusters.append(tuple(map(int, words[1:6])))
        elif kind == "shelf":
            self.shelf.setdefault(" ".join(words[6:]), (int(words[2]), int(words[3])))
        elif kind == "fold":
            self.folds.append(tuple(map(int, words[1:5])))
        elif kind == "hit":
            self.hits.add(int(words[1]))
        elif kind == "now":
            self.now = int(words[1])
        elif kind == "note":
            self.notes.setdefault(int(words[1]), (int(words[2]), int(words[3])))

    def mark(self, title):
        """Where the event's main mark stands."""
        return self.marks[self.items[title][0][0]]

    def seconds_at(self, x, header):
        return self.left_seconds + (x - self.origin[0] - header) / self.px_per_day * 86400


# AT-SPI 2.56 renamed the first; GTK 4.10 tells toggles, and boxes of which one is chosen, apart.
RENAMED_ROLES = {"button": "push button", "toggle button": "push button", "radio button": "check box"}
PLACE = r"(view|item|mark|hit|cluster|shelf|note|now|fold) |settled$"
NOTE_HIDDEN = 3  # DTL_PAINTER_HIT_NOTE_HIDDEN


class AppCase(tap.TriedTwice):
    """Every test has a folder, a sample case and, once start() is called, a window of its own."""

    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="dateline-e2e-")
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.environment = dict(os.environ, DATELINE_DEBUG="layout", GTK_A11Y="atspi", G_DEBUG=FATAL_WARNINGS)
        if "ASAN_OPTIONS" in os.environ:  # GTK 4.8 leaks a time at each change of the recent files
            self.environment["ASAN_OPTIONS"] = os.environ["ASAN_OPTIONS"] + ":detect_leaks=0"
        for name in ("DATA", "STATE", "CONFIG", "CACHE"):
            self.environment[f"XDG_{name}_HOME"] = os.path.join(self.folder, name.lower())
        self.sample = os.path.join(self.folder, "kaspersky.dateline")
        subprocess.run([PROGRAM, "sample", self.sample], check=True, env=self.environment)
        self.process = None
        self.log = os.path.join(self.folder, "stderr")

    def start(self, *cases, program=PROGRAM, **environment):
        with open(self.log, "w", encoding="utf-8") as log:
            self.process = subprocess.Popen([program, *cases], stderr=log, env={**self.environment, **environment})
        self.addCleanup(self.stop)
        self.window = self.wait(self.find_window, "a window")
        return self

    def open_sample(self, **environment):
        self.start(self.sample, **environment)
        return self.settled(quiet=1.2)  # panes, scrollbar and text come to rest one after the other

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
        code = self.process.wait(PATIENCE)
        self.assertIn(code, (0, -15), f"the program ended with {code}:\n{self.said()}")
        self.assertNotRegex(self.said(), r"WARNING|CRITICAL|ERROR|Sanitizer|runtime error")

    def said(self):
        """What the program wrote beside the places."""
        with open(self.log, encoding="utf-8") as log:
            return "".join(line for line in log if not re.match(PLACE, line))

    # --- failing -----------------------------------------------------------------------------------------------------

    def fail(self, msg=None):
        """Tells besides what the window shows: a machine that nobody looks at has nothing else to say it with."""
        super().fail(f"{msg}\n{self.what_shows()}")

    def what_shows(self):
        """The words in the window, its windows, and the canvas's last settled report, as far as they can be had."""
        if self.process is None or self.process.poll() is not None:
            return "No window stands."
        try:
            words = [f"{self.role_of(n)} “{self.name_of(n)[:60]}”" for n in self.nodes() if self.name_of(n)]
        except GLib.Error as error:
            words = [f"the accessible tree cannot be read: {error.message}"]
        pointer = subprocess.run(["xdotool", "getmouselocation"], capture_output=True, text=True, check=False).stdout
        report = self.reports()[-2] if len(self.reports()) > 1 else "none\n"
        return (f"Windows: {self.windows()}; pointer: {pointer.strip()}\nAccessibles: {'; '.join(words[:150])}\n"
                f"{len(self.reports()) - 1} reports, the last:\n{report[:3000]}")

    # --- waiting -----------------------------------------------------------------------------------------------------

    def wait(self, condition, what):
        """Until condition() gives something; returns that."""
        deadline = time.monotonic() + PATIENCE
        while True:
            if self.process is not None and self.process.poll() is not None:
                self.fail(f"the program ended while waiting for {what}:\n{self.said()}")
            try:
                found = condition()
            except GLib.Error:  # an accessible went away meanwhile
                found = None
            if found:
                return found
            if time.monotonic() > deadline:
                self.fail(f"waited in vain for {what}")
            time.sleep(0.05)

    def find_window(self):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
                               capture_output=True, text=True, check=False).stdout.split()
        return found[0] if found else None

    def reports(self):
        with open(self.log, encoding="utf-8") as log:
            return log.read().split("settled\n")

    def settled(self, after=0, quiet=0.4):
        """The newest report of the canvas, once there are more than so many and no more come for a while."""
        self.wait(lambda: len(self.reports()) - 1 > after, "the canvas to settle")
        while True:
            before = len(self.reports())
            self.let_run(quiet)
            if len(self.reports()) == before:
                return Places(self.reports()[-2].splitlines())

    def let_run(self, seconds):
        """Gives the program time, and as much more as the machine is busy: it has to answer every tenth of a second."""
        for _ in range(max(1, round(seconds * 10))):
            time.sleep(0.1)
            try:
                application = self.application()
                if application is not None and application.get_child_count() > 0:
                    self.box_of(application.get_child_at_index(0))
            except GLib.Error:  # a window went away meanwhile
                pass

    def rest(self, root=None):
        """Waits until nothing moves any more in the window, or below an accessible."""
        boxes = []

        def rests():
            boxes.append([self.box_of(node) for node in self.nodes(root)])
            return len(boxes) > 1 and boxes[-1] == boxes[-2]
        self.wait(rests, "the window to come to rest")

    def after(self, act):
        """Does something that moves the canvas, and returns the report that follows."""
        before = len(self.reports()) - 1
        act()
        return self.settled(before)

    # --- input -------------------------------------------------------------------------------------------------------

    def xdotool(self, *words):
        subprocess.run(["xdotool", *map(str, words)], check=True, capture_output=True)

    def move(self, place):
        self.xdotool("mousemove", "--sync", "--window", self.window, *place)

    def click(self, place, button=1):
        self.move(place)
        time.sleep(0.1)
        self.xdotool("click", button)

    def key(self, *keys):
        for key in keys:
            self.xdotool("key", key)

    def type(self, text):
        self.xdotool("type", "--delay", "5", text)

    def drag(self, start, *stops, release=True):
        self.move(start)
        self.xdotool("mousedown", 1)
        for stop in stops:
            self.move(stop)
            time.sleep(0.05)
        if release:
            time.sleep(0.2)  # who holds still before letting go wants no sliding on
            self.xdotool("mouseup", 1)

    # --- reading -----------------------------------------------------------------------------------------------------

    def application(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.process.pid:
                return child
        return None

    def nodes(self, root=None):
        """Every accessible, from the top."""
        root = root or self.application()
        if root is None:
            return
        yield root
        # All at once: GTK 4.8 crashes over the number of a window that was closed since they were counted.
        children = [root.get_child_at_index(i) for i in range(root.get_child_count())]
        for child in children:
            if child is not None:
                yield from self.nodes(child)

    @staticmethod
    def role_of(node):
        """The name of its role, whatever the versions."""
        role = node.get_role_name()
        return RENAMED_ROLES.get(role, role)

    @staticmethod
    def name_of(node):
        """Its name, or the text that it stands for: from 4.10 on GTK names fewer roles after what they contain."""
        name = node.get_name()
        if name or "Text" not in node.get_interfaces():
            return name or ""
        return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))

    def find(self, role, name):
        """The first accessible of this role whose name matches, now; None if there is none."""
        role = RENAMED_ROLES.get(role, role)
        for node in self.nodes():
            if self.role_of(node) == role and re.fullmatch(name, self.name_of(node)):
                return node
        return None

    def see(self, role, name):
        return self.wait(lambda: self.find(role, name), f"{role} “{name}”")

    def choose(self, path, besides=None):
        """Types a path into the file chooser, which is no dialog that stood there before; the chooser's X id."""
        chooser = self.wait(lambda: self.other_window(self.window, besides), "the file chooser")
        self.xdotool("windowfocus", "--sync", chooser)
        # A slash opens the entry for paths where there is none; an entry for names takes the path as it is.
        self.key("ctrl+a")
        self.type(path)
        self.wait(lambda: any(path in self.text_of(n) for n in self.nodes() if n.get_role_name() == "text"),
                  "the path to be typed")
        self.key("shift+End", "Delete")  # what was completed meanwhile
        self.key("Return")
        return chooser

    @staticmethod
    def text_of(node):
        try:
            return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))
        except Exception:  # an accessible that went away has no text
            return ""

    def windows(self):
        """The X ids of the program's windows that can be seen."""
        return subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
                              capture_output=True, text=True, check=False).stdout.split()

    def other_window(self, *known):
        """The X id of a window of the program that is none of these, or None."""
        return next((window for window in self.windows() if window not in known), None)

    @staticmethod
    def box_of(node):
        """Where it lies in its window, as a tuple; None if it has no place, like a page of a stack."""
        try:
            box = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
        except (GLib.Error, TypeError):
            return None
        return box.x, box.y, box.width, box.height

    def source_text(self):
        return self.see("text", "Source Text")

    def lit(self):
        """The words that are lit at the caret, which stands at the start of the current passage."""
        node = self.source_text()
        caret = Atspi.Text.get_caret_offset(node)
        attributes, start, end = Atspi.Text.get_attribute_run(node, caret, False)
        if "bg-color" not in attributes or start != caret:
            return ""
        return Atspi.Text.get_text(node, start, end)

    def empty_place(self, places, below=0):
        """A point of the plot where nothing stands, further down than this."""
        boxes = [box[1:] for items in places.items.values() for box in items]
        boxes += [cluster[1:] for cluster in places.clusters]
        for y in range(max(places.origin[1] + 120, below), places.origin[1] + places.size[1] - 60, 7):
            for x in range(places.origin[0] + places.size[0] // 2, places.origin[0] + places.size[0] - 40, 7):
                if not any(b[0] - 12 < x < b[0] + b[2] + 12 and b[1] - 12 < y < b[1] + b[3] + 12 for b in boxes):
                    return (x, y)
        raise AssertionError("no empty place")

    def on_surface(self, x, y):
        """A point as AT-SPI tells it, in coordinates of the window's surface: AT-SPI leaves out the shadow around it."""
        canvas = self.see("list", "Timeline.*")
        at = Atspi.Component.get_extents(canvas, Atspi.CoordType.WINDOW)
        origin = Places(self.reports()[-2].splitlines()).origin
        return (x + origin[0] - at.x, y + origin[1] - at.y)

    def middle_of(self, node):
        """Once it stands still: what opens does so with a movement."""
        boxes = []
        self.wait(lambda: boxes.append(self.box_of(node)) or boxes[-2:-1] == boxes[-1:], "it to stand still")
        box = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
        return self.on_surface(box.x + box.width // 2, box.y + box.height // 2)

    def screenshot(self, name):
        """Keeps a picture of the display for people, where there is a tool for it."""
        if shutil.which("import") is None:
            return
        os.makedirs(SHOTS, exist_ok=True)
        time.sleep(0.3)
        subprocess.run(["import", "-window", "root", os.path.join(SHOTS, name + ".png")], check=False,
                       stderr=subprocess.DEVNULL)
