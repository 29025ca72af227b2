"""Ties whose trust is below what was aimed at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.messages.message import Message
from queries.findings.finding import Finding
from queries.findings.kind import Kind
from queries.findings.naming import Name, called
from queries.findings.shown_company import ShownCompany

TRUST_BELOW_TARGET = Kind(
    "TRUST_BELOW_TARGET", "Trust below target", "信任低于目标", "A tie below its own target."
)


@dataclass(frozen=True, kw_only=True)
class TrustBelow(
    Message,
    key="trust-below-target",
    english="""The trust between { $holders } and { $contact } is below its own target.
        .action = Plan what raises the trust with { $contact }.""",
    chinese="""{ $holders }与{ $contact }之间的信任低于既定目标。
        .action = 计划如何提升与{ $contact }的信任。""",
):
    """The ties of those of ours to the contact are below their targets."""

    holders: tuple[Name, ...]
    contact: Name


def trust_below_target(shown: ShownCompany) -> Iterator[Finding]:
    """TRUST_BELOW_TARGET: ties of a person whose trust is unknown or below their own target."""
    for person in shown.people:
        below = [
            held
            for held in shown.ties_of.get(person, ())
            if held.tie.target_trust is not None and (held.tie.trust or 0) < held.tie.target_trust
        ]
        if below:
            lowest = min(held.tie.trust or 0 for held in below)
            yield shown.finding_of_person(
                TRUST_BELOW_TARGET.name,
                person,
                said=TrustBelow(
                    holders=tuple(called(shown.view, held.tie.employee) for held in below),
                    contact=called(shown.view, person),
                ),
                ties=below,
                numbers={
                    "ties_below_target": len(below),
                    "highest_target_trust": max(held.tie.target_trust or 0 for held in below),
                    **({"lowest_trust": lowest} if lowest else {}),
                },
            )
