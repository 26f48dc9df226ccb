# SPDX-License-Identifier: GPL-3.0-or-later
"""Just enough about dates to check the sample: the shapes of EDTF that it uses, and its rules of counting.
Written apart from the C code on purpose: two ways to the same value."""
import re
from calendar import monthrange
from datetime import date, timedelta

DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?([~?%]?)")


def is_edtf(value):
    """Whether a value is a date, or one unknown day of a stretch `[a..b]`."""
    if value.startswith("[") and value.endswith("]"):
        ends = value[1:-1].split("..")
        return len(ends) == 2 and any(ends) and all(not end or is_date(end) for end in ends) and in_order(ends)
    return is_date(value)


def is_date(value):
    match = DATE.fullmatch(value)
    if not match:
        return False
    year, month, day = (int(part) if part else 1 for part in match.groups()[:3])
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def in_order(ends):
    return not all(ends) or bounds(ends[0])[0] <= bounds(ends[1])[1]


def bounds(value):
    """The first and the last day that a value may mean; None for an open end."""
    if value.startswith("["):
        first, last = value[1:-1].split("..")
        return bounds(first)[0] if first else None, bounds(last)[1] if last else None
    year, month, day = (int(part) if part else None for part in DATE.fullmatch(value).groups()[:3])
    last_month = month or 12
    last_day = day or monthrange(year, last_month)[1]
    return date(year, month or 1, day or 1), date(year, last_month, last_day)


def shift(anchor, rule):
    """The value of a rule, for the plain cases that the sample has: days from a day, nothing or whole months."""
    year, month, day, qualifier = DATE.fullmatch(anchor).groups()
    amount, unit = rule["amount"], rule["unit"]
    if rule["comparator"] not in ("=", "about") or (amount and unit not in ("days", "months")):
        raise ValueError(f"this check cannot compute {rule}")
    if rule["comparator"] == "about" and not qualifier:
        qualifier = "~"
    if not amount:
        return anchor.rstrip("~?%") + qualifier
    if unit == "months":
        months = int(year) * 12 + int(month) - 1 + amount
        return f"{months // 12:04}-{months % 12 + 1:02}" + (f"-{day}" if day else "") + qualifier
    counted = 1 if rule["counting"] == "anchor_counted" else 0
    return (date(int(year), int(month), int(day)) + timedelta(days=amount - counted)).isoformat() + qualifier


def first_in_force(claim):
    """The stretch in which what a claim speaks of can have begun to apply: the day after the last day allowed."""
    step = timedelta(days=1 if claim.get("limit") == "last_allowed" else 0)
    first, last = bounds(claim["edtf"])
    return first and first + step, last and last + step


def exclude(a, b):
    """Whether no day satisfies both claims."""
    (a_first, a_last), (b_first, b_last) = first_in_force(a), first_in_force(b)
    return bool((a_last and b_first and a_last < b_first) or (b_last and a_first and b_last < a_first))
