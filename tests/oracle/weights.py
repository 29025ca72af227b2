"""Decision weight `r`: whose signature the decision carries before anyone listens to anyone (section 3)."""

from __future__ import annotations

from typing import Any, NamedTuple

from graph.model.words import OrgLevel, Stage
from graph.policy import Policy


class DecisionWeight(NamedTuple):
    """`r` by person, what nobody has, and whether it is a guess from power or level."""

    by_person: dict[str, float]
    unassigned: float
    is_inferred: bool


def stage_weights(policy: Policy, roles: list[Any], stage: str) -> dict[str, float]:
    """The weights within the stage, a sum of 1; empty when nobody has a part in it."""
    parts: dict[str, float] = {}
    for role in roles:
        if role.stage == stage:
            parts[role.person] = max(policy.part_weights[role.part], parts.get(role.person, 0))
    return {person: weight / sum(parts.values()) for person, weight in parts.items()}


def decision_weight(
    policy: Policy, roles: list[Any], powers: dict[str, str], levels: dict[str, str]
) -> DecisionWeight:
    """From the decision parts of present people, else their powers, else the highest known org level."""
    if roles:
        by_person: dict[str, float] = {}
        unassigned = 0.0
        for stage in Stage:
            within = stage_weights(policy, roles, stage)
            if not within:
                unassigned += policy.stage_weights[stage]
            for person, weight in within.items():
                by_person[person] = by_person.get(person, 0.0) + weight * policy.stage_weights[stage]
        return DecisionWeight(by_person, unassigned, False)
    powerful = {
        person: policy.power_weights[power] for person, power in powers.items() if power in policy.power_weights
    }
    if powerful:
        total = sum(powerful.values())
        return DecisionWeight({person: weight / total for person, weight in powerful.items()}, 0.0, True)
    for level in OrgLevel:
        top = [person for person, known in levels.items() if known == level]
        if top and level != OrgLevel.UNKNOWN:
            return DecisionWeight({person: 1 / len(top) for person in top}, 0.0, True)
    return DecisionWeight({}, 1.0, True)
