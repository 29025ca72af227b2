"""What keeps a write from being committed: keys that name nothing, and records without a required column."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

from graph.errors import BadInput, Problem, StoreContractBroken
from graph.messages.told import Told
from graph.model.cell import ColumnType
from graph.model.kind import Kind
from graph.model.record import Row
from graph.model.record_kinds import RECORD_KINDS
from graph.store import Table
from graph.stores.neo4j.connection import Transaction
from graph.stores.neo4j.rows import identity_of


def refuse_incomplete(table: Table, created: Iterable[Row]) -> None:
    """BadInput when a row of a Table that does not name a required column made a new record."""
    missing = [
        column.name for column in table.kind.columns if column.is_required and column.name not in table.columns
    ]
    _refuse(
        Problem(table.kind.name, None, table.kind.identity[0], identity_of(table.kind, row)[0], _needs(name))
        for name in missing
        for row in created
    )


async def require_references(transaction: Transaction, kind: Kind[Any], rows: Sequence[Row]) -> None:
    """BadInput when one of the rows refers to a key that is not there."""
    problems = []
    for place, column in enumerate(kind.columns):
        if column.refers_to is None:
            continue
        if column.type is ColumnType.KEYS:
            keys = {key for row in rows for key in row[place] or ()}
        else:
            keys = {row[place] for row in rows if row[place] is not None}
        known, *_ = await transaction.run_for_one(f"find_{column.refers_to}", keys=sorted(keys))
        expected = _key_of(column.refers_to)
        problems += [Problem(kind.name, None, column.name, key, expected) for key in sorted(keys - set(known))]
    _refuse(problems)


async def refuse_missing(transaction: Transaction, kind: Kind[Any], rows: Sequence[Row]) -> NoReturn:
    """BadInput for rows of which the server could not write all: says which of their references name nothing."""
    await require_references(transaction, kind, rows)
    raise StoreContractBroken(
        Told(f"Neo4j wrote fewer {kind.name} than it was given", f"Neo4j 写入的 {kind.name} 少于所给的数量")
    )


async def refuse_referred(transaction: Transaction, companies: Sequence[str]) -> None:
    """BadInput when something that stays refers to one of the companies that are to be taken out."""
    columns = await transaction.run_for_one("find_references_to_companies", keys=companies)
    order = list(RECORD_KINDS)
    found = sorted(zip(*columns, strict=True), key=lambda item: (order.index(item[1]), item[2], item[0]))
    _refuse(Problem(kind, None, column, key, _key_of("companies")) for key, kind, column in found)


def _needs(column: str) -> Told:
    return Told(f"a new record needs the column {column}", f"新记录须有 {column} 列")


def _key_of(kind: str) -> Told:
    return Told(f"a key of {kind}", f"应为 {kind} 中的编号")


def _refuse(problems: Iterable[Problem]) -> None:
    if found := list(problems):
        raise BadInput(found)
