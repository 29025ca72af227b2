"""Findings as work: each with how far it is and all that was done with it, alone or as one cause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Annotated, ClassVar, NamedTuple, TypeAlias

from graph.journal import Entry
from graph.messages.language import Language
from graph.model.masks import Mask
from graph.model.shown import identifier, in_parts, node, said, sentence, word
from graph.model.words import NodeKind, Severity, Stage
from graph.posture import FindingFilter, KeptFinding, Place
from queries.findings.catalogue import FindingKind
from queries.findings.evidence import Evidence, KeptEvidence
from queries.findings.finding import Finding
from queries.findings.kept import KeptCause, cause_of_kept, finding_of
from queries.findings.shapes import Action, HeldUntil, Id, Money
from queries.findings.subject import Subject
from queries.money import MoneyAtRisk
from queries.work_items import Assigned, Snoozed, WorkAction, WorkEvent, WorkItem, WorkState, work_item

AccountKey: TypeAlias = Annotated[str, node(NodeKind.COMPANY, "The company at the top of the account.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingEvent:
    """Something that was done with a finding."""

    action: Annotated[WorkAction, said("What.")]
    at: Annotated[str, said("When, as ISO 8601 in UTC.")]
    actor: Annotated[str, said("Who, as told by whoever did it.")]
    note: Annotated[str | None, said("Why, as told.", mask=Mask.NOTES)]
    assignee: Annotated[str | None, said("Who is to take care of it, when it was assigned.")]
    until: Annotated[date | None, said("The day until which it was put off, when it was snoozed.")]


@dataclass(frozen=True)
class WorkedFinding:
    """Something found about an account, and how far it is. A risk, not a rating of anyone.

    Each part is made when it is asked for: of most findings of a cause nobody asks.
    """

    SHOWN_AS: ClassVar[str] = "Finding"
    kept: KeptFinding
    entries: Sequence[Entry[WorkEvent]]
    today: date

    @cached_property
    def item(self) -> WorkItem:
        """How far it is."""
        return work_item(self.kept.id, self.kept.since, self.entries, self.today)

    @cached_property
    def found(self) -> Finding:
        """What it says."""
        return finding_of(self.kept)

    @property
    def id(self) -> Id:
        """Of the finding."""
        return self.found.id

    @property
    def kind(self) -> Annotated[str, word(FindingKind, "What was found.")]:
        """Of the finding."""
        return self.found.kind

    @property
    def severity(
        self,
    ) -> Annotated[str, word(Severity, "How much of the decision it touches.", mask=Mask.JUDGEMENT)]:
        """Of the finding."""
        return self.found.severity

    def summary(
        self, language: Language
    ) -> Annotated[str, sentence("The finding as a sentence.", mask=Mask.JUDGEMENT)]:
        """Of the finding."""
        return self.found.summary(language)

    @property
    def cause_id(
        self,
    ) -> Annotated[str, identifier("Id of its cause: of all findings about the same subject.")]:
        """Of the finding."""
        return self.found.cause

    @property
    def subject(
        self,
    ) -> Annotated[
        Subject,
        said(
            "What it is about: of a contact whom one of us alone knows that contact, of a choke point the person "
            "through whom alone others are reached."
        ),
    ]:
        """Of the finding."""
        return self.found.subject

    @property
    def account(self) -> AccountKey:
        """Of the finding."""
        return self.found.account

    @property
    def company(
        self,
    ) -> Annotated[str, node(NodeKind.COMPANY, "The company of the account it is about.")]:
        """Of the finding."""
        return self.found.company

    @property
    def is_account_wide(
        self,
    ) -> Annotated[
        bool,
        said(
            "Whether it is the account's own; else only a question about another of its companies shows it.",
            name="is_account_wide",
        ),
    ]:
        """Of the finding."""
        return self.found.is_account_wide

    @property
    def employee(
        self,
    ) -> Annotated[
        str | None,
        node(NodeKind.PERSON, "The one of ours on whom the contact, or the way to others, rests."),
    ]:
        """Of the finding."""
        return self.found.employee

    @property
    def opportunity(
        self,
    ) -> Annotated[str | None, node(NodeKind.OPPORTUNITY, "The open opportunity it is about.")]:
        """Of the finding."""
        return self.found.opportunity

    @property
    def stage(
        self,
    ) -> Annotated[str | None, word(Stage, "The stage, for a stage with nobody.")]:
        """Of the finding."""
        return self.found.stage

    @property
    def targets(
        self,
    ) -> Annotated[
        tuple[str, ...],
        node(NodeKind.PERSON, "Whom we lose without the person it hangs on; most exposed first."),
    ]:
        """Of the finding."""
        return self.found.targets

    @property
    def share(
        self,
    ) -> Annotated[
        float | None,
        said("Share of the decision, or weight of the stage, 0 to 1.", mask=Mask.JUDGEMENT),
    ]:
        """Of the finding."""
        return self.found.share

    @property
    def money(self) -> Money:
        """Of the finding."""
        return self.found.money

    @property
    def evidence(
        self,
    ) -> Annotated[Evidence | KeptEvidence, said("What it rests on.", shape=Evidence)]:
        """Of the finding."""
        return self.found.evidence

    def action(self, language: Language) -> Action:
        """Of the finding."""
        return self.found.action(language)

    @property
    def held_until(self) -> HeldUntil:
        """Of the finding."""
        return self.found.held_until

    @property
    def since(
        self,
    ) -> Annotated[
        str | None,
        said("When it was first found since it last was absent, as ISO 8601 in UTC."),
    ]:
        """As it is kept."""
        return self.kept.since

    @property
    def state(self) -> Annotated[WorkState, said("How far it is.")]:
        """Of the work item."""
        return self.item.state

    @property
    def assignee(self) -> Annotated[str | None, said("Who is to take care of it.")]:
        """Of the work item."""
        return self.item.assignee

    @property
    def snoozed_until(
        self,
    ) -> Annotated[date | None, said("The day until which it is put off.")]:
        """Of the work item."""
        return self.item.snoozed_until

    @property
    def note(self) -> Annotated[str | None, said("The last note.", mask=Mask.NOTES)]:
        """Of the work item."""
        return self.item.note

    @property
    def actor(self) -> Annotated[str | None, said("Who did something with it last.")]:
        """Of the work item."""
        return self.item.actor

    @property
    def at(self) -> Annotated[str | None, said("When that was, as ISO 8601 in UTC.")]:
        """Of the work item."""
        return self.item.at

    @property
    def history(
        self,
    ) -> Annotated[
        tuple[FindingEvent, ...],
        said("All that was done with it, also before it came back; the first thing first."),
    ]:
        """The journal's entries."""
        return tuple(map(_event, self.entries))


