"""Relationship index 三层客户关系: how healthy are the key, general and organizational relationships?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from queries.question import Params
from queries.terms import Term


@dataclass(frozen=True, slots=True)
class RelationshipIndexParams(Params):
    """The company, any of an account."""

    company: str


@dataclass(frozen=True, slots=True)
class Trend:
    """The value of the same index a year before, by today's policy; None when nothing was known then."""

    on: date
    value: float | None


@dataclass(frozen=True, slots=True)
class LayerIndex:
    """One layer: 0 to 100, None when it has no term; the known part of what went in; its terms, 0 to 1 each."""

    value: float | None
    completeness: float
    terms: tuple[Term, ...]
    trend: Trend


@dataclass(frozen=True, slots=True)
class RelationshipIndex:
    """The answer: the three layers."""

    company: str
    account: str
    as_of: date
    revision: int
    policy_version: int
    key: LayerIndex
    general: LayerIndex
    organizational: LayerIndex
