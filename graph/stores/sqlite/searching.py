"""Nodes by words of their name, key, title or e-mail as `graph.search_text` writes them, and keeping that text."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from graph.model.companies import COMPANIES, DEPARTMENTS
from graph.model.deals import OPPORTUNITIES
from graph.model.kind import Kind
from graph.model.people import PEOPLE, WORKS_IN
from graph.model.record_kinds import RECORD_KINDS
from graph.model.words import NodeKind
from graph.search_text import pieces, sought
from graph.store import Hit
from graph.stores.sqlite.columns import quoted, statement
from graph.stores.sqlite.connections import read_transaction

_LAST_TITLE = """coalesce({person}.title, (
  SELECT work.title FROM works_in AS work WHERE work.person = {person}.key
  ORDER BY work.valid_from DESC, work.company DESC, work.department DESC LIMIT 1
))"""
"""The title of a person's row or, where a history tells it, of the employment that began last."""

_TABLES: dict[str, tuple[Kind[Any], str]] = {
    NodeKind.COMPANY: (COMPANIES, "NULL"),
    NodeKind.DEPARTMENT: (DEPARTMENTS, "t.company"),
    NodeKind.OPPORTUNITY: (OPPORTUNITIES, "t.company"),
    NodeKind.PERSON: (PEOPLE, statement(_LAST_TITLE, person="t")),
}
"""Record kind and detail of each kind of node that is searched."""

# The details are looked up of those alone that are returned.
_FOUND = """
WITH found AS (
  SELECT * FROM ({parts}) ORDER BY rank, kind, name, key LIMIT :first
)
{details}
ORDER BY rank, kind, name, key
"""

_PART = "SELECT {rank} AS rank, '{kind}' AS kind, t.name, t.key FROM {table} AS t WHERE {condition}"

_DETAIL = """
SELECT found.rank AS rank, found.kind AS kind, t.name AS name, t.key AS key, {detail} AS detail
FROM found CROSS JOIN {table} AS t ON t.key = found.key WHERE found.kind = '{kind}'
"""

_KEEP = "UPDATE {table} SET search_text = search_text({columns}) WHERE {condition}"

_TOLD_BY = {PEOPLE.name: (("key", PEOPLE), ("person", WORKS_IN))}
"""Which kinds, by which column, tell what a node is searched in, where it does not by itself alone."""


def holds(column: str, parts: Sequence[str], name: str = "word") -> tuple[str, dict[str, str]]:
    """The condition that the column holds all of the parts, and the values that it names."""
    values = {f"{name}_{place}": part for place, part in enumerate(parts)}
    return " AND ".join(f"instr({column}, :{place})" for place in values) or "true", values


def search(connection: sqlite3.Connection, text: str, first: int, among: Collection[str]) -> list[Hit]:
    """See the port. Cost: one pass over the tables of the kinds asked for."""
    wanted = sought(text)
    if not wanted.words:
        return []
    condition, values = holds("t.search_text", wanted.words)
    begins, beginnings = holds("t.search_text", wanted.as_beginnings, "beginning")
    rank = (
        "CASE WHEN instr(t.search_text, :equal) THEN 0 WHEN instr(t.search_text, :start) THEN 1 "
        f"WHEN {begins} THEN 2 ELSE 3 END"
    )
    values |= {**beginnings, "equal": wanted.as_name, "start": wanted.as_beginning}
    return _find(connection, rank, condition, values, first, among)


def find_near(connection: sqlite3.Connection, kind: str, text: str, first: int) -> list[Hit]:
    """See the port. Cost: one pass over the table."""
    parts = pieces(text)
    if not parts:
        return []
    values = {f"piece_{place}": part for place, part in enumerate(parts)}
    held = " + ".join(f"(instr(t.search_text, :{place}) > 0)" for place in values)
    return _find(connection, f"-({held})", "rank < 0", values, first, (kind,))


def _find(
    connection: sqlite3.Connection,
    rank: str,
    condition: str,
    values: Mapping[str, str],
    first: int,
    among: Collection[str],
) -> list[Hit]:
    chosen = {kind: of_kind for kind, of_kind in _TABLES.items() if not among or kind in among}
    parts = [
        statement(_PART, rank=rank, kind=kind, table=records.name, condition=condition)
        for kind, (records, _) in chosen.items()
    ]
    details = [
        statement(_DETAIL, kind=kind, table=records.name, detail=detail)
        for kind, (records, detail) in chosen.items()
    ]
    command = statement(_FOUND, parts=" UNION ALL ".join(parts), details=" UNION ALL ".join(details))
    with read_transaction(connection):
        rows = connection.execute(command, {**values, "first": first}).fetchall() if chosen else []
    return [Hit(kind, key, name, detail) for _, kind, name, key, detail in rows]


def keep_search_texts(connection: sqlite3.Connection, altered: Mapping[str, str], new: Collection[str]) -> None:
    """Writes what altered nodes are searched in.

    `altered` names a table of the altered identities of each kind, `new` the kinds all of which is altered.
    """
    for kind in RECORD_KINDS.values():
        told = [each for each in _TOLD_BY.get(kind.name, (("key", kind),)) if each[1].name in altered]
        if kind.searched and told:
            condition = _among(told, altered, is_new=kind.name in new)
            columns = ", ".join(_searched(kind))
            connection.execute(statement(_KEEP, table=kind.name, columns=columns, condition=condition))


def _searched(kind: Kind[Any]) -> Iterator[str]:
    for column in kind.searched:
        is_told_by_history = kind is PEOPLE and column == "title"
        yield statement(_LAST_TITLE, person=PEOPLE.name) if is_told_by_history else quoted([column])


def _among(told: Sequence[tuple[str, Kind[Any]]], altered: Mapping[str, str], *, is_new: bool) -> str:
    """The condition that the key is one of those that a column of the altered rows of some kinds has."""
    if is_new:
        return "true"
    keys = [
        statement("SELECT {column} FROM {altered}", column=column, altered=altered[kind.name])
        for column, kind in told
    ]
    return f"key IN ({' UNION '.join(keys)})"
