"""Single points of failure: which relationships hang on one person, and what is lost without that person?"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import attrgetter, itemgetter

from graph.errors import NotInGraph, QuestionRejected
from graph.messages.told import Told
from graph.model.companies import COMPANIES
from graph.model.people import PEOPLE
from graph.model.words import SEVERITY_ORDER, Severity
from graph.posture import FindingFilter, FindingOrder, KeptFinding, Place
from queries.account_view import AccountView
from queries.findings.catalogue import SINGLE_POINT_RULES, SinglePointKind, found_by
from queries.findings.finding import Finding
from queries.findings.kept import finding_of
from queries.findings.order import FINDING_PARTS
from queries.findings.shown_company import ShownCompany
from queries.page_cursor import place_in_list, to_cursor
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
class SinglePointEdge:
    """A finding and the cursor to go on after it."""

    cursor: str
    node: Finding


@dataclass(frozen=True, slots=True)
class SinglePointPage:
    """A page: the most severe first, then the largest exposure, then as `queries.findings.order` tells.

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


def findings(view: AccountView, params: SinglePointsOfFailureParams) -> tuple[Finding, ...]:
    """All single points of failure of the account, or the part of them that belongs to a company of it."""
    company = params.company or view.graph.account
    if company not in view.graph.companies:
        raise NotInGraph("Company", company)
    return tuple(found_by(SINGLE_POINT_RULES, ShownCompany(view, company)))


def wanted(parts: Sequence[tuple[Finding, ...]], params: SinglePointsOfFailureParams) -> list[Finding]:
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
        key=attrgetter("place"),
    )


def answer(parts: Sequence[tuple[Finding, ...]], params: SinglePointsOfFailureParams) -> SinglePointPage:
    """A page of the findings, across accounts. QuestionRejected for a bad cursor or a `first` below 1."""
    if params.first < 1:
        raise QuestionRejected(
            Told(f"first: {params.first}: expected 1 or more", f"first：{params.first}：应为 1 或以上")
        )
    listed = wanted(parts, params)
    after = place_after(params)
    start = 0 if after is None else bisect_right(listed, after, key=attrgetter("place"))
    page = listed[start : start + params.first]
    return SinglePointPage(
        edges=tuple(SinglePointEdge(cursor=to_cursor(LIST_NAME, *found.place), node=found) for found in page),
        has_next_page=start + len(page) < len(listed),
        has_previous_page=start > 0,
        total_count=len(listed),
        policy_version=params.policy_version,
        less_severe_count=less_severe_count(parts, params),
    )


def less_severe_count(parts: Sequence[tuple[Finding, ...]], params: SinglePointsOfFailureParams) -> int:
    """How many findings are left out for being less severe than the parameters ask for."""
    if params.min_severity is None:
        return 0
    return len(wanted(parts, replace(params, min_severity=None))) - len(wanted(parts, params))


def place_after(params: SinglePointsOfFailureParams) -> Place | None:
    """The place that the page begins behind; QuestionRejected for a cursor of another list."""
    return None if params.after is None else place_in_list(LIST_NAME, params.after, FINDING_PARTS)


def kept_filter(params: SinglePointsOfFailureParams, live_accounts: Sequence[str]) -> FindingFilter:
    """Which kept findings those of the parameters are, but for the accounts that are answered live."""
    least = SEVERITY_ORDER[Severity(params.min_severity or Severity.LOW)]
    return FindingFilter(
        without_accounts=tuple(live_accounts),
        kinds=tuple(SinglePointKind) if params.kind is None else (params.kind,),
        severities=() if least == 0 else tuple(name for name in Severity if SEVERITY_ORDER[name] >= least),
    )


def kept_and_live_page(
    kept_after: Sequence[KeptFinding],
    kept_count: int,
    kept_less_severe_count: int,
    live: Sequence[tuple[Finding, ...]],
    params: SinglePointsOfFailureParams,
    stale_account_count: int,
) -> SinglePointPage:
    """The page out of kept findings and those of the accounts that were answered live, as one list.

    `kept_after` are the kept ones behind the cursor, one more than the page has if there are so many, `kept_count`
    all of them, `kept_less_severe_count` those left out for their severity alone.
    """
    live_findings = wanted(live, params)
    after = place_after(params)
    start = 0 if after is None else bisect_right(live_findings, after, key=attrgetter("place"))
    behind: list[tuple[Place, KeptFinding | Finding]] = [
        *((row.place(FindingOrder.SEVERITY), row) for row in kept_after),
        *((found.place, found) for found in live_findings[start:]),
    ]
    page = sorted(behind, key=itemgetter(0))[: params.first]
    return SinglePointPage(
        edges=tuple(
            SinglePointEdge(
                cursor=to_cursor(LIST_NAME, *place),
                node=found if isinstance(found, Finding) else finding_of(found),
            )
            for place, found in page
        ),
        has_next_page=len(behind) > len(page),
        has_previous_page=params.after is not None,
        total_count=kept_count + len(live_findings),
        policy_version=params.policy_version,
        less_severe_count=kept_less_severe_count + less_severe_count(live, params),
        stale_account_count=stale_account_count,
    )


def _scope(params: SinglePointsOfFailureParams) -> Scope:
    if params.company is not None:
        must_exist = ((PEOPLE, params.employee),) if params.employee else ()
        return Scope(COMPANIES, params.company, must_exist)
    return Scope(PEOPLE, params.employee) if params.employee else Scope()


SINGLE_POINTS_OF_FAILURE: Question[SinglePointsOfFailureParams, tuple[Finding, ...], SinglePointPage] = Question(
    name="single_points_of_failure",
    params=SinglePointsOfFailureParams,
    answer=SinglePointPage,
    sentence="Which relationships hang on one person alone, and what is lost without that person?",
    scope=_scope,
    part=findings,
    combine=answer,
    narrowed=lambda params: SinglePointsOfFailureParams(company=params.company, **common(params)),
)
