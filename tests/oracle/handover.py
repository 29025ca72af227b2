"""What is handed over when an employee leaves, who could take it, and how well at best (section 6)."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any, NamedTuple

from tests.oracle.assignment import best_total, greedy_total
from tests.oracle.days import is_valid
from tests.oracle.departure import Handover, impact
from tests.oracle.oracle import Oracle
from tests.oracle.successors import Candidate, candidates


class Plan(NamedTuple):
    """Contacts with their candidates, ties that are not live, the best and the greedy total over all accounts.

    Handed over already are contacts with the day and who begins a tie on it; `taken` is how many each colleague
    begins a tie to until the last day.

    A candidate is there once for every account in which it has its best score: the terms may be others there.
    """

    handovers: dict[str, Handover]
    candidates: dict[str, dict[str, list[Candidate]]]
    dormant: set[str]
    handed_over: dict[str, tuple[str, str | None]]
    taken: dict[str, int]
    score: float
    greedy_score: float
    is_greedy_certain: bool


def plan(
    oracles: list[Oracle], employee: str, last_day: str, capacity: int, colleagues: tuple[str, ...] = ()
) -> Plan:
    """One assignment over all accounts: a colleague's capacity is over all of them.

    A contact of several accounts is handed over once, where it is most exposed, to whoever scores best anywhere.
    """
    handovers: dict[str, Handover] = {}
    found: dict[str, dict[str, list[Candidate]]] = {}
    dormant: set[str] = set()
    done: dict[str, tuple[str, str | None]] = {}
    begun: dict[str, set[str]] = {}
    latest = (date.fromisoformat(last_day) + timedelta(days=1)).isoformat()  # the tie holds on the last day then
    for oracle in oracles:
        done |= handed_over(oracle, employee, latest)
        for colleague, contact in beginning(oracle, employee, latest):
            begun.setdefault(colleague, set()).add(contact)
        for handover in impact(oracle, {employee}).handovers:
            if handover.contact in done:
                continue
            known = handovers.setdefault(handover.contact, handover)
            if handover.exposure > known.exposure + 1e-12:
                handovers[handover.contact] = handover
            those = found.setdefault(handover.contact, {})
            for one in candidates(oracle, handover.contact, {employee}, capacity, colleagues):
                those.setdefault(one.employee, []).append(one)
        held = {tie.contact for tie in oracle.ties if tie.employee == employee}
        dormant |= {each for each in held if (employee, each) not in oracle.live and each not in done}
    taken = {colleague: len(contacts) for colleague, contacts in begun.items()}
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
        done,
        taken,
        best_total(scores, capacity, taken),
        greedy_total(scores, capacity, taken),
        all(later - earlier > 1e-9 for earlier, later in pairwise(values)),
    )


def handed_over(oracle: Oracle, employee: str, last_day: str) -> dict[str, tuple[str, str | None]]:
    """Contacts to whom the employee has a tie on the day, and a day until the last one on which there is none."""
    found = {}
    for contact in {tie.contact for tie in oracle.ties if tie.employee == employee}:
        own = _periods(oracle, employee, contact)
        for day in _days(oracle.as_of, last_day):
            if not any(is_valid(tie, day) for tie in own):
                those = [one for one, other in beginning(oracle, employee, day, day) if other == contact]
                found[contact] = day, min(those, default=None)
                break
    return found


def beginning(oracle: Oracle, employee: str, last_day: str, first_day: str = "") -> set[tuple[str, str]]:
    """Pairs of a colleague and a contact of the employee without a tie on the day who begin one by the last."""
    contacts = {tie.contact for tie in oracle.ties if tie.employee == employee}
    return {
        (tie.employee, tie.contact)
        for tie in oracle.world["ties"]
        if tie.contact in contacts
        and tie.employee != employee
        and max(oracle.as_of, first_day) <= (tie.valid_from or "") <= last_day
        and not any(is_valid(each, oracle.as_of) for each in _periods(oracle, tie.employee, tie.contact))
    }


def _periods(oracle: Oracle, employee: str, contact: str) -> list[Any]:
    return [tie for tie in oracle.world["ties"] if (tie.employee, tie.contact) == (employee, contact)]


def _days(as_of: str, last_day: str) -> list[str]:
    first, last = date.fromisoformat(as_of), date.fromisoformat(last_day)
    return [(first + timedelta(days=number)).isoformat() for number in range((last - first).days + 1)]


def working_days(as_of: date, last_day: date) -> list[date]:
    """The weekdays from the day after `as_of` to the day before `last_day`; else one day that is no weekday."""
    between = [as_of + timedelta(days=number) for number in range(1, (last_day - as_of).days)]
    weekdays = [each for each in between if each.weekday() < 5]
    return weekdays or [max(as_of, last_day - timedelta(days=1))]
