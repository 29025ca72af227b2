"""The portfolio and the posture of its accounts: views of `queries.portfolio` and `graph.posture`."""

from __future__ import annotations

from datetime import date
from typing import cast

import strawberry

from api.context import Context
from api.types.described import described
from api.types.key_arguments import key_of
from api.types.money import Amount, amounts_at_risk, currency_at_risk, rates_on, value_at_risk
from api.types.node_refs import CompanyRef
from api.types.paging import PageInfo
from api.types.policy_version import POLICY_VERSION
from api.types.record_fields import edge_end
from graph import posture
from graph.model.words import Grade, NodeKind, Severity
from graph.records import COMPANIES
from queries.finding_kinds import FindingKind

HOLDERS = "As how many equal holders the account has: 1/HHI of tie strength; null without a live tie."
BUS_FACTOR = "The fewest employees whose leaving loses most of the decision within reach; null: nobody in reach."
CAUSE_COUNT = "How many causes its findings have; null when they were not counted yet."
CAUSE_SEVERITY_COUNTS = "Causes of findings by severity, most severe first; severities without one are left out."
LARGEST_SHARE = "The largest share of the decision, 0 to 1, that one of its findings touches; null without any."
SEVERITY_COUNTS = "Findings by severity, most severe first; severities without one are left out."


VALUE_ON_ONE_PERSON = (
    "The most money, in `currency`, that hangs on one person alone, of either side: the largest of the account's "
    "single points of failure, each over all open opportunities. 0 when nothing hangs on one person, null when no "
    "value is known or currencies cannot be added."
)


@strawberry.type(description="How many findings, or causes of them, have that severity.")
class SeverityCount:
    """View of `queries.portfolio.SeverityCount`."""

    severity: Severity = strawberry.field(description="The severity.")
    count: int = strawberry.field(description="How many.")


@strawberry.type(description="The relationship index by layer, 0 to 100; null when nothing is known.")
class IndexValues:
    """View of `queries.portfolio.IndexValues`."""

    key: float | None = strawberry.field(description="关键客户关系: the individuals in the decision chain.")
    general: float | None = strawberry.field(description="普遍客户关系: everyone else we work with.")
    organizational: float | None = strawberry.field(description="组织客户关系: company to company.")


@strawberry.type(description="An account as it is now, and what was found when it was last computed.")
class PortfolioAccount:
    """View of `queries.portfolio.PortfolioAccount`."""

    company: CompanyRef = edge_end("company", COMPANIES, "The company at the top of the account.")
    name: str = strawberry.field(description="Its name.")
    grade: Grade | None = strawberry.field(description="Its grade.")
    industry: str | None = strawberry.field(description="Its industry.")
    region: str | None = strawberry.field(description="Its region.")
    severity: Severity | None = strawberry.field(description="The highest one of its findings; null without any.")
    share: float | None = strawberry.field(description=LARGEST_SHARE)
    finding_count: int = strawberry.field(name="findings", description="How many findings it has.")
    severity_counts: list[SeverityCount] = strawberry.field(description=SEVERITY_COUNTS)
    cause_count: int | None = strawberry.field(name="causes", description=CAUSE_COUNT)
    cause_severity_counts: list[SeverityCount] = strawberry.field(description=CAUSE_SEVERITY_COUNTS)
    value_at_risk: float | None = value_at_risk(VALUE_ON_ONE_PERSON)
    currency: str | None = currency_at_risk()
    rates_on: date | None = rates_on()
    amounts: list[Amount] = amounts_at_risk()
    index: IndexValues = strawberry.field(description="Its relationship index.")
    effective_holders: float | None = strawberry.field(description=HOLDERS)
    bus_factor: int | None = strawberry.field(description=BUS_FACTOR)
    is_stale: bool = strawberry.field(
        name="stale", description="Whether it has changed, or a day has passed, since it was computed."
    )
    as_of: date = strawberry.field(name="computedOn", description="The day that it was computed for.")
    computed_at: str = strawberry.field(description="When it was computed, as ISO 8601 in UTC.")
    revision: int = strawberry.field(description="Revision of the account that it was computed from.")
    policy_version: int = strawberry.field(description=POLICY_VERSION)


