"""The three layers as one view (section 8): 0 to 100 each."""

from __future__ import annotations

from typing import NamedTuple

from graph.model.words import STANCE_VALUES
from tests.oracle import matching
from tests.oracle.coverage import departments_above, line_of
from tests.oracle.findings import people_of_line, target_of
from tests.oracle.levels import is_known
from tests.oracle.oracle import Oracle
from tests.oracle.terms import Terms, renormalised
from tests.oracle.ties import last_contact


class Health(NamedTuple):
    """Of an open opportunity's weakest stage, 0 to 1; None where no part is recorded."""

    opportunity: str
    health: float | None
    weight: float


def key_terms(oracle: Oracle) -> list[Health]:
    """The open opportunities shown, weighted by value where all of those with a health can be compared."""
    shown = [each for each in oracle.open_opportunities if oracle.is_shown(each)]
    health = {each: _health(oracle, each) for each in shown}
    values = _comparable(oracle, [each for each in shown if health[each] is not None])
    total = sum(values.values())
    return [Health(each, health[each], 0.0 if health[each] is None else values[each] / total) for each in shown]


def key(oracle: Oracle) -> float | None:
    """The mean health."""
    known = [each for each in key_terms(oracle) if each.health is not None]
    return 100 * sum((each.health or 0.0) * each.weight for each in known) if known else None


def _health(oracle: Oracle, opportunity: str) -> float | None:
    decision = oracle.decision(opportunity)
    weakest = next((each for each in decision.stages if each.stage == decision.weakest_stage), None)
    if weakest is None:
        return None
    return sum(
        weight
        * oracle.access.get(person, 0.0)
        * (1 + STANCE_VALUES.get(oracle.stance(person, opportunity), 0.0))
        / 2
        for person, weight in weakest.people.items()
    )


def _comparable(oracle: Oracle, opportunities: list[str]) -> dict[str, float]:
    """Values in one currency; all 1 when one is unknown, they cannot be compared, or all are 0."""
    found = [oracle.opportunities[each] for each in opportunities]
    equally = dict.fromkeys(opportunities, 1.0)
    if any(each.value is None for each in found):
        return equally
    in_base = [oracle.exchange.in_base(each.value, each.currency) for each in found]
    if any(value is None for value in in_base):
        if len({each.currency for each in found}) > 1:
            return equally
        in_base = [each.value for each in found]
    return dict(zip(opportunities, in_base, strict=True)) if sum(in_base) > 0 else equally


def general_terms(oracle: Oracle) -> Terms:
    """Lines, departments, and rising stars and gatekeepers; None where there is nothing of the kind."""
    values = {
        "lines": _lines(oracle),
        "departments": _departments(oracle),
        "rising_stars_and_gatekeepers": _tagged(oracle),
    }
    return {name: (value, oracle.policy.general_weights[name]) for name, value in values.items()}


def general(oracle: Oracle) -> float | None:
    """By the terms that have a subject."""
    value = renormalised(general_terms(oracle))
    return None if value is None else 100 * value


def _is_covered(oracle: Oracle, person: str) -> bool:
    return oracle.live_tie_count(person) > 0


def _lines(oracle: Oracle) -> float | None:
    target = target_of(oracle)
    lines = matching.lines_with_people(oracle)
    if target is None or not lines:
        return None
    parts = []
    for line in lines:
        people = people_of_line(oracle, line)
        ratio = sum(_is_covered(oracle, each) for each in people) / len(people)
        parts.append(1.0 if ratio >= target else ratio / target)
    return sum(parts) / len(parts)


def _departments(oracle: Oracle) -> float | None:
    members: dict[str, list[str]] = {}
    companies = {each.key: each.company for each in oracle.world["departments"]}
    for person in oracle.shown_contacts:
        department = oracle.workplaces[person].department
        for each in departments_above(oracle.world, department) if department else []:
            if companies[each] in oracle.shown_companies:
                members.setdefault(each, []).append(person)
    if not members:
        return None
    return sum(any(_is_covered(oracle, each) for each in those) for those in members.values()) / len(members)


def _tagged(oracle: Oracle) -> float | None:
    tags = {each.key: set(each.tags) for each in oracle.world["people"]}
    those = [each for each in oracle.shown_contacts if tags[each] & {"RISING_STAR", "GATEKEEPER"}]
    return sum(_is_covered(oracle, each) for each in those) / len(those) if those else None


def organizational_terms(oracle: Oracle) -> Terms:
    """Levels, lines, an agreement and a joint event."""
    high = [each for level in ("EXECUTIVE", "SENIOR") for each in matching.people_of_level(oracle, level)]
    lines = matching.lines_with_people(oracle)
    values = {
        "levels": sum(matching.is_matched_by_level(oracle, each) for each in high) / len(high) if high else None,
        "lines": len(matching.matched_lines(oracle) & set(lines)) / len(lines) if lines else None,
        "agreement": float(bool(matching.agreements(oracle))),
        "joint_event": float(bool(matching.joint_events(oracle))),
    }
    return {name: (value, oracle.policy.organizational_weights[name]) for name, value in values.items()}


def organizational(oracle: Oracle) -> float | None:
    """By the terms that have a subject."""
    value = renormalised(organizational_terms(oracle))
    return None if value is None else 100 * value


def year_before(day: str) -> str:
    """The same day a year before; of 29 February the 28th."""
    earlier = f"{int(day[:4]) - 1:04}{day[4:]}"
    return earlier if not earlier.endswith("-02-29") else f"{earlier[:-2]}28"


def key_completeness(oracle: Oracle) -> float:
    """Of each open opportunity whether it has a part and a value; of everybody in a weakest stage the stance."""
    known = []
    for opportunity in oracle.open_opportunities:
        if oracle.is_shown(opportunity):
            decision = oracle.decision(opportunity)
            known += [bool(decision.roles), oracle.opportunities[opportunity].value is not None]
            people = [each.people for each in decision.stages if each.stage == decision.weakest_stage]
            known += [oracle.stance(person, opportunity) != "UNKNOWN" for those in people for person in those]
    return _known_part(known)


def general_completeness(oracle: Oracle) -> float:
    """The grade; of each of the people department and line; of each valid tie to them trust and last contact."""
    known = [target_of(oracle) is not None]
    for person in oracle.shown_contacts:
        known += [oracle.workplaces[person].department is not None, _is_line_known(oracle, person)]
    for tie in oracle.ties:
        if tie.contact in oracle.shown_contacts:
            known += [tie.trust is not None, last_contact(oracle.world, tie, oracle.as_of) is not None]
    return _known_part(known)


def organizational_completeness(oracle: Oracle) -> float:
    """Of each of the people and of ours with a live tie to one of them, level and line."""
    ours = {holder for holder, contact in oracle.live if contact in oracle.shown_contacts}
    known = []
    for person in [*oracle.shown_contacts, *ours]:
        known += [is_known(oracle.workplaces[person].level), _is_line_known(oracle, person)]
    return _known_part(known)


def _is_line_known(oracle: Oracle, person: str) -> bool:
    """Whether the person's department, or one above it, has a line that is not OTHER."""
    return line_of(oracle.world, oracle.workplaces[person]) != "OTHER"


def _known_part(known: list[bool]) -> float:
    return sum(known) / len(known) if known else 1.0
