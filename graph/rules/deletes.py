"""Deletes, played through on the state as a store does them (see `graph.store.Delete`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from graph.errors import NotInGraph
from graph.messages.told import Told
from graph.model.companies import COMPANIES, DEPARTMENTS
from graph.model.deals import OPPORTUNITIES
from graph.model.kind import Kind
from graph.model.meetings import INTERACTIONS
from graph.model.people import PEOPLE, WORKS_IN
from graph.model.record import Row
from graph.model.record_kinds import RECORD_KINDS
from graph.rules.state import Finding, Records, State, identify
from graph.store import Delete


def play_deletes(state: State, deletes: Sequence[Delete]) -> tuple[State, Counter[str]]:
    """The state after the deletes, and how many records of each kind are gone.

    NotInGraph when one of them names nothing.
    """
    if not deletes:
        return state, Counter()
    play = _Play(state)
    for delete in deletes:
        play.delete(delete)
    return replace(state, records=play.records, _keys={}), play.deleted_counts


def find_companies_in_use(state: State, deletes: Sequence[Delete]) -> Iterator[Finding]:
    """Companies to be deleted that something still refers to, with how many of each kind."""
    uses: dict[str, Counter[str]] = {
        delete.identity[0]: Counter() for delete in deletes if delete.kind is COMPANIES
    }
    for kind in RECORD_KINDS.values() if uses else ():
        for column in kind.columns:
            if column.refers_to == COMPANIES.name:
                for key in state.of(kind).column(column.name):
                    if key in uses:
                        uses[key][kind.name] += 1
    for key, counts in uses.items():
        if counts:
            listed = Told(
                ", ".join(f"{count} in {name}" for name, count in counts.items()),
                "、".join(f"{name} 中 {count} 条" for name, count in counts.items()),
            )
            said = Told(
                f"expected a company that nothing refers to, to delete it; there are {listed}",
                f"仅当没有数据引用该公司时才能删除；现有 {listed.chinese}",
            )
            yield Finding(COMPANIES.name, None, "key", key, said)


class _Play:
    """The records while deletes come one after the other."""

    def __init__(self, state: State) -> None:
        self.records: dict[str, Records] = dict(state.records)
        self.deleted_counts: Counter[str] = Counter()

    def delete(self, delete: Delete) -> None:
        kind, key = delete.kind, delete.identity[0]
        wanted = key if len(kind.identity) == 1 else tuple(delete.identity)
        identity = identify(kind)
        found = next((row for row in self.records[kind.name].rows if identity(row) == wanted), None)
        if found is None:
            raise NotInGraph(kind.record.__name__, ", ".join(str(part) for part in delete.identity))
        self._edit(kind, lambda row: None if row is found else row)
        if kind is PEOPLE:
            self._drop_edges(kind, key)
            self._edit(INTERACTIONS, _without_participant(key))
        elif kind is OPPORTUNITIES:
            self._drop_edges(kind, key)
            self._edit(INTERACTIONS, _with(INTERACTIONS, "opportunity", key, None))
        elif kind is DEPARTMENTS:
            above = found[kind.column_names.index("parent")]
            self._edit(DEPARTMENTS, _with(DEPARTMENTS, "parent", key, above))
            self._edit(PEOPLE, _with(PEOPLE, "department", key, None))
            self._edit(WORKS_IN, _with(WORKS_IN, "department", key, None))
            self._edit(WORKS_IN, _each_once(WORKS_IN))

    def _drop_edges(self, node: Kind[Any], key: str) -> None:
        """Takes out the edges and positions at the node."""
        for kind in RECORD_KINDS.values():
            places = [place for place, column in enumerate(kind.columns) if column.refers_to == node.name]
            if places and kind is not INTERACTIONS:
                self._edit(kind, _unless_named(places, key))

    def _edit(self, kind: Kind[Any], change: Callable[[Row], Row | None]) -> None:
        """Puts every row through the change; None takes it out."""
        records = self.records[kind.name]
        changed = [change(row) for row in records.rows]
        origins = [origin for origin, row in zip(records.origins, changed, strict=False) if row is not None]
        rows = [row for row in changed if row is not None]
        self.deleted_counts[kind.name] += len(changed) - len(rows)
        self.records[kind.name] = Records.of_rows(kind, rows, origins)


def _unless_named(places: Sequence[int], key: str) -> Callable[[Row], Row | None]:
    return lambda row: None if any(row[place] == key for place in places) else row


def _with(kind: Kind[Any], column: str, key: str, instead: str | None) -> Callable[[Row], Row | None]:
    """Rows that name the key in the column name something else instead."""
    place = kind.column_names.index(column)
    return lambda row: (*row[:place], instead, *row[place + 1 :]) if row[place] == key else row


def _each_once(kind: Kind[Any]) -> Callable[[Row], Row | None]:
    """Of rows that have become the same, the first."""
    identity = identify(kind)
    seen: set[Any] = set()

    def first(row: Row) -> Row | None:
        if identity(row) in seen:
            return None
        seen.add(identity(row))
        return row

    return first


def _without_participant(person: str) -> Callable[[Row], Row | None]:
    """Interactions go on without the person; one without anybody goes."""
    place = INTERACTIONS.column_names.index("participants")

    def left(row: Row) -> Row | None:
        if person not in row[place]:
            return row
        others = tuple(key for key in row[place] if key != person)
        return (*row[:place], others, *row[place + 1 :]) if others else None

    return left
