"""`coverageGaps`: whom, which departments, lines and levels do we not know?"""

from __future__ import annotations

from datetime import date

from api.context import Context
from queries.coverage_gaps import COVERAGE_GAPS, CoverageGaps, CoverageGapsParams


async def coverage_gaps(context: Context, company: str, as_of: date | None) -> CoverageGaps:
    """The gaps of a company with its own subsidiaries."""
    return await context.asker.ask(COVERAGE_GAPS, CoverageGapsParams(company=company, as_of=as_of))
