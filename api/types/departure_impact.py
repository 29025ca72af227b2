"""Departure impact: views of `queries.departure_impact`."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

import strawberry

from api.types.before_after import FloatBeforeAfter, IntBeforeAfter
from api.types.money import Amount, amounts_at_risk, currency_at_risk, rates_on, value_at_risk
from api.types.node_refs import CompanyRef, OpportunityRef, PersonRef
from api.types.policy_version import POLICY_VERSION
from api.types.record_fields import edge_end, edge_ends
from api.types.succession import SuccessionCandidate
from api.types.successors import Successor
from graph.errors import QuestionRejected
from graph.model.words import Line, Severity
from graph.records import COMPANIES, OPPORTUNITIES, PEOPLE
from queries.departure_impact import HandoverStatus


def _best_successors(
    root: Any,
    first: Annotated[
        int | None, strawberry.argument(description="How many of them, 1 or more; null: all, which may be many.")
    ] = 5,
) -> list[Successor]:
    """The first of the ranking."""
    if first is not None and first < 1:
        raise QuestionRejected(f"first: {first}: expected 1 or more")
    return list(root.successors[:first])


@strawberry.type(description="A contact who loses live ties with us.")
class ContactHandover:
    """View of `queries.departure_impact.ContactHandover`."""

    contact: PersonRef = edge_end("contact", PEOPLE, "The contact.")
    employees: list[PersonRef] = edge_ends("employees", PEOPLE, "Those of us who leave and have a live tie.")
    status: HandoverStatus = strawberry.field(description="Whether any live tie is left.")
    exposure: float = strawberry.field(
        description="The contact's largest share of an open decision of the account, 0 to 1."
    )
    successor_count: int = strawberry.field(description="How many of us could be asked to take over.")
    successors: list[Successor] = strawberry.field(
        resolver=_best_successors,
        description="Who of us could be asked to take over, best first; `obstacle` tells whom no plan would.",
    )


@strawberry.type(description="A seat of theirs that becomes empty.")
class SeatLeft:
    """View of `queries.departure_impact.SeatLeft`."""

    person: PersonRef = edge_end("person", PEOPLE, "Who leaves it.")
    opportunities: list[OpportunityRef] = edge_ends(
        "opportunities", OPPORTUNITIES, "Open opportunities in whose decision the person has a part."
    )
    share: float = strawberry.field(description="The person's largest share of an open decision, 0 to 1.")
    candidates: list[SuccessionCandidate] = strawberry.field(description="Who may follow, likeliest first.")
    exposed: bool = strawberry.field(
        description="Whether we have a live tie to none of the first three candidates."
    )


@strawberry.type(description="How near we are to a key person who stays.")
class KeyPersonAccess:
    """View of `queries.departure_impact.KeyPersonAccess`."""

    person: PersonRef = edge_end("person", PEOPLE, "Who.")
    access_strength: FloatBeforeAfter = strawberry.field(
        description="Strength of the strongest path from us, 0 to 1."
    )
    live_ties: IntBeforeAfter = strawberry.field(description="Live ties with us.")


@strawberry.type(description="What a departure does to an open opportunity.")
class OpportunityImpact:
    """View of `queries.departure_impact.OpportunityImpact`."""

    opportunity: OpportunityRef = edge_end("opportunity", OPPORTUNITIES, "Which.")
    share: FloatBeforeAfter = strawberry.field(description="Decision share within reach, 0 to 1.")
    value_at_risk: float | None = value_at_risk()
    currency: str | None = currency_at_risk()
    rates_on: date | None = rates_on()
    amounts: list[Amount] = amounts_at_risk()


@strawberry.type(description="Covered part of a line's people.")
class LineCoverage:
    """View of `queries.departure_impact.LineCoverage`."""

    line: Line = strawberry.field(description="The line.")
    before: float | None = strawberry.field(description="As it is, 0 to 1.")
    after: float | None = strawberry.field(description="As it would be; null when nobody of the line stays.")


@strawberry.type(description="What a departure does to one account.")
class AccountImpact:
    """View of `queries.departure_impact.AccountImpact`."""

    company: CompanyRef = edge_end("company", COMPANIES, "The company at the top of the account.")
    revision: int = strawberry.field(description="Revision of the account; it grows with every change.")
    people_within_reach: IntBeforeAfter = strawberry.field(description="Contacts within reach.")
    key_people_covered: IntBeforeAfter = strawberry.field(description="Key people with a live tie.")
    single_held: IntBeforeAfter = strawberry.field(
        description="Contacts with a live tie by exactly one of our people."
    )
    coverage: FloatBeforeAfter = strawberry.field(description="Part of all contacts with a live tie, 0 to 1.")
    lines: list[LineCoverage] = strawberry.field(description="The same by line.")
    lost: list[PersonRef] = edge_ends(
        "lost",
        PEOPLE,
        "Contacts who are within reach before and not after, those who leave included; most exposed first.",
    )
    share_lost: float = strawberry.field(description="The largest share of an open decision that is lost, 0 to 1.")
    severity: Severity = strawberry.field(description="Band of the share lost, by the policy of the account.")
    value_at_risk: float | None = value_at_risk()
    currency: str | None = currency_at_risk()
    rates_on: date | None = rates_on()
    amounts: list[Amount] = amounts_at_risk()
    key_people: list[KeyPersonAccess] = strawberry.field(
        description="Key people who stay and whom it takes us away from."
    )
    opportunities: list[OpportunityImpact] = strawberry.field(description="Its open opportunities.")
    handovers: list[ContactHandover] = strawberry.field(
        description="Contacts who lose live ties with us, most exposed first."
    )
    seats: list[SeatLeft] = strawberry.field(description="Seats of theirs that become empty.")


@strawberry.type(description="What a departure does over all accounts.")
class ImpactTotals:
    """View of `queries.departure_impact.ImpactTotals`."""

    people: int = strawberry.field(description="Different people who fall out of reach.")
    value_at_risk: float | None = value_at_risk()
    currency: str | None = currency_at_risk()
    rates_on: date | None = rates_on()
    amounts: list[Amount] = amounts_at_risk()
    accounts: int = strawberry.field(description="Accounts that lose anything.")
    orphaned: int = strawberry.field(description="Contacts with no live tie left.")
    weakened: int = strawberry.field(description="Contacts who lose live ties and keep others.")


@strawberry.type(description="What we lose when people leave. A risk of accounts, not a rating of anyone.")
class DepartureImpact:
    """View of `queries.departure_impact.DepartureImpact`."""

    as_of: date = strawberry.field(description="The day on which they are gone.")
    policy_version: int = strawberry.field(description=POLICY_VERSION)
    people: list[PersonRef] = edge_ends("people", PEOPLE, "All who leave.")
    accounts: list[AccountImpact] = strawberry.field(description="The accounts, largest loss first.")
    totals: ImpactTotals = strawberry.field(description="All of them together.")
