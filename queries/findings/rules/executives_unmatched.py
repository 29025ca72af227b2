"""Executives of theirs whom nobody of ours of a like level knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.messages.message import Message
from graph.model.words import OrgLevel
from queries.findings.finding import Finding
from queries.findings.kind import Kind
from queries.findings.naming import Name, called
from queries.findings.shown_company import ShownCompany
from queries.matching import matched_by_level

LEVEL_UNMATCHED = Kind(
    "LEVEL_UNMATCHED",
    "Level unmatched",
    "层级未对接",
    "An executive without a live tie from ours of the same level or above.",
)


@dataclass(frozen=True, kw_only=True)
class ExecutiveUnmatched(
    Message,
    key="level-unmatched",
    english="""Nobody of our executives has a live tie to { $person }, an executive.
        .action = Have one of our executives meet { $person }.""",
    chinese="""我方高层中没有人与对方高层{ $person }建立有效关系。
        .action = 安排我方一位高层会见{ $person }。""",
):
    """An executive whom none of our executives has a live tie to."""

    person: Name


def executives_unmatched(shown: ShownCompany) -> Iterator[Finding]:
    """LEVEL_UNMATCHED: an executive without a live tie from one of ours of a level that the policy pairs."""
    view = shown.view
    matched = matched_by_level(view, shown.people)
    for person, member in shown.people.items():
        if member.level == OrgLevel.EXECUTIVE and person not in matched:
            yield shown.finding_of_person(
                LEVEL_UNMATCHED.name,
                person,
                said=ExecutiveUnmatched(person=called(view, person)),
                ties=view.live_ties.get(person, ()),
                numbers={"live_tie_holders": len(view.who_know(person))},
                compared={
                    "live_tie_strength": view.policy.live_tie_strength,
                    "level_pairing_above": view.policy.level_pairing_above,
                },
            )
