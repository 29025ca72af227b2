"""Power map: who is who in an account, who listens to whom, and how near we are to each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PowerMapParams:
    """`company` (any of an account) or `opportunity` or both, when it is one of that company's account."""

    company: str | None = None
    opportunity: str | None = None
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class MapNode:
    """A node of the map. `id` is unique over all kinds; what a kind does not have is None."""

    id: str
    key: str
    kind: str
    name: str | None
    side: str | None = None
    title: str | None = None
    level: str | None = None
    line: str | None = None
    company: str | None = None
    department: str | None = None
    status: str | None = None
    tags: tuple[str, ...] = ()
    is_placeholder: bool = False
    is_outsider: bool = False
    is_employee: bool = False
    is_key_person: bool = False
    power: str | None = None
    stance: str | None = None
    is_coach: bool | None = None
    leans_to: str | None = None
    decision_share: float | None = None
    access_strength: float | None = None
    is_within_reach: bool | None = None
    live_tie_count: int | None = None


@dataclass(frozen=True, slots=True)
class MapEdge:
    """An edge of the map between two node ids. `stated_by` is who or what said so."""

    id: str
    kind: str
    source: str
    target: str
    weight: float | None = None
    strength: float | None = None
    is_live: bool | None = None
    trust: int | None = None
    last_contact: str | None = None
    stage: str | None = None
    part: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    certainty: str | None = None
    stated_by: str | None = None


@dataclass(frozen=True, slots=True)
class PowerMap:
    """The map of a company on a day. `completeness` is the known part of levels, lines, powers and stances."""

    company: str
    account: str
    opportunity: str | None
    as_of: date
    revision: int
    nodes: tuple[MapNode, ...]
    edges: tuple[MapEdge, ...]
    completeness: float
