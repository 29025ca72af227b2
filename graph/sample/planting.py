"""Puts the five stories into the world, before chance fills in the rest around them."""

from __future__ import annotations

from graph.records import DecisionRole, Influence, Opportunity, Position, Tie
from graph.sample.plots import PLOTS, Plot
from graph.sample.stories import RETIREMENT_IN_DAYS, STORIES
from graph.sample.world import World
from graph.vocabulary import Certainty, EmploymentStatus, OpportunityStatus, Part, Power, Purpose, Stage, Stance


def plant_stories(world: World) -> None:
    """Adds what the stories need and reserves their people."""
    for name, plot in PLOTS.items():
        _plant(world, str(STORIES[name].opportunity), plot)
    finance = [seat.key for seat in world.seats["xuanpu"] if seat.unit == "finance"]
    world.reserved.update(finance)
    _announce_retirement(world)
    for account in STORIES["one_bridge_to_four_accounts"].accounts:
        _plant_bridge(world, account)


def _plant(world: World, deal: str, plot: Plot) -> None:
    company, since, due = deal.split("-")[0], world.day(150), world.day(-plot.due_in_days)
    status = OpportunityStatus.OPEN
    world.add("opportunities", [Opportunity(deal, company, plot.name, plot.value, "CNY", "Proposal", due, status)])
    sure = Certainty.CONFIRMED
    for person, stage, part, *veto in _rows(plot.roles):
        role = DecisionRole(person, deal, Stage(stage), Part(part), True if veto else None, since, None, sure)
        world.add("decision_roles", [role])
        world.reserved.add(person)
    for person, stance, power, *more in _rows(plot.positions):
        position = Position(
            person,
            deal,
            None,
            world.day(35),
            None if power == "-" else Power(power),
            None if stance == "-" else Stance(stance),
            True if more == ["coach"] else None,
            more[0] if more and more != ["coach"] else None,
            sure,
            "account review",
        )
        world.add("positions", [position])
    for employee, contact, trust, days_ago in _rows(plot.ties):
        _add_tie(world, f"emp-{employee}", contact, int(trust), int(days_ago))
    for influencer, influenced, weight in _rows(plot.influences):
        influence = Influence(influencer, influenced, float(weight), world.day(500), None, sure, "account review")
        world.add("influences", [influence])


def _rows(table: str) -> list[list[str]]:
    return [line.split() for line in table.strip().splitlines()]


def _add_tie(world: World, employee: str, contact: str, trust: int, days_ago: int) -> None:
    purposes = (Purpose.DECISION, Purpose.PROJECT_SUPPORT) if trust >= 3 else (Purpose.INFORMATION,)
    target = min(5, trust + 1)
    world.add_tie(Tie(employee, contact, trust, target, world.day(days_ago), purposes, world.day(700)))
    world.reserved.add(contact)


def _announce_retirement(world: World) -> None:
    people = STORIES["boss_about_to_retire"].people
    boss, deputy = people["boss"], people["deputy"]
    world.people[boss] = world.people[boss]._replace(
        title="总裁（即将退休） President, about to retire",
        status=EmploymentStatus.RETIRED,
        status_since=world.day(-RETIREMENT_IN_DAYS),
    )
    world.people[deputy] = world.people[deputy]._replace(status=EmploymentStatus.ACTIVE)


def _plant_bridge(world: World, account: str) -> None:
    """One salesperson's ties to the leaders at the head of the group, and to some of its other people."""
    salesperson = STORIES["one_bridge_to_four_accounts"].people["salesperson"]
    dice = world.dice(f"bridge/{account}")
    for seat in world.seats[account]:
        if seat.company != account:
            continue
        world.reserved.add(seat.key)
        if seat.rank in ("top", "chief") or (seat.rank == "head" and dice.chance(0.8)):
            _add_tie(world, salesperson, seat.key, dice.between(3, 4), dice.between(3, 60))
        elif seat.rank in ("manager", "staff") and dice.chance(0.25):
            _add_tie(world, salesperson, seat.key, dice.between(1, 3), dice.between(10, 160))
