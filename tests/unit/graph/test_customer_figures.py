"""The figures that accounts are graded by come from every account, page by page, and from nothing else."""

from __future__ import annotations

import pytest

from graph.customer_figures import CustomerFigures, read_customer_figures
from graph.model.companies import COMPANIES
from graph.open_store import open_store
from graph.settings import Settings
from graph.store import Changes, Table
from graph.viewer import LOCAL

COLUMNS = ("key", "name", "side", "parent", "annual_value", "potential_value", "currency", "industry_influence")


@pytest.mark.parametrize("account_count", [0, 1, 1_000, 2_001])
async def test_every_account_is_read_once_and_no_other_company(account_count: int) -> None:
    accounts = [
        (f"a{n:04}", f"Name {n % 7}", "CUSTOMER", None, n, 2 * n, "CNY", None) for n in range(account_count)
    ]
    others = [("us", "Us", "SUPPLIER"), ("rival", "Rival", "COMPETITOR")]
    subsidiaries = [("plant", "Plant", "CUSTOMER", "a0000")] if accounts else []
    rows = [(*row, *[None] * (len(COLUMNS) - len(row))) for row in (*accounts, *others, *subsidiaries)]
    store = await open_store(Settings(store_url="memory:"))
    try:
        await store.write(LOCAL, Changes([Table.of_rows(COMPANIES, COLUMNS, rows)]))
        found = await read_customer_figures(store, LOCAL)
    finally:
        await store.close()
    assert sorted(found) == [
        CustomerFigures(f"a{n:04}", float(n), 2.0 * n, "CNY", None) for n in range(account_count)
    ]
