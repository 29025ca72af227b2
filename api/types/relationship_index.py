"""Relationship index 三层客户关系: views of `queries.relationship_index`."""

from __future__ import annotations

from datetime import date

import strawberry

from api.types.node_refs import CompanyRef
from api.types.policy_version import POLICY_VERSION
from api.types.record_fields import edge_end
from api.types.terms import Term
from graph.records import COMPANIES


@strawberry.type(description="The same index a year before.")
class Trend:
    """View of `queries.relationship_index.Trend`."""

    on: date = strawberry.field(description="The day.")
    value: float | None = strawberry.field(description="Its value then, by today's policy; null: nothing known.")


@strawberry.type(description="The health of one layer of relationship.")
class LayerIndex:
    """View of `queries.relationship_index.LayerIndex`."""

    value: float | None = strawberry.field(description="From 0 to 100; null when it has no term.")
    completeness: float = strawberry.field(description="Known part of what went in, 0 to 1.")
    terms: list[Term] = strawberry.field(description="Its terms, 0 to 1 each.")
    trend: Trend = strawberry.field(description="The same a year before.")


@strawberry.type(description="How healthy the three layers of relationship are.")
class RelationshipIndex:
    """View of `queries.relationship_index.RelationshipIndex`."""

    company: CompanyRef = edge_end("company", COMPANIES, "The company that is shown.")
    account: CompanyRef = edge_end("account", COMPANIES, "The company at the top of its group.")
    as_of: date = strawberry.field(description="The day that is shown.")
    revision: int = strawberry.field(description="Revision of the account; it grows with every change.")
    policy_version: int = strawberry.field(description=POLICY_VERSION)
    key: LayerIndex = strawberry.field(description="关键客户关系: the individuals in the decision chain.")
    general: LayerIndex = strawberry.field(description="普遍客户关系: everyone else we work with.")
    organizational: LayerIndex = strawberry.field(description="组织客户关系: company to company.")
