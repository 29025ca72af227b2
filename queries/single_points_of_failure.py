"""Single points of failure: which relationships hang on one person, and what is lost without that person?"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import attrgetter

from graph.errors import NotInGraph, QuestionRejected
from graph.messages.told import Told
from graph.model.companies import COMPANIES
from graph.model.people import PEOPLE
from graph.model.words import SEVERITY_ORDER, EdgeKind, Severity
from queries.account_view import AccountView
from queries.algorithms.influence_arcs import ARC_KINDS
from queries.evidence import Evidence, EvidenceEdge, KeptEvidence, figures
from queries.finding_kinds import SinglePointKind
from queries.finding_order import finding_rank
from queries.findings import called, finding_id, percent
from queries.holding import compared_for_holders, held_by_one
from queries.money import MoneyAtRisk, money_at_risk, money_of_shares
from queries.page_cursor import from_cursor, to_cursor
from queries.question import Params, Question, Scope, common

LIST_NAME = "single points of failure"


@dataclass(frozen=True, slots=True)
class SinglePointsOfFailureParams(Params):
    """Which of them to list. `after` is a cursor of an earlier page."""

    company: str | None = None
    employee: str | None = None
    min_severity: str | None = None
    kind: str | None = None
    first: int = 50
    after: str | None = None


@dataclass(frozen=True, slots=True)
class SinglePoint:
    """One finding. `point` and `targets` are keys of people.

    `exposure` is the share of the decision at stake, 0 to 1; `money` what that is of the opportunities' values.
    `held_until` is the first day without the employee who alone holds a contact; None when none is known.
    """

    id: str
    kind: SinglePointKind
    point: str
    is_point_employee: bool
    company: str
    account: str
    opportunity: str | None
    targets: tuple[str, ...]
    exposure: float
    money: MoneyAtRisk
    severity: str
    summary: str
    evidence: Evidence | KeptEvidence
    action: str
    held_until: date | None = None

    @property
    def subject(self) -> str:
        """Key of the person it is about: the contact of a single-held relationship, the choke point itself."""
        return self.targets[0] if self.kind == SinglePointKind.SINGLE_HELD else self.point

    @property
    def rank(self) -> str:
        """Its place among all findings."""
        return finding_rank(
            severity=self.severity,
            share=self.exposure,
            money=self.money,
            account=self.account,
            subject=self.subject,
            stage=None,
            kind=self.kind,
            id=self.id,
        )


@dataclass(frozen=True, slots=True)
class SinglePointEdge:
    """A finding and the cursor to go on after it."""

    cursor: str
    node: SinglePoint


@dataclass(frozen=True, slots=True)
class SinglePointPage:
    """A page: the most severe first, then the largest exposure, then as `queries.finding_order` tells.

    `less_severe_count` findings are left out for their severity alone; `stale_account_count` counts accounts that
    have changed, or aged, since what is shown of them was computed.
    """

    edges: tuple[SinglePointEdge, ...]
    has_next_page: bool
    has_previous_page: bool
    total_count: int
    policy_version: int
    less_severe_count: int
    stale_account_count: int = 0


def findings(view: AccountView, params: SinglePointsOfFailureParams) -> tuple[SinglePoint, ...]:
    """All single points of failure of the account, or the part of them that belongs to a company of it."""
    if params.company is not None and params.company not in view.graph.companies:
        raise NotInGraph("Company", params.company)
    return (*_single_held(view, params.company), *_choke_points(view, params.company))


def _single_held(view: AccountView, company: str | None) -> list[SinglePoint]:
    graph = view.graph
    shown = graph.contacts_of(company or graph.account)
    found = []
    for contact in shown:
        holders = view.holders(contact)
        if len(holders) != 1:
            continue
        (employee,), ties = holders, view.live_ties[contact]
        strength = max(held.strength for held in ties if held.tie.employee == employee)
        shares = view.shares_of([contact])
        exposure = max(shares)
        found.append(
            SinglePoint(
                id=finding_id(SinglePointKind.SINGLE_HELD, graph.account, employee, contact),
                kind=SinglePointKind.SINGLE_HELD,
                point=employee,
                is_point_employee=True,
                company=graph.account if shown[contact].is_outsider else shown[contact].company or graph.account,
                account=graph.account,
                opportunity=None,
                targets=(contact,),
                exposure=exposure,
                money=money_of_shares(view, shares),
                severity=view.policy.severity(exposure),
                summary=held_by_one(view, contact, described=f", who has {percent(exposure)} of the decision"),
                evidence=Evidence(
                    people=(employee, contact, *(key for key in view.who_know(contact) if key != employee)),
                    edges=tuple(
                        EvidenceEdge(EdgeKind.TIE, held.tie.employee, contact, held.strength) for held in ties
                    ),
                    figures=figures({"live_ties": len(ties), "tie_strength": strength, "exposure": exposure}),
                    policy=figures(
                        {
                            "live_tie_strength": view.policy.live_tie_strength,
                            **compared_for_holders(view, contact),
                            **_bands(view),
                        }
                    ),
                ),
                action=f"Introduce a second colleague to {called(view, contact)}.",
                held_until=view.held_until(contact),
            )
        )
    return found


def _choke_points(view: AccountView, company: str | None) -> list[SinglePoint]:
    graph = view.graph
    shown = graph.contacts_of(company or graph.account)
    part = graph.subtree(company or graph.account)
    found = []
    for point, lost in view.choke_points.items():
        targets = view.most_exposed_first(person for person in lost if person in shown)
        is_employee = point in graph.employees
        exposures = view.shares_of(view.lost_without(point))
        for decision, exposure in zip(view.open_decisions, exposures, strict=True):
            deal = graph.opportunities[decision.opportunity] if decision.opportunity else None
            if targets and (deal is None or deal.company in part):
                found.append(
                    SinglePoint(
                        id=finding_id(
                            SinglePointKind.CHOKE_POINT, graph.account, point, deal.key if deal else None
                        ),
                        kind=SinglePointKind.CHOKE_POINT,
                        point=point,
                        is_point_employee=is_employee,
                        company=deal.company if deal else graph.account,
                        account=graph.account,
                        opportunity=deal.key if deal else None,
                        targets=targets,
                        exposure=exposure,
                        money=money_at_risk([(exposure, deal)] if deal else [], view.conversion),
                        severity=view.policy.severity(exposure),
                        summary=f"Without {called(view, point)} we no longer reach {_people(len(lost))}"
                        f"{'' if len(targets) == len(lost) else f' ({len(targets)} of this company)'}, "
                        f"with {percent(exposure)} of the decision{f' on {deal.name}' if deal else ''}.",
                        evidence=_choke_point_evidence(view, point, lost, exposure),
                        action=f"Build a way around {called(view, point)} to {called(view, targets[0])}"
                        f"{' and the others' if len(targets) > 1 else ''}.",
                    )
                )
    return found


def _people(count: int) -> str:
    return "1 person" if count == 1 else f"{count} people"


def _choke_point_evidence(view: AccountView, point: str, lost: Sequence[str], exposure: float) -> Evidence:
    """The point, everyone lost, and the arcs of the strongest paths by which the point leads to them."""
    access, tree = view.access, view.access_tree
    edges = []
    for person in lost:
        row = tree.arc_rows[access.number[person]]
        source, kind = access.keys[access.arcs.sources[row]], ARC_KINDS[access.arcs.kinds[row]]
        edges.append(EvidenceEdge(kind, source, person, float(access.arcs.weights[row])))
    return Evidence(
        people=(point, *lost),
        edges=tuple(edges),
        figures=figures({"people_out_of_reach": len(lost), "exposure": exposure}),
        policy=figures({"reach_floor": view.policy.reach_floor, **_bands(view)}),
    )


def _bands(view: AccountView) -> dict[str, float]:
    return {f"severity_bands.{name}": bound for name, bound in view.policy.severity_bands.items()}


def wanted(parts: Sequence[tuple[SinglePoint, ...]], params: SinglePointsOfFailureParams) -> list[SinglePoint]:
    """The findings that the parameters let through, in order, across accounts."""
    least = SEVERITY_ORDER[Severity(params.min_severity or Severity.LOW)]
    return sorted(
        (
            found
            for part in parts
            for found in part
            if params.employee in (None, found.point)
            and params.kind in (None, found.kind)
            and SEVERITY_ORDER[found.severity] >= least
        ),
        key=attrgetter("rank"),
    )


def answer(parts: Sequence[tuple[SinglePoint, ...]], params: SinglePointsOfFailureParams) -> SinglePointPage:
    """A page of the findings, across accounts. QuestionRejected for a bad cursor or a `first` below 1."""
    if params.first < 1:
        raise QuestionRejected(
            Told(f"first: {params.first}: expected 1 or more", f"first：{params.first}：应为 1 或以上")
        )
    listed = wanted(parts, params)
    after = rank_after(params)
    start = 0 if after is None else bisect_right(listed, after, key=attrgetter("rank"))
    page = listed[start : start + params.first]
    return SinglePointPage(
        edges=tuple(SinglePointEdge(to_cursor(LIST_NAME, found.rank), found) for found in page),
        has_next_page=start + len(page) < len(listed),
        has_previous_page=start > 0,
        total_count=len(listed),
        policy_version=params.policy_version,
        less_severe_count=less_severe_count(parts, params),
    )


def less_severe_count(parts: Sequence[tuple[SinglePoint, ...]], params: SinglePointsOfFailureParams) -> int:
    """How many findings are left out for being less severe than the parameters ask for."""
    if params.min_severity is None:
        return 0
    return len(wanted(parts, replace(params, min_severity=None))) - len(wanted(parts, params))


def rank_after(params: SinglePointsOfFailureParams) -> str | None:
    """The rank that the page begins behind; QuestionRejected for a cursor of another list."""
    return None if params.after is None else from_cursor(LIST_NAME, params.after)


def _scope(params: SinglePointsOfFailureParams) -> Scope:
    if params.company is not None:
        must_exist = ((PEOPLE, params.employee),) if params.employee else ()
        return Scope(COMPANIES, params.company, must_exist)
    return Scope(PEOPLE, params.employee) if params.employee else Scope()


SINGLE_POINTS_OF_FAILURE: Question[SinglePointsOfFailureParams, tuple[SinglePoint, ...], SinglePointPage] = (
    Question(
        name="single_points_of_failure",
        params=SinglePointsOfFailureParams,
        answer=SinglePointPage,
        sentence="Which relationships hang on one person alone, and what is lost without that person?",
        scope=_scope,
        part=findings,
        combine=answer,
        narrowed=lambda params: SinglePointsOfFailureParams(company=params.company, **common(params)),
    )
)
