"""Which accounts hold a person: as someone who worked there, as an outsider, by a tie or by a meeting."""

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
    met: set[str] = field(default_factory=set)

    @property
    def as_contact(self) -> set[str]:
        """Those where it is not only someone of ours with a tie or a meeting."""
        return self.worked | self.outside

    @property
    def all(self) -> set[str]:
        """Every account whose people it is among."""
        return self.worked | self.outside | self.tied | self.met

    @property
    def is_only_contact(self) -> bool:
        """Whether no tie or meeting of its own makes it known in an account."""
        return not self.tied and not self.met

    def in_order(self) -> tuple[str, ...]:
        """Worked in first, then outside, then tied, then met, each ordered by key and an account named once."""
        ordered: dict[str, None] = {}
        for part in (self.worked, self.outside, self.tied, self.met):
            ordered |= dict.fromkeys(sorted(part))
        return tuple(ordered)


async def contacts_held(transaction: Transaction, people: Collection[str]) -> dict[str, Held]:
    """For each of the people that is there, its accounts without those through its own ties and meetings."""
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
    ways: list[tuple[str, list[str], list[str], list[str]]] = []
    for start in range(0, len(keys), CHUNK):
        columns = await transaction.run_for_one("find_known_contacts", keys=keys[start : start + CHUNK])
        ways += zip(*columns, strict=True)
    contacts = {contact for _, tied, met, _ in ways for contact in (*tied, *met)}
    held = await contacts_held(transaction, contacts.union(keys))
    for person, tied, met, accounts in ways:
        held[person].tied.update(*(held[contact].as_contact for contact in tied))
        held[person].met.update(accounts, *(held[contact].as_contact for contact in met))
    return {key: held[key] for key in keys if key in held}
