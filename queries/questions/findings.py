"""Findings: what was found in all accounts, who takes care of it and how far is it?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from graph.messages.told import Told
from graph.model.shown import said, up_to
from graph.posture import FindingOrder
from queries.findings.causes import FindingGrouping
from queries.findings.order import CAUSE_PARTS, FINDING_PARTS
from queries.findings.worked import FindingsFound, WorkedCause, WorkedFinding, worked_cause
from queries.heading import PolicyVersion
from queries.kept.numbers import KeptRead
from queries.kept_filters import FindingFilter
from queries.needs import FindingCount, KeptFindings, Later, Need, Once, read_before
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
from queries.question import NO_ACCOUNTS, Question, TodaysParams, no_part

_PARTS = {FindingGrouping.FINDING: FINDING_PARTS, FindingGrouping.CAUSE: CAUSE_PARTS}


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingsParams(TodaysParams):
    """Which findings or causes, in which order, and which page; `kept` are those behind the cursor."""

    filter: Annotated[FindingFilter | None, said("Which findings.")] = None
    by: Annotated[
        FindingGrouping,
        said(
            Told(
                "Each finding, or each cause of one of them, told by the worst finding of all it has.",
                "逐项列出，或按成因列出，以其最严重的风险项表示。",
            )
        ),
    ] = FindingGrouping.FINDING
    order_by: Annotated[
        FindingOrder, said(Told("The order; what is equal in it the worst first.", "排序；相同的先列最严重的。"))
    ] = FindingOrder.SEVERITY
    first: Annotated[int, up_to(FINDINGS_PAGE_LIMIT, how_many(FINDINGS_PAGE_LIMIT))] = 50
    after: After = None
    kept: KeptRead[FindingsFound] | None = None

    @property
    def list_name(self) -> str:
        """The list that its cursors are of."""
        return f"findings by {self.by} and {self.order_by}"


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingEdge:
    """A finding and its place in the list."""

    cursor: Cursor
    node: Annotated[WorkedFinding, said("The finding; of a cause the worst one.")]
    cause: Annotated[WorkedCause | None, said("The cause, in a list by cause; null else.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingConnection:
    """A page of findings, or of causes, each told by the worst of its findings.

    `total` and `of_any_severity` are read once, and only when a part that is made of them is asked for.
    """

    edges: Annotated[tuple[FindingEdge, ...], said("The findings of this page.")]
    page_info: Annotated[PageInfo, said("Where the page lies.")]
    stale_account_count: Annotated[
        int, said("Accounts that have changed, or aged, since they were computed, whatever the filter.")
    ]
    missing_account_count: Annotated[int, said("Those of them of which nothing is computed yet.")]
    policy_version: PolicyVersion
    total: Once
    of_any_severity: Once

    @property
    def total_count(
        self,
    ) -> Annotated[Later[int], said("How many findings the filter lets through, or how many causes these have.")]:
        """Counted only when asked for, a page costs far less."""
        return Later((self.total,), int)

    @property
    def less_severe_count(
        self,
    ) -> Annotated[
        Later[int], said("How many more there are but for a lower severity than the filter's `minSeverity`.")
    ]:
        """Counted only when asked for."""
        return Later((self.of_any_severity, self.total), lambda any_count, total: any_count - total)


def _wanted(params: FindingsParams) -> KeptFindings:
    place = None
    if params.after is not None:
        place = place_in_list(params.list_name, params.after, _PARTS[params.by])
    chosen = params.filter or FindingFilter()
    return KeptFindings(
        filter=chosen.kept,
        any_severities=chosen.severity,
        company=chosen.company,
        states=chosen.state,
        assignee=chosen.assignee,
        by_cause=params.by is FindingGrouping.CAUSE,
        order=params.order_by,
        first=params.first + 1,
        after=place,
        today=params.day,
    )


def answer(parts: Sequence[None], params: FindingsParams) -> FindingConnection:
    """The page; ValueError without what is kept."""
    found, numbers, stale = read_before(params.kept)
    shown = found.edges[: params.first]
    edges = tuple(_edge(params, *edge) for edge in shown)
    by_cause = params.by is FindingGrouping.CAUSE
    total = Once(FindingCount(filter=found.filter, by_cause=by_cause))
    is_same = found.of_any_severity == found.filter
    return FindingConnection(
        edges=edges,
        page_info=page_info(
            [edge.cursor for edge in edges],
            has_next=len(found.edges) > params.first,
            has_previous=params.after is not None,
        ),
        stale_account_count=stale.stale_count,
        missing_account_count=stale.missing_count,
        policy_version=numbers.book.version,
        total=total,
        of_any_severity=total if is_same else Once(FindingCount(filter=found.of_any_severity, by_cause=by_cause)),
    )


def _edge(params: FindingsParams, place: Sequence[str], findings: Sequence[WorkedFinding]) -> FindingEdge:
    cause = worked_cause(findings) if params.by is FindingGrouping.CAUSE else None
    return FindingEdge(
        cursor=to_cursor(params.list_name, *place),
        node=findings[0] if cause is None else cause.worked[0],
        cause=cause,
    )


FINDINGS: Question[FindingsParams, None, FindingConnection] = Question(
    name="findings",
    sentence=Told(
        "What was found in all accounts, by every question, with who takes care of it: the worst first, or "
        "as `orderBy` says, in pages.",
        "各项分析在所有客户中发现的风险项及其负责人：最严重的在前，或按 orderBy 排序，分页列出。",
    ),
    params=FindingsParams,
    answer=FindingConnection,
    needs=(Need(_wanted, into="kept"),),
    scope=lambda params: NO_ACCOUNTS,
    part=no_part,
    combine=answer,
)
