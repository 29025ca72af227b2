"""How much of our accounts hangs on each of our people: views of `queries.exposure`."""

from __future__ import annotations

from datetime import date

import strawberry

from api.types.money import Amount, amounts_at_risk, currency_at_risk, rates_on, value_at_risk
from api.types.node_refs import CompanyRef, PersonRef
from api.types.paging import PageInfo
from api.types.policy_version import POLICY_VERSION
from api.types.record_fields import edge_end
from graph.model.words import Severity
from graph.records import COMPANIES, PEOPLE


@strawberry.type(
    description="What one of our people holds, and what would be lost should this person alone leave."
)
class Held:
    """What an account and a person have in common; not a type of the schema itself."""

    live_tie_count: int = strawberry.field(description="Live ties.")
    single_held_count: int = strawberry.field(description="Contacts with a live tie by nobody else.")
    exposure: float = strawberry.field(
        description="The largest share of an open decision (without open opportunities, of the inferred one) that "
        "would be out of reach should this person alone leave, 0 to 1: the `shareLost` of `departureImpact`, of "
        "several accounts the largest. 0 when nobody falls out of reach."
    )
    severity: Severity | None = strawberry.field(
        description="Its band, of several accounts the highest; null when nobody falls out of reach."
    )
    value_at_risk: float | None = value_at_risk(
        "Over the open opportunities, the share that would be out of reach × the value, as `departureImpact` of "
        "this person tells. 0 when nothing is lost, null when no value is known or currencies cannot be added."
    )
    currency: str | None = currency_at_risk()
    rates_on: date | None = rates_on()
    amounts: list[Amount] = amounts_at_risk()


@strawberry.type(description="What one of our people holds of one account.")
class HeldAccount(Held):
    """View of `queries.exposure.HeldAccount`."""

    account: CompanyRef = edge_end("account", COMPANIES, "The company at the top of the account.")


@strawberry.type(
    description="What of our accounts hangs on one of our people. A risk of the accounts, not a rating of anyone."
)
class EmployeeRisk(Held):
    """View of `queries.exposure.EmployeeRisk`."""

    employee: PersonRef = edge_end("employee", PEOPLE, "Who.")
    account_count: int = strawberry.field(description="Accounts with a live tie of the person.")
    accounts: list[HeldAccount] = strawberry.field(description="Those accounts, the worst first.")


@strawberry.type(description="One of our people and the place in the list.")
class ExposureEdge:
    """View of `queries.exposure.ExposureEdge`."""

    cursor: str = strawberry.field(description="Place of this edge: `after` goes on behind it.")
    node: EmployeeRisk = strawberry.field(description="What hangs on the person.")


@strawberry.type(description="A page of our people.")
class ExposureConnection:
    """A page with Relay's page info."""

    edges: list[ExposureEdge] = strawberry.field(description="Our people of this page.")
    page_info: PageInfo = strawberry.field(description="Where the page lies.")
    total_count: int = strawberry.field(description="How many there are.")
    stale_account_count: int = strawberry.field(
        description="Accounts that have changed, or aged, since they were computed, whatever the filter."
    )
    missing_account_count: int = strawberry.field(description="Those of them of which nothing is computed yet.")
    policy_version: int = strawberry.field(description=POLICY_VERSION)
