"""Power map: who is who in an account, who listens to whom, and how near we are to each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from graph.account_graph import Member
from graph.errors import NotInGraph, QuestionRejected
from graph.model.words import EdgeKind, Line, NodeKind, OrgLevel, Power, ReportingKind, Stance
from graph.records import COMPANIES, OPPORTUNITIES, Conflict, DecisionRole, Influence, ReportingLine, Tie
from queries.account_view import AccountView
from queries.question import Params, Question, Scope, single


@dataclass(frozen=True, slots=True)
class PowerMapParams(Params):
    """`company` (any of an account) or `opportunity` or both, when it is one of that company's account."""

    company: str | None = None
    opportunity: str | None = None


@dataclass(frozen=True, slots=True)
class MapNode:
    """A node of the map. `id` is unique over all kinds; what a kind does not have is None."""

    id: str
    key: str
    kind: str
    name: str | None
    side: str | None = None
    title: str | None = None
    level: str | None = None
    line: str | None = None
    company: str | None = None
    department: str | None = None
    status: str | None = None
    tags: tuple[str, ...] = ()
    is_placeholder: bool = False
    is_outsider: bool = False
    is_employee: bool = False
    is_key_person: bool = False
    power: str | None = None
    stance: str | None = None
    is_coach: bool | None = None
    leans_to: str | None = None
    decision_share: float | None = None
    access_strength: float | None = None
    is_within_reach: bool | None = None
    live_tie_count: int | None = None


@dataclass(frozen=True, slots=True)
class MapEdge:
    """An edge of the map between two node ids. `stated_by` is who or what said so."""

    id: str
    kind: str
    source: str
    target: str
    weight: float | None = None
    strength: float | None = None
    is_live: bool | None = None
    trust: int | None = None
    last_contact: str | None = None
    stage: str | None = None
    part: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    certainty: str | None = None
    stated_by: str | None = None


@dataclass(frozen=True, slots=True)
class PowerMap:
    """The map of a company on a day. `completeness` is the known part of levels, lines, powers and stances."""

    company: str
    account: str
    opportunity: str | None
    as_of: date
    revision: int
    policy_version: int
    nodes: tuple[MapNode, ...]
    edges: tuple[MapEdge, ...]
    completeness: float


def node_id(kind: str, key: str) -> str:
    """The id of a node, unique over all kinds.

    >>> node_id(NodeKind.PERSON, "p1")
    'Person:p1'
    """
    return f"{kind}:{key}"


def answer(view: AccountView, params: PowerMapParams) -> PowerMap:
    """The map of the company (or of the opportunity's company) and its subsidiaries.

    NotInGraph for a company that is not of this account, QuestionRejected for an opportunity that is not.
    """
    graph = view.graph
    if params.company is not None and params.company not in graph.companies:
        raise NotInGraph("Company", params.company)
    if params.opportunity is not None and params.opportunity not in graph.opportunities:
        raise QuestionRejected(f"opportunity {params.opportunity!r} is not one of account {graph.account!r}")
    company = params.company
    if company is None:
        company = graph.opportunities[params.opportunity or ""].company
    drawn = _Map(view, company, params.opportunity)
    return PowerMap(
        company=company,
        account=graph.account,
        opportunity=params.opportunity,
        as_of=graph.as_of,
        revision=graph.revision,
        policy_version=params.policy_version,
        nodes=tuple(drawn.nodes()),
        edges=tuple(drawn.edges()),
        completeness=drawn.completeness(),
    )


