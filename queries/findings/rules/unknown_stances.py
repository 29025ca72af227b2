"""Key people of whom nobody knows where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.messages.message import Message
from graph.model.words import EdgeKind
from queries.findings.evidence import EvidenceEdge
from queries.findings.finding import Finding
from queries.findings.kind import Kind
from queries.findings.naming import Name, called
from queries.findings.shown_company import ShownCompany

UNKNOWN_STANCE = Kind("UNKNOWN_STANCE", "Unknown stance", "态度未知", "A key person whose stance is not known.")


@dataclass(frozen=True, kw_only=True)
class StanceNotKnown(
    Message,
    key="unknown-stance",
    english="""The stance of { $person } is not known on { $opportunities }.
        .action = Find out where { $person } stands.""",
    chinese="""{ $person }对{ $opportunities }的态度未知。
        .action = 了解{ $person }的态度。""",
):
    """A key person whose stance on opportunities, by name, is not known."""

    person: Name
    opportunities: tuple[str, ...]


def unknown_stances(shown: ShownCompany) -> Iterator[Finding]:
    """UNKNOWN_STANCE: a key person without a known stance on at least one open opportunity."""
    view = shown.view
    for person in shown.key_people:
        unknown = [deal for deal in view.graph.open_opportunities if view.stance_value(person, deal.key) is None]
        if unknown:
            yield shown.finding_of_person(
                UNKNOWN_STANCE.name,
                person,
                said=StanceNotKnown(
                    person=called(view, person), opportunities=tuple(deal.name for deal in unknown)
                ),
                edges=[EvidenceEdge(EdgeKind.POSITION, person, deal.key) for deal in unknown],
                numbers={"opportunities_without_stance": len(unknown)},
            )
