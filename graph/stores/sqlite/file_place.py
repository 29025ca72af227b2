"""The file before it is opened: whose it is, and whether its place can be written.

A connection that may write leaves marks as it opens: the file is switched to WAL, and files appear beside it. So
another program's file is looked at as it lies, and a place that cannot be written is read into memory.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from graph.errors import StoreContractBroken, StoreReadOnly, StoreUnavailable
from graph.messages.told import Told
from graph.stores.sqlite.connections import connect
from graph.stores.sqlite.error_translation import translated_errors
from graph.stores.sqlite.migrating import KNOWN_VERSION, read_version

_HEADER = b"SQLite format 3\0"


def require_store_file(path: Path) -> None:
    """Nothing of the file is changed, and none appears beside it.

    StoreUnavailable for what is no file or cannot be read, StoreContractBroken when it is no store of Guanxi. A
    file of no bytes is a store that has nothing in it yet.
    """
    if not path.is_file():
        if path.is_dir():
            raise StoreUnavailable(Told("expected a file, this is a folder", "应为文件，此为文件夹"))
        raise StoreUnavailable(Told("expected a file, this is none", "应为文件，此处不是文件"))
    if not os.access(path, os.R_OK):
        raise StoreUnavailable(Told("the file cannot be read: permission denied", "无法读取该文件：没有权限"))
    with path.open("rb") as file:
        header = file.read(len(_HEADER))
    if not header:
        return
    if header != _HEADER:  # SQLite itself takes a small file for an empty one, and writes over it
        raise StoreContractBroken(
            Told("the file is not a database, and no store of Guanxi", "该文件不是数据库，也不是 Guanxi 存储库")
        )
    with translated_errors(), closing(_opened(path, "mode=ro&immutable=1")) as connection:
        try:
            read_version(connection)
        except sqlite3.DatabaseError as error:
            # Beside a log, another process may be bringing it into the file at this moment.
            if not (_has_log(path) and error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_CORRUPT):
                raise


def require_writable(path: Path) -> None:
    """StoreReadOnly when the file, or the files that SQLite makes beside it, cannot be written."""
    if path.exists() and not os.access(path, os.W_OK):
        why = _why(path)
        raise StoreReadOnly(Told(f"the file cannot be written: {why}", f"无法写入该文件：{why.chinese}"))
    has_both = _beside(path, "-wal").exists() and _beside(path, "-shm").exists()
    if not has_both and not os.access(path.parent, os.W_OK):
        why = _why(path.parent)
        raise StoreReadOnly(Told(f"its folder cannot be written: {why}", f"无法写入其文件夹：{why.chinese}"))


def connect_to_copy(path: Path) -> sqlite3.Connection:
    """A connection to a copy in memory of a file whose place cannot be written.

    StoreReadOnly when it is of an older version, or when its last writes cannot be read there.
    """
    copy = connect(None, is_writer=True, busy_timeout_seconds=0)
    query = "mode=ro" if _has_log(path) else "mode=ro&immutable=1"
    try:
        with closing(_opened(path, query)) as connection:
            connection.backup(copy)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
            raise
        raise StoreReadOnly(
            Told(
                f"its last writes are in {path.name}-wal, which cannot be read in a place that cannot be written: "
                "copy both files to one that can",
                f"最近的写入在 {path.name}-wal 中，在不可写的位置无法读取：请将两个文件复制到可写的位置",
            )
        ) from error
    version = read_version(copy)
    if version < KNOWN_VERSION:
        raise StoreReadOnly(
            Told(
                f"the store has schema version {version} and needs migrating to {KNOWN_VERSION}, but its place "
                "cannot be written: copy the file to one that can, and run guanxi migrate",
                f"存储库的模式版本为 {version}，需要迁移到 {KNOWN_VERSION}，但其所在位置不可写："
                "请将文件复制到可写的位置，再运行 guanxi migrate",
            )
        )
    return copy


def _opened(path: Path, query: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?{query}", uri=True)


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def _has_log(path: Path) -> bool:
    log = _beside(path, "-wal")
    return log.exists() and log.stat().st_size > 0


def _why(path: Path) -> Told:
    if os.statvfs(path).f_flag & os.ST_RDONLY:
        return Told("the file system is read-only", "文件系统只读")
    return Told("permission denied", "没有权限")
