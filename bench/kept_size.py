"""What is kept of an account beside its records: the bytes of its findings."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.portfolio import PEOPLE_PER_ACCOUNT, compute, load
from bench.report import Finding, Goal
from graph.model.record_kinds import RECORD_KINDS
from graph.settings import Settings

_ACCOUNTS = 20
_MOST = 40_000
_METHOD = """\
{accounts} accounts of {people} people as for the first computation of every posture, in an SQLite file. Bytes of
the values of all rows, as text in UTF-8, without indexes, for each account: of the findings that are kept, with
the legend that those of one posture share, and of the records that they were computed from."""


async def measure() -> Finding:
    """Computes the postures of a small world, and looks into its file."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "size.db"
        settings = Settings(store_url=f"sqlite:///{path}")
        await load(settings, _ACCOUNTS)
        await asyncio.to_thread(compute, settings, 1)
        connection = sqlite3.connect(path)
        try:
            return _finding(connection)
        finally:
            connection.close()


def _finding(connection: sqlite3.Connection) -> Finding:
    (count,) = connection.execute("SELECT count(*) FROM findings").fetchone()
    legend = _bytes(connection, "postures", ["legend"])
    findings = _bytes(connection, "findings", _columns(connection, "findings")) + legend
    records = sum(_bytes(connection, kind, _columns(connection, kind)) for kind in RECORD_KINDS)
    each = {"findings": findings / _ACCOUNTS, "records": records / _ACCOUNTS}
    text = f"at most {_MOST:,} bytes of findings for an account of {PEOPLE_PER_ACCOUNT} people"
    return Finding(
        "What is kept of an account",
        _METHOD.format(accounts=_ACCOUNTS, people=PEOPLE_PER_ACCOUNT),
        ["findings an account", "bytes of findings", "bytes of one finding", "bytes of records"],
        [
            [
                f"{count / _ACCOUNTS:.1f}",
                f"{each['findings']:,.0f}",
                f"{findings / count:,.0f}",
                f"{each['records']:,.0f}",
            ]
        ],
        [Goal(f"{text}: {each['findings']:,.0f}", each["findings"] <= _MOST)],
    )


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [name for (name,) in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))]


def _bytes(connection: sqlite3.Connection, table: str, columns: list[str]) -> int:
    lengths = " + ".join(f'coalesce(length(CAST("{name}" AS BLOB)), 0)' for name in columns)
    (total,) = connection.execute(f'SELECT coalesce(sum({lengths}), 0) FROM "{table}"').fetchone()
    return int(total)
