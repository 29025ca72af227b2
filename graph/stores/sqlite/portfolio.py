"""Accounts of the portfolio by their postures: pages in an order, and totals."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from graph.model.record import Row
from graph.posture import (
    CurrencyAmount,
    PortfolioFilter,
    PortfolioOrder,
    PortfolioRow,
    PortfolioTotal,
    Posture,
    Standard,
)
from graph.search_text import sought
from graph.stores.sqlite.columns import quoted, statement
from graph.stores.sqlite.leasing import IS_STALE
from graph.stores.sqlite.posture_rows import (
    POSTURE_COLUMNS,
    posture_from_row,
)
from graph.stores.sqlite.searching import holds

COMPANY_OF = "CROSS JOIN companies AS c ON c.key = p.account AND c.account = p.account"
"""The company of the account of posture p, where it is one."""

_REVISION = "CROSS JOIN revisions AS r ON r.account = p.account"

# CROSS JOIN keeps the order of the tables: the ranks are gone along until the page is full.
_PAGE = """
SELECT c.name, c.grade, c.industry, c.region, {is_stale}, place.rank, {columns}
FROM posture_ranks AS place
CROSS JOIN postures AS p ON p.account = place.account
{company}
{revision}
WHERE place.portfolio_order = :order AND {behind} AND {condition}
ORDER BY place.rank LIMIT :first
"""

_TOTALS = """
WITH chosen AS MATERIALIZED (
  SELECT c.grade, p.severity, {is_stale} AS is_stale, p.severity_counts, p.cause_counts, p.amounts
  FROM postures AS p
  {company}
  {revision}
  WHERE {condition}
)
SELECT grade, severity, 0 AS part, NULL AS name, count(*), sum(is_stale) FROM chosen GROUP BY grade, severity
UNION ALL
SELECT grade, severity, 1, found.key, sum(found.value), NULL
FROM chosen, json_each(severity_counts) AS found GROUP BY grade, severity, found.key HAVING sum(found.value) > 0
UNION ALL
SELECT grade, severity, 2, found.key, sum(found.value), NULL
FROM chosen, json_each(cause_counts) AS found GROUP BY grade, severity, found.key HAVING sum(found.value) > 0
UNION ALL
SELECT grade, severity, 3, json_extract(amount.value, '$[0]') AS currency,
  sum(json_extract(amount.value, '$[1]')), NULL
FROM chosen, json_each(amounts) AS amount GROUP BY grade, severity, currency
ORDER BY grade, severity, part, name
"""

_DAYS = """
SELECT {columns} FROM posture_days AS t
WHERE account = ? AND day >= coalesce(?, day) AND day <= coalesce(?, day)
ORDER BY day
"""

_COMPARED = {
    "grade": "c.grade = :grade",
    "industry": "c.industry = :industry",
    "region": "c.region = :region",
    "employee": "p.account IN (SELECT held.account FROM exposures AS held WHERE held.employee = :employee)",
    "min_value_at_risk": "p.value_at_risk >= :min_value_at_risk",
    "currency": "p.currency = :currency",
}

_FOUND = """EXISTS (
  SELECT 1 FROM findings AS f
  WHERE f.account = p.account AND f.is_account_wide = 1 AND {condition}
)"""

_LISTED = {
    "kinds": "f.kind IN (SELECT value FROM json_each(:kinds))",
    "severities": "f.severity IN (SELECT value FROM json_each(:severities))",
}


def condition_on(wanted: PortfolioFilter) -> tuple[str, dict[str, Any]]:
    """The condition on a posture p and its company c, and the values that it names."""
    values = {name: getattr(wanted, name) for name in _COMPARED if getattr(wanted, name) is not None}
    conditions = [_COMPARED[name] for name in values]
    if wanted.text is not None:
        condition, words = holds("c.search_text", sought(wanted.text).words)
        conditions.append(condition)
        values |= words
    listed = [name for name in _LISTED if getattr(wanted, name)]
    if listed:
        conditions.append(statement(_FOUND, condition=" AND ".join(_LISTED[name] for name in listed)))
        values |= {name: json.dumps(getattr(wanted, name)) for name in listed}
    return " AND ".join(conditions) or "true", values


def find_postures(
    connection: sqlite3.Connection,
    wanted: PortfolioFilter,
    order: PortfolioOrder,
    first: int,
    after: str | None,
    standard: Standard,
) -> list[PortfolioRow]:
    """See the port. Cost: a look at every account from `after` on to the last of the page."""
    condition, values = condition_on(wanted)
    command = statement(
        _PAGE,
        is_stale=IS_STALE,
        columns=quoted(POSTURE_COLUMNS, "p."),
        company=COMPANY_OF,
        revision=_REVISION,
        behind="true" if after is None else "place.rank > :after",
        condition=condition,
    )
    values |= {**standard._asdict(), "order": order, "first": first, "after": after}
    rows = connection.execute(command, values)
    return [
        PortfolioRow(name, grade, industry, region, bool(is_stale), rank, posture_from_row(rest))
        for name, grade, industry, region, is_stale, rank, *rest in rows
    ]


def read_totals(
    connection: sqlite3.Connection, wanted: PortfolioFilter, standard: Standard
) -> list[PortfolioTotal]:
    """See the port. Cost: a pass over the postures."""
    condition, values = condition_on(wanted)
    command = statement(_TOTALS, is_stale=IS_STALE, company=COMPANY_OF, revision=_REVISION, condition=condition)
    rows = connection.execute(command, values | standard._asdict()).fetchall()
    return list(_totals(rows))


def _totals(rows: list[Row]) -> Iterator[PortfolioTotal]:
    for (grade, severity), group in groupby(rows, key=lambda row: row[:2]):
        parts: tuple[list[Row], list[Row], list[Row], list[Row]] = ([], [], [], [])
        for row in group:
            parts[row[2]].append(row[3:])
        ((_, account_count, stale_count),) = parts[0]
        yield PortfolioTotal(
            grade=grade,
            severity=severity,
            account_count=account_count,
            stale_count=stale_count,
            severity_counts={name: count for name, count, _ in parts[1]},
            cause_counts={name: count for name, count, _ in parts[2]},
            amounts=tuple(CurrencyAmount(currency, value) for currency, value, _ in parts[3]),
        )


def read_posture_days(
    connection: sqlite3.Connection, account: str, from_day: str | None, to_day: str | None
) -> list[Posture]:
    """See the port."""
    command = statement(_DAYS, columns=quoted(POSTURE_COLUMNS, "t."))
    return [posture_from_row(row) for row in connection.execute(command, (account, from_day, to_day))]
