"""Coverage gaps 覆盖盲区: whom, which departments, lines and levels do we not know?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Annotated

from graph.account_graph import Member
from graph.errors import NotInGraph
from graph.messages.told import Told
from graph.model.companies import COMPANIES
from graph.model.masks import Mask
from graph.model.shown import said, word
from graph.model.words import SEVERITY_ORDER, Line, OrgLevel, Severity
from queries.account_view import AccountView
from queries.findings.catalogue import COVERAGE_RULES, found_by
from queries.findings.finding import Finding
from queries.findings.shapes import CoverageFinding
from queries.findings.shown_company import ShownCompany
from queries.heading import Account, CompanyKey, CompanyShown, DayShown, PolicyVersion, Revision
from queries.question import Params, Question, Scope, single


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageGapsParams(Params):
    """The company, any of an account; `min_severity` leaves out findings that are less severe."""

    company: CompanyKey
    min_severity: Annotated[
        str | None, word(Severity, Told("Only gaps of this severity and above.", "只看此严重度及以上的盲区。"))
    ] = None


@dataclass(frozen=True, slots=True)
class CoverageCell:
    """People of one line and level. Cells without people are left out.

    Who counts as a holder is told by `AccountView.holders`.
    """

    line: Annotated[str, word(Line, "The line.")]
    level: Annotated[str, word(OrgLevel, "The org level.")]
    people: Annotated[int, said("Present contacts.")]
    covered: Annotated[int, said("Those with a live tie.", mask=Mask.JUDGEMENT)]
    redundant: Annotated[int, said("Those with live ties by two employees or more.", mask=Mask.JUDGEMENT)]
    ratio: Annotated[float, said("Covered part of the people, 0 to 1.", mask=Mask.JUDGEMENT)]
    target: Annotated[
        float | None,
        said("Part of the line's people to be covered, by the customer's grade; null without a grade."),
    ]


@dataclass(frozen=True, slots=True)
class CoverageGaps:
    """Whom, which departments, lines and levels we do not know."""

    company: CompanyShown
    account: Account
    as_of: DayShown
    revision: Revision
    policy_version: PolicyVersion
    grid: Annotated[tuple[CoverageCell, ...], said("People and covered people by line and level.")]
    findings: Annotated[
        tuple[Finding, ...],
        said(
            "The gaps, most severe first, then by share of the decision, then by money at stake.",
            mask=Mask.JUDGEMENT,
            shape=CoverageFinding,
        ),
    ]
    less_severe_count: Annotated[
        int,
        said("Gaps of a lower severity than `minSeverity`, which are left out.", mask=Mask.JUDGEMENT),
    ]
    completeness: Annotated[float, said("Known part of what went in, 0 to 1.", mask=Mask.JUDGEMENT)]


def answer(view: AccountView, params: CoverageGapsParams) -> CoverageGaps:
    """The gaps of the company with its own subsidiaries; NotInGraph when it is not of this account."""
    graph = view.graph
    if params.company not in graph.companies:
        raise NotInGraph("Company", params.company)
    shown = ShownCompany(view, params.company)
    least = SEVERITY_ORDER[params.min_severity or Severity.LOW]
    found = sorted(found_by(COVERAGE_RULES, shown), key=attrgetter("place"))
    severe = tuple(finding for finding in found if SEVERITY_ORDER[finding.severity] >= least)
    return CoverageGaps(
        company=params.company,
        account=graph.account,
        as_of=graph.as_of,
        revision=graph.revision,
        policy_version=params.policy_version,
        grid=_grid(view, shown.people, shown.target),
        findings=severe,
        less_severe_count=len(found) - len(severe),
        completeness=_completeness(view, shown.people),
    )


def _grid(view: AccountView, people: Mapping[str, Member], target: float | None) -> tuple[CoverageCell, ...]:
    cells: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key, member in people.items():
        cells[member.line, member.level].append(key)
    grid = []
    for line in Line:
        for level in OrgLevel:
            in_cell = cells.get((line, level))
            if in_cell:
                holders = [len(view.holders(person)) for person in in_cell]
                covered = sum(count >= 1 for count in holders)
                redundant = sum(count >= 2 for count in holders)
                grid.append(
                    CoverageCell(line, level, len(in_cell), covered, redundant, covered / len(in_cell), target)
                )
    return tuple(grid)


def _completeness(view: AccountView, people: Mapping[str, Member]) -> float:
    """The known part of the inputs: each person's level and line, each tie's trust and last contact, and the
    stance of each key person on each open opportunity. 1.0 when there is nothing to know."""
    known: list[bool] = []
    for member in people.values():
        known += [member.level != OrgLevel.UNKNOWN, member.line != Line.OTHER]
    for held in view.ties:
        if held.tie.contact in people:
            known += [held.tie.trust is not None, held.last_contact is not None]
    for deal in view.graph.open_opportunities:
        known += [
            view.stance_value(person, deal.key) is not None for person in view.key_people if person in people
        ]
    return sum(known) / len(known) if known else 1.0


COVERAGE_GAPS: Question[CoverageGapsParams, CoverageGaps, CoverageGaps] = Question(
    name="coverage_gaps",
    sentence=Told(
        "Whom, which departments, lines and levels do we not know?", "哪些人、部门、条线和层级我方尚未覆盖？"
    ),
    params=CoverageGapsParams,
    answer=CoverageGaps,
    scope=lambda params: Scope(COMPANIES, params.company),
    part=answer,
    combine=single,
)
