"""Single points of failure: which relationships hang on one person, and what is lost without that person?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from queries.evidence import Evidence


class SinglePointKind(StrEnum):
    """SINGLE_HELD: a contact with live ties by one employee only. CHOKE_POINT: others are reached only through it."""

    SINGLE_HELD = "SINGLE_HELD"
    CHOKE_POINT = "CHOKE_POINT"


@dataclass(frozen=True, slots=True)
class SinglePointsOfFailureParams:
    """Which of them to list. `after` is a cursor of an earlier page."""

    company: str | None = None
    employee: str | None = None
    min_severity: str | None = None
    kind: str | None = None
    first: int = 50
    after: str | None = None
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """Money of one currency; None when the opportunity names none."""

    currency: str | None
    value: float


@dataclass(frozen=True, slots=True)
class SinglePoint:
    """One finding. `point` and `targets` are keys of people.

    `exposure` is the share of the decision at stake, 0 to 1. `value_at_risk` is in `currency`: the base currency
    when every amount has a rate, else the only currency there is; None when nothing is known or currencies
    differ, and `amounts` tells them apart.
    """

    id: str
    kind: SinglePointKind
    point: str
    is_point_employee: bool
    company: str
    account: str
    opportunity: str | None
    targets: tuple[str, ...]
    exposure: float
    value_at_risk: float | None
    currency: str | None
    amounts: tuple[Amount, ...]
    severity: str
    summary: str
    evidence: Evidence
    action: str


@dataclass(frozen=True, slots=True)
class SinglePointEdge:
    """A finding and the cursor to go on after it."""

    cursor: str
    node: SinglePoint


@dataclass(frozen=True, slots=True)
class SinglePointPage:
    """A page: most money at risk first, then exposure, then id."""

    edges: tuple[SinglePointEdge, ...]
    has_next_page: bool
    has_previous_page: bool
    total_count: int
