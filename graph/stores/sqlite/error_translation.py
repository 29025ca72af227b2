"""The one place where errors of sqlite3 become errors of Guanxi."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from graph.errors import StoreContractBroken, StoreUnavailable

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
        sqlite3.SQLITE_READONLY,
    }
)
"""What the machine or another process causes; the same request may succeed later."""


@contextmanager
def translated_errors() -> Iterator[None]:
    """StoreUnavailable for a lock, the disk or a missing permission; StoreContractBroken for all else."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", None)
        if code is not None and code & 0xFF in _PASSING:
            raise StoreUnavailable(f"SQLite: {error} ({error.sqlite_errorname})") from error
        raise StoreContractBroken(f"SQLite: {error}") from error
