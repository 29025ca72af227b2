"""Data loaders: records that one request needs, read in batches, each at most once.

A batch is one `find` call of the store, whatever the number of objects that wait for it.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from strawberry.dataloader import DataLoader

from graph.model.kind import Kind
from graph.store import GraphStore
from graph.viewer import Viewer

Record = Any
"""Of one of the classes of `graph.model`."""


class Loaders:
    """The loaders of one request. After a write, a new set is needed: `Context.written`."""

    def __init__(self, store: GraphStore, viewer: Viewer) -> None:
        self._store = store
        self._viewer = viewer
        self._by_column: dict[tuple[str, str], DataLoader[str, list[Record]]] = {}

    async def node(self, kind: Kind[Any], key: str) -> Record | None:
        """The node of that kind and key; None when there is none."""
        found = await self.related(kind, "key", key)
        return found[0] if found else None

    async def related(self, kind: Kind[Any], column: str, key: str) -> list[Record]:
        """The records of the kind whose column is, or holds, the key; in order of their identity."""
        return await self._loader(kind, column).load(key)

    def _loader(self, kind: Kind[Any], column: str) -> DataLoader[str, list[Record]]:
        place = kind.name, column
        if place not in self._by_column:
            self._by_column[place] = DataLoader(_Batch(self._store, self._viewer, kind, column))
        return self._by_column[place]


class _Batch:
    """Reads one column's records for many keys at once."""

    def __init__(self, store: GraphStore, viewer: Viewer, kind: Kind[Any], column: str) -> None:
        self._store = store
        self._viewer = viewer
        self._kind = kind
        self._column = column
        self._holds_many = kind.column(column).holds_many

    async def __call__(self, keys: list[str]) -> list[list[Record]]:
        found: dict[str, list[Record]] = defaultdict(list)
        for record in await self._store.find(self._viewer, self._kind, self._column, keys):
            value = getattr(record, self._column)
            for key in value if self._holds_many else (value,):
                found[key].append(record)
        return [found[key] for key in keys]
