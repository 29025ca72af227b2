"""Rows to the CSV files of a bundle, in a folder or a zip archive: UTF-8, comma, quoting by RFC 4180."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile

from graph.model.cell import ColumnType
from graph.model.kind import Kind
from graph.model.record import Row
from graph.rules.cells import write_cell

_AS_THEY_ARE = frozenset(
    {
        ColumnType.KEY,
        ColumnType.TEXT,
        ColumnType.ENUM,
        ColumnType.DATE,
        ColumnType.CURRENCY,
        ColumnType.SCALE,
        ColumnType.TRUST,
    }
)
"""Columns whose values the csv module writes as `write_cell` does (None as an empty cell)."""


class FolderWriter:
    """Writes `<kind>.csv` files into a folder that is there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def write_kind(self, kind: Kind[Any]) -> CsvFile:
        """Begins the file of the kind; to be closed before the next one begins."""
        return CsvFile(kind, (self._folder / f"{kind.name}.csv").open("wb"), is_synced=True)

    def finish(self) -> None:
        """Every file is complete when it is closed."""

    def abandon(self) -> None:
        """Nothing is kept open between files."""


class ZipWriter:
    """Writes `<kind>.csv` entries into a new zip archive."""

    def __init__(self, path: Path) -> None:
        self._open = ExitStack()
        self._file = self._open.enter_context(path.open("wb"))
        self._archive = self._open.enter_context(ZipFile(self._file, "w", ZIP_DEFLATED))

    def write_kind(self, kind: Kind[Any]) -> CsvFile:
        """Begins the entry of the kind; to be closed before the next one begins."""
        return CsvFile(kind, self._archive.open(f"{kind.name}.csv", "w", force_zip64=True))

    def finish(self) -> None:
        """Writes the archive's directory and the file to the disk."""
        self._archive.close()
        self._file.flush()
        os.fsync(self._file.fileno())
        self._open.close()

    def abandon(self) -> None:
        """Closes the file, complete or not."""
        self._open.close()


class CsvFile:
    """One file: the header, then rows as they come."""

    def __init__(self, kind: Kind[Any], stream: IO[bytes], *, is_synced: bool = False) -> None:
        self._kind = kind
        self._stream = stream
        self._is_synced = is_synced
        self._text = io.TextIOWrapper(stream, encoding="utf-8", newline="")
        self._csv = csv.writer(self._text, lineterminator="\r\n")
        self._csv.writerow(kind.column_names)

    def write(self, rows: Sequence[Row]) -> None:
        """Adds rows in record order."""
        self._csv.writerows(_texts(self._kind, rows))

    def close(self) -> None:
        """Completes the file."""
        self._text.flush()
        if self._is_synced:
            os.fsync(self._stream.fileno())
        self._text.close()


def _texts(kind: Kind[Any], rows: Sequence[Row]) -> Iterable[Iterable[Any]]:
    columns = list(zip(*rows, strict=True))
    for place, values in enumerate(columns):
        column = kind.columns[place]
        if column.type not in _AS_THEY_ARE:
            columns[place] = tuple([write_cell(column, value) for value in values])
    return zip(*columns, strict=True)
