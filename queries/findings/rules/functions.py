"""Lines of theirs that nobody of the same line of ours knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.messages.message import Message
from graph.model.words import Line
from queries.findings.finding import Finding
from queries.findings.kind import Kind
from queries.findings.rules.lines import LINE_IN_CHINESE, line_subject
from queries.findings.shown_company import ShownCompany
from queries.matching import matched_by_function, our_people_with_ties
from queries.people_groups import covered, people_by_line

FUNCTION_UNMATCHED = Kind(
    "FUNCTION_UNMATCHED",
    "Function unmatched",
    "职能未对接",
    "A line that nobody of the same line of ours has a live tie into.",
)


@dataclass(frozen=True, kw_only=True)
class NobodyOfOurLine(
    Message,
    key="function-unmatched",
    english="""Nobody of our { $line } line has a live tie into theirs ({ $people } people).
        .action = Bring colleagues of our { $line } line together with theirs.""",
    chinese="我方"
    + LINE_IN_CHINESE
    + "没有人与对方同一条线（{ $people } 人）建立有效关系。\n.action = 安排我方"
    + LINE_IN_CHINESE
    + "的同事与对方对接。",
):
    """A line of theirs that nobody of our same line has a live tie into."""

    line: Line
    people: int


def functions(shown: ShownCompany) -> Iterator[Finding]:
    """FUNCTION_UNMATCHED: a line of theirs with people, into which nobody of our same line has a live tie."""
    view = shown.view
    matched = matched_by_function(view, shown.people)
    ours = our_people_with_ties(view, shown.people).values()
    for line, people in people_by_line(shown.people).items():
        if line in matched:
            continue
        yield shown.finding_of_group(
            FUNCTION_UNMATCHED.name,
            line_subject(line),
            people,
            said=NobodyOfOurLine(line=line, people=len(people)),
            numbers={
                "people": len(people),
                "covered": len(covered(view, people)),
                "our_people_of_the_line": sum(member.line == line for member in ours),
            },
            compared={"live_tie_strength": view.policy.live_tie_strength},
        )
