"""Succession: who would follow one of their people in office, and do we know them?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from queries.question import Params
from queries.succession_ranking import SuccessionCandidate


@dataclass(frozen=True, slots=True)
class SuccessionParams(Params):
    """The contact to ask about."""

    person: str


@dataclass(frozen=True, slots=True)
class Succession:
    """The answer: the likeliest first. `exposed`: we have a live tie to none of the first three."""

    person: str
    company: str
    account: str
    as_of: date
    revision: int
    policy_version: int
    candidates: tuple[SuccessionCandidate, ...]
    exposed: bool
