"""Which accounts hold a person: as someone who worked there, as an outsider, or through a tie into it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from graph.stores.neo4j.connection import Transaction

CHUNK = 5_000
"""Keys asked about at once."""


@dataclass(slots=True)
class Held:
    """The accounts that hold a person, by what it is in them."""

    worked: set[str] = field(default_factory=set)
    outside: set[str] = field(default_factory=set)
    tied: set[str] = field(default_factory=set)

    @property
    def as_contact(self) -> set[str]:
        """Those where it is not only someone with a tie."""
        return self.worked | self.outside

    @property
    def all(self) -> set[str]:
        """Every account whose people it is among."""
        return self.worked | self.outside | self.tied

    def in_order(self) -> tuple[str, ...]:
        """Worked in first, then outside, then tied, each ordered by key and an account named once."""
        return (
            *sorted(self.worked),
            *sorted(self.outside - self.worked),
            *sorted(self.tied - self.worked - self.outside),
        )


async def contacts_held(transaction: Transaction, people: Collection[str]) -> dict[str, Held]:
    """For each of the people that is there, its accounts without those through its own ties."""
    found = {}
    keys = sorted(people)
    for start in range(0, len(keys), CHUNK):
        columns = await transaction.run_for_one("find_contact_accounts", keys=keys[start : start + CHUNK])
        for person, worked, outside in zip(*columns, strict=True):
            found[person] = Held(set(worked), set(outside))
    return found


async def people_held(transaction: Transaction, people: Collection[str]) -> dict[str, Held]:
    """For each of the people that is there, all its accounts."""
    keys = sorted(people)
    ties: list[tuple[str, str]] = []
    for start in range(0, len(keys), CHUNK):
        columns = await transaction.run_for_one("find_tied_contacts", keys=keys[start : start + CHUNK])
        ties += zip(*columns, strict=True)
    held = await contacts_held(transaction, {*keys, *(contact for _, contact in ties)})
    for employee, contact in ties:
        held[employee].tied |= held[contact].as_contact
    return {key: held[key] for key in keys if key in held}
