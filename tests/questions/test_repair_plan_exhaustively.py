"""The repair plan against every set of ties that could be made, and what must not change it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model.companies import Company, Department
from graph.model.people import Person, Tie
from graph.model.words import Line, OrgLevel, Stage
from queries.account_view import AccountView
from queries.repair_plan import REPAIR_PLAN, RepairPlan, RepairPlanParams
from queries.successors import SuccessorRanking
from tests.questions.drawn import NOW, contact, department, drawn, role

Pair = tuple[str, str]
_LAST_CONTACTS = st.sampled_from([NOW, "2026-01-01", "2024-01-01", "2020-01-01", None])
_LINES = st.sampled_from([Line.FINANCE, Line.TECHNICAL])


@dataclass(frozen=True)
class SmallWorld:
    """Employees e0, e1, …, key people c0, c1, … and x, whom everybody of ours has a tie to."""

    people: list[Person]
    departments: list[Department]
    ties: list[Tie]
    redundancy: int
    capacity: int | None

    @property
    def params(self) -> RepairPlanParams:
        return RepairPlanParams(company="acme", redundancy=self.redundancy, capacity=self.capacity)

    @property
    def key_people(self) -> list[str]:
        return [person.key for person in self.people if person.key.startswith("c")]

    def view(self, ties: list[Tie] | None = None, **more: Any) -> AccountView:
        return drawn(
            people=[*self.people, *more.pop("people", [])],
            departments=self.departments,
            ties=self.ties if ties is None else ties,
            decision_roles=[role(key, Stage.APPROVAL) for key in self.key_people],
            **more,
        )

    def plan(self) -> RepairPlan:
        return REPAIR_PLAN.part(self.view(), self.params)

    def view_with(self, pairs: list[Pair]) -> AccountView:
        """The same world in which these ties are fresh."""
        fresh = [Tie(employee=employee, contact=contact, trust=5, last_contact=NOW) for employee, contact in pairs]
        made = set(pairs)
        return self.view([*(tie for tie in self.ties if (tie.employee, tie.contact) not in made), *fresh])


@st.composite
def small_worlds(draw: st.DrawFn) -> SmallWorld:
    """Up to three of ours and three key people."""
    employees = [f"e{number}" for number in range(draw(st.integers(1, 3)))]
    contacts = [f"c{number}" for number in range(draw(st.integers(1, 3)))]
    levels = st.sampled_from([OrgLevel.EXECUTIVE, OrgLevel.MIDDLE, None])
    departments = [department(f"d-{line}", line) for line in (Line.FINANCE, Line.TECHNICAL)]
    departments += [
        Department(key=f"u-{line}", company="us", name=line, line=line) for line in (Line.FINANCE, Line.TECHNICAL)
    ]
    people = [
        Person(
            key=key,
            name=key,
            company="us",
            department=f"u-{draw(_LINES)}",
            level=draw(levels),
            status=draw(st.sampled_from(["ACTIVE", "ACTIVE", "ACTIVE", "LEFT"])),
            status_since="2026-01-01",
        )
        for key in employees
    ]
    people += [contact(key, draw(levels), f"d-{draw(_LINES)}") for key in [*contacts, "x"]]
    ties = [Tie(employee=employee, contact="x", trust=1, last_contact=NOW) for employee in employees]
    for employee in employees:
        for key in contacts:
            if draw(st.integers(0, 2)):
                continue
            ties.append(
                Tie(
                    employee=employee,
                    contact=key,
                    trust=draw(st.integers(1, 5)),
                    last_contact=draw(_LAST_CONTACTS),
                )
            )
    return SmallWorld(
        people, departments, ties, draw(st.integers(1, 3)), draw(st.sampled_from([None, 0, 1, 1, 2, 3]))
    )


def possible_pairs(world: SmallWorld) -> list[Pair]:
    view = world.view()
    return [
        (person.key, key)
        for person in world.people
        for key in world.key_people
        if person.company == "us" and person.status == "ACTIVE" and person.key not in view.holders(key)
    ]


def scores(world: SmallWorld) -> dict[Pair, float]:
    view = world.view()
    return {
        (found.employee, key): found.score
        for key in world.key_people
        for found in SuccessorRanking(view, (), capacity=world.capacity).of(key)
    }


def plans_within(world: SmallWorld, capacity: int) -> Iterator[tuple[Pair, ...]]:
    """Every set of possible ties that gives nobody more than is missing and asks nobody for too many."""
    view = world.view()
    missing = {key: max(0, world.redundancy - len(view.holders(key))) for key in world.key_people}
    possible = possible_pairs(world)
    for count in range(len(possible) + 1):
        for pairs in combinations(possible, count):
            asked, given_to = Counter(pair[0] for pair in pairs), Counter(pair[1] for pair in pairs)
            if all(most <= capacity for most in asked.values()) and all(
                number <= missing[key] for key, number in given_to.items()
            ):
                yield pairs


@settings(max_examples=60)
@given(small_worlds())
def test_no_plan_has_more_ties_and_of_those_with_as_many_none_is_more_plausible(world: SmallWorld) -> None:
    answer, score = world.plan(), scores(world)
    found = list(plans_within(world, answer.capacity))
    most = max(map(len, found))
    best = max(sum(score[pair] for pair in pairs) for pairs in found if len(pairs) == most)

    proposed = [(tie.employee, tie.contact) for tie in answer.ties]
    assert answer.count == len(set(proposed)) == most
    assert tuple(sorted(proposed)) in {tuple(sorted(pairs)) for pairs in found}
    assert sum(tie.plausibility for tie in answer.ties) == pytest.approx(best, abs=1e-8)
    assert all(tie.plausibility == pytest.approx(score[tie.employee, tie.contact]) for tie in answer.ties)


@settings(max_examples=60)
@given(small_worlds())
def test_with_the_proposed_ties_made_exactly_the_impossible_miss_the_redundancy(world: SmallWorld) -> None:
    answer = world.plan()
    after = world.view_with([(tie.employee, tie.contact) for tie in answer.ties])
    short = [key for key in world.key_people if len(set(after.holders(key))) < world.redundancy]
    assert short == list(answer.impossible)


@settings(max_examples=40)
@given(small_worlds())
def test_no_set_of_ties_that_gives_everyone_what_they_can_have_is_below_the_lower_bound(world: SmallWorld) -> None:
    answer = world.plan()
    before, possible = world.view(), possible_pairs(world)
    wanted = {
        key: min(world.redundancy, len(before.holders(key)) + sum(pair[1] == key for pair in possible))
        for key in world.key_people
    }
    for count in range(answer.lower_bound):
        for pairs in combinations(possible, count):
            after = Counter(pair[1] for pair in pairs)
            assert any(len(before.holders(key)) + after[key] < most for key, most in wanted.items())
    assert answer.capacity < len(world.key_people) or answer.count == answer.lower_bound


@settings(max_examples=40)
@given(small_worlds())
def test_more_capacity_never_means_fewer_ties_and_enough_leaves_only_those_with_too_few_of_us(
    world: SmallWorld,
) -> None:
    plans = [
        SmallWorld(world.people, world.departments, world.ties, world.redundancy, capacity).plan()
        for capacity in range(4)
    ]
    counts = [answer.count for answer in plans]
    assert counts == sorted(counts)
    present = sum(person.company == "us" and person.status == "ACTIVE" for person in world.people)
    assert plans[-1].impossible == (() if present >= world.redundancy else tuple(world.key_people))
    assert all(set(plans[-1].impossible) <= set(answer.impossible) for answer in plans)


@settings(max_examples=30)
@given(small_worlds())
def test_names_do_not_matter_and_of_other_accounts_nothing_does(world: SmallWorld) -> None:
    def without_ids(answer: RepairPlan) -> list[tuple[Any, ...]]:
        return [
            (tie.employee.removeprefix("k-"), tie.contact.removeprefix("k-"), tie.is_revived, tie.plausibility)
            for tie in answer.ties
        ]

    beside = world.view(
        companies=[Company(key="beside", name="Beside", side="CUSTOMER")],
        people=[Person(key="far", name="Far", company="beside")],
        ties=[
            *world.ties,
            *(
                Tie(employee=key.key, contact="far", trust=5, last_contact=NOW)
                for key in world.people
                if key.company == "us"
            ),
        ],
    )
    assert REPAIR_PLAN.part(beside, world.params) == world.plan()

    renamed = SmallWorld(
        [person.replace(key=f"k-{person.key}") for person in world.people],
        world.departments,
        [tie.replace(employee=f"k-{tie.employee}", contact=f"k-{tie.contact}") for tie in world.ties],
        world.redundancy,
        world.capacity,
    )
    view = drawn(
        people=renamed.people,
        departments=renamed.departments,
        ties=renamed.ties,
        decision_roles=[role(f"k-{key}", Stage.APPROVAL) for key in world.key_people],
    )
    assert without_ids(REPAIR_PLAN.part(view, world.params)) == without_ids(world.plan())
