# SPDX-License-Identifier: GPL-3.0-or-later
"""Synthetic events for benchmarks, as a table that `dateline import` takes: the same number gives the same bytes.

Half of them stand in waves of a few weeks, as news does; two hundred offices share them by rank, the first many times
as often as the last; every fifth lasts. Each names a source of its own.

usage: make_events.py N > OUT.csv
"""
import bisect
import datetime
import itertools
import random
import sys

HEADINGS = "id,title,start,end,actors,kind,summary,source"
N_OFFICES = 200
FIRST_DAY = datetime.date(1990, 1, 1).toordinal()
LAST_DAY = datetime.date(2025, 12, 31).toordinal()
ACTS = ("grants", "refuses", "renews", "suspends", "opens", "closes", "asks for", "publishes", "withdraws", "defers")
THINGS = ("permits", "quotas", "licences", "inspections", "tenders", "fees", "labels", "recalls", "audits", "subsidies")
FIELDS = ("ports", "dairies", "railways", "pharmacies", "mines", "networks", "forests", "harbours", "mills", "airfields")
KINDS = ("announcement", "prohibition", "listing", "effective_date", "deadline", "statement", "closure", "litigation")


def make_ranks():
    """Sums of 1, 1/2, 1/3 ... for the choice of an office by its rank."""
    return list(itertools.accumulate(1 / rank for rank in range(1, N_OFFICES + 1)))


def choose_offices(dice, ranks):
    chosen = []
    for _ in range(1 if dice.random() < 0.6 else dice.randint(2, 3)):
        office = f"Office {bisect.bisect(ranks, dice.random() * ranks[-1]):03d}"
        if office not in chosen:
            chosen.append(office)
    return chosen


def choose_day(dice, waves):
    if dice.random() < 0.5:
        day = round(dice.choice(waves) + dice.triangular(-25, 25, 0))
    else:
        day = dice.randint(FIRST_DAY, LAST_DAY)
    return min(max(day, FIRST_DAY), LAST_DAY)


def format_day(day):
    return datetime.date.fromordinal(day).isoformat()


def make_rows(count):
    dice = random.Random(2017)
    ranks = make_ranks()
    waves = [dice.randint(FIRST_DAY, LAST_DAY) for _ in range(max(10, count // 500))]
    for number in range(count):
        day = choose_day(dice, waves)
        end = format_day(day + 1 + int(dice.expovariate(1 / 60))) if dice.random() < 0.2 else ""
        offices = choose_offices(dice, ranks)
        thing = f"{dice.choice(THINGS)} for {dice.choice(FIELDS)}"
        title = f"{offices[0]} {dice.choice(ACTS)} {thing}, act {number}"
        summary = f"{title}. File {dice.randrange(1000000)} is about {dice.choice(FIELDS)}."
        yield (f"n{number}", f'"{title}"', format_day(day), end, "; ".join(offices), dice.choice(KINDS),
               f'"{summary}"', f"https://example.org/act/{number}")


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdigit():
        sys.exit(__doc__)
    write = sys.stdout.write
    write(HEADINGS + "\n")
    for row in make_rows(int(sys.argv[1])):
        write(",".join(row) + "\n")


if __name__ == "__main__":
    main()
