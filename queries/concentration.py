"""Concentration: on how few of our people does an account hang?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from queries.question import Params


@dataclass(frozen=True, slots=True)
class ConcentrationParams(Params):
    """The company; the answer is about its whole account."""

    company: str


@dataclass(frozen=True, slots=True)
class Holder:
    """One of our people and the summed strength of their live ties, and its part of the whole."""

    employee: str
    strength: float
    part: float


@dataclass(frozen=True, slots=True)
class Concentration:
    """The answer. `effective_holders` is 1/HHI, None without a live tie.

    `bus_factor` is the fewest `employees` whose leaving loses the policy's part of the decision share within
    reach, on the `opportunity` where that takes fewest (None: the inferred decision); None when nobody is within
    reach. `exact` tells whether no smaller set exists for certain.
    """

    company: str
    account: str
    as_of: date
    revision: int
    policy_version: int
    effective_holders: float | None
    bus_factor: int | None
    exact: bool
    employees: tuple[str, ...]
    opportunity: str | None
    holders: tuple[Holder, ...]
