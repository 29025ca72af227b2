"""The journal: who did what, when and why, of everything that people decide. Entries are added, never changed.

What is kept so: the versions of the policy, what was done with findings, and handovers. The state of such a thing
is what its entries say, read in their order.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class JournalKind(StrEnum):
    """What an entry is about."""

    POLICY = "POLICY"
    """A version of the policy; the subject is POLICY_SUBJECT, the number the version."""
    FINDING = "FINDING"
    """Something done with a finding; the subject is its id."""
    HANDOVER = "HANDOVER"
    """A contact handed over, or the last day recorded with it; the subject is the employee who hands over."""


POLICY_SUBJECT = "policy"


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One thing done.

    `number` counts the entries of a kind and subject from 1 without gaps, so that the last one is how many there
    are; as written, None takes the next one, and any other number than the next one is refused. `at` is a moment
    in UTC, ISO 8601 with microseconds and `+00:00`; `details` is JSON text whose form the kind and action
    decide.
    """

    kind: JournalKind
    subject: str
    action: str
    at: str
    actor: str
    note: str | None = None
    details: str = "{}"
    number: int | None = None
