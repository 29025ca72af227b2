"""All that was found about an account, of every question, in one form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from queries.account_view import AccountView
from queries.evidence import Evidence
from queries.money import MoneyAtRisk
from queries.subject import Subject


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding of any question. `share` is the share of the decision (or the stage's weight) it touches.

    `employee` is one of ours whom it hangs on; `company` the one of the account it is about; `money` what the
    share is of the open opportunities' values, where that can be said. `is_account_wide` tells the account's own
    findings from those that only a question about one of its other companies shows.
    """

    id: str
    kind: str
    severity: str
    summary: str
    subject: Subject
    account: str
    company: str
    is_account_wide: bool
    employee: str | None
    opportunity: str | None
    stage: str | None
    targets: tuple[str, ...]
    share: float | None
    money: MoneyAtRisk
    evidence: Evidence
    action: str


def account_findings(view: AccountView) -> Sequence[Finding]:
    """Every finding of the account, most severe first, then by money, share, kind and id; each id once."""
    raise NotImplementedError
