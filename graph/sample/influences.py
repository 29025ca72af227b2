"""Who listens to whom beyond the reporting lines, and who is at odds with whom."""

from __future__ import annotations

from graph.model.people import Conflict, Influence
from graph.model.words import Certainty
from graph.sample.customers import Customer
from graph.sample.dice import Dice
from graph.sample.stories import STORIES
from graph.sample.world import Seat, World

_WHO_SAID = ("account team", "account review", "customer survey", None)
_REGIONAL = STORIES["one_bridge_to_four_accounts"].accounts


def add_influences(world: World, customer: Customer) -> None:
    """Adds the influences and rivalries of one group."""
    dice = world.dice(f"influences/{customer.key}")
    seats = world.seats[customer.key]
    present = {(edge.influencer, edge.influenced) for edge in world.records["influences"]}
    for influencer, influenced, weight in [*_from_the_retired(seats, dice), *_by_chance(customer, seats, dice)]:
        if (influencer, influenced) in present:
            continue
        present.add((influencer, influenced))
        said = dice.pick_weighted(
            ((Certainty.ASSUMED, 0.5), (Certainty.CONFIRMED, 0.3), (Certainty.INFERRED, 0.1), (None, 0.1))
        )
        since = world.day(dice.between(30, 1000)) if dice.chance(0.7) else None
        until = world.day(dice.between(1, 29)) if since and dice.chance(0.05) else None
        who = dice.pick(_WHO_SAID)
        world.add(
            "influences",
            [
                Influence(
                    influencer=influencer,
                    influenced=influenced,
                    weight=weight,
                    valid_from=since,
                    valid_to=until,
                    certainty=said,
                    source=who,
                )
            ],
        )
    _add_rivalries(world, customer, seats, dice)


def _from_the_retired(seats: list[Seat], dice: Dice) -> list[tuple[str, str, float]]:
    top = seats[0].key
    return [(seat.key, top, dice.between(5, 7) / 10) for seat in seats if seat.rank == "retired"]


def _by_chance(customer: Customer, seats: list[Seat], dice: Dice) -> list[tuple[str, str, float]]:
    """About 0.6 influences a person, to people of the own level or one of the leaders.

    In a regional account only within a department: its branches shall have no way to the head of the group.
    """
    drawn = []
    leaders = [seat for seat in seats if seat.rank in ("top", "deputy", "chief", "head")]
    for seat in seats:
        if not dice.chance(0.6):
            continue
        if customer.key in _REGIONAL:
            listeners = [other for other in seats if (other.company, other.unit) == (seat.company, seat.unit)]
        elif seat in leaders:
            listeners = leaders
        else:
            listeners = [other for other in seats if other.unit == seat.unit and other.rank != "top"]
        listeners = [other for other in listeners if other.key != seat.key]
        if listeners:
            weight = round(0.1 + 0.6 * dice.random() * dice.random() + 0.1 * dice.random(), 2)
            drawn.append((seat.key, dice.pick(listeners).key, weight))
    return drawn


def _add_rivalries(world: World, customer: Customer, seats: list[Seat], dice: Dice) -> None:
    """One rivalry among the leaders of larger groups, and one among heads of departments of the largest."""
    chiefs = [seat for seat in seats if seat.rank in ("deputy", "chief")]
    heads = [seat for seat in seats if seat.rank == "head"]
    pairs = []
    if customer.people >= 40:
        pairs.append(dice.some(chiefs, 2))
    if customer.people >= 100:
        pairs.append(dice.some(heads, 2))
    for one, other in pairs:
        weight = dice.between(2, 6) / 10
        since = world.day(dice.between(100, 900))
        world.add(
            "conflicts",
            [
                Conflict(
                    person=one.key,
                    other=other.key,
                    weight=weight,
                    valid_from=since,
                    certainty=Certainty.ASSUMED,
                    source="account team",
                )
            ],
        )
