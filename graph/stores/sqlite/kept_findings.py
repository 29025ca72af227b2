"""Findings of all accounts, and their causes: pages in an order, and how many there are."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import Any

from graph.posture import FindingFilter, FindingOrder, KeptFinding, Place, RankedCause
from graph.stores.sqlite.columns import quoted, statement
from graph.stores.sqlite.posture_rows import FINDING_COLUMNS, finding_from_row

_IS_ACCOUNT = "c.key = f.account AND c.account = f.account"

# CROSS JOIN: the company is looked up for what the filter lets through, and the page ends the search.
_PAGE = """
SELECT {columns}, p.legend
FROM findings AS f CROSS JOIN companies AS c ON {is_account} CROSS JOIN postures AS p ON p.account = f.account
WHERE {behind} AND {of_finding} AND {of_account}
ORDER BY {place} LIMIT :first
"""

# All findings of a cause have its place: one row for each place.
_CAUSES = """
SELECT {place} FROM findings AS f CROSS JOIN companies AS c ON {is_account}
WHERE {behind} AND {of_finding} AND {of_account}
GROUP BY {place} ORDER BY {place} LIMIT :first
"""

# Counted by account first: one look at the company for each account instead of for each finding.
_COUNT = """
SELECT coalesce(sum(f.found_count), 0)
FROM (SELECT account, {counted} AS found_count FROM findings AS f WHERE {of_finding} GROUP BY account) AS f
CROSS JOIN companies AS c ON {is_account}
WHERE {of_account}
"""

_AT = ("account", "subject", "stage")
_PLACES = {
    FindingOrder.SEVERITY: ("worth", "money_worth", *_AT, "kind", "id"),
    FindingOrder.VALUE_AT_RISK: ("money_worth", "worth", *_AT, "kind", "id"),
}
_CAUSE_PLACES = {
    FindingOrder.SEVERITY: ("cause_worth", "cause_money_worth", *_AT, "cause"),
    FindingOrder.VALUE_AT_RISK: ("cause_money_worth", "cause_worth", *_AT, "cause"),
}
"""The columns of the places that `graph.posture.KeptFinding` tells, of findings and of causes."""

_COMPARED = {name: f"f.{name} = :{name}" for name in ("account", "company", "employee")}

_LISTED = {
    "ids": "f.id IN (SELECT value FROM json_each(:ids))",
    "causes": "f.cause IN (SELECT value FROM json_each(:causes))",
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
    only = {name: getattr(wanted, name) for name in ("ids", "causes")}
    values |= {name: json.dumps(list(members)) for name, members in only.items() if members is not None}
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
    connection: sqlite3.Connection, wanted: FindingFilter, order: FindingOrder, first: int, after: Place | None
) -> list[KeptFinding]:
    """See the port. Cost: of the findings of the account, employee or ids asked for, else those up to the last."""
    conditions, values = _conditions(wanted)
    conditions |= _placed(_PLACES[order], after)
    command = statement(_PAGE, columns=quoted(FINDING_COLUMNS, "f."), **conditions)
    rows = connection.execute(command, values | {"first": first} | _named(after))
    return [finding_from_row(row) for row in rows]


def find_causes(
    connection: sqlite3.Connection, wanted: FindingFilter, order: FindingOrder, first: int, after: Place | None
) -> list[RankedCause]:
    """See the port. Cost: as of a page of all the findings of those causes."""
    conditions, values = _conditions(wanted)
    conditions |= _placed(_CAUSE_PLACES[order], after)
    rows = connection.execute(statement(_CAUSES, **conditions), values | {"first": first} | _named(after))
    return [RankedCause(id=place[-1], place=place) for place in rows]


def _placed(columns: Sequence[str], after: Place | None) -> dict[str, str]:
    """The order of the list, and the condition that something stands behind the place."""
    place = quoted(columns, "f.")
    named = ", ".join(f":{name}" for name in _named(after))
    return {"place": place, "behind": f"({place}) > ({named})" if named else "true"}


def _named(after: Place | None) -> dict[str, str]:
    return {f"after_{number}": part for number, part in enumerate(after or ())}


def count_findings(connection: sqlite3.Connection, wanted: FindingFilter) -> int:
    """See the port. Cost: a pass over an index of the findings that are looked at."""
    return _count(connection, wanted, "count(*)")


def count_causes(connection: sqlite3.Connection, wanted: FindingFilter) -> int:
    """See the port. No two accounts have a cause together. Cost: as of counting the findings."""
    return _count(connection, wanted, "count(DISTINCT f.cause)")


def _count(connection: sqlite3.Connection, wanted: FindingFilter, counted: str) -> int:
    conditions, values = _conditions(wanted)
    command = statement(_COUNT, counted=counted, **conditions)
    return int(connection.execute(command, values).fetchone()[0])
