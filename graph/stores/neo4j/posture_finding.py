"""Pages of postures and findings, their totals, and who holds what, from what is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any

from graph.posture import (
    EmployeeExposure,
    EmployeeTotal,
    FindingFilter,
    FindingOrder,
    KeptFinding,
    Place,
    PortfolioFilter,
    PortfolioOrder,
    PortfolioRow,
    PortfolioTotal,
    Posture,
    RankedCause,
    Standard,
    summed_amounts,
    worths,
)
from graph.search_text import sought
from graph.stores.neo4j.connection import Transaction
from graph.stores.neo4j.ordered_text import ordered, original
from graph.stores.neo4j.posture_rows import (
    amount_pairs,
    causes_from,
    exposures_from,
    findings_from,
    place_end,
    postures_from,
    severity_counts_from,
    totals_from,
)


async def find_postures(
    transaction: Transaction,
    wanted: PortfolioFilter,
    order: PortfolioOrder,
    first: int,
    after: str | None,
    standard: Standard,
) -> list[PortfolioRow]:
    """See the port."""
    columns = await transaction.run_for_one(
        "find_postures",
        order=str(order),
        after=ordered(after or ""),
        first=first,
        **standard._asdict(),
        **_accounts_wanted(wanted),
    )
    *of_row, ranks = columns[:6]
    return [
        PortfolioRow(*row) for row in zip(*of_row, map(original, ranks), postures_from(columns[6:]), strict=True)
    ]


async def read_totals(
    transaction: Transaction, wanted: PortfolioFilter, standard: Standard
) -> list[PortfolioTotal]:
    """See the port."""
    rows = await transaction.run("read_totals", **standard._asdict(), **_accounts_wanted(wanted))
    totals = [_total(*row) for row in rows]
    return sorted(totals, key=lambda total: (total.grade or "", total.severity or ""))


async def find_exposures(
    transaction: Transaction, wanted: PortfolioFilter, employees: Sequence[str]
) -> list[EmployeeExposure]:
    """See the port."""
    columns = await transaction.run_for_one(
        "find_exposures", employees=list(employees), **_accounts_wanted(wanted)
    )
    # The server's order of keys is not always that of code points.
    return sorted(exposures_from(columns), key=attrgetter("employee", "account"))


async def read_employee_totals(transaction: Transaction, wanted: PortfolioFilter) -> list[EmployeeTotal]:
    """See the port."""
    columns = await transaction.run_for_one("read_employee_totals", **_accounts_wanted(wanted))
    return sorted(totals_from(columns), key=attrgetter("employee"))


async def find_findings(
    transaction: Transaction, wanted: FindingFilter, order: FindingOrder, first: int, after: Place | None
) -> list[KeptFinding]:
    """See the port."""
    return findings_from(await _page(transaction, "find_findings", wanted, order, first, after))


async def find_causes(
    transaction: Transaction, wanted: FindingFilter, order: FindingOrder, first: int, after: Place | None
) -> list[RankedCause]:
    """See the port."""
    return causes_from(await _page(transaction, "find_causes", wanted, order, first, after), order)


async def count_findings(transaction: Transaction, wanted: FindingFilter) -> int:
    """See the port."""
    return await _count(transaction, "count_findings", wanted)


async def count_causes(transaction: Transaction, wanted: FindingFilter) -> int:
    """See the port."""
    return await _count(transaction, "count_causes", wanted)


async def read_posture_days(
    transaction: Transaction, account: str, from_day: str | None, to_day: str | None
) -> list[Posture]:
    """See the port."""
    return postures_from(
        await transaction.run_for_one("read_posture_days", account=account, from_day=from_day, to_day=to_day)
    )


def _accounts_wanted(wanted: PortfolioFilter) -> dict[str, Any]:
    return _attributes(wanted) | {"words": [] if wanted.text is None else sought(wanted.text).words}


def _attributes(wanted: PortfolioFilter | FindingFilter) -> dict[str, Any]:
    """What `asdict` gives, without a copy of lists that may be long."""
    return {field.name: getattr(wanted, field.name) for field in fields(wanted)}


_PLACES_OF_FEW = ("ids", "causes", "account", "company", "employee")
"""Few findings have one of these: they are found by that; others page by page in an order."""


async def _page(
    transaction: Transaction,
    name: str,
    wanted: FindingFilter,
    order: FindingOrder,
    first: int,
    after: Place | None,
) -> Sequence[Sequence[Any]]:
    """The columns that the statement of that name returns, or the one that goes to the wanted findings."""
    parameters, places = _findings_wanted(wanted)
    first_worth, second_worth, *end = after or ("", "")
    parameters |= {"first": first, "place": place_end(end)}
    if places:
        worths_of_order = {"first_worth": first_worth, "second_worth": second_worth}
        return await transaction.run_for_one(
            f"{name}_at", **parameters, **places, **worths_of_order, order=str(order)
        )
    worth, money_worth = worths(order, first_worth, second_worth)
    in_order = name if order is FindingOrder.SEVERITY else f"{name}_by_money"
    return await transaction.run_for_one(in_order, **parameters, worth=worth, money_worth=money_worth)


async def _count(transaction: Transaction, name: str, wanted: FindingFilter) -> int:
    parameters, places = _findings_wanted(wanted)
    (count,) = await transaction.run_for_one(f"{name}_at" if places else name, **parameters, **places)
    return int(count)


def _findings_wanted(wanted: FindingFilter) -> tuple[dict[str, Any], dict[str, Any]]:
    """The parameters of every statement, and where the few wanted are; nothing when they may be anywhere."""
    parameters = _attributes(wanted)
    places = {place: parameters.pop(place) for place in _PLACES_OF_FEW}
    return parameters, places if any(value is not None for value in places.values()) else {}


def _total(
    grade: str | None,
    severity: str | None,
    account_count: int,
    stale_count: int,
    *counts_and_amounts: Any,
) -> PortfolioTotal:
    *counts, currencies, values = counts_and_amounts
    each = len(counts) // 2
    return PortfolioTotal(
        grade=grade,
        severity=severity,
        account_count=account_count,
        stale_count=stale_count,
        severity_counts=severity_counts_from(count or None for count in counts[:each]),
        cause_counts=severity_counts_from(count or None for count in counts[each:]),
        amounts=summed_amounts(amount_pairs(currencies, values)),
    )
