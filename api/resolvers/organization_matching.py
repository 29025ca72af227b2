"""`organizationMatching`: do levels meet levels, and functions functions?"""

from __future__ import annotations

from api.resolvers.arguments import AsOf, CompanyKey, Info, WhatIf, policy_changes
from queries.organization_matching import ORGANIZATION_MATCHING, OrganizationMatching, OrganizationMatchingParams


async def organization_matching(
    info: Info, company: CompanyKey, as_of: AsOf = None, policy: WhatIf = None
) -> OrganizationMatching:
    """How both sides of a company with its own subsidiaries are matched."""
    params = OrganizationMatchingParams(company=company, as_of=as_of, policy=policy_changes(policy))
    return await info.context.asker.ask(ORGANIZATION_MATCHING, params)
