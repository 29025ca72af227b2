"""Rows by a column's values, companies by a filter, and the accounts that something belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from graph.errors import NotInGraph, QuestionRejected
from graph.messages.told import Told
from graph.model.cell import ColumnType
from graph.model.companies import COMPANIES, DEPARTMENTS, Company
from graph.model.deals import OPPORTUNITIES
from graph.model.kind import Kind, R
from graph.model.people import PEOPLE
from graph.model.record import Row
from graph.search_text import sought
from graph.store import CompanyFilter
from graph.stores.neo4j.account_reading import sorted_rows
from graph.stores.neo4j.connection import Transaction
from graph.stores.neo4j.holding import people_held
from graph.stores.neo4j.rows import row_from_edge, rows_from_columns
from graph.stores.neo4j.shapes import EDGES, LABELS, PROPERTIES, REFERENCES

_TEXTS = frozenset(
    {ColumnType.KEY, ColumnType.TEXT, ColumnType.ENUM, ColumnType.DATE, ColumnType.CURRENCY, ColumnType.KEYS}
)


async def find(transaction: Transaction, kind: Kind[R], column: str, values: Sequence[str]) -> list[R]:
    """See the port; QuestionRejected for a column that does not hold text or keys."""
    return kind.records(await _find_rows(transaction, kind, column, values))


async def _find_rows(transaction: Transaction, kind: Kind[Any], column: str, values: Sequence[str]) -> list[Row]:
    if kind.column(column).type not in _TEXTS:
        raise QuestionRejected(
            Told(
                f"{kind.name}.{column} cannot be looked up: it does not hold text",
                f"不能按 {kind.name}.{column} 查找：该列不是文本",
            )
        )
    wanted = sorted(set(values))
    if kind in LABELS:
        keys = wanted if column == "key" else await _find_keys(transaction, kind, column, wanted)
        return await find_nodes(transaction, kind, keys)
    target = kind.column(column).refers_to
    if column == kind.identity[0]:
        found = await find_edges(transaction, "find_edges_of_people", kind, wanted)
    elif target is not None and column not in PROPERTIES[kind]:
        found = await find_edges(transaction, f"find_edges_into_{target}", kind, wanted)
    elif target is not None:
        (edges,) = await transaction.run_for_one(f"find_{kind.name}_by_{column}", keys=wanted)
        found = [row_from_edge(edge)[1] for edge in edges]
    else:
        place, allowed = kind.column_names.index(column), set(wanted)
        everyone = await read_keys(transaction, PEOPLE)
        every = await find_edges(transaction, "find_edges_of_people", kind, everyone)
        found = [row for row in every if row[place] in allowed]
    return sorted_rows(kind, found)


async def find_nodes(transaction: Transaction, kind: Kind[Any], keys: Sequence[str]) -> list[Row]:
    """The records with one of the keys, ordered by key."""
    columns = await transaction.run_for_one(f"find_{kind.name}", keys=keys)
    return sorted_rows(kind, rows_from_columns(kind, columns))


async def find_edges(transaction: Transaction, name: str, kind: Kind[Any], keys: Sequence[str]) -> list[Row]:
    """The edges of the kind that the statement finds at the keys, in no order."""
    (edges,) = await transaction.run_for_one(name, keys=keys, types=EDGES[kind].types)
    return [row_from_edge(edge)[1] for edge in edges]


async def read_keys(transaction: Transaction, kind: Kind[Any]) -> list[str]:
    """The keys of all nodes of the kind, by code point."""
    (keys,) = await transaction.run_for_one("read_keys", label=LABELS[kind])
    return sorted(keys)


async def read_at(transaction: Transaction, kind: Kind[R], keys: Sequence[str]) -> list[R]:
    """The nodes of the kind with these keys, or its edges from the people with these keys, in order."""
    return kind.records(await _read_rows_at(transaction, kind, keys))


async def _read_rows_at(transaction: Transaction, kind: Kind[Any], keys: Sequence[str]) -> list[Row]:
    if kind in LABELS:
        return await find_nodes(transaction, kind, keys)
    return sorted_rows(kind, await find_edges(transaction, "find_edges_of_people", kind, keys))


async def _find_keys(
    transaction: Transaction, kind: Kind[Any], column: str, values: Sequence[str]
) -> Sequence[str]:
    if column == "participants":
        (keys,) = await transaction.run_for_one("find_keys_of_participants", keys=values)
        return list(keys)
    target = kind.column(column).refers_to
    if target is None:
        (keys,) = await transaction.run_for_one(
            "find_keys_by_text", label=LABELS[kind], property=column, values=values
        )
    else:
        edge_type = REFERENCES[kind][column]
        (keys,) = await transaction.run_for_one(f"find_keys_at_{target}", keys=values, type=edge_type)
    return list(keys)


async def find_accounts(transaction: Transaction, kind: Kind[Any], key: str) -> tuple[str, ...]:
    """See the port; QuestionRejected for another kind than companies, departments, people, opportunities."""
    if kind is PEOPLE:
        held = await people_held(transaction, [key])
        if key not in held:
            raise NotInGraph(kind.record.__name__, key)
        return held[key].in_order()
    if kind not in (COMPANIES, DEPARTMENTS, OPPORTUNITIES):
        raise QuestionRejected(Told(f"{kind.name} are not looked up by account", f"{kind.name} 不能按客户查找"))
    rows = await find_nodes(transaction, kind, [key])
    if not rows:
        raise NotInGraph(kind.record.__name__, key)
    company = key if kind is COMPANIES else rows[0][kind.column_names.index("company")]
    _, accounts = await transaction.run_for_one("find_company_accounts", keys=[company])
    return tuple(accounts)


async def find_companies(
    transaction: Transaction, wanted: CompanyFilter, first: int, after: tuple[str, str] | None
) -> list[Company]:
    """See the port. Only names and keys are read of those that are not returned."""
    names, keys = await transaction.run_for_one(
        "find_company_names",
        side=wanted.side,
        grade=wanted.grade,
        industry=wanted.industry,
        region=wanted.region,
        parent=wanted.parent,
        words=[] if wanted.text is None else sought(wanted.text).words,
        accounts_only=wanted.accounts_only,
    )
    found: Iterable[tuple[str, str]] = zip(names, keys, strict=True)
    if after is not None:
        found = (pair for pair in found if pair > after)
    page = [key for _, key in sorted(found)[:first]]
    companies = COMPANIES.records(await find_nodes(transaction, COMPANIES, page))
    by_key = {company.key: company for company in companies}
    return [by_key[key] for key in page]
