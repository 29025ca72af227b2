"""Key people whom nobody of us was in contact with for long."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.messages.message import Message
from graph.model.words import Severity
from queries.findings.finding import Finding
from queries.findings.kind import Kind
from queries.findings.naming import Name, called
from queries.findings.shown_company import ShownCompany

SILENT_KEY_PERSON = Kind(
    "SILENT_KEY_PERSON",
    "Silent key person",
    "关键人久未联系",
    "A key person not met for long.",
)


@dataclass(frozen=True, kw_only=True)
class Silent(
    Message,
    key="silent-key-person",
    english="""Nobody of us was in contact with { $person } for { $days } days.
        .action = Call on { $person }.""",
    chinese="""我方已有 { $days } 天未与{ $person }联系。
        .action = 拜访{ $person }。""",
):
    """A key person whom nobody of us met for so many days."""

    person: Name
    days: int


def silent_key_people(shown: ShownCompany) -> Iterator[Finding]:
    """SILENT_KEY_PERSON: the last known contact over all ties is longer ago than the policy's silence."""
    as_of, silence_days = shown.view.graph.as_of, shown.view.policy.silence_days
    for person in shown.key_people:
        contacts = [held.last_contact for held in shown.ties_of[person] if held.last_contact]
        if not contacts or (as_of - max(contacts)).days <= silence_days:
            continue
        days = (as_of - max(contacts)).days
        yield shown.finding_of_person(
            SILENT_KEY_PERSON.name,
            person,
            said=Silent(person=called(shown.view, person), days=days),
            ties=shown.ties_of[person],
            numbers={"days_since_last_contact": days},
            compared={"silence_days": silence_days},
            at_least=Severity.MODERATE,
        )
