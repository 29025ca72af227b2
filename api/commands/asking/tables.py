"""An answer as tables: one for each list in it, the lists within a list with a column that says whose they are.

What a finding rests on (`evidence`) and the rest of long lists in a cell are left to `--json`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any, cast

from rich.console import Console
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text

from api.commands.asking.headings import heading
from api.commands.speaking import language_spoken, spoken
from graph.messages.language import Language
from graph.messages.told import Told, in_both

_DASH = Told("–", "–")
_YES, _NO = Told("yes", "是"), Told("no", "否")
_LESS_SEVERE = "lessSevereCount"
_LEFT_OUT = frozenset({"evidence", "pageInfo", "cursor", _LESS_SEVERE})
_BEFORE_AFTER = {"before", "after"}
_NODE = {"key", "name"}
_TERM = {"name", "value", "weight"}
_SHORT_LISTS = (
    {"name", "value"},
    _TERM,
    {"currency", "value"},
    {"severity", "count"},
    {"state", "count"},
)
"""Rows so small that a list of them is one cell."""
_MOMENT = re.compile(r"^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?\+00:00$")
_NOTHING = Told("", "")
_LIST_AT_MOST = 5
_PAGE, _EDGES = heading("page"), "edges"
_UNBOUNDED = 100_000


@dataclass
class Sheet:
    """A table to print: its title and rows of cells by column; `numbers` are the columns of numbers."""

    title: Told
    rows: list[dict[Told, Told]] = field(default_factory=list)
    numbers: set[Told] = field(default_factory=set)

    @property
    def columns(self) -> list[Told]:
        """Those with something in a row, in the order of their first appearance. Cost: a look at every cell."""
        names = dict.fromkeys(name for row in self.rows for name in row)
        return [name for name in names if any(row.get(name) for row in self.rows)]


def print_answer(screen: Console, name: str, answer: Any) -> None:
    """Prints the answer of that name: its own values, then a table for each list in it; in the language spoken."""
    language = language_spoken()
    screen.print(heading(name).text(language), style="bold", markup=False)
    own = {} if isinstance(answer, list) else _row(dict(_cells(answer)), cell)
    if any(own.values()):
        screen.print(_facts(own, language))
    found = sheets(answer)
    if isinstance(answer, list) and not found:
        screen.print(spoken(Told("Nothing.", "没有结果。")), markup=False)
    for sheet in found:
        if sheet.title:
            screen.print(f"\n{sheet.title.text(language)}", style="bold", markup=False)
        _print_sheet(screen, sheet, language)
    for told in more_of(answer):
        screen.print(f"\n{spoken(told)}", soft_wrap=True, markup=False)


def _print_sheet(screen: Console, sheet: Sheet, language: Language) -> None:
    """As a table, or row by row where the screen is too narrow for even the longest words of all columns."""
    table, columns = Table(box=None, header_style="bold"), sheet.columns
    for column in columns:
        table.add_column(column.text(language), justify="right" if column in sheet.numbers else "left")
    for row in sheet.rows:
        table.add_row(*(Text(row.get(column, _NOTHING).text(language)) for column in columns))
    if Measurement.get(screen, screen.options.update(width=_UNBOUNDED), table).minimum <= screen.width:
        screen.print(table)
        return
    for number, row in enumerate(sheet.rows):
        if number:
            screen.print()
        screen.print(_facts(row, language))


def _facts(values: Mapping[Told, Told], language: Language) -> Table:
    """Names and values below each other; those without a value are left out. Brackets in them are no markup."""
    table = Table(box=None, show_header=False)
    for name, value in values.items():
        if value:
            table.add_row(Text(name.text(language)), Text(value.text(language)))
    return table


def sheets(answer: Any) -> list[Sheet]:
    """A table for each list in an answer, in the order of the schema. A list without anything in it has none."""
    found: dict[Told, Sheet] = {}
    if isinstance(answer, list):
        for row in answer:
            _add(found, _NOTHING, row, {})
    else:
        _add_lists(found, _NOTHING, answer, {})
    return [sheet for sheet in found.values() if sheet.columns]


def _add(found: dict[Told, Sheet], title: Told, row: Any, whose: Mapping[Told, Told]) -> None:
    """Adds a row to the sheet of that title, and the lists that it holds to sheets of their own."""
    sheet = found.setdefault(title, Sheet(title))
    cells = dict(_cells(row))
    label = _label(cells)
    own = _row({name: cells[name] for name in (*label, *cells)}, _shortened)
    sheet.rows.append({**{_unlike(name, own): value for name, value in whose.items()}, **own})
    sheet.numbers |= {name for name, value in cells.items() if _is_number(value)}
    _add_lists(found, title, row, {**whose, **label})


def _add_lists(found: dict[Told, Sheet], title: Told, row: Mapping[str, Any], whose: Mapping[Told, Told]) -> None:
    for name, rows in _lists(row):
        for one in rows:
            within = Told(f"{title} › {name}", f"{title.chinese} › {name.chinese}") if title else name
            _add(found, within, _of_edge(one), whose)


def _of_edge(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """What an edge of a page shows: a cause without its findings, which it counts, else the node."""
    cause = row.get("cause")
    if cause is not None:
        return {name: value for name, value in cause.items() if name != "findings"}
    return cast(Mapping[str, Any], row.get("node", row))


def _row(cells: Mapping[Told, Any], shown: Callable[[Any], Told]) -> dict[Told, Told]:
    """Each value as it is shown; of a node only its key or its name, where a column of its own has the other."""
    told = {value for value in cells.values() if isinstance(value, str)}
    return {name: shown(_without(value, told)) for name, value in cells.items()}


def _without(value: Any, told: Collection[str]) -> Any:
    """The value; of a node what is left of it when the other half is told elsewhere."""
    if not isinstance(value, Mapping) or not _is_node(value):
        return value
    key, name = value["key"], value.get("name")
    if name and key in told:
        return name
    return key if name in told else value


def _unlike(name: Told, others: Collection[Told]) -> Told:
    """The name of the column that says whose a row is; another one when the row has one of that name."""
    return Told(f"of {name}", f"所属{name.chinese}") if name in others else name


def _cells(row: Mapping[str, Any], within: Told | None = None) -> Iterator[tuple[Told, Any]]:
    """What fits a cell each, objects within it too."""
    for name, value in row.items():
        shown = _named(name, within)
        if is_left_out(name):
            continue
        if isinstance(value, Mapping) and not _is_node(value) and not _is_before_after(value):
            yield from _cells(value, shown)
        elif not isinstance(value, list) or _is_short(value):
            yield shown, value


def _lists(row: Mapping[str, Any], within: Told | None = None) -> Iterator[tuple[Told, list[Any]]]:
    """The lists that need a table, objects' within it too."""
    for name, value in row.items():
        shown = _named(name, within)
        if is_left_out(name):
            continue
        if isinstance(value, Mapping) and not _is_node(value):
            yield from _lists(value, shown)
        elif isinstance(value, list) and not _is_short(value):
            yield _PAGE if within is None and name == _EDGES else shown, value


