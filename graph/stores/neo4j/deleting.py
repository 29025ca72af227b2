"""Deletes, with what cannot be without the record that is taken out."""

from __future__ import annotations

from collections import Counter
from typing import Any

from graph.errors import NotInGraph
from graph.model.companies import COMPANIES, DEPARTMENTS
from graph.model.deals import OPPORTUNITIES
from graph.model.kind import Kind
from graph.model.meetings import INTERACTIONS
from graph.model.people import PEOPLE, WORKS_IN
from graph.store import Delete
from graph.stores.neo4j.connection import Transaction
from graph.stores.neo4j.finding import find_nodes
from graph.stores.neo4j.planning import Existing, find_existing
from graph.stores.neo4j.references import refuse_referred
from graph.stores.neo4j.rows import identity_of, key_of, row_from_edge
from graph.stores.neo4j.shapes import EDGE_KINDS, LABELS, REFERENCES
from graph.stores.neo4j.touching import TouchedAccounts

_ALL_TYPES = list(EDGE_KINDS)


async def touch_deleted(transaction: Transaction, touched: TouchedAccounts, delete: Delete) -> None:
    """Touches the accounts that hold now what the delete will take out or change."""
    kind = delete.kind
    found = await _find(transaction, delete)
    await touched.touch(kind, [existing.row for existing in found])
    if kind in (PEOPLE, OPPORTUNITIES):
        keys = await _meetings(transaction, kind, str(delete.identity[0]))
        await touched.touch(INTERACTIONS, await find_nodes(transaction, INTERACTIONS, keys))


class Deleting:
    """The deletes of one write, one after the other; companies go at the end, when nothing refers to them."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._companies: list[str] = []
        self.counts: Counter[str] = Counter()
        """Records deleted so far, by kind."""

    async def delete(self, delete: Delete) -> None:
        """Takes the record out; NotInGraph when it is not there."""
        kind, key = delete.kind, key_of([part or "" for part in delete.identity])
        found = await _find(self._transaction, delete)
        if not found or (kind is COMPANIES and key in self._companies):
            parts = ", ".join(str(part) for part in delete.identity if part is not None)
            raise NotInGraph(kind.record.__name__, parts)
        if kind is COMPANIES:
            self._companies.append(key)
            return
        if kind in LABELS:
            await self._delete_node(kind, key)
        else:
            await self._transaction.run("delete_edges", ids=[existing.id for existing in found])
        self.counts[kind.name] += 1

    async def _delete_node(self, kind: Kind[Any], key: str) -> None:
        meetings: list[str] = []
        if kind is DEPARTMENTS:
            await self._transaction.run("lift_departments", key=key)
            (count,) = await self._transaction.run_for_one("release_employments", key=key)
            self.counts[WORKS_IN.name] += count
        elif kind is PEOPLE:
            meetings = await _meetings(self._transaction, kind, key)
            await self._count("find_edges_of_people", key)
            await self._count("find_edges_into_people", key)
        elif kind is OPPORTUNITIES:
            await self._count("find_edges_into_opportunities", key)
        await self._transaction.run(f"delete_{kind.name}", key=key)
        if meetings:
            (count,) = await self._transaction.run_for_one("delete_empty_interactions", keys=meetings)
            self.counts[INTERACTIONS.name] += count

    async def delete_companies(self) -> None:
        """Takes the companies out; BadInput when anything that stays refers to one of them."""
        if not self._companies:
            return
        await refuse_referred(self._transaction, self._companies)
        for key in self._companies:
            await self._transaction.run("delete_companies", key=key)
        self.counts[COMPANIES.name] += len(self._companies)

    async def _count(self, name: str, key: str) -> None:
        (edges,) = await self._transaction.run_for_one(name, keys=[key], types=_ALL_TYPES)
        for edge in edges:
            kind, row = row_from_edge(edge)
            # An edge of a person to itself is found from both ends.
            if name == "find_edges_into_people" and identity_of(kind, row)[0] == key:
                continue
            self.counts[kind.name] += 1


async def _find(transaction: Transaction, delete: Delete) -> list[Existing]:
    """The record that the delete names, if it is there."""
    identity = tuple("" if part is None else part for part in delete.identity)
    found = await find_existing(transaction, delete.kind, [identity])
    return [found[identity]] if identity in found else []


async def _meetings(transaction: Transaction, kind: Kind[Any], key: str) -> list[str]:
    """The interactions of a person, or about an opportunity."""
    if kind is PEOPLE:
        (keys,) = await transaction.run_for_one("find_keys_of_participants", keys=[key])
    else:
        about = REFERENCES[INTERACTIONS]["opportunity"]
        (keys,) = await transaction.run_for_one("find_keys_at_opportunities", keys=[key], type=about)
    return list(keys)
