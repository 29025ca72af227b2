"""One write: all of its changes in one transaction, with the revisions of the accounts that it touched."""

from __future__ import annotations

import sqlite3
from collections import Counter
from typing import Any

from graph.errors import BadInput
from graph.model.kind import Kind
from graph.model.record_kinds import RECORD_KINDS
from graph.store import Changes, Progress, Tally, WriteReport
from graph.stores.sqlite.accounts import settle_accounts
from graph.stores.sqlite.columns import statement
from graph.stores.sqlite.connections import write_transaction
from graph.stores.sqlite.deleting import carry_out, mark_deleted
from graph.stores.sqlite.journal import add_entries
from graph.stores.sqlite.references import dangling_references, refuse_incomplete
from graph.stores.sqlite.revisions import bump, bump_rates, touch
from graph.stores.sqlite.scratch import WRITING_TABLES, clear_scratch
from graph.stores.sqlite.searching import keep_search_texts
from graph.stores.sqlite.upserting import (
    Waiting,
    insert_directly,
    insert_waiting,
    is_empty,
    keep_participations,
    keep_waiting,
)


def write(connection: sqlite3.Connection, changes: Changes, progress: Progress) -> WriteReport:
    """See the port. The steps, in order:

    take the rows in and mark what they and the deletes will alter; touch the accounts that hold it now; write;
    keep what nodes are searched in; find the accounts of companies; touch the accounts that hold it then; count
    the revisions; add the entries.
    """
    with write_transaction(connection):
        report = _Write(connection, changes, progress).carry_out()
        add_entries(connection, changes.entries)
        try:
            connection.execute("COMMIT")
        except sqlite3.IntegrityError:
            raise BadInput(dangling_references(connection)) from None
    return report


class _Write:
    """The steps of `write`, sharing what they find."""

    def __init__(self, connection: sqlite3.Connection, changes: Changes, progress: Progress) -> None:
        self.connection = connection
        self.changes = changes
        self.progress = progress
        self.altering: Counter[str] = Counter()
        """Rows that altered something, by kind."""
        self.deleted: Counter[str] = Counter()
        named = {table.kind.name: table.kind for table in changes.upserts if table.row_count}
        self.empty = {name for name, kind in named.items() if is_empty(connection, kind)}
        """Kinds of which there was nothing before: all of them is altered."""
        self.altered = {name: self._identities(kind) for name, kind in named.items()}
        """Where the identities of what is altered are, by kind."""

    def carry_out(self) -> WriteReport:
        connection = self.connection
        waiting = {
            index: keep_waiting(connection, table, self.progress)
            for index, table in enumerate(self.changes.upserts)
            if table.row_count and table.kind.name not in self.empty
        }
        for delete in self.changes.deletes:
            for name in mark_deleted(connection, delete):
                self.altered.setdefault(name, self._identities(RECORD_KINDS[name]))
        touch(connection, {name: place for name, place in self.altered.items() if name not in self.empty})
        self._upsert(waiting)
        created = {name: self._count_created(name) for name in self.altered}
        for delete in self.changes.deletes:
            carry_out(connection, delete, self.deleted)
        keep_search_texts(connection, self.altered, self.empty)
        if "companies" in self.altered:
            settle_accounts(connection, self.altered["companies"])
        touch(connection, self.altered)
        if self.altering["rates"] or self.deleted["rates"]:
            bump_rates(connection)
        report = WriteReport(self._tallies(created), bump(connection))
        clear_scratch(connection, WRITING_TABLES)
        return report

    def _identities(self, kind: Kind[Any]) -> str:
        return f"main.{kind.name}" if kind.name in self.empty else f"temp.altered_{kind.name}"

    def _upsert(self, waiting: dict[int, Waiting]) -> None:
        for index, table in enumerate(self.changes.upserts):
            if index in waiting:
                self.altering[table.kind.name] += insert_waiting(self.connection, waiting[index])
            elif table.row_count:
                self.altering[table.kind.name] += insert_directly(self.connection, table, self.progress)
        refuse_incomplete(
            self.connection,
            [(table, self.altered[table.kind.name]) for table in self.changes.upserts if table.row_count],
        )
        if self.altering["interactions"]:
            keep_participations(self.connection, self.altered["interactions"])

    def _count_created(self, name: str) -> int:
        place = self.altered[name]
        condition = "true" if name in self.empty else "is_new"
        command = statement("SELECT count(*) FROM {place} WHERE {condition}", place=place, condition=condition)
        return int(self.connection.execute(command).fetchone()[0])

    def _tallies(self, created: dict[str, int]) -> dict[str, Tally]:
        given: Counter[str] = Counter()
        for table in self.changes.upserts:
            given[table.kind.name] += table.row_count
        return {
            name: Tally(
                created=created.get(name, 0),
                changed=self.altering[name] - created.get(name, 0),
                unchanged=given[name] - self.altering[name],
                deleted=self.deleted[name],
            )
            for name in RECORD_KINDS
            if name in given or self.deleted[name]
        }
