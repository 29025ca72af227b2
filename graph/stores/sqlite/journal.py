"""The journal's table: entries are added by a write and read back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import Any

from graph.errors import WrittenMeanwhile
from graph.journal import E, Entry, Journal
from graph.messages.told import Told

_NEXT_NUMBER = "SELECT coalesce(max(number), 0) + 1 FROM journal WHERE kind = ? AND subject = ?"

_ADD = """
INSERT INTO journal (kind, subject, number, action, at, actor, note, details) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""

_OF_ALL = """
SELECT subject, action, at, actor, note, details, number FROM journal WHERE kind = ? ORDER BY subject, number
"""

_OF_SUBJECTS = """
SELECT subject, action, at, actor, note, details, number FROM journal
WHERE kind = ? AND subject IN (SELECT value FROM json_each(?))
ORDER BY subject, number
"""

_COUNT = "SELECT count(*) FROM journal WHERE kind = ? AND subject = ?"


def add_entries(connection: sqlite3.Connection, entries: Sequence[Entry[Any]]) -> None:
    """Adds the entries in their order; WrittenMeanwhile when one names a number that is not the next."""
    for entry in entries:
        (number,) = connection.execute(_NEXT_NUMBER, (entry.journal.name, entry.subject)).fetchone()
        if entry.number not in (None, number):
            raise WrittenMeanwhile(
                Told(
                    f"{entry.journal.name} {entry.subject}: the next entry has number {number},"
                    f" not {entry.number}",
                    f"{entry.journal.name} {entry.subject}：下一条目的编号是 {number}，不是 {entry.number}",
                )
            )
        said = (entry.action, entry.at, entry.actor, entry.note, entry.details)
        connection.execute(_ADD, (entry.journal.name, entry.subject, number, *said))


def read_entries(
    connection: sqlite3.Connection, journal: Journal[E], subjects: Sequence[str] | None
) -> list[Entry[E]]:
    """See the port."""
    if subjects is None:
        rows = connection.execute(_OF_ALL, (journal.name,))
    else:
        rows = connection.execute(_OF_SUBJECTS, (journal.name, json.dumps(list(subjects))))
    return [journal.entry(*row) for row in rows]


def count_entries(connection: sqlite3.Connection, journal: Journal[Any], subject: str) -> int:
    """See the port."""
    return int(connection.execute(_COUNT, (journal.name, subject)).fetchone()[0])
