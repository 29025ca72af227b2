"""The company that a question shows, and how a finding about its people is made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

from graph.account_graph import Member
from graph.model.words import SEVERITY_ORDER, EdgeKind, NodeKind, Severity
from graph.policy import Policy
from queries.account_view import AccountView
from queries.algorithms.tie_strength import TieStrength
from queries.coverage_findings import CoverageFinding
from queries.evidence import Evidence, EvidenceEdge, figures
from queries.finding_kinds import CoverageFindingKind
from queries.findings import finding_id
from queries.money import money_of_shares
from queries.subject import Subject, SubjectKind


class ShownCompany:
    """A company of the account with its own subsidiaries.

    `people` are the contacts that a question about it shows, by key.
    `target` is the part of a line's people to be covered, by the company's grade; None without a grade.
    """

    def __init__(self, view: AccountView, company: str) -> None:
        self.view = view
        self.company = view.graph.companies[company]
        self.people: Mapping[str, Member] = view.graph.contacts_of(company)
        grade = self.company.grade
        self.target = view.policy.coverage_targets.get(grade) if grade else None

    @cached_property
    def key_people(self) -> list[str]:
        """The key people among those shown, by key."""
        return sorted(self.view.key_people & self.people.keys())

    @cached_property
    def ties_of(self) -> Mapping[str, list[TieStrength]]:
        """The valid ties to each of the people."""
        found: dict[str, list[TieStrength]] = defaultdict(list)
        for held in self.view.ties:
            if held.tie.contact in self.people:
                found[held.tie.contact].append(held)
        return found

    def finding_of_group(
        self,
        kind: CoverageFindingKind,
        subject: Subject,
        people: Iterable[str],
        *,
        summary: str,
        action: str,
        numbers: Mapping[str, float],
        compared: Mapping[str, float] | None = None,
    ) -> CoverageFinding:
        """A finding about a line or department; its share is the summed one of the people."""
        group = tuple(people)
        shares = self.view.shares_of(group)
        share = max(shares)
        return CoverageFinding(
            id=finding_id(kind, self.company.key if subject.kind == SubjectKind.LINE else None, subject.key),
            kind=kind,
            severity=self.view.policy.severity(share),
            summary=summary,
            subject=subject,
            stage=None,
            share=share,
            money=money_of_shares(self.view, shares),
            evidence=Evidence(
                people=group,
                figures=figures({**numbers, "share": share}),
                policy=figures({**(compared or {}), **severity_bands(self.view.policy)}),
            ),
            action=action,
        )

    def finding_of_person(
        self,
        kind: CoverageFindingKind,
        person: str,
        *,
        summary: str,
        action: str,
        ties: Iterable[TieStrength] = (),
        others: Iterable[str] = (),
        edges: Iterable[EvidenceEdge] = (),
        numbers: Mapping[str, float] | None = None,
        compared: Mapping[str, float] | None = None,
        at_least: Severity = Severity.LOW,
        held_until: date | None = None,
    ) -> CoverageFinding:
        """A finding about one person, by the person's share; `others` are further people that it rests on."""
        held = tuple(ties)
        shown = [EvidenceEdge(EdgeKind.TIE, tie.tie.employee, tie.tie.contact, tie.strength) for tie in held]
        shares = self.view.shares_of([person])
        share = max(shares)
        return CoverageFinding(
            id=finding_id(kind, self.view.graph.account, person),
            kind=kind,
            severity=max(self.view.policy.severity(share), at_least, key=SEVERITY_ORDER.__getitem__),
            summary=summary,
            subject=Subject(NodeKind.PERSON, person, self.people[person].name),
            stage=None,
            share=share,
            money=money_of_shares(self.view, shares),
            evidence=Evidence(
                people=(person, *others, *(tie.tie.employee for tie in held)),
                edges=(*shown, *edges),
                figures=figures({**(numbers or {}), "share": share}),
                policy=figures({**(compared or {}), **severity_bands(self.view.policy)}),
            ),
            action=action,
            held_until=held_until,
        )


def severity_bands(policy: Policy) -> dict[str, float]:
    """The bounds that made the severity, as evidence names them."""
    return {f"severity_bands.{name}": bound for name, bound in policy.severity_bands.items()}
