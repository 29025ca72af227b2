"""The one place where errors of sqlite3 become errors of Guanxi."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from graph.errors import StoreContractBroken, StoreReadOnly, StoreUnavailable
from graph.messages.told import Told

_PASSING = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_INTERRUPT,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_PERM,
    }
)
"""What the machine or another process causes; the same request may succeed later."""
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


@contextmanager
def translated_errors() -> Iterator[None]:
    """StoreUnavailable for a lock, the disk or a missing permission; StoreContractBroken for all else."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code == sqlite3.SQLITE_READONLY:
            raise StoreReadOnly(Told("the store's place cannot be written", "存储库所在位置不可写")) from error
        if code in _PASSING:
            said = f"SQLite: {error} ({error.sqlite_errorname})"
            raise StoreUnavailable(Told(said, said)) from error
        if code in _DAMAGED:
            raise StoreContractBroken(
                Told(
                    f"SQLite: {error}; it is damaged, or no store of Guanxi",
                    f"SQLite：{error}；文件已损坏，或不是 Guanxi 存储库",
                )
            ) from error
        said = f"SQLite: {error}"
        raise StoreContractBroken(Told(said, said)) from error