class _Map:
    """What a map shows of an account: the part of one company."""

    def __init__(self, view: AccountView, company: str, opportunity: str | None) -> None:
        graph = view.graph
        self.view = view
        self.opportunity = opportunity
        part = graph.subtree(company)
        self.companies = {key: found for key, found in graph.companies.items() if key in part}
        self.departments = {key: found for key, found in graph.departments.items() if found.company in part}
        self.opportunities = {key: found for key, found in graph.opportunities.items() if found.company in part}
        self.contacts = graph.contacts_of(company)
        self.ties = [held for held in view.ties if held.tie.contact in self.contacts]
        holders = {held.tie.employee for held in self.ties}
        self.employees = {key: found for key, found in graph.employees.items() if key in holders}
        decisions = [view.decision(opportunity)] if opportunity else view.open_decisions
        self.shares: list[float] = np.max([decision.shares for decision in decisions], axis=0).tolist()

    def nodes(self) -> Iterator[MapNode]:
        for company in self.companies.values():
            yield MapNode(
                node_id(NodeKind.COMPANY, company.key), company.key, NodeKind.COMPANY, company.name, company.side
            )
        for department in self.departments.values():
            yield MapNode(
                node_id(NodeKind.DEPARTMENT, department.key),
                department.key,
                NodeKind.DEPARTMENT,
                department.name,
                line=department.line,
                company=department.company,
            )
        for deal in self.opportunities.values():
            yield MapNode(
                node_id(NodeKind.OPPORTUNITY, deal.key),
                deal.key,
                NodeKind.OPPORTUNITY,
                deal.name,
                company=deal.company,
                status=deal.status,
            )
        for contact in self.contacts.values():
            yield self._contact(contact)
        for employee in self.employees.values():
            yield self._person(employee, is_employee=True)

    def _contact(self, member: Member) -> MapNode:
        holds = self.view.graph.positions.of(member.key, self.opportunity)
        return self._person(
            member,
            is_key_person=member.key in self.view.key_people,
            power=holds.power,
            stance=holds.stance,
            is_coach=holds.coach,
            leans_to=holds.leans_to,
            decision_share=self.shares[self.view.number[member.key]],
            live_tie_count=len(self.view.live_ties.get(member.key, ())),
        )

    def _person(self, member: Member, **of_contacts: Any) -> MapNode:
        return MapNode(
            node_id(NodeKind.PERSON, member.key),
            member.key,
            NodeKind.PERSON,
            member.name,
            side=self.view.graph.sides.get(member.company or ""),
            title=member.title,
            level=member.level,
            line=member.line,
            company=member.company,
            department=member.department,
            status=member.status,
            tags=member.tags,
            is_placeholder=member.name is None,
            is_outsider=member.is_outsider,
            access_strength=self.view.access_strength(member.key),
            is_within_reach=self.view.is_within_reach(member.key),
            **of_contacts,
        )

    def edges(self) -> Iterator[MapEdge]:
        graph = self.view.graph
        for company in self.companies.values():
            if company.parent in self.companies:
                yield _edge(
                    EdgeKind.SUBSIDIARY_OF, (NodeKind.COMPANY, company.key), (NodeKind.COMPANY, company.parent)
                )
        for department in self.departments.values():
            unit = NodeKind.DEPARTMENT, department.key
            if department.parent in self.departments:
                yield _edge(EdgeKind.SUBDEPARTMENT_OF, unit, (NodeKind.DEPARTMENT, department.parent))
            else:
                yield _edge(EdgeKind.DEPARTMENT_OF, unit, (NodeKind.COMPANY, department.company))
        for deal in self.opportunities.values():
            yield _edge(
                EdgeKind.OPPORTUNITY_AT, (NodeKind.OPPORTUNITY, deal.key), (NodeKind.COMPANY, deal.company)
            )
        for contact in self.contacts.values():
            if contact.department in self.departments:
                yield _edge(EdgeKind.WORKS_IN, _person(contact.key), (NodeKind.DEPARTMENT, contact.department))
            elif contact.company in self.companies:
                yield _edge(EdgeKind.WORKS_IN, _person(contact.key), (NodeKind.COMPANY, contact.company))
        for line in (*graph.reporting_lines, *graph.employee_lines):
            kind = EdgeKind.REPORTS_TO if line.kind == ReportingKind.SOLID else EdgeKind.DOTTED_REPORTS_TO
            yield from self._between(kind, line.person, line.manager, line)
        for influence in graph.influences:
            yield from self._between(
                EdgeKind.INFLUENCES, influence.influencer, influence.influenced, influence, weight=influence.weight
            )
        for rivalry in graph.conflicts:
            yield from self._between(
                EdgeKind.CONFLICTS_WITH, rivalry.person, rivalry.other, rivalry, weight=rivalry.weight
            )
        for held in self.ties:
            yield from self._between(
                EdgeKind.TIE,
                held.tie.employee,
                held.tie.contact,
                held.tie,
                strength=held.strength,
                is_live=held.is_live,
                trust=held.tie.trust,
                last_contact=held.last_contact.isoformat() if held.last_contact else None,
            )
        for opportunity, roles in graph.decision_roles.items():
            for role in roles:
                if opportunity in self.opportunities and role.person in self.contacts:
                    yield _edge(
                        EdgeKind.DECISION_ROLE,
                        _person(role.person),
                        (NodeKind.OPPORTUNITY, opportunity),
                        role,
                        stage=role.stage,
                        part=role.part,
                    )

    def _between(self, kind: EdgeKind, source: str, target: str, said: _Said, **more: Any) -> Iterator[MapEdge]:
        """The edge, when both people are on the map."""
        if self._is_shown(source) and self._is_shown(target):
            yield _edge(kind, _person(source), _person(target), said, **more)

    def _is_shown(self, person: str) -> bool:
        return person in self.contacts or person in self.employees

    def completeness(self) -> float:
        """The known part of level, line, power and stance over the contacts; 1.0 without contacts."""
        known = 0
        for member in self.contacts.values():
            holds = self.view.graph.positions.of(member.key, self.opportunity)
            known += member.level != OrgLevel.UNKNOWN
            known += member.line != Line.OTHER
            known += holds.power != Power.UNKNOWN
            known += holds.stance != Stance.UNKNOWN
        return known / (4 * len(self.contacts)) if self.contacts else 1.0


_Said = Tie | Influence | Conflict | ReportingLine | DecisionRole
_End = tuple[NodeKind, str]


def _person(key: str) -> _End:
    return NodeKind.PERSON, key


def _edge(kind: EdgeKind, source: _End, target: _End, said: _Said | None = None, **more: Any) -> MapEdge:
    ends = node_id(*source), node_id(*target)
    told = "" if said is None else f"@{said.valid_from or ''}"
    if more.get("stage"):
        told += f"#{more['stage']}"
    if said is not None:
        more |= {
            "valid_from": said.valid_from,
            "valid_to": said.valid_to,
            "certainty": said.certainty,
            "stated_by": said.source,
        }
    return MapEdge(f"{kind}:{ends[0]}>{ends[1]}{told}", kind, *ends, **more)


def _scope(params: PowerMapParams) -> Scope:
    if params.company is not None:
        must_exist = ((OPPORTUNITIES, params.opportunity),) if params.opportunity else ()
        return Scope(COMPANIES, params.company, must_exist)
    if params.opportunity is not None:
        return Scope(OPPORTUNITIES, params.opportunity)
    raise QuestionRejected("power map: expected a company, an opportunity or both")


POWER_MAP: Question[PowerMapParams, PowerMap, PowerMap] = Question(
    name="power_map",
    sentence="Who is who in an account, who listens to whom, and how near are we to each?",
    scope=_scope,
    part=answer,
    combine=single,
)
