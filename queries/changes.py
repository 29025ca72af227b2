"""What changed: the difference of an account between two days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from queries.question import Params
from queries.subject import Subject


@dataclass(frozen=True, slots=True)
class ChangesParams(Params):
    """The company, any of an account, and both days; `as_of` is the later one."""

    company: str
    from_day: date
    to_day: date


class ChangeKind(StrEnum):
    """What is different on the later day."""

    PERSON_JOINED = "PERSON_JOINED"
    PERSON_LEFT = "PERSON_LEFT"
    PERSON_MOVED = "PERSON_MOVED"
    TIE_OPENED = "TIE_OPENED"
    TIE_ENDED = "TIE_ENDED"
    TIE_STRENGTHENED = "TIE_STRENGTHENED"
    TIE_GONE_COLD = "TIE_GONE_COLD"
    STANCE_TURNED = "STANCE_TURNED"
    FINDING_APPEARED = "FINDING_APPEARED"
    FINDING_DISAPPEARED = "FINDING_DISAPPEARED"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. `before` and `after` are for people to read; None where there is nothing on that day.

    The subject of a tie is the contact, `employee` the other end; of a finding what it is about, with its
    `finding` id. A stance is that on `opportunity`, or on the account (None).
    """

    kind: ChangeKind
    subject: Subject
    before: str | None
    after: str | None
    employee: str | None = None
    opportunity: str | None = None
    finding: str | None = None
    policy_version: int = 0
