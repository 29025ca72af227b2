"""How much of our accounts hangs on each of our people: views of `queries.exposure`."""

from __future__ import annotations

import strawberry

from api.types.money import Amount, amounts_at_risk, currency_at_risk, value_at_risk
from api.types.node_refs import CompanyRef, PersonRef
from api.types.paging import PageInfo
from api.types.policy_version import POLICY_VERSION
from api.types.record_fields import edge_end
from graph.records import COMPANIES, PEOPLE
from graph.vocabulary import Severity


@strawberry.type(description="What one of our people holds: live ties, and contacts that nobody else holds.")
class Held:
    """What an account and a person have in common; not a type of the schema itself."""

    live_tie_count: int = strawberry.field(description="Live ties.")
    single_held_count: int = strawberry.field(description="Contacts with a live tie by nobody else.")
    exposure: float = strawberry.field(
        description="The largest share of an account's decision that hangs on the person alone, 0 to 1."
    )
    severity: Severity | None = strawberry.field(description="Its band; null when nobody hangs on the person.")
    value_at_risk: float | None = value_at_risk()
    currency: str | None = currency_at_risk()
    amounts: list[Amount] = amounts_at_risk()


@strawberry.type(description="What one of our people holds of one account.")
class HeldAccount(Held):
    """View of `queries.exposure.HeldAccount`."""

    account: CompanyRef = edge_end("account", COMPANIES, "The company at the top of the account.")


@strawberry.type(description="What hangs on one of our people. A risk of accounts, not a rating of anyone.")
class EmployeeRisk(Held):
    """View of `queries.exposure.EmployeeRisk`."""

    employee: PersonRef = edge_end("employee", PEOPLE, "Who.")
    account_count: int = strawberry.field(description="Accounts with a live tie of the person.")
    accounts: list[HeldAccount] = strawberry.field(description="Those accounts, most money at risk first.")


@strawberry.type(description="One of our people and the place in the list.")
class ExposureEdge:
    """View of `queries.exposure.ExposureEdge`."""

    cursor: str = strawberry.field(description="Place of this edge: `after` goes on behind it.")
    node: EmployeeRisk = strawberry.field(description="What hangs on the person.")


@strawberry.type(description="A page of our people: most money at risk first.")
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