def _event(entry: Entry[WorkEvent]) -> FindingEvent:
    event = entry.event
    return FindingEvent(
        action=WorkAction(entry.action),
        at=entry.at,
        actor=entry.actor,
        note=entry.note,
        assignee=event.assignee if isinstance(event, Assigned) else None,
        until=event.until if isinstance(event, Snoozed) else None,
    )


@dataclass(frozen=True, slots=True)
class StateCount:
    """How many findings are that far."""

    state: Annotated[WorkState, said("The state.")]
    count: Annotated[int, said("How many findings.")]


@dataclass(frozen=True)
class WorkedCause:
    """The findings of one account about one subject, as one: as bad as the worst of them."""

    SHOWN_AS: ClassVar[str] = "Cause"
    cause: KeptCause
    worked: tuple[WorkedFinding, ...]

    @property
    def about(self) -> Finding:
        """The worst finding, which tells what all of them are about."""
        return self.worked[0].found

    @property
    def id(
        self,
    ) -> Annotated[str, identifier("Stays the same while the account and the subject do.")]:
        """Of the cause."""
        return self.worked[0].kept.cause

    @property
    def kind(self) -> Annotated[str, word(FindingKind, "What the worst finding is.")]:
        """Of the worst finding."""
        return self.about.kind

    def summary(
        self, language: Language
    ) -> Annotated[str, sentence("The worst finding as a sentence.", mask=Mask.JUDGEMENT)]:
        """Of the worst finding."""
        return self.about.summary(language)

    @property
    def account(self) -> AccountKey:
        """Of the worst finding."""
        return self.about.account

    @property
    def subject(self) -> Annotated[Subject, said("What the findings are about.")]:
        """Of the worst finding."""
        return self.about.subject

    @property
    def stage(
        self,
    ) -> Annotated[
        str | None,
        word(Stage, "The stage, where it is about one of an opportunity's decision."),
    ]:
        """Of the worst finding."""
        return self.about.stage

    @property
    def severity(
        self,
    ) -> Annotated[str, word(Severity, "The highest one of the findings.", mask=Mask.JUDGEMENT)]:
        """Of the cause."""
        return self.cause.severity

    @property
    def share(
        self,
    ) -> Annotated[
        float | None,
        said("The largest share of the decision of one of them, 0 to 1.", mask=Mask.JUDGEMENT),
    ]:
        """Of the cause."""
        return self.cause.share

    @property
    def money(
        self,
    ) -> Annotated[
        MoneyAtRisk,
        in_parts(
            value="The most money at stake in one of them, in `currency`; null when it is not known, or "
            "currencies cannot be added."
        ),
    ]:
        """Of the cause."""
        return self.cause.money

    def action(
        self, language: Language
    ) -> Annotated[str, sentence("What to do next: that of the worst finding.", mask=Mask.JUDGEMENT)]:
        """Of the worst finding."""
        return self.about.action(language)

    @property
    def count(self) -> Annotated[int, said("How many findings there are.")]:
        """All of them."""
        return len(self.worked)

    @property
    def states(
        self,
    ) -> Annotated[
        tuple[StateCount, ...],
        said("How far the findings are, by state; states of none are left out."),
    ]:
        """In the order of the states."""
        counts = Counter(finding.item.state for finding in self.worked)
        return tuple(StateCount(state, counts[state]) for state in WorkState if counts[state])

    @property
    def findings(self) -> Annotated[tuple[WorkedFinding, ...], said("The findings, the worst first.")]:
        """As they are."""
        return self.worked


def worked_cause(findings: Sequence[WorkedFinding]) -> WorkedCause:
    """The cause of findings that have the same one, all of them, in the order of findings."""
    cause = cause_of_kept([finding.kept for finding in findings])
    worst = findings[cause.worst]
    return WorkedCause(cause, (worst, *(finding for finding in findings if finding is not worst)))


class FindingsFound(NamedTuple):
    """What a list of findings is made of: of each edge its place and its finding, or all findings of its cause.

    `filter` is what the store was asked by, `of_any_severity` the same but for the least severity.
    """

    filter: FindingFilter
    of_any_severity: FindingFilter
    edges: Sequence[tuple[Place, Sequence[WorkedFinding]]]
