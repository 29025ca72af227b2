"""Everything recorded of one account: a record of columns for each kind, all of one moment.

A transaction of Neo4j reads what is committed at the moment of each read, and may see a part of a commit that is
being applied. So the revision is read before and after, in transactions of their own: each begins when all is
applied that was committed before the one before it ended (that is what its bookmark says). The same number twice
means that no write to the account came between; else all is read again, at last while writers wait.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain
from typing import Any

from graph import records as kinds
from graph.errors import NotInGraph
from graph.records import RecordKind, Row
from graph.store import AccountRecords
from graph.stores.neo4j.connection import Connection, Transaction
from graph.stores.neo4j.migrating import lock_store
from graph.stores.neo4j.rows import identity_of, rows_from_columns

_ATTEMPT_COUNT = 3

_FIRST_SURROGATE = "\ud800"
"""Neo4j orders text by its UTF-16 units, which is the order of code points below this one."""


async def read_revision(transaction: Transaction, account: str) -> int:
    """The account's revision; NotInGraph("account", key) when the key is not an account's."""
    rows = await transaction.run("get_revision", account=account)
    if not rows:
        raise NotInGraph("account", account)
    return int(rows[0][0])


async def read_account(connection: Connection, account: str) -> AccountRecords:
    """The records; NotInGraph("account", key) when the key is not an account's."""

    async def revision(transaction: Transaction) -> int:
        return await read_revision(transaction, account)

    async def tables(transaction: Transaction) -> dict[str, list[Any]]:
        return await _read_tables(transaction, account)

    async def undisturbed(transaction: Transaction) -> AccountRecords:
        await lock_store(transaction)
        return AccountRecords(account, await revision(transaction), **await tables(transaction))

    before = await connection.read(revision)
    for _ in range(_ATTEMPT_COUNT):
        found = await connection.read(tables)
        after = await connection.read(revision)
        if after == before:
            return AccountRecords(account, before, **found)
        before = after
    return await connection.write(undisturbed)


async def _read_tables(transaction: Transaction, account: str) -> dict[str, list[Any]]:
    *people, is_contact = await transaction.run_for_one("read_account_people", account=account)
    keys = people[0]
    contacts = [key for key, is_one in zip(keys, is_contact, strict=True) if is_one]
    colleagues = [key for key, is_one in zip(keys, is_contact, strict=True) if not is_one]
    here, fellow = set(keys), set(colleagues)

    async def read(kind: RecordKind, **parameters: Any) -> list[Any]:
        columns = await transaction.run_for_one(f"read_account_{kind.name}", **parameters)
        return _records(kind, columns)

    return {
        "people": _records(kinds.PEOPLE, people),
        "companies": await read(kinds.COMPANIES, account=account, people=keys),
        "departments": await read(kinds.DEPARTMENTS, account=account, people=keys),
        "works_in": await read(kinds.WORKS_IN, people=keys),
        "reports_to": _within(await read(kinds.REPORTS_TO, people=keys), lambda line: line.manager in here),
        "influences": _within(await read(kinds.INFLUENCES, people=keys), lambda edge: edge.influenced in here),
        "conflicts": _within(await read(kinds.CONFLICTS, people=keys), lambda edge: edge.other in here),
        "ties": _within(
            await read(kinds.TIES, contacts=contacts, colleagues=colleagues),
            lambda tie: tie.contact not in fellow or tie.employee in here,
        ),
        "opportunities": await read(kinds.OPPORTUNITIES, account=account),
        "decision_roles": _within(await read(kinds.DECISION_ROLES, account=account), lambda r: r.person in here),
        "positions": _within(await read(kinds.POSITIONS, account=account), lambda said: said.person in here),
        "interactions": await read(kinds.INTERACTIONS, account=account, contacts=contacts),
        "agreements": await read(kinds.AGREEMENTS, account=account),
    }


def _within(records: list[Any], is_here: Callable[[Any], bool]) -> list[Any]:
    """Those that are of the account. Nearly always all of them: an edge into another account is rare."""
    return records if all(map(is_here, records)) else list(filter(is_here, records))


def _records(kind: RecordKind, columns: Iterable[Any]) -> list[Any]:
    columns = list(columns)
    records = list(map(kind.record._make, rows_from_columns(kind, columns)))
    places = [kind.column_names.index(name) for name in kind.identity]
    texts = chain.from_iterable(columns[place] for place in places)
    if any(text is not None and max(text) >= _FIRST_SURROGATE for text in texts):
        records.sort(key=lambda record: identity_of(kind, record))
    return records


def sorted_rows(kind: RecordKind, rows: Iterable[Row]) -> list[Row]:
    """The rows in the order of their identity: by code point, None first."""
    return sorted(rows, key=lambda row: identity_of(kind, row))
