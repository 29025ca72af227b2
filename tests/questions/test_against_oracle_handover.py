"""Handover plans against every assignment there is."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from graph.policy import Policy
from queries.handover_plan import HANDOVER_PLAN, AssignmentSolver, HandoverItem, HandoverPlan, HandoverPlanParams
from tests.oracle import handover
from tests.oracle.busy_worlds import busy_world
from tests.oracle.handover import Plan, working_days
from tests.oracle.leaving import is_there
from tests.oracle.oracle import Oracle
from tests.oracle.people import is_ours
from tests.oracle.random_days import AS_OF
from tests.oracle.successors import Candidate
from tests.oracle.terms import score
from tests.oracle.world import World
from tests.oracle.worlds import POLICIES
from tests.questions.against_oracle import (
    ACCOUNTS,
    DAYS,
    RANDOM,
    WORLDS,
    assert_ranked,
    assert_same_terms,
    colleagues_in,
    near,
    seen,
)

CAPACITIES = st.sampled_from([None, 1, 1, 2, 3])
NOTICES = st.sampled_from([0, 1, 2, 3, 4, 8, 40])
"""Days from the day asked about to the last working day."""


@RANDOM
@given(WORLDS, POLICIES, DAYS, CAPACITIES, NOTICES, st.data())
def test_the_handover_plan_is_the_best_assignment(
    world: World, policy: Policy, as_of: str, capacity: int | None, notice_days: int, data: st.DataObject
) -> None:
    ours = [each.key for each in world["people"] if is_ours(world, each.key, as_of)]
    assume(ours)
    _assert_best(world, policy, as_of, capacity, notice_days, data.draw(st.sampled_from(ours)))


@pytest.mark.parametrize("seed", range(24))
def test_the_handover_plans_of_a_team_that_knows_the_same_people(seed: int) -> None:
    """Drawn worlds seldom have several who could take the same contacts, some of whom leave later."""
    world = busy_world(seed, employee_count=5, contact_count=8, opportunity_count=2, density=0.7)
    for employee in sorted({tie.employee for tie in world["ties"] if is_ours(world, tie.employee, AS_OF)}):
        for capacity, notice_days in ((1, 4), (3, 30), (None, 40)):
            _assert_best(world, Policy(), AS_OF, capacity, notice_days, employee)


def _assert_best(
    world: World, policy: Policy, as_of: str, capacity: int | None, notice_days: int, employee: str
) -> None:
    oracles = [Oracle(world, policy, as_of, account) for account in ACCOUNTS]
    day = date.fromisoformat(as_of)
    last_day = day + timedelta(days=notice_days)
    nobody_else = [colleagues_in(oracle) for oracle in oracles]
    days = [(last_day + timedelta(days=number)).isoformat() for number in range(2)]
    colleagues = tuple(
        each
        for each in nobody_else[0]
        if each in nobody_else[1] and all(is_there(world, each.key, later) for later in days)
    )
    params = HandoverPlanParams(
        employee=employee, last_day=last_day, capacity=capacity, colleagues=colleagues, as_of=day
    )
    found = HANDOVER_PLAN.combine([HANDOVER_PLAN.part(seen(oracle), params) for oracle in oracles], params)
    room = policy.successor_capacity if capacity is None else capacity
    assert (found.employee, found.last_day, found.as_of, found.capacity) == (employee, last_day, day, room)
    keys = tuple(each.key for each in colleagues)
    expected = handover.plan(oracles, employee, last_day.isoformat(), room, keys)
    _assert_as_good(found, expected)
    _assert_items_explained(found, expected)
    _assert_dated(found)


def _assert_as_good(found: HandoverPlan, expected: Plan) -> None:
    """All contacts are in it once, nobody takes too many, and no assignment has a larger sum."""
    given_over = [item.contact for item in found.items]
    assert sorted([*given_over, *found.unassigned]) == sorted(expected.handovers)
    taken = Counter(item.to_employee for item in found.items)
    assert all(count + expected.taken.get(each, 0) <= found.capacity for each, count in taken.items())
    for contact in found.unassigned:
        takers = expected.candidates[contact]
        assert all(taken[each] + expected.taken.get(each, 0) >= found.capacity for each in takers)
    assert found.solver != AssignmentSolver.GREEDY
    assert found.score == near(expected.score)
    assert found.greedy_score <= expected.score + 1e-9
    if expected.is_greedy_certain:
        assert found.greedy_score == near(expected.greedy_score)
    fits = [item.score for item in found.items]
    assert found.mean_fit == (None if expected.mean is None else near(expected.mean))
    assert found.lowest_fit == min(fits, default=None)
    assert list(found.dormant) == sorted(expected.dormant)
    assert [(each.on.isoformat(), each.contact, each.to_employee) for each in found.handed_over] == sorted(
        (on, contact, to) for contact, (on, to) in expected.handed_over.items()
    )


def _assert_items_explained(found: HandoverPlan, expected: Plan) -> None:
    assert_ranked([(item.exposure, (item.contact,)) for item in found.items])
    exposures = {key: each.exposure for key, each in expected.handovers.items()}
    assert_ranked([(exposures[contact], (contact,)) for contact in found.unassigned])
    for left, key in zip(found.unassigned_details, found.unassigned, strict=True):
        assert (left.contact, left.status) == (key, expected.handovers[key].status)
        assert left.exposure == near(exposures[key])
        assert left.reason == expected.reasons[key]
    for item in found.items:
        takers, same = expected.candidates[item.contact][item.to_employee], expected.handovers[item.contact]
        assert (item.from_employee, item.status) == (found.employee, same.status)
        assert item.exposure == near(same.exposure)
        taker = next((one for one in takers if _has_terms(one, item)), takers[0])
        assert_same_terms(item.terms, taker.terms)
        assert item.score == near(taker.score) == near(score(taker.terms))
    assert found.score == near(sum(item.score for item in found.items))


def _has_terms(taker: Candidate, item: HandoverItem) -> bool:
    """Of several accounts in which somebody scores the same, the terms may be those of any."""
    values = [value for value, _ in taker.terms.values()]
    return all(
        value is term.value or (None not in (value, term.value) and term.value == near(value))
        for value, term in zip(values, item.terms, strict=True)
    )


def _assert_dated(found: HandoverPlan) -> None:
    """On weekdays between, the most exposed first, spread so that no day has two more than another."""
    days = working_days(found.as_of, found.last_day)
    dated = [item.by for item in found.items]
    assert dated == sorted(dated)
    assert set(dated) <= set(days)
    counts = [dated.count(day) for day in days]
    assert not dated or max(counts) - min(counts) <= 1
