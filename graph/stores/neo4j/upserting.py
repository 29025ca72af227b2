"""Rows of a Table into the graph, batch by batch: what is new is created at once, what differs is changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph import records as kinds
from graph.record_kind import RecordKind, Row, Table
from graph.store import Progress
from graph.stores.neo4j.connection import Transaction
from graph.stores.neo4j.references import refuse_incomplete, refuse_missing, require_references
from graph.stores.neo4j.rows import identity_of, row_from_server, whole_rows
from graph.stores.neo4j.shapes import FIRST_PROPERTY, LABELS
from graph.stores.neo4j.touching import TouchedAccounts
from graph.vocabulary import ReportingKind

BATCH_SIZE = 5_000
_WITH_PARENT = (kinds.COMPANIES, kinds.DEPARTMENTS)


@dataclass(slots=True)
class Altered:
    """What some rows alter: new records; for others, the record before and after, and an edge's id."""

    created: list[Row] = field(default_factory=list)
    before: list[Row] = field(default_factory=list)
    after: list[Row] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)

    def add(self, other: Altered) -> None:
        """Takes in what other rows alter."""
        self.created += other.created
        self.before += other.before
        self.after += other.after
        self.ids += other.ids


@dataclass(slots=True)
class UpsertCount:
    """How many rows created a record and how many changed one."""

    created: int = 0
    changed: int = 0


class Upsert:
    """One Table being written."""

    def __init__(self, transaction: Transaction, touched: TouchedAccounts, table: Table) -> None:
        self._transaction = transaction
        self._touched = touched
        self._table = table
        self._kind = table.kind
        self._named = [place for place, name in enumerate(table.kind.column_names) if name in table.columns]

    async def carry_out(self, progress: Progress | None) -> UpsertCount:
        """Writes all rows. BadInput for a reference that names nothing or a new record that is incomplete."""
        count, done_count = UpsertCount(), 0
        for run in self._runs():
            altered = Altered()
            for start in range(0, len(run), BATCH_SIZE):
                batch = run[start : start + BATCH_SIZE]
                altered.add(await self._create(batch))
                done_count += len(batch)
                if progress is not None:
                    progress(self._kind.name, done_count, len(self._table.rows))
            refuse_incomplete(self._table, altered.created)
            await self._settle(altered)
            count.created += len(altered.created)
            count.changed += len(altered.after)
        return count

    def _runs(self) -> Iterator[list[Row]]:
        """The rows in parts without two of one identity; a parent may come after the child, in the same part."""
        size = len(self._table.rows) if self._kind in _WITH_PARENT else BATCH_SIZE
        for start in range(0, len(self._table.rows), size or 1):
            rows = whole_rows(self._kind, self._table.columns, self._table.rows[start : start + size])
            identities = [identity_of(self._kind, row) for row in rows]
            if len(set(identities)) == len(rows):
                yield rows
                continue
            part: dict[Row, Row] = {}
            for identity, row in zip(identities, rows, strict=True):
                if identity in part:
                    yield list(part.values())
                    part = {}
                part[identity] = row
            yield list(part.values())

    async def _create(self, rows: list[Row]) -> Altered:
        """Creates what is not there; says what is, and differs."""
        if self._kind is not kinds.REPORTS_TO:
            return await self._create_by(f"write_{self._kind.name}", rows)
        solid = [row for row in rows if row[2] == ReportingKind.SOLID]
        dotted = [row for row in rows if row[2] != ReportingKind.SOLID]
        altered = await self._create_by("write_reports_to", solid)
        altered.add(await self._create_by("write_dotted_reports_to", dotted))
        return altered

    async def _create_by(self, name: str, rows: list[Row]) -> Altered:
        if not rows:
            return Altered()
        found_count, existing = await self._transaction.run_for_one(name, rows=rows)
        if found_count != len(rows):
            await refuse_missing(self._transaction, self._table, rows)
        if not existing:
            return Altered(created=rows)
        altered = Altered()
        known = set()
        for place, *values in existing:
            known.add(place)
            row = rows[place]
            before = self._record_before(row, values)
            after = self._record_after(before, row)
            if after != before:
                altered.before.append(before)
                altered.after.append(after)
                if self._kind not in LABELS:
                    altered.ids.append(values[0])
        altered.created = [row for place, row in enumerate(rows) if place not in known]
        return altered

    def _record_before(self, row: Row, values: Sequence[Any]) -> Row:
        if self._kind in LABELS:
            return row_from_server(self._kind, values)
        return row_from_server(self._kind, (*row[: FIRST_PROPERTY[self._kind]], *values[1:]))

    def _record_after(self, before: Row, row: Row) -> Row:
        if len(self._named) == len(row):
            return row
        after = list(before)
        for place in self._named:
            after[place] = row[place]
        return tuple(after)

    async def _settle(self, altered: Altered) -> None:
        """Changes what differs, and touches the accounts that held or now hold what is altered."""
        kind = self._kind
        await self._touched.touch(kind, altered.before)
        place = kind.column_names.index("parent") if kind in _WITH_PARENT else None
        children = [row for row in altered.created if row[place] is not None] if place is not None else []
        await self._change(altered, children)
        if kind is kinds.COMPANIES and (altered.created or altered.after):
            keys = [row[0] for row in (*altered.created, *altered.after)]
            (roots,) = await self._transaction.run_for_one("place_companies", keys=keys)
            self._touched.add(roots)
        await self._touched.touch(kind, [*altered.created, *altered.after])

    async def _change(self, altered: Altered, children: list[Row]) -> None:
        if self._kind in LABELS:
            rows = [*children, *altered.after]
            for start in range(0, len(rows), BATCH_SIZE):
                await self._change_nodes(rows[start : start + BATCH_SIZE])
            return
        if self._kind is kinds.POSITIONS and altered.after:
            await require_references(self._transaction, self._table, altered.after)
        first = FIRST_PROPERTY[self._kind]
        names = self._kind.column_names[first:]
        changes = {
            edge_id: dict(zip(names, row[first:], strict=True))
            for edge_id, row in zip(altered.ids, altered.after, strict=True)
        }
        if changes:
            await self._transaction.run("change_edges", changes=changes)

    async def _change_nodes(self, rows: list[Row]) -> None:
        (found_count,) = await self._transaction.run_for_one(f"change_{self._kind.name}", rows=rows)
        if found_count != len(rows):
            await refuse_missing(self._transaction, self._table, rows)


def kinds_in_order(tables: Sequence[Table]) -> list[Table]:
    """The tables with what is referred to first, those of one kind in the order given."""
    order: dict[RecordKind, int] = {kind: rank for rank, kind in enumerate(kinds.RECORD_KINDS.values())}
    return sorted(tables, key=lambda table: order[table.kind])
