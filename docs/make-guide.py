# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns the user's guide into one page for the reader's browser, with its pictures inside, so that it needs neither a network
nor a second file.

Usage: make-guide.py GUIDE.md OUT.html DEPFILE

DEPFILE is written for ninja: which pictures the page is made of.

It knows the part of Markdown that the guide uses: headings, paragraphs, lists, tables, code, pictures, links, **strong**
and *emphasised* words. Anything else is text. Headings get an address, so that others can link to them.
"""
import base64
import html
import mimetypes
import os
import re
import sys

STYLE = """
:root { color-scheme: light dark; }
body { font: 17px/1.55 Cantarell, "Adwaita Sans", sans-serif; max-width: 46em; margin: 2em auto; padding: 0 1em; }
img { max-width: 100%; border-radius: 9px; }
code, kbd, pre { font-family: monospace; font-size: 0.92em; }
pre { overflow-x: auto; padding: 0.8em; border: 1px solid #8886; border-radius: 9px; }
table { border-collapse: collapse; }
th, td { border-bottom: 1px solid #8886; padding: 0.3em 1em 0.3em 0; text-align: left; vertical-align: top; }
"""


def picture(match, folder):
    path = os.path.join(folder, match[2])
    kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
    with open(path, "rb") as file:
        data = base64.b64encode(file.read()).decode()
    return f'<img alt="{match[1]}" src="data:{kind};base64,{data}">'


def inline(text, folder):
    """Words within a line. What stands between backticks is kept as it is."""
    parts = re.split(r"`([^`]+)`", html.escape(text, quote=True))
    for i in range(0, len(parts), 2):
        part = re.sub(r"!\[([^\]]*)\]\(([^)]+)\)", lambda match: picture(match, folder), parts[i])
        part = re.sub(r"\[([^\]]+)\]\(([^)]+)\)", r'<a href="\2">\1</a>', part)
        part = re.sub(r"\*\*([^*]+)\*\*", r"<strong>\1</strong>", part)
        parts[i] = re.sub(r"(?<!\w)\*([^*]+)\*(?!\w)", r"<em>\1</em>", part)
    for i in range(1, len(parts), 2):
        parts[i] = f"<code>{parts[i]}</code>"
    return "".join(parts)


def address(title):
    return re.sub(r"[^\w-]", "", title.lower().replace(" ", "-"))


def table(lines, folder):
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines]
    out = ["<table>"]
    for number, row in enumerate(rows):
        if all(re.fullmatch(r":?-+:?", cell) for cell in row):
            continue
        tag = "th" if number == 0 else "td"
        out.append("<tr>" + "".join(f"<{tag}>{inline(cell, folder)}</{tag}>" for cell in row) + "</tr>")
    return "\n".join([*out, "</table>"])


def items(lines, folder):
    """A list; a line that begins with a space goes on with the item before."""
    found = []
    for line in lines:
        match = re.match(r"(?:[-*]|\d+\.) +(.*)", line)
        if match:
            found.append(match[1])
        else:
            found[-1] += " " + line.strip()
    tag = "ol" if re.match(r"\d", lines[0]) else "ul"
    return f"<{tag}>\n" + "\n".join(f"<li>{inline(item, folder)}</li>" for item in found) + f"\n</{tag}>"


def block(lines, folder):
    heading = re.match(r"(#{1,4}) (.*)", lines[0])
    if heading:
        level, title = len(heading[1]), heading[2]
        rest = "\n" + block(lines[1:], folder) if lines[1:] else ""
        return f'<h{level} id="{address(title)}">{inline(title, folder)}</h{level}>{rest}'
    if lines[0].startswith("|"):
        return table(lines, folder)
    if re.match(r"(?:[-*]|\d+\.) ", lines[0]):
        return items(lines, folder)
    return f"<p>{inline(' '.join(lines), folder)}</p>"


def blocks(text):
    """Yields the lines of each block; code keeps its empty lines and comes as one string."""
    lines = []
    code = None
    for line in [*text.splitlines(), ""]:
        if line.startswith("```"):
            if code is None:
                code = []
            else:
                yield "\n".join(code)
                code = None
        elif code is not None:
            code.append(line)
        elif line.strip():
            lines.append(line)
        elif lines:
            yield lines
            lines = []


def page(text, folder):
    title = re.search(r"^# (.*)$", text, re.M)
    body = [f"<pre>{html.escape(one)}</pre>" if isinstance(one, str) else block(one, folder) for one in blocks(text)]
    return "\n".join(["<!DOCTYPE html>", '<html lang="en">', "<head>", '<meta charset="utf-8">',
                      '<meta name="viewport" content="width=device-width">', f"<title>{html.escape(title[1])}</title>",
                      f"<style>{STYLE}</style>", "</head>", "<body>", *body, "</body>", "</html>", ""])


def main():
    source, out, dependencies = sys.argv[1:]
    folder = os.path.dirname(source)
    with open(source, encoding="utf-8") as file:
        text = re.sub(r"<!--.*?-->\n*", "", file.read(), flags=re.S)
    with open(out, "w", encoding="utf-8") as file:
        file.write(page(text, folder))
    pictures = [os.path.join(folder, name) for name in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", text)]
    with open(dependencies, "w", encoding="utf-8") as file:
        file.write(f"{out}: {' '.join(pictures)}\n")


if __name__ == "__main__":
    main()
