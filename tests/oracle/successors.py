"""Who of ours could take over a contact, with every term (section 6)."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from tests.oracle.coverage import line_of
from tests.oracle.levels import is_known, is_paired
from tests.oracle.oracle import Oracle
from tests.oracle.terms import Terms, score
from tests.oracle.ties import strength


class Candidate(NamedTuple):
    """One of ours for one contact."""

    employee: str
    score: float
    terms: Terms
    is_colleague: bool


def candidates(
    oracle: Oracle,
    contact: str,
    leaving: Collection[str],
    capacity: int | None = None,
    colleagues: Collection[str] = (),
) -> list[Candidate]:
    """Present employees of the account who stay; where there is none, the colleagues who stay. In no order.

    Who is about to leave without being named stays as little as who is.
    """
    going = {*leaving, *oracle.leaving}
    staying = [each for each in oracle.present_employees if each not in going]
    asked = staying or [each for each in colleagues if each not in going]
    return [_candidate(oracle, each, contact, leaving, capacity, is_colleague=not staying) for each in asked]


def _candidate(
    oracle: Oracle,
    employee: str,
    contact: str,
    leaving: Collection[str],
    capacity: int | None,
    *,
    is_colleague: bool,
) -> Candidate:
    terms = {
        name: (value, oracle.policy.successor_weights[name])
        for name, value in {
            "tie": tie_strength(oracle, employee, contact),
            "colleagues": 0.0 if is_colleague else _colleagues_known(oracle, employee, contact, leaving),
            "line": float(_line(oracle, employee) == _line(oracle, contact)),
            "level": _level(oracle, employee, contact),
            "load": spare_load(oracle, employee, capacity, leaving),
        }.items()
    }
    return Candidate(employee, score(terms), terms, is_colleague)


def tie_strength(oracle: Oracle, employee: str, contact: str) -> float:
    """Of the strongest valid tie of the pair, live or not; 0 without one."""
    return max(
        (
            strength(oracle.world, oracle.policy, tie, oracle.as_of)
            for tie in oracle.ties
            if (tie.employee, tie.contact) == (employee, contact)
        ),
        default=0.0,
    )


def _colleagues_known(oracle: Oracle, employee: str, contact: str, leaving: Collection[str]) -> float | None:
    department = oracle.workplaces[contact].department
    others = [
        each
        for each in oracle.contacts
        if each != contact
        and each not in leaving
        and department is not None
        and oracle.workplaces[each].department == department
    ]
    if not others:
        return None
    return sum((employee, each) in oracle.live for each in others) / len(others)


def _line(oracle: Oracle, person: str) -> str:
    return line_of(oracle.world, oracle.workplaces[person])


def _level(oracle: Oracle, employee: str, contact: str) -> float | None:
    ours, theirs = oracle.workplaces[employee].level, oracle.workplaces[contact].level
    if not (is_known(ours) and is_known(theirs)):
        return None
    return float(is_paired(oracle.policy, ours, theirs))


def spare_load(oracle: Oracle, employee: str, capacity: int | None, leaving: Collection[str]) -> float:
    """1 - the employee's live ties to who stays in this account / capacity, not below 0."""
    count = sum(holder == employee and contact not in leaving for holder, contact in oracle.live)
    return max(0.0, 1 - count / (capacity or oracle.policy.successor_capacity))
