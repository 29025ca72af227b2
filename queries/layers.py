"""The three layers of relationship 三层客户关系, each from 0 to 100 with its terms and how much of it was known.

Every layer is told of one company with its own subsidiaries: of its `people` (the contacts that a question about
it shows), opportunities, departments and agreements. A term without anything that it could be about has no value,
and the other terms' weights make up for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from graph.account_graph import Member
from graph.model.deals import Opportunity
from graph.model.words import STANCE_VALUES, Line, OrgLevel, Stage, Tag
from graph.rates import Conversion
from queries.account_view import AccountView, Decision
from queries.matching import joint_events, matched_by_function, matched_by_level, valid_agreements
from queries.money import in_one_currency
from queries.people_groups import covered, people_by_department, people_by_line
from queries.stages import ChainStage, stage_of, weakest_stage
from queries.terms import Term, weighted_mean

_MET_BY_LEVEL = (OrgLevel.EXECUTIVE, OrgLevel.SENIOR)
_MET_EARLY = (Tag.RISING_STAR, Tag.GATEKEEPER)


class Layer(NamedTuple):
    """`value` is 0 to 100, None without a term; `completeness` the known part of the inputs; terms are 0 to 1."""

    value: float | None
    completeness: float
    terms: tuple[Term, ...]


def key_layer(view: AccountView, company: str) -> Layer:
    """KEY: the mean health of the weakest stage of every open opportunity of the company, weighted by value.

    A term for each opportunity, named by its key. The health of a stage is the sum over its people of weight in it
    × access strength × (1 + stance) / 2, with an unknown stance as neutral; a stage with nobody has health 0. An
    opportunity without any recorded part has no weakest stage, hence no value, and weighs nothing. The others
    weigh by value, all in the base currency or else all in one currency; equally when that cannot be.

    Completeness: of each open opportunity, whether any part is recorded and whether its value is known; and of
    everybody in a weakest stage, whether the stance is known. 1 without an open opportunity.
    """
    part = view.graph.subtree(company)
    deals = [deal for deal in view.graph.open_opportunities if deal.company in part]
    decisions = {decision.opportunity: decision for decision in view.open_decisions}
    weakest = {deal.key: _weakest_stage(view, decisions[deal.key]) for deal in deals}
    with_parts = [deal for deal in deals if weakest[deal.key] is not None]
    weights = dict(zip((deal.key for deal in with_parts), _weights(with_parts, view.conversion), strict=True))
    terms = [Term(key, _health(stage), weights.get(key, 0.0)) for key, stage in weakest.items()]
    known = [deal.value is not None for deal in deals]
    for stage in weakest.values():
        known.append(stage is not None)
        known += [person.stance in STANCE_VALUES for person in stage.people] if stage else []
    return _layer(terms, known)


def general_layer(view: AccountView, company: str, people: Mapping[str, Member]) -> Layer:
    """GENERAL: lines, departments, and rising stars and gatekeepers, by the policy's `general_weights`.

    `lines` is the mean over the lines with people of their covered part by the target of the company's grade, at
    most 1 each, and has no value without a grade; `departments` the part of those with people, of their own or
    below, where at least one is covered; `rising_stars_and_gatekeepers` the covered part of people tagged so.

    Completeness: whether the company has a grade; of each of the people, whether the department and the line are
    known; of each valid tie to them, whether the trust and the last contact are.
    """
    grade = view.graph.companies[company].grade
    target = view.policy.coverage_targets.get(grade) if grade else None
    lines = [len(covered(view, group)) / len(group) for group in people_by_line(people).values()]
    departments = [bool(covered(view, group)) for group in people_by_department(view, people).values()]
    tagged = [key for key, member in people.items() if any(tag in member.tags for tag in _MET_EARLY)]
    values = {
        "lines": None if target is None else _mean([_part_of_target(ratio, target) for ratio in lines]),
        "departments": _mean(departments),
        "rising_stars_and_gatekeepers": _mean([key in view.live_ties for key in tagged]),
    }
    known = [grade is not None]
    for member in people.values():
        known += [member.department is not None, member.line != Line.OTHER]
    for held in view.ties:
        if held.tie.contact in people:
            known += [held.tie.trust is not None, held.last_contact is not None]
    return _layer(_terms(values, view.policy.general_weights), known)


def organizational_layer(view: AccountView, company: str, people: Mapping[str, Member]) -> Layer:
    """ORGANIZATIONAL: levels, lines, agreement and joint event, by the policy's `organizational_weights`.

    `levels` is the part of the executives and senior people who are matched by level; `lines` the part of the
    lines with people that are matched by function; `agreement` is 1 when one is valid on the day, `joint_event` 1
    when there was one in the policy's days, else 0. See `queries.matching`.

    Completeness: of each of the people, and of each of ours with a live tie to one of them, whether level and line
    are known. 1 without any people.
    """
    met_by_level = matched_by_level(view, people)
    met_by_function = matched_by_function(view, people)
    leaders = [key for key, member in people.items() if member.level in _MET_BY_LEVEL]
    values = {
        "levels": _mean([key in met_by_level for key in leaders]),
        "lines": _mean([line in met_by_function for line in people_by_line(people)]),
        "agreement": float(bool(valid_agreements(view, company))),
        "joint_event": float(bool(joint_events(view, company, people))),
    }
    ours = {employee for key in people for employee in view.who_know(key)}
    known: list[bool] = []
    for member in (*people.values(), *(view.graph.employees[key] for key in sorted(ours))):
        known += [member.level != OrgLevel.UNKNOWN, member.line != Line.OTHER]
    return _layer(_terms(values, view.policy.organizational_weights), known)


def _layer(terms: Sequence[Term], known: Sequence[bool]) -> Layer:
    mean = weighted_mean(terms)
    return Layer(None if mean is None else 100 * mean, sum(known) / len(known) if known else 1.0, tuple(terms))


def _terms(values: Mapping[str, float | None], weights: Mapping[str, float]) -> list[Term]:
    return [Term(name, value, weights[name]) for name, value in values.items()]


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None


def _part_of_target(ratio: float, target: float) -> float:
    return min(1.0, ratio / target) if target > 0 else 1.0


def _weakest_stage(view: AccountView, decision: Decision) -> ChainStage | None:
    return weakest_stage([stage_of(view, decision, stage) for stage in Stage])


def _health(stage: ChainStage | None) -> float | None:
    if stage is None:
        return None
    return sum(
        person.share * person.access_strength * (1 + STANCE_VALUES.get(person.stance, 0.0)) / 2
        for person in stage.people
    )


def _weights(deals: Sequence[Opportunity], conversion: Conversion) -> list[float]:
    """What each opportunity weighs; they sum to 1. Equal where a value is unknown or none can be compared."""
    values = in_one_currency([(deal.value, deal.currency) for deal in deals], conversion)
    total = sum(values or ())
    return [value / total for value in values] if values and total > 0 else [1 / len(deals) for _ in deals]
