"""Nodes by words of their name, key, title or e-mail as `graph.search_text` writes them, and keeping that text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from graph.model.record import Row
from graph.search_text import pieces, search_text, sought
from graph.store import Hit
from graph.stores.neo4j.connection import Transaction

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
    for start in range(0, len(keys), _BATCH_SIZE):
        columns = await transaction.run_for_one("find_searched_people", keys=keys[start : start + _BATCH_SIZE])
        await _keep(transaction, zip(*columns, strict=True))


async def keep_all_search_texts(transaction: Transaction) -> None:
    """The same for every node that is searched."""
    ids, keys, names = await transaction.run_for_one("read_searched_nodes")
    await _keep(transaction, zip(ids, keys, names, strict=True))
    (people,) = await transaction.run_for_one("read_keys", label="Person")
    await keep_search_texts_of_people(transaction, people)


async def _keep(transaction: Transaction, nodes: Iterable[Row]) -> None:
    rows = [{"id": node_id, "search_text": search_text(*searched)} for node_id, *searched in nodes]
    for start in range(0, len(rows), _BATCH_SIZE):
        await transaction.run("write_search_texts", rows=rows[start : start + _BATCH_SIZE])
