"""Deletes, with what cannot be without the record that is taken out."""

from __future__ import annotations

from collections import Counter

from graph import records as kinds
from graph.errors import NotInGraph
from graph.record_kind import RecordKind, Row
from graph.store import Delete
from graph.stores.neo4j.connection import Transaction
from graph.stores.neo4j.finding import find_nodes
from graph.stores.neo4j.references import refuse_referred
from graph.stores.neo4j.rows import identity_of, row_from_edge
from graph.stores.neo4j.shapes import EDGE_TYPES, LABELS, REFERENCES
from graph.stores.neo4j.touching import TouchedAccounts

_ALL_TYPES = [name for names in EDGE_TYPES.values() for name in names]


class Deleting:
    """The deletes of one write, one after the other; companies go at the end, when nothing refers to them."""

    def __init__(self, transaction: Transaction, touched: TouchedAccounts) -> None:
        self._transaction = transaction
        self._touched = touched
        self._companies: list[str] = []
        self.counts: Counter[str] = Counter()
        """Records deleted so far, by kind."""

    async def delete(self, delete: Delete) -> None:
        """Takes the record out; NotInGraph when it is not there."""
        kind = delete.kind
        if kind not in LABELS:
            await self._delete_edge(kind, delete.identity)
            return
        key = str(delete.identity[0])
        rows = await find_nodes(self._transaction, kind, [key])
        if not rows or key in self._companies:
            raise _not_in_graph(delete)
        await self._touched.touch(kind, rows)
        if kind is kinds.COMPANIES:
            self._companies.append(key)
            return
        if kind is kinds.DEPARTMENTS:
            await self._empty_department(key)
        meetings = await self._edges_at(kind, key)
        await self._transaction.run(f"delete_{LABELS[kind].lower()}", key=key)
        if kind is kinds.PEOPLE and meetings:
            (count,) = await self._transaction.run_for_one("delete_empty_interactions", keys=meetings)
            self.counts[kinds.INTERACTIONS.name] += count
        self.counts[kind.name] += 1

    async def delete_companies(self) -> None:
        """Takes the companies out; BadInput when anything that stays refers to one of them."""
        if not self._companies:
            return
        await refuse_referred(self._transaction, self._companies)
        for key in self._companies:
            await self._transaction.run("delete_company", key=key)
        self.counts[kinds.COMPANIES.name] += len(self._companies)

    async def _delete_edge(self, kind: RecordKind, identity: Row) -> None:
        wanted = tuple("" if part is None else part for part in identity)
        (edges,) = await self._transaction.run_for_one(
            "find_edges_of_people", keys=[identity[0]], types=EDGE_TYPES[kind]
        )
        for edge in edges:
            row = row_from_edge(edge)[1]
            if identity_of(kind, row) == wanted:
                await self._touched.touch(kind, [row])
                await self._transaction.run("delete_edges", ids=[edge[0]])
                self.counts[kind.name] += 1
                return
        raise _not_in_graph(Delete(kind, identity))

    async def _empty_department(self, key: str) -> None:
        await self._transaction.run("lift_departments", key=key)
        (count,) = await self._transaction.run_for_one("release_employments", key=key)
        self.counts[kinds.WORKS_IN.name] += count

    async def _edges_at(self, kind: RecordKind, key: str) -> list[str]:
        """Counts the edges that go with a person or opportunity; touches and returns its interactions."""
        if kind is kinds.PEOPLE:
            await self._count("find_edges_of_people", key)
            await self._count("find_edges_into_people", key)
            (keys,) = await self._transaction.run_for_one("find_keys_of_participants", keys=[key])
        elif kind is kinds.OPPORTUNITIES:
            await self._count("find_edges_into_opportunities", key)
            about = REFERENCES[kinds.INTERACTIONS]["opportunity"].type
            (keys,) = await self._transaction.run_for_one("find_keys_at_opportunities", keys=[key], type=about)
        else:
            return []
        meetings = list(keys)
        await self._touched.touch(
            kinds.INTERACTIONS, await find_nodes(self._transaction, kinds.INTERACTIONS, meetings)
        )
        return meetings

    async def _count(self, name: str, key: str) -> None:
        (edges,) = await self._transaction.run_for_one(name, keys=[key], types=_ALL_TYPES)
        for edge in edges:
            kind, row = row_from_edge(edge)
            # An edge of a person to itself is found from both ends.
            if name == "find_edges_into_people" and row[0] == key:
                continue
            self.counts[kind.name] += 1


def _not_in_graph(delete: Delete) -> NotInGraph:
    parts = ", ".join(str(part) for part in delete.identity if part is not None)
    return NotInGraph(delete.kind.record.__name__, parts)
