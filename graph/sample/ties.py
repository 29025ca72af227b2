"""What our people have with the contacts of a customer."""

from __future__ import annotations

from collections.abc import Iterable

from graph.model.people import Tie
from graph.model.words import Certainty, Purpose
from graph.sample.customers import Customer
from graph.sample.dice import Dice
from graph.sample.stories import STORIES
from graph.sample.world import Seat, World

_REGIONAL = STORIES["one_bridge_to_four_accounts"]
_TRUSTS = ((1, 0.24), (2, 0.30), (3, 0.28), (4, 0.10), (5, 0.02), (None, 0.06))
_LEADERS = ("top", "deputy", "chief", "retired")


def add_ties(world: World, customer: Customer) -> None:
    """Adds the ties of the account's team, each with the people of its own line and rank."""
    dice = world.dice(f"ties/{customer.key}")
    seats = [seat for seat in world.seats[customer.key] if seat.key not in world.reserved]
    team = customer.team
    if customer.key in _REGIONAL.accounts:
        _add_branch_ties(world, team.service, [seat for seat in seats if seat.company != customer.key], dice)
        _add_faded_ties(world, customer, dice)
        return
    for employee in team.executives:
        _add(world, employee, _of(seats, ranks=_LEADERS), 0.35, dice)
    _add(world, team.director, _of(seats, ranks=(*_LEADERS, "head", "assistant")), 0.45, dice)
    for employee in team.managers:
        _add(world, employee, _of(seats, units=("procurement", "operations", "administration")), 0.22, dice)
        _add(world, employee, _of(seats, units=("office", "technology", "planning", "finance")), 0.1, dice)
    for employee in team.engineers:
        _add(world, employee, _of(seats, units=("technology", "planning")), 0.22, dice)
    for employee in team.service:
        _add(world, employee, _of(seats, units=("operations",)), 0.26, dice)
    for employee in team.contracts:
        _add(world, employee, _of(seats, units=("finance",)), 0.35, dice)
        for head in (seat for seat in seats if seat.key == f"{customer.key}-finance-head"):
            world.add_tie(_tie(world, employee, head.key, 2, dice.between(5, 120), dice))


def _of(seats: list[Seat], *, ranks: Iterable[str] = (), units: Iterable[str] = ()) -> list[Seat]:
    return [seat for seat in seats if seat.rank in ranks or (seat.unit in units and seat.rank not in _LEADERS)]


def _add(world: World, employee: str, seats: list[Seat], share: float, dice: Dice) -> None:
    for seat in seats:
        if dice.chance(share):
            world.add_tie(_tie(world, employee, seat.key, dice.pick_weighted(_TRUSTS), _days_ago(dice), dice))


def _days_ago(dice: Dice) -> int | None:
    """Mostly weeks, sometimes years; for one tie in ten nobody wrote it down."""
    return None if dice.chance(0.1) else 2 + int(620 * dice.random() ** 2.6)


def _tie(world: World, employee: str, contact: str, trust: int | None, days_ago: int | None, dice: Dice) -> Tie:
    target = min(5, (trust or 1) + dice.between(0, 2)) if dice.chance(0.35) else None
    purposes = tuple(purpose for purpose in Purpose if dice.chance(0.3))
    since = (days_ago or 0) + dice.between(40, 900)
    certainty = dice.pick((Certainty.CONFIRMED, Certainty.ASSUMED, None))
    last_contact = None if days_ago is None else world.day(days_ago)
    start = world.day(since) if dice.chance(0.8) else None
    return Tie(
        employee=f"emp-{employee}",
        contact=contact,
        trust=trust,
        target_trust=target,
        last_contact=last_contact,
        purposes=purposes,
        valid_from=start,
        certainty=certainty,
    )


def _add_branch_ties(world: World, service: tuple[str, ...], seats: list[Seat], dice: Dice) -> None:
    """A service engineer knows some staff of a branch: too far from the head of the group to reach it."""
    staff = [seat for seat in seats if seat.rank == "staff"]
    for employee in service:
        for seat in staff:
            if dice.chance(0.35):
                world.add_tie(_tie(world, employee, seat.key, dice.between(1, 2), dice.between(5, 90), dice))


def _add_faded_ties(world: World, customer: Customer, dice: Dice) -> None:
    """The director met some of the leaders once, too long ago for the ties to be live."""
    for seat in world.seats[customer.key]:
        if seat.company == customer.key and seat.rank in ("top", "head") and dice.chance(0.5):
            tie = _tie(world, customer.team.director, seat.key, dice.between(1, 2), dice.between(450, 600), dice)
            world.add_tie(tie)
