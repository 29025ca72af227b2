"""Findings of every question as work items: views of `queries.findings.finding` and `queries.work_items`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, cast

import strawberry

from api.types.described import described
from api.types.evidence import HELD_UNTIL, Evidence, Subject, sentence
from api.types.finding_counts import FindingCounts
from api.types.key_arguments import key_of
from api.types.money import Amount, amounts_at_risk, currency_at_risk, rates_on, value_at_risk
from api.types.node_refs import CompanyRef, OpportunityRef, PersonRef
from api.types.paging import PageInfo
from api.types.payloads import UserError
from api.types.policy_version import POLICY_VERSION
from api.types.record_fields import edge_end, edge_ends
from graph.journal import Entry
from graph.model.companies import COMPANIES
from graph.model.deals import OPPORTUNITIES
from graph.model.people import PEOPLE
from graph.model.words import Grade, NodeKind, Severity, Stage
from graph.posture import KeptFinding
from queries import work_items
from queries.findings.catalogue import FindingKind
from queries.findings.finding import Finding as Found
from queries.findings.kept import KeptCause, finding_of
from queries.money import MoneyAtRisk
from queries.work_items import WorkAction, WorkState


@strawberry.type(description="Something that was done with a finding.")
class FindingEvent:
    """View of an entry of the journal."""

    action: WorkAction = strawberry.field(description="What.")
    at: str = strawberry.field(description="When, as ISO 8601 in UTC.")
    actor: str = strawberry.field(description="Who, as told by whoever did it.")
    note: str | None = strawberry.field(description="Why, as told.")
    assignee: str | None = strawberry.field(description="Who is to take care of it, when it was assigned.")
    until: date | None = strawberry.field(description="The day until which it was put off, when it was snoozed.")


class WorkedFinding:
    """A finding with how far it is and all that was done with it: what the type `Finding` shows.

    Each part is made when it is asked for: of most findings of a cause nobody asks.
    """

    def __init__(self, kept: KeptFinding, entries: Sequence[Entry[work_items.WorkEvent]], today: date) -> None:
        self.kept = kept
        self._entries = entries
        self._today = today

    @cached_property
    def item(self) -> work_items.WorkItem:
        """How far it is."""
        return work_items.work_item(self.kept.id, self.kept.since, self._entries, self._today)

    @property
    def history(self) -> tuple[FindingEvent, ...]:
        """All that was done with it."""
        return tuple(_event(entry) for entry in self._entries)

    @cached_property
    def found(self) -> Found:
        """What it says."""
        return finding_of(self.kept)

    @property
    def since(self) -> str | None:
        """Since when it is there."""
        return self.kept.since

    @property
    def account(self) -> str:
        """Key of the account."""
        return self.found.account

    @property
    def company(self) -> str:
        """Key of the company."""
        return self.found.company

    @property
    def employee(self) -> str | None:
        """Key of the employee."""
        return self.found.employee

    @property
    def opportunity(self) -> str | None:
        """Key of the opportunity."""
        return self.found.opportunity

    @property
    def targets(self) -> tuple[str, ...]:
        """Keys of the people lost."""
        return self.found.targets

    @property
    def money(self) -> MoneyAtRisk:
        """Money at risk."""
        return self.found.money


@dataclass(frozen=True, slots=True)
class WorkedCause:
    """A cause and its findings with how far each is: what the type `Cause` shows."""

    cause: KeptCause
    findings: tuple[WorkedFinding, ...]

    @property
    def about(self) -> Found:
        """The worst finding, which tells what all of them are about."""
        return self.findings[0].found

    @property
    def id(self) -> str:
        """Of the cause."""
        return self.findings[0].kept.cause

    @property
    def account(self) -> str:
        """Key of the account."""
        return self.about.account

    @property
    def money(self) -> MoneyAtRisk:
        """The most money at stake in one of them."""
        return self.cause.money


def _event(entry: Entry[work_items.WorkEvent]) -> FindingEvent:
    event = entry.event
    return FindingEvent(
        action=WorkAction(entry.action),
        at=entry.at,
        actor=entry.actor,
        note=entry.note,
        assignee=event.assignee if isinstance(event, work_items.Assigned) else None,
        until=event.until if isinstance(event, work_items.Snoozed) else None,
    )


def _of(part: str, name: str, description: str) -> Any:
    """A field of a part of what is shown, as of the finding or of its work item."""

    def resolve(root: Any) -> Any:
        return getattr(getattr(root, part), name)

    return strawberry.field(resolver=resolve, description=description)


@strawberry.type(
    description="Something found about an account, and how far it is. A risk, not a rating of anyone."
)
class Finding:
    """View of `queries.findings.finding.Finding` and `queries.work_items.WorkItem`."""

    id: strawberry.ID = _of("found", "id", "Stays the same while the cause stays the same.")
    kind: FindingKind = _of("found", "kind", "What was found.")
    severity: Severity = _of("found", "severity", "How much of the decision it touches.")
    summary: str = sentence("summary", "The finding as a sentence.", "found")
    cause_id: strawberry.ID = _of("found", "cause", "Id of its cause: of all findings about the same subject.")
    subject: Subject = _of(
        "found",
        "subject",
        "What it is about: of a contact whom one of us alone knows "
        "that contact, of a choke point the person through whom alone others are reached.",
    )
    account: CompanyRef = edge_end("account", COMPANIES, "The company at the top of the account.")
    company: CompanyRef = edge_end("company", COMPANIES, "The company of the account it is about.")
    is_account_wide: bool = _of(
        "found",
        "is_account_wide",
        "Whether it is the account's own; else only a question about another of its companies shows it.",
    )
    employee: PersonRef | None = edge_end(
        "employee", PEOPLE, "The one of ours on whom the contact, or the way to others, rests."
    )
    opportunity: OpportunityRef | None = edge_end(
        "opportunity", OPPORTUNITIES, "The open opportunity it is about."
    )
    stage: Stage | None = _of("found", "stage", "The stage, for a stage with nobody.")
    targets: list[PersonRef] = edge_ends(
        "targets", PEOPLE, "Whom we lose without the person it hangs on; most exposed first."
    )
    share: float | None = _of("found", "share", "Share of the decision, or weight of the stage, 0 to 1.")
    value_at_risk: float | None = value_at_risk()
    currency: str | None = currency_at_risk()
    rates_on: date | None = rates_on()
    amounts: list[Amount] = amounts_at_risk()
    evidence: Evidence = _of("found", "evidence", "What it rests on.")
    action: str = sentence("action", "What to do next.", "found")
    held_until: date | None = _of("found", "held_until", HELD_UNTIL)
    since: str | None = strawberry.field(
        description="When it was first found since it last was absent, as ISO 8601 in UTC."
    )
    state: WorkState = _of("item", "state", "How far it is.")
    assignee: str | None = _of("item", "assignee", "Who is to take care of it.")
    snoozed_until: date | None = _of("item", "snoozed_until", "The day until which it is put off.")
    note: str | None = _of("item", "note", "The last note.")
    actor: str | None = _of("item", "actor", "Who did something with it last.")
    at: str | None = _of("item", "at", "When that was, as ISO 8601 in UTC.")
    history: list[FindingEvent] = strawberry.field(
        description="All that was done with it, also before it came back; the first thing first."
    )


@strawberry.type(description="How many findings are that far.")
class StateCount:
    """One row of the states of a cause."""

    state: WorkState = strawberry.field(description="The state.")
    count: int = strawberry.field(description="How many findings.")


@strawberry.type(description="The findings of one account about one subject, as one: as bad as the worst of them.")
class Cause:
    """View of `queries.findings.causes.Cause`."""

    id: strawberry.ID = strawberry.field(description="Stays the same while the account and the subject do.")
    kind: FindingKind = _of("about", "kind", "What the worst finding is.")
    summary: str = sentence("summary", "The worst finding as a sentence.", "about")
    account: CompanyRef = edge_end("account", COMPANIES, "The company at the top of the account.")
    subject: Subject = _of("about", "subject", "What the findings are about.")
    stage: Stage | None = _of("about", "stage", "The stage, where it is about one of an opportunity's decision.")
    severity: Severity = _of("cause", "severity", "The highest one of the findings.")
    share: float | None = _of("cause", "share", "The largest share of the decision of one of them, 0 to 1.")
    value_at_risk: float | None = value_at_risk(
        "The most money at stake in one of them, in `currency`; null when it is not known, or currencies "
        "cannot be added."
    )
    currency: str | None = currency_at_risk()
    rates_on: date | None = rates_on()
    amounts: list[Amount] = amounts_at_risk()
    action: str = sentence("action", "What to do next: that of the worst finding.", "about")

    @described("How many findings there are.")
    def count(self, root: strawberry.Parent[WorkedCause]) -> int:
        """All of them."""
        return len(root.findings)

    @described("How far the findings are, by state; states of none are left out.")
    def states(self, root: strawberry.Parent[WorkedCause]) -> list[StateCount]:
        """In the order of the states."""
        counts = Counter(finding.item.state for finding in root.findings)
        return [StateCount(state=state, count=counts[state]) for state in WorkState if counts[state]]

    @described("The findings, the worst first.")
    def findings(self, root: strawberry.Parent[WorkedCause]) -> list[Finding]:
        """As they are."""
        return cast(list[Finding], root.findings)


@strawberry.type(description="A finding and its place in the list.")
class FindingEdge:
    """Relay's edge."""

    cursor: str = strawberry.field(description="Place of this edge: `after` goes on behind it.")
    node: Finding = strawberry.field(description="The finding; of a cause the worst one.")
    cause: Cause | None = strawberry.field(description="The cause, in a list by cause; null else.")


