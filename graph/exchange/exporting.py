"""Everything in a store to a bundle."""

from __future__ import annotations

import asyncio
import os
import secrets
import shutil
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any, Protocol

from graph.errors import BadInput, Problem
from graph.exchange.bundle.csv_writing import FolderWriter, ZipWriter
from graph.exchange.bundle.file_names import is_looks_of_folder
from graph.exchange.bundle.xlsx_writing import XlsxWriter
from graph.messages.told import Told
from graph.model.kind import Kind
from graph.model.record import Row
from graph.model.record_kinds import RECORD_KINDS
from graph.store import GraphStore, Progress
from graph.viewer import Viewer


class _File(Protocol):
    def write(self, rows: Sequence[Row]) -> None: ...
    def close(self) -> None: ...


class _Writer(Protocol):
    def write_kind(self, kind: Kind[Any]) -> _File: ...
    def finish(self) -> None: ...
    def abandon(self) -> None: ...


async def export_bundle(
    store: GraphStore, viewer: Viewer, path: Path, *, may_replace: bool = False, progress: Progress | None = None
) -> dict[str, int]:
    """Writes every record with every column to a .zip or .xlsx, by the path's ending, or else to a folder.

    The bundle appears under its name when it is complete. With `may_replace` it takes the place of a file, or
    of a folder in which there is nothing but a bundle. Kinds that refer to others are read first, so that what
    is added meanwhile leaves no reference without its record.

    Returns the number of records by kind. BadInput when something else stands at the path, or a record does
    not fit into a workbook. Cost: one pass over the store, a batch of rows in memory.
    """
    await asyncio.to_thread(_require_room, path, may_replace=may_replace)
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(4)}.unfinished")
    try:
        counts = await _write(store, viewer, unfinished, path.suffix.lower(), progress)
        await asyncio.to_thread(_put_in_place, unfinished, path)
    finally:
        await asyncio.to_thread(_remove, unfinished)
    return counts


async def _write(
    store: GraphStore, viewer: Viewer, unfinished: Path, ending: str, progress: Progress | None
) -> dict[str, int]:
    writer = await asyncio.to_thread(_open_writer, unfinished, ending)
    counts = dict.fromkeys(RECORD_KINDS, 0)
    async with AsyncExitStack() as on_failure:
        on_failure.push_async_callback(asyncio.to_thread, writer.abandon)
        for kind in reversed(RECORD_KINDS.values()):
            counts[kind.name] = await _write_kind(store, viewer, kind, writer, progress)
        await asyncio.to_thread(writer.finish)
        on_failure.pop_all()
    return counts


async def _write_kind(
    store: GraphStore, viewer: Viewer, kind: Kind[Any], writer: _Writer, progress: Progress | None
) -> int:
    count = 0
    file = await asyncio.to_thread(writer.write_kind, kind)
    try:
        async for rows in store.read(viewer, kind):
            await asyncio.to_thread(file.write, rows)
            count += len(rows)
            if progress is not None:
                progress(kind.name, count, count)
    finally:
        await asyncio.to_thread(file.close)
    return count


def _open_writer(unfinished: Path, ending: str) -> _Writer:
    unfinished.parent.mkdir(parents=True, exist_ok=True)
    if ending == ".zip":
        return ZipWriter(unfinished)
    if ending == ".xlsx":
        return XlsxWriter(unfinished)
    unfinished.mkdir()
    return FolderWriter(unfinished)


def _require_room(path: Path, *, may_replace: bool) -> None:
    """BadInput when the bundle cannot, or may not, take the path's place."""
    is_file_wanted = path.suffix.lower() in (".zip", ".xlsx")
    expected = None
    if path.suffix.lower() in (".csv", ".xls"):
        expected = Told("expected a folder, a .zip or an .xlsx to export to", "应导出到文件夹、.zip 或 .xlsx")
    elif path.is_dir():
        files = {file.name for file in path.iterdir() if not is_looks_of_folder(file.name)}
        foreign = sorted(files - {f"{name}.csv" for name in RECORD_KINDS})
        if is_file_wanted:
            expected = Told("expected a file to replace, this is a folder", "应为可替换的文件，此为文件夹")
        elif files and not may_replace:
            expected = Told(
                "expected an empty folder or a new one (--force replaces a bundle)",
                "应为空文件夹或新文件夹（--force 可替换已有数据包）",
            )
        elif foreign:
            expected = Told(
                f"expected a folder with nothing but a bundle, to replace it; there is also {foreign[0]!r}",
                f"要替换的文件夹中只应有数据包；其中还有 {foreign[0]!r}",
            )
    elif path.exists():
        if not is_file_wanted:
            expected = Told("expected a folder, this is a file", "应为文件夹，此为文件")
        elif not may_replace:
            expected = Told(
                "expected a new file (--force replaces this one)", "应为新文件（--force 可替换此文件）"
            )
    if expected is not None:
        raise BadInput([Problem(str(path), None, None, None, expected)])


def _put_in_place(unfinished: Path, path: Path) -> None:
    """Renames; a folder that was there is put aside first, as a full folder cannot be renamed over."""
    aside = unfinished.with_suffix(".replaced")
    if path.is_dir():
        path.rename(aside)
    os.replace(unfinished, path)
    _remove(aside)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
