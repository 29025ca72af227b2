"""Grading 客户分级: which grade would a customer have by its figures, beside the one that was entered?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from queries.question import Params
from queries.terms import Term


class CustomerFigures(NamedTuple):
    """What the grading compares an account's root company with the other accounts' by."""

    company: str
    annual_value: float | None
    potential_value: float | None
    currency: str | None
    industry_influence: int | None


@dataclass(frozen=True, slots=True)
class GradingParams(Params):
    """The company; `portfolio` are the figures of every account."""

    company: str
    portfolio: tuple[CustomerFigures, ...] = ()


@dataclass(frozen=True, slots=True)
class Quadrant:
    """A place in a matrix: `x_is_high` and `y_is_high` tell the halves; None when one of them is not known.

    INFLUENCE_VOLUME: quadrants S, A, B, C. PRESENT_POTENTIAL: FIRST, SECOND, THIRD, FOURTH.
    """

    name: str
    quadrant: str | None
    x_is_high: bool | None
    y_is_high: bool | None


@dataclass(frozen=True, slots=True)
class Grading:
    """The answer. `entered` stays; `computed` is beside it, None when nothing is known. `score` is 1 to 5."""

    company: str
    account: str
    as_of: date
    revision: int
    policy_version: int
    entered: str | None
    computed: str | None
    score: float | None
    completeness: float
    terms: tuple[Term, ...]
    matrices: tuple[Quadrant, ...]
