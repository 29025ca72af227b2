"""Likeness: what an organisation tells about how alike the places of two contacts in it are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date
from functools import cached_property

from graph.account_graph import AccountGraph
from graph.model.words import ReportingKind
from queries.algorithms.title_words import title_words

_NONE: frozenset[str] = frozenset()


class Likeness:
    """How alike contacts of one account are on its day. What all pairs share is computed once, when asked for."""

    def __init__(self, graph: AccountGraph) -> None:
        self._graph = graph

    def of(self, person: str, other: str) -> dict[str, float | None]:
        """How alike the other contact is to the person, in five terms of 0 to 1; None where one is not known.

        team_above: 1 with a solid manager in common, a half when they meet one manager further up, else 0.
        title: the words that both titles have, 2 × common ones / all of the two. team_size: the smaller number of
        solid reports / the larger. tenure: days since the first day in the account, at most those of the person, /
        those of the person. dotted_lines: dotted managers of both / those of either.
        """
        return {
            "team_above": self._team_above(person, other),
            "title": _common_words(self._title_words[person], self._title_words[other]),
            "team_size": _ratio(self._team_sizes[person], self._team_sizes[other]),
            "tenure": _tenure(self._days_here.get(person), self._days_here.get(other)),
            "dotted_lines": _in_common(
                self._dotted_managers.get(person, _NONE), self._dotted_managers.get(other, _NONE)
            ),
        }

    def _team_above(self, person: str, other: str) -> float | None:
        here, there = self._managers.get(person), self._managers.get(other)
        if here is None or there is None:
            return None
        if here & there:
            return 1.0
        return 0.5 if self._two_managers_up[person] & self._two_managers_up[other] else 0.0

    @cached_property
    def _managers(self) -> Mapping[str, frozenset[str]]:
        """The solid managers of everyone who has one."""
        return self._managers_by_line(is_dotted=False)

    @cached_property
    def _dotted_managers(self) -> Mapping[str, frozenset[str]]:
        return self._managers_by_line(is_dotted=True)

    def _managers_by_line(self, *, is_dotted: bool) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for line in self._graph.reporting_lines:
            if (line.kind == ReportingKind.DOTTED) == is_dotted:
                found[line.person].add(line.manager)
        return {person: frozenset(managers) for person, managers in found.items()}

    @cached_property
    def _two_managers_up(self) -> Mapping[str, frozenset[str]]:
        """The solid managers and theirs, of everyone who has one."""
        managers = self._managers
        return {
            person: own.union(*(managers.get(manager, _NONE) for manager in own))
            for person, own in managers.items()
        }

    @cached_property
    def _team_sizes(self) -> Mapping[str, int]:
        """How many report to each in a solid line; 0 when nobody is known to."""
        return Counter(manager for managers in self._managers.values() for manager in managers)

    @cached_property
    def _title_words(self) -> Mapping[str, frozenset[str]]:
        titles = {key: member.title or "" for key, member in self._graph.contacts.items()}
        words = {title: title_words(title) for title in set(titles.values())}
        return {key: words[title] for key, title in titles.items()}

    @cached_property
    def _days_here(self) -> Mapping[str, int]:
        """Days since the first WORKS_IN in the account; without people whose beginning is not known."""
        day, graph = self._graph.as_of.isoformat(), self._graph
        begins: dict[str, str] = {}
        for row in graph.records.works_in:
            begin = row.valid_from or ""
            if row.company in graph.companies and begin <= day:
                begins[row.person] = min(begin, begins.get(row.person, begin))
        days = {begin: (graph.as_of - date.fromisoformat(begin)).days for begin in {*begins.values()} - {""}}
        return {person: days[begin] for person, begin in begins.items() if begin}


def _common_words(here: frozenset[str], there: frozenset[str]) -> float | None:
    return 2 * len(here & there) / (len(here) + len(there)) if here and there else None


def _in_common(here: frozenset[str], there: frozenset[str]) -> float | None:
    return len(here & there) / len(here | there) if here and there else None


def _ratio(one: int, other: int) -> float | None:
    return min(one, other) / max(one, other) if one and other else None


def _tenure(person: int | None, other: int | None) -> float | None:
    """Whoever has been there as long as the person has it all."""
    if person is None or other is None:
        return None
    return 1.0 if other >= person else other / person
