"""Concentration: views of `queries.concentration`."""

from __future__ import annotations

from datetime import date

import strawberry

from api.types.node_refs import CompanyRef, OpportunityRef, PersonRef
from api.types.policy_version import POLICY_VERSION
from api.types.record_fields import edge_end, edge_ends
from graph.records import COMPANIES, OPPORTUNITIES, PEOPLE


@strawberry.type(description="What one of our people holds of an account.")
class Holder:
    """View of `queries.concentration.Holder`."""

    employee: PersonRef = edge_end("employee", PEOPLE, "Who.")
    strength: float = strawberry.field(description="Summed strength of the live ties.")
    part: float = strawberry.field(description="Its part of that of everybody, 0 to 1.")


@strawberry.type(description="On how few of our people an account hangs.")
class Concentration:
    """View of `queries.concentration.Concentration`."""

    company: CompanyRef = edge_end("company", COMPANIES, "The company that was asked about.")
    account: CompanyRef = edge_end("account", COMPANIES, "The company at the top of its group: what is shown.")
    as_of: date = strawberry.field(description="The day that is shown.")
    revision: int = strawberry.field(description="Revision of the account; it grows with every change.")
    policy_version: int = strawberry.field(description=POLICY_VERSION)
    effective_holders: float | None = strawberry.field(
        description="As how many equal holders the account has: 1/HHI of tie strength; null without a live tie."
    )
    bus_factor: int | None = strawberry.field(
        description="The fewest employees whose leaving loses the policy's part of the decision share within "
        "reach; null when nobody with a share is within reach."
    )
    exact: bool = strawberry.field(description="Whether no smaller number exists for certain.")
    employees: list[PersonRef] = edge_ends("employees", PEOPLE, "Those employees.")
    opportunity: OpportunityRef | None = edge_end(
        "opportunity", OPPORTUNITIES, "The open opportunity where it takes fewest; null: the inferred decision."
    )
    holders: list[Holder] = strawberry.field(description="Who holds how much.")
