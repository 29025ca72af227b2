"""What accounts are compared by when one of them is graded: light figures of every account's root company."""

from __future__ import annotations

from typing import NamedTuple

from graph.model.companies import Company
from graph.store import CompanyFilter, GraphStore
from graph.viewer import Viewer

_PAGE = 1_000


class CustomerFigures(NamedTuple):
    """What the grading compares an account's root company with the other accounts' by."""

    company: str
    annual_value: float | None
    potential_value: float | None
    currency: str | None
    industry_influence: int | None


def figures_of(company: Company) -> CustomerFigures:
    """The figures of one company."""
    return CustomerFigures(
        company=company.key,
        annual_value=company.annual_value,
        potential_value=company.potential_value,
        currency=company.currency,
        industry_influence=company.industry_influence,
    )


async def read_customer_figures(store: GraphStore, viewer: Viewer) -> tuple[CustomerFigures, ...]:
    """The figures of every account, ordered by name and key. Reads the root companies alone, page by page."""
    found: list[CustomerFigures] = []
    wanted = CompanyFilter(accounts_only=True)
    after: tuple[str, str] | None = None
    while True:
        page = await store.find_companies(viewer, wanted, _PAGE, after)
        found += map(figures_of, page)
        if len(page) < _PAGE:
            return tuple(found)
        after = page[-1].name, page[-1].key
