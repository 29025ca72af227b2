"""Repair plan: which few ties give every key person the redundancy we want, and who should make each?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, NamedTuple

from graph.errors import NotInGraph, QuestionRejected
from graph.messages.language import Language
from graph.messages.message import told
from graph.messages.told import Told
from graph.model.companies import COMPANIES
from graph.model.deals import OPPORTUNITIES
from graph.model.masks import Mask
from graph.model.shown import identifier, node, said
from graph.model.words import NodeKind
from queries.account_view import AccountView
from queries.algorithms.min_cost_flow import PossiblePair, cheapest_pairs
from queries.algorithms.strongest_paths import strongest_paths_to
from queries.algorithms.thresholds import TOLERANCE, as_ordered
from queries.findings.catalogue import CoverageFindingKind
from queries.findings.finding import finding_id
from queries.findings.naming import called
from queries.heading import Account, CompanyShown, DayShown, PolicyVersion, Revision
from queries.question import Params, Question, Scope, single
from queries.successors import Successor, SuccessorRanking
from queries.terms import Term


@dataclass(frozen=True, slots=True, kw_only=True)
class RepairPlanParams(Params):
    """A company (its part of its account) or an opportunity, exactly one of them."""

    company: Annotated[
        str | None,
        node(
            NodeKind.COMPANY,
            Told(
                "Key of a company: the key people of its part of its account.",
                "公司的编号：它在客户中的部分的关键人。",
            ),
        ),
    ] = None
    opportunity: Annotated[
        str | None,
        node(
            NodeKind.OPPORTUNITY,
            Told(
                "Key of an opportunity: the people of its decision. One of the two.",
                "项目的编号：参与其决策的人。与公司二者取一。",
            ),
        ),
    ] = None
    redundancy: Annotated[
        int | None,
        said(
            Told(
                "Live ties by different employees wanted for a key person; else the policy's number.",
                "每位关键人应有多少名员工与其保持有效关系；省略时按政策。",
            )
        ),
    ] = None
    capacity: Annotated[
        int | None,
        said(
            Told(
                "How many new ties one employee may make; else the policy's number.",
                "每名员工最多新建的关系数；省略时按政策。",
            )
        ),
    ] = None


@dataclass(frozen=True, slots=True)
class ProposedTie:
    """A tie to make, or to revive."""

    employee: Annotated[str, node(NodeKind.PERSON, "Who of us should make it.")]
    contact: Annotated[str, node(NodeKind.PERSON, "With whom.")]
    is_revived: Annotated[
        bool,
        said("Whether there is a tie already, which is not live any more.", mask=Mask.JUDGEMENT),
    ]
    plausibility: Annotated[float, said("How well the two fit, 0 to 1: the successor score.", mask=Mask.JUDGEMENT)]
    terms: Annotated[tuple[Term, ...], said("The terms of that score.", mask=Mask.JUDGEMENT)]
    introducer: Annotated[
        str | None,
        node(
            NodeKind.PERSON,
            "Who may introduce: the last person before the contact on the best access path.",
            mask=Mask.JUDGEMENT,
        ),
    ]
    repairs: Annotated[str, said("What it repairs, as a sentence.", mask=Mask.JUDGEMENT)]
    findings: Annotated[
        tuple[str, ...],
        identifier("Ids of the findings that it works against.", mask=Mask.JUDGEMENT),
    ]


@dataclass(frozen=True, slots=True)
class RepairPlan:
    """The fewest ties after which every key person has the redundancy that is wanted.

    The lower bound is the sum of missing live ties over the key people who can have them.
    """

    company: CompanyShown
    account: Account
    opportunity: Annotated[
        str | None,
        node(NodeKind.OPPORTUNITY, "The opportunity whose people it is about, when one was asked for."),
    ]
    as_of: DayShown
    revision: Revision
    policy_version: PolicyVersion
    redundancy: Annotated[int, said("Live ties by different employees wanted for a key person.")]
    capacity: Annotated[int, said("How many new ties one employee may make.")]
    ties: Annotated[tuple[ProposedTie, ...], said("The ties to make.", mask=Mask.JUDGEMENT)]
    count: Annotated[int, said("How many there are.", mask=Mask.JUDGEMENT)]
    lower_bound: Annotated[int, said("No plan can do with fewer.", mask=Mask.JUDGEMENT)]
    impossible: Annotated[
        tuple[str, ...],
        node(
            NodeKind.PERSON,
            "Key people who cannot reach the redundancy, most exposed first: too few employees, or no room.",
            mask=Mask.JUDGEMENT,
        ),
    ]


def answer(view: AccountView, params: RepairPlanParams) -> RepairPlan:
    """The fewest new or revived ties after which every key person has the wanted redundancy.

    Key people are those of the company with its own subsidiaries; of an opportunity, whoever has a part in it, or
    power on it or on the account. Missing are holders (`AccountView.holders`): who is leaving leaves a gap.
    A pair is possible when the employee is present, not leaving, has a tie in the account and none that is live to
    the person. As many ties as the capacities leave room for; of all plans with so many, one
    with the least sum of (1 - plausibility). The ties to the person with the largest share come first, then by the
    person's key, most plausible first.

    Raises NotInGraph when the company or opportunity is not of this account. Cost: a successor ranking of each key
    person, and one min-cost flow.
    """
    graph = view.graph
    company = _company(view, params)
    redundancy = view.policy.redundancy_wanted if params.redundancy is None else params.redundancy
    capacity = view.policy.successor_capacity if params.capacity is None else params.capacity
    ranking = SuccessorRanking(view, (), capacity=params.capacity)
    gaps = [_gap(view, person, redundancy, ranking) for person in _key_people(view, params, company)]
    chosen = _chosen(gaps, capacity)
    return RepairPlan(
        company=company,
        account=graph.account,
        opportunity=params.opportunity,
        as_of=graph.as_of,
        revision=graph.revision,
        policy_version=params.policy_version,
        redundancy=redundancy,
        capacity=capacity,
        ties=tuple(
            _proposed(view, gap, successor, number, redundancy)
            for gap, successors in sorted(
                zip(gaps, chosen, strict=True), key=lambda of_person: (-of_person[0].share, of_person[0].person)
            )
            for number, successor in enumerate(successors, len(gap.holders) + 1)
        ),
        count=sum(map(len, chosen)),
        lower_bound=sum(min(gap.missing, len(gap.possible)) for gap in gaps),
        impossible=view.most_exposed_first(
            gap.person for gap, successors in zip(gaps, chosen, strict=True) if len(successors) < gap.missing
        ),
    )


class _Gap(NamedTuple):
    """A key person: who holds it, how many more are wanted, and who could, best first."""

    person: str
    share: float
    holders: Sequence[str]
    missing: int
    possible: Sequence[Successor]


def _company(view: AccountView, params: RepairPlanParams) -> str:
    """The company asked about, or that of the opportunity."""
    graph = view.graph
    if params.company is not None:
        if params.company not in graph.companies:
            raise NotInGraph("Company", params.company)
        return params.company
    deal = graph.opportunities.get(params.opportunity or "")
    if deal is None:
        raise NotInGraph("Opportunity", params.opportunity or "")
    return deal.company


def _key_people(view: AccountView, params: RepairPlanParams, company: str) -> list[str]:
    """The key people that the question is about, by key."""
    if params.opportunity is None:
        return sorted(view.key_people & view.graph.contacts_of(company).keys())
    with_part = {role.person for role in view.graph.decision_roles.get(params.opportunity, ())}
    return sorted(with_part | view.people_with_power([None, params.opportunity]))


def _gap(view: AccountView, person: str, redundancy: int, ranking: SuccessorRanking) -> _Gap:
    holders, known = view.holders(person), view.who_know(person)
    return _Gap(
        person,
        as_ordered(view.share_of([person])),
        holders,
        max(0, redundancy - len(holders)),
        [found for found in ranking.of(person) if found.employee not in known],
    )


def _chosen(gaps: Sequence[_Gap], capacity: int) -> list[list[Successor]]:
    """For each of the gaps who should make a tie, best first."""
    employees = sorted({found.employee for gap in gaps for found in gap.possible})
    column = {employee: number for number, employee in enumerate(employees)}
    candidates = [(row, found) for row, gap in enumerate(gaps) for found in gap.possible if gap.missing]
    pairs = [PossiblePair(row, column[found.employee], 1 - found.score) for row, found in candidates]
    chosen: list[list[Successor]] = [[] for _ in gaps]
    for place in cheapest_pairs([gap.missing for gap in gaps], [capacity] * len(employees), pairs):
        row, found = candidates[place]
        chosen[row].append(found)
    return chosen


def _proposed(view: AccountView, gap: _Gap, found: Successor, number: int, redundancy: int) -> ProposedTie:
    """The tie as the answer shows it; with it, the person has `number` of those wanted."""
    is_revived = any(held.tie.employee == found.employee for held in view.ties_to.get(gap.person, ()))
    person = told(called(view, gap.person), Language.EN)
    today = " and ".join(told(called(view, holder), Language.EN) for holder in gap.holders) or "nobody"
    causes = {
        0: (CoverageFindingKind.UNCOVERED_KEY_PERSON,),
        1: (CoverageFindingKind.SINGLE_HELD_KEY_PERSON,),
    }.get(len(gap.holders), ())
    return ProposedTie(
        employee=found.employee,
        contact=gap.person,
        is_revived=is_revived,
        plausibility=found.score,
        terms=found.terms,
        introducer=_introducer(view, gap.person),
        repairs=f"Live tie {number} of {redundancy} wanted to {person}; today {today} has one.",
        findings=tuple(finding_id(kind, view.graph.account, gap.person) for kind in causes),
    )


def _introducer(view: AccountView, person: str) -> str | None:
    """The last person before this one on the strongest path to it; of several, on the one with fewest steps."""
    access = view.access
    arcs = [
        (view.access_strength(access.keys[source]) * strength, access.keys[source])
        for source, strength, _ in access.arcs_into[access.number[person]]
    ]
    best = max((strength for strength, _ in arcs), default=0.0)
    last = {source for strength, source in arcs if strength > 0 and strength >= best - TOLERANCE}
    if len(last) > 1:  # equally strong: the whole paths decide
        return strongest_paths_to(access, person)[0].arcs[-1].source
    return next(iter(last), None)


def _scope(params: RepairPlanParams) -> Scope:
    if (params.company is None) == (params.opportunity is None):
        raise QuestionRejected(
            Told(
                "repair plan: expected a company or an opportunity, exactly one of them",
                "补强计划：应指定公司或项目，且只指定其一",
            )
        )
    if params.redundancy is not None and params.redundancy < 1:
        raise QuestionRejected(
            Told(
                f"redundancy: {params.redundancy}: expected 1 or more live ties for each key person",
                f"redundancy：{params.redundancy}：每位关键人应有 1 条或以上有效关系",
            )
        )
    if params.capacity is not None and params.capacity < 0:
        raise QuestionRejected(
            Told(
                f"capacity: {params.capacity}: expected 0 or more new ties for each employee",
                f"capacity：{params.capacity}：每名员工的新增关系应为 0 或以上",
            )
        )
    if params.company is not None:
        return Scope(COMPANIES, params.company)
    return Scope(OPPORTUNITIES, params.opportunity)


REPAIR_PLAN: Question[RepairPlanParams, RepairPlan, RepairPlan] = Question(
    name="repair_plan",
    more=Told("Of a `company` or an `opportunity`, one of them.", "指定 company 或 opportunity 之一。"),
    params=RepairPlanParams,
    answer=RepairPlan,
    sentence=Told(
        "Which few ties give every key person the redundancy we want, and who should make each?",
        "新建哪几条关系可使每位关键人达到所需的备份，各由谁去建立？",
    ),
    scope=_scope,
    part=answer,
    combine=single,
)
