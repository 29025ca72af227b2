"""Who of ours holds what in the accounts that are kept: row by row, and summed over accounts."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from functools import partial
from itertools import chain
from typing import Any

import orjson

from graph.model.words import Severity
from graph.posture import CurrencyAmount, EmployeeExposure, EmployeeTotal, PortfolioFilter, summed_amounts
from graph.stores.sqlite.columns import quoted, statement
from graph.stores.sqlite.portfolio import COMPANY_OF, condition_on
from graph.stores.sqlite.posture_rows import EXPOSURE_COLUMNS, amounts_to_json, exposure_from_row

_SEVERITIES = tuple(map(str, Severity))
"""The lowest first: the highest one is a number that the statement can take the maximum of."""

_ROWS = """
SELECT {columns}
FROM exposures AS t
CROSS JOIN postures AS p ON p.account = t.account
{company}
WHERE t.employee IN (SELECT value FROM json_each(:employees)) AND {own} AND {condition}
ORDER BY t.employee, t.account
"""

_NOTHING = CurrencyAmount(None, 0.0)
"""The only amount of most rows: of those whose employee nothing is lost without."""

# By account first: one look at posture and company for each account instead of for each row. Amounts are joined as
# JSON text and added outside: adding them here takes longer, and depends on the order of the rows. Nothing is said
# once, however many rows say it.
_TOTALS = """
SELECT t.employee, count(*), sum(t.live_tie_count), sum(t.single_held_count), max(t.exposure),
  max(CASE t.severity {severity_places} END), group_concat(nullif(t.amounts, :nothing)), max(t.amounts = :nothing)
FROM postures AS p
{company}
CROSS JOIN exposures AS t ON t.account = p.account
WHERE {own} AND {condition}
GROUP BY t.employee ORDER BY t.employee
"""


def find_exposures(
    connection: sqlite3.Connection, wanted: PortfolioFilter, employees: Sequence[str]
) -> list[EmployeeExposure]:
    """See the port. Cost: of the rows of those employees."""
    command, values = _command(_ROWS, wanted, columns=quoted(EXPOSURE_COLUMNS, "t."))
    rows = connection.execute(command, values | {"employees": json.dumps(list(employees))})
    return [exposure_from_row(row) for row in rows]


def read_employee_totals(connection: sqlite3.Connection, wanted: PortfolioFilter) -> list[EmployeeTotal]:
    """See the port. Cost: a pass over the exposures of the accounts."""
    places = " ".join(f"WHEN '{name}' THEN {place}" for place, name in enumerate(_SEVERITIES))
    command, values = _command(_TOTALS, wanted, severity_places=places)
    return [_total(*row) for row in connection.execute(command, values | {"nothing": amounts_to_json([_NOTHING])})]


def _command(text: str, wanted: PortfolioFilter, **parts: str) -> tuple[str, dict[str, Any]]:
    condition, values = condition_on(wanted)
    own = "true" if wanted.employee is None else "t.employee = :employee"
    return statement(text, company=COMPANY_OF, own=own, condition=condition, **parts), values


def _total(
    employee: str,
    account_count: int,
    live_tie_count: int,
    single_held_count: int,
    exposure: float,
    severity_place: int | None,
    amounts: str | None,
    is_some_nothing: int,
) -> EmployeeTotal:
    """The total out of a row."""
    return EmployeeTotal(
        employee=employee,
        account_count=account_count,
        live_tie_count=live_tie_count,
        single_held_count=single_held_count,
        exposure=exposure,
        severity=None if severity_place is None else _SEVERITIES[severity_place],
        add_up=partial(_added, amounts, is_some_nothing),
    )


def _added(amounts: str | None, is_some_nothing: int) -> tuple[CurrencyAmount, ...]:
    added = summed_amounts(chain.from_iterable(orjson.loads(f"[{amounts or ''}]")))
    if is_some_nothing and (not added or added[0].currency is not None):
        return (_NOTHING, *added)
    return added
