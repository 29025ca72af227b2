"""Key people whose likeliest successors nobody of us knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.messages.message import Message
from queries.findings.finding import Finding
from queries.findings.kind import Kind
from queries.findings.naming import Name, called
from queries.findings.shown_company import ShownCompany
from queries.succession_ranking import LIKELY_COUNT, is_exposed, succession_candidates

SUCCESSORS_UNCOVERED = Kind(
    "SUCCESSORS_UNCOVERED",
    "Successors uncovered",
    "继任者未覆盖",
    "A key person whose likeliest successors we do not know.",
)


@dataclass(frozen=True, kw_only=True)
class SuccessorsNotKnown(
    Message,
    key="successors-uncovered",
    english="""Nobody of us has a live tie to those likeliest to follow { $person }: { $successors }.
        .action = Get to know { $successors }.""",
    chinese="""对最可能接任{ $person }的人，我方都没有有效关系：{ $successors }。
        .action = 结识{ $successors }。""",
):
    """Nobody of us knows those likeliest to follow a key person."""

    person: Name
    successors: tuple[Name, ...]


@dataclass(frozen=True, kw_only=True)
class NoSuccessor(
    Message,
    key="no-successor",
    english="""Nobody is known who would follow { $person } in office.
        .action = Find out who would follow { $person }.""",
    chinese="""尚不清楚谁会接任{ $person }。
        .action = 了解谁会接任{ $person }。""",
):
    """Nobody is a candidate to follow a key person."""

    person: Name


def successors_uncovered(shown: ShownCompany) -> Iterator[Finding]:
    """SUCCESSORS_UNCOVERED: a key person, and no live tie to any of the likeliest to follow them in office."""
    view = shown.view
    for person in shown.key_people:
        candidates = succession_candidates(view, person)
        if not is_exposed(candidates):
            continue
        likely = [candidate.person for candidate in candidates[:LIKELY_COUNT]]
        name, names = called(view, person), tuple(called(view, key) for key in likely)
        yield shown.finding_of_person(
            SUCCESSORS_UNCOVERED.name,
            person,
            said=SuccessorsNotKnown(person=name, successors=names) if names else NoSuccessor(person=name),
            others=likely,
            numbers={"candidates": len(candidates), "likely_candidates": len(likely)},
            compared={"live_tie_strength": view.policy.live_tie_strength},
        )
