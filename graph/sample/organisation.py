"""The inside of the customers: companies, departments, seats with levels, and reporting lines."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model.companies import Company, Department
from graph.model.people import Person, ReportingLine
from graph.model.words import EmploymentStatus, OrgLevel, ReportingKind, Side, Tag
from graph.sample.customers import Customer
from graph.sample.dice import Dice
from graph.sample.names import chinese_names, western_names
from graph.sample.seating import TITLES, UNITS, seat_plan
from graph.sample.world import Seat, World

_LEVELS = {
    "top": OrgLevel.EXECUTIVE,
    "deputy": OrgLevel.EXECUTIVE,
    "chief": OrgLevel.EXECUTIVE,
    "retired": OrgLevel.EXECUTIVE,
    "head": OrgLevel.SENIOR,
    "manager": OrgLevel.MIDDLE,
    "assistant": OrgLevel.STAFF,
    "staff": OrgLevel.STAFF,
}
_BELOW = {OrgLevel.EXECUTIVE: OrgLevel.SENIOR, OrgLevel.SENIOR: OrgLevel.MIDDLE, OrgLevel.MIDDLE: OrgLevel.STAFF}


def add_customers(world: World, customers: tuple[Customer, ...]) -> None:
    """Adds every group with its companies, departments, people and reporting lines."""
    dice = world.dice("names")
    chinese, western = chinese_names(dice), western_names(dice)
    for customer in customers:
        _add_group(world, customer, chinese if customer.is_chinese else western)


def _add_group(world: World, customer: Customer, names: Iterator[str]) -> None:
    dice = world.dice(f"organisation/{customer.key}")
    _add_companies(world, customer)
    seats = world.seats[customer.key] = []
    left_over = customer.people - sum(_size(customer, part.share) for part in customer.subsidiaries)
    seats += _add_company_people(world, customer, customer.key, left_over, None, dice, names)
    tops = {customer.key: f"{customer.key}-president"}
    for part in customer.subsidiaries:
        company = f"{customer.key}-{part.suffix}"
        above = f"{customer.key}-{part.parent}" if part.parent else customer.key
        size = _size(customer, part.share)
        added = _add_company_people(world, customer, company, size, tops[above], dice, names)
        tops[company] = added[0].key
        seats += added
        heads = {seat.unit: seat.key for seat in seats if seat.company == customer.key and seat.rank == "head"}
        world.add(
            "reports_to",
            [
                ReportingLine(person=seat.key, manager=heads[seat.unit], kind=ReportingKind.DOTTED)
                for seat in added
                if seat.rank == "head" and seat.unit in heads
            ],
        )


def _size(customer: Customer, share: float) -> int:
    return round(customer.people * share)


def _add_companies(world: World, customer: Customer) -> None:
    strategic_fit, industry_influence, credit = customer.fit
    head = Company(
        key=customer.key,
        name=customer.name,
        side=Side.CUSTOMER,
        grade=customer.grade,
        industry=customer.industry,
        region=customer.region,
        annual_value=customer.annual_value,
        potential_value=customer.potential_value,
        currency=customer.currency,
        strategic_fit=strategic_fit,
        industry_influence=industry_influence,
        credit=credit,
        supplier_position=customer.position,
    )
    world.add("companies", [head])
    for part in customer.subsidiaries:
        above = f"{customer.key}-{part.parent}" if part.parent else customer.key
        key = f"{customer.key}-{part.suffix}"
        world.add(
            "companies",
            [
                Company(
                    key=key,
                    name=part.name,
                    side=Side.CUSTOMER,
                    parent=above,
                    industry=customer.industry,
                    region=customer.region,
                )
            ],
        )


def _add_company_people(
    world: World,
    customer: Customer,
    company: str,
    size: int,
    above: str | None,
    dice: Dice,
    names: Iterator[str],
) -> list[Seat]:
    """The seats of one company; the first is its top. `above` is whom the top reports to."""
    is_head = above is None
    seats = seat_plan(company, size, customer.grade, above)
    departments = list(dict.fromkeys(seat.unit for seat in seats))
    for unit in departments:
        chinese, english, parent, line = UNITS[unit]
        name = f"{chinese} {english}" if customer.is_chinese else english
        over = f"{company}-{parent}" if parent else None
        world.add(
            "departments",
            [Department(key=f"{company}-{unit}", company=company, name=name, parent=over, line=line)],
        )
    for seat in seats:
        level: OrgLevel | None = _LEVELS[seat.rank]
        if not is_head and level in _BELOW:
            level = _BELOW[level]
        if seat.rank == "staff" and dice.chance(0.08):
            level = dice.pick((OrgLevel.UNKNOWN, None))
        chinese, english = TITLES[seat.key.removeprefix(f"{company}-")] if _is_named(seat) else TITLES[seat.rank]
        title = f"{chinese} {english}" if customer.is_chinese else english
        is_placeholder = seat.rank in ("manager", "staff") and dice.chance(0.03)
        world.people[seat.key] = Person(
            key=seat.key,
            name=None if is_placeholder else next(names),
            email=f"{seat.key}@{customer.key}.example" if not is_placeholder and dice.chance(0.6) else None,
            company=company,
            department=f"{company}-{seat.unit}",
            title=title,
            level=level,
            status=EmploymentStatus.RETIRED if seat.rank == "retired" else _status(dice),
            status_since=world.day(dice.between(300, 1100)) if seat.rank == "retired" else None,
            tags=_tags(seat, dice),
        )
        if seat.manager:
            world.add("reports_to", [ReportingLine(person=seat.key, manager=seat.manager)])
    return seats


def _is_named(seat: Seat) -> bool:
    return seat.rank in ("top", "deputy", "chief")


def _status(dice: Dice) -> EmploymentStatus | None:
    return dice.pick_weighted(((EmploymentStatus.ACTIVE, 0.9), (EmploymentStatus.UNKNOWN, 0.05), (None, 0.05)))


def _tags(seat: Seat, dice: Dice) -> tuple[str, ...]:
    if seat.rank == "retired":
        return (Tag.RETIRED_INFLUENCER,)
    if seat.rank == "assistant":
        return (Tag.GATEKEEPER,)
    return (Tag.RISING_STAR,) if seat.rank in ("manager", "staff") and dice.chance(0.05) else ()
