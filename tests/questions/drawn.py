"""Small drawn graphs as data: our company with employees, one customer, and what a test adds to them."""

from __future__ import annotations

from datetime import date
from typing import Any

from graph.account_graph import account_on
from graph.model.companies import Company, Department
from graph.model.deals import DecisionRole, Opportunity, Position
from graph.model.people import Person, Tie
from graph.model.words import Part, Side, Stage
from graph.policy import Policy
from queries.account_view import AccountView
from tests.oracle.account_records import account_records
from tests.oracle.world import world_of

DAY = date(2026, 6, 30)
NOW = DAY.isoformat()


def contact(key: str, level: str | None = None, department: str | None = None, **more: Any) -> Person:
    """Somebody at the customer `acme`."""
    return Person(
        key=key,
        name=f"Name of {key}",
        company="acme",
        department=department,
        title=f"Title of {key}",
        level=level,
        **more,
    )


def employee(key: str, **more: Any) -> Person:
    """Somebody of ours."""
    return Person(key=key, name=f"Name of {key}", company="us", **more)


def role(person: str, stage: Stage, part: Part = Part.LEADS, deal: str = "deal", **more: Any) -> DecisionRole:
    """A part in a decision."""
    return DecisionRole(person=person, opportunity=deal, stage=stage, part=part, **more)


def stance(person: str, said: str, deal: str | None = "deal", on: str = "2026-01-01", **more: Any) -> Position:
    """A stance on an opportunity, or on the account with None."""
    return Position(
        person=person, opportunity=deal, company=None if deal else "acme", stated_on=on, stance=said, **more
    )


def power(person: str, said: str, deal: str | None = "deal") -> Position:
    """A power over an opportunity, or on the account with None."""
    return Position(
        person=person, opportunity=deal, company=None if deal else "acme", stated_on="2026-01-01", power=said
    )


def tie(employee: str, contact: str, trust: int | None = 5, last_contact: str | None = NOW, **more: Any) -> Tie:
    """A tie; fresh and of the highest trust unless told otherwise."""
    return Tie(employee=employee, contact=contact, trust=trust, last_contact=last_contact, **more)


def drawn(
    policy: Policy | None = None, day: date = DAY, grade: str | None = None, **records: list[Any]
) -> AccountView:
    """The view of the customer `acme` in a world of the records; the opportunity `deal` is open unless given."""
    companies = [
        Company(key="us", name="Us", side=Side.SUPPLIER),
        Company(key="acme", name="Acme", side=Side.CUSTOMER, grade=grade),
    ]
    world = world_of(
        **{
            "opportunities": [Opportunity(key="deal", company="acme", name="Deal", value=1000.0, currency="CNY")],
            **records,
        }
    )
    world["companies"] = [*companies, *world["companies"]]
    return AccountView(account_on(account_records(world, "acme"), day), policy or Policy())


def department(key: str, line: str | None, parent: str | None = None) -> Department:
    """A department of the customer."""
    return Department(key=key, company="acme", name=f"Department {key}", parent=parent, line=line)
