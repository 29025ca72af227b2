"""`relationshipIndex`: how healthy are the key, general and organizational relationships?"""

from __future__ import annotations

from api.resolvers.arguments import AsOf, CompanyKey, Info, WhatIf, policy_changes
from queries.relationship_index import RELATIONSHIP_INDEX, RelationshipIndex, RelationshipIndexParams


async def relationship_index(
    info: Info, company: CompanyKey, as_of: AsOf = None, policy: WhatIf = None
) -> RelationshipIndex:
    """The three layers of a company with its own subsidiaries."""
    params = RelationshipIndexParams(company=company, as_of=as_of, policy=policy_changes(policy))
    return await info.context.asker.ask(RELATIONSHIP_INDEX, params)
