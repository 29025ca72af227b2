"""Successors: which of our people could take over a contact, ranked, with every term of the ranking."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from graph.account_graph import Member
from queries.account_view import AccountView
from queries.algorithms.level_pairing import is_paired
from queries.terms import Term, weighted_sum


@dataclass(frozen=True, slots=True)
class Successor:
    """One of our people for one contact; `score` is 0 to 1, the sum of the terms by their weights.

    `is_colleague` marks people from outside the account, who are asked only where it has nobody left.
    """

    employee: str
    score: float
    terms: tuple[Term, ...]
    is_colleague: bool = False


class _Fit(NamedTuple):
    """What a candidate is for every contact of one line and level: the terms that need no tie, and their sum."""

    line: Term
    level: Term
    load: Term
    score: float


class SuccessorRanking:
    """Ranks our people for any number of one account's contacts.

    Candidates are the present employees of the account who do not leave; only where there is none, the present
    `colleagues` who do not. The terms, by the policy's `successor_weights`: *tie*, the strength of the strongest
    valid tie of the pair, live or not; *colleagues*, the part of the contact's direct colleagues (other present
    contacts of the same known department) whom the candidate has a live tie to, without a value when there are
    none; *line*, 1 when both are of the same line; *level*, 1 when the levels pair, without a value when one is
    not known; *load*, 1 - live ties in this account / capacity, never below 0. Tie and colleagues of somebody
    from outside the account are 0. `capacity` is the policy's unless given.

    Cost: one pass over the account's ties and contacts, then the number of candidates for each contact ranked.
    """

    def __init__(
        self,
        view: AccountView,
        leaving: Collection[str],
        *,
        capacity: int | None = None,
        colleagues: Collection[Member] = (),
    ) -> None:
        graph, self._policy = view.graph, view.policy
        self._contacts = graph.contacts
        self._weights = view.policy.successor_weights
        self._capacity = capacity or view.policy.successor_capacity
        employees = [found for found in graph.employees.values() if found.is_present and found.key not in leaving]
        self.has_colleagues_only = not employees
        asked = {found.key: found for found in colleagues if found.is_present and found.key not in leaving}
        self._candidates = employees or [asked[key] for key in sorted(asked)]
        self._strengths: dict[tuple[str, str], float] = {}
        live: set[tuple[str, str]] = set()
        for held in view.ties:
            pair = held.tie.employee, held.tie.contact
            self._strengths[pair] = max(held.strength, self._strengths.get(pair, 0.0))
            if held.is_live:
                live.add(pair)
        self._live = live
        self._live_counts = Counter(employee for employee, _ in live)
        departments = {key: found.department for key, found in graph.contacts.items()}
        self._sizes = Counter(departments.values())
        self._known_in = Counter((employee, departments[contact]) for employee, contact in live)
        self._no_tie = Term("tie", 0.0, self._weights["tie"])
        self._fits: dict[tuple[str, str], list[_Fit]] = {}
        self._rankings: dict[tuple[str, str], tuple[Successor, ...]] = {}

    def of(self, contact: str) -> tuple[Successor, ...]:
        """Everybody who could take over the contact, best first, then by key. KeyError when it is no contact."""
        member = self._contacts[contact]
        if self.has_colleagues_only:
            return self._colleagues_for(member)
        colleague_count = self._sizes[member.department] - 1 if member.department is not None else 0
        colleagues_weight = self._weights["colleagues"]
        found = []
        for candidate, fit in zip(self._candidates, self._fits_for(member), strict=True):
            employee = candidate.key
            tie, score = self._no_tie, fit.score
            strength = self._strengths.get((employee, contact), 0.0)
            if strength:
                tie = Term("tie", strength, tie.weight)
                score += strength * tie.weight
            known = None
            if colleague_count > 0:
                known_count = self._known_in[employee, member.department] - ((employee, contact) in self._live)
                known = known_count / colleague_count
                score += known * colleagues_weight
            colleagues = Term("colleagues", known, colleagues_weight)
            found.append(Successor(employee, score, (tie, colleagues, fit.line, fit.level, fit.load)))
        return _ranked(found)

    def _colleagues_for(self, member: Member) -> tuple[Successor, ...]:
        """People from outside the account, whom nothing but line and level tells apart."""
        kind = member.line, member.level
        if kind not in self._rankings:
            nobody = Term("colleagues", 0.0, self._weights["colleagues"])
            self._rankings[kind] = _ranked(
                [
                    Successor(found.key, fit.score, (self._no_tie, nobody, fit.line, fit.level, fit.load), True)
                    for found, fit in zip(self._candidates, self._fits_for(member), strict=True)
                ]
            )
        return self._rankings[kind]

    def _fits_for(self, member: Member) -> list[_Fit]:
        """Every candidate's fit for contacts of the member's line and level."""
        kind = member.line, member.level
        if kind not in self._fits:
            self._fits[kind] = [self._fit(candidate, member) for candidate in self._candidates]
        return self._fits[kind]

    def _fit(self, candidate: Member, member: Member) -> _Fit:
        weights = self._weights
        paired = is_paired(self._policy, member.level, candidate.level)
        line = Term("line", float(candidate.line == member.line), weights["line"])
        level = Term("level", None if paired is None else float(paired), weights["level"])
        spare = max(0.0, 1 - self._live_counts[candidate.key] / self._capacity)
        load = Term("load", spare, weights["load"])
        return _Fit(line, level, load, weighted_sum((line, level, load)))


def _ranked(found: Sequence[Successor]) -> tuple[Successor, ...]:
    return tuple(sorted(found, key=lambda one: (-round(one.score, 12), one.employee)))


def ranked_successors(
    view: AccountView,
    contact: str,
    leaving: Collection[str],
    *,
    capacity: int | None = None,
    colleagues: Collection[Member] = (),
) -> tuple[Successor, ...]:
    """Everybody who could take over the contact, as `SuccessorRanking` ranks them; that one for many contacts."""
    return SuccessorRanking(view, leaving, capacity=capacity, colleagues=colleagues).of(contact)
