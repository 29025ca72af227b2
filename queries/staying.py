"""Who is there for a handover: on its last day and the day after it, and not about to leave then."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import NamedTuple

from graph.account_graph import Member
from graph.errors import QuestionRejected
from graph.messages.told import Told
from queries.account_view import AccountView


def days_of_handover(last_day: date) -> tuple[date, date]:
    """The days on which a successor has to be there: the last one of who leaves, and the one after.

    QuestionRejected for the last day of the calendar, which has none after it.
    """
    if last_day == date.max:
        raise QuestionRejected(
            Told(
                f"last day {last_day.isoformat()}: expected a day with one after it",
                f"最后工作日 {last_day.isoformat()}：其后应还有一天",
            )
        )
    return last_day, last_day + timedelta(days=1)


class HandoverDays(NamedTuple):
    """An account on the last day of who leaves, and on the day after."""

    last: AccountView
    after: AccountView

    def unavailable(self, employees: Collection[str]) -> frozenset[str]:
        """Those of the employees who are gone on one of the days, or about to leave on the last.

        About to leave is who leaves within the policy's horizon of that day: a departure impact of that day leaves
        them out, too.
        """
        there = _there(self.last) & _there(self.after) - self.last.leaving.keys()
        return frozenset(employees) - there

    def is_there_after(self, person: str) -> bool:
        """Whether the person is ours and present on the day after."""
        return person in _there(self.after)

    def staying(self, colleagues: Collection[Member]) -> list[Member]:
        """Those of the colleagues who do not leave within the policy's horizon of the last day."""
        return [found for found in colleagues if found.leaves_on is None or not self.last.is_soon(found.leaves_on)]


def handover_days(view: AccountView, last_day: date) -> HandoverDays:
    """The account of the view on both days."""
    last, after = days_of_handover(last_day)
    return HandoverDays(view.on(last), view.on(after))


def _there(view: AccountView) -> set[str]:
    return {key for key in view.graph.our_people if view.graph.everyone[key].is_present}
