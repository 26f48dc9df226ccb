# SPDX-License-Identifier: GPL-3.0-or-later
"""A settings manager of the X display: what the desktop's own one tells each program about text size and motion.

Only this reaches a program that is started without a desktop. The format is that of the XSETTINGS specification, 0.5;
integers only. The owner is this process, and the settings last as long as it does.
"""
import ctypes
import ctypes.util
import struct

TEXT_DPI = "Xft/DPI"  # in 1024ths; 96 is the size that nobody changed
ANIMATIONS = "Gtk/EnableAnimations"

_REPLACE = 0
_INTEGER = 0


def encode(settings, serial=1):
    """The bytes of the property: a header, then a record for each setting, padded to 4 bytes."""
    records = b""
    for name, value in sorted(settings.items()):
        key = name.encode("ascii")
        records += struct.pack("<BxH", _INTEGER, len(key)) + key + bytes(-len(key) % 4) + struct.pack("<Ii", serial, value)
    return struct.pack("<B3xII", 0, serial, len(settings)) + records


class Settings:
    """Owns the settings of the display that DISPLAY names."""

    def __init__(self):
        self.x11 = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.x11.XInternAtom.restype = ctypes.c_ulong
        self.x11.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
        self.x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self.x11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
        self.x11.XCreateSimpleWindow.restype = ctypes.c_ulong
        self.x11.XCreateSimpleWindow.argtypes = [ctypes.c_void_p, ctypes.c_ulong] + [ctypes.c_int] * 2 + [ctypes.c_uint] * 3 + [ctypes.c_ulong] * 2
        self.x11.XChangeProperty.argtypes = [ctypes.c_void_p] + [ctypes.c_ulong] * 3 + [ctypes.c_int] * 2 + [ctypes.c_char_p, ctypes.c_int]
        self.x11.XSetSelectionOwner.argtypes = [ctypes.c_void_p] + [ctypes.c_ulong] * 3
        self.x11.XSync.argtypes = [ctypes.c_void_p, ctypes.c_int]
        self.x11.XCloseDisplay.argtypes = [ctypes.c_void_p]
        self.display = self.x11.XOpenDisplay(None)
        if not self.display:
            raise OSError("no X display")
        root = self.x11.XDefaultRootWindow(self.display)
        self.window = self.x11.XCreateSimpleWindow(self.display, root, 0, 0, 1, 1, 0, 0, 0)
        self.serial = 0

    def atom(self, name):
        return self.x11.XInternAtom(self.display, name.encode("ascii"), 0)

    def set(self, settings):
        """Before the program is started, which reads them then."""
        self.serial += 1
        data = encode(settings, self.serial)
        kind = self.atom("_XSETTINGS_SETTINGS")
        self.x11.XChangeProperty(self.display, self.window, kind, kind, 8, _REPLACE, data, len(data))
        self.x11.XSetSelectionOwner(self.display, self.atom("_XSETTINGS_S0"), self.window, 0)
        self.x11.XSync(self.display, 0)

    def close(self):
        """The display then has no settings again."""
        self.x11.XCloseDisplay(self.display)
