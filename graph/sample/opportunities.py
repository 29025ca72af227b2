"""Opportunities, who takes which part in their decisions, and where these people stand."""

from __future__ import annotations

from graph.model.deals import DecisionRole, Opportunity, Position
from graph.model.words import Certainty, OpportunityStatus, Part, Power, Stage, Stance
from graph.sample.customers import Customer
from graph.sample.dice import Dice
from graph.sample.outsiders import COMPETITORS
from graph.sample.projects import PROJECTS
from graph.sample.world import Seat, World

_SALE_STAGES = ("Lead", "Qualified", "Proposal", "Negotiation")
_UNITS_OF_STAGE = {
    Stage.QUALIFICATION: ("procurement", "finance"),
    Stage.SPECIFICATION: ("technology", "planning"),
    Stage.EVALUATION: ("technology", "procurement", "operations", "finance"),
    Stage.APPROVAL: ("office", "finance"),
}
_STANCES = (
    (Stance.MENTOR, 0.06),
    (Stance.SUPPORTER, 0.28),
    (Stance.NEUTRAL, 0.24),
    (Stance.NON_SUPPORTER, 0.10),
    (Stance.OPPONENT, 0.04),
    (Stance.UNKNOWN, 0.08),
    (None, 0.20),
)


def add_opportunities(world: World, customer: Customer) -> None:
    """Adds the opportunities of a group beside those of the stories, with roles and positions.

    The first one is open, at the head of the group and has somebody in every stage.
    """
    dice = world.dice(f"opportunities/{customer.key}")
    planted = sum(deal.company == customer.key for deal in world.records["opportunities"])
    names = dice.some(PROJECTS[customer.industry], customer.opportunity_count - planted)
    companies = [customer.key] * (2 + len(customer.subsidiaries))
    companies += [f"{customer.key}-{part.suffix}" for part in customer.subsidiaries]
    _add_powers(world, customer, dice)
    for number, name in enumerate(names, start=1):
        company, status = customer.key, OpportunityStatus.OPEN
        if number > 1:
            company = dice.pick(companies)
            status = dice.pick_weighted(
                ((OpportunityStatus.OPEN, 0.62), (OpportunityStatus.WON, 0.23), (OpportunityStatus.LOST, 0.15))
            )
        deal = _opportunity(world, customer, f"{customer.key}-deal-{number}", company, name, status, dice)
        world.add("opportunities", [deal])
        _add_roles(world, customer, deal, 0.1 if number > 1 else 0.0, dice)


def _opportunity(
    world: World, customer: Customer, key: str, company: str, name: str, status: OpportunityStatus, dice: Dice
) -> Opportunity:
    value = None if dice.chance(0.08) else round(customer.annual_value * (0.02 + 0.3 * dice.random() ** 2), -4)
    currency = None if value is None else customer.currency
    if status is OpportunityStatus.OPEN:
        stage = dice.pick((*_SALE_STAGES, None))
        due = None if dice.chance(0.1) else world.day(-dice.between(15, 330))
        return Opportunity(
            key=key,
            company=company,
            name=name,
            value=value,
            currency=currency,
            sale_stage=stage,
            decision_date=due,
            status=dice.pick((status, status, None)),
        )
    return Opportunity(
        key=key,
        company=company,
        name=name,
        value=value,
        currency=currency,
        sale_stage="Closed",
        decision_date=world.day(dice.between(20, 680)),
        status=status,
    )


def _add_roles(world: World, customer: Customer, deal: Opportunity, gap: float, dice: Dice) -> None:
    """Adds the parts in the decision; each stage is missing with the probability `gap`."""
    seats = [seat for seat in world.seats[customer.key] if seat.rank != "retired"]
    own = [seat for seat in seats if seat.company in (deal.company, customer.key)]
    stated = set()
    for stage in Stage:
        if dice.chance(gap):
            continue
        leaders, others = _candidates(own, stage)
        chosen = [(dice.pick(leaders).key, Part.LEADS)]
        parts = ((Part.PARTICIPATES, 0.7), (Part.CONSULTED, 0.3))
        chosen += [(seat.key, dice.pick_weighted(parts)) for seat in dice.some(others, dice.between(0, 3))]
        for person, part in dict(reversed(chosen)).items():
            veto = True if part is Part.LEADS and dice.chance(0.08) else None
            since = world.day(dice.between(30, 200)) if dice.chance(0.5) else None
            role = DecisionRole(
                person=person,
                opportunity=deal.key,
                stage=stage,
                part=part,
                veto=veto,
                valid_from=since,
                certainty=dice.pick((Certainty.CONFIRMED, None)),
            )
            world.add("decision_roles", [role])
            if person not in stated:
                stated.add(person)
                _add_stance(world, person, deal.key, dice)


def _candidates(seats: list[Seat], stage: Stage) -> tuple[list[Seat], list[Seat]]:
    """Who may lead a stage, and who else may take part."""
    units = _UNITS_OF_STAGE[stage]
    if stage is Stage.APPROVAL:
        return [seat for seat in seats if seat.rank == "top"], [
            seat for seat in seats if seat.rank in ("deputy", "chief")
        ]
    return [seat for seat in seats if seat.rank == "head" and seat.unit in units], [
        seat for seat in seats if seat.rank in ("head", "manager", "staff") and seat.unit in units
    ]


def _add_stance(world: World, person: str, deal: str, dice: Dice) -> None:
    stance = dice.pick_weighted(_STANCES)
    if stance is None:
        return
    leans_to = None
    if stance in (Stance.OPPONENT, Stance.NON_SUPPORTER) and dice.chance(0.5):
        leans_to = dice.pick(COMPETITORS)[0]
    power = dice.pick_weighted(((None, 0.6), (Power.INNER_CIRCLE, 0.2), (Power.POLITICAL_STRUCTURE, 0.2)))
    is_coach = True if stance in (Stance.MENTOR, Stance.SUPPORTER) and dice.chance(0.2) else None
    stated = dice.between(5, 160)
    said = dice.pick((Certainty.ASSUMED, Certainty.CONFIRMED))
    if dice.chance(0.3):
        before = world.day(stated + dice.between(60, 300))
        world.add(
            "positions",
            [Position(person=person, opportunity=deal, stated_on=before, power=power, stance=Stance.NEUTRAL)],
        )
    position = Position(
        person=person,
        opportunity=deal,
        stated_on=world.day(stated),
        power=power,
        stance=stance,
        coach=is_coach,
        leans_to=leans_to,
        certainty=said,
    )
    world.add("positions", [position])


def _add_powers(world: World, customer: Customer, dice: Dice) -> None:
    """Power over the account as a whole, for most of its leaders and some who have none of the titles."""
    for seat in world.seats[customer.key]:
        power = None
        if seat.rank in ("top", "deputy", "chief") and dice.chance(0.7):
            power = dice.pick((Power.INNER_CIRCLE, Power.POLITICAL_STRUCTURE))
        elif seat.rank == "retired":
            power = Power.POLITICAL_STRUCTURE
        elif seat.rank in ("head", "assistant") and dice.chance(0.25):
            power = dice.pick((Power.POLITICAL_STRUCTURE, Power.OUTSIDE, Power.UNKNOWN))
        if power:
            stated_on = world.day(dice.between(40, 500))
            world.add(
                "positions", [Position(person=seat.key, company=customer.key, stated_on=stated_on, power=power)]
            )
