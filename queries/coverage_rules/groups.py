"""Gaps of groups: lines and departments that nobody knows, or too few, or nobody of the same function."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model.words import Line, NodeKind
from queries.algorithms.thresholds import reaches
from queries.coverage_findings import CoverageFinding
from queries.coverage_rules.shown_company import ShownCompany
from queries.finding_kinds import CoverageFindingKind
from queries.findings import percent
from queries.matching import matched_by_function, our_people_with_ties
from queries.people_groups import covered, people_by_department, people_by_line
from queries.subject import Subject, SubjectKind


def lines(shown: ShownCompany) -> Iterator[CoverageFinding]:
    """UNCOVERED_LINE: people and nobody covered; LINE_BELOW_TARGET: fewer than the grade asks for."""
    for line, people in people_by_line(shown.people).items():
        known = covered(shown.view, people)
        ratio = len(known) / len(people)
        numbers = {"people": len(people), "covered": len(known), "ratio": ratio}
        if not known:
            yield shown.finding_of_group(
                CoverageFindingKind.UNCOVERED_LINE,
                _of_line(line),
                people,
                summary=f"Nobody of us has a live tie to any of the {len(people)} people of the {line} line.",
                action=f"Find a first contact in the {line} line.",
                numbers=numbers,
            )
        elif shown.target is not None and not reaches(ratio, shown.target):
            grade = shown.company.grade
            yield shown.finding_of_group(
                CoverageFindingKind.LINE_BELOW_TARGET,
                _of_line(line),
                people,
                summary=f"We know {len(known)} of {len(people)} people of the {line} line; "
                f"for grade {grade} it should be {percent(shown.target)}.",
                action=f"Meet more people of the {line} line.",
                numbers=numbers,
                compared={f"coverage_targets.{grade}": shown.target},
            )


def departments(shown: ShownCompany) -> Iterator[CoverageFinding]:
    """UNCOVERED_DEPARTMENT: people in it or below, and none of them covered."""
    for department, people in people_by_department(shown.view, shown.people).items():
        if not covered(shown.view, people):
            name = shown.view.graph.departments[department].name
            yield shown.finding_of_group(
                CoverageFindingKind.UNCOVERED_DEPARTMENT,
                Subject(NodeKind.DEPARTMENT, department, name),
                people,
                summary=f"Nobody of us has a live tie into {name} ({len(people)} people).",
                action=f"Find a first contact in {name}.",
                numbers={"people": len(people), "covered": 0},
            )


def functions(shown: ShownCompany) -> Iterator[CoverageFinding]:
    """FUNCTION_UNMATCHED: a line of theirs with people, into which nobody of our same line has a live tie."""
    view = shown.view
    matched = matched_by_function(view, shown.people)
    ours = our_people_with_ties(view, shown.people).values()
    for line, people in people_by_line(shown.people).items():
        if line in matched:
            continue
        yield shown.finding_of_group(
            CoverageFindingKind.FUNCTION_UNMATCHED,
            _of_line(line),
            people,
            summary=f"Nobody of our {line} line has a live tie into theirs ({len(people)} people).",
            action=f"Bring colleagues of our {line} line together with theirs.",
            numbers={
                "people": len(people),
                "covered": len(covered(view, people)),
                "our_people_of_the_line": sum(member.line == line for member in ours),
            },
            compared={"live_tie_strength": view.policy.live_tie_strength},
        )


def _of_line(line: Line) -> Subject:
    return Subject(SubjectKind.LINE, line, line.capitalize())
