"""Concentration: on how few of our people does an account hang?"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from graph.errors import NotInGraph
from graph.records import COMPANIES
from queries.account_view import AccountView
from queries.algorithms.bus_factor import (
    EXACT_UP_TO,
    Leaving,
    ReachedGroups,
    greedy_set,
    reached_by,
    smallest_set,
)
from queries.question import Params, Question, Scope, single


@dataclass(frozen=True, slots=True)
class ConcentrationParams(Params):
    """The company; the answer is about its whole account."""

    company: str


@dataclass(frozen=True, slots=True)
class Holder:
    """One of our people and the summed strength of their live ties, and its part of the whole."""

    employee: str
    strength: float
    part: float


@dataclass(frozen=True, slots=True)
class Concentration:
    """The answer. `effective_holders` is 1/HHI, None without a live tie.

    `bus_factor` is the fewest `employees` whose leaving loses the policy's part of the decision share within
    reach, on the `opportunity` where that takes fewest (None: the inferred decision); None when nobody with a
    share is within reach. `exact` tells that no smaller set exists for certain: beyond four, employees are chosen
    greedily. `holders` come with the strongest first.
    """

    company: str
    account: str
    as_of: date
    revision: int
    policy_version: int
    effective_holders: float | None
    bus_factor: int | None
    exact: bool
    employees: tuple[str, ...]
    opportunity: str | None
    holders: tuple[Holder, ...]


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
    sentence="On how few of our people does an account hang?",
    scope=lambda params: Scope(COMPANIES, params.company),
    part=answer,
    combine=single,
)
