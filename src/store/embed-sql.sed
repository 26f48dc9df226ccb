# SPDX-License-Identifier: GPL-3.0-or-later
# Turns a file of SQL into C string literals, one a line, for #include between braces; whole-line comments are left out.
/^--/d
/^$/d
s/\\/\\\\/g
s/"/\\"/g
s/.*/"&\\n"/
