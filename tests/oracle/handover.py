"""What is handed over when an employee leaves, who could take it, and how well at best (section 6)."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from tests.oracle.assignment import best_total, greedy_total
from tests.oracle.departure import Handover, impact
from tests.oracle.oracle import Oracle
from tests.oracle.successors import Candidate, candidates


class Plan(NamedTuple):
    """Contacts with their candidates, ties that are not live, the best and the greedy total over all accounts.

    A candidate is there once for every account in which it has its best score: the terms may be others there.
    """

    handovers: dict[str, Handover]
    candidates: dict[str, dict[str, list[Candidate]]]
    dormant: set[str]
    score: float
    greedy_score: float
    is_greedy_certain: bool


def plan(oracles: list[Oracle], employee: str, capacity: int, colleagues: tuple[str, ...] = ()) -> Plan:
    """One assignment over all accounts: a colleague's capacity is over all of them.

    A contact of several accounts is handed over once, where it is most exposed, to whoever scores best anywhere.
    """
    handovers: dict[str, Handover] = {}
    found: dict[str, dict[str, list[Candidate]]] = {}
    dormant: set[str] = set()
    for oracle in oracles:
        for handover in impact(oracle, {employee}).handovers:
            known = handovers.setdefault(handover.contact, handover)
            if handover.exposure > known.exposure + 1e-12:
                handovers[handover.contact] = handover
            those = found.setdefault(handover.contact, {})
            for one in candidates(oracle, handover.contact, {employee}, capacity, colleagues):
                those.setdefault(one.employee, []).append(one)
        held = {tie.contact for tie in oracle.ties if tie.employee == employee}
        dormant |= {each for each in held if (employee, each) not in oracle.live}
    for those in found.values():
        for key, several in those.items():
            best = max(one.score for one in several)
            those[key] = [one for one in several if one.score >= best - 1e-9]
    scores = {contact: {key: one[0].score for key, one in those.items()} for contact, those in found.items()}
    values = sorted(value for those in scores.values() for value in those.values())
    return Plan(
        handovers,
        found,
        dormant,
        best_total(scores, capacity),
        greedy_total(scores, capacity),
        all(later - earlier > 1e-9 for earlier, later in pairwise(values)),
    )


def working_days(as_of: date, last_day: date) -> list[date]:
    """The weekdays from the day after `as_of` to the day before `last_day`; else one day that is no weekday."""
    between = [as_of + timedelta(days=number) for number in range(1, (last_day - as_of).days)]
    weekdays = [each for each in between if each.weekday() < 5]
    return weekdays or [max(as_of, last_day - timedelta(days=1))]