def _label(cells: Mapping[Told, Any]) -> dict[Told, Told]:
    """The cell that says which row it is: its first node, else its first text."""
    nodes = [name for name, value in cells.items() if isinstance(value, Mapping) and _is_node(value)]
    texts = [name for name, value in cells.items() if isinstance(value, str)]
    return {name: cell(cells[name]) for name in (nodes or texts)[:1]}


def _shortened(value: Any) -> Told:
    """A value in a row: of a long list the first ones, and how many more there are; the terms of a score all."""
    if not isinstance(value, list) or len(value) <= _LIST_AT_MOST + 1 or _are_terms(value):
        return cell(value)
    first, count = cell(value[:_LIST_AT_MOST]), len(value) - _LIST_AT_MOST
    return Told(f"{first} and {count} more", f"{first.chinese} 等，另有 {count} 项")


def cell(value: Any) -> Told:
    """A value for people to read.

    >>> cell({"before": 12, "after": 9})
    '12 → 9'
    >>> cell({"key": "p1", "name": "Ada"})
    'Ada (p1)'
    >>> cell("2026-06-30T08:15:30.250000+00:00")
    '2026-06-30 08:15:30 UTC'
    """
    match value:
        case None:
            return _NOTHING
        case bool():
            return _YES if value else _NO
        case float():
            return in_both(f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3f}".rstrip("0").rstrip("."))
        case list():
            return _joined(map(cell, value), ", ", "、")
        case Told():
            return value
        case Mapping():
            return _object(value)
    return in_both(_MOMENT.sub(r"\1 \2 UTC", str(value)))


def _object(value: Mapping[str, Any]) -> Told:
    if _is_node(value):
        key, name = str(value["key"]), value.get("name")
        return Told(f"{name} ({key})", f"{name}（{key}）") if name else in_both(key)
    if _is_before_after(value):
        before, after = (cell(value[when]) or _DASH for when in ("before", "after"))
        return Told(f"{before} → {after}", f"{before.chinese} → {after.chinese}")
    if set(value) >= _TERM:
        name, figure, weight = cell(value["name"]), cell(value["value"]) or _DASH, cell(value["weight"])
        return Told(f"{name} {figure}×{weight}", f"{name.chinese} {figure.chinese}×{weight.chinese}")
    return _joined((cell(one) for one in value.values() if one is not None), " ", " ")


def _joined(parts: Iterable[Told], english: str, chinese: str) -> Told:
    told = list(parts)
    return Told(english.join(told), chinese.join(part.chinese for part in told))


def _named(name: str, within: Told | None) -> Told:
    """What a field is called, after the one that it is in."""
    own = heading(name)
    return own if within is None else Told(f"{within} {own}", f"{within.chinese} {own.chinese}")


def _is_node(value: Mapping[str, Any]) -> bool:
    return _are_of_a_node(set(value))


def _are_of_a_node(names: AbstractSet[str]) -> bool:
    return "key" in names and names <= {*_NODE, "kind"}


def _are_terms(value: Sequence[Any]) -> bool:
    return all(isinstance(one, Mapping) and set(one) >= _TERM for one in value)


def _is_before_after(value: Mapping[str, Any]) -> bool:
    return set(value) == _BEFORE_AFTER


def _is_short(value: Sequence[Any]) -> bool:
    """Whether a list goes into one cell: of words, nodes, or of small rows."""
    return all(not isinstance(one, Mapping) or is_told_in_a_cell(set(one)) for one in value)


def is_told_in_a_cell(names: AbstractSet[str]) -> bool:
    """Whether a list of rows with these fields goes into one cell: of nodes, or of small rows."""
    return _are_of_a_node(names) or names in _SHORT_LISTS


def is_left_out(name: str) -> bool:
    """Whether tables leave the field to JSON."""
    return name in _LEFT_OUT


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def more_of(answer: Any) -> Iterator[Told]:
    """What the answer leaves out, and how to have it."""
    if not isinstance(answer, Mapping):
        return
    if answer.get(_LESS_SEVERE):
        count = answer[_LESS_SEVERE]
        yield Told(
            f"There are {count} more of lower severity: --min-severity LOW",
            f"还有 {count} 项严重度较低：--min-severity LOW",
        )
    page = answer.get("pageInfo")
    if page and page["hasNextPage"]:
        cursor = page["endCursor"]
        yield Told(f"There is more: --after {cursor}", f"还有更多：--after {cursor}")
