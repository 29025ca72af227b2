"""Nodes by a part of their name, key, title or e-mail, in any case."""

from __future__ import annotations

import sqlite3

from graph.store import Hit
from graph.stores.sqlite.columns import statement
from graph.stores.sqlite.connections import read_transaction
from graph.vocabulary import NodeKind

_SEARCHED = (
    (NodeKind.COMPANY, "companies", "NULL", ("key", "name")),
    (NodeKind.DEPARTMENT, "departments", "company", ("key", "name")),
    (NodeKind.OPPORTUNITY, "opportunities", "company", ("key", "name")),
    (NodeKind.PERSON, "people", "title", ("key", "name", "title", "email")),
)
"""Node kind, table, column of the detail and the columns searched."""

_PART = """
SELECT CASE WHEN {is_equal} THEN 0 WHEN {is_start} THEN 1 ELSE 2 END AS rank,
  '{kind}' AS kind, key, name, {detail} AS detail
FROM {table} WHERE {is_match}
"""

_FOUND = "SELECT kind, key, name, detail FROM ({parts}) ORDER BY rank, kind, name, key LIMIT :first"


def _like(columns: tuple[str, ...], pattern: str, form: str) -> str:
    return " OR ".join(f"{form.replace('?', column)} LIKE :{pattern} ESCAPE '\\'" for column in columns)


def _search_statement(form: str) -> str:
    parts = [
        statement(
            _PART,
            kind=kind,
            table=table,
            detail=detail,
            is_equal=_like(("key", "name"), "equal", form),
            is_start=_like(("key", "name"), "start", form),
            is_match=_like(columns, "part", form),
        )
        for kind, table, detail, columns in _SEARCHED
    ]
    return statement(_FOUND, parts=" UNION ALL ".join(parts))


# LIKE knows upper and lower case of ASCII only, which is fast; a text with other letters that have a case takes
# a call into Python for every value.
_PLAIN = _search_statement("?")
_LOWERED = _search_statement("lowered(?)")


def search(connection: sqlite3.Connection, text: str, first: int) -> list[Hit]:
    """See the port. Cost: one pass over the four tables."""
    lowered = text.lower()
    is_plain = all(letter.isascii() or letter.lower() == letter.upper() for letter in text)
    escaped = lowered.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    patterns = {"equal": escaped, "start": f"{escaped}%", "part": f"%{escaped}%", "first": first}
    with read_transaction(connection):
        rows = connection.execute(_PLAIN if is_plain else _LOWERED, patterns).fetchall()
    return [Hit(*row) for row in rows]
