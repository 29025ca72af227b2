"""Temporary tables of each connection, for sets of keys that several statements work with.

They live in memory, are empty between two uses and seen by nobody else.
"""

from __future__ import annotations

import sqlite3

from graph.model.record_kinds import RECORD_KINDS
from graph.stores.sqlite.columns import quoted, statement

_ACCOUNT = ("own_companies", "own_opportunities", "workers", "outsiders", "contacts", "members", "meetings")
"""Sets of keys that reading an account fills."""

_HOLDING = """
CREATE TEMP TABLE asked (person TEXT PRIMARY KEY, is_whole INTEGER) WITHOUT ROWID;
CREATE TEMP TABLE asked_ours (person TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TEMP TABLE asked_contacts (person TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TEMP TABLE asked_free (person TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TEMP TABLE contact_of (person TEXT, account TEXT, part INTEGER, PRIMARY KEY (person, account))
WITHOUT ROWID;
CREATE TEMP TABLE held_by (person TEXT, account TEXT, part INTEGER, PRIMARY KEY (person, account)) WITHOUT ROWID;
"""

_WRITING = """
CREATE TEMP TABLE touched (account TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TEMP TABLE settled (key TEXT PRIMARY KEY, account TEXT) WITHOUT ROWID;
"""

_INCOMING = "CREATE TEMP TABLE incoming_{kind} ({columns});"
_ALTERED = "CREATE TEMP TABLE altered_{kind} ({identity}, is_new INTEGER, PRIMARY KEY ({identity})) WITHOUT ROWID;"

ACCOUNT_TABLES = _ACCOUNT
HOLDING_TABLES = ("asked", "asked_ours", "asked_contacts", "asked_free", "contact_of", "held_by")
WRITING_TABLES = (
    "touched",
    "settled",
    *(f"{part}_{kind}" for kind in RECORD_KINDS for part in ("incoming", "altered")),
)


def create_scratch(connection: sqlite3.Connection) -> None:
    """Creates all of them."""
    commands = [f"CREATE TEMP TABLE {name} (key TEXT PRIMARY KEY) WITHOUT ROWID;" for name in _ACCOUNT]
    commands += [_HOLDING, _WRITING]
    for kind in RECORD_KINDS.values():
        commands.append(statement(_INCOMING, kind=kind.name, columns=quoted(kind.column_names)))
        commands.append(statement(_ALTERED, kind=kind.name, identity=quoted(kind.identity)))
    connection.executescript("".join(commands))


def clear_scratch(connection: sqlite3.Connection, tables: tuple[str, ...]) -> None:
    """Empties the tables."""
    for name in tables:
        connection.execute(statement("DELETE FROM temp.{name}", name=name))
