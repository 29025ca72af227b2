"""Findings of all accounts: pages by rank, and how many there are."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from graph.posture import FindingFilter, KeptFinding
from graph.stores.sqlite.columns import quoted, statement
from graph.stores.sqlite.posture_rows import FINDING_COLUMNS, finding_from_row

_IS_ACCOUNT = "c.key = f.account AND c.account = f.account"

# CROSS JOIN: the company is looked up for what the filter lets through, and the page ends the search.
_PAGE = """
SELECT {columns} FROM findings AS f CROSS JOIN companies AS c ON {is_account}
WHERE {behind} AND {of_finding} AND {of_account}
ORDER BY f.rank LIMIT :first
"""

# Counted by account first: one look at the company for each account instead of for each finding.
_COUNT = """
SELECT coalesce(sum(f.found_count), 0)
FROM (SELECT account, count(*) AS found_count FROM findings AS f WHERE {of_finding} GROUP BY account) AS f
CROSS JOIN companies AS c ON {is_account}
WHERE {of_account}
"""

_COMPARED = {name: f"f.{name} = :{name}" for name in ("account", "company", "employee")}

_LISTED = {
    "ids": "f.id IN (SELECT value FROM json_each(:ids))",
    "without_ids": "f.id NOT IN (SELECT value FROM json_each(:without_ids))",
    "without_accounts": "f.account NOT IN (SELECT value FROM json_each(:without_accounts))",
    "kinds": "f.kind IN (SELECT value FROM json_each(:kinds))",
    "severities": "f.severity IN (SELECT value FROM json_each(:severities))",
}

_OF_ACCOUNT = {name: f"c.{name} = :{name}" for name in ("grade", "industry", "region")}


def _conditions(wanted: FindingFilter) -> tuple[dict[str, str], dict[str, Any]]:
    """The conditions on a finding f and its account's company c, and the values that they name."""
    compared = {name: getattr(wanted, name) for name in (*_COMPARED, *_OF_ACCOUNT)}
    values = {name: value for name, value in compared.items() if value is not None}
    listed = {name: getattr(wanted, name) for name in _LISTED}
    values |= {name: json.dumps(list(members)) for name, members in listed.items() if members}
    if wanted.ids is not None:
        values["ids"] = json.dumps(list(wanted.ids))
    of_finding = [text for name, text in (_COMPARED | _LISTED).items() if name in values]
    if wanted.is_account_wide_only:
        of_finding.append("f.is_account_wide = 1")
    of_account = [text for name, text in _OF_ACCOUNT.items() if name in values]
    conditions = {
        "is_account": _IS_ACCOUNT,
        "of_finding": " AND ".join(of_finding) or "true",
        "of_account": " AND ".join(of_account) or "true",
    }
    return conditions, values


def find_findings(
    connection: sqlite3.Connection, wanted: FindingFilter, first: int, after: str | None
) -> list[KeptFinding]:
    """See the port. Cost: of the findings of the account, employee or ids asked for, else those up to the last."""
    conditions, values = _conditions(wanted)
    behind = "true" if after is None else "f.rank > :after"
    command = statement(_PAGE, columns=quoted(FINDING_COLUMNS, "f."), behind=behind, **conditions)
    rows = connection.execute(command, values | {"first": first, "after": after})
    return [finding_from_row(row) for row in rows]


def count_findings(connection: sqlite3.Connection, wanted: FindingFilter) -> int:
    """See the port. Cost: a pass over an index of the findings that are looked at."""
    conditions, values = _conditions(wanted)
    return int(connection.execute(statement(_COUNT, **conditions), values).fetchone()[0])
