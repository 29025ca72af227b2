"""Succession ranking: who would follow one of their people in office, and do we know them?"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated

from graph.model.masks import Mask
from graph.model.shown import node, said
from graph.model.word import Words
from graph.model.words import NodeKind, Tag
from graph.policy import Policy
from queries.account_view import AccountView
from queries.algorithms.level_pairing import levels_above
from queries.terms import Term, weighted_sum

LIKELY_COUNT = 3
"""The candidates that exposure looks at."""
_term = lru_cache(maxsize=4096)(Term)
"""A term; those of many candidates are equal, and made only once."""


class SuccessionRelation(Words):
    """How a candidate stands to the person; where several hold, the one that counts most."""

    ACTING_MANAGER = (
        "ACTING_MANAGER",
        "Own manager, acting",
        "直属上级代理",
        "The person's own manager, who acts in the meantime.",
    )
    PEER = "PEER", "Peer", "同级", "Somebody with the same manager."
    DIRECT_REPORT = "DIRECT_REPORT", "Direct report", "直接下属", "Somebody who reports to the person."
    DOTTED_REPORT = "DOTTED_REPORT", "Dotted-line report", "虚线下属", "Somebody with a dotted line to the person."
    MANAGER_ABOVE = "MANAGER_ABOVE", "Manager above", "上级的上级", "The manager of the person's manager."
    RISING_STAR = (
        "RISING_STAR",
        "Rising star of the department",
        "部门明日之星",
        "A rising star of the same department.",
    )


@dataclass(frozen=True, slots=True)
class CandidateTie:
    """A tie of one of our people to a candidate."""

    employee: Annotated[str, node(NodeKind.PERSON, "Our employee.")]
    strength: Annotated[float, said("Strength of the tie on the day, 0 to 1.", mask=Mask.JUDGEMENT)]
    is_live: Annotated[bool, said("Whether the tie is live.", mask=Mask.JUDGEMENT)]


@dataclass(frozen=True, slots=True)
class SuccessionCandidate:
    """Somebody who may follow one of their people in office."""

    person: Annotated[str, node(NodeKind.PERSON, "Who.")]
    kind: Annotated[SuccessionRelation, said("How the candidate stands to the person.")]
    score: Annotated[float, said("How likely it is, 0 to 1: the sum of value × weight.")]
    terms: Annotated[tuple[Term, ...], said("The terms of the score.")]
    ties: Annotated[tuple[CandidateTie, ...], said("Our ties to the candidate, strongest first.")]


def succession_candidates(
    view: AccountView, person: str, leaving: Collection[str] = ()
) -> tuple[SuccessionCandidate, ...]:
    """Everybody who may follow the contact, likeliest first, then by key; nobody who leaves too.

    Candidates stand in one of the relations to it on the day, all of them present contacts. The terms, by the
    policy's `succession_weights`: relation (by `succession_relations`), department (1 when both are in the same
    known one), level (1 when the candidate's is the same or one below) and rising_star (1 when tagged so); and the
    terms of `queries.likeness` by `succession_likeness_weights`, which are `succession_likeness` of the score
    together. A term that needs something unknown has no value and adds nothing. Ties of ours who leave are
    left out.
    Cost: in proportion to the candidates, after one pass over the account.
    """
    weights = _weights(view.policy)
    found = []
    for key, relation in _relations(view, person).items():
        if key not in leaving:
            values = _values(view, person, key, relation)
            terms = tuple([_term(name, value, weights[name]) for name, value in values.items()])
            ties = tuple(
                CandidateTie(held.tie.employee, held.strength, held.is_live)
                for held in view.ties_to.get(key, ())
                if held.tie.employee not in leaving
            )
            found.append(SuccessionCandidate(key, relation, weighted_sum(terms), terms, ties))
    return tuple(sorted(found, key=lambda candidate: (-round(candidate.score, 12), candidate.person)))


def is_exposed(candidates: Sequence[SuccessionCandidate]) -> bool:
    """Whether we have a live tie to none of the first three (also when there are none)."""
    return not any(held.is_live for one in candidates[:LIKELY_COUNT] for held in one.ties)


def _relations(view: AccountView, person: str) -> dict[str, SuccessionRelation]:
    """The relation of every candidate that counts most for it; of two that count the same, the first named."""
    counts = view.policy.succession_relations
    order = list(SuccessionRelation)
    best: dict[str, SuccessionRelation] = {}
    for key, relation in _related(view, person):
        kept = best.get(key)
        if kept is None or (-counts[relation], order.index(relation)) < (-counts[kept], order.index(kept)):
            best[key] = relation
    best.pop(person, None)
    return best


def _related(view: AccountView, person: str) -> Iterator[tuple[str, SuccessionRelation]]:
    """Every relation of a present contact to the person, some of them several times."""
    for report in view.solid_reports.get(person, ()):
        yield report, SuccessionRelation.DIRECT_REPORT
    for report in view.dotted_reports.get(person, ()):
        yield report, SuccessionRelation.DOTTED_REPORT
    for manager in view.solid_managers.get(person, ()):
        yield manager, SuccessionRelation.ACTING_MANAGER
        for above in view.solid_managers.get(manager, ()):
            yield above, SuccessionRelation.MANAGER_ABOVE
        for peer in view.solid_reports[manager]:
            yield peer, SuccessionRelation.PEER
    for key in view.department_members.get(view.graph.contacts[person].department or "", ()):
        if Tag.RISING_STAR in view.graph.contacts[key].tags:
            yield key, SuccessionRelation.RISING_STAR


def _weights(policy: Policy) -> dict[str, float]:
    """The weight of every term of the score."""
    part = policy.succession_likeness
    standing = {name: weight * (1 - part) for name, weight in policy.succession_weights.items()}
    return standing | {name: weight * part for name, weight in policy.succession_likeness_weights.items()}


def _values(
    view: AccountView, person: str, candidate: str, relation: SuccessionRelation
) -> dict[str, float | None]:
    """The value of every term of the score, in the order in which they are shown."""
    leaver, follower = view.graph.contacts[person], view.graph.contacts[candidate]
    departments_known = leaver.department is not None and follower.department is not None
    return {
        "relation": view.policy.succession_relations[relation],
        "department": float(leaver.department == follower.department) if departments_known else None,
        "level": _level_fits(leaver.level, follower.level),
        "rising_star": float(Tag.RISING_STAR in follower.tags),
        **view.likeness.of(person, candidate),
    }


def _level_fits(leaver: str, candidate: str) -> float | None:
    """1 when the candidate's level is the leaver's or one below it, else 0; None when one is unknown."""
    above = levels_above(candidate, leaver)
    return None if above is None else float(above in (0, 1))