@strawberry.type(description="A page of findings, or of causes, each told by the worst of its findings.")
class FindingConnection:
    """Relay's connection."""

    edges: list[FindingEdge] = strawberry.field(description="The findings of this page.")
    page_info: PageInfo = strawberry.field(description="Where the page lies.")
    counts: strawberry.Private[FindingCounts]
    stale_account_count: int = strawberry.field(
        description="Accounts that have changed, or aged, since they were computed, whatever the filter."
    )
    missing_account_count: int = strawberry.field(description="Those of them of which nothing is computed yet.")
    policy_version: int = strawberry.field(description=POLICY_VERSION)

    @described("How many findings the filter lets through, or how many causes these have.")
    async def total_count(self) -> int:
        """Counted only when asked for."""
        return await self.counts.total()

    @described("How many more there are but for a lower severity than the filter's `minSeverity`.")
    async def less_severe_count(self) -> int:
        """Counted only when asked for."""
        return await self.counts.less_severe()


@strawberry.input(description="Which findings; what is left out does not filter.")
class FindingFilter:
    """Arguments of `graph.posture.FindingFilter`, and of the work items."""

    state: list[WorkState] | None = strawberry.field(default=None, description="In one of these states.")
    assignee: str | None = strawberry.field(default=None, description="To be taken care of by that person.")
    kind: list[FindingKind] | None = strawberry.field(default=None, description="Of one of these kinds.")
    severity: list[Severity] | None = strawberry.field(default=None, description="Of one of these severities.")
    min_severity: Severity | None = strawberry.field(default=None, description="This severity and above.")
    company: strawberry.ID | None = strawberry.field(
        default=None,
        metadata=key_of(NodeKind.COMPANY),
        description="Key of a company: of one at the top of an account all of the account's own findings, of "
        "another one those about it.",
    )
    employee: strawberry.ID | None = strawberry.field(
        default=None, description="Key of one of our people whom it hangs on.", metadata=key_of(NodeKind.PERSON)
    )
    grade: Grade | None = strawberry.field(default=None, description="Grade of the account.")
    industry: str | None = strawberry.field(default=None, description="Industry of the account, as recorded.")
    region: str | None = strawberry.field(default=None, description="Region of the account, as recorded.")


@strawberry.type(description="What doing something with a finding did.")
class FindingPayload:
    """Payload of the mutations of findings."""

    finding: Finding | None = strawberry.field(
        description="The finding after the change; null when nothing was written."
    )
    user_errors: list[UserError] = strawberry.field(description="Why nothing was written; empty when it was.")
