"""Busy worlds: many ties, managers, parts and events, so that everything the risk review asks occurs.

Hypothesis draws how much there is and a seed; the rest comes from a generator of that seed. Drawing record by
record, as `worlds.py` does, reaches odder corners and leaves most accounts with a tie or none.
"""

from __future__ import annotations

from random import Random
from typing import Any

from hypothesis import strategies as st

from graph.model.companies import Agreement
from graph.model.deals import DecisionRole, Opportunity, Position
from graph.model.exchange_rates import Rate
from graph.model.meetings import Interaction
from graph.model.people import Conflict, Influence, ReportingLine, Tie
from graph.model.words import AgreementKind, InteractionKind, Part, Power, Stage, Stance
from tests.oracle.busy_people import GROUP, busy_companies, busy_departments, busy_people
from tests.oracle.random_days import day, held
from tests.oracle.world import World, empty_world
from tests.oracle.worlds import is_from_us_to_them

DENSITIES = [0.1, 0.25, 0.4, 0.7, 0.7]
"""The chance of a tie for each employee and contact; only where most know each other do colleagues compete."""

Period = tuple[str | None, str | None]


def busy_world(
    seed: int, employee_count: int = 4, contact_count: int = 8, opportunity_count: int = 2, density: float = 0.35
) -> World:
    """The world of a seed; `density` is one of DENSITIES, or another chance."""
    random = Random(seed)
    world = empty_world()
    world["companies"] = busy_companies(random)
    world["departments"] = busy_departments(random)
    world["people"], world["works_in"] = busy_people(random, world["departments"], employee_count, contact_count)
    everyone = [each.key for each in world["people"]]
    ours = [each for each in everyone if each.startswith("e")]
    theirs = [each for each in everyone if not each.startswith("e")]
    group = [each for each in theirs if each.startswith("c")]
    world["opportunities"] = _opportunities(random, opportunity_count)
    deals = [each.key for each in world["opportunities"]]
    world["reports_to"] = _lines(random, ours) + _lines(random, group)
    world["influences"] = _influences(random, theirs)
    world["conflicts"] = [_conflict(random, theirs) for _ in range(random.choice([0, 0, 1]))]
    world["ties"] = [tie for tie in _ties(random, ours, theirs, density) if is_from_us_to_them(world, tie)]
    world["decision_roles"] = _parts(random, [*group, *theirs], deals)
    world["positions"] = _positions(random, theirs, deals) + _against(random, world["decision_roles"])
    world["interactions"] = _interactions(random, ours, theirs, deals)
    world["agreements"] = [
        Agreement(
            key=f"a{number}",
            company=random.choice([*GROUP, "stranger"]),
            kind=random.choice([*AgreementKind]),
            **held(_period(random)),
        )
        for number in range(random.randint(0, 2))
    ]
    world["rates"] = [
        Rate(currency=currency, on=day(offset), rate=random.choice([0.125, 0.9, 7.2, 8.0]))
        for currency in ("CNY", "EUR", "USD")
        for offset in random.sample([-400, -91, -30, 0, 1, 40], random.randint(0, 3))
    ]
    return world


@st.composite
def busy_worlds(draw: Any) -> World:
    """A busy world; shrinks to fewer people and opportunities."""
    return busy_world(
        draw(st.integers(0, 2**32)),
        employee_count=draw(st.integers(1, 5)),
        contact_count=draw(st.integers(2, 10)),
        opportunity_count=draw(st.integers(0, 4)),
        density=draw(st.sampled_from(DENSITIES)),
    )


def _conflict(random: Random, theirs: list[str]) -> Conflict:
    person, other = random.sample(theirs, 2)
    return Conflict(person=person, other=other, weight=random.choice([0.2, 0.5, 1.0]))


def _period(random: Random) -> Period:
    """Mostly valid on the as-of date."""
    ended = [(day(-500), day(-100)), (None, day(0)), (day(1), None), (day(-300), day(-20)), (day(30), None)]
    valid = [(None, None), (day(-400), None), (day(-30), None), (day(-600), day(30)), (day(0), None)]
    return random.choice(ended if random.random() < 0.15 else valid)


def _opportunities(random: Random, count: int) -> list[Opportunity]:
    currencies = random.choice([["CNY"], ["CNY", "CNY", "EUR", None], ["CNY", "EUR", "USD"]])
    return [
        Opportunity(
            key=f"o{number}",
            company=random.choice(["group", "group", *GROUP, "stranger"]),
            name=f"Deal {number}",
            value=random.choice([None, 1_000.0, 1_000.0, 8_000.0, 9_000.0, 250_000.5]),
            currency=random.choice(currencies),
            status=random.choice([None, "OPEN", "OPEN", "OPEN", "WON"]),
        )
        for number in range(count)
    ]


