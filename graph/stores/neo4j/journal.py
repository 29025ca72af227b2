"""The journal in the graph: a node for each entry. Whoever adds to it has locked the store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from operator import attrgetter
from typing import Any

from graph.errors import WrittenMeanwhile
from graph.journal import E, Entry, Journal
from graph.messages.told import Told
from graph.stores.neo4j.connection import Transaction


async def add_entries(transaction: Transaction, entries: Sequence[Entry[Any]]) -> None:
    """Adds the entries one after the other; WrittenMeanwhile when one's number is not the next of its subject."""
    counts: Counter[tuple[str, str]] = Counter()
    for name in sorted({entry.journal.name for entry in entries}):
        subjects = sorted({entry.subject for entry in entries if entry.journal.name == name})
        columns = await transaction.run_for_one("count_entries", kind=name, subjects=subjects)
        counts |= {(name, subject): count for subject, count in zip(*columns, strict=True)}
    rows = []
    for entry in entries:
        name, subject = entry.journal.name, entry.subject
        counts[name, subject] += 1
        number = counts[name, subject]
        if entry.number not in (None, number):
            raise WrittenMeanwhile(
                Told(
                    f"{name} {subject}: {entry.number} is not the next entry, {number} is",
                    f"{name} {subject}：{entry.number} 不是下一条目，{number} 才是",
                )
            )
        rows.append(
            {
                "kind": name,
                "subject": subject,
                "action": entry.action,
                "at": entry.at,
                "actor": entry.actor,
                "note": entry.note,
                "details": entry.details,
                "number": number,
            }
        )
    if rows:
        await transaction.run("write_entries", rows=rows)


async def read_entries(
    transaction: Transaction, journal: Journal[E], subjects: Sequence[str] | None
) -> list[Entry[E]]:
    """See the port."""
    if subjects is None:
        columns = await transaction.run_for_one("read_entries", kind=journal.name)
    else:
        columns = await transaction.run_for_one("find_entries", kind=journal.name, subjects=subjects)
    entries = [journal.entry(*values) for values in zip(*columns, strict=True)]
    # The server's order of subjects is not always that of code points.
    return sorted(entries, key=attrgetter("subject", "number"))


async def count_entries(transaction: Transaction, journal: Journal[Any], subject: str) -> int:
    """See the port."""
    _, counts = await transaction.run_for_one("count_entries", kind=journal.name, subjects=[subject])
    return int(counts[0]) if counts else 0
