"""What must not hold at the same time: two periods of one edge, two solid managers of one person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from graph.messages.told import Told
from graph.model.kind import Kind
from graph.model.people import REPORTS_TO, WORKS_IN
from graph.model.record import Row
from graph.model.record_kinds import RECORD_KINDS
from graph.model.words import ReportingKind
from graph.rules.state import Finding, Records, State, identify

Rows = Iterable[tuple[int, Row]]


def find_overlaps(state: State) -> Iterator[Finding]:
    """Periods that overlap where they must not; the row that comes later is the one that is wrong."""
    for kind in RECORD_KINDS.values():
        if kind.is_edge and kind is not WORKS_IN:
            records = state.of(kind)
            for group in _groups(records, kind.ends):
                for index, other in _overlaps(records, group):
                    if _start(records, index) != _start(records, other):  # else one identity: told so already
                        period = _period(records, other)
                        said = Told(
                            f"expected no overlap with the period {period} of the same edge",
                            f"不应与同一关系的另一有效期重叠：{period.chinese}",
                        )
                        yield records.finding(index, "valid_from", said)
    yield from _second_managers(state.of(REPORTS_TO))
    yield from _second_employments(state, state.of(WORKS_IN))


def _second_employments(state: State, records: Records) -> Iterator[Finding]:
    """Somebody works in one place at a time; a second office is told by decision roles and dotted lines."""
    identity = identify(records.kind)
    for group in _groups(records, ("person",)):
        for index, other in _overlaps(records, group):
            if identity(records.rows[index]) != identity(records.rows[other]):  # else told already
                person, company = records.column("person")[index], records.column("company")[other]
                period, place = _period(records, other), state.place_of(records, other)
                said = Told(
                    f"expected one employment at a time, {person!r} works for {company!r} {period} ({place})",
                    f"同一时间只应有一处任职，{person!r} {period.chinese}任职于 {company!r}（{place.chinese}）",
                )
                yield records.finding(index, "valid_from", said)


def _second_managers(records: Records) -> Iterator[Finding]:
    kind = records.kind
    manager, line = kind.column_names.index("manager"), kind.column_names.index("kind")
    for group in _groups(records, ("person",)):
        solid = [index for index in group if records.rows[index][line] == ReportingKind.SOLID]
        for index, other in _overlaps(records, solid):
            if records.rows[index][manager] != records.rows[other][manager]:
                person, above, period = (
                    records.column("person")[index],
                    records.rows[other][manager],
                    _period(records, other),
                )
                said = Told(
                    f"expected one solid manager at a time, {person!r} reports to {above!r} {period}",
                    f"同一时间只应有一位实线上级，{person!r} {period.chinese}向 {above!r} 汇报",
                )
                yield records.finding(index, "manager", said)


def _groups(records: Records, columns: tuple[str, ...]) -> Iterator[list[int]]:
    """The indexes of rows with the same values in the columns, where there are several."""
    if records.are_unique(columns):
        return
    values = zip(*(records.column(column) for column in columns), strict=True)
    grouped: dict[Any, list[int]] = defaultdict(list)
    for index, value in enumerate(values):
        grouped[value].append(index)
    for group in grouped.values():
        if len(group) > 1:
            yield group


def _overlaps(records: Records, group: list[int]) -> Iterator[tuple[int, int]]:
    """For each row brought that overlaps another: its index, and the other's, the later-brought one first.

    Of two rows brought, the one further down is told. Rows of the store that overlap from earlier may stay.
    """
    order = sorted(group, key=lambda index: _start(records, index) or "")
    told: set[int] = set()
    reaching: int | None = None
    for index in order:
        if reaching is not None and _lasts_beyond(records, reaching, _start(records, index) or ""):
            later, earlier = _later_first(records, index, reaching)
            if later not in told and records.origin(later) is not None:
                told.add(later)
                yield later, earlier
        end = None if reaching is None else _end(records, reaching)
        if reaching is None or (end is not None and _lasts_beyond(records, index, end)):
            reaching = index


def _later_first(records: Records, one: int, other: int) -> tuple[int, int]:
    ones, others = records.origin(one), records.origin(other)
    if others is None or (ones is not None and ones > others):
        return one, other
    return other, one


def _lasts_beyond(records: Records, index: int, day: str) -> bool:
    """Whether the row's period ends after the day."""
    end = _end(records, index)
    return end is None or day < end


def _start(records: Records, index: int) -> str | None:
    return _cell(records.kind, records.rows[index], "valid_from")


def _end(records: Records, index: int) -> str | None:
    return _cell(records.kind, records.rows[index], "valid_to")


def _cell(kind: Kind[Any], row: Row, column: str) -> str | None:
    value: str | None = row[kind.column_names.index(column)]
    return value


def _period(records: Records, index: int) -> Told:
    start, end = _start(records, index), _end(records, index)
    return Told(f"from {start or 'ever'} to {end or 'now'}", f"{start or '一直以来'}至{end or '今'}")
