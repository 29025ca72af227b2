"""Repair plan: which few ties give every key person the redundancy we want, and who should make each?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from queries.question import Params
from queries.terms import Term


@dataclass(frozen=True, slots=True)
class RepairPlanParams(Params):
    """A company (its part of its account) or an opportunity, exactly one of them.

    `redundancy` is the live ties by different employees wanted for a key person, `capacity` how many new ties one
    employee may make; None of either is the policy's.
    """

    company: str | None = None
    opportunity: str | None = None
    redundancy: int | None = None
    capacity: int | None = None


@dataclass(frozen=True, slots=True)
class ProposedTie:
    """A tie to make, or to revive when there is one that is not live.

    `plausibility` is the successor score of the pair, 0 to 1. `introducer` is the last person before the contact
    on the best access path there is to it, None without one; `repairs` says what it repairs as a sentence, and
    `findings` are the ids of the findings that it works against.
    """

    employee: str
    contact: str
    is_revived: bool
    plausibility: float
    terms: tuple[Term, ...]
    introducer: str | None
    repairs: str
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RepairPlan:
    """The answer. `count` is the number of ties, `lower_bound` a number that no plan can go below.

    The lower bound is the sum of missing live ties over the key people who can have them; `impossible` are key
    people who cannot reach the redundancy: too few employees, or too little capacity.
    """

    company: str
    account: str
    opportunity: str | None
    as_of: date
    revision: int
    policy_version: int
    redundancy: int
    capacity: int
    ties: tuple[ProposedTie, ...]
    count: int
    lower_bound: int
    impossible: tuple[str, ...]
