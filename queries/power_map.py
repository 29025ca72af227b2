"""Power map: who is who in an account, who listens to whom, and how near we are to each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

import numpy as np

from graph.account_graph import Member
from graph.errors import NotInGraph, QuestionRejected
from graph.messages.told import Told
from graph.model.companies import COMPANIES
from graph.model.deals import OPPORTUNITIES, DecisionRole
from graph.model.masks import Mask
from graph.model.people import Conflict, Influence, ReportingLine, Tie
from graph.model.shown import identifier, iso_day, node, said, word
from graph.model.words import (
    Certainty,
    EdgeKind,
    EmploymentStatus,
    Line,
    NodeKind,
    OpportunityStatus,
    OrgLevel,
    Part,
    Power,
    ReportingKind,
    Side,
    Stage,
    Stance,
    Tag,
)
from queries.account_view import AccountView
from queries.heading import Account, CompanyShown, DayShown, PolicyVersion, Revision
from queries.question import Params, Question, Scope, single


@dataclass(frozen=True, slots=True, kw_only=True)
class PowerMapParams(Params):
    """`company` (any of an account) or `opportunity` or both, when it is one of that company's account."""

    company: Annotated[
        str | None,
        node(
            NodeKind.COMPANY,
            Told("Key of the company; may be left out with an opportunity.", "公司的编号；指定项目时可省略。"),
        ),
    ] = None
    opportunity: Annotated[
        str | None,
        node(
            NodeKind.OPPORTUNITY,
            Told(
                "Key of the opportunity whose decision is shown; else over all open ones.",
                "显示其决策的项目编号；省略时为全部进行中的项目。",
            ),
        ),
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PowerMapNode:
    """A node of the power map. What a kind of node does not have is null."""

    id: Annotated[str, identifier("Unique over all kinds; edges refer to it.")]
    key: Annotated[str, identifier("The node's key, unique among its kind.")]
    kind: Annotated[str, word(NodeKind, "What the node is.")]
    name: Annotated[str | None, said("Name; null for a seat whose holder is not known.")]
    side: Annotated[str | None, word(Side, "Whose company it is, or the person works for.")] = None
    title: Annotated[str | None, said("Job title on the day.")] = None
    level: Annotated[str | None, word(OrgLevel, "Org level on the day.")] = None
    line: Annotated[str | None, word(Line, "Line of the department on the day.")] = None
    company: Annotated[str | None, identifier("Key of the company.")] = None
    department: Annotated[str | None, identifier("Key of the department.")] = None
    status: Annotated[str | None, word(EmploymentStatus, "Employment status of a person.")] = None
    opportunity_status: Annotated[
        str | None,
        word(OpportunityStatus, "Status of an opportunity; null when none is recorded, which counts as OPEN."),
    ] = None
    tags: Annotated[tuple[str, ...], word(Tag, "Tags.")] = ()
    is_placeholder: Annotated[bool, said("A seat whose holder is not known yet.")] = False
    is_outsider: Annotated[bool, said("Of no company of the account, with an edge into it.")] = False
    is_employee: Annotated[bool, said("One of our people.")] = False
    is_key_person: Annotated[bool, said("Has a part in an open decision, or power.", mask=Mask.JUDGEMENT)] = False
    power: Annotated[str | None, word(Power, "Power on the day.", mask=Mask.JUDGEMENT)] = None
    stance: Annotated[str | None, word(Stance, "Stance towards us on the day.", mask=Mask.JUDGEMENT)] = None
    is_coach: Annotated[bool | None, said("Gives us inside information.", mask=Mask.JUDGEMENT)] = None
    leans_to: Annotated[
        str | None, identifier("Key of the competitor the person leans to.", mask=Mask.JUDGEMENT)
    ] = None
    decision_share: Annotated[float | None, said("Share of the decision, 0 to 1.", mask=Mask.JUDGEMENT)] = None
    access_strength: Annotated[
        float | None,
        said("Strength of the strongest path from us to the person, 0 to 1.", mask=Mask.JUDGEMENT),
    ] = None
    is_within_reach: Annotated[
        bool | None, said("Whether that strength is at least the reach floor.", mask=Mask.JUDGEMENT)
    ] = None
    live_tie_count: Annotated[
        int | None, said("Live ties: of an employee, or to a contact.", mask=Mask.JUDGEMENT)
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PowerMapEdge:
    """An edge of the power map, between two of its nodes."""

    id: Annotated[str, identifier("Unique in the map.")]
    kind: Annotated[str, word(EdgeKind, "What the edge says.")]
    source: Annotated[str, identifier("Id of the node it starts at.")]
    target: Annotated[str, identifier("Id of the node it ends at.")]
    weight: Annotated[float | None, said("Weight of an influence or conflict, above 0 and up to 1.")] = None
    strength: Annotated[float | None, said("Strength of a tie on the day, 0 to 1.", mask=Mask.JUDGEMENT)] = None
    is_live: Annotated[bool | None, said("Whether a tie is live.", mask=Mask.JUDGEMENT)] = None
    trust: Annotated[int | None, said("Trust of a tie, 1 to 5.", mask=Mask.JUDGEMENT)] = None
    last_contact: Annotated[date | None, said("Last contact of a tie known on the day.")] = None
    stage: Annotated[str | None, word(Stage, "Stage of a decision role.")] = None
    part: Annotated[str | None, word(Part, "Part of a decision role.")] = None
    valid_from: Annotated[str | None, iso_day("First day on which it holds.")] = None
    valid_to: Annotated[str | None, iso_day("First day on which it no longer holds.")] = None
    certainty: Annotated[str | None, word(Certainty, "How sure it is.")] = None
    stated_by: Annotated[str | None, said("Who or what said so.", mask=Mask.NOTES)] = None


@dataclass(frozen=True, slots=True)
class PowerMap:
    """Who is who in an account on a day, who listens to whom, and how near we are to each."""

    company: CompanyShown
    account: Account
    opportunity: Annotated[
        str | None, node(NodeKind.OPPORTUNITY, "The opportunity whose decision shares are shown.")
    ]
    as_of: DayShown
    revision: Revision
    policy_version: PolicyVersion
    nodes: Annotated[tuple[PowerMapNode, ...], said("People, companies, departments, opportunities.")]
    edges: Annotated[tuple[PowerMapEdge, ...], said("What connects them.")]
    completeness: Annotated[
        float,
        said("Known part of people's levels, lines, powers and stances, 0 to 1.", mask=Mask.JUDGEMENT),
    ]


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
        raise QuestionRejected(
            Told(
                f"opportunity {params.opportunity!r} is not one of account {graph.account!r}",
                f"项目 {params.opportunity!r} 不属于客户 {graph.account!r}",
            )
        )
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

    def nodes(self) -> Iterator[PowerMapNode]:
        for company in self.companies.values():
            yield PowerMapNode(
                id=node_id(NodeKind.COMPANY, company.key),
                key=company.key,
                kind=NodeKind.COMPANY,
                name=company.name,
                side=company.side,
            )
        for department in self.departments.values():
            yield PowerMapNode(
                id=node_id(NodeKind.DEPARTMENT, department.key),
                key=department.key,
                kind=NodeKind.DEPARTMENT,
                name=department.name,
                line=department.line,
                company=department.company,
            )
        for deal in self.opportunities.values():
            yield PowerMapNode(
                id=node_id(NodeKind.OPPORTUNITY, deal.key),
                key=deal.key,
                kind=NodeKind.OPPORTUNITY,
                name=deal.name,
                company=deal.company,
                opportunity_status=deal.status,
            )
        for contact in self.contacts.values():
            yield self._contact(contact)
        for employee in self.employees.values():
            yield self._person(employee, is_employee=True)

    def _contact(self, member: Member) -> PowerMapNode:
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

    def _person(self, member: Member, **of_contacts: Any) -> PowerMapNode:
        return PowerMapNode(
            id=node_id(NodeKind.PERSON, member.key),
            key=member.key,
            kind=NodeKind.PERSON,
            name=member.name,
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

    def edges(self) -> Iterator[PowerMapEdge]:
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
                last_contact=held.last_contact,
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

    def _between(
        self, kind: EdgeKind, source: str, target: str, stated: _Said, **more: Any
    ) -> Iterator[PowerMapEdge]:
        """The edge, when both people are on the map."""
        if self._is_shown(source) and self._is_shown(target):
            yield _edge(kind, _person(source), _person(target), stated, **more)

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


def _edge(kind: EdgeKind, source: _End, target: _End, stated: _Said | None = None, **more: Any) -> PowerMapEdge:
    source_id, target_id = node_id(*source), node_id(*target)
    told = "" if stated is None else f"@{stated.valid_from or ''}"
    if more.get("stage"):
        told += f"#{more['stage']}"
    if stated is not None:
        more |= {
            "valid_from": stated.valid_from,
            "valid_to": stated.valid_to,
            "certainty": stated.certainty,
            "stated_by": stated.source,
        }
    return PowerMapEdge(
        id=f"{kind}:{source_id}>{target_id}{told}", kind=kind, source=source_id, target=target_id, **more
    )


def _scope(params: PowerMapParams) -> Scope:
    if params.company is not None:
        must_exist = ((OPPORTUNITIES, params.opportunity),) if params.opportunity else ()
        return Scope(COMPANIES, params.company, must_exist)
    if params.opportunity is not None:
        return Scope(OPPORTUNITIES, params.opportunity)
    raise QuestionRejected(
        Told("power map: expected a company, an opportunity or both", "权力地图：应指定公司、项目或两者")
    )


POWER_MAP: Question[PowerMapParams, PowerMap, PowerMap] = Question(
    name="power_map",
    sentence=Told(
        "Who is who in an account, who listens to whom, and how near are we to each?",
        "客户中谁是谁，谁听谁的，我方与各人有多近？",
    ),
    params=PowerMapParams,
    answer=PowerMap,
    scope=_scope,
    part=answer,
    combine=single,
)
