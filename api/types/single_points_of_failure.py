"""Single points of failure: views of `queries.single_points_of_failure`."""

from __future__ import annotations

from datetime import date

import strawberry

from api.types.evidence import HELD_UNTIL, Evidence, sentence
from api.types.key_arguments import key_of
from api.types.money import Amount, amounts_at_risk, currency_at_risk, rates_on, value_at_risk
from api.types.node_refs import CompanyRef, OpportunityRef, PersonRef
from api.types.paging import PageInfo
from api.types.policy_version import POLICY_VERSION
from api.types.record_fields import edge_end, edge_ends
from graph.model.companies import COMPANIES
from graph.model.deals import OPPORTUNITIES
from graph.model.people import PEOPLE
from graph.model.words import NodeKind, Severity
from queries.findings.catalogue import SinglePointKind


@strawberry.type(description="A relationship that hangs on one person. An account's risk, not a rating of anyone.")
class SinglePoint:
    """View of `queries.findings.finding.Finding`."""

    id: strawberry.ID = strawberry.field(description="Stays the same while the cause stays the same.")
    kind: SinglePointKind = strawberry.field(description="What hangs on the person.")
    point: PersonRef = edge_end("point", PEOPLE, "The person it hangs on.")
    is_point_employee: bool = strawberry.field(
        name="pointIsEmployee",
        description="Whether that person is one of ours.",
        resolver=lambda root: root.employee is not None,
    )
    company: CompanyRef = edge_end("company", COMPANIES, "The company of the account it is about.")
    account: CompanyRef = edge_end("account", COMPANIES, "The company at the top of its group.")
    opportunity: OpportunityRef | None = edge_end(
        "opportunity", OPPORTUNITIES, "The open opportunity it is measured by, if there is one."
    )
    targets: list[PersonRef] = edge_ends("targets", PEOPLE, "Whom we lose without the person; most exposed first.")
    exposure: float = strawberry.field(
        description="Share of the decision at stake, 0 to 1.", resolver=lambda root: root.share or 0.0
    )
    severity: Severity = strawberry.field(description="Band of the exposure.")
    summary: str = sentence("summary", "The finding as a sentence.")
    evidence: Evidence = strawberry.field(description="What it rests on.")
    action: str = sentence("action", "What to do next.")
    held_until: date | None = strawberry.field(description=HELD_UNTIL)

    value_at_risk: float | None = value_at_risk()
    currency: str | None = currency_at_risk()
    rates_on: date | None = rates_on()
    amounts: list[Amount] = amounts_at_risk()


@strawberry.type(description="A finding and its place in the list.")
class SinglePointEdge:
    """View of `queries.single_points_of_failure.SinglePointEdge`."""

    cursor: str = strawberry.field(description="Place of this edge: `after` goes on behind it.")
    node: SinglePoint = strawberry.field(description="The finding.")


@strawberry.type(description="A page of findings: the most severe first, then by exposure, then by money at risk.")
class SinglePointConnection:
    """A page with Relay's page info."""

    edges: list[SinglePointEdge] = strawberry.field(description="The findings of this page.")
    page_info: PageInfo = strawberry.field(description="Where the page lies.")
    total_count: int = strawberry.field(description="How many findings the filter lets through.")
    less_severe_count: int = strawberry.field(
        description="How many it would let through but for a lower severity than its `minSeverity`."
    )
    stale_account_count: int = strawberry.field(
        description="Accounts that have changed, or aged, since what is shown of them was computed; 0 when they "
        "are few enough to be answered as they are."
    )
    policy_version: int = strawberry.field(description=POLICY_VERSION)


@strawberry.input(description="Which findings to list; what is left out does not filter.")
class SinglePointFilter:
    """Arguments of `queries.single_points_of_failure.SinglePointsOfFailureParams`."""

    company: strawberry.ID | None = strawberry.field(
        default=None, description="Key of a company: its part of its account.", metadata=key_of(NodeKind.COMPANY)
    )
    employee: strawberry.ID | None = strawberry.field(
        default=None, description="Key of the employee it hangs on.", metadata=key_of(NodeKind.PERSON)
    )
    min_severity: Severity | None = strawberry.field(default=None, description="This severity and above.")
    kind: SinglePointKind | None = strawberry.field(default=None, description="One kind of finding.")
