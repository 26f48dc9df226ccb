# SPDX-License-Identifier: GPL-3.0-or-later
"""How the desktop meets the program: it is started over D-Bus, a second start hands over to the first, a case has one
window whatever path leads to it."""
import glob
import os
import re
import shutil
import subprocess

from app_case import PATIENCE, PROGRAM, AppCase, tap
from gi.repository import Gio, GLib

DATA = os.path.join(os.environ.get("G_TEST_BUILDDIR", "."), "..", "data")
SERVICE = next(iter(glob.glob(os.path.join(DATA, "*.service"))), "")
APPLICATION_ID = os.path.basename(SERVICE)[: -len(".service")]
APPLICATION_PATH = "/" + APPLICATION_ID.replace(".", "/")


class Desktop(AppCase):
    """Every test has a session bus of its own, which knows how to start the program."""

    def setUp(self):
        super().setUp()
        services = os.path.join(self.folder, "share", "dbus-1", "services")
        os.makedirs(services)
        with open(SERVICE, encoding="utf-8") as file:
            service = re.sub(r"^Exec=\S+", f"Exec={PROGRAM}", file.read(), flags=re.M)
        with open(os.path.join(services, os.path.basename(SERVICE)), "w", encoding="utf-8") as file:
            file.write(service)
        self.environment["XDG_DATA_DIRS"] = os.path.join(self.folder, "share") + ":/usr/local/share:/usr/share"
        self.log = os.path.join(self.folder, "stderr")
        self.bus_log = open(self.log, "w", encoding="utf-8")
        self.addCleanup(self.bus_log.close)
        daemon = subprocess.Popen(["dbus-daemon", "--session", "--print-address", "--nofork"], stdout=subprocess.PIPE,
                                  stderr=self.bus_log, text=True, env=self.environment)
        address = daemon.stdout.readline().strip()
        daemon.stdout.close()
        self.addCleanup(daemon.wait, PATIENCE)
        self.addCleanup(daemon.terminate)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = address
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.bus = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
        self.bus.set_exit_on_close(False)
        self.addCleanup(self.end)

    def call(self, name, path, interface, method, parameters=None):
        return self.bus.call_sync(name, path, interface, method, parameters, None, Gio.DBusCallFlags.NONE, PATIENCE * 1000,
                                  None).unpack()

    def ask(self, method, parameters):
        """A call of the application, as the desktop makes it; D-Bus starts the program if it does not run."""
        self.call(APPLICATION_ID, APPLICATION_PATH, "org.freedesktop.Application", method, parameters)

    def runs(self):
        return self.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
                         GLib.Variant("(s)", (APPLICATION_ID,)))[0]

    def window_numbers(self):
        if not self.runs():
            return []
        told = self.call(APPLICATION_ID, APPLICATION_PATH + "/window", "org.freedesktop.DBus.Introspectable", "Introspect")[0]
        return sorted(int(number) for number in re.findall(r'<node name="(\d+)"', told))

    def titles(self):
        """What stands in the title bars of the windows that are to be seen."""
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "dateline"], capture_output=True, text=True,
                               check=False).stdout.split()
        names = (subprocess.run(["xdotool", "getwindowname", window], capture_output=True, text=True, check=False).stdout
                 for window in found)
        return sorted(name.strip() for name in names if name.strip())

    def wait_titles(self, *titles):
        self.wait(lambda: self.titles() == sorted(titles), f"windows {titles}, there are {self.titles()}")

    def wait_titles_have(self, title):
        self.wait(lambda: title in self.titles(), f"a window {title}, there are {self.titles()}")

    def focused(self):
        return subprocess.run(["xdotool", "getwindowfocus", "getwindowname"], capture_output=True, text=True,
                              check=False).stdout.strip()

    def end(self):
        if self.runs():
            self.ask("ActivateAction", GLib.Variant("(sava{sv})", ("quit", [], {})))
        self.wait(lambda: not self.runs(), "the program to end")

    def quit(self):
        self.end()
        self.bus_log.flush()
        self.assertNotRegex(self.said(), r"WARNING|CRITICAL|ERROR|Sanitizer|runtime error")

    def begin(self, *arguments):
        """A second start from a shell; it must end by itself, and well."""
        done = subprocess.run([PROGRAM, *arguments], env=self.environment, cwd=self.folder, capture_output=True, text=True,
                              timeout=PATIENCE, check=False)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))

    def make_case(self, name, title):
        path = os.path.join(self.folder, name)
        subprocess.run([PROGRAM, "new", path, "--title", title], check=True, env=self.environment)
        return path

    def test_started_by_the_bus(self):
        self.assertFalse(self.runs())
        self.ask("Activate", GLib.Variant("(a{sv})", ({},)))
        self.wait_titles("Dateline")
        self.ask("Open", GLib.Variant("(asa{sv})", (["file://" + self.sample], {})))
        self.wait_titles("Kaspersky and US Policy")
        self.ask("ActivateAction", GLib.Variant("(sava{sv})", ("new-window", [], {})))
        self.wait_titles("Dateline", "Kaspersky and US Policy")
        self.quit()

    def test_an_action_starts_it_too(self):
        self.ask("ActivateAction", GLib.Variant("(sava{sv})", ("new-window", [], {})))
        self.wait_titles("Dateline")
        self.assertEqual(len(self.window_numbers()), 1)
        self.quit()

    def test_a_service_opens_no_window(self):
        process = subprocess.Popen([PROGRAM, "--gapplication-service"], env=self.environment, stderr=self.bus_log)
        self.addCleanup(process.wait, PATIENCE)
        self.wait(self.runs, "the service")
        self.assertEqual(self.titles(), [])
        self.quit()

    def test_second_start_hands_over(self):
        self.ask("Open", GLib.Variant("(asa{sv})", (["file://" + self.sample], {})))
        self.wait_titles("Kaspersky and US Policy")
        first = self.window_numbers()
        self.begin()
        self.assertEqual(self.window_numbers(), first)
        self.begin("--new-window")
        self.wait_titles("Dateline", "Kaspersky and US Policy")
        self.quit()

    def test_one_window_a_case(self):
        other = self.make_case("other.dateline", "Other")
        os.makedirs(os.path.join(self.folder, "below"))
        os.symlink(self.sample, os.path.join(self.folder, "link.dateline"))
        os.symlink(self.folder, os.path.join(self.folder, "below", "up"))
        self.ask("Open", GLib.Variant("(asa{sv})", (["file://" + self.sample, "file://" + other], {})))
        self.wait_titles("Kaspersky and US Policy", "Other")
        windows = self.window_numbers()
        for path in ("kaspersky.dateline", "./below/../kaspersky.dateline", "link.dateline", "below/up/kaspersky.dateline",
                     self.sample):
            self.begin(path)
            self.assertEqual(self.window_numbers(), windows, path)
            self.wait(lambda: self.focused() == "Kaspersky and US Policy", f"the case's window to come to the front for {path}")
            self.begin(other)
            self.wait(lambda: self.focused() == "Other", "the other window to come to the front")
        self.quit()

    def test_several_cases(self):
        self.make_case("one.dateline", "One")
        self.make_case("two.dateline", "Two")
        process = subprocess.Popen([PROGRAM, "one.dateline", "two.dateline"], env=self.environment, cwd=self.folder,
                                   stderr=self.bus_log)
        self.addCleanup(process.wait, PATIENCE)
        self.wait_titles("One", "Two")
        self.quit()

    def test_file_that_is_nowhere_here(self):
        self.ask("Open", GLib.Variant("(asa{sv})", (["unknown-scheme://host/a.dateline"], {})))
        self.wait_titles_have("Dateline")  # the dialog is a window of its own, or in this one
        self.assertTrue(self.runs())
        self.quit()

    def test_the_desktop_finds_its_window(self):
        self.ask("Activate", GLib.Variant("(a{sv})", ({},)))
        self.wait_titles("Dateline")
        window = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "^Dateline$"], capture_output=True, text=True,
                                check=True).stdout.split()[0]
        if shutil.which("xprop") is None:
            self.skipTest("xprop is not installed")
        told = subprocess.run(["xprop", "-id", window, "WM_CLASS"], capture_output=True, text=True, check=True).stdout
        with open(next(iter(glob.glob(os.path.join(DATA, "*.desktop")))), encoding="utf-8") as file:
            wanted = re.search(r"^StartupWMClass=(.*)$", file.read(), re.M)[1]
        self.assertIn(f'"{wanted}"', told)
        self.quit()


if __name__ == "__main__":
    tap.main(Desktop)
