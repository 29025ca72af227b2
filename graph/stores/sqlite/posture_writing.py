"""Keeps a computed posture under a lease."""

from __future__ import annotations

import json
import sqlite3

from graph.posture import ComputedPosture
from graph.stores.sqlite.columns import quoted, statement
from graph.stores.sqlite.connections import write_transaction
from graph.stores.sqlite.leasing import end_leases, holds
from graph.stores.sqlite.posture_rows import (
    EXPOSURE_COLUMNS,
    FINDING_COLUMNS,
    POSTURE_COLUMNS,
    exposure_to_row,
    finding_to_row,
    posture_to_row,
)

_UPSERT = """
INSERT INTO {table} ({columns}) VALUES ({values})
ON CONFLICT ({identity}) DO UPDATE SET ({changing}) = ({new}) WHERE ({changing}) IS NOT ({new})
"""

_TAKE_OUT = "DELETE FROM {table} WHERE account = ? AND {member} NOT IN (SELECT value FROM json_each(?))"


def _upsert(table: str, columns: tuple[str, ...], identity: tuple[str, ...], kept: tuple[str, ...] = ()) -> str:
    """An upsert that leaves a row alone when nothing of it changes: most findings stay from day to day."""
    changing = [name for name in columns if name not in (*identity, *kept)]
    return statement(
        _UPSERT,
        table=table,
        columns=quoted(columns),
        values=", ".join("?" for _ in columns),
        identity=quoted(identity),
        changing=quoted(changing),
        new=quoted(changing, "excluded."),
    )


_KEEP_POSTURE = _upsert("postures", (*POSTURE_COLUMNS, "legend"), ("account",))
_KEEP_DAY = _upsert("posture_days", POSTURE_COLUMNS, ("account", "day"))
_KEEP_RANK = _upsert("posture_ranks", ("account", "portfolio_order", "rank"), ("account", "portfolio_order"))
_KEEP_FINDING = _upsert("findings", FINDING_COLUMNS, ("id", "account"), kept=("since",))
_KEEP_EXPOSURE = _upsert("exposures", EXPOSURE_COLUMNS, ("account", "employee"))


def write_posture(connection: sqlite3.Connection, computed: ComputedPosture, holder: str) -> bool:
    """See the port."""
    posture = computed.posture
    account = posture.account
    with write_transaction(connection, is_derived=True):
        if not holds(connection, account, holder):
            return False
        row = posture_to_row(posture)
        connection.execute(_KEEP_POSTURE, (*row, computed.legend))
        connection.execute(_KEEP_DAY, row)
        connection.executemany(_KEEP_RANK, [(account, order, rank) for order, rank in computed.ranks.items()])
        _keep_only(connection, "findings", "id", account, [found.id for found in computed.findings])
        found = [finding_to_row(found, posture.computed_at) for found in computed.findings]
        connection.executemany(_KEEP_FINDING, found)
        _keep_only(connection, "exposures", "employee", account, [held.employee for held in computed.exposures])
        connection.executemany(_KEEP_EXPOSURE, [exposure_to_row(held) for held in computed.exposures])
        end_leases(connection, [account], holder)
    return True


def _keep_only(connection: sqlite3.Connection, table: str, member: str, account: str, members: list[str]) -> None:
    connection.execute(statement(_TAKE_OUT, table=table, member=member), (account, json.dumps(members)))
