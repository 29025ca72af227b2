"""The header of a file or sheet: which column each place holds, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from graph.errors import Problem
from graph.exchange.bundle.file_names import suggestion
from graph.messages.told import Told
from graph.model.kind import Kind
from graph.rules.blanks import without_unseen
from graph.rules.cells import NOT_UTF8
from graph.rules.row_reader import shown

_NO_HEADER = Told("expected a header row with the names of the columns", "应有一行表头，写明各列的名称")
_EVERY_ONCE = Told("expected every column once", "每列只应出现一次")
_REQUIRED = Told("expected this column, it is required", "缺少此列，此列必填")
_NOT_UTF8 = re.compile(r"[\ud800-\udfff]")
_SEPARATORS = re.compile(r"[;\t|，；]")


def read_header(kind: Kind[Any], cells: Sequence[str]) -> list[str]:
    """The name at each place; empty where there is none. Ends with the last name: what follows is no table.

    What nobody sees around a name (blanks, a second byte order mark) does not count.
    """
    names = [_name(kind, cell) for cell in cells]
    while names and not names[-1]:
        names.pop()
    return names


def problems_of_header(kind: Kind[Any], header: Sequence[str], number: int) -> list[Problem]:
    """Why rows cannot be read under the header in the row of that number; nothing when they can."""
    if not header:
        return [Problem(kind.name, number, None, None, _NO_HEADER)]
    listed = ", ".join(kind.column_names)
    columns = Told(f"expected one of the columns {listed}", f"应为以下列之一：{listed}")
    if len(header) == 1 and _SEPARATORS.search(header[0]):
        expected = Told(f"expected columns separated by commas; {columns}", f"各列应以逗号分隔；{columns.chinese}")
        return [Problem(kind.name, number, shown(header[0]), None, expected)]
    problems: list[Problem] = []
    for name in filter(None, dict.fromkeys(header)):
        if name not in kind.column_names:
            if _NOT_UTF8.search(name):
                expected = NOT_UTF8
            else:
                near = suggestion(name, kind.column_names)
                expected = Told(f"unknown column, {near}{columns}", f"未知列，{near.chinese}{columns.chinese}")
            problems.append(Problem(kind.name, number, shown(name), None, expected))
        elif header.count(name) > 1:
            problems.append(Problem(kind.name, number, name, None, _EVERY_ONCE))
    for column in kind.columns:
        if column.is_required and column.name not in header:
            problems.append(Problem(kind.name, number, column.name, None, _REQUIRED))
    return problems


def _name(kind: Kind[Any], cell: str) -> str:
    name = without_unseen(cell)
    return name if not name or name in kind.column_names else cell
