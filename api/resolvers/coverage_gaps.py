"""`coverageGaps`: whom, which departments, lines and levels do we not know?"""

from __future__ import annotations

from typing import Annotated

import strawberry

from api.resolvers.arguments import AsOf, CompanyKey, Info, WhatIf, policy_changes
from graph.model.words import Severity
from queries.coverage_gaps import COVERAGE_GAPS, CoverageGaps, CoverageGapsParams


async def coverage_gaps(
    info: Info,
    company: CompanyKey,
    min_severity: Annotated[
        Severity | None, strawberry.argument(description="Only gaps of this severity and above.")
    ] = None,
    as_of: AsOf = None,
    policy: WhatIf = None,
) -> CoverageGaps:
    """The gaps of a company with its own subsidiaries."""
    params = CoverageGapsParams(
        company=company, min_severity=min_severity, as_of=as_of, policy=policy_changes(policy)
    )
    return await info.context.asker.ask(COVERAGE_GAPS, params)
