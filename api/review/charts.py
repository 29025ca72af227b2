"""The geometry of the review's charts: where everything lies, in units of the drawing. The page draws it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from api.review.gathering import HeldTie

ROW = 26.0
"""Height of a line of a list."""


class Bar(NamedTuple):
    """A horizontal bar of a list; `share` is its length as a part of the longest."""

    label: str
    share: float
    text: str


class Dumbbell(NamedTuple):
    """A number before and after on one scale, as parts of the largest."""

    label: str
    before: float
    after: float
    text: str


class Placed(NamedTuple):
    """A person in the picture of who holds whom."""

    key: str
    y: float


class Line(NamedTuple):
    """A tie in that picture; `is_lost` when the one who leaves holds it."""

    from_y: float
    to_y: float
    width: float
    is_lost: bool


class Holding(NamedTuple):
    """Who holds whom: our people on the left, contacts on the right."""

    height: float
    employees: Sequence[Placed]
    contacts: Sequence[Placed]
    lines: Sequence[Line]


class Mark(NamedTuple):
    """A day on a time line from 0 (today) to 1 (the last day)."""

    at: float
    day: date
    label: str


def bars(rows: Sequence[tuple[str, float, str]]) -> list[Bar]:
    """One bar a row (label, value, text); nothing is drawn of a value of 0."""
    largest = max((value for _, value, _ in rows), default=0.0)
    return [Bar(label, value / largest if largest > 0 else 0.0, text) for label, value, text in rows]


def dumbbells(rows: Sequence[tuple[str, float, float]]) -> list[Dumbbell]:
    """One line a row (label, before, after), all on the scale from 0 to the largest number."""
    largest = max((max(before, after) for _, before, after in rows), default=0.0) or 1.0
    return [
        Dumbbell(label, before / largest, after / largest, f"{before:g} → {after:g}")
        for label, before, after in rows
    ]


def holding(ties: Sequence[HeldTie], leaving: str, order: Sequence[str]) -> Holding:
    """The picture of the ties to the contacts in that order; the one who leaves comes first on our side."""
    held = {tie.contact for tie in ties}
    contacts = [contact for contact in order if contact in held]
    contacts += sorted(held - set(contacts))
    colleagues = sorted({tie.employee for tie in ties} - {leaving})
    employees = [leaving, *colleagues] if ties else []
    height = ROW * max(len(employees), len(contacts), 1)
    left = {key: height * (number + 0.5) / len(employees) for number, key in enumerate(employees)}
    right = {key: ROW * (number + 0.5) for number, key in enumerate(contacts)}
    lines = [
        Line(left[tie.employee], right[tie.contact], 1 + 5 * tie.strength, tie.employee == leaving) for tie in ties
    ]
    return Holding(
        height,
        [Placed(key, y) for key, y in left.items()],
        [Placed(key, y) for key, y in right.items()],
        sorted(lines, key=lambda line: line.is_lost),  # the lost ones lie on top
    )


def marks(days: Sequence[tuple[date, str]], first: date, last: date) -> list[Mark]:
    """Each day's place between the first and the last."""
    span = max((last - first).days, 1)
    return [Mark((day - first).days / span, day, label) for day, label in days]
