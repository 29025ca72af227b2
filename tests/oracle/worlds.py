"""Random small worlds that the bundle's rules accept, and random policies to ask them with."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, product
from typing import Any

from hypothesis import strategies as st

from graph.model.companies import Agreement
from graph.model.deals import DecisionRole, Opportunity, Position
from graph.model.meetings import Interaction
from graph.model.people import Conflict, Influence, ReportingLine, Tie
from graph.model.words import AgreementKind, InteractionKind, OpportunityStatus, Part, Power, Stage, Stance
from graph.policy import Policy
from tests.oracle.people import workplace
from tests.oracle.random_days import DAYS, PERIODS, day, held, histories_of
from tests.oracle.random_people import companies, departments, people
from tests.oracle.random_rates import RATES
from tests.oracle.small_graphs import WEIGHTS, counts_to, pairs_of, some_of
from tests.oracle.world import World, by_key, empty_world

ASKED = st.sampled_from(["group", "group", "group", "group-province", "group-city", "stranger"])
"""Companies that a question may be about; all of them are of side CUSTOMER."""

POLICIES = st.sampled_from(
    [
        Policy(),
        Policy(),
        replace(Policy(), base_currency="CNY"),
        replace(Policy(), base_currency="CNY", rates={"EUR": 8.0}),
        replace(Policy(), reach_floor=0.0, walkable_influence=0.1, successor_floor=0.0, successor_level_gap=3),
        replace(Policy(), reach_floor=0.25, live_tie_strength=0.4, self_weight=0.5),
        replace(
            Policy(),
            base_currency="EUR",
            rates={"CNY": 0.125},
            level_pairing_above=0,
            bus_factor_share=0.9,
            successor_capacity=2,
            successor_floor=0.4,
            successor_level_gap=0,
            leaving_horizon_days=30,
            redundancy_wanted=3,
            joint_event_days=95,
            successor_weights={"tie": 0.1, "colleagues": 0.5, "line": 0.0, "level": 0.4, "load": 0.0},
            succession_weights={"relation": 0.3, "department": 0.4, "level": 0.3, "rising_star": 0.0},
            succession_likeness=0.6,
            succession_likeness_weights={
                "team_above": 0.1,
                "title": 0.3,
                "team_size": 0.0,
                "tenure": 0.2,
                "dotted_lines": 0.4,
            },
            general_weights={"lines": 0.0, "departments": 0.2, "rising_stars_and_gatekeepers": 0.8},
            organizational_weights={"levels": 0.7, "lines": 0.3, "agreement": 0.0, "joint_event": 0.0},
        ),
    ]
)
_TRUST = st.sampled_from([None, 1, 2, 3, 4, 5])
_MONEY = st.sampled_from([None, 0.0, 1_000.0, 250_000.5])


@st.composite
def worlds(draw: Any) -> World:
    """A world of both sides with every kind of edge around the as-of date."""
    world = empty_world()
    world["companies"] = draw(companies())
    world["departments"] = draw(departments())
    world["people"], world["works_in"] = draw(people(world))
    ours = [each.key for each in world["people"] if each.company.startswith("us")]
    theirs = [each.key for each in world["people"] if each.key not in ours]
    everyone = ours + theirs
    world["opportunities"] = draw(_opportunities())
    asked = [each.key for each in world["opportunities"]]
    world["reports_to"] = [*draw(_reporting(world, ours)), *draw(_reporting(world, theirs))]
    world["influences"] = draw(_influences(theirs))
    world["conflicts"] = draw(_conflicts(theirs))
    world["ties"] = [tie for tie in draw(_ties(ours, theirs)) if is_from_us_to_them(world, tie)]
    if asked:
        world["decision_roles"] = draw(_decision_roles([*theirs, ours[0]], asked))
    world["positions"] = draw(_positions(everyone, asked))
    world["interactions"] = draw(_interactions(everyone, asked))
    world["agreements"] = draw(_agreements())
    world["rates"] = draw(RATES)
    return world


@st.composite
def _opportunities(draw: Any) -> list[Opportunity]:
    owners = st.sampled_from([*["group"] * 5, "group-city", "group-province", "stranger"])
    return [
        Opportunity(
            key=f"o{number}",
            company=draw(owners),
            name=f"Deal {number}",
            value=draw(_MONEY),
            currency=draw(st.sampled_from([None, "CNY", "EUR", "USD"])),
            status=draw(st.sampled_from([None, "OPEN", "OPEN", "OPEN", *OpportunityStatus])),
        )
        for number in range(draw(counts_to(4)))
    ]


@st.composite
def _reporting(draw: Any, world: World, theirs: list[str]) -> list[ReportingLine]:
    """Solid lines from later to earlier people of one group, one manager at a time; dotted lines anywhere."""
    homes = {each.key: each.company.split("-")[0] for each in world["people"]}
    lines: dict[tuple[str, str, str], list[ReportingLine]] = {}
    for number, person in enumerate(theirs):
        managers = [each for each in theirs[:number] if homes[each] == homes[person]]
        if managers and draw(st.integers(0, 2)):
            for begin, end in draw(histories_of(2)):
                line = ReportingLine(
                    person=person,
                    manager=draw(st.sampled_from(managers)),
                    kind="SOLID",
                    valid_from=begin,
                    valid_to=end,
                )
                lines.setdefault((person, line.manager, "SOLID"), []).append(line)
    for person, manager in draw(some_of(pairs_of(theirs), 4)):
        if homes[person] == homes[manager]:
            line = ReportingLine(person=person, manager=manager, kind="DOTTED", **held(draw(PERIODS)))
            lines[person, manager, "DOTTED"] = [line]
    return [line for those in lines.values() for line in those]


@st.composite
def _influences(draw: Any, theirs: list[str]) -> list[Influence]:
    return [
        Influence(influencer=one, influenced=other, weight=draw(WEIGHTS), valid_from=begin, valid_to=end)
        for one, other in draw(some_of(pairs_of(theirs), 10))
        for begin, end in draw(histories_of(2))
    ]


@st.composite
def _conflicts(draw: Any, theirs: list[str]) -> list[Conflict]:
    pairs = draw(some_of(list(combinations(theirs, 2)), 4))
    return [
        Conflict(person=one, other=other, weight=draw(WEIGHTS), valid_from=begin, valid_to=end)
        for one, other in pairs
        for begin, end in draw(histories_of(2))
    ]


@st.composite
def _ties(draw: Any, ours: list[str], theirs: list[str]) -> list[Tie]:
    return [
        Tie(
            employee=employee,
            contact=contact,
            trust=draw(_TRUST),
            target_trust=draw(_TRUST),
            last_contact=draw(st.none() | DAYS),
            valid_from=begin,
            valid_to=end,
        )
        for employee, contact in draw(some_of(list(product(ours, theirs)), 12))
        for begin, end in draw(histories_of(2))
    ]


def is_from_us_to_them(world: World, tie: Tie) -> bool:
    """Whether the employee is with us, and the contact is not, on every day of the tie."""
    begin = tie.valid_from or "0001-01-01"
    bounds = {day for row in world["works_in"] for day in (row.valid_from, row.valid_to) if day is not None}
    days = [begin, *(day for day in bounds if day > begin and (tie.valid_to is None or day < tie.valid_to))]
    return all(_is_with_us(world, tie.employee, day) for day in days) and not any(
        _is_with_us(world, tie.contact, day) for day in days
    )


def _is_with_us(world: World, person: str, on: str) -> bool:
    """By where the person works on the day, or what their own row says before they begin."""
    companies = by_key(world, "companies")
    company = workplace(world, person, on).company or by_key(world, "people")[person].company
    return companies[company].side == "SUPPLIER"


@st.composite
def _decision_roles(draw: Any, deciders: list[str], asked: list[str]) -> list[DecisionRole]:
    return [
        DecisionRole(
            person=person,
            opportunity=deal,
            stage=stage,
            part=draw(st.sampled_from(list(Part))),
            veto=draw(st.sampled_from([None, False, True])),
            **held(draw(PERIODS)),
        )
        for person, deal, stage in draw(some_of(list(product(deciders, asked, Stage)), 16))
    ]


@st.composite
def _positions(draw: Any, everyone: list[str], asked: list[str]) -> list[Position]:
    places = [*["group"] * 4, "group-city", "group-province", "stranger", "partner", "us"]
    subjects = [*[(each, None) for each in asked] * 4, *((None, each) for each in places)]
    days = st.sampled_from([day(-200), day(-30), day(0), day(1)])
    identities = st.tuples(st.sampled_from(everyone), st.sampled_from(subjects), days)
    return [
        Position(
            person=person,
            opportunity=deal,
            company=company,
            stated_on=stated_on,
            power=draw(st.sampled_from([None, *Power])),
            stance=draw(st.sampled_from([None, *Stance])),
            coach=draw(st.sampled_from([None, False, True])),
            leans_to=draw(st.sampled_from([None, "rival"])),
        )
        for person, (deal, company), stated_on in dict.fromkeys(
            draw(identities) for _ in range(draw(counts_to(24)))
        )
    ]


@st.composite
def _interactions(draw: Any, everyone: list[str], asked: list[str]) -> list[Interaction]:
    return [
        Interaction(
            key=f"i{number}",
            kind=draw(st.sampled_from(list(InteractionKind))),
            on=draw(DAYS),
            participants=tuple(sorted(draw(st.sets(st.sampled_from(everyone), min_size=1, max_size=4)))),
            company=draw(st.sampled_from([None, "group", "stranger"])),
            opportunity=draw(st.sampled_from([None, *asked])),
        )
        for number in range(draw(counts_to(8)))
    ]


@st.composite
def _agreements(draw: Any) -> list[Agreement]:
    return [
        Agreement(
            key=f"a{number}",
            company=draw(st.sampled_from(["group", "group", "group-city", "stranger", "partner"])),
            kind=draw(st.sampled_from(list(AgreementKind))),
            **held(draw(PERIODS)),
        )
        for number in range(draw(st.integers(0, 2)))
    ]
