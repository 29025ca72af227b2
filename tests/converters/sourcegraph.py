"""Sourcegraph's published org chart, month by month, as the history of one customer.

- The firm is company `sourcegraph`, CUSTOMER; a made-up supplier `us` has nobody.
- People are `P0001` and so on, without names. The months from `FIRST_MONTH` on are used: before it most reporting
  lines are missing.
- A month holds from its last day, the day of its snapshot, up to the last day of the next one. Months in which
  somebody sits in the same seat are one period of `works_in`, with the seat's role as the title; those in which
  somebody reports to the same person are one period of `reports_to`.
- A person may have several seats (acting roles). The first one by number is where the person works and gives the
  solid line; the others give dotted lines, unless they lead to the same manager or to the person itself.
- Level, by the title: EXECUTIVE with CEO, CTO, CFO, Chief or VP, SENIOR with Director or Head; else MIDDLE for the
  seat of a manager and STAFF for any other. The data has no departments.
- Who is in no month after some month has LEFT on the day of the first snapshot without them.
"""

from __future__ import annotations

from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from graph.model.companies import COMPANIES
from graph.model.people import PEOPLE, REPORTS_TO, WORKS_IN
from graph.model.record import Row
from graph.store import Table
from tests.converters.source_files import read_rows

FIRST_MONTH = "2022-02"
_EXECUTIVE = ("CEO", "CTO", "CFO", "Chief", "VP")
_SENIOR = ("Director", "Head")
Seat = dict[str, str]


class Departure(NamedTuple):
    """A manager who left, the last day seen, and who most of the reports who stayed report to a month later.

    Of several with as many reports, the first by key. `is_newcomer`: that one was not there on the last day seen.
    """

    manager: str
    last_seen: date
    successor: str
    is_newcomer: bool


class Month(NamedTuple):
    """A snapshot: its day and every person's seats, the first one first."""

    day: date
    seats: dict[str, list[Seat]]

    def managers(self, person: str) -> list[str]:
        """Whom the person's seats report to, themselves left out, in the order of the seats."""
        holders = {seat["seat_id"]: holder for holder, seats in self.seats.items() for seat in seats}
        above = (holders.get(seat["reports_to_seat"]) for seat in self.seats[person])
        return [manager for manager in dict.fromkeys(above) if manager not in (None, person)]


def months_of(folder: Path) -> list[Month]:
    """The snapshots from `FIRST_MONTH` on, in order."""
    by_month: dict[str, dict[str, list[Seat]]] = defaultdict(lambda: defaultdict(list))
    for row in sorted(read_rows(folder / "seats_by_month.csv"), key=lambda row: (row["month"], row["seat_id"])):
        if row["month"] >= FIRST_MONTH:
            by_month[row["month"]][row["person_id"]].append(row)
    return [Month(_last_day(month), dict(seats)) for month, seats in by_month.items()]


def sourcegraph_tables(folder: Path) -> list[Table]:
    """The months as bundle tables; see the module for the rules."""
    months = months_of(folder)
    days = [month.day for month in months]
    left = {person: month.day for month in months for person in month.seats}
    people: list[Row] = []
    for person, last_seen in sorted(left.items()):
        gone = next((day.isoformat() for day in days if day > last_seen), None)
        people.append((person, "sourcegraph", "LEFT" if gone else "ACTIVE", gone))
    places: dict[Row, list[date]] = defaultdict(list)
    lines: dict[Row, list[date]] = defaultdict(list)
    for month in months:
        for person, seats in month.seats.items():
            places[person, "sourcegraph", seats[0]["role"], _level(seats[0])].append(month.day)
            for place, manager in enumerate(month.managers(person)):
                lines[person, manager, "DOTTED" if place else "SOLID"].append(month.day)
    return [
        Table.of_rows(
            COMPANIES,
            ("key", "name", "side"),
            [("us", "Seller", "SUPPLIER"), ("sourcegraph", "Sourcegraph", "CUSTOMER")],
        ),
        Table.of_rows(PEOPLE, ("key", "company", "status", "status_since"), people),
        Table.of_rows(
            WORKS_IN,
            ("person", "company", "title", "level", "valid_from", "valid_to"),
            _with_periods(places, days),
        ),
        Table.of_rows(
            REPORTS_TO, ("person", "manager", "kind", "valid_from", "valid_to"), _with_periods(lines, days)
        ),
    ]


def departures(folder: Path) -> list[Departure]:
    """Every manager who left between two snapshots and some of whose reports stayed and have a manager after."""
    found = []
    months = months_of(folder)
    for before, after in pairwise(months):
        reports: dict[str, list[str]] = defaultdict(list)
        for person in before.seats:
            for manager in before.managers(person)[:1]:
                reports[manager].append(person)
        for leaver in sorted(before.seats.keys() - after.seats.keys()):
            stayed = [report for report in reports[leaver] if report in after.seats]
            takers = Counter(manager for report in stayed for manager in after.managers(report)[:1])
            if takers:
                successor = min(takers, key=lambda manager: (-takers[manager], manager))
                found.append(Departure(leaver, before.day, successor, successor not in before.seats))
    return found


def _last_day(month: str) -> date:
    year, number = map(int, month.split("-"))
    return date(year, number, monthrange(year, number)[1])


def _level(seat: Seat) -> str:
    if any(word in seat["role"] for word in _EXECUTIVE):
        return "EXECUTIVE"
    if any(word in seat["role"] for word in _SENIOR):
        return "SENIOR"
    return "MIDDLE" if seat["is_manager_seat"] else "STAFF"


def _with_periods(edges: dict[Row, list[date]], days: list[date]) -> list[Row]:
    """Each edge once per run of snapshots it is in, up to the first one it is not in."""
    return [
        (*edge, *(day and day.isoformat() for day in period))
        for edge, seen in sorted(edges.items())
        for period in _runs(seen, days)
    ]


def _runs(seen: Iterable[date], days: list[date]) -> list[tuple[date, date | None]]:
    """Runs of consecutive days of the list that were seen, as (first, first after it or None)."""
    places = {days.index(day) for day in seen}
    begins = sorted(place for place in places if place - 1 not in places)
    ends = sorted(place + 1 for place in places if place + 1 not in places)
    return [(days[begin], days[end] if end < len(days) else None) for begin, end in zip(begins, ends, strict=True)]
