"""Records by a column's values, companies by a filter, and the accounts that something belongs to."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Generator, Sequence
from typing import Any

from graph.errors import NotInGraph, QuestionRejected
from graph.messages.told import Told
from graph.model.cell import ColumnType
from graph.model.companies import COMPANIES, DEPARTMENTS, Company
from graph.model.deals import OPPORTUNITIES
from graph.model.kind import Kind, R
from graph.model.people import PEOPLE
from graph.search_text import sought
from graph.store import CompanyFilter
from graph.stores.sqlite.columns import (
    looked_up,
    quoted,
    records_from_store,
    selected,
    statement,
)
from graph.stores.sqlite.connections import read_transaction
from graph.stores.sqlite.holding import accounts_of_person
from graph.stores.sqlite.searching import holds

_ALL = "SELECT {columns} FROM {table} AS t ORDER BY {order}"

_MATCHING = """
SELECT {columns} FROM {table} AS t
WHERE {column} IN (SELECT value FROM json_each(?))
ORDER BY {order}
"""

_TAKING_PART = """
SELECT {columns} FROM interactions AS t
WHERE t.key IN (SELECT interaction FROM participations WHERE person IN (SELECT value FROM json_each(?)))
ORDER BY t.key
"""

_SEARCHABLE = frozenset(
    {ColumnType.KEY, ColumnType.TEXT, ColumnType.ENUM, ColumnType.DATE, ColumnType.CURRENCY, ColumnType.KEYS}
)

_ACCOUNT_OF = {
    COMPANIES: "SELECT account FROM companies WHERE key = ?",
    DEPARTMENTS: """
        SELECT company.account FROM departments AS t JOIN companies AS company ON company.key = t.company
        WHERE t.key = ?""",
    OPPORTUNITIES: """
        SELECT company.account FROM opportunities AS t JOIN companies AS company ON company.key = t.company
        WHERE t.key = ?""",
}

_COMPANIES = """
SELECT {columns} FROM companies AS t WHERE {condition} ORDER BY t.name, t.key LIMIT :first
"""


def find(connection: sqlite3.Connection, kind: Kind[R], column: str, values: Sequence[str]) -> list[R]:
    """See the port; QuestionRejected for a column that does not hold text or keys."""
    if kind.column(column).type not in _SEARCHABLE:
        raise QuestionRejected(
            Told(
                f"{kind.name}.{column} cannot be looked up: it does not hold text",
                f"不能按 {kind.name}.{column} 查找：该列不是文本",
            )
        )
    if kind.column(column).type is ColumnType.KEYS:
        command = statement(_TAKING_PART, columns=selected(kind))
    else:
        command = statement(
            _MATCHING,
            columns=selected(kind),
            table=kind.name,
            column=looked_up(kind, column),
            order=quoted(kind.identity, "t."),
        )
    with read_transaction(connection):
        return records_from_store(kind, connection.execute(command, (json.dumps(list(values)),)).fetchall())


def iterate(connection: sqlite3.Connection, kind: Kind[R], batch_size: int) -> Generator[list[R], None, None]:
    """Every record of the kind in batches, as long as the iterator lives in one read transaction."""
    command = statement(_ALL, columns=selected(kind), table=kind.name, order=quoted(kind.identity, "t."))
    with read_transaction(connection):
        cursor = connection.execute(command)
        while rows := cursor.fetchmany(batch_size):
            yield records_from_store(kind, rows)
        cursor.close()


def find_accounts(connection: sqlite3.Connection, kind: Kind[Any], key: str) -> tuple[str, ...]:
    """See the port; QuestionRejected for another kind than companies, departments, people, opportunities."""
    with read_transaction(connection):
        if kind is PEOPLE:
            found = connection.execute("SELECT key FROM people WHERE key = ?", (key,)).fetchall()
            accounts = accounts_of_person(connection, key) if found else []
        elif kind in _ACCOUNT_OF:
            found = connection.execute(_ACCOUNT_OF[kind], (key,)).fetchall()
            accounts = [account for (account,) in found if account is not None]
        else:
            raise QuestionRejected(
                Told(f"{kind.name} are not looked up by account", f"{kind.name} 不能按客户查找")
            )
    if not found:
        raise NotInGraph(kind.record.__name__, key)
    return tuple(accounts)


def find_companies(
    connection: sqlite3.Connection, wanted: CompanyFilter, first: int, after: tuple[str, str] | None
) -> list[Company]:
    """See the port."""
    conditions: list[str] = []
    values: dict[str, str | int] = {"first": first}
    for name in ("side", "grade", "industry", "region", "parent"):
        value = getattr(wanted, name)
        if value is not None:
            conditions.append(f't."{name}" = :{name}')
            values[name] = value
    if wanted.text is not None:
        condition, words = holds("t.search_text", sought(wanted.text).words)
        conditions.append(condition)
        values |= words
    if wanted.accounts_only:
        conditions.append("t.account = t.key")
    if after is not None:
        conditions.append("(t.name, t.key) > (:after_name, :after_key)")
        values |= zip(("after_name", "after_key"), after, strict=True)
    condition = " AND ".join(conditions) or "true"
    command = statement(_COMPANIES, columns=selected(COMPANIES), condition=condition)
    with read_transaction(connection):
        rows = connection.execute(command, values).fetchall()
    return records_from_store(COMPANIES, rows)
