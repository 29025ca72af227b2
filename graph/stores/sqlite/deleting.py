"""Deletes, with what cannot be without the record that is taken out."""

from __future__ import annotations

import sqlite3
from collections import Counter
from typing import Any

from graph.errors import NotInGraph
from graph.model.companies import DEPARTMENTS
from graph.model.deals import DECISION_ROLES, OPPORTUNITIES, POSITIONS
from graph.model.kind import Kind
from graph.model.meetings import INTERACTIONS
from graph.model.people import CONFLICTS, INFLUENCES, PEOPLE, REPORTS_TO, TIES, WORKS_IN
from graph.model.record import Row
from graph.store import Delete
from graph.stores.sqlite.columns import quoted, statement, stored_identity

_GOES_WITH: dict[Kind[Any], tuple[tuple[Kind[Any], str], ...]] = {
    PEOPLE: (
        (WORKS_IN, "person"),
        (REPORTS_TO, "person"),
        (REPORTS_TO, "manager"),
        (INFLUENCES, "influencer"),
        (INFLUENCES, "influenced"),
        (CONFLICTS, "person"),
        (CONFLICTS, "other"),
        (TIES, "employee"),
        (TIES, "contact"),
        (DECISION_ROLES, "person"),
        (POSITIONS, "person"),
    ),
    OPPORTUNITIES: ((DECISION_ROLES, "opportunity"), (POSITIONS, "opportunity_ref")),
}
"""What is deleted with a node: records of the kind whose column names it."""

_REFERS_TO: dict[Kind[Any], tuple[tuple[Kind[Any], str], ...]] = {
    OPPORTUNITIES: ((INTERACTIONS, "opportunity"),),
    DEPARTMENTS: (
        (DEPARTMENTS, "parent"),
        (PEOPLE, "department"),
        (WORKS_IN, "department_ref"),
    ),
}
"""What stays without the node."""

_LET_GO: dict[Kind[Any], tuple[str, ...]] = {
    OPPORTUNITIES: ("UPDATE interactions SET opportunity = NULL WHERE opportunity = :key",),
    DEPARTMENTS: (
        """UPDATE departments SET parent = (SELECT gone.parent FROM departments AS gone WHERE gone.key = :key)
        WHERE parent = :key""",
        "UPDATE people SET department = NULL WHERE department = :key",
        "UPDATE OR IGNORE works_in SET department = '' WHERE department_ref = :key",
    ),
}

_MARK = (
    "INSERT OR IGNORE INTO temp.altered_{kind} ({identity}, is_new) SELECT {identity}, 0 FROM {kind} WHERE {at}"
)

_MARK_MEETINGS = """
INSERT OR IGNORE INTO temp.altered_interactions (key, is_new)
SELECT interaction, 0 FROM participations WHERE person = :key
"""

_WITHOUT_PERSON = """
UPDATE interactions SET participants = (
  SELECT group_concat(person, char(31)) FROM (
    SELECT person FROM participations WHERE interaction = interactions.key AND person <> :key ORDER BY person
  )
)
WHERE key IN (SELECT interaction FROM participations WHERE person = :key)
"""

_WITHOUT_ANYBODY = """
DELETE FROM interactions
WHERE participants IS NULL AND key IN (SELECT interaction FROM participations WHERE person = :key)
"""


def mark_deleted(connection: sqlite3.Connection, delete: Delete) -> set[str]:
    """Marks as altered what the delete takes out or changes; returns the kinds that may be."""
    kind, (key, *_) = delete.kind, delete.identity
    _mark(connection, kind, _identified(kind), stored_identity(delete.identity))
    others = (*_GOES_WITH.get(kind, ()), *_REFERS_TO.get(kind, ()))
    for other, column in others:
        _mark(connection, other, f"{column} = ?", (key,))
    if kind is PEOPLE:
        connection.execute(_MARK_MEETINGS, {"key": key})
        others += ((INTERACTIONS, "participants"),)
    return {kind.name, *(other.name for other, _ in others)}


def carry_out(connection: sqlite3.Connection, delete: Delete, deleted: Counter[str]) -> None:
    """Deletes and counts, by kind; NotInGraph when there is nothing to delete."""
    kind, (key, *_) = delete.kind, delete.identity
    for command in _LET_GO.get(kind, ()):
        connection.execute(command, {"key": key})
    if kind is DEPARTMENTS:
        # Only an employment that would be the same as another is still there.
        deleted[WORKS_IN.name] += _delete(connection, WORKS_IN.name, "department_ref = ?", (key,))
    if kind is PEOPLE:
        connection.execute(_WITHOUT_PERSON, {"key": key})
        deleted[INTERACTIONS.name] += connection.execute(_WITHOUT_ANYBODY, {"key": key}).rowcount
        _delete(connection, "participations", "person = ?", (key,))
    if kind is INTERACTIONS:
        _delete(connection, "participations", "interaction = ?", (key,))
    for other, column in _GOES_WITH.get(kind, ()):
        deleted[other.name] += _delete(connection, other.name, f"{column} = ?", (key,))
    count = _delete(connection, kind.name, _identified(kind), stored_identity(delete.identity))
    if not count:
        raise NotInGraph(
            kind.record.__name__, ", ".join(str(part) for part in delete.identity if part is not None)
        )
    deleted[kind.name] += count


def _identified(kind: Kind[Any]) -> str:
    return " AND ".join(f'"{name}" = ?' for name in kind.identity)


def _mark(connection: sqlite3.Connection, kind: Kind[Any], at: str, values: Row) -> None:
    connection.execute(statement(_MARK, kind=kind.name, identity=quoted(kind.identity), at=at), values)


def _delete(connection: sqlite3.Connection, table: str, at: str, values: Row) -> int:
    return connection.execute(
        statement("DELETE FROM main.{table} WHERE {at}", table=table, at=at), values
    ).rowcount
