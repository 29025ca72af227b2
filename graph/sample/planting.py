"""Puts the stories into the world, before chance fills in the rest around them."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model.deals import DecisionRole, Opportunity, Position
from graph.model.people import Influence, Tie
from graph.model.words import Certainty, EmploymentStatus, OpportunityStatus, Part, Power, Purpose, Stage, Stance
from graph.sample.plot import Plot
from graph.sample.plots import PLOTS
from graph.sample.review_plots import REVIEW_PLOTS
from graph.sample.stories import MOVED_DAYS_AGO, RETIREMENT_IN_DAYS, STORIES
from graph.sample.world import World


def plant_stories(world: World) -> None:
    """Adds what the stories need and reserves their people."""
    for deal, plot in {**PLOTS, **REVIEW_PLOTS}.items():
        _plant(world, deal, plot)
    _announce_retirement(world)
    _let_move_away(world, STORIES["a_year_downhill"].people["moved"])
    for account in STORIES["one_bridge_to_four_accounts"].accounts:
        _plant_bridge(world, account)
    world.reserved.update(_nobody_else_knows(world))


def _nobody_else_knows(world: World) -> Iterator[str]:
    """Contacts to whom chance gives no tie: one line, those who may follow a mentor, a whole account."""
    yield from (seat.key for seat in world.seats["xuanpu"] if seat.unit == "finance")
    mentor = STORIES["nobody_knows_who_follows"].people["mentor"]
    manager = next(seat.manager for seat in world.seats["norvale"] if seat.key == mentor)
    yield from (seat.key for seat in world.seats["norvale"] if seat.key == manager or seat.manager == mentor)
    yield from (seat.key for seat in world.seats["mingyue"])


def _plant(world: World, deal: str, plot: Plot) -> None:
    company = deal.split("-")[0]
    since, due = world.day(plot.known_for_days), world.day(-plot.due_in_days)
    world.add(
        "opportunities",
        [
            Opportunity(
                key=deal,
                company=company,
                name=plot.name,
                value=plot.value,
                currency=plot.currency,
                sale_stage="Proposal",
                decision_date=due,
                status=OpportunityStatus.OPEN,
            )
        ],
    )
    sure = Certainty.CONFIRMED
    for person, stage, part, *veto in _rows(plot.roles):
        role = DecisionRole(
            person=person,
            opportunity=deal,
            stage=Stage(stage),
            part=Part(part),
            veto=True if veto else None,
            valid_from=since,
            certainty=sure,
        )
        world.add("decision_roles", [role])
        world.reserved.add(person)
    for person, stance, power, *more in _rows(plot.positions):
        position = Position(
            person=person,
            opportunity=deal,
            stated_on=world.day(35),
            power=None if power == "-" else Power(power),
            stance=None if stance == "-" else Stance(stance),
            coach=True if more == ["coach"] else None,
            leans_to=more[0] if more and more != ["coach"] else None,
            certainty=sure,
            source="account review",
        )
        world.add("positions", [position])
    for person, stance, days_ago in _rows(plot.earlier):
        before = Position(
            person=person,
            opportunity=deal,
            stated_on=world.day(int(days_ago)),
            stance=Stance(stance),
            certainty=sure,
        )
        world.add("positions", [before])
    for employee, contact, trust, days_ago in _rows(plot.ties):
        _add_tie(world, f"emp-{employee}", contact, int(trust), int(days_ago))
    for influencer, influenced, weight in _rows(plot.influences):
        influence = Influence(
            influencer=influencer,
            influenced=influenced,
            weight=float(weight),
            valid_from=world.day(500),
            certainty=sure,
            source="account review",
        )
        world.add("influences", [influence])


def _rows(table: str) -> list[list[str]]:
    return [line.split() for line in table.strip().splitlines()]


def _add_tie(world: World, employee: str, contact: str, trust: int, days_ago: int) -> None:
    purposes = (Purpose.DECISION, Purpose.PROJECT_SUPPORT) if trust >= 3 else (Purpose.INFORMATION,)
    target = min(5, trust + 1)
    world.add_tie(
        Tie(
            employee=employee,
            contact=contact,
            trust=trust,
            target_trust=target,
            last_contact=world.day(days_ago),
            purposes=purposes,
            valid_from=world.day(700),
        )
    )
    world.reserved.add(contact)


def _announce_retirement(world: World) -> None:
    people = STORIES["boss_about_to_retire"].people
    boss, deputy = people["boss"], people["deputy"]
    world.people[boss] = world.people[boss].replace(
        title="总裁（即将退休） President, about to retire",
        status=EmploymentStatus.RETIRED,
        status_since=world.day(-RETIREMENT_IN_DAYS),
    )
    world.people[deputy] = world.people[deputy].replace(status=EmploymentStatus.ACTIVE)


def _let_move_away(world: World, person: str) -> None:
    """The person works elsewhere now; reporting line and ties ended on that day."""
    moved_on = world.day(MOVED_DAYS_AGO)
    world.people[person] = world.people[person].replace(status=EmploymentStatus.MOVED, status_since=moved_on)
    world.records["reports_to"] = [
        line.replace(valid_to=moved_on) if line.person == person else line for line in world.records["reports_to"]
    ]
    world.records["ties"] = [
        tie.replace(valid_to=moved_on) if tie.contact == person else tie for tie in world.records["ties"]
    ]


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
