"""The company that a question shows, and how a finding about its people is made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

from graph.account_graph import Member
from graph.messages.message import Message
from graph.model.words import SEVERITY_ORDER, EdgeKind, Grade, NodeKind, Severity
from graph.policy import Policy
from queries.account_view import AccountView
from queries.algorithms.tie_strength import TieStrength
from queries.findings.evidence import Evidence, EvidenceEdge, figures
from queries.findings.finding import Finding, finding_id
from queries.findings.subject import Subject, SubjectKind
from queries.money import money_of_shares


class ShownCompany:
    """A company of the account with its own subsidiaries.

    `people` are the contacts that a question about it shows, by key.
    `target` is the part of a line's people to be covered, by the company's `grade`; None without a grade.
    """

    def __init__(self, view: AccountView, company: str) -> None:
        self.view = view
        self.company = view.graph.companies[company]
        self.people: Mapping[str, Member] = view.graph.contacts_of(company)
        self.grade = Grade(self.company.grade) if self.company.grade else None
        self.target = view.policy.coverage_targets.get(self.grade) if self.grade else None

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

    @property
    def is_account_wide(self) -> bool:
        """Whether what is found is the account's own."""
        return self.company.key == self.view.graph.account

    def company_of(self, person: str) -> str:
        """The company of the account that the contact belongs to."""
        member = self.people[person]
        return self.view.graph.account if member.is_outsider else member.company or self.view.graph.account

    def finding_of_group(
        self,
        kind: str,
        subject: Subject,
        people: Iterable[str],
        *,
        said: Message,
        numbers: Mapping[str, float],
        compared: Mapping[str, float] | None = None,
    ) -> Finding:
        """A finding about a line or department; its share is the summed one of the people."""
        group = tuple(people)
        shares = self.view.shares_of(group)
        share = max(shares)
        is_line = subject.kind == SubjectKind.LINE
        return Finding(
            id=finding_id(kind, self.company.key if is_line else None, subject.key),
            kind=kind,
            severity=self.view.policy.severity(share),
            said=said,
            subject=subject,
            account=self.view.graph.account,
            company=self.company.key if is_line else self.view.graph.departments[subject.key].company,
            is_account_wide=self.is_account_wide,
            targets=self.view.most_exposed_first(group),
            share=share,
            money=money_of_shares(self.view, shares),
            evidence=Evidence(
                people=group,
                figures=figures({**numbers, "share": share}),
                policy=figures({**(compared or {}), **severity_bands(self.view.policy)}),
            ),
        )

    def finding_of_person(
        self,
        kind: str,
        person: str,
        *,
        said: Message,
        ties: Iterable[TieStrength] = (),
        others: Iterable[str] = (),
        edges: Iterable[EvidenceEdge] = (),
        numbers: Mapping[str, float] | None = None,
        compared: Mapping[str, float] | None = None,
        at_least: Severity = Severity.LOW,
        employee: str | None = None,
        held_until: date | None = None,
    ) -> Finding:
        """A finding about one person, by the person's share; `others` are further people that it rests on."""
        held = tuple(ties)
        shown = [EvidenceEdge(EdgeKind.TIE, tie.tie.employee, tie.tie.contact, tie.strength) for tie in held]
        shares = self.view.shares_of([person])
        share = max(shares)
        return Finding(
            id=finding_id(kind, self.view.graph.account, person),
            kind=kind,
            severity=max(self.view.policy.severity(share), at_least, key=SEVERITY_ORDER.__getitem__),
            said=said,
            subject=Subject(NodeKind.PERSON, person, self.people[person].name),
            account=self.view.graph.account,
            company=self.company_of(person),
            is_account_wide=self.is_account_wide,
            employee=employee,
            targets=(person,),
            share=share,
            money=money_of_shares(self.view, shares),
            evidence=Evidence(
                people=(person, *others, *(tie.tie.employee for tie in held)),
                edges=(*shown, *edges),
                figures=figures({**(numbers or {}), "share": share}),
                policy=figures({**(compared or {}), **severity_bands(self.view.policy)}),
            ),
            held_until=held_until,
        )


def severity_bands(policy: Policy) -> dict[str, float]:
    """The bounds that made the severity, as evidence names them."""
    return {f"severity_bands.{name}": bound for name, bound in policy.severity_bands.items()}
