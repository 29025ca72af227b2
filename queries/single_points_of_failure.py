"""Single points of failure: which relationships hang on one person, and what is lost without that person?"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import attrgetter, itemgetter
from typing import Annotated

from graph.errors import NotInGraph, QuestionRejected
from graph.messages.told import Told
from graph.model.companies import COMPANIES
from graph.model.masks import Mask
from graph.model.people import PEOPLE
from graph.model.shown import node, said, up_to
from graph.model.words import SEVERITY_ORDER, NodeKind, Severity
from graph.posture import FindingFilter, FindingOrder, KeptFinding, Place
from queries.account_view import AccountView
from queries.findings.catalogue import SINGLE_POINT_RULES, SinglePointKind, found_by
from queries.findings.finding import Finding
from queries.findings.kept import finding_of
from queries.findings.order import FINDING_PARTS
from queries.findings.shapes import SinglePoint
from queries.findings.shown_company import ShownCompany
from queries.heading import PolicyVersion
from queries.needs import KeptSinglePoints, Need
from queries.page_cursor import (
    FINDINGS_PAGE_LIMIT,
    After,
    Cursor,
    PageInfo,
    how_many,
    page_info,
    place_in_list,
    to_cursor,
)
from queries.question import Params, Question, Scope, common

LIST_NAME = "single points of failure"


@dataclass(frozen=True, slots=True, kw_only=True)
class SinglePointFilter:
    """Which findings to list; what is left out does not filter."""

    company: Annotated[
        str | None,
        node(
            NodeKind.COMPANY,
            Told("Key of a company: its part of its account.", "公司的编号：只看它在客户中的部分。"),
        ),
    ] = None
    employee: Annotated[
        str | None, node(NodeKind.PERSON, Told("Key of the employee it hangs on.", "所依赖的员工的编号。"))
    ] = None
    min_severity: Annotated[
        Severity | None, said(Told("This severity and above.", "此严重度及以上。"), mask=Mask.JUDGEMENT)
    ] = None
    kind: Annotated[SinglePointKind | None, said(Told("One kind of finding.", "一种风险项。"))] = None

    @property
    def severities(self) -> tuple[str, ...]:
        """Those that it lets through."""
        least = SEVERITY_ORDER[self.min_severity or Severity.LOW]
        return tuple(name for name in Severity if SEVERITY_ORDER[name] >= least)


@dataclass(frozen=True, slots=True, kw_only=True)
class SinglePointsOfFailureParams(Params):
    """Which of them to list. `after` is a cursor of an earlier page; `kept` is what is kept of all accounts.

    Those over all accounts of today, by the policy as it is, come from what is kept, and from stale accounts
    themselves; all others from the accounts.
    """

    filter: Annotated[SinglePointFilter | None, said("Which findings.")] = None
    first: Annotated[int, up_to(FINDINGS_PAGE_LIMIT, how_many(FINDINGS_PAGE_LIMIT))] = 50
    after: After = None
    kept: KeptPoints | None = None

    @property
    def wanted(self) -> SinglePointFilter:
        """Which of them."""
        return self.filter or SinglePointFilter()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPoints:
    """Kept ones behind a cursor, one more than a page has if there are so many; how many there are in all.

    `less_severe_count` are left out for their severity alone. `live` are the accounts to be answered themselves;
    `stale_count` those that are stale, where they are too many for that.
    """

    behind: Sequence[KeptFinding]
    count: int
    less_severe_count: int
    live: tuple[str, ...]
    stale_count: int
    policy_version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SinglePointEdge:
    """A finding and its place in the list."""

    cursor: Cursor
    node: Annotated[Finding, said("The finding.", shape=SinglePoint)]


@dataclass(frozen=True, slots=True, kw_only=True)
class SinglePointConnection:
    """A page of findings: the most severe first, then by exposure, then by money at risk."""

    edges: Annotated[tuple[SinglePointEdge, ...], said("The findings of this page.")]
    page_info: Annotated[PageInfo, said("Where the page lies.")]
    total_count: Annotated[int, said("How many findings the filter lets through.")]
    less_severe_count: Annotated[
        int,
        said("How many it would let through but for a lower severity than its `minSeverity`."),
    ]
    stale_account_count: Annotated[
        int,
        said(
            "Accounts that have changed, or aged, since what is shown of them was computed; 0 when they are few "
            "enough to be answered as they are."
        ),
    ] = 0
    policy_version: PolicyVersion


def findings(view: AccountView, params: SinglePointsOfFailureParams) -> tuple[Finding, ...]:
    """All single points of failure of the account, or the part of them that belongs to a company of it."""
    company = params.wanted.company or view.graph.account
    if company not in view.graph.companies:
        raise NotInGraph("Company", company)
    return tuple(found_by(SINGLE_POINT_RULES, ShownCompany(view, company)))


def listed(parts: Sequence[tuple[Finding, ...]], chosen: SinglePointFilter) -> list[Finding]:
    """The findings that the filter lets through, in order, across accounts."""
    severities = chosen.severities
    return sorted(
        (
            found
            for part in parts
            for found in part
            if chosen.employee in (None, found.point)
            and chosen.kind in (None, found.kind)
            and found.severity in severities
        ),
        key=attrgetter("place"),
    )


def answer(parts: Sequence[tuple[Finding, ...]], params: SinglePointsOfFailureParams) -> SinglePointConnection:
    """A page of the findings, across accounts. QuestionRejected for a bad cursor or a `first` below 1."""
    if params.first < 1:
        raise QuestionRejected(
            Told(f"first: {params.first}: expected 1 or more", f"first：{params.first}：应为 1 或以上")
        )
    if params.kept is not None:
        return _with_kept(params.kept, parts, params)
    found = listed(parts, params.wanted)
    after = place_after(params)
    start = 0 if after is None else bisect_right(found, after, key=attrgetter("place"))
    page = found[start : start + params.first]
    edges = tuple(SinglePointEdge(cursor=to_cursor(LIST_NAME, *one.place), node=one) for one in page)
    return SinglePointConnection(
        edges=edges,
        page_info=page_info(
            [edge.cursor for edge in edges],
            has_next=start + len(page) < len(found),
            has_previous=start > 0,
        ),
        total_count=len(found),
        policy_version=params.policy_version,
        less_severe_count=_less_severe_count(parts, params),
    )


def _less_severe_count(parts: Sequence[tuple[Finding, ...]], params: SinglePointsOfFailureParams) -> int:
    """How many findings are left out for being less severe than the parameters ask for."""
    chosen = params.wanted
    if chosen.min_severity is None:
        return 0
    return len(listed(parts, replace(chosen, min_severity=None))) - len(listed(parts, chosen))


def place_after(params: SinglePointsOfFailureParams) -> Place | None:
    """The place that the page begins behind; QuestionRejected for a cursor of another list."""
    return None if params.after is None else place_in_list(LIST_NAME, params.after, FINDING_PARTS)


def _wanted(params: SinglePointsOfFailureParams) -> KeptSinglePoints | None:
    """What is kept of them, where that answers the question."""
    chosen = params.wanted
    if chosen.company is not None or chosen.employee is not None or params.policy:
        return None
    return KeptSinglePoints(
        filter=FindingFilter(
            kinds=tuple(SinglePointKind) if chosen.kind is None else (chosen.kind,),
            severities=() if chosen.min_severity in (None, Severity.LOW) else chosen.severities,
        ),
        first=params.first + 1,
        after=place_after(params),
        day=params.day,
    )


def _with_kept(
    kept: KeptPoints, live: Sequence[tuple[Finding, ...]], params: SinglePointsOfFailureParams
) -> SinglePointConnection:
    """The page out of kept findings and those of the accounts that were answered live, as one list."""
    live_findings = listed(live, params.wanted)
    after = place_after(params)
    start = 0 if after is None else bisect_right(live_findings, after, key=attrgetter("place"))
    behind: list[tuple[Place, KeptFinding | Finding]] = [
        *((row.place(FindingOrder.SEVERITY), row) for row in kept.behind),
        *((found.place, found) for found in live_findings[start:]),
    ]
    page = sorted(behind, key=itemgetter(0))[: params.first]
    edges = tuple(
        SinglePointEdge(
            cursor=to_cursor(LIST_NAME, *place),
            node=found if isinstance(found, Finding) else finding_of(found),
        )
        for place, found in page
    )
    return SinglePointConnection(
        edges=edges,
        page_info=page_info(
            [edge.cursor for edge in edges],
            has_next=len(behind) > len(page),
            has_previous=params.after is not None,
        ),
        total_count=kept.count + len(live_findings),
        policy_version=kept.policy_version,
        less_severe_count=kept.less_severe_count + _less_severe_count(live, params),
        stale_account_count=kept.stale_count,
    )


def _scope(params: SinglePointsOfFailureParams) -> Scope:
    chosen = params.wanted
    if params.kept is not None:
        return Scope(accounts=params.kept.live)
    if chosen.company is not None:
        must_exist = ((PEOPLE, chosen.employee),) if chosen.employee else ()
        return Scope(COMPANIES, chosen.company, must_exist)
    return Scope(PEOPLE, chosen.employee) if chosen.employee else Scope()


def _narrowed(params: SinglePointsOfFailureParams) -> SinglePointsOfFailureParams:
    filter = SinglePointFilter(company=params.wanted.company)
    return SinglePointsOfFailureParams(filter=filter, **common(params))


SINGLE_POINTS_OF_FAILURE: Question[SinglePointsOfFailureParams, tuple[Finding, ...], SinglePointConnection] = (
    Question(
        name="single_points_of_failure",
        sentence=Told(
            "Which relationships hang on one person alone, and what is lost without that person?",
            "哪些关系只系于一人，失去此人会损失什么？",
        ),
        more=Told(
            "The worst first: severity, then exposure, then money at risk; in pages.",
            "最严重的在前：先按严重度，再按份额，再按风险金额；分页列出。",
        ),
        params=SinglePointsOfFailureParams,
        answer=SinglePointConnection,
        needs=(Need(_wanted, into="kept"),),
        scope=_scope,
        part=findings,
        combine=answer,
        narrowed=_narrowed,
    )
)
