"""The journal in the graph: a node for each entry. Whoever adds to it has locked the store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from operator import attrgetter

from graph.errors import WrittenMeanwhile
from graph.journal import JournalEntry, JournalKind
from graph.stores.neo4j.connection import Transaction


async def add_entries(transaction: Transaction, entries: Sequence[JournalEntry]) -> None:
    """Adds the entries one after the other; WrittenMeanwhile when one's number is not the next of its subject."""
    counts: Counter[tuple[JournalKind, str]] = Counter()
    for kind in JournalKind:
        subjects = sorted({entry.subject for entry in entries if entry.kind is kind})
        if subjects:
            columns = await transaction.run_for_one("count_entries", kind=kind, subjects=subjects)
            counts |= {(kind, subject): count for subject, count in zip(*columns, strict=True)}
    rows = []
    for entry in entries:
        counts[entry.kind, entry.subject] += 1
        number = counts[entry.kind, entry.subject]
        if entry.number not in (None, number):
            raise WrittenMeanwhile(
                f"{entry.kind} {entry.subject}: {entry.number} is not the next entry, {number} is"
            )
        rows.append(
            (entry.kind, entry.subject, entry.action, entry.at, entry.actor, entry.note, entry.details, number)
        )
    if rows:
        await transaction.run("write_entries", rows=rows)


async def read_entries(
    transaction: Transaction, kind: JournalKind, subjects: Sequence[str] | None
) -> list[JournalEntry]:
    """See the port."""
    if subjects is None:
        columns = await transaction.run_for_one("read_entries", kind=kind)
    else:
        columns = await transaction.run_for_one("find_entries", kind=kind, subjects=subjects)
    entries = [JournalEntry(kind, *values) for values in zip(*columns, strict=True)]
    # The server's order of subjects is not always that of code points.
    return sorted(entries, key=attrgetter("subject", "number"))


async def count_entries(transaction: Transaction, kind: JournalKind, subject: str) -> int:
    """See the port."""
    _, counts = await transaction.run_for_one("count_entries", kind=kind, subjects=[subject])
    return int(counts[0]) if counts else 0
