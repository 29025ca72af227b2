"""Repair plan: views of `queries.repair_plan`."""

from __future__ import annotations

from datetime import date

import strawberry

from api.types.node_refs import CompanyRef, OpportunityRef, PersonRef
from api.types.policy_version import POLICY_VERSION
from api.types.record_fields import edge_end, edge_ends
from api.types.terms import Term
from graph.records import COMPANIES, OPPORTUNITIES, PEOPLE


@strawberry.type(description="A tie to make, or to revive.")
class ProposedTie:
    """View of `queries.repair_plan.ProposedTie`."""

    employee: PersonRef = edge_end("employee", PEOPLE, "Who of us should make it.")
    contact: PersonRef = edge_end("contact", PEOPLE, "With whom.")
    is_revived: bool = strawberry.field(
        name="revived", description="Whether there is a tie already, which is not live any more."
    )
    plausibility: float = strawberry.field(description="How well the two fit, 0 to 1: the successor score.")
    terms: list[Term] = strawberry.field(description="The terms of that score.")
    introducer: PersonRef | None = edge_end(
        "introducer", PEOPLE, "Who may introduce: the last person before the contact on the best access path."
    )
    repairs: str = strawberry.field(description="What it repairs, as a sentence.")
    findings: list[strawberry.ID] = strawberry.field(description="Ids of the findings that it works against.")


@strawberry.type(description="The fewest ties after which every key person has the redundancy that is wanted.")
class RepairPlan:
    """View of `queries.repair_plan.RepairPlan`."""

    company: CompanyRef = edge_end("company", COMPANIES, "The company that is shown.")
    account: CompanyRef = edge_end("account", COMPANIES, "The company at the top of its group.")
    opportunity: OpportunityRef | None = edge_end(
        "opportunity", OPPORTUNITIES, "The opportunity whose people it is about, when one was asked for."
    )
    as_of: date = strawberry.field(description="The day that is shown.")
    revision: int = strawberry.field(description="Revision of the account; it grows with every change.")
    policy_version: int = strawberry.field(description=POLICY_VERSION)
    redundancy: int = strawberry.field(description="Live ties by different employees wanted for a key person.")
    capacity: int = strawberry.field(description="How many new ties one employee may make.")
    ties: list[ProposedTie] = strawberry.field(description="The ties to make.")
    count: int = strawberry.field(description="How many there are.")
    lower_bound: int = strawberry.field(description="No plan can do with fewer.")
    impossible: list[PersonRef] = edge_ends(
        "impossible",
        PEOPLE,
        "Key people who cannot reach the redundancy, most exposed first: too few employees, or no room.",
    )
