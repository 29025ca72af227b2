"""Who of our people is there for a handover: ours and present until it is done, and not about to leave then."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from graph.account_graph import Member
from graph.errors import QuestionRejected
from queries.account_view import AccountView


def days_of_handover(last_day: date) -> tuple[date, date]:
    """The days on which a successor has to be there: the last one of who leaves, and the one after.

    QuestionRejected for the last day of the calendar, which has none after it.
    """
    if last_day == date.max:
        raise QuestionRejected(f"last day {last_day.isoformat()}: expected a day with one after it")
    return last_day, last_day + timedelta(days=1)


def unavailable(view: AccountView, last_day: date) -> frozenset[str]:
    """The employees of the account who are gone on a day of the handover, or about to leave on the last day.

    About to leave is who leaves within the policy's horizon of that day: a departure impact of that day leaves
    them out, too.
    """
    found: set[str] = set()
    for day in days_of_handover(last_day):
        graph = view.on(day).graph
        there = {key for key in graph.our_people if graph.everyone[key].is_present}
        found |= view.graph.employees.keys() - there
    return frozenset(found | view.on(last_day).leaving.keys())


def staying_colleagues(view: AccountView, colleagues: Collection[Member], last_day: date) -> list[Member]:
    """Those of the colleagues who do not leave within the policy's horizon of the last day."""
    later = view.on(last_day)
    return [found for found in colleagues if found.leaves_on is None or not later.is_soon(found.leaves_on)]
