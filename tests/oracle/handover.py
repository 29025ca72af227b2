"""What is handed over when an employee leaves, who could take it, and how well at best (section 6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from tests.oracle.assignment import best_assignment, greedy_total
from tests.oracle.departure import Handover, impact
from tests.oracle.handed_over import beginning, day_after, handed_over
from tests.oracle.leaving import first_day_without, is_there
from tests.oracle.oracle import Oracle
from tests.oracle.pairing import Pairing, pairing, together
from tests.oracle.people import is_ours
from tests.oracle.successors import Candidate, candidates


class Plan(NamedTuple):
    """Contacts with whom they may go to, ties that are not live, the best and the greedy total over all accounts.

    Handed over already are contacts with the day and who begins a tie on it; `taken` is how many each colleague
    begins a tie to until the last day. `reasons` says of every contact why it is left, if it is.

    A candidate is there once for every account in which it has its best score: the terms may be others there.
    """

    handovers: dict[str, Handover]
    candidates: dict[str, dict[str, list[Candidate]]]
    reasons: dict[str, str]
    dormant: set[str]
    handed_over: dict[str, tuple[str, str | None]]
    taken: dict[str, int]
    score: float
    count: int
    greedy_score: float
    is_greedy_certain: bool

    @property
    def mean(self) -> float | None:
        """The mean fit of the contacts that go to somebody; None of none."""
        return self.score / self.count if self.count else None


def plan(
    oracles: list[Oracle], employee: str, last_day: str, capacity: int, colleagues: tuple[str, ...] = ()
) -> Plan:
    """One assignment over all accounts: a colleague's capacity is over all of them.

    A contact of several accounts is handed over once, where it is most exposed, to whoever scores best anywhere.
    """
    handovers: dict[str, Handover] = {}
    found: dict[str, list[Pairing]] = {}
    dormant: set[str] = set()
    done: dict[str, tuple[str, str | None]] = {}
    begun: dict[str, set[str]] = {}
    latest = day_after(last_day)  # the tie holds on the last day then
    for oracle in oracles:
        done |= handed_over(oracle, employee, latest)
        for colleague, contact in beginning(oracle, employee, latest):
            begun.setdefault(colleague, set()).add(contact)
        on_last_day = replace(oracle, as_of=last_day)
        held = {tie.contact for tie in oracle.ties if tie.employee == employee}
        held_later = {tie.contact for tie in on_last_day.ties if tie.employee == employee} - held
        for seen, those in ((oracle, held & set(on_last_day.contacts)), (on_last_day, held_later)):
            gone = {employee, *_gone_by(seen, (last_day, latest)), *_leaving_on(seen, last_day)}
            waiting = those - set(done)
            for handover in impact(seen, {employee}).handovers:
                if handover.contact not in waiting:
                    continue
                known = handovers.setdefault(handover.contact, handover)
                if handover.exposure > known.exposure + 1e-12:
                    handovers[handover.contact] = handover
                asked = candidates(seen, handover.contact, gone, capacity, colleagues)
                found.setdefault(handover.contact, []).append(pairing(seen, handover.contact, asked))
            dormant |= {each for each in waiting if (employee, each) not in seen.live}
    taken = {colleague: len(contacts) for colleague, contacts in begun.items()}
    pairs = {contact: together(those) for contact, those in found.items()}
    best = {contact: _best_of_each(those.possible) for contact, those in pairs.items()}
    scores = {contact: {key: one[0].score for key, one in those.items()} for contact, those in best.items()}
    values = sorted(value for those in scores.values() for value in those.values())
    assignment = best_assignment(scores, capacity, taken)
    return Plan(
        handovers,
        best,
        {contact: those.reason for contact, those in pairs.items()},
        dormant - set(handovers),
        done,
        taken,
        assignment.total,
        assignment.count,
        greedy_total(scores, capacity, taken),
        all(later - earlier > 1e-9 for earlier, later in pairwise(values)),
    )


def _gone_by(oracle: Oracle, days: tuple[str, str]) -> set[str]:
    """Whoever is ours today and not there on one of the days."""
    ours = [each.key for each in oracle.world["people"] if is_ours(oracle.world, each.key, oracle.as_of)]
    return {each for each in ours if not all(is_there(oracle.world, each, day) for day in days)}


def _leaving_on(oracle: Oracle, day: str) -> set[str]:
    """Whoever of ours is about to leave on the day, by the policy of the account."""
    people = [each.key for each in oracle.world["people"]]
    return {each for each in people if first_day_without(oracle.world, oracle.policy, each, day) is not None}


def _best_of_each(those: list[Candidate]) -> dict[str, list[Candidate]]:
    """Employee -> the candidates with the best score."""
    best: dict[str, float] = {}
    for one in those:
        best[one.employee] = max(one.score, best.get(one.employee, one.score))
    return {key: [one for one in those if one.employee == key and one.score >= best[key] - 1e-9] for key in best}


def working_days(as_of: date, last_day: date) -> list[date]:
    """The weekdays from the day after `as_of` to the day before `last_day`.

    Without any, `as_of` when it is a weekday, else the day before the last one, but not before `as_of`.
    """
    between = [as_of + timedelta(days=number) for number in range(1, (last_day - as_of).days)]
    weekdays = [each for each in between if each.weekday() < 5]
    if not weekdays and as_of.weekday() < 5:
        return [as_of]
    return weekdays or [max(as_of, last_day - timedelta(days=1))]
