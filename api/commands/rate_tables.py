"""How the base currency and the exchange rates are shown in the terminal."""

from __future__ import annotations

from datetime import date
from typing import TypedDict

from rich.table import Table

from api.commands.speaking import spoken
from graph.messages.told import Told
from graph.policy import Policy
from graph.rates import Rates
from graph.rules.cells import write_number


class Row(TypedDict):
    """A rate; `on` is the first day on which it holds, None of an undated one."""

    currency: str
    on: str | None
    rate: float


def rows_of(policy: Policy, known: Rates, day: date | None) -> list[Row]:
    """By currency and day, undated ones of the policy first; on a day those that hold then."""
    dated = known.by_currency if day is None else {name: (held,) for name, held in known.on(day).items()}
    undated = {name: rate for name, rate in policy.rates.items() if day is None or name not in dated}
    rows = [Row(currency=name, on=None, rate=rate) for name, rate in sorted(undated.items())]
    rows += [
        Row(currency=name, on=held.on.isoformat(), rate=held.rate) for name, days in dated.items() for held in days
    ]
    return rows


def table_of(rows: list[Row]) -> Table:
    """The rows for people to read."""
    table = Table(spoken(Told("currency", "货币")), spoken(Told("from", "起始日")), box=None)
    table.add_column(spoken(Told("rate", "汇率")), justify="right")
    undated = spoken(Told("undated, of the policy", "无日期，来自政策"))
    for row in rows:
        table.add_row(row["currency"], row["on"] or undated, write_number(row["rate"]))
    return table


def base_currency_of(policy: Policy) -> Told:
    """A sentence that says which one it is."""
    if policy.base_currency is None:
        return Told(
            "There is no base currency, so nothing is converted: guanxi rates base CNY sets one.",
            "没有本位币，因此不作换算：guanxi rates base CNY 可设定本位币。",
        )
    return Told(f"Base currency: {policy.base_currency}", f"本位币：{policy.base_currency}")
