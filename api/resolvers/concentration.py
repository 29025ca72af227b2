"""`concentration`: on how few of our people does an account hang?"""

from __future__ import annotations

from api.resolvers.arguments import AsOf, CompanyKey, Info, WhatIf, policy_changes
from queries.concentration import CONCENTRATION, Concentration, ConcentrationParams


async def concentration(
    info: Info, company: CompanyKey, as_of: AsOf = None, policy: WhatIf = None
) -> Concentration:
    """The concentration of a company's whole account."""
    params = ConcentrationParams(company=company, as_of=as_of, policy=policy_changes(policy))
    return await info.context.asker.ask(CONCENTRATION, params)
