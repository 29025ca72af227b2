"""Organization matching 分层对接 分类对接: do levels meet levels, and functions functions?"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Annotated

from graph.account_graph import Member
from graph.errors import NotInGraph
from graph.messages.told import Told
from graph.model.companies import COMPANIES
from graph.model.masks import Mask
from graph.model.shown import node, said, word
from graph.model.word import Words
from graph.model.words import Line, NodeKind, OrgLevel
from queries.account_view import AccountView
from queries.algorithms.level_pairing import is_paired, levels_above
from queries.findings.catalogue import ORGANIZATION_RULES, found_by
from queries.findings.finding import Finding
from queries.findings.shapes import CoverageFinding
from queries.findings.shown_company import ShownCompany
from queries.heading import Account, CompanyKey, CompanyShown, DayShown, PolicyVersion, Revision
from queries.matching import (
    joint_events,
    matched_by_function,
    matched_by_level,
    our_people_with_ties,
    valid_agreements,
)
from queries.question import Params, Question, Scope, single


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationMatchingParams(Params):
    """The company, any of an account."""

    company: CompanyKey


class PairKind(Words):
    """A live tie by level: MATCHED as the policy pairs them; else OVER_LEVEL when ours is higher, UNDER_LEVEL when
    lower; UNKNOWN_LEVEL when a level is not known."""

    MATCHED = "MATCHED", "Matched", "对等", "The same level, or ours above as the policy allows."
    OVER_LEVEL = "OVER_LEVEL", "Ours is above", "我方偏高", "Ours is higher than that."
    UNDER_LEVEL = "UNDER_LEVEL", "Ours is below", "我方偏低", "Ours is lower."
    UNKNOWN_LEVEL = "UNKNOWN_LEVEL", "A level is not known", "层级未知", "A level is not known."


@dataclass(frozen=True, slots=True)
class LevelMatch:
    """Their people of a level, and who of them is met at eye level."""

    level: Annotated[str, word(OrgLevel, "The org level.")]
    theirs: Annotated[int, said("Their people of it.")]
    matched: Annotated[
        int,
        said(
            "Those with a live tie from one of ours of the same level, or above as the policy allows.",
            mask=Mask.JUDGEMENT,
        ),
    ]


@dataclass(frozen=True, slots=True)
class LineMatch:
    """Their people of a line, and whether ours of the same line know any of them."""

    line: Annotated[str, word(Line, "The line.")]
    theirs: Annotated[int, said("Their people of it.")]
    ours: Annotated[int, said("Our employees of it.")]
    matched: Annotated[
        bool,
        said("Whether one of ours of the line has a live tie into theirs.", mask=Mask.JUDGEMENT),
    ]


@dataclass(frozen=True, slots=True)
class MatchCell:
    """People of one level and line on both sides."""

    level: Annotated[str, word(OrgLevel, "The org level.")]
    line: Annotated[str, word(Line, "The line.")]
    theirs: Annotated[int, said("Their people.")]
    ours: Annotated[int, said("Our employees.")]
    matched: Annotated[int, said("Those of theirs who are matched in level and line.", mask=Mask.JUDGEMENT)]


@dataclass(frozen=True, slots=True)
class MatchedPair:
    """A live tie, and how its levels meet."""

    contact: Annotated[str, node(NodeKind.PERSON, "The contact.", mask=Mask.JUDGEMENT)]
    employee: Annotated[str, node(NodeKind.PERSON, "Our employee.", mask=Mask.JUDGEMENT)]
    kind: Annotated[PairKind, said("How the levels meet.")]


@dataclass(frozen=True, slots=True)
class OrganizationMatching:
    """Whether levels meet levels, and functions functions.

    Their people are the contacts that a question about the company shows, ours the present employees with a valid
    tie to one of them. Levels with nobody of theirs are left out, lines and cells with nobody of either side;
    levels go from the highest, lines in their order. `pairs` are by contact and employee. `findings` are
    LEVEL_UNMATCHED, FUNCTION_UNMATCHED and NO_JOINT_EVENT. `joint_events` come with the latest first.
    """

    company: CompanyShown
    account: Account
    as_of: DayShown
    revision: Revision
    policy_version: PolicyVersion
    levels: Annotated[tuple[LevelMatch, ...], said("By org level.")]
    lines: Annotated[tuple[LineMatch, ...], said("By line.")]
    cells: Annotated[tuple[MatchCell, ...], said("By level and line.")]
    pairs: Annotated[tuple[MatchedPair, ...], said("Every live tie.", mask=Mask.JUDGEMENT)]
    findings: Annotated[
        tuple[Finding, ...],
        said("What does not meet, most severe first.", mask=Mask.JUDGEMENT, shape=CoverageFinding),
    ]
    agreements: Annotated[tuple[str, ...], node(NodeKind.AGREEMENT, "Agreements that hold on the day.")]
    joint_events: Annotated[
        tuple[str, ...], node(NodeKind.INTERACTION, "Joint events in the policy's days up to the day.")
    ]


def answer(view: AccountView, params: OrganizationMatchingParams) -> OrganizationMatching:
    """How the company and its own subsidiaries match with us; NotInGraph when it is not of this account."""
    graph = view.graph
    if params.company not in graph.companies:
        raise NotInGraph("Company", params.company)
    shown = ShownCompany(view, params.company)
    ours = our_people_with_ties(view, shown.people)
    return OrganizationMatching(
        company=params.company,
        account=graph.account,
        as_of=graph.as_of,
        revision=graph.revision,
        policy_version=params.policy_version,
        levels=_levels(shown.people, matched_by_level(view, shown.people)),
        lines=_lines(shown.people, ours, matched_by_function(view, shown.people)),
        cells=_cells(view, shown.people, ours),
        pairs=_pairs(view, shown.people),
        findings=tuple(sorted(found_by(ORGANIZATION_RULES, shown), key=attrgetter("place"))),
        agreements=tuple(agreement.key for agreement in valid_agreements(view, params.company)),
        joint_events=tuple(held.key for held in joint_events(view, params.company, shown.people)),
    )


def _levels(people: Mapping[str, Member], matched: Collection[str]) -> tuple[LevelMatch, ...]:
    found = []
    for level in OrgLevel:
        theirs = [key for key, member in people.items() if member.level == level]
        if theirs:
            found.append(LevelMatch(level, len(theirs), sum(key in matched for key in theirs)))
    return tuple(found)


def _lines(
    people: Mapping[str, Member], ours: Mapping[str, Member], matched: Collection[str]
) -> tuple[LineMatch, ...]:
    found = []
    for line in Line:
        their_count = sum(member.line == line for member in people.values())
        our_count = sum(member.line == line for member in ours.values())
        if their_count or our_count:
            found.append(LineMatch(line, their_count, our_count, line in matched))
    return tuple(found)


def _cells(view: AccountView, people: Mapping[str, Member], ours: Mapping[str, Member]) -> tuple[MatchCell, ...]:
    found = []
    matched = {key for key, member in people.items() if _is_matched_in_both(view, member)}
    for level in OrgLevel:
        for line in Line:
            theirs = [key for key, member in people.items() if (member.level, member.line) == (level, line)]
            our_count = sum((member.level, member.line) == (level, line) for member in ours.values())
            if theirs or our_count:
                matched_count = sum(key in matched for key in theirs)
                found.append(MatchCell(level, line, len(theirs), our_count, matched_count))
    return tuple(found)


def _is_matched_in_both(view: AccountView, theirs: Member) -> bool:
    """Whether one and the same of ours has a live tie to the contact, a paired level and the same line."""
    ours = (view.graph.employees[employee] for employee in view.who_know(theirs.key))
    return any(
        member.line == theirs.line and is_paired(view.policy, theirs.level, member.level) for member in ours
    )


def _pairs(view: AccountView, people: Mapping[str, Member]) -> tuple[MatchedPair, ...]:
    return tuple(
        MatchedPair(key, employee, _kind(view, member.level, view.graph.employees[employee].level))
        for key, member in people.items()
        for employee in sorted(view.who_know(key))
    )


def _kind(view: AccountView, theirs: str, ours: str) -> PairKind:
    above = levels_above(theirs, ours)
    if above is None:
        return PairKind.UNKNOWN_LEVEL
    if is_paired(view.policy, theirs, ours):
        return PairKind.MATCHED
    return PairKind.OVER_LEVEL if above > 0 else PairKind.UNDER_LEVEL


ORGANIZATION_MATCHING: Question[OrganizationMatchingParams, OrganizationMatching, OrganizationMatching] = Question(
    name="organization_matching",
    sentence=Told(
        "Do levels meet levels and functions functions, and what ties the two companies together?",
        "双方是否分层、分类对接，两家公司由什么联结？",
    ),
    params=OrganizationMatchingParams,
    answer=OrganizationMatching,
    scope=lambda params: Scope(COMPANIES, params.company),
    part=answer,
    combine=single,
)
