"""Everything recorded of one account: a record of columns for each kind, all of one moment.

A transaction of Neo4j reads what is committed at the moment of each read, and may see a part of a commit that is
being applied. So the revision is read before and after, in transactions of their own: each begins when all is
applied that was committed before the one before it ended (that is what its bookmark says). The same number twice
means that no write to the account came between; else all is read again, at last while writers wait.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import compress
from operator import attrgetter
from typing import Any

from graph.errors import NotInGraph
from graph.model.companies import AGREEMENTS, COMPANIES, DEPARTMENTS
from graph.model.deals import DECISION_ROLES, OPPORTUNITIES, POSITIONS
from graph.model.kind import Kind, R
from graph.model.meetings import INTERACTIONS
from graph.model.people import CONFLICTS, INFLUENCES, PEOPLE, REPORTS_TO, TIES, WORKS_IN, Person
from graph.model.record import Row
from graph.store import AccountRecords
from graph.stores.neo4j.connection import Connection, Transaction
from graph.stores.neo4j.migrating import lock_store
from graph.stores.neo4j.rows import identity_of, rows_from_columns

_ATTEMPT_COUNT = 3

_BETWEEN_PEOPLE = (REPORTS_TO, INFLUENCES, CONFLICTS, TIES)

_ORDERED_OTHERWISE = re.compile("[\ue000-\U0010ffff]")
"""Neo4j orders text by its UTF-16 units: in the order of code points, but for these."""


async def read_revision(transaction: Transaction, account: str) -> int:
    """The account's revision; NotInGraph("account", key) when the key is not an account's."""
    rows = await transaction.run("get_revision", account=account)
    if not rows:
        raise NotInGraph("account", account)
    return int(rows[0][0])


async def read_account(transaction: Transaction, account: str) -> AccountRecords:
    """The records as the transaction sees them; NotInGraph("account", key) when the key is not an account's."""
    revision = await read_revision(transaction, account)
    return AccountRecords(account, revision, **await _read_tables(transaction, account))


async def read_account_of_one_moment(connection: Connection, account: str) -> AccountRecords:
    """The same, of one moment."""

    async def revision(transaction: Transaction) -> int:
        return await read_revision(transaction, account)

    async def records(transaction: Transaction) -> AccountRecords:
        return await read_account(transaction, account)

    async def undisturbed(transaction: Transaction) -> AccountRecords:
        await lock_store(transaction)
        return await read_account(transaction, account)

    before = await connection.read(revision)
    for _ in range(_ATTEMPT_COUNT):
        found = await connection.read(records)
        after = await connection.read(revision)
        if before == found.revision == after:
            return found
        before = after
    return await connection.write(undisturbed)


async def _read_tables(transaction: Transaction, account: str) -> dict[str, list[Any]]:
    is_contact, is_resident, *people = await transaction.run_for_one("read_account_people", account=account)
    keys = people[PEOPLE.column_names.index("key")]
    contacts = set(compress(keys, is_contact))
    # Residents are found from their company, which is faster than by their keys.
    others = list(compress(keys, (not at_home for at_home in is_resident)))
    other_contacts = [key for key in others if key in contacts]

    async def read(kind: Kind[Any], **parameters: Any) -> list[Any]:
        columns = await transaction.run_for_one(f"read_account_{kind.name}", account=account, **parameters)
        return _records(kind, columns)

    async def read_between(kind: Kind[Any], **parameters: Any) -> list[Any]:
        """Edges between people, or of people: those with both ends here."""
        columns = await transaction.run_for_one(f"read_account_{kind.name}", account=account, **parameters)
        names = kind.identity[: 2 if kind in _BETWEEN_PEOPLE else 1]
        ends = [columns[kind.column_names.index(name)] for name in names]
        if all(map(here.issuperset, ends)):
            return _records(kind, columns)
        is_here = [here.issuperset(pair) for pair in zip(*ends, strict=True)]
        return _records(kind, [list(compress(column, is_here)) for column in columns])

    interactions = await read(INTERACTIONS, other_contacts=other_contacts)
    took_part = {key for held in interactions for key in held.participants}
    others_of_ours = await _read_our_people(transaction, took_part.difference(keys))
    others += [person.key for person in others_of_ours]
    here = {*keys, *others}
    return {
        "people": _merged(_records(PEOPLE, people), others_of_ours),
        "companies": await read(COMPANIES, others=others),
        "departments": await read(DEPARTMENTS, others=others),
        "works_in": await read(WORKS_IN, others=others),
        "reports_to": await read_between(REPORTS_TO, others=others),
        "influences": await read_between(INFLUENCES, others=others),
        "conflicts": await read_between(CONFLICTS, others=others),
        "ties": await read_between(TIES, others=others),
        "opportunities": await read(OPPORTUNITIES),
        "decision_roles": await read_between(DECISION_ROLES),
        "positions": await read_between(POSITIONS),
        "interactions": interactions,
        "agreements": await read(AGREEMENTS),
    }


async def _read_our_people(transaction: Transaction, keys: set[str]) -> list[Person]:
    """Those of the people who have worked for us, ordered by key."""
    if not keys:
        return []
    (ours,) = await transaction.run_for_one("find_our_people", keys=sorted(keys))
    return _records(PEOPLE, await transaction.run_for_one("find_people", keys=ours)) if ours else []


def _merged(people: list[Person], more: list[Person]) -> list[Person]:
    return sorted([*people, *more], key=attrgetter("key")) if more else people


def _records(kind: Kind[R], columns: Sequence[Sequence[Any]]) -> list[R]:
    rows = list(rows_from_columns(kind, columns))
    places = [kind.column_names.index(name) for name in kind.identity]
    if any(_ORDERED_OTHERWISE.search("".join(filter(None, columns[place]))) for place in places):
        rows = sorted_rows(kind, rows)
    return kind.records(rows)


def sorted_rows(kind: Kind[Any], rows: Iterable[Row]) -> list[Row]:
    """The rows in the order of their identity: by code point, None first."""
    return sorted(rows, key=lambda row: identity_of(kind, row))
