"""Decision weights: who takes part in a decision, before anybody listens to anybody."""

from __future__ import annotations

from typing import NamedTuple

from graph.account_graph import AccountGraph
from graph.model.deals import DecisionRole
from graph.model.word import Words
from graph.model.words import OrgLevel, Stage
from graph.policy import Policy


class InferredFrom(Words):
    """What decision weights come from where no decision part is recorded."""

    POWER = "POWER", "Power", "权力", "From people's power."
    LEVEL = "LEVEL", "Level", "层级", "From the highest known org level."


class Seat(NamedTuple):
    """A person's part in a stage: the strongest one, and whether any of them carries a veto."""

    person: str
    part: str
    veto: bool
    weight: float
    """The weight within the stage; those of a stage sum to 1."""


class DecisionWeights(NamedTuple):
    """The seats of every stage (empty: nobody), or weights inferred from power or org level.

    `inferred` is empty where a decision part is recorded. `unassigned` is the weight of the stages with nobody.
    """

    stages: dict[str, tuple[Seat, ...]]
    inferred: dict[str, float]
    inferred_from: InferredFrom | None
    unassigned: float


def decision_weights(graph: AccountGraph, policy: Policy, opportunity: str | None) -> DecisionWeights:
    """The weights for an opportunity, or for the account as a whole (None)."""
    roles = graph.decision_roles.get(opportunity, ()) if opportunity else ()
    stages = {stage.value: _seats([role for role in roles if role.stage == stage], policy) for stage in Stage}
    if roles:
        unassigned = sum(policy.stage_weights[stage] for stage, seats in stages.items() if not seats)
        return DecisionWeights(stages, {}, None, unassigned)
    powers = {person: graph.positions.of(person, opportunity).power for person in sorted(graph.positions.people)}
    by_power = {p: policy.power_weights[power] for p, power in powers.items() if power in policy.power_weights}
    if by_power:
        return DecisionWeights(stages, _normalised(by_power), InferredFrom.POWER, 0.0)
    for level in OrgLevel:
        highest = [person for person, member in graph.contacts.items() if member.level == level]
        if highest and level != OrgLevel.UNKNOWN:
            return DecisionWeights(stages, _normalised(dict.fromkeys(highest, 1.0)), InferredFrom.LEVEL, 0.0)
    return DecisionWeights(stages, {}, None, 1.0)


def _seats(roles: list[DecisionRole], policy: Policy) -> tuple[Seat, ...]:
    strongest: dict[str, str] = {}
    vetoes = {role.person for role in roles if role.veto}
    for role in roles:
        known = strongest.get(role.person)
        if known is None or policy.part_weights[role.part] > policy.part_weights[known]:
            strongest[role.person] = role.part
    weights = _normalised({person: policy.part_weights[part] for person, part in strongest.items()})
    seats = (Seat(p, strongest[p], p in vetoes, weight) for p, weight in weights.items())
    return tuple(sorted(seats, key=lambda seat: (-seat.weight, seat.person)))


def _normalised(weights: dict[str, float]) -> dict[str, float]:
    total = sum(weights.values())
    return {person: weight / total for person, weight in weights.items()}
