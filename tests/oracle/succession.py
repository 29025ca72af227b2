"""Who may follow one of their people in office, and whether we know them (section 6)."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from tests.oracle.levels import is_known, levels_above
from tests.oracle.likeness import likeness, managers_of
from tests.oracle.oracle import Oracle
from tests.oracle.terms import Terms, score


class Heir(NamedTuple):
    """A candidate, in the relations that count most for it (several when they count the same)."""

    person: str
    relations: set[str]
    score: float
    terms: Terms
    live_ties: int


def heirs(oracle: Oracle, person: str, leaving: Collection[str] = ()) -> list[Heir]:
    """Present contacts in one of the relations, who do not leave too; in no order."""
    return [
        _heir(oracle, person, candidate, relations, leaving)
        for candidate, relations in _relations(oracle, person).items()
        if candidate not in leaving
    ]


def is_exposed(found: list[Heir]) -> bool:
    """Whether none of the first three, of equals the first by key, has a live tie; so without any candidate."""
    first = sorted(found, key=lambda each: (-round(each.score, 9), each.person))[:3]
    return not any(each.live_ties for each in first)


def _relations(oracle: Oracle, person: str) -> dict[str, set[str]]:
    """Candidate -> the relations that count most."""
    managers = managers_of(oracle, person)
    department = oracle.workplaces[person].department
    tags = {each.key: each.tags for each in oracle.world["people"]}
    found = {}
    for other in oracle.contacts:
        if other == person:
            continue
        holds = {
            "ACTING_MANAGER": other in managers,
            "MANAGER_ABOVE": any(other in managers_of(oracle, each) for each in managers),
            "PEER": bool(managers & managers_of(oracle, other)),
            "DIRECT_REPORT": person in managers_of(oracle, other),
            "DOTTED_REPORT": person in managers_of(oracle, other, "DOTTED"),
            "RISING_STAR": "RISING_STAR" in tags[other]
            and department is not None
            and oracle.workplaces[other].department == department,
        }
        counts = {name: oracle.policy.succession_relations[name] for name, is_true in holds.items() if is_true}
        if counts:
            found[other] = {name for name, value in counts.items() if value == max(counts.values())}
    return found


def _heir(oracle: Oracle, person: str, candidate: str, relations: set[str], leaving: Collection[str]) -> Heir:
    here, there = oracle.workplaces[person], oracle.workplaces[candidate]
    tags = next(each.tags for each in oracle.world["people"] if each.key == candidate)
    departments_known = here.department is not None and there.department is not None
    part = oracle.policy.succession_likeness
    standing = {
        "relation": oracle.policy.succession_relations[min(relations)],
        "department": float(here.department == there.department) if departments_known else None,
        "level": _level(here.level, there.level),
        "rising_star": float("RISING_STAR" in tags),
    }
    terms: Terms = {
        name: (value, (1 - part) * oracle.policy.succession_weights[name]) for name, value in standing.items()
    }
    for name, value in likeness(oracle, person, candidate).items():
        terms[name] = value, part * oracle.policy.succession_likeness_weights[name]
    live = {ours for ours, theirs in oracle.live if theirs == candidate and ours not in leaving}
    return Heir(candidate, relations, score(terms), terms, len(live))


def _level(leaver: str, candidate: str) -> float | None:
    """1 when the candidate's level is the same or one below."""
    if not is_known(leaver) or not is_known(candidate):
        return None
    return float(levels_above(leaver, candidate) in (0, 1))
