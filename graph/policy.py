"""The numbers that the analyses compare with: defaults, and where each comes from.

A policy is data (`graph.policy_book` keeps the changes). Every answer names the values it used; those that are
ours (a choice, not a measurement) say so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from math import isfinite
from types import MappingProxyType
from typing import Any

from graph.messages.told import Told, ToldError
from graph.model.words import Grade, Part, Power, Severity, Stage

OURS = "ours"
_PARTS_OF_ONE = (
    "undated_freshness",
    "live_tie_strength",
    "walkable_influence",
    "manager_influence",
    "report_influence",
    "dotted_factor",
    "reach_floor",
    "trust_weights",
    "coverage_targets",
    "severity_bands",
    "succession_relations",
    "succession_likeness",
    "bus_factor_share",
    "successor_floor",
)
"""Strengths, influences, targets and bands."""
_SHARED_OUT = (
    "successor_weights",
    "succession_weights",
    "succession_likeness_weights",
    "general_weights",
    "organizational_weights",
    "grading_weights",
)
"""Weights of terms: they sum to 1."""
_AT_LEAST_ONE = ("redundancy_wanted", "silence_days", "joint_event_days", "successor_capacity")
_LEVELS_APART = ("level_pairing_above", "successor_level_gap")
"""Differences between two of the four levels."""
_ABOVE_ZERO = ("part_weights", "power_weights", "rates")


_A_PART = Told("0 to 1", " 0 至 1")
_A_FINITE_NUMBER = Told("a finite number", "有限的数")


class WrongNumber(ToldError, ValueError):
    """A number that a policy cannot have: its name, its entry when it is one of a table, and what was expected.

    `place` is the file and line that say so, where a file does.
    """

    def __init__(self, expected: Told, name: str, member: str | None = None, place: Told | None = None) -> None:
        number = name if member is None else f"{name}.{member}"
        before = Told("", "") if place is None else Told(f"{place}: ", f"{place.chinese}：")
        super().__init__(
            Told(
                f"{before}policy: {number}: expected {expected}",
                f"{before.chinese}政策：{number}：应为{expected.chinese}",
            )
        )
        self.expected = expected
        self.name = name
        self.member = member


def _said(value: Any, meaning: str, source: str = OURS) -> Any:
    """A policy field: its default, what it means and where the default comes from."""
    if isinstance(value, dict):
        frozen = MappingProxyType(value)
        return field(default_factory=lambda: frozen, metadata={"meaning": meaning, "source": source})
    return field(default=value, metadata={"meaning": meaning, "source": source})


@dataclass(frozen=True)
class Policy:
    """One consistent set of the numbers. WrongNumber names the one that is out of range."""

    tie_half_life_days: float = _said(
        438.0, "days after which a tie without contact is half as strong", "DotAlign's published decay curve"
    )
    trust_weights: tuple[float, ...] = _said(
        (0.40, 0.55, 0.70, 0.85, 1.00), "strength of a fresh tie by trust level 1 to 5"
    )
    unknown_trust_level: int = _said(1, "the trust level that an unknown one counts as")
    undated_freshness: float = _said(0.8, "freshness of a tie whose last contact is not known")
    live_tie_strength: float = _said(
        0.30, "strength from which a tie is live", "Breadbox counts more than 30 of 100"
    )
    walkable_influence: float = _said(0.20, "weight from which an influence carries an access path")
    manager_influence: float = _said(0.60, "implied influence of a manager on a report")
    report_influence: float = _said(0.30, "implied influence of a report on a manager")
    dotted_factor: float = _said(0.5, "what a dotted line implies, as a part of a solid one")
    reach_floor: float = _said(0.10, "access strength from which a person is within reach")
    self_weight: float = _said(
        1.0, "weight of a person's own stance beside the influences on it", "ours (Friedkin–Johnsen anchor)"
    )
    stage_weights: Mapping[str, float] = _said(
        {
            Stage.QUALIFICATION: 0.15,
            Stage.SPECIFICATION: 0.30,
            Stage.EVALUATION: 0.25,
            Stage.APPROVAL: 0.30,
        },
        "weight of each stage in a decision",
    )
    part_weights: Mapping[str, float] = _said(
        {Part.LEADS: 1.0, Part.PARTICIPATES: 0.5, Part.CONSULTED: 0.25}, "weight of a part within a stage"
    )
    power_weights: Mapping[str, float] = _said(
        {Power.INNER_CIRCLE: 1.0, Power.POLITICAL_STRUCTURE: 0.5},
        "weight of a person's power where no decision part is recorded",
    )
    redundancy_wanted: int = _said(
        2, "live ties by different employees wanted for a key person", "ARPEDIO's example rule"
    )
    severity_bands: Mapping[str, float] = _said(
        {Severity.CRITICAL: 0.80, Severity.HIGH: 0.40, Severity.MODERATE: 0.15, Severity.LOW: 0.0},
        "share of the decision from which a finding has that severity",
    )
    silence_days: int = _said(
        90, "days without contact after which a key person is silent", "common activity window"
    )
    joint_event_days: int = _said(365, "days within which a joint event is wanted", "at least one a year")
    coverage_targets: Mapping[str, float] = _said(
        {Grade.S: 0.80, Grade.A: 0.60, Grade.B: 0.40, Grade.C: 0.20},
        "part of the people of a line to be covered, by customer grade",
    )
    successor_weights: Mapping[str, float] = _said(
        {"tie": 0.40, "colleagues": 0.20, "line": 0.15, "level": 0.15, "load": 0.10},
        "weight of each term in the score of a colleague who may take over a contact",
    )
    successor_capacity: int = _said(
        20, "contacts that one colleague may take over, and live ties that count as a full load"
    )
    successor_floor: float = _said(0.20, "score from which a handover plan gives a contact to a colleague")
    successor_level_gap: int = _said(
        1, "levels that such a colleague may stand below the contact; an unknown level passes"
    )
    leaving_horizon_days: int = _said(
        90, "days before one of ours leaves (LEFT or MOVED) in which nothing new is planned with them"
    )
    level_pairing_above: int = _said(
        1, "levels that ours may be above theirs in a pairing; 0 is the same level alone", "ours"
    )
    succession_weights: Mapping[str, float] = _said(
        {"relation": 0.70, "department": 0.10, "level": 0.10, "rising_star": 0.10},
        "weight of each term in the score of who may follow a contact in office",
    )
    succession_relations: Mapping[str, float] = _said(
        {
            "ACTING_MANAGER": 1.0,
            "MANAGER_ABOVE": 0.85,
            "PEER": 0.6,
            "DIRECT_REPORT": 0.6,
            "DOTTED_REPORT": 0.4,
            "RISING_STAR": 0.4,
        },
        "how near each relation to a contact is to following it in office",
    )
    succession_likeness: float = _said(
        0.1, "part of the score of who may follow a contact in office that likeness to the contact is"
    )
    succession_likeness_weights: Mapping[str, float] = _said(
        {"team_above": 0.2, "title": 0.2, "team_size": 0.2, "tenure": 0.2, "dotted_lines": 0.2},
        "weight of each term within that likeness",
    )
    bus_factor_share: float = _said(
        0.5, "part of the decision share within reach whose loss the bus factor counts employees for"
    )
    general_weights: Mapping[str, float] = _said(
        {"lines": 0.5, "departments": 0.3, "rising_stars_and_gatekeepers": 0.2},
        "weight of each term in the general relationship index",
    )
    organizational_weights: Mapping[str, float] = _said(
        {"levels": 0.40, "lines": 0.30, "agreement": 0.15, "joint_event": 0.15},
        "weight of each term in the organizational relationship index",
    )
    grading_weights: Mapping[str, float] = _said(
        {
            "strategic_fit": 0.25,
            "industry_influence": 0.15,
            "credit": 0.15,
            "present_value": 0.25,
            "potential_value": 0.20,
        },
        "weight of each term in the customer grading",
    )
    grading_bounds: Mapping[str, float] = _said(
        {Grade.S: 4.2, Grade.A: 3.4, Grade.B: 2.5}, "grading score, 1 to 5, from which a customer has that grade"
    )
    base_currency: str | None = _said(None, "the currency that amounts are added in", "the user's")
    rates: Mapping[str, float] = _said(
        {}, "units of the base currency for one unit of another, where no dated rate holds", "the user's"
    )

    def __post_init__(self) -> None:
        for name in _PARTS_OF_ONE:
            require(all(0 <= part <= 1 for part in _numbers(getattr(self, name))), _A_PART, name)
        require(len(self.trust_weights) == 5, Told("five numbers", "五个数"), "trust_weights")
        require(1 <= self.unknown_trust_level <= 5, Told("1 to 5", " 1 至 5"), "unknown_trust_level")
        require(self.tie_half_life_days > 0, Told("above 0", "大于 0 的数"), "tie_half_life_days")
        require(
            self.self_weight > 0,
            Told("above 0 (or opinions need not settle)", "大于 0 的数（否则意见可能无法稳定）"),
            "self_weight",
        )
        for name in _AT_LEAST_ONE:
            require(getattr(self, name) >= 1, Told("1 or more", " 1 或以上"), name)
        require(min(self.stage_weights.values()) >= 0, Told("none below 0", "不含负数"), "stage_weights")
        require(abs(sum(self.stage_weights.values()) - 1) < 1e-9, Told("a sum of 1", "合计为 1"), "stage_weights")
        require(
            set(self.stage_weights) == set(Stage),
            Told("a weight for every stage", "每个阶段都有权重"),
            "stage_weights",
        )
        require(
            set(self.part_weights) == set(Part),
            Told("a weight for every part", "每种参与方式都有权重"),
            "part_weights",
        )
        require(
            set(self.severity_bands) == set(Severity),
            Told("a bound for every severity", "每个严重度都有下限"),
            "severity_bands",
        )
        bands = [self.severity_bands[severity] for severity in Severity]
        require(
            bands == sorted(bands),
            Told("none below the one of a lower severity", "不低于较低严重度的下限"),
            "severity_bands",
        )
        require(self.leaving_horizon_days >= 0, Told("0 or more", " 0 或以上"), "leaving_horizon_days")
        for name in _LEVELS_APART:
            require(0 <= getattr(self, name) <= 3, Told("0 to 3", " 0 至 3"), name)
        for name in _SHARED_OUT:
            parts = getattr(self, name).values()
            require(
                min(parts) >= 0 and abs(sum(parts) - 1) < 1e-9,
                Told("none below 0 and a sum of 1", "不含负数且合计为 1"),
                name,
            )
        bounds = [self.grading_bounds.get(grade, 0.0) for grade in (Grade.S, Grade.A, Grade.B)]
        require(
            5 >= bounds[0] >= bounds[1] >= bounds[2] >= 1,
            Told("5 >= S >= A >= B >= 1", " 5 >= S >= A >= B >= 1"),
            "grading_bounds",
        )
        for name in _ABOVE_ZERO:
            require(
                all(part > 0 for part in getattr(self, name).values()), Told("all above 0", "全部大于 0"), name
            )
        for item in fields(self):
            numbers = [part for part in _numbers(getattr(self, item.name)) if isinstance(part, int | float)]
            require(all(map(isfinite, numbers)), _A_FINITE_NUMBER, item.name)

    def severity(self, share: float) -> Severity:
        """The band that a share of the decision weight falls into; rounding does not push it out of one.

        >>> Policy().severity(0.4)
        <Severity.HIGH: 'HIGH'>
        """
        reached = [name for name, bound in self.severity_bands.items() if share >= bound - 1e-12]
        return Severity(max(reached, key=lambda name: self.severity_bands[name], default=Severity.LOW))

    def in_base_currency(self, amount: float, currency: str | None) -> float | None:
        """The amount in the base currency; None when there is no rate for it."""
        if self.base_currency is None or currency is None:
            return None
        if currency == self.base_currency:
            return amount
        rate = self.rates.get(currency)
        return None if rate is None else amount * rate


def _numbers(value: Any) -> Iterable[float]:
    """One number, or those of a list or table."""
    if isinstance(value, Mapping):
        return value.values()
    return value if isinstance(value, tuple) else (value,)


def require(is_met: bool, expected: Told, name: str, member: str | None = None) -> None:
    """WrongNumber when it is not met."""
    if not is_met:
        raise WrongNumber(expected, name, member)
