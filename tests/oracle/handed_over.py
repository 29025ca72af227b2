"""What of a handover is arranged already: whose tie ends for good, who begins one (section 6)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from tests.oracle.days import is_valid
from tests.oracle.oracle import Oracle


def day_after(day: str) -> str:
    """The next day."""
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def handed_over(oracle: Oracle, employee: str, latest: str) -> dict[str, tuple[str, str | None]]:
    """Contacts to whom the employee has a tie today and, from some day on, none until the latest day, included.

    With the first of those days, and who begins a tie on it. A gap that is over by then is no end.
    """
    found = {}
    for contact in {tie.contact for tie in oracle.ties if tie.employee == employee}:
        own = _periods(oracle, employee, contact)
        held = [day for day in _days(oracle.as_of, latest) if any(is_valid(tie, day) for tie in own)]
        if held[-1] < latest:
            day = day_after(held[-1])
            those = [one for one, other in beginning(oracle, employee, day, day) if other == contact]
            found[contact] = day, min(those, default=None)
    return found


def beginning(oracle: Oracle, employee: str, latest: str, first_day: str = "") -> set[tuple[str, str]]:
    """Pairs of a colleague and a contact of the employee without a tie today who begin one by the latest day."""
    contacts = {tie.contact for tie in oracle.ties if tie.employee == employee}
    return {
        (tie.employee, tie.contact)
        for tie in oracle.world["ties"]
        if tie.contact in contacts
        and tie.employee != employee
        and max(oracle.as_of, first_day) <= (tie.valid_from or "") <= latest
        and not any(is_valid(each, oracle.as_of) for each in _periods(oracle, tie.employee, tie.contact))
    }


def _periods(oracle: Oracle, employee: str, contact: str) -> list[Any]:
    return [tie for tie in oracle.world["ties"] if (tie.employee, tie.contact) == (employee, contact)]


def _days(first: str, last: str) -> list[str]:
    days = [first]
    while days[-1] < last:
        days.append(day_after(days[-1]))
    return days
