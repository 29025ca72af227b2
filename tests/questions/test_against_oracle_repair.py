"""The smallest repair against every choice of ties there is."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from graph.policy import Policy
from queries.account_view import AccountView
from queries.coverage_gaps import COVERAGE_GAPS, CoverageGapsParams
from queries.repair_plan import REPAIR_PLAN, ProposedTie, RepairPlan, RepairPlanParams
from tests.oracle import access
from tests.oracle.oracle import Oracle
from tests.oracle.repair import Repair, repair
from tests.oracle.successors import candidates
from tests.oracle.world import World
from tests.oracle.worlds import ASKED, POLICIES
from tests.questions.against_oracle import (
    DAYS,
    RANDOM,
    WORLDS,
    assert_most_exposed_first,
    assert_ranked,
    assert_same_terms,
    near,
    seen,
)

REDUNDANCIES = st.sampled_from([None, None, 1, 2, 3])
CAPACITIES = st.sampled_from([None, 1, 1, 2, 3])


@RANDOM
@given(WORLDS, POLICIES, ASKED, DAYS, REDUNDANCIES, CAPACITIES)
def test_the_repair_plan_is_the_smallest_and_most_plausible_one(
    world: World, policy: Policy, company: str, as_of: str, redundancy: int | None, capacity: int | None
) -> None:
    oracle = Oracle(world, policy, as_of, company)
    view = seen(oracle)
    for opportunity in [None, *oracle.opportunities]:
        params = RepairPlanParams(
            company=company if opportunity is None else None,
            opportunity=opportunity,
            redundancy=redundancy,
            capacity=capacity,
        )
        plan = REPAIR_PLAN.combine([REPAIR_PLAN.part(view, params)], params)
        wanted = policy.redundancy_wanted if redundancy is None else redundancy
        room = policy.successor_capacity if capacity is None else capacity
        assert (plan.redundancy, plan.capacity) == (wanted, room)
        expected = repair(oracle, opportunity, wanted, room)
        _assert_as_good(plan, expected, oracle)
        _assert_ties_explained(plan, oracle, view)


def _assert_as_good(plan: RepairPlan, expected: Repair, oracle: Oracle) -> None:
    """A plan that is possible, with as many ties and as high a sum as the best of all."""
    assert plan.count == len(plan.ties) == expected.count
    assert plan.lower_bound == expected.lower_bound
    assert sum(tie.plausibility for tie in plan.ties) == near(expected.score)
    assert len({(tie.employee, tie.contact) for tie in plan.ties}) == plan.count
    made = Counter(tie.contact for tie in plan.ties)
    assert all(count <= expected.missing[contact] for contact, count in made.items())
    assert all(count <= plan.capacity for count in Counter(tie.employee for tie in plan.ties).values())
    short = {person for person, count in expected.missing.items() if made[person] < count}
    assert set(plan.impossible) == short
    assert_most_exposed_first(oracle, plan.impossible)
    for tie in plan.ties:
        assert tie.plausibility == near(expected.possible[tie.contact][tie.employee])
    assert_ranked([(oracle.largest_share([contact]), (contact,)) for contact in made])


def _assert_ties_explained(plan: RepairPlan, oracle: Oracle, view: AccountView) -> None:
    company = oracle.opportunities[plan.opportunity].company if plan.opportunity else oracle.company
    assert (plan.company, plan.account) == (company, oracle.account)
    gaps = COVERAGE_GAPS.part(view, CoverageGapsParams(company=oracle.account))
    kinds = ("UNCOVERED_KEY_PERSON", "SINGLE_HELD_KEY_PERSON")
    against = {(each.subject.key, each.id) for each in gaps.findings if each.kind in kinds}
    for tie in plan.ties:
        _assert_same_tie(tie, oracle, plan.capacity)
        said = {each for contact, each in against if contact == tie.contact}
        assert said <= set(tie.findings) if tie.contact in oracle.key_people else True


def _assert_same_tie(tie: ProposedTie, oracle: Oracle, capacity: int) -> None:
    (found,) = [each for each in candidates(oracle, tie.contact, (), capacity) if each.employee == tie.employee]
    assert_same_terms(tie.terms, found.terms)
    valid = {(each.employee, each.contact) for each in oracle.ties}
    assert tie.is_revived == ((tie.employee, tie.contact) in valid)
    paths = access.access_paths(oracle.access_graph, tie.contact)
    assert tie.introducer == (paths[0].nodes[-2] if paths else None)
