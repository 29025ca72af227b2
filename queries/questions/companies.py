"""Companies: which are there, by name?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from graph.model.companies import Company
from graph.model.shown import said, up_to
from graph.store import CompanyFilter
from queries.needs import CompaniesBehind, Need
from queries.page_cursor import (
    PAGE_LIMIT,
    After,
    Cursor,
    PageInfo,
    how_many,
    page_info,
    place_of,
    to_cursor,
)
from queries.question import NO_ACCOUNTS, Question, TodaysParams, no_part


@dataclass(frozen=True, slots=True, kw_only=True)
class CompaniesParams(TodaysParams):
    """Which companies, and which page; `found` are those behind the cursor, one more than the page has."""

    filter: Annotated[CompanyFilter | None, said("Which companies.")] = None
    first: Annotated[int, up_to(PAGE_LIMIT, how_many(PAGE_LIMIT))] = 50
    after: After = None
    found: tuple[Company, ...] = ()


@dataclass(frozen=True, slots=True)
class CompanyEdge:
    """A company and its place in the list."""

    cursor: Cursor
    node: Annotated[Company, said("The company.")]


@dataclass(frozen=True, slots=True)
class CompanyConnection:
    """A page of companies, by name and key."""

    edges: Annotated[tuple[CompanyEdge, ...], said("The companies of this page.")]
    page_info: Annotated[PageInfo, said("Where the page lies.")]


def _wanted(params: CompaniesParams) -> CompaniesBehind:
    return CompaniesBehind(
        filter=params.filter or CompanyFilter(),
        first=params.first + 1,
        after=None if params.after is None else place_of(params.after),
    )


def answer(parts: Sequence[None], params: CompaniesParams) -> CompanyConnection:
    """By name, then by key."""
    edges = tuple(
        CompanyEdge(to_cursor(company.name, company.key), company) for company in params.found[: params.first]
    )
    return CompanyConnection(
        edges=edges,
        page_info=page_info(
            [edge.cursor for edge in edges],
            has_next=len(params.found) > params.first,
            has_previous=params.after is not None,
        ),
    )


COMPANIES: Question[CompaniesParams, None, CompanyConnection] = Question(
    name="companies",
    sentence="Companies by name, in pages.",
    params=CompaniesParams,
    answer=CompanyConnection,
    needs=(Need(_wanted, into="found"),),
    scope=lambda params: NO_ACCOUNTS,
    part=no_part,
    combine=answer,
)
