"""Concentration against all sets of employees: nobody finds a smaller one, or one of that size that loses more."""

from __future__ import annotations

from hypothesis import given

from graph.policy import Policy
from queries.concentration import CONCENTRATION, ConcentrationParams
from tests.oracle import concentration
from tests.oracle.oracle import Oracle
from tests.oracle.world import World
from tests.oracle.worlds import ASKED, POLICIES
from tests.questions.against_oracle import DAYS, RANDOM, WORLDS, assert_ranked, near, seen


@RANDOM
@given(WORLDS, POLICIES, ASKED, DAYS)
def test_concentration(world: World, policy: Policy, company: str, as_of: str) -> None:
    oracle = Oracle(world, policy, as_of, company)
    params = ConcentrationParams(company=company)
    found = CONCENTRATION.combine([CONCENTRATION.part(seen(oracle), params)], params)
    strengths = concentration.strengths(oracle)
    holders = concentration.effective_holders(oracle)
    assert (found.company, found.account) == (company, oracle.account)
    assert found.effective_holders == (None if holders is None else near(holders))
    assert {each.employee: each.strength for each in found.holders} == near(strengths)
    assert {each.employee: each.part for each in found.holders} == near(
        {key: value / sum(strengths.values()) for key, value in strengths.items()}
    )
    assert_ranked([(each.strength, (each.employee,)) for each in found.holders])
    factors = concentration.bus_factors(oracle)
    if not factors:
        assert (found.bus_factor, found.employees, found.opportunity) == (None, (), None)
        return
    smallest = min(each.count for each in factors.values())
    assert found.exact == (smallest <= 4)
    if found.exact:
        assert found.bus_factor == len(found.employees) == smallest
        first = min((key for key, each in factors.items() if each.count == smallest), key=lambda key: key or "")
        assert found.opportunity == first
        assert found.employees == factors[first].worst[0]
    else:
        assert (found.bus_factor or 0) >= smallest
        assert found.employees in concentration.fallen(oracle)
