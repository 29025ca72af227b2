"""The schema's version, and the steps from each to the next: `migrations/<version>_<what>.sql`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from importlib.resources import files

from graph.errors import StoreContractBroken
from graph.messages.told import Told
from graph.stores.sqlite.connections import write_transaction


def _read_migrations() -> dict[int, str]:
    folder = files("graph.stores.sqlite").joinpath("migrations")
    steps = {
        int(file.name[:4]): file.read_text("utf-8") for file in folder.iterdir() if file.name.endswith(".sql")
    }
    return dict(sorted(steps.items()))


MIGRATIONS = _read_migrations()
"""The SQL that leads to each version from the one before."""

KNOWN_VERSION = max(MIGRATIONS)
_OURS_FROM_THE_FIRST = {"schema_version", "companies", "revisions"}
"""Tables of every version: others have a `schema_version` too."""


def migrate(connection: sqlite3.Connection) -> int:
    """Takes the missing steps in one transaction, which another process may have taken meanwhile."""
    if read_version(connection) == KNOWN_VERSION:
        return KNOWN_VERSION
    with write_transaction(connection):
        version = read_version(connection)
        for step in range(version + 1, KNOWN_VERSION + 1):
            for command in _commands(MIGRATIONS[step]):
                connection.execute(command)
            connection.execute("INSERT INTO schema_version (version, since) VALUES (?, datetime('now'))", (step,))
    return KNOWN_VERSION


def read_version(connection: sqlite3.Connection) -> int:
    """The file's version, 0 for an empty one.

    StoreContractBroken when the file is not a Guanxi store or was written by a newer program.
    """
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
    if not names and not _is_marked(connection):
        return 0
    if not names >= _OURS_FROM_THE_FIRST:
        raise StoreContractBroken(
            Told(
                "the SQLite file is not a Guanxi store: another program's tables are in it",
                "该 SQLite 文件不是 Guanxi 存储库：其中有其他程序的表",
            )
        )
    columns = {name for (name,) in connection.execute("SELECT name FROM pragma_table_info('schema_version')")}
    version = None
    if columns == {"version", "since"}:
        (version,) = connection.execute("SELECT max(version) FROM schema_version").fetchone()
    if not isinstance(version, int):
        raise StoreContractBroken(
            Told(
                "the SQLite file is not a Guanxi store: it has tables, but no schema version",
                "该 SQLite 文件不是 Guanxi 存储库：有表，但没有模式版本",
            )
        )
    if version > KNOWN_VERSION:
        raise StoreContractBroken(
            Told(
                f"the store has schema version {version}, this program knows versions up to {KNOWN_VERSION}: "
                "a newer Guanxi wrote it, use that one",
                f"存储库的模式版本为 {version}，本程序最高支持 {KNOWN_VERSION}："
                "它由更新版本的 Guanxi 写入，请使用该版本",
            )
        )
    return version


def _is_marked(connection: sqlite3.Connection) -> bool:
    """Whether another program has made the file its own, without a table yet: Guanxi sets neither number."""
    ((version,),) = connection.execute("PRAGMA user_version").fetchall()
    ((application,),) = connection.execute("PRAGMA application_id").fetchall()
    return bool(version or application)


def _commands(script: str) -> Iterator[str]:
    """The statements of a script: executescript would commit after each."""
    command = ""
    for line in script.splitlines(keepends=True):
        command += line
        if sqlite3.complete_statement(command):
            yield command
            command = ""
