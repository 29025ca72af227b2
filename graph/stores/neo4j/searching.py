"""Nodes by words of their name, key, title or e-mail as `graph.search_text` writes them, and keeping that text."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from graph.model.kind import Kind
from graph.model.people import PEOPLE
from graph.model.record import Row
from graph.search_text import pieces, search_text, sought
from graph.store import Hit
from graph.stores.neo4j.connection import Transaction
from graph.stores.neo4j.shapes import LABELS

_BATCH_SIZE = 5_000


async def search(transaction: Transaction, text: str, first: int, among: Collection[str]) -> list[Hit]:
    """See the port. Cost: one pass over the nodes of the kinds asked for."""
    wanted = sought(text)
    if not wanted.words:
        return []
    rows = await transaction.run(
        "search_nodes",
        words=wanted.words,
        equal=wanted.as_name,
        start=wanted.as_beginning,
        beginnings=wanted.as_beginnings,
        among=list(among),
        first=first,
    )
    return _hits(rows)


async def find_near(transaction: Transaction, kind: str, text: str, first: int) -> list[Hit]:
    """See the port."""
    return _hits(await transaction.run("search_near_nodes", label=kind, pieces=pieces(text), first=first))


def _hits(rows: list[Row]) -> list[Hit]:
    rows.sort(key=lambda row: (row[0], row[1], row[3] or "", row[2]))
    return [Hit(*hit) for _, *hit in rows]


async def keep_search_texts_of_people(transaction: Transaction, keys: Sequence[str]) -> None:
    """Writes what those of the people who are there are searched in, with the titles that their history tells."""
    await _keep_search_texts(transaction, PEOPLE, keys)


async def keep_all_search_texts(transaction: Transaction) -> None:
    """The same for every node that is searched."""
    for kind, label in LABELS.items():
        if kind.searched:
            (keys,) = await transaction.run_for_one("read_keys", label=label)
            await _keep_search_texts(transaction, kind, keys)


async def _keep_search_texts(transaction: Transaction, kind: Kind[Any], keys: Sequence[str]) -> None:
    for start in range(0, len(keys), _BATCH_SIZE):
        some = keys[start : start + _BATCH_SIZE]
        columns = await transaction.run_for_one(f"find_searched_{kind.name}", keys=some)
        rows = [
            {"id": node_id, "search_text": search_text(*searched)}
            for node_id, *searched in zip(*columns, strict=True)
        ]
        await transaction.run("write_search_texts", rows=rows)