@strawberry.type(description="An account and its place in the list.")
class PortfolioEdge:
    """View of `queries.portfolio.PortfolioEdge`."""

    cursor: str = strawberry.field(description="Place of this edge: `after` goes on behind it.")
    node: PortfolioAccount = strawberry.field(description="The account.")


@strawberry.type(description="Some accounts together.")
class AccountsTotal:
    """What totals have in common; not a type of the schema itself."""

    account_count: int = strawberry.field(description="How many accounts.")
    stale_count: int = strawberry.field(description="Those that have changed, or aged, since they were computed.")
    finding_count: int = strawberry.field(description="How many findings they have.")
    cause_count: int = strawberry.field(
        description="How many causes these have, of accounts whose causes were counted."
    )
    value_at_risk: float | None = value_at_risk(
        "Sum over the accounts of the most money, in `currency`, that hangs on one person in each; null when it "
        "is not known or currencies cannot be added."
    )
    currency: str | None = currency_at_risk()
    rates_on: date | None = rates_on()
    amounts: list[Amount] = amounts_at_risk()


@strawberry.type(description="The accounts whose highest finding has one severity.")
class SeverityTotal(AccountsTotal):
    """View of `queries.portfolio.GroupTotal`, of a severity."""

    name: Severity | None = strawberry.field(
        name="severity", description="The severity; null: accounts without a finding."
    )


@strawberry.type(description="The accounts of one grade.")
class GradeTotal(AccountsTotal):
    """View of `queries.portfolio.GroupTotal`, of a grade."""

    name: Grade | None = strawberry.field(name="grade", description="The grade; null: accounts without one.")


@strawberry.type(description="All accounts that the filter lets through, over all pages.")
class PortfolioTotals(AccountsTotal):
    """View of `queries.portfolio.PortfolioTotals`."""

    never_computed_count: int = strawberry.field(
        name="missingCount",
        description="Accounts of which nothing is computed yet: in no other number, whatever the filter.",
    )
    severity_counts: list[SeverityCount] = strawberry.field(description=SEVERITY_COUNTS)
    cause_severity_counts: list[SeverityCount] = strawberry.field(description=CAUSE_SEVERITY_COUNTS)
    by_severity: list[SeverityTotal] = strawberry.field(description="By the highest severity, most severe first.")
    by_grade: list[GradeTotal] = strawberry.field(description="By grade.")


@strawberry.type(description="A page of accounts.")
class PortfolioConnection:
    """A page with Relay's page info."""

    edges: list[PortfolioEdge] = strawberry.field(description="The accounts of this page.")
    page_info: PageInfo = strawberry.field(description="Where the page lies.")
    policy_version: int = strawberry.field(description=POLICY_VERSION)
    wanted: strawberry.Private[posture.PortfolioFilter]
    never_computed_count: strawberry.Private[int]

    @described("All accounts that the filter lets through.")
    async def totals(self, info: strawberry.Info[Context, None]) -> PortfolioTotals:
        """Read only when asked for."""
        found = await info.context.kept.portfolio_totals(self.wanted, self.never_computed_count)
        return cast(PortfolioTotals, found)


@strawberry.input(description="Which accounts; what is left out does not filter.")
class PortfolioFilter:
    """Arguments of `graph.posture.PortfolioFilter`."""

    grade: Grade | None = strawberry.field(default=None, description="Customer grade.")
    industry: str | None = strawberry.field(default=None, description="Industry, as recorded.")
    region: str | None = strawberry.field(default=None, description="Region, as recorded.")
    employee: strawberry.ID | None = strawberry.field(
        default=None,
        description="Key of one of our people: the accounts with a live tie of that person.",
        metadata=key_of(NodeKind.PERSON),
    )
    kind: list[FindingKind] | None = strawberry.field(
        default=None, description="Accounts with a finding of one of these kinds."
    )
    severity: list[Severity] | None = strawberry.field(
        default=None, description="Accounts with a finding of one of these severities (and kinds)."
    )
    min_severity: Severity | None = strawberry.field(
        default=None, description="Accounts with a finding of this severity or above."
    )
    min_value_at_risk: float | None = strawberry.field(
        default=None, description="At least this `valueAtRisk`, of whatever currency."
    )
    currency: str | None = strawberry.field(default=None, description="Currency of `valueAtRisk`.")
    text: str | None = strawberry.field(default=None, description="Words of the name or key, as in `search`.")
