"""A CSV file of a bundle to rows.

Row numbers are those of a spreadsheet: the header is row 1, and a record counts once, however many lines its
cells span. Blank lines and rows of empty cells are no rows, but are counted.
"""

from __future__ import annotations

import csv
import io
from itertools import islice
from typing import IO

from graph.exchange.bundle.contents import BundleContents
from graph.record_kind import RecordKind

_BATCH_COUNT = 2048


def read_csv(kind: RecordKind, stream: IO[bytes], contents: BundleContents) -> None:
    """Reads the file into the contents. Cells that are not UTF-8 are told by row and column."""
    # broken bytes become lone surrogates, which the reading of each cell refuses: so the row can be named
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="surrogateescape", newline="")
    records = csv.reader(text, strict=True)
    try:
        header = next(records, [])
    except csv.Error as error:
        contents.reject(kind.name, f"expected quoting by RFC 4180: {error}", row=1)
        return
    reader = contents.open_file(kind, header)
    number = 2
    while reader is not None:
        batch: list[list[str]] = []
        failure: csv.Error | None = None
        try:
            batch.extend(islice(records, _BATCH_COUNT))  # keeps what came before a failure
        except csv.Error as error:
            failure = error
        contents.add_records(reader, batch, range(number, number + len(batch)))
        number += len(batch)
        if failure is not None:
            contents.reject(kind.name, f"expected quoting by RFC 4180: {failure}", row=number)
        if failure is not None or len(batch) < _BATCH_COUNT or contents.has_too_many(kind, reader):
            contents.close_file(reader)
            return
