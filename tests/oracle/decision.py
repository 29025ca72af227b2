"""Who decides an opportunity, how it leans, what would move it and who blocks it (section 3)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from graph.model.words import STANCE_VALUES, Stage
from graph.policy import Policy
from tests.oracle.influence import Arcs
from tests.oracle.opinions import pull
from tests.oracle.weights import DecisionWeight, decision_weight, stage_weights

EQUAL = 1e-9
"""Leans and shares that differ by less are the same number, solved in another order."""


class Lean(NamedTuple):
    """An opinion and how far what is unknown could take it."""

    low: float
    value: float
    high: float


class StageView(NamedTuple):
    """One stage: who has which share within it, how it leans, MISSING to GREEN."""

    stage: str
    weight: float
    status: str
    people: dict[str, float]
    lean: Lean | None


@dataclass(frozen=True)
class Decision:
    """The decision of one opportunity, or of the account as a whole, from what holds on the day."""

    policy: Policy
    people: list[str]
    positive: Arcs
    negative: Arcs
    roles: list[Any]
    stances: dict[str, str]
    powers: dict[str, str]
    levels: dict[str, str]

    @cached_property
    def weight(self) -> DecisionWeight:
        return decision_weight(self.policy, self.roles, self.powers, self.levels)

    @cached_property
    def pull(self) -> dict[str, float]:
        return self._pull(self.weight.by_person)

    def _pull(self, weight: dict[str, float]) -> dict[str, float]:
        return pull(self.people, self.positive, self.negative, self.policy.self_weight, weight)

    @cached_property
    def shares(self) -> dict[str, float]:
        return {person: abs(value) for person, value in self.pull.items()}

    @cached_property
    def lean(self) -> Lean:
        return self._lean(self.pull, self.weight.unassigned)

    def _lean(self, pulls: dict[str, float], unassigned: float) -> Lean:
        value, unknown = 0.0, unassigned
        for person, v in pulls.items():
            if self.stances[person] in STANCE_VALUES:
                value += v * STANCE_VALUES[self.stances[person]]
            else:
                unknown += abs(v)
        return Lean(value - unknown, value, value + unknown)

    @cached_property
    def stages(self) -> list[StageView]:
        views = []
        for stage in Stage:
            within = stage_weights(self.policy, self.roles, stage)
            lean = self._lean(self._pull(within), 0.0) if within else None
            views.append(StageView(stage, self.policy.stage_weights[stage], self._status(stage), within, lean))
        return views

    def _status(self, stage: str) -> str:
        roles = [role for role in self.roles if role.stage == stage]
        if not roles:
            return "MISSING"
        likes_us = {role.person for role in roles if STANCE_VALUES.get(self.stances[role.person], 0) > 0}
        leads = {role.person for role in roles if role.part == "LEADS"}
        if leads and leads <= likes_us:
            return "GREEN"
        return "AMBER" if likes_us else "RED"

    @cached_property
    def weakest_stage(self) -> str | None:
        if not self.roles:
            return None
        rank = ["MISSING", "RED", "AMBER", "GREEN"].index
        lowest = min(rank(view.status) for view in self.stages)
        weakest = [view for view in self.stages if rank(view.status) == lowest]
        if weakest[0].lean is not None:
            least = min(view.lean.value for view in weakest if view.lean)
            weakest = [view for view in weakest if view.lean and view.lean.value <= least + EQUAL]
        heaviest = max(view.weight for view in weakest)
        return next(view.stage for view in weakest if view.weight == heaviest)

    @cached_property
    def gains(self) -> dict[str, float]:
        """Gain in lean from raising each person to SUPPORTER, where positive."""
        gains = {}
        for person, v in self.pull.items():
            stance = STANCE_VALUES.get(self.stances[person], 0.0)
            if stance < 0.5 and v * (0.5 - stance) > 0:
                gains[person] = v * (0.5 - stance)
        return gains

    def movers(self, access: dict[str, float], within_reach: set[str]) -> dict[str, float]:
        """Gain times access strength of the people within reach whose stance moves the decision."""
        return {person: gain * access[person] for person, gain in self.gains.items() if person in within_reach}

    @cached_property
    def blockers(self) -> dict[str, set[str]]:
        """Person -> why: SHARE (the MODERATE band or above), VETO and LEADS_STAGE, of those against us."""
        against = {person for person in self.people if STANCE_VALUES.get(self.stances[person], 0) < 0}
        bound = self.policy.severity_bands["MODERATE"]
        reasons = {
            "SHARE": {person for person in against if self.shares[person] >= bound - EQUAL},
            "VETO": {role.person for role in self.roles if role.veto},
            "LEADS_STAGE": {role.person for role in self.roles if role.part == "LEADS"},
        }
        blocking = against & set().union(*reasons.values())
        return {person: {why for why, those in reasons.items() if person in those} for person in blocking}
