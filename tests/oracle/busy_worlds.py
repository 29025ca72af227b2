"""Busy worlds: many ties, managers, parts and events, so that everything the risk review asks occurs.

Hypothesis draws how much there is and a seed; the rest comes from a generator of that seed. Drawing record by
record, as `worlds.py` does, reaches odder corners and leaves most accounts with a tie or none.
"""

from __future__ import annotations

from random import Random
from typing import Any

from hypothesis import strategies as st

from graph import records
from graph.model.words import AgreementKind, InteractionKind, Part, Power, Stage, Stance
from tests.oracle.busy_people import GROUP, busy_companies, busy_departments, busy_people
from tests.oracle.random_days import day
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
    world["conflicts"] = [
        records.Conflict(*random.sample(theirs, 2), random.choice([0.2, 0.5, 1.0]))
        for _ in range(random.choice([0, 0, 1]))
    ]
    world["ties"] = [tie for tie in _ties(random, ours, theirs, density) if is_from_us_to_them(world, tie)]
    world["decision_roles"] = _parts(random, [*group, *theirs], deals)
    world["positions"] = _positions(random, theirs, deals) + _against(random, world["decision_roles"])
    world["interactions"] = _interactions(random, ours, theirs, deals)
    world["agreements"] = [
        records.Agreement(
            f"a{number}",
            random.choice([*GROUP, "stranger"]),
            random.choice([*AgreementKind]),
            None,
            *_period(random),
        )
        for number in range(random.randint(0, 2))
    ]
    world["rates"] = [
        records.Rate(currency, day(offset), random.choice([0.125, 0.9, 7.2, 8.0]))
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


def _period(random: Random) -> Period:
    """Mostly valid on the as-of date."""
    ended = [(day(-500), day(-100)), (None, day(0)), (day(1), None), (day(-300), day(-20)), (day(30), None)]
    valid = [(None, None), (day(-400), None), (day(-30), None), (day(-600), day(30)), (day(0), None)]
    return random.choice(ended if random.random() < 0.15 else valid)


def _opportunities(random: Random, count: int) -> list[records.Opportunity]:
    currencies = random.choice([["CNY"], ["CNY", "CNY", "EUR", None], ["CNY", "EUR", "USD"]])
    return [
        records.Opportunity(
            f"o{number}",
            random.choice(["group", "group", *GROUP, "stranger"]),
            f"Deal {number}",
            random.choice([None, 1_000.0, 1_000.0, 8_000.0, 9_000.0, 250_000.5]),
            random.choice(currencies),
            status=random.choice([None, "OPEN", "OPEN", "OPEN", "WON"]),
        )
        for number in range(count)
    ]


def _lines(random: Random, people: list[str]) -> list[records.ReportingLine]:
    """Solid lines from later to earlier people, some with another manager since; a few dotted ones."""
    found = []
    for number, person in enumerate(people):
        if number and random.random() < 0.75:
            manager = people[random.randrange(number)]
            since = day(random.choice([-200, -20, 20]))
            if random.random() < 0.2:
                later = people[random.randrange(number)]
                found.append(records.ReportingLine(person, manager, "SOLID", None, since))
                found.append(records.ReportingLine(person, later, "SOLID", since, None))
            else:
                found.append(records.ReportingLine(person, manager, "SOLID", *_period(random)))
        others = [each for each in people if each != person]
        if others and random.random() < 0.3:
            for other in random.sample(others, min(len(others), random.choice([1, 1, 2]))):
                found.append(records.ReportingLine(person, other, "DOTTED", *_period(random)))
    return found


def _influences(random: Random, theirs: list[str]) -> list[records.Influence]:
    weights = [0.05, 0.2, 0.4, 0.6, 0.9]
    pairs = {tuple(random.sample(theirs, 2)) for _ in range(random.randint(0, 2 * len(theirs)))}
    return [records.Influence(*pair, random.choice(weights), *_period(random)) for pair in sorted(pairs)]


def _ties(random: Random, ours: list[str], theirs: list[str], density: float) -> list[records.Tie]:
    """Fresh, cooling and cold ones; a few in two periods, one after the other or with a gap."""
    contacts = [None, day(-1), day(-20), day(-80), day(-100), day(-300), day(-500), day(-800), day(10)]
    found = []
    for employee in ours:
        for contact in theirs:
            if random.random() < density:
                said = (random.choice([None, 1, 2, 3, 4, 5]), random.choice([None, None, 3, 5]))
                last = random.choice(contacts)
                if random.random() < 0.2:
                    until = random.choice([-200, -20, 2, 20])
                    since = until + random.choice([0, 0, 3])
                    ends = random.choice([None, None, day(since + 15)])
                    first = records.Tie(employee, contact, random.choice(said), None, last, valid_to=day(until))
                    again = random.choice([last, None, random.choice(contacts)])
                    then = records.Tie(employee, contact, *said, again, valid_from=day(since), valid_to=ends)
                    found += [first, then]
                else:
                    begin, end = _period(random)
                    found.append(records.Tie(employee, contact, *said, last, valid_from=begin, valid_to=end))
    return found


def _parts(random: Random, theirs: list[str], deals: list[str]) -> list[records.DecisionRole]:
    found = {}
    for deal in deals:
        stages = [*Stage] * random.choice([0, 1, 1, 2, 3]) + random.choices([*Stage], k=random.randint(0, 4))
        for stage in stages:
            end = (random.choice(theirs), deal, stage)
            veto = random.choice([None, None, True])
            found[end] = records.DecisionRole(*end, random.choice([*Part]), veto, *_period(random))
    return list(found.values())


def _positions(random: Random, theirs: list[str], deals: list[str]) -> list[records.Position]:
    subjects = [
        *((deal, None) for deal in deals),
        *[(None, "group")] * 2,
        (None, "group-city"),
        (None, "stranger"),
    ]
    found = {}
    for _ in range(random.randint(0, 3 * len(theirs))):
        said = (random.choice(theirs), *random.choice(subjects), day(random.choice([-500, -200, -20, 10])))
        power, stance = random.choice([None, None, *Power]), random.choice([None, *Stance])
        found[said] = records.Position(*said, power, stance, random.choice([None, True]))
    return list(found.values())


def _against(random: Random, parts: list[records.DecisionRole]) -> list[records.Position]:
    """Now and then whoever leads a stage is against us."""
    leads = sorted({(each.person, each.opportunity) for each in parts if each.part == Part.LEADS})
    against = [Stance.NON_SUPPORTER, Stance.OPPONENT]
    return [
        records.Position(*pair, None, day(-5), stance=random.choice(against))
        for pair in leads
        if random.random() < 0.25
    ]


def _interactions(
    random: Random, ours: list[str], theirs: list[str], deals: list[str]
) -> list[records.Interaction]:
    kinds = [*InteractionKind]
    found = []
    for number in range(random.randint(0, 8)):
        those = {random.choice(ours), *random.sample(theirs, random.randint(1, min(2, len(theirs))))}
        on = day(random.choice([-800, -400, -370, -365, -200, -100, -91, -20, 0, 5]))
        place = random.choice([None, "group"]), random.choice([None, *deals])
        kind = random.choice(kinds)
        found.append(records.Interaction(f"i{number}", kind, on, tuple(sorted(those)), *place))
    return found
