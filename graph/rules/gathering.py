"""Reads from the store what the rules need to judge a change exactly, in few batched calls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from operator import itemgetter
from typing import Any

from graph.model.cell import ColumnType
from graph.model.companies import COMPANIES, DEPARTMENTS
from graph.model.deals import POSITIONS
from graph.model.exchange_rates import RATES
from graph.model.kind import Kind
from graph.model.people import PEOPLE, REPORTS_TO, TIES, WORKS_IN
from graph.model.record import Row
from graph.model.record_kinds import RECORD_KINDS
from graph.rules.row_reader import InputRows
from graph.rules.state import State, identify, merge
from graph.rules.written_forms import alike_in_print, nearly_alike
from graph.store import CompanyFilter, Delete, GraphStore
from graph.viewer import Viewer


async def gather_state(
    store: GraphStore, viewer: Viewer, inputs: Mapping[str, Sequence[InputRows]], deletes: Sequence[Delete]
) -> State:
    """The state after the input, before the deletes. An empty store is asked one small question only."""
    # every record but a rate belongs, at some remove, to a company: a store without companies has rates alone
    is_of_rates = RATES.name in inputs or any(delete.kind is RATES for delete in deletes)
    if not is_of_rates and not await store.find_companies(viewer, CompanyFilter(), 1, None):
        return merge(inputs, {}, ())
    gathering = _Gathering(store, viewer, inputs)
    await gathering.read_replaced(deletes)
    await gathering.read_referred()
    await gathering.read_alike()
    await gathering.read_lines()
    await gathering.read_dependents(deletes)
    moved = await gathering.read_moved(deletes)
    return merge(inputs, gathering.found, moved)


class _Gathering:
    """The rows found so far; nothing is asked twice."""

    def __init__(self, store: GraphStore, viewer: Viewer, inputs: Mapping[str, Sequence[InputRows]]) -> None:
        self.store = store
        self.viewer = viewer
        self.inputs = inputs
        self.found: dict[str, dict[Any, Row]] = {name: {} for name in RECORD_KINDS}
        self._asked: dict[tuple[str, str], set[str]] = {}

    async def ask(self, kind: Kind[Any], column: str, values: Iterable[str | None]) -> list[Row]:
        """Finds the rows whose column has one of the values not asked for before."""
        asked = self._asked.setdefault((kind.name, column), set())
        wanted = sorted({value for value in values if value is not None} - asked)
        if not wanted:
            return []
        asked.update(wanted)
        rows = await self.store.find(self.viewer, kind, column, wanted)
        self.found[kind.name].update(zip(map(identify(kind), rows), rows, strict=True))
        return rows

    def brought(self, kind: Kind[Any], column: str) -> Iterator[Any]:
        """The values that the input names in a column."""
        parts = self.inputs.get(kind.name, ())
        return chain.from_iterable(part.column(column) for part in parts if column in part.columns)

    def held(self, kind: Kind[Any], column: str) -> Iterator[Any]:
        """The values of a column in the rows found so far."""
        return map(itemgetter(kind.column_names.index(column)), self.found[kind.name].values())

    async def read_replaced(self, deletes: Sequence[Delete]) -> None:
        """The rows that the input replaces, with every other edge of the one at its first end."""
        for name in self.inputs:
            kind = RECORD_KINDS[name]
            await self.ask(kind, kind.identity[0], self.brought(kind, kind.identity[0]))
        for delete in deletes:
            await self.ask(delete.kind, delete.kind.identity[0], [delete.identity[0]])

    async def read_referred(self) -> None:
        """What the input refers to, and where the nodes it changes belong."""
        wanted: dict[str, set[str | None]] = {}
        for name in self.inputs:
            for column in RECORD_KINDS[name].columns:
                if column.refers_to is None:
                    continue
                keys = wanted.setdefault(column.refers_to, set())
                values = self.brought(RECORD_KINDS[name], column.name)
                keys.update(chain.from_iterable(values) if column.type is ColumnType.KEYS else values)
        wanted.setdefault("companies", set()).update(self.held(PEOPLE, "company"))
        wanted.setdefault("departments", set()).update(
            self.held(PEOPLE, "department"), self.held(DEPARTMENTS, "parent")
        )
        for name in ("people", "opportunities", "departments", "companies"):
            await self.ask(RECORD_KINDS[name], "key", wanted.get(name, ()))
        await self.ask(WORKS_IN, "person", self.brought(PEOPLE, "key"))

    async def read_alike(self) -> None:
        """Nodes whose keys look like those of new nodes, or like those that are referred to and not there."""
        for kind in RECORD_KINDS.values():
            if kind.identity != ("key",):
                continue
            brought, there = set(self.brought(kind, "key")), set(self.held(kind, "key"))
            missing = self._asked.get((kind.name, "key"), set()) - there - brought
            await self.ask(kind, "key", chain.from_iterable(map(alike_in_print, brought - there)))
            await self.ask(kind, "key", chain.from_iterable(map(nearly_alike, missing)))

    async def read_lines(self) -> None:
        """What stands above, level by level, where the input may close a cycle."""
        for kind, lower, upper in (
            (COMPANIES, "key", "parent"),
            (DEPARTMENTS, "key", "parent"),
            (REPORTS_TO, "person", "manager"),
        ):
            place = kind.column_names.index(upper)
            above = list(self.brought(kind, upper))
            while above:
                above = [row[place] for row in await self.ask(kind, lower, above)]

    async def read_dependents(self, deletes: Sequence[Delete]) -> None:
        """What refers to the nodes that are deleted, or that change in a way that may break it."""
        for name in {delete.kind.name for delete in deletes}:
            keys = [delete.identity[0] for delete in deletes if delete.kind.name == name]
            for kind in RECORD_KINDS.values():
                for column in kind.columns:
                    if column.refers_to == name and not RECORD_KINDS[name].is_edge:
                        await self.ask(kind, column.name, keys)
        if deletes:  # an employment that loses its department may become the same as another
            await self.ask(WORKS_IN, "person", list(self.held(WORKS_IN, "person")))
        changed = self._changed(DEPARTMENTS, "company")
        await self.ask(PEOPLE, "department", changed)
        await self.ask(WORKS_IN, "department", changed)
        await self.ask(DEPARTMENTS, "parent", changed)
        await self.ask(POSITIONS, "leans_to", self._changed(COMPANIES, "side"))

    async def read_moved(self, deletes: Sequence[Delete]) -> set[str]:
        """The people who may have changed sides, and all that decides whether ties are still between sides."""
        sides = self._changed(COMPANIES, "side")
        await self.ask(PEOPLE, "company", sides)
        await self.ask(WORKS_IN, "company", sides)
        moved = set(self._found_where(PEOPLE, "company", sides, "key"))
        moved.update(self._found_where(WORKS_IN, "company", sides, "person"))
        moved.update(self._changed(PEOPLE, "company"))
        moved.update(self.brought(WORKS_IN, "person"))
        moved.update(delete.identity[0] for delete in deletes if delete.kind is WORKS_IN)
        await self.ask(PEOPLE, "key", moved)
        moved &= self.found["people"].keys()
        await self.ask(TIES, "employee", moved)
        await self.ask(TIES, "contact", moved)
        tied = {*self.brought(TIES, "employee"), *self.brought(TIES, "contact")}
        for tie in TIES.records(self.found["ties"].values()):
            if tie.employee in moved or tie.contact in moved:
                tied.update((tie.employee, tie.contact))
        await self.ask(PEOPLE, "key", tied)
        await self.ask(WORKS_IN, "person", tied)
        await self.ask(COMPANIES, "key", [*self.held(PEOPLE, "company"), *self.held(WORKS_IN, "company")])
        return moved

    def _found_where(self, kind: Kind[Any], column: str, values: Iterable[str], wanted: str) -> list[str]:
        among = set(values)
        place, get = kind.column_names.index(column), kind.column_names.index(wanted)
        return [row[get] for row in self.found[kind.name].values() if row[place] in among]

    def _changed(self, kind: Kind[Any], column: str) -> list[str]:
        """The keys of stored nodes to which the input gives another value in the column."""
        place = kind.column_names.index(column)
        held = self.found[kind.name]
        changed: list[str] = []
        for part in self.inputs.get(kind.name, ()):
            if column in part.columns:
                changed += [
                    key
                    for key, value in zip(part.column("key"), part.column(column), strict=True)
                    if key in held and held[key][place] != value
                ]
        return changed
