"""Levels and functions of both sides against the oracle: every count, every pair, every finding."""

from __future__ import annotations

from hypothesis import given

from graph.model.words import SEVERITY_ORDER, Line, OrgLevel
from graph.policy import Policy
from queries.organization_matching import (
    ORGANIZATION_MATCHING,
    OrganizationMatching,
    OrganizationMatchingParams,
)
from tests.oracle import matching
from tests.oracle.coverage_gaps import coverage_gaps
from tests.oracle.oracle import Oracle
from tests.oracle.world import World
from tests.oracle.worlds import ASKED, POLICIES
from tests.questions.against_oracle import DAYS, RANDOM, WORLDS, seen

KINDS = ("LEVEL_UNMATCHED", "FUNCTION_UNMATCHED", "NO_JOINT_EVENT")


@RANDOM
@given(WORLDS, POLICIES, ASKED, DAYS)
def test_organization_matching(world: World, policy: Policy, company: str, as_of: str) -> None:
    oracle = Oracle(world, policy, as_of, company)
    params = OrganizationMatchingParams(company=company)
    found = ORGANIZATION_MATCHING.combine([ORGANIZATION_MATCHING.part(seen(oracle), params)], params)
    _assert_same_counts(found, oracle)
    pairs = matching.pairs(oracle)
    assert [(each.contact, each.employee) for each in found.pairs] == sorted(pairs)
    assert {(each.contact, each.employee): each.kind for each in found.pairs} == pairs
    expected = {each for each in coverage_gaps(oracle) if each.kind in KINDS}
    assert sorted((each.kind, each.subject.key, each.severity) for each in found.findings) == sorted(
        (each.kind, each.subject, each.severity) for each in expected
    )
    ranks = [SEVERITY_ORDER[each.severity] for each in found.findings]
    assert ranks == sorted(ranks, reverse=True), "most severe first"
    assert list(found.agreements) == matching.agreements(oracle)
    held = {each.key: each.on for each in matching.joint_events(oracle)}
    assert list(found.joint_events) == sorted(sorted(held), key=held.__getitem__, reverse=True)


def _assert_same_counts(found: OrganizationMatching, oracle: Oracle) -> None:
    """Levels, lines and cells in their order; levels with nobody of theirs left out, the others of both sides."""
    theirs = oracle.shown_contacts
    ours = sorted({tie.employee for tie in oracle.ties if tie.contact in theirs} & set(oracle.present_employees))
    place = {each: (oracle.workplaces[each].level, matching.line(oracle, each)) for each in [*theirs, *ours]}
    matched = [each for each in theirs if matching.is_matched_by_level(oracle, each)]
    both = [each for each in theirs if matching.is_matched_in_both(oracle, each)]
    levels = [
        (level, _count(theirs, place, level=level), _count(matched, place, level=level)) for level in OrgLevel
    ]
    assert [(each.level, each.theirs, each.matched) for each in found.levels] == [
        (level, count, good) for level, count, good in levels if count
    ]
    lines = [
        (
            line,
            _count(theirs, place, line=line),
            _count(ours, place, line=line),
            line in matching.matched_lines(oracle),
        )
        for line in Line
    ]
    assert [(each.line, each.theirs, each.ours, each.matched) for each in found.lines] == _with_somebody(lines)
    cells = {
        (level, line): tuple(_count(those, place, level=level, line=line) for those in (theirs, ours, both))
        for level in OrgLevel
        for line in Line
    }
    assert {(each.level, each.line): (each.theirs, each.ours, each.matched) for each in found.cells} == {
        cell: counts for cell, counts in cells.items() if counts[0] or counts[1]
    }
    assert len({(each.level, each.line) for each in found.cells}) == len(found.cells)


def _count(
    people: list[str], place: dict[str, tuple[str, str]], level: str | None = None, line: str | None = None
) -> int:
    return sum(level in (None, place[each][0]) and line in (None, place[each][1]) for each in people)


def _with_somebody(rows: list[tuple[str, int, int, int]]) -> list[tuple[str, int, int, int]]:
    return [row for row in rows if row[1] or row[2]]
