"""Departure impact: what do we lose in every account when these people leave, and who could take over?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from graph.account_graph import Member
from queries.before_after import BeforeAfter
from queries.money import MoneyAtRisk
from queries.question import Params
from queries.succession_ranking import SuccessionCandidate
from queries.successors import Successor


@dataclass(frozen=True, slots=True)
class DepartureImpactParams(Params):
    """Keys of the people who leave, of either side. `as_of` is the day they are gone on.

    `colleagues` are our people to ask as successors where an account has nobody left who stays.
    """

    people: tuple[str, ...]
    colleagues: tuple[Member, ...] = ()


class HandoverStatus(StrEnum):
    """ORPHANED: no live tie is left. WEAKENED: at least one is lost, others stay."""

    ORPHANED = "ORPHANED"
    WEAKENED = "WEAKENED"


@dataclass(frozen=True, slots=True)
class ContactHandover:
    """A contact who loses live ties with us; `exposure` is its largest share of an open decision."""

    contact: str
    employees: tuple[str, ...]
    status: HandoverStatus
    exposure: float
    successors: tuple[Successor, ...]


@dataclass(frozen=True, slots=True)
class SeatLeft:
    """One of their people who leaves: keys of the open opportunities with a part of theirs, and who follows."""

    person: str
    opportunities: tuple[str, ...]
    share: float
    candidates: tuple[SuccessionCandidate, ...]
    exposed: bool


@dataclass(frozen=True, slots=True)
class KeyPersonAccess:
    """Access strength and live ties of a key person who stays, where the departure changes one of them."""

    person: str
    access_strength: BeforeAfter[float]
    live_ties: BeforeAfter[int]


@dataclass(frozen=True, slots=True)
class OpportunityImpact:
    """Decision share within reach of an open opportunity, and what the lost part is of its value."""

    opportunity: str
    share: BeforeAfter[float]
    money: MoneyAtRisk


@dataclass(frozen=True, slots=True)
class LineCoverage:
    """Covered part of a line's people, 0 to 1; None after when nobody of the line stays."""

    line: str
    before: float | None
    after: float | None


@dataclass(frozen=True, slots=True)
class AccountImpact:
    """One account. Counts are of people; `lost` are those within reach before who are not after, the leaving too.

    `share_lost` is the largest loss over the open decisions (the inferred one without any); `coverage` the covered
    part of all contacts.
    """

    company: str
    revision: int
    people_within_reach: BeforeAfter[int]
    key_people_covered: BeforeAfter[int]
    single_held: BeforeAfter[int]
    coverage: BeforeAfter[float]
    lines: tuple[LineCoverage, ...]
    lost: tuple[str, ...]
    share_lost: float
    money: MoneyAtRisk
    key_people: tuple[KeyPersonAccess, ...]
    opportunities: tuple[OpportunityImpact, ...]
    handovers: tuple[ContactHandover, ...]
    seats: tuple[SeatLeft, ...]


@dataclass(frozen=True, slots=True)
class ImpactTotals:
    """Over all accounts: different people lost, money, accounts with any loss, orphaned and weakened contacts."""

    people: int
    money: MoneyAtRisk
    accounts: int
    orphaned: int
    weakened: int


@dataclass(frozen=True, slots=True)
class DepartureImpact:
    """The answer; `people` are all who leave. The accounts with the largest loss of money first, then of share."""

    as_of: date
    policy_version: int
    people: tuple[str, ...]
    accounts: tuple[AccountImpact, ...]
    totals: ImpactTotals
