"""Records into a store, as the tests write them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from graph.model.exchange_rates import RATES
from graph.model.kind import Kind
from graph.model.record_kinds import RECORD_KINDS
from graph.store import AccountRecords, Changes, Delete, GraphStore, Table, WriteReport
from graph.viewer import LOCAL

KIND_OF: dict[type[Any], Kind[Any]] = {kind.record: kind for kind in RECORD_KINDS.values()}


def tables_of(records: Iterable[Any]) -> list[Table]:
    """A Table with every column for each kind, what is referred to first."""
    by_kind: dict[str, list[Any]] = {name: [] for name in RECORD_KINDS}
    for record in records:
        by_kind[KIND_OF[type(record)].name].append(tuple(record))
    return [
        Table.of_rows(RECORD_KINDS[name], RECORD_KINDS[name].column_names, rows)
        for name, rows in by_kind.items()
        if rows
    ]


def identity_of(record: Any) -> tuple[Any, ...]:
    """What identifies the record among those of its kind."""
    return tuple(getattr(record, name) for name in KIND_OF[type(record)].identity)


def delete_of(record: Any) -> Delete:
    """The Delete of the record."""
    return Delete(KIND_OF[type(record)], identity_of(record))


async def put(store: GraphStore, *records: Any) -> WriteReport:
    """Writes the records whole, in one write."""
    return await store.write(LOCAL, Changes(tables_of(records)))


async def take_out(store: GraphStore, *records: Any) -> WriteReport:
    """Deletes the records one after the other, in one write."""
    return await store.write(LOCAL, Changes((), [delete_of(record) for record in records]))


async def put_columns(store: GraphStore, kind: Kind[Any], row: dict[str, Any]) -> WriteReport:
    """Writes one row of just these columns."""
    return await store.write(LOCAL, Changes([Table.of_rows(kind, tuple(row), [tuple(row.values())])]))


async def all_rows(store: GraphStore, kind: Kind[Any]) -> list[tuple[Any, ...]]:
    """Every row of the kind, as plain tuples in the order in which the store gives them."""
    return [tuple(row) async for batch in store.read(LOCAL, kind) for row in batch]


def contents(account: AccountRecords) -> dict[str, list[Any]]:
    """The records of an account by kind, whatever its revision; rates are in no account."""
    return {name: list(getattr(account, name)) for name in RECORD_KINDS if name != RATES.name}
