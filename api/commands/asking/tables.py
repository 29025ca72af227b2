"""An answer as tables: one for each list in it, the lists within a list with a column that says whose they are.

What the answer rests on in detail (`evidence`) is left to `--json`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rich.console import Console
from rich.table import Table

_LEFT_OUT = frozenset({"evidence", "pageInfo", "cursor"})
_BEFORE_AFTER = {"before", "after"}
_NODE = {"key", "name"}
_SHORT_LISTS = ({"name", "value"}, {"name", "value", "weight"}, {"currency", "value"}, {"severity", "count"})
"""Rows so small that a list of them is one cell."""
_NOTHING = ""


@dataclass
class Sheet:
    """A table to print: its title and rows of cells by column; `numbers` are the columns of numbers."""

    title: str
    rows: list[dict[str, str]] = field(default_factory=list)
    numbers: set[str] = field(default_factory=set)

    @property
    def columns(self) -> list[str]:
        """Those with something in a row, in the order of their first appearance."""
        names = dict.fromkeys(name for row in self.rows for name in row)
        return [name for name in names if any(row.get(name) for row in self.rows)]


def print_answer(screen: Console, title: str, answer: Any) -> None:
    """Prints the answer's own values, then a table for each list in it."""
    for sheet in sheets(title, answer):
        table = Table(title=sheet.title, title_justify="left", box=None, header_style="bold")
        for column in sheet.columns:
            table.add_column(column, justify="right" if column in sheet.numbers else "left")
        for row in sheet.rows:
            table.add_row(*(row.get(column, _NOTHING) for column in sheet.columns))
        screen.print(table, markup=False)
        screen.print()
    for cursor in _next_pages(answer):
        screen.print(f"There is more: --after {cursor}", soft_wrap=True, markup=False)


def sheets(title: str, answer: Any) -> list[Sheet]:
    """The tables of an answer, in the order of the schema. A list without anything in it has none."""
    found: dict[str, Sheet] = {}
    for row in answer if isinstance(answer, list) else [answer]:
        _add(found, title, row, {})
    return [sheet for sheet in found.values() if sheet.columns]


def _add(found: dict[str, Sheet], title: str, row: Any, whose: Mapping[str, str]) -> None:
    """Adds a row to the sheet of that title, and what it holds to sheets of their own."""
    sheet = found.setdefault(title, Sheet(title))
    if not isinstance(row, Mapping) or _is_node(row):
        sheet.rows.append({**whose, title.rpartition(" › ")[2]: cell(row)})
        return
    cells = dict(_cells(row))
    sheet.rows.append({**whose, **{name: cell(value) for name, value in cells.items()}})
    sheet.numbers |= {name for name, value in cells.items() if _is_number(value)}
    below = {**whose, **_label(cells)}
    for name, rows in _lists(row):
        for one in rows:
            _add(found, f"{title} › {name}", one.get("node", one) if isinstance(one, Mapping) else one, below)


def _cells(row: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    """What fits a cell each, objects within it too."""
    for name, value in row.items():
        shown = f"{prefix}{words(name)}"
        if name in _LEFT_OUT:
            continue
        if isinstance(value, Mapping) and not _is_node(value) and not _is_before_after(value):
            yield from _cells(value, f"{shown} ")
        elif not isinstance(value, list) or _is_short(value):
            yield shown, value


def _lists(row: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, list[Any]]]:
    """The lists that need a table, objects' within it too. Relay's edges are the list itself."""
    for name, value in row.items():
        shown = f"{prefix}{words(name)}"
        if name in _LEFT_OUT:
            continue
        if isinstance(value, Mapping) and not _is_node(value):
            yield from _lists(value, f"{shown} ")
        elif isinstance(value, list) and not _is_short(value):
            yield shown, value


def _label(cells: Mapping[str, Any]) -> dict[str, str]:
    """The cell that says which row it is: its first node, else its first text."""
    nodes = [name for name, value in cells.items() if isinstance(value, Mapping) and _is_node(value)]
    texts = [name for name, value in cells.items() if isinstance(value, str)]
    return {name: cell(cells[name]) for name in (nodes or texts)[:1]}


def cell(value: Any) -> str:
    """A value for people to read.

    >>> cell({"before": 12, "after": 9})
    '12 → 9'
    >>> cell({"key": "p1", "name": "Ada"})
    'Ada (p1)'
    """
    if value is None:
        return _NOTHING
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3f}".rstrip("0").rstrip(".")
    if isinstance(value, list):
        return ", ".join(cell(one) for one in value)
    if not isinstance(value, Mapping):
        return str(value)
    if _is_node(value):
        return f"{value['name']} ({value['key']})" if value.get("name") else str(value["key"])
    if _is_before_after(value):
        return f"{cell(value['before']) or '–'} → {cell(value['after']) or '–'}"
    if "weight" in value:
        return f"{value['name']} {cell(value['value']) or '–'}×{cell(value['weight'])}"
    return " ".join(cell(one) for one in value.values() if one is not None)


def words(name: str) -> str:
    """A GraphQL name as words.

    >>> words("valueAtRisk")
    'value at risk'
    """
    return re.sub(r"(?<!^)(?=[A-Z])", " ", name).lower()


def _is_node(value: Mapping[str, Any]) -> bool:
    return "key" in value and set(value) <= {*_NODE, "kind"}


def _is_before_after(value: Mapping[str, Any]) -> bool:
    return set(value) == _BEFORE_AFTER


def _is_short(value: Sequence[Any]) -> bool:
    """Whether a list goes into one cell: of words, nodes, or of small rows."""
    return all(not isinstance(one, Mapping) or _is_node(one) or set(one) in _SHORT_LISTS for one in value)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _next_pages(answer: Any) -> Iterator[str]:
    page = answer.get("pageInfo") if isinstance(answer, Mapping) else None
    if page and page["hasNextPage"]:
        yield page["endCursor"]
