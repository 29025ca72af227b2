"""The numbers that the analyses compare with: defaults, where each comes from, and overrides per customer grade.

A policy is data. Every answer names the values it used; those that are ours (a choice, not a measurement)
say so, and all of them can be changed in a TOML file (`GUANXI_POLICY_FILE`):

    [default]
    reach_floor = 0.05
    [grade.S]
    redundancy_wanted = 3
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from graph.vocabulary import Grade, Part, Power, Severity, Stage

OURS = "ours"


def _said(value: Any, meaning: str, source: str = OURS) -> Any:
    """A policy field: its default, what it means and where the default comes from."""
    if isinstance(value, dict):
        frozen = MappingProxyType(value)
        return field(default_factory=lambda: frozen, metadata={"meaning": meaning, "source": source})
    return field(default=value, metadata={"meaning": meaning, "source": source})


@dataclass(frozen=True)
class Policy:
    """One consistent set of the numbers. ValueError names the number that is out of range."""

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
    base_currency: str | None = _said(None, "the currency that amounts are added in", "the user's")
    rates: Mapping[str, float] = _said({}, "units of the base currency for one unit of another", "the user's")

    def __post_init__(self) -> None:
        weights = (
            self.live_tie_strength,
            self.walkable_influence,
            self.reach_floor,
            self.undated_freshness,
            self.manager_influence,
            self.report_influence,
            self.dotted_factor,
            *self.trust_weights,
            *self.coverage_targets.values(),
            *self.severity_bands.values(),
        )
        _require(all(0 <= weight <= 1 for weight in weights), "strengths, influences, targets, bands: 0 to 1")
        _require(len(self.trust_weights) == 5, "trust_weights: five numbers")
        _require(1 <= self.unknown_trust_level <= 5, "unknown_trust_level: 1 to 5")
        _require(self.tie_half_life_days > 0, "tie_half_life_days: above 0")
        _require(self.self_weight > 0, "self_weight: above 0 (or opinions need not settle)")
        _require(self.redundancy_wanted >= 1, "redundancy_wanted: 1 or more")
        _require(min(self.silence_days, self.joint_event_days) >= 1, "silence_days, joint_event_days: 1 or more")
        _require(abs(sum(self.stage_weights.values()) - 1) < 1e-9, "stage_weights: a sum of 1")
        _require(set(self.stage_weights) == set(Stage), "stage_weights: a weight for every stage")
        _require(set(self.part_weights) == set(Part), "part_weights: a weight for every part")
        _require(set(self.severity_bands) == set(Severity), "severity_bands: a bound for every severity")
        positive = (*self.part_weights.values(), *self.power_weights.values(), *self.rates.values())
        _require(all(value > 0 for value in positive), "part_weights, power_weights, rates: above 0")
        _require(min(self.stage_weights.values()) >= 0, "stage_weights: none below 0")

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


@dataclass(frozen=True)
class PolicyBook:
    """The default policy and the overrides of single numbers by customer grade."""

    default: Policy = field(default_factory=Policy)
    by_grade: Mapping[str, Policy] = field(default_factory=dict)

    def for_grade(self, grade: str | None) -> Policy:
        """The policy for customers of that grade; the default one for None."""
        return self.by_grade.get(grade or "", self.default)


def read_policy_book(path: Path) -> PolicyBook:
    """Reads the TOML file; ValueError names an unknown section, number or grade, or a value out of range."""
    written = tomllib.loads(path.read_text(encoding="utf-8"))
    unknown = set(written) - {"default", "grade"}
    _require(not unknown, f"unknown section {', '.join(sorted(unknown))}; expected default, grade.S to grade.C")
    default = _override(Policy(), written.get("default", {}))
    grades = written.get("grade", {})
    _require(set(grades) <= set(Grade), f"unknown grade in {', '.join(grades)}; expected {', '.join(Grade)}")
    return PolicyBook(default, {grade: _override(default, numbers) for grade, numbers in grades.items()})


def _override(policy: Policy, numbers: Mapping[str, Any]) -> Policy:
    known = {item.name for item in fields(Policy)}
    _require(set(numbers) <= known, f"unknown number {', '.join(sorted(set(numbers) - known))}")
    return replace(policy, **{name: _read(name, getattr(policy, name), value) for name, value in numbers.items()})


def _read(name: str, before: Any, value: Any) -> Any:
    """The written value in the type of the one it replaces; a table changes only the entries that it names."""
    if isinstance(before, Mapping):
        _require(isinstance(value, dict) and all(map(_is_number, value.values())), f"{name}: a table of numbers")
        unknown = set(value) - set(before) if name != "rates" else set()
        _require(not unknown, f"{name}: unknown {', '.join(sorted(unknown))}; expected {', '.join(before)}")
        return MappingProxyType({**before, **value})
    if isinstance(before, tuple):
        _require(isinstance(value, list) and all(map(_is_number, value)), f"{name}: a list of numbers")
        return tuple(value)
    if name == "base_currency":
        _require(isinstance(value, str), f"{name}: a currency code such as EUR")
        return value
    _require(_is_number(value), f"{name}: a number")
    _require(not isinstance(before, int) or isinstance(value, int), f"{name}: a whole number")
    return value


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _require(is_met: bool, expected: str) -> None:
    if not is_met:
        raise ValueError(f"policy: {expected}")
