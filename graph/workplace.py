"""Who works where on a day, and on whose side: what people, their employments and companies say together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Protocol, TypeVar

from graph.model.companies import COMPANIES
from graph.model.people import WORKS_IN, Employment, Person
from graph.model.words import EmploymentStatus, Side, Tag
from graph.store import GraphStore
from graph.viewer import Viewer


class _Dated(Protocol):
    @property
    def valid_from(self) -> str | None: ...
    @property
    def valid_to(self) -> str | None: ...


_D = TypeVar("_D", bound=_Dated)


def valid_on(edges: Iterable[_D], day: str) -> list[_D]:
    """The edges valid on the day (ISO text), in their order."""
    return [
        edge
        for edge in edges
        if (edge.valid_from is None or edge.valid_from <= day) and (edge.valid_to is None or day < edge.valid_to)
    ]


def is_present(person: Person, day: str) -> bool:
    """Whether the person is there on the day (ISO text), by status."""
    status = person.status or EmploymentStatus.UNKNOWN
    if status in (EmploymentStatus.ACTIVE, EmploymentStatus.UNKNOWN):
        return True
    if person.status_since is not None and person.status_since > day:
        return True
    return status == EmploymentStatus.RETIRED and Tag.RETIRED_INFLUENCER in person.tags


def leaves_on(person: Person, day: str) -> date | None:
    """The first day after this one (ISO text) from which the person has LEFT or MOVED; None when none is known."""
    if person.status not in (EmploymentStatus.LEFT, EmploymentStatus.MOVED):
        return None
    since = person.status_since
    return date.fromisoformat(since) if since is not None and since > day else None


def employment_on(person: Person, history: Sequence[Employment], day: str) -> Employment | None:
    """Where the person works on the day; None before the first row of a history."""
    if not history:
        return Employment(
            person=person.key,
            company=person.company,
            department=person.department,
            title=person.title,
            level=person.level,
        )
    current = valid_on(history, day)
    if current:
        latest = max(row.valid_from or "" for row in current)
        began_last = (row for row in current if (row.valid_from or "") == latest)
        return min(began_last, key=lambda row: (row.company, row.department or ""))
    past = [row for row in history if row.valid_to is not None and row.valid_to <= day]
    if not past:
        return None
    latest_end = max((row.valid_to or "", row.valid_from or "") for row in past)
    ended_last = (row for row in past if (row.valid_to or "", row.valid_from or "") == latest_end)
    last = min(ended_last, key=lambda row: (row.company, row.department or ""))
    return Employment(person=person.key, company=last.company, level=last.level)


class Workplaces:
    """Where people work, by their histories; without one, by what their own record says."""

    def __init__(self, employments: Iterable[Employment], side_of: Mapping[str, str]) -> None:
        self.side_of = side_of
        self._history: dict[str, list[Employment]] = defaultdict(list)
        for employment in employments:
            self._history[employment.person].append(employment)

    @property
    def with_a_history(self) -> Collection[str]:
        """Keys of the people who have one."""
        return self._history.keys()

    def history_of(self, person: str) -> Sequence[Employment]:
        """The person's employments of every date."""
        return self._history.get(person, ())

    def of(self, person: Person, day: str) -> Employment | None:
        """Where the person works on the day (ISO text); None before the first row of a history."""
        return employment_on(person, self.history_of(person.key), day)

    def companies_of(self, person: Person) -> set[str]:
        """Every company that the person has worked for."""
        return {person.company, *(employment.company for employment in self.history_of(person.key))}

    def is_ours(self, company: str | None) -> bool:
        """Whether it is one of our companies."""
        return company is not None and self.side_of.get(company) == Side.SUPPLIER


async def read_workplaces(store: GraphStore, viewer: Viewer, people: Collection[Person]) -> Workplaces:
    """Where those people work. Two reads."""
    keys = sorted(person.key for person in people)
    employments = await store.find(viewer, WORKS_IN, "person", keys) if keys else []
    named = {person.company for person in people} | {employment.company for employment in employments}
    companies = await store.find(viewer, COMPANIES, "key", sorted(named)) if named else []
    return Workplaces(employments, {company.key: company.side for company in companies})
