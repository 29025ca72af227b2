"""The pages to measure: of each list over all accounts the first, one in the middle, and one of a filter."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from types import SimpleNamespace
from typing import Any

import strawberry

from api.answering import Answering
from api.resolvers.findings import findings
from api.types.findings import FindingFilter
from graph.model.words import Severity
from graph.viewer import LOCAL
from queries.exposure import EXPOSURE_BY_EMPLOYEE, ExposureParams
from queries.findings.causes import FindingGrouping
from queries.kept_filters import PortfolioFilter
from queries.page_cursor import PAGE_LIMIT
from queries.portfolio import PORTFOLIO, PortfolioParams

FIRST = 50
_MANY = 500

Ask = Callable[[Answering], Awaitable[Any]]
"""Asks for a page as the resolver answers it."""


class Page:
    """A page, alone and with all that is read or made only when it is asked for."""

    def __init__(self, alone: Ask, whole: Ask) -> None:
        self.alone = alone
        self.whole = whole


async def pages(answering: Answering, account_count: int) -> dict[str, Page]:
    """The pages by name, in a world of that many accounts; each is asked for with an answering of its own."""
    exposure = await _cursor_behind(answering, exposures, _MANY)
    accounts = await _cursor_behind(answering, portfolio, account_count // 2)
    found: dict[str, Page] = {}
    for name, ask, whole, filtered, middle in (
        ("portfolio", portfolio, _with_totals, PortfolioFilter, accounts),
        ("exposureByEmployee", exposures, _with_accounts, PortfolioFilter, exposure),
        ("findings", _told, _with_evidence, FindingFilter, await _middle(answering, account_count)),
        (
            "findings by cause",
            partial(_told, by=FindingGrouping.CAUSE),
            _with_evidence,
            FindingFilter,
            await _middle(answering, account_count, by=FindingGrouping.CAUSE),
        ),
    ):
        severe = filtered(min_severity=Severity.MODERATE)
        for which, given in (
            ("first", {}),
            ("in the middle", {"after": middle}),
            ("moderate", {"filter": severe}),
        ):
            alone = partial(_asked, ask, given)
            found[f"{name}, {which}"] = Page(alone, partial(whole, alone))
    return found


async def _asked(ask: Any, given: dict[str, Any], answering: Answering) -> Any:
    page = await ask(_info(answering), first=FIRST, **given)
    if len(page.edges) != FIRST:
        raise RuntimeError("the page is not full: not all postures are computed")
    return page


async def portfolio(info: Any, **given: Any) -> Any:
    """A page of accounts."""
    return await info.context.asker.ask(LOCAL, PORTFOLIO, PortfolioParams(**given))


async def exposures(info: Any, **given: Any) -> Any:
    """A page of our people."""
    return await info.context.asker.ask(LOCAL, EXPOSURE_BY_EMPLOYEE, ExposureParams(**given))


async def _cursor_behind(answering: Answering, ask: Callable[..., Awaitable[Any]], count: int) -> str:
    """The cursor of the last of that many rows of a list."""
    after: str | None = None
    for start in range(0, count, PAGE_LIMIT):
        page = await ask(_info(answering), first=min(PAGE_LIMIT, count - start), after=after)
        after = page.edges[-1].cursor
    if after is None:
        raise ValueError(f"{count}: expected 1 or more")
    return after


async def _told(info: Any, **given: Any) -> Any:
    """The page with what each finding, or the worst one of each cause, says: it is read when it is asked for."""
    page = await findings(info, **given)
    for edge in page.edges:
        _ = edge.node.found
    return page


async def _with_totals(alone: Ask, answering: Answering) -> None:
    page = await alone(answering)
    await answering.asker.later(LOCAL, page.totals)


async def _with_accounts(alone: Ask, answering: Answering) -> None:
    page = await alone(answering)
    for edge in page.edges:
        _ = edge.node.accounts


async def _with_evidence(alone: Ask, answering: Answering) -> None:
    page = await alone(answering)
    await asyncio.gather(page.counts.total(), page.counts.less_severe())
    for edge in page.edges:
        for finding in edge.cause.findings if edge.cause else [edge.node]:
            evidence = finding.found.evidence
            _ = evidence.people, evidence.edges, evidence.figures, evidence.policy


async def _middle(answering: Answering, account_count: int, **given: Any) -> str:
    """The cursor of a finding in the middle of those of one account, which lie anywhere among all."""
    company = strawberry.ID(f"a{account_count // 2:05}")
    page = await findings(_info(answering), filter=FindingFilter(company=company), first=_MANY, **given)
    cursor: str = page.edges[len(page.edges) // 2].cursor
    return cursor


def _info(answering: Answering) -> Any:
    return SimpleNamespace(context=answering.context(LOCAL))
