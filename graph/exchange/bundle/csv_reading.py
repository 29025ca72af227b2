"""A CSV file of a bundle to rows.

Row numbers are those of a spreadsheet: the first is row 1, and a record counts once, however many lines its cells
span. Blank lines and rows of blank cells are no rows, but are counted; the first of the others is the header.
"""

from __future__ import annotations

import csv
import io
import re
from itertools import islice
from typing import IO, Any

from graph.exchange.bundle.contents import BundleContents
from graph.exchange.bundle.file_kinds import HEAD_BYTES, kind_of_head, wide_encoding
from graph.exchange.bundle.limits import CSV_FIELD_LIMIT
from graph.messages.told import Told
from graph.model.kind import Kind
from graph.rules.blanks import is_blank
from graph.rules.cells import NOT_UTF8, TEXT_LIMIT

_BATCH_COUNT = 2048
_QUOTED_OTHERWISE = re.compile(rb'(?:\xef\xbb\xbf)?\s*"[^"\r\n]*" *[;\t|]')
"""How a file begins whose names stand in quotes and between other signs than commas."""

# a cell that is too long is refused with its place and length, like any other value, and reading goes on; the
# module knows one limit for the whole process
csv.field_size_limit(CSV_FIELD_LIMIT)


def read_csv(kind: Kind[Any], stream: IO[bytes], contents: BundleContents) -> None:
    """Reads the file into the contents. Cells that are not UTF-8 are told by row and column."""
    refusal = _refusal(stream.read(HEAD_BYTES))
    if refusal is not None:
        contents.reject(kind.name, refusal, row=1)
        return
    stream.seek(0)
    # broken bytes become lone surrogates, which the reading of each cell refuses: so the row can be named
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="surrogateescape", newline="")
    records = csv.reader(text, strict=True)
    number, header = 0, list[str]()
    try:
        while not header:
            number += 1
            header = [] if all(map(is_blank, record := next(records))) else record
    except StopIteration:
        number = 1
    except csv.Error as error:
        contents.reject(kind.name, _what_is_wrong(error), row=number)
        return
    rows = contents.open_file(kind, header, number)
    number += 1
    while rows is not None:
        batch: list[list[str]] = []
        failure: csv.Error | None = None
        try:
            batch.extend(islice(records, _BATCH_COUNT))  # keeps what came before a failure
        except csv.Error as error:
            failure = error
        rows.add(batch, range(number, number + len(batch)))
        number += len(batch)
        if failure is not None:
            contents.reject(kind.name, _what_is_wrong(failure), row=number)
        if failure is not None or len(batch) < _BATCH_COUNT or contents.has_too_many(rows):
            contents.close_file(rows)
            return


def _refusal(head: bytes) -> Told | None:
    """Why a file that begins so is no CSV file in UTF-8; None when it may be one."""
    encoding = wide_encoding(head)
    if encoding is not None:
        return Told(f"{NOT_UTF8}, found {encoding}", f"{NOT_UTF8.chinese}，实为 {encoding}")
    if _QUOTED_OTHERWISE.match(head):
        return Told("expected columns separated by commas", "各列应以逗号分隔")
    found = kind_of_head(head) if head else None
    if found is None:
        return None
    return Told(f"expected CSV text, {found.told}", f"应为 CSV 文本，{found.told.chinese}")


def _what_is_wrong(error: csv.Error) -> Told:
    if "field limit" in str(error):
        return Told(
            f"expected at most {TEXT_LIMIT:,} characters in a cell, found more than {CSV_FIELD_LIMIT:,};"
            " a double quote may not be closed",
            f"单元格最多 {TEXT_LIMIT:,} 个字符，实际超过 {CSV_FIELD_LIMIT:,} 个；可能有双引号没有闭合",
        )
    return Told(f"expected quoting by RFC 4180: {error}", f"引号应符合 RFC 4180：{error}")
