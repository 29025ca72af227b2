"""Access paths: through whom do we reach someone?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class AccessPathsParams:
    """The person to reach; one employee to start from, or any; how many paths at most."""

    to: str
    employee: str | None = None
    first: int | None = None
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class PathStep:
    """One step between two people's keys. `kind` is TIE, INFLUENCES, REPORTS_TO or DOTTED_REPORTS_TO (implied)."""

    kind: str
    source: str
    target: str
    strength: float


@dataclass(frozen=True, slots=True)
class AccessPath:
    """The strongest path that one employee starts; `strength` is the product of the steps'."""

    employee: str
    strength: float
    is_within_reach: bool
    steps: tuple[PathStep, ...]
