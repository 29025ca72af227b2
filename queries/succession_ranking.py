"""Succession ranking: who would follow one of their people in office, and do we know them?"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from queries.account_view import AccountView
from queries.terms import Term


class SuccessionRelation(StrEnum):
    """How a candidate stands to the person; where several hold, the one that counts most."""

    ACTING_MANAGER = "ACTING_MANAGER"
    PEER = "PEER"
    DIRECT_REPORT = "DIRECT_REPORT"
    DOTTED_REPORT = "DOTTED_REPORT"
    MANAGER_ABOVE = "MANAGER_ABOVE"
    RISING_STAR = "RISING_STAR"


@dataclass(frozen=True, slots=True)
class CandidateTie:
    """A valid tie of one of our people to a candidate."""

    employee: str
    strength: float
    is_live: bool


@dataclass(frozen=True, slots=True)
class SuccessionCandidate:
    """Somebody who may follow; `score` is 0 to 1. Our ties to them, strongest first."""

    person: str
    kind: SuccessionRelation
    score: float
    terms: tuple[Term, ...]
    ties: tuple[CandidateTie, ...]


def succession_candidates(
    view: AccountView, person: str, leaving: Collection[str] = ()
) -> tuple[SuccessionCandidate, ...]:
    """Everybody who may follow the person, likeliest first, then by key; nobody who leaves too."""
    raise NotImplementedError


def is_exposed(candidates: Collection[SuccessionCandidate]) -> bool:
    """Whether we have a live tie to none of the first three (also when there are none)."""
    raise NotImplementedError