def _lines(random: Random, people: list[str]) -> list[ReportingLine]:
    """Solid lines from later to earlier people, some with another manager since; a few dotted ones."""
    found = []
    for number, person in enumerate(people):
        if number and random.random() < 0.75:
            manager = people[random.randrange(number)]
            since = day(random.choice([-200, -20, 20]))
            if random.random() < 0.2:
                later = people[random.randrange(number)]
                found.append(ReportingLine(person=person, manager=manager, kind="SOLID", valid_to=since))
                found.append(ReportingLine(person=person, manager=later, kind="SOLID", valid_from=since))
            else:
                found.append(ReportingLine(person=person, manager=manager, kind="SOLID", **held(_period(random))))
        others = [each for each in people if each != person]
        if others and random.random() < 0.3:
            for other in random.sample(others, min(len(others), random.choice([1, 1, 2]))):
                found.append(ReportingLine(person=person, manager=other, kind="DOTTED", **held(_period(random))))
    return found


def _influences(random: Random, theirs: list[str]) -> list[Influence]:
    weights = [0.05, 0.2, 0.4, 0.6, 0.9]
    pairs = {tuple(random.sample(theirs, 2)) for _ in range(random.randint(0, 2 * len(theirs)))}
    return [
        Influence(influencer=one, influenced=other, weight=random.choice(weights), **held(_period(random)))
        for one, other in sorted(pairs)
    ]


def _ties(random: Random, ours: list[str], theirs: list[str], density: float) -> list[Tie]:
    """Fresh, cooling and cold ones; a few in two periods, one after the other or with a gap."""
    contacts = [None, day(-1), day(-20), day(-80), day(-100), day(-300), day(-500), day(-800), day(10)]
    found = []
    for employee in ours:
        for contact in theirs:
            if random.random() < density:
                trust, target = random.choice([None, 1, 2, 3, 4, 5]), random.choice([None, None, 3, 5])
                last = random.choice(contacts)
                if random.random() < 0.2:
                    until = random.choice([-200, -20, 2, 20])
                    since = until + random.choice([0, 0, 3])
                    ends = random.choice([None, None, day(since + 15)])
                    first = Tie(
                        employee=employee,
                        contact=contact,
                        trust=random.choice((trust, target)),
                        last_contact=last,
                        valid_to=day(until),
                    )
                    again = random.choice([last, None, random.choice(contacts)])
                    then = Tie(
                        employee=employee,
                        contact=contact,
                        trust=trust,
                        target_trust=target,
                        last_contact=again,
                        valid_from=day(since),
                        valid_to=ends,
                    )
                    found += [first, then]
                else:
                    found.append(
                        Tie(
                            employee=employee,
                            contact=contact,
                            trust=trust,
                            target_trust=target,
                            last_contact=last,
                            **held(_period(random)),
                        )
                    )
    return found


def _parts(random: Random, theirs: list[str], deals: list[str]) -> list[DecisionRole]:
    found = {}
    for deal in deals:
        stages = [*Stage] * random.choice([0, 1, 1, 2, 3]) + random.choices([*Stage], k=random.randint(0, 4))
        for stage in stages:
            person = random.choice(theirs)
            veto = random.choice([None, None, True])
            found[person, deal, stage] = DecisionRole(
                person=person,
                opportunity=deal,
                stage=stage,
                part=random.choice([*Part]),
                veto=veto,
                **held(_period(random)),
            )
    return list(found.values())


def _positions(random: Random, theirs: list[str], deals: list[str]) -> list[Position]:
    subjects = [
        *((deal, None) for deal in deals),
        *[(None, "group")] * 2,
        (None, "group-city"),
        (None, "stranger"),
    ]
    found = {}
    for _ in range(random.randint(0, 3 * len(theirs))):
        said = (random.choice(theirs), *random.choice(subjects), day(random.choice([-500, -200, -20, 10])))
        person, deal, company, stated_on = said
        power, stance = random.choice([None, None, *Power]), random.choice([None, *Stance])
        found[said] = Position(
            person=person,
            opportunity=deal,
            company=company,
            stated_on=stated_on,
            power=power,
            stance=stance,
            coach=random.choice([None, True]),
        )
    return list(found.values())


def _against(random: Random, parts: list[DecisionRole]) -> list[Position]:
    """Now and then whoever leads a stage is against us."""
    leads = sorted({(each.person, each.opportunity) for each in parts if each.part == Part.LEADS})
    against = [Stance.NON_SUPPORTER, Stance.OPPONENT]
    return [
        Position(person=person, opportunity=deal, stated_on=day(-5), stance=random.choice(against))
        for person, deal in leads
        if random.random() < 0.25
    ]


def _interactions(random: Random, ours: list[str], theirs: list[str], deals: list[str]) -> list[Interaction]:
    kinds = [*InteractionKind]
    found = []
    for number in range(random.randint(0, 8)):
        those = {random.choice(ours), *random.sample(theirs, random.randint(1, min(2, len(theirs))))}
        on = day(random.choice([-800, -400, -370, -365, -200, -100, -91, -20, 0, 5]))
        company, deal = random.choice([None, "group"]), random.choice([None, *deals])
        kind = random.choice(kinds)
        found.append(
            Interaction(
                key=f"i{number}",
                kind=kind,
                on=on,
                participants=tuple(sorted(those)),
                company=company,
                opportunity=deal,
            )
        )
    return found
