"""Key people whom too few of us know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.messages.message import Message
from graph.model.words import Severity
from queries.findings.finding import Finding
from queries.findings.holding import compared_for_holders, held_by_one
from queries.findings.kind import Kind
from queries.findings.naming import Name, called
from queries.findings.shown_company import ShownCompany

UNCOVERED_KEY_PERSON = Kind(
    "UNCOVERED_KEY_PERSON",
    "Uncovered key person",
    "关键人未覆盖",
    "A key person without a live tie.",
)
SINGLE_HELD_KEY_PERSON = Kind(
    "SINGLE_HELD_KEY_PERSON",
    "Single held key person",
    "关键人单线联系",
    "A key person with one live tie.",
)


@dataclass(frozen=True, kw_only=True)
class NobodyKnows(
    Message,
    key="uncovered-key-person",
    english="""Nobody of us has a live tie to { $person }.
        .action = Find a way to { $person }: ask for the access paths.""",
    chinese="""我方没有人与{ $person }建立有效关系。
        .action = 找到通往{ $person }的途径：可查询接触路径。""",
):
    """A key person without a live tie."""

    person: Name


def key_people_held_by_too_few(shown: ShownCompany) -> Iterator[Finding]:
    """UNCOVERED_KEY_PERSON: no live tie; SINGLE_HELD_KEY_PERSON: one holder only."""
    view = shown.view
    for person in shown.key_people:
        holders = view.holders(person)
        if len(holders) > 1:
            continue
        yield shown.finding_of_person(
            SINGLE_HELD_KEY_PERSON.name if holders else UNCOVERED_KEY_PERSON.name,
            person,
            said=held_by_one(view, person) if holders else NobodyKnows(person=called(view, person)),
            ties=shown.ties_of[person],
            numbers={"live_tie_holders": len(holders)},
            compared={
                "live_tie_strength": view.policy.live_tie_strength,
                "redundancy_wanted": view.policy.redundancy_wanted,
                **compared_for_holders(view, person),
            },
            at_least=Severity.MODERATE,
            employee=holders[0] if holders else None,
            held_until=view.held_until(person),
        )
