"""What a finding is, whichever rule finds it: what it is about, how bad it is, why, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

import orjson

from graph.messages.language import Language
from graph.messages.message import Message
from graph.posture import Place
from queries.findings.evidence import Evidence, KeptEvidence
from queries.findings.order import finding_place
from queries.findings.subject import Subject, SubjectKind
from queries.money import MoneyAtRisk

ACTION = "action"
"""The attribute of a finding's message that says what to do next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something found about an account: a risk, not a rating of anyone.

    `share` is the share of the decision (or the stage's weight) that it touches, which made the severity; `money`
    what the share is of the open opportunities' values, where that can be said. `employee` is one of ours whom it
    hangs on; `company` the one of the account it is about; `targets` the people it is about, the most exposed
    first. `is_account_wide` tells the account's own findings from those that only a question about one of its
    other companies shows. The subject of a single-held relationship is the contact, that of a choke point the
    person through whom alone others are reached. `held_until` is the first day without the employee who alone
    holds a contact; None when none is known. `said` tells all of it, with what to do next as its ACTION.
    """

    id: str
    kind: str
    severity: str
    said: Message
    subject: Subject
    account: str
    company: str
    is_account_wide: bool
    employee: str | None = None
    opportunity: str | None = None
    stage: str | None = None
    targets: tuple[str, ...] = ()
    share: float | None
    money: MoneyAtRisk
    evidence: Evidence | KeptEvidence
    held_until: date | None = None

    def summary(self, language: Language) -> str:
        """The finding as a sentence."""
        return self.said.text(language)

    def action(self, language: Language) -> str:
        """What to do next."""
        return self.said.text(language, ACTION)

    @property
    def point(self) -> str:
        """Key of the person it hangs on: one of ours, else the person it is about."""
        return self.subject.key if self.employee is None else self.employee

    @property
    def is_point_employee(self) -> bool:
        """Whether that person is one of ours."""
        return self.employee is not None

    @property
    def exposure(self) -> float:
        """The share of the decision at stake."""
        return self.share or 0.0

    @property
    def place(self) -> Place:
        """Its place among all findings of all accounts."""
        return finding_place(
            severity=self.severity,
            share=self.share,
            money=self.money,
            account=self.account,
            subject=self.subject.key,
            stage=self.stage,
            kind=self.kind,
            id=self.id,
        )

    @property
    def cause(self) -> str:
        """The id of its cause, the same for all findings of the account about the same subject.

        A stage is a subject of its own, and so is a line of each company.
        """
        within = self.company if self.subject.kind == SubjectKind.LINE else None
        return finding_id("CAUSE", self.account, self.subject.kind, self.subject.key, self.stage, within)


def finding_id(kind: str, *cause: str | None) -> str:
    """An id that stays the same while the kind and the keys of the cause do.

    >>> finding_id("SINGLE_HELD", "e1", "c1") == finding_id("SINGLE_HELD", "e1", "c1")
    True
    """
    return blake2b(orjson.dumps([kind, *cause]), digest_size=12).hexdigest()
