"""Bundles as two checkouts have them: one may know a column that the other does not."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable

Rows = dict[str, list[dict[str, str]]]
"""Name of a file (`people`) -> its rows."""


def rows_of(bundle: bytes) -> Rows:
    """What a zip of CSV files says."""
    with zipfile.ZipFile(io.BytesIO(bundle)) as archive:
        return {
            name.removesuffix(".csv"): list(csv.DictReader(io.StringIO(archive.read(name).decode("utf-8-sig"))))
            for name in archive.namelist()
        }


def without_columns(bundle: bytes, columns: Iterable[str]) -> bytes:
    """The bundle without columns that are named as `people.phone`."""
    left_out = set(columns)
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(bundle)) as given, zipfile.ZipFile(packed, "w") as archive:
        for name in given.namelist():
            archive.writestr(name, without_columns_of(name, given.read(name).decode("utf-8"), left_out))
    return packed.getvalue()


def without_columns_of(name: str, text: str, columns: Iterable[str]) -> str:
    """A file's text without those columns, if it has them; all else stays as it is written."""
    table = name.removesuffix(".csv")
    left_out = {column.partition(".")[2] for column in columns if column.partition(".")[0] == table}
    if not left_out:
        return text
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    kept = [number for number, column in enumerate(header) if column.lstrip("\ufeff") not in left_out]
    written = io.StringIO(newline="")
    csv.writer(written).writerows([row[number] for number in kept] for row in (header, *rows))
    return written.getvalue()
