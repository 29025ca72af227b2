"""Concentration: on how few of our people does an account hang?"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Annotated

from graph.errors import NotInGraph
from graph.messages.told import Told
from graph.model.companies import COMPANIES
from graph.model.masks import Mask
from graph.model.shown import node, said
from graph.model.words import NodeKind
from queries.account_view import AccountView
from queries.algorithms.bus_factor import (
    EXACT_UP_TO,
    Leaving,
    ReachedGroups,
    greedy_set,
    reached_by,
    smallest_set,
)
from queries.heading import CompanyAskedAbout, CompanyKey, DayShown, PolicyVersion, Revision
from queries.question import Params, Question, Scope, single


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcentrationParams(Params):
    """The company; the answer is about its whole account."""

    company: CompanyKey


@dataclass(frozen=True, slots=True)
class Holder:
    """What one of our people holds of an account."""

    employee: Annotated[str, node(NodeKind.PERSON, "Who.")]
    strength: Annotated[float, said("Summed strength of the live ties.", mask=Mask.JUDGEMENT)]
    part: Annotated[float, said("Its part of that of everybody, 0 to 1.", mask=Mask.JUDGEMENT)]


@dataclass(frozen=True, slots=True)
class Concentration:
    """On how few of our people an account hangs.

    Beyond four, `employees` are chosen greedily. `holders` come with the strongest first.
    """

    company: CompanyAskedAbout
    account: Annotated[str, node(NodeKind.COMPANY, "The company at the top of its group: what is shown.")]
    as_of: DayShown
    revision: Revision
    policy_version: PolicyVersion
    effective_holders: Annotated[
        float | None,
        said(
            "As how many equal holders the account has: 1/HHI of tie strength; null without a live tie.",
            mask=Mask.JUDGEMENT,
        ),
    ]
    bus_factor: Annotated[
        int | None,
        said(
            "The fewest employees whose leaving loses the policy's part of the decision share within reach; null "
            "when nobody with a share is within reach.",
            mask=Mask.JUDGEMENT,
        ),
    ]
    exact: Annotated[bool, said("Whether no smaller number exists for certain.", mask=Mask.JUDGEMENT)]
    employees: Annotated[tuple[str, ...], node(NodeKind.PERSON, "Those employees.", mask=Mask.JUDGEMENT)]
    opportunity: Annotated[
        str | None,
        node(
            NodeKind.OPPORTUNITY,
            "The open opportunity where it takes fewest; null: the inferred decision.",
            mask=Mask.JUDGEMENT,
        ),
    ]
    holders: Annotated[tuple[Holder, ...], said("Who holds how much.", mask=Mask.JUDGEMENT)]


def answer(view: AccountView, params: ConcentrationParams) -> Concentration:
    """The concentration of the company's account; NotInGraph when the company is not of this account.

    Of sets of the same size the one that loses most, then the first by keys; of opportunities the first by key.
    """
    graph = view.graph
    if params.company not in graph.companies:
        raise NotInGraph("Company", params.company)
    holders = _holders(view)
    opportunity, leaving = _bus_factor(view)
    keys = view.access.keys
    return Concentration(
        company=params.company,
        account=graph.account,
        as_of=graph.as_of,
        revision=graph.revision,
        policy_version=params.policy_version,
        effective_holders=1 / sum(holder.part**2 for holder in holders) if holders else None,
        bus_factor=None if leaving is None else len(leaving.employees),
        exact=leaving is None or len(leaving.employees) <= EXACT_UP_TO,
        employees=() if leaving is None else tuple(keys[number] for number in leaving.employees),
        opportunity=opportunity,
        holders=holders,
    )


def _holders(view: AccountView) -> tuple[Holder, ...]:
    strengths: dict[str, float] = defaultdict(float)
    for held in view.ties:
        if held.is_live and held.strength > 0:
            strengths[held.tie.employee] += held.strength
    total = sum(strengths.values())
    order = sorted(strengths, key=lambda employee: (-round(strengths[employee], 12), employee))
    return tuple(Holder(employee, strengths[employee], strengths[employee] / total) for employee in order)


def _bus_factor(view: AccountView) -> tuple[str | None, Leaving | None]:
    """The opportunity that takes fewest employees, and those; None when nobody with a share is within reach."""
    wanted = view.policy.bus_factor_share
    reached = ReachedGroups(reached_by(view.access, view.policy.reach_floor))
    decisions = [
        (decision.opportunity, groups)
        for decision in view.open_decisions
        if (groups := reached.parts(decision.shares))
    ]
    for size in range(EXACT_UP_TO + 1):
        for opportunity, groups in decisions:
            found = smallest_set(groups, wanted, size)
            if found is not None:
                return opportunity, found
    chosen = [(opportunity, greedy_set(groups, wanted)) for opportunity, groups in decisions]
    return min(chosen, key=lambda found: len(found[1].employees), default=(None, None))


CONCENTRATION: Question[ConcentrationParams, Concentration, Concentration] = Question(
    name="concentration",
    sentence=Told("On how few of our people does an account hang?", "一个客户系于我方多少人？"),
    params=ConcentrationParams,
    answer=Concentration,
    scope=lambda params: Scope(COMPANIES, params.company),
    part=answer,
    combine=single,
)
