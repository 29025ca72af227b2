"""What would help a contact whom a plan gives to nobody: whom of ours to bring in, and whom to hire or appoint."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated

from graph.account_graph import Member
from graph.model.shown import word
from graph.model.words import EmploymentStatus, Line, OrgLevel
from queries.account_view import AccountView
from queries.successors import Successor, SuccessorRanking

_LOWEST_FIRST = (OrgLevel.STAFF, OrgLevel.MIDDLE, OrgLevel.SENIOR, OrgLevel.EXECUTIVE)


@dataclass(frozen=True, slots=True)
class Seat:
    """Whom to hire or appoint."""

    level: Annotated[str, word(OrgLevel, "The lowest level that will do; UNKNOWN: any.")]
    line: Annotated[str, word(Line, "The line, which is the contact's.")]


class OutsideHelp:
    """The help that there is for the contacts of one account when some of our people leave.

    `team` are our people at large. Who has a tie into the account, leaves, is about to leave, or is `unavailable`
    for another reason, is no help from outside. The ranking is that of `SuccessorRanking`.
    """

    def __init__(
        self,
        view: AccountView,
        leaving: Collection[str],
        *,
        capacity: int | None,
        team: Collection[Member],
        unavailable: Collection[str],
    ) -> None:
        self._view, self._leaving, self._capacity = view, leaving, capacity
        self._team = team
        self._unavailable = {*unavailable, *view.graph.employees}

    def from_team(self, contact: str) -> Sequence[Successor]:
        """Everybody who could be brought in for the contact, best first, then by key."""
        return self._of_team.of(contact)

    def seat(self, contact: str) -> Seat | None:
        """Whom to hire or appoint: somebody without a tie, of the contact's line and as low a level as will do.

        Any level will do, and UNKNOWN is told, where that of the contact is not known. None where the policy asks
        for more than anybody new can have.
        """
        theirs = self._view.graph.contacts[contact]
        levels = [OrgLevel.UNKNOWN] if theirs.level == OrgLevel.UNKNOWN else _LOWEST_FIRST
        ranked = self._ranking([_newcomer(level, theirs.line) for level in levels]).of(contact)
        possible = {found.employee for found in ranked if found.obstacle is None}
        return next((Seat(level, theirs.line) for level in levels if level in possible), None)

    @cached_property
    def _of_team(self) -> SuccessorRanking:
        return self._ranking(self._team)

    def _ranking(self, asked: Collection[Member]) -> SuccessorRanking:
        return SuccessorRanking(
            self._view,
            self._leaving,
            capacity=self._capacity,
            colleagues=asked,
            unavailable=self._unavailable,
        )


def _newcomer(level: str, line: str) -> Member:
    """Somebody whom we do not have yet, called by the level."""
    return Member(
        key=level,
        name=None,
        title=None,
        level=level,
        company=None,
        department=None,
        line=line,
        status=EmploymentStatus.ACTIVE,
        tags=(),
        is_present=True,
        is_outsider=False,
    )
