"""The pages to measure: of each list over all accounts the first, one in the middle, and one of a filter."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from api.answering import Answering
from graph.model.words import Severity
from graph.viewer import LOCAL
from queries.exposure import EXPOSURE_BY_EMPLOYEE, ExposureParams
from queries.findings.causes import FindingGrouping
from queries.kept_filters import FindingFilter, PortfolioFilter
from queries.portfolio import PORTFOLIO, PortfolioParams
from queries.questions.findings import FINDINGS, FindingsParams

FIRST = 50
_MANY = 500

Ask = Callable[[Answering], Awaitable[Any]]
"""Asks for a page as the service answers it."""


class Page:
    """A page, alone and with all that is read or made only when it is asked for."""

    def __init__(self, alone: Ask, whole: Ask) -> None:
        self.alone = alone
        self.whole = whole


async def pages(answering: Answering, account_count: int) -> dict[str, Page]:
    """The pages by name, in a world of that many accounts; each is asked for with an answering of its own."""
    exposure = (await exposures(answering, first=_MANY)).edges[-1].cursor
    accounts = (await portfolio(answering, first=account_count // 2)).edges[-1].cursor
    by_cause = partial(_told, by=FindingGrouping.CAUSE)
    found: dict[str, Page] = {}
    for name, ask, whole, filtered, middle in (
        ("portfolio", portfolio, _with_totals, PortfolioFilter, accounts),
        ("exposureByEmployee", exposures, _with_accounts, PortfolioFilter, exposure),
        ("findings", _told, _with_evidence, FindingFilter, await _middle(answering, _told, account_count)),
        (
            "findings by cause",
            by_cause,
            _with_evidence,
            FindingFilter,
            await _middle(answering, by_cause, account_count),
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
    page = await ask(answering, first=FIRST, **given)
    if len(page.edges) != FIRST:
        raise RuntimeError("the page is not full: not all postures are computed")
    return page


async def portfolio(answering: Answering, **given: Any) -> Any:
    """A page of accounts."""
    return await answering.asker.ask(LOCAL, PORTFOLIO, PortfolioParams(**given))


async def exposures(answering: Answering, **given: Any) -> Any:
    """A page of our people."""
    return await answering.asker.ask(LOCAL, EXPOSURE_BY_EMPLOYEE, ExposureParams(**given))


async def _told(answering: Answering, **given: Any) -> Any:
    """The page with what each finding, or the worst one of each cause, says: it is read when it is asked for."""
    page = await answering.asker.ask(LOCAL, FINDINGS, FindingsParams(**given))
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
    page, asker = await alone(answering), answering.asker
    await asyncio.gather(asker.later(LOCAL, page.total_count), asker.later(LOCAL, page.less_severe_count))
    for edge in page.edges:
        for finding in edge.cause.findings if edge.cause else [edge.node]:
            evidence = finding.found.evidence
            _ = evidence.people, evidence.edges, evidence.figures, evidence.policy


async def _middle(answering: Answering, ask: Any, account_count: int) -> str:
    """The cursor of a finding in the middle of those of one account, which lie anywhere among all."""
    page = await ask(answering, filter=FindingFilter(company=f"a{account_count // 2:05}"), first=_MANY)
    cursor: str = page.edges[len(page.edges) // 2].cursor
    return cursor
