"""The findings of coverage gaps: each rule of what we do not know, with its evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from graph.account_graph import Member
from graph.policy import Policy
from graph.vocabulary import (
    JOINT_EVENT_KINDS,
    SEVERITY_ORDER,
    EdgeKind,
    Grade,
    Line,
    NodeKind,
    Severity,
    Side,
    Stage,
)
from queries.account_view import AccountView
from queries.algorithms.thresholds import reaches
from queries.algorithms.tie_strength import TieStrength
from queries.evidence import Evidence, EvidenceEdge, figures
from queries.findings import called, finding_id, percent
from queries.subject import Subject


class CoverageFindingKind(StrEnum):
    """What is missing; the definitions are in docs/concepts.md."""

    UNCOVERED_LINE = "UNCOVERED_LINE"
    LINE_BELOW_TARGET = "LINE_BELOW_TARGET"
    UNCOVERED_DEPARTMENT = "UNCOVERED_DEPARTMENT"
    UNCOVERED_KEY_PERSON = "UNCOVERED_KEY_PERSON"
    SINGLE_HELD_KEY_PERSON = "SINGLE_HELD_KEY_PERSON"
    SILENT_KEY_PERSON = "SILENT_KEY_PERSON"
    TRUST_BELOW_TARGET = "TRUST_BELOW_TARGET"
    MISSING_STAGE = "MISSING_STAGE"
    UNKNOWN_STANCE = "UNKNOWN_STANCE"
    NO_JOINT_EVENT = "NO_JOINT_EVENT"


@dataclass(frozen=True, slots=True)
class CoverageFinding:
    """One gap. `share` is the share of the decision (or the stage's weight) that made the severity."""

    id: str
    kind: CoverageFindingKind
    severity: str
    summary: str
    subject: Subject
    stage: str | None
    share: float | None
    evidence: Evidence
    action: str


class CoverageRules:
    """The people of a company whom a question shows, and the rules that find gaps among them."""

    def __init__(
        self, view: AccountView, company: str, people: Mapping[str, Member], target: float | None
    ) -> None:
        self.view = view
        self.company = company
        self.people = people
        self.target = target
        self.grade = view.graph.companies[company].grade
        self.key_people = sorted(view.key_people & people.keys())
        self.ties_of: dict[str, list[TieStrength]] = defaultdict(list)
        for held in view.ties:
            if held.tie.contact in people:
                self.ties_of[held.tie.contact].append(held)

    def lines(self) -> Iterator[CoverageFinding]:
        """UNCOVERED_LINE: people and nobody covered; LINE_BELOW_TARGET: fewer than the grade asks for."""
        for line in Line:
            people = [key for key, member in self.people.items() if member.line == line]
            covered = [key for key in people if key in self.view.live_ties]
            if not people:
                continue
            numbers = {"people": len(people), "covered": len(covered), "ratio": len(covered) / len(people)}
            subject = Subject("Line", line, line.capitalize())
            if not covered:
                yield self._of_group(
                    CoverageFindingKind.UNCOVERED_LINE,
                    subject,
                    people,
                    f"Nobody of us has a live tie to any of the {len(people)} people of the {line} line.",
                    f"Find a first contact in the {line} line.",
                    numbers,
                )
            elif self.target is not None and not reaches(len(covered) / len(people), self.target):
                yield self._of_group(
                    CoverageFindingKind.LINE_BELOW_TARGET,
                    subject,
                    people,
                    f"We know {len(covered)} of {len(people)} people of the {line} line; "
                    f"for grade {self.grade} it should be {percent(self.target)}.",
                    f"Meet more people of the {line} line.",
                    numbers,
                    {f"coverage_targets.{self.grade}": self.target},
                )

    def departments(self) -> Iterator[CoverageFinding]:
        """UNCOVERED_DEPARTMENT: people in it or below, and none of them covered."""
        departments = self.view.graph.departments
        within: dict[str, list[str]] = defaultdict(list)
        for key, member in self.people.items():
            above = departments.get(member.department or "")
            while above is not None:
                within[above.key].append(key)
                above = departments.get(above.parent or "")
        for department, people in sorted(within.items()):
            if not any(person in self.view.live_ties for person in people):
                name = departments[department].name
                yield self._of_group(
                    CoverageFindingKind.UNCOVERED_DEPARTMENT,
                    Subject(NodeKind.DEPARTMENT, department, name),
                    people,
                    f"Nobody of us has a live tie into {name} ({len(people)} people).",
                    f"Find a first contact in {name}.",
                    {"people": len(people), "covered": 0},
                )

    def key_people_held_by_too_few(self) -> Iterator[CoverageFinding]:
        """UNCOVERED_KEY_PERSON: no live tie; SINGLE_HELD_KEY_PERSON: live ties by one employee only."""
        for person in self.key_people:
            holders = set(self.view.holders(person))
            if len(holders) > 1:
                continue
            name = called(self.view, person)
            share = self.view.share_of([person])
            severity = max(self.view.policy.severity(share), Severity.MODERATE, key=SEVERITY_ORDER.__getitem__)
            if holders:
                kind = CoverageFindingKind.SINGLE_HELD_KEY_PERSON
                summary = f"Only {called(self.view, *holders)} has a live tie to {name}."
                action = f"Introduce a second colleague to {name}."
            else:
                kind = CoverageFindingKind.UNCOVERED_KEY_PERSON
                summary = f"Nobody of us has a live tie to {name}."
                action = f"Find a way to {name}: ask for the access paths."
            yield self._of_person(
                kind,
                person,
                share,
                severity,
                summary,
                action,
                self.ties_of[person],
                {"live_tie_holders": len(holders)},
                {
                    "live_tie_strength": self.view.policy.live_tie_strength,
                    "redundancy_wanted": self.view.policy.redundancy_wanted,
                },
            )

    def silent_key_people(self) -> Iterator[CoverageFinding]:
        """SILENT_KEY_PERSON: the last known contact over all ties is longer ago than the policy's silence."""
        as_of, silence_days = self.view.graph.as_of, self.view.policy.silence_days
        for person in self.key_people:
            contacts = [held.last_contact for held in self.ties_of[person] if held.last_contact]
            if not contacts or (as_of - max(contacts)).days <= silence_days:
                continue
            days = (as_of - max(contacts)).days
            share = self.view.share_of([person])
            yield self._of_person(
                CoverageFindingKind.SILENT_KEY_PERSON,
                person,
                share,
                max(self.view.policy.severity(share), Severity.MODERATE, key=SEVERITY_ORDER.__getitem__),
                f"Nobody of us was in contact with {called(self.view, person)} for {days} days.",
                f"Call on {called(self.view, person)}.",
                self.ties_of[person],
                {"days_since_last_contact": days},
                {"silence_days": silence_days},
            )

    def trust_below_target(self) -> Iterator[CoverageFinding]:
        """TRUST_BELOW_TARGET: ties of a person whose trust is unknown or below their own target."""
        for person in self.people:
            below = [
                held
                for held in self.ties_of.get(person, ())
                if held.tie.target_trust is not None and (held.tie.trust or 0) < held.tie.target_trust
            ]
            if below:
                share = self.view.share_of([person])
                names = ", ".join(called(self.view, held.tie.employee) for held in below)
                lowest = min(held.tie.trust or 0 for held in below)
                yield self._of_person(
                    CoverageFindingKind.TRUST_BELOW_TARGET,
                    person,
                    share,
                    self.view.policy.severity(share),
                    f"The trust between {names} and {called(self.view, person)} is below its own target.",
                    f"Plan what raises the trust with {called(self.view, person)}.",
                    below,
                    {
                        "ties_below_target": len(below),
                        "highest_target_trust": max(held.tie.target_trust or 0 for held in below),
                        **({"lowest_trust": lowest} if lowest else {}),
                    },
                    {},
                )

    def missing_stages(self) -> Iterator[CoverageFinding]:
        """MISSING_STAGE: a stage of an open opportunity with nobody in it."""
        view = self.view
        part = view.graph.subtree(self.company)
        for deal in view.graph.open_opportunities:
            if deal.company not in part:
                continue
            weights = view.decision(deal.key).weights
            for stage in Stage:
                if weights.stages[stage]:
                    continue
                weight = view.policy.stage_weights[stage]
                yield CoverageFinding(
                    id=finding_id(CoverageFindingKind.MISSING_STAGE, deal.key, stage),
                    kind=CoverageFindingKind.MISSING_STAGE,
                    severity=view.policy.severity(weight),
                    summary=f"Nobody is known to take part in the {stage} of {deal.name}.",
                    subject=Subject(NodeKind.OPPORTUNITY, deal.key, deal.name),
                    stage=stage,
                    share=weight,
                    evidence=Evidence(
                        figures=figures({"people_in_stage": 0}),
                        policy=figures({f"stage_weights.{stage}": weight, **_bands(view.policy)}),
                    ),
                    action=f"Find out who takes part in the {stage} of {deal.name}.",
                )

    def unknown_stances(self) -> Iterator[CoverageFinding]:
        """UNKNOWN_STANCE: a key person without a known stance on at least one open opportunity."""
        deals = self.view.graph.open_opportunities
        for person in self.key_people:
            unknown = [deal for deal in deals if self.view.stance_value(person, deal.key) is None]
            if unknown:
                share = self.view.share_of([person])
                yield self._of_person(
                    CoverageFindingKind.UNKNOWN_STANCE,
                    person,
                    share,
                    self.view.policy.severity(share),
                    f"The stance of {called(self.view, person)} is not known on "
                    f"{', '.join(deal.name for deal in unknown)}.",
                    f"Find out where {called(self.view, person)} stands.",
                    (),
                    {"opportunities_without_stance": len(unknown)},
                    {},
                    [EvidenceEdge(EdgeKind.POSITION, person, deal.key) for deal in unknown],
                )

    def joint_events(self) -> Iterator[CoverageFinding]:
        """NO_JOINT_EVENT: no visit, exchange, summit, showroom tour or ceremony of both sides lately."""
        view = self.view
        since = (view.graph.as_of - timedelta(days=view.policy.joint_event_days)).isoformat()
        for held in view.graph.interactions:
            if held.kind in JOINT_EVENT_KINDS and held.on >= since:
                sides = {self._side_of(person) for person in held.participants}
                if sides >= {Side.SUPPLIER, Side.CUSTOMER}:
                    return
        company = view.graph.companies[self.company]
        is_high = self.grade in (Grade.S, Grade.A)
        yield CoverageFinding(
            id=finding_id(CoverageFindingKind.NO_JOINT_EVENT, company.key),
            kind=CoverageFindingKind.NO_JOINT_EVENT,
            severity=Severity.MODERATE if is_high else Severity.LOW,
            summary=f"No joint event with {company.name} in {view.policy.joint_event_days} days.",
            subject=Subject(NodeKind.COMPANY, company.key, company.name),
            stage=None,
            share=None,
            evidence=Evidence(
                figures=figures({"joint_events": 0}),
                policy=figures({"joint_event_days": view.policy.joint_event_days}),
            ),
            action=f"Invite {company.name} to an exchange, a showroom tour or a summit.",
        )

    def _side_of(self, participant: str) -> Side | None:
        """Ours, or the company's that was asked about; people who have left since took part all the same."""
        graph = self.view.graph
        if participant in graph.our_people:
            return Side.SUPPLIER
        place = graph.everyone.get(participant)
        is_theirs = participant in self.people or (place and place.company in graph.subtree(self.company))
        return Side.CUSTOMER if is_theirs else None

    def _of_group(
        self,
        kind: CoverageFindingKind,
        subject: Subject,
        people: Iterable[str],
        summary: str,
        action: str,
        numbers: Mapping[str, float],
        compared: Mapping[str, float] | None = None,
    ) -> CoverageFinding:
        group = tuple(people)
        share = self.view.share_of(group)
        return CoverageFinding(
            id=finding_id(kind, self.company if subject.kind == "Line" else None, subject.key),
            kind=kind,
            severity=self.view.policy.severity(share),
            summary=summary,
            subject=subject,
            stage=None,
            share=share,
            evidence=Evidence(
                people=group,
                figures=figures({**numbers, "share": share}),
                policy=figures({**(compared or {}), **_bands(self.view.policy)}),
            ),
            action=action,
        )

    def _of_person(
        self,
        kind: CoverageFindingKind,
        person: str,
        share: float,
        severity: Severity,
        summary: str,
        action: str,
        ties: Iterable[TieStrength],
        numbers: Mapping[str, float],
        compared: Mapping[str, float],
        edges: Iterable[EvidenceEdge] = (),
    ) -> CoverageFinding:
        held = tuple(ties)
        shown = [EvidenceEdge(EdgeKind.TIE, tie.tie.employee, tie.tie.contact, tie.strength) for tie in held]
        return CoverageFinding(
            id=finding_id(kind, self.view.graph.account, person),
            kind=kind,
            severity=severity,
            summary=summary,
            subject=Subject(NodeKind.PERSON, person, self.people[person].name),
            stage=None,
            share=share,
            evidence=Evidence(
                people=(person, *(tie.tie.employee for tie in held)),
                edges=(*shown, *edges),
                figures=figures({**numbers, "share": share}),
                policy=figures({**compared, **_bands(self.view.policy)}),
            ),
            action=action,
        )


def coverage_findings(
    view: AccountView, company: str, people: Mapping[str, Member], target: float | None
) -> Iterator[CoverageFinding]:
    """Every gap among the people of the company, rule by rule; one finding per subject and rule."""
    rules = CoverageRules(view, company, people, target)
    yield from rules.lines()
    yield from rules.departments()
    yield from rules.key_people_held_by_too_few()
    yield from rules.silent_key_people()
    yield from rules.trust_below_target()
    yield from rules.missing_stages()
    yield from rules.unknown_stances()
    yield from rules.joint_events()


def _bands(policy: Policy) -> dict[str, float]:
    return {f"severity_bands.{name}": bound for name, bound in policy.severity_bands.items()}
