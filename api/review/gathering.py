"""What a risk review is made of: the answers, and what everyone and everything in them is called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from operator import attrgetter
from typing import NamedTuple

from graph.messages.language import Language
from graph.messages.message import told
from graph.model.words import Severity
from graph.viewer import Viewer
from queries.account_view import AccountView
from queries.ask import Asker
from queries.departure_impact import (
    DEPARTURE_IMPACT,
    AccountImpact,
    DepartureImpact,
    DepartureImpactParams,
)
from queries.findings.causes import Cause, causes
from queries.findings.naming import called
from queries.findings.of_account import account_findings
from queries.handover_plan import HANDOVER_PLAN, HandoverPlan, HandoverPlanParams
from queries.questions.posture import POSTURE, PostureDay, PostureParams

HISTORY_DAYS = 365


class HeldTie(NamedTuple):
    """A live tie to one of the employee's contacts; `strength` from 0 to 1."""

    employee: str
    contact: str
    strength: float


@dataclass(frozen=True)
class AccountReview:
    """One account: the impact, what is found there that hangs on the employee, who holds the employee's contacts,
    and the account's postures of the last year.

    `causes` are MODERATE or above, the worst first; `less_severe_count` are those below.
    """

    impact: AccountImpact
    grade: str | None
    causes: Sequence[Cause]
    less_severe_count: int
    ties: Sequence[HeldTie]
    history: Sequence[PostureDay]


@dataclass
class Names:
    """What people, companies and opportunities are called, by key."""

    people: dict[str, str] = field(default_factory=dict)
    companies: dict[str, str] = field(default_factory=dict)
    opportunities: dict[str, str] = field(default_factory=dict)

    def learn(self, view: AccountView) -> None:
        """Adds all names of an account."""
        graph = view.graph
        self.people.update({person: told(called(view, person), Language.EN) for person in graph.everyone})
        self.companies.update({key: company.name for key, company in graph.companies.items()})
        self.opportunities.update({key: deal.name for key, deal in graph.opportunities.items()})


@dataclass(frozen=True)
class Review:
    """All that the page tells; the accounts with the largest loss first."""

    employee: str
    last_day: date
    impact: DepartureImpact
    plan: HandoverPlan
    accounts: Sequence[AccountReview]
    names: Names


async def gather_review(
    asker: Asker,
    viewer: Viewer,
    employee: str,
    last_day: date,
    *,
    as_of: date,
    capacity: int | None = None,
) -> Review:
    """The plan as of the day; what is lost, and who holds the contacts, as of the last day.

    NotInGraph for an unknown employee; QuestionRejected when it is none of ours, or the last day is before
    `as_of`.
    """
    asked = HandoverPlanParams(employee=employee, last_day=last_day, capacity=capacity, as_of=as_of)
    plan = await asker.ask(viewer, HANDOVER_PLAN, asked)
    impact = await asker.ask(viewer, DEPARTURE_IMPACT, DepartureImpactParams(people=(employee,), as_of=last_day))
    shown = await asker.names(viewer, plan, impact)
    names = Names(dict(shown.people), dict(shown.companies))
    accounts = []
    for found in impact.accounts:
        view = await asker.view(viewer, found.company, last_day)
        names.learn(view)
        since = as_of - timedelta(days=HISTORY_DAYS)
        days = PostureParams(company=found.company, from_day=since, to_day=as_of)
        history = await asker.ask(viewer, POSTURE, days)
        hanging = _causes(view, employee)
        severe = [cause for cause in hanging if cause.severity != Severity.LOW]
        accounts.append(
            AccountReview(
                impact=found,
                grade=view.graph.grade,
                causes=severe,
                less_severe_count=len(hanging) - len(severe),
                ties=_ties(view, employee),
                history=history,
            )
        )
    return Review(employee, last_day, impact, plan, accounts, names)


def _causes(view: AccountView, employee: str) -> list[Cause]:
    """What one of the findings of hangs on the employee, the worst first."""
    found = causes(finding for finding in account_findings(view) if finding.is_account_wide)
    hanging = [cause for cause in found.values() if any(one.employee == employee for one in cause.findings)]
    return sorted(hanging, key=attrgetter("place"))


def _ties(view: AccountView, employee: str) -> list[HeldTie]:
    return [
        HeldTie(held.tie.employee, contact, held.strength)
        for contact in sorted(view.live_ties)
        if employee in view.who_know(contact)
        for held in view.live_ties[contact]
    ]
