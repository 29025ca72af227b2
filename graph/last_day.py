"""The last day of who hands over: what a handover records of it, and what it leaves as it is recorded."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from graph.errors import Problem
from graph.messages.told import Told
from graph.model.people import Person
from graph.model.words import EmploymentStatus

GONE = (EmploymentStatus.LEFT, EmploymentStatus.MOVED, EmploymentStatus.RETIRED)
"""What says of somebody that they are not with us any more, from a day on."""


class Departure(NamedTuple):
    """What a handover says of who hands over.

    `on` is the successors' first day. `is_leaving` is false where somebody stays and only gives contacts away;
    `last_day` is the last working day where it is told, else it is the day before `on`.
    """

    on: date
    is_leaving: bool = True
    last_day: date | None = None

    @property
    def leaves_on(self) -> date:
        """The first day without the person."""
        return self.on if self.last_day is None else self.last_day + timedelta(days=1)


def day_to_record(person: Person, departure: Departure, recorded: date | None) -> date | None:
    """From which day the person is to have LEFT; None when what is recorded stays.

    `recorded` is the day that the last handover recorded: such a day moves to a later one when contacts are handed
    over later, and to any that is told. A status that somebody else recorded stays as it is.
    """
    wanted = departure.leaves_on
    if not departure.is_leaving or _says(person, wanted):
        return None
    if person.status not in GONE:
        return wanted
    if recorded is None or not _says(person, recorded):
        return None
    return wanted if departure.last_day is not None or wanted > recorded else None


def find_problems(person: Person, departure: Departure, recorded: date | None) -> list[Problem]:
    """What is wrong with the last day that is told; nothing where none is."""
    told = departure.last_day
    if told is None:
        return []
    if not departure.is_leaving:
        return [_problem(told, Told("expected none, as who hands over stays", "应为空，交接人并不离开"))]
    if told == date.max:
        return [_problem(told, Told("expected a day with one after it", "其后应还有一天"))]
    if departure.leaves_on < departure.on:
        least = (departure.on - timedelta(days=1)).isoformat()
        passing = departure.on.isoformat()
        return [
            _problem(
                told,
                Told(
                    f"expected {least} or later: the contacts pass on {passing}",
                    f"应不早于 {least}：联系人于 {passing} 交接",
                ),
            )
        ]
    is_ours_to_change = recorded is not None and _says(person, recorded)
    if person.status in GONE and not is_ours_to_change and not _says(person, departure.leaves_on):
        since = Told("", "")
        if person.status_since:
            since = Told(f" since {person.status_since}", f"自 {person.status_since} 起")
        return [
            _problem(
                told,
                Told(
                    f"expected what is recorded, {person.key!r} is {person.status}{since}",
                    f"应与已有记录一致，{person.key!r} {since.chinese}为 {person.status}",
                ),
            )
        ]
    return []


def _says(person: Person, leaves_on: date) -> bool:
    """Whether that day is recorded."""
    return person.status in GONE and person.status_since == leaves_on.isoformat()


def _problem(told: date, expected: Told) -> Problem:
    return Problem("items", None, "last_day", told.isoformat(), expected)
