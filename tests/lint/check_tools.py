# SPDX-License-Identifier: GPL-3.0-or-later
"""Lints that ask another program. A check that cannot run here raises Skip and says why."""
import os
import re
import shutil
import sqlite3
import subprocess
import tempfile

from lint_tree import c_files

FORMATTERS = ("clang-format-14", "clang-format")
MIME_TYPE = "application/vnd.dateline+sqlite3"
FORMAT_VERSION = re.compile(r"version 14\.")


class Skip(Exception):
    """The check cannot be made on this machine."""


def run(*command, cwd=None, **more_env):
    """Returns (status, all output). The language is fixed, so that answers can be read."""
    done = subprocess.run(command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          env={"PATH": "/usr/bin:/bin:/usr/sbin", "LC_ALL": "C.UTF-8", **more_env}, check=False)
    return done.returncode, done.stdout


def tool(*names):
    for name in names:
        if shutil.which(name):
            return name
    raise Skip(f"{names[0]} is not installed")


def check_format(root):
    """The sources are as clang-format 14 writes them; ./dev format makes them so."""
    formatter = tool(*FORMATTERS)
    version = run(formatter, "--version")[1].strip()
    if not FORMAT_VERSION.search(version):
        raise Skip(f"clang-format 14 is wanted, this is: {version}")
    paths = [str(path) for path in c_files(root, ("src", "tests"))]
    if not paths:
        return []
    _, output = run(formatter, "--dry-run", "-Werror", "--style=file", *paths, cwd=root)
    found = sorted({line.split(": error:")[0] for line in output.splitlines() if ": error:" in line})
    return [f"{place}: not as clang-format writes it" for place in found]


def check_hardening(program):
    """The program is position-independent, its tables read-only from the start, its stack no code."""
    _, output = run(tool("readelf"), "-lWd", str(program))
    wanted = [("PIE", r"\bPIE\b"), ("RELRO", r"GNU_RELRO"), ("BIND_NOW", r"BIND_NOW|FLAGS_1.*\bNOW\b"),
              ("a stack that cannot be run", r"GNU_STACK.*\bRW\b")]
    return [f"{program}: no {name}" for name, pattern in wanted if not re.search(pattern, output)]


def check_desktop(path):
    """The desktop file is silent under desktop-file-validate and claims only our own MIME type."""
    status, output = run(tool("desktop-file-validate"), str(path))
    found = [f"{path}: {line}" for line in output.splitlines()]
    if status != 0 and not found:
        found = [f"{path}: desktop-file-validate says {status}"]
    with open(path, encoding="utf-8") as file:
        types = re.findall(r"^MimeType=(.*)$", file.read(), re.M)
    if types != [MIME_TYPE + ";"]:
        found.append(f"{path}: MimeType is {types}, not only our own")
    return found


def check_xml(path):
    """The file is well-formed XML."""
    _, output = run(tool("xmllint"), "--noout", "--nonet", str(path))
    return output.splitlines()


def check_mime(path):
    """With the definition installed, a case is known by its name and by its contents; another database is not taken for one."""
    samples = [("case.dateline", 0x44744C31, True), ("case", 0x44744C31, True), ("other", 0x12345678, False),
               ("foreign.dateline", 0x12345678, True)]  # a sandbox knows names alone, and the program refuses it politely
    found = []
    with tempfile.TemporaryDirectory() as home:
        os.makedirs(os.path.join(home, "mime", "packages"))
        shutil.copy(path, os.path.join(home, "mime", "packages", "dateline.xml"))
        status, output = run(tool("update-mime-database"), os.path.join(home, "mime"))
        if status != 0:
            found += output.splitlines()
        for name, number, is_case in samples:
            sample = os.path.join(home, name)
            with sqlite3.connect(sample) as database:
                database.execute(f"PRAGMA application_id = {number}")
                database.execute("CREATE TABLE t (a)")
            _, output = run(tool("gio"), "info", "-a", "standard::content-type", sample, XDG_DATA_HOME=home, GIO_USE_VFS="local")
            if output.strip().endswith(MIME_TYPE) != is_case:
                found.append(f"{path}: a file “{name}” with the number {number:#x} is told as {output.split()[-1]}")
    return found


def check_options(paths):
    """The man page and --help know the same options. paths is PROGRAM,MANPAGE."""
    program, man = str(paths).split(",")
    commands = re.findall(r"^  ([a-z]+) [A-Z[]", run(program, "--help")[1].partition("Commands:")[2], re.M)
    if not commands:
        return [f"{program}: --help names no commands"]
    told = set()
    for command in commands:
        told |= set(re.findall(r"^ +(?:-\w, )?--([a-z-]+)", run(program, command, "--help")[1], re.M)) - {"help"}
    with open(man, encoding="utf-8") as file:
        page = file.read()
    written = set(re.findall(r"-([a-z][a-z-]+)", " ".join(re.findall(r"^\.It Fl (.*)$", page, re.M))))
    found = [f"{man}: no command {command}" for command in commands if not re.search(rf"^\.Cm {command}$", page, re.M)]
    found += [f"{man}: --{option} is missing" for option in sorted(told - written)]
    found += [f"{man}: --{option} is told, but --help does not have it" for option in sorted(written - told)]
    return found


def check_man(path):
    """The man page is as mandoc wants it."""
    _, output = run(tool("mandoc"), "-T", "lint", "-W", "warning", str(path))
    return output.splitlines()
