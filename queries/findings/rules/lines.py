"""Lines whose people nobody of us knows, or too few."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.messages.message import Message, Share
from graph.model.words import Grade, Line
from queries.algorithms.thresholds import reaches
from queries.findings.finding import Finding
from queries.findings.kind import Kind
from queries.findings.shown_company import ShownCompany
from queries.findings.subject import Subject, SubjectKind
from queries.people_groups import covered, people_by_line

UNCOVERED_LINE = Kind("UNCOVERED_LINE", "Uncovered line", "线未覆盖", "Nobody of a line is covered.")
LINE_BELOW_TARGET = Kind(
    "LINE_BELOW_TARGET",
    "Line below target",
    "线低于目标",
    "A line is covered below the target of the customer's grade.",
)
LINE_IN_CHINESE = """{ $line ->
    [OTHER] 其他条线
   *[other] { $line }
}"""
"""The line's word stands alone, but for that of lines that have none."""


@dataclass(frozen=True, kw_only=True)
class NobodyOfLine(
    Message,
    key="uncovered-line",
    english="""Nobody of us has a live tie to any of the { $people } people of the { $line } line.
        .action = Find a first contact in the { $line } line.""",
    chinese=LINE_IN_CHINESE
    + "共 { $people } 人，我方与其中任何人都没有有效关系。\n.action = 在"
    + LINE_IN_CHINESE
    + "找到第一位联系人。",
):
    """Nobody of a line is covered."""

    line: Line
    people: int


@dataclass(frozen=True, kw_only=True)
class FewOfLine(
    Message,
    key="line-below-target",
    english="We know { $covered } of { $people } people of the { $line } line; for grade { $grade } it should be "
    "{ $target }.\n.action = Meet more people of the { $line } line.",
    chinese=LINE_IN_CHINESE
    + "的 { $people } 人中，我方只认识 { $covered } 人；{ $grade }客户应达到 { $target }。\n.action = 结识"
    + LINE_IN_CHINESE
    + "的更多人员。",
):
    """A line is covered below the target."""

    line: Line
    people: int
    covered: int
    grade: Grade
    target: Share


def lines(shown: ShownCompany) -> Iterator[Finding]:
    """UNCOVERED_LINE: people and nobody covered; LINE_BELOW_TARGET: fewer than the grade asks for."""
    for line, people in people_by_line(shown.people).items():
        known = covered(shown.view, people)
        ratio = len(known) / len(people)
        numbers = {"people": len(people), "covered": len(known), "ratio": ratio}
        if not known:
            yield shown.finding_of_group(
                UNCOVERED_LINE.name,
                line_subject(line),
                people,
                said=NobodyOfLine(line=line, people=len(people)),
                numbers=numbers,
            )
        elif shown.grade is not None and shown.target is not None and not reaches(ratio, shown.target):
            yield shown.finding_of_group(
                LINE_BELOW_TARGET.name,
                line_subject(line),
                people,
                said=FewOfLine(
                    line=line,
                    people=len(people),
                    covered=len(known),
                    grade=shown.grade,
                    target=Share(shown.target),
                ),
                numbers=numbers,
                compared={f"coverage_targets.{shown.grade}": shown.target},
            )


def line_subject(line: Line) -> Subject:
    """The line as what a finding is about."""
    return Subject(SubjectKind.LINE, line, line.capitalize())
