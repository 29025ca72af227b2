"""`grading`: which grade would a customer have by its figures, beside the one that was entered?"""

from __future__ import annotations

from api.resolvers.arguments import AsOf, CompanyKey, Info, WhatIf, policy_changes
from graph.customer_figures import read_customer_figures
from queries.grading import GRADING, Grading, GradingParams


async def grading(info: Info, company: CompanyKey, as_of: AsOf = None, policy: WhatIf = None) -> Grading:
    """The grading of a company's account among all accounts."""
    context = info.context
    params = GradingParams(
        company=company,
        portfolio=tuple(await read_customer_figures(context.store)),
        as_of=as_of,
        policy=policy_changes(policy),
    )
    return await context.asker.ask(GRADING, params)
