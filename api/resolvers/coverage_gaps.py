"""`coverageGaps`: whom, which departments, lines and levels do we not know?"""

from __future__ import annotations

from api.resolvers.arguments import AsOf, CompanyKey, Info, WhatIf, policy_changes
from queries.coverage_gaps import COVERAGE_GAPS, CoverageGaps, CoverageGapsParams


async def coverage_gaps(
    info: Info, company: CompanyKey, as_of: AsOf = None, policy: WhatIf = None
) -> CoverageGaps:
    """The gaps of a company with its own subsidiaries."""
    params = CoverageGapsParams(company=company, as_of=as_of, policy=policy_changes(policy))
    return await info.context.asker.ask(COVERAGE_GAPS, params)
