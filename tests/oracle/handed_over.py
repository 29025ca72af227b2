"""What of a handover is arranged already: whose tie ends for good, who begins one (section 6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from tests.oracle.days import is_valid
from tests.oracle.leaving import is_there
from tests.oracle.oracle import Oracle


def day_after(day: str) -> str:
    """The next day."""
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def day_before(day: str) -> str:
    """The day before."""
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def handed_over(oracle: Oracle, employee: str, latest: str) -> dict[str, tuple[str, str | None]]:
    """Contacts to whom the employee has a tie today or on the last day, and then none until the latest, included.

    With the first of the days without, and who begins a tie on it and is there on the latest. A gap that is over
    by then is no end.
    """
    found = {}
    for contact in held_by(oracle, employee, latest):
        own = _periods(oracle, employee, contact)
        held = [day for day in _days(oracle.as_of, latest) if any(is_valid(tie, day) for tie in own)]
        if held[-1] < latest:
            day = day_after(held[-1])
            those = [
                one
                for one, other in beginning(oracle, employee, latest, day)
                if other == contact and any(tie.valid_from == day for tie in _periods(oracle, one, contact))
            ]
            found[contact] = day, min(those, default=None)
    return found


def beginning(oracle: Oracle, employee: str, latest: str, first_day: str = "") -> set[tuple[str, str]]:
    """Pairs of a colleague and a contact of the employee without a tie today who begin one by the latest day."""
    contacts = held_by(oracle, employee, latest)
    return {
        (tie.employee, tie.contact)
        for tie in oracle.world["ties"]
        if tie.contact in contacts
        and tie.employee != employee
        and is_there(oracle.world, tie.employee, latest)
        and max(oracle.as_of, first_day) <= (tie.valid_from or "") <= latest
        and not any(is_valid(each, oracle.as_of) for each in _periods(oracle, tie.employee, tie.contact))
    }


def held_by(oracle: Oracle, employee: str, latest: str) -> set[str]:
    """The contacts to whom the employee has a tie today, or on the last day, the one before the latest."""
    last = replace(oracle, as_of=day_before(latest))
    return {tie.contact for each in (oracle, last) for tie in each.ties if tie.employee == employee}


def _periods(oracle: Oracle, employee: str, contact: str) -> list[Any]:
    return [tie for tie in oracle.world["ties"] if (tie.employee, tie.contact) == (employee, contact)]


def _days(first: str, last: str) -> list[str]:
    days = [first]
    while days[-1] < last:
        days.append(day_after(days[-1]))
    return days
