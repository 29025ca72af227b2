"""Nobody stands above themselves: cycles among parents of companies and departments, and among solid lines.

Lines have periods: those valid on one day must not form a cycle. A cycle that exists on some day exists on the
first day of the latest of its lines, so only the days on which a line begins are looked at, and only among the
lines left when everyone who has nobody above is taken away again and again. Cost: linear in the lines, and for
those left by the people above each, once per such day.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from graph.messages.told import Told
from graph.model.companies import COMPANIES, DEPARTMENTS
from graph.model.people import REPORTS_TO
from graph.model.words import ReportingKind
from graph.rules.state import Finding, Records, State

_NAMED_LIMIT = 20


class Line(NamedTuple):
    """One stands below another during a period."""

    lower: str
    upper: str
    valid_from: str
    """The first day; empty text for ever, which sorts before every day."""
    valid_to: str | None
    place: int
    """The index of the row that says so."""


def find_all_cycles(state: State) -> Iterator[Finding]:
    """Cycles in the parents of companies and departments and in the solid reporting lines."""
    for kind in (COMPANIES, DEPARTMENTS):
        records = state.of(kind)
        keys, parents = records.column("key"), records.column("parent")
        if _may_have_cycles(keys, parents):
            lines = [
                Line(key, up, "", None, index)
                for index, (key, up) in enumerate(zip(keys, parents, strict=True))
                if up is not None
            ]
            yield from _findings(records, "parent", find_cycles(lines))
    records = state.of(REPORTS_TO)
    if _may_have_cycles(records.column("person"), records.column("manager")):
        said = map(records.column, ("person", "manager", "kind", "valid_from", "valid_to"))
        lines = [
            Line(person, manager, start or "", end, index)
            for index, (person, manager, kind_of_line, start, end) in enumerate(zip(*said, strict=True))
            if kind_of_line == ReportingKind.SOLID and person != manager  # told by itself
        ]
        yield from _findings(records, "manager", find_cycles(lines))


def _may_have_cycles(lowers: Sequence[str], uppers: Sequence[str | None]) -> bool:
    """Quickly: False when everyone stands below one at most, whenever, and every way up ends."""
    above = dict(zip(lowers, uppers, strict=True))
    if len(above) < len(lowers):
        return True
    above = _without_leaves(above)
    climbed: dict[str, int] = {}
    for number, start in enumerate(above):
        key: str | None = start
        while key is not None and key not in climbed:
            climbed[key] = number
            key = above.get(key)
        if key is not None and climbed[key] == number:
            return True
    return False


def _without_leaves(above: dict[str, str | None]) -> dict[str, str | None]:
    """Takes away those with nobody below, again and again as long as they are most: no cycle runs through them."""
    while True:
        uppers = set(above.values())
        left = {lower: upper for lower, upper in above.items() if lower in uppers}
        if len(left) * 2 >= len(above):
            return left
        above = left


def find_cycles(lines: Sequence[Line]) -> list[list[Line]]:
    """The cycles, each in order from one of its lines upwards and found once; not every way through a tangle.

    With at most one line upwards from everyone on a day, these are all cycles of all days.
    """
    left = _not_below_a_top(lines)
    uppers: dict[str, list[Line]] = defaultdict(list)
    for line in left:
        uppers[line.lower].append(line)
    found: dict[frozenset[int], list[Line]] = {}
    for day in sorted({line.valid_from for line in left}):
        seen: set[str] = set()
        for line in left:
            if line.valid_from == day and line.lower not in seen:
                cycle = _climb(line.lower, uppers, day, seen)
                if cycle:
                    found.setdefault(frozenset(each.place for each in cycle), cycle)
    return list(found.values())


def _not_below_a_top(lines: Sequence[Line]) -> list[Line]:
    """The lines of those from whom some way upwards has no end."""
    above_count = Counter([line.lower for line in lines])
    below: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        below[line.upper].append(line.lower)
    tops = [key for key in below if key not in above_count]
    for top in tops:
        for lower in below.get(top, ()):
            above_count[lower] -= 1
            if not above_count[lower]:
                tops.append(lower)
    return [line for line in lines if above_count[line.lower] and above_count[line.upper]]


def _climb(start: str, uppers: dict[str, list[Line]], day: str, seen: set[str]) -> list[Line] | None:
    """Walks up depth first along the lines valid on the day; the first cycle met, if any."""
    path: list[Line] = []
    places = {start: 0}
    seen.add(start)
    pending = [_valid(uppers[start], day)]
    while pending:
        line = next(pending[-1], None)
        if line is None:
            pending.pop()
            if path:
                del places[path.pop().upper]
            continue
        if line.upper in places:
            return [*path[places[line.upper] :], line]
        if line.upper not in seen:
            seen.add(line.upper)
            path.append(line)
            places[line.upper] = len(path)
            pending.append(_valid(uppers[line.upper], day))
    return None


def _valid(lines: Sequence[Line], day: str) -> Iterator[Line]:
    return (line for line in lines if line.valid_from <= day and (line.valid_to is None or day < line.valid_to))


def _findings(records: Records, column: str, cycles: Sequence[Sequence[Line]]) -> Iterator[Finding]:
    """One finding per cycle, at the row of it that comes last: without that one there would be no cycle."""
    for cycle in cycles:
        keys = [line.lower for line in cycle]
        named = " -> ".join(keys[:_NAMED_LIMIT] + ([] if len(keys) > _NAMED_LIMIT else keys[:1]))
        more = Told("", "")
        if len(keys) > _NAMED_LIMIT:
            more = Told(f" -> … ({len(keys)} in all)", f" -> …（共 {len(keys)} 个）")
        latest = max(cycle, key=lambda line: line.valid_from).valid_from
        since = Told(f" from {latest}", f"，自 {latest} 起") if latest else Told("", "")
        row = max((line.place for line in cycle), key=lambda index: _rank(records, index))
        said = Told(
            f"expected no cycle, found {named}{more}{since}", f"不应有循环：{named}{more.chinese}{since.chinese}"
        )
        yield records.finding(row, column, said)


def _rank(records: Records, index: int) -> int:
    origin = records.origin(index)
    return -1 if origin is None else origin
