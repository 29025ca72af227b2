"""Rules that one row obeys or breaks by itself, once its cells are values."""

from __future__ import annotations

from collections.abc import Iterator
from operator import eq

from graph.messages.told import Told
from graph.model.deals import POSITIONS
from graph.model.people import CONFLICTS, INFLUENCES, REPORTS_TO, TIES
from graph.rules.state import Finding, Records, State, identify

_NEW_NEEDS_ONE = Told("expected a value, a record that is new needs one", "应有值，新记录必须填写")
_PAIRS = (
    (REPORTS_TO, "person", "manager"),
    (INFLUENCES, "influencer", "influenced"),
    (CONFLICTS, "person", "other"),
    (TIES, "employee", "contact"),
)


def find_bad_rows(state: State) -> Iterator[Finding]:
    """Rows that lack a value, are there twice, end before they begin, or relate someone to themselves."""
    for name in state.inputs:
        records = state.records[name]
        yield from _missing_values(state, records)
        yield from _duplicates(records)
        if "valid_to" in records.kind.column_names:
            yield from _empty_periods(records)
    for kind, one, other in _PAIRS:
        yield from _pairs_of_one(state.of(kind), one, other)
    yield from _unclear_subjects(state.of(POSITIONS))


def _missing_values(state: State, records: Records) -> Iterator[Finding]:
    """A required column that the input does not name has a value in the store, or the record is new."""
    kind = records.kind
    start = 0
    for part in state.inputs[kind.name]:
        for column in kind.columns:
            if column.is_required and column.name not in part.columns:
                values = records.column(column.name)
                for index in range(start, start + part.row_count):
                    if not values[index]:
                        yield records.finding(index, column.name, _NEW_NEEDS_ONE)
        start += part.row_count


def _duplicates(records: Records) -> Iterator[Finding]:
    kind = records.kind
    # most edges have one period, and the rule about overlaps asks the same
    if records.are_unique(kind.ends or kind.identity) or records.are_unique(kind.identity):
        return
    column = kind.identity[0]
    named = ", ".join(kind.identity)
    seen: set[object] = set()
    for index, identity in enumerate(map(identify(kind), records.rows[: len(records.origins)])):
        if identity in seen:
            said = Told(
                f"expected one row with this {named}; an earlier row has the same",
                f"{named} 相同的行只应有一行；前面已有一行与此相同",
            )
            yield records.finding(index, column, said)
        seen.add(identity)


def _empty_periods(records: Records) -> Iterator[Finding]:
    starts, ends = records.brought("valid_from"), records.brought("valid_to")
    empty = {(start, end) for start, end in set(zip(starts, ends, strict=True)) if start and end and end <= start}
    if empty:
        for index, (start, end) in enumerate(zip(starts, ends, strict=True)):
            if (start, end) in empty:
                said = Told(f"expected a date after valid_from, which is {start}", f"应晚于 valid_from（{start}）")
                yield records.finding(index, "valid_to", said)


def _pairs_of_one(records: Records, one: str, other: str) -> Iterator[Finding]:
    ones, others = records.brought(one), records.brought(other)
    if any(map(eq, ones, others)):
        for index, (first, second) in enumerate(zip(ones, others, strict=True)):
            if first == second:
                said = Told(f"expected another person than the {one}", f"应与 {one} 不是同一人")
                yield records.finding(index, other, said)


def _unclear_subjects(records: Records) -> Iterator[Finding]:
    subjects = zip(records.brought("opportunity"), records.brought("company"), strict=True)
    for index, (opportunity, company) in enumerate(subjects):
        if opportunity is None and company is None:
            said = Told("expected an opportunity or a company, found neither", "应填项目或公司，两者皆空")
            yield records.finding(index, "opportunity", said)
        elif opportunity is not None and company is not None:
            said = Told("expected an opportunity or a company, found both", "项目与公司只应填一个，两者都有")
            yield records.finding(index, "company", said)
