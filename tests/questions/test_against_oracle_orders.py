"""What hangs on each of us over all accounts, and the portfolio, against the oracle: values and the order."""

from __future__ import annotations

from hypothesis import given

from graph.policy import Policy
from graph.posture import PortfolioOrder, StaleCount, Standard
from queries.exposure import ExposureParams
from queries.posture_of import posture_of
from tests.oracle import posture
from tests.oracle.oracle import Oracle
from tests.oracle.orders import misplaced, of_account, of_employee
from tests.oracle.world import World
from tests.questions.against_oracle import (
    ACCOUNTS,
    CONVERTING,
    DAYS,
    RANDOM,
    WORLDS,
    assert_same_money,
    near,
    seen,
)
from tests.questions.kept_rows import page_of

NOW = "2026-03-31T00:00:00.000000+00:00"


@RANDOM
@given(WORLDS, CONVERTING, DAYS)
def test_what_hangs_on_each_of_us(world: World, policy: Policy, as_of: str) -> None:
    oracles = [Oracle(world, policy, as_of, account) for account in ACCOUNTS]
    views = [seen(oracle) for oracle in oracles]
    rows = [row for view in views for row in posture_of(view, Standard(as_of, "digest"), 3, NOW).exposures]
    page = page_of(rows, StaleCount(0, 0), ExposureParams(first=1000), views[0].conversion)
    found, expected = [edge.node for edge in page.edges], posture.by_employee(oracles)
    exchange = oracles[0].exchange
    assert {each.employee for each in found} == set(expected)
    for each in found:
        same = expected[each.employee]
        counts = (each.live_tie_count, each.single_held_count, each.severity)
        assert counts == (same.live_tie_count, same.single_held_count, same.severity)
        assert each.exposure == near(same.exposure)
        assert_same_money(each.money, same.money, exchange)
        alone = [posture.by_employee([oracle]) for oracle in oracles]
        of_accounts = {
            oracle.account: held[each.employee]
            for oracle, held in zip(oracles, alone, strict=True)
            if each.employee in held
        }
        assert {held.account for held in each.accounts} == set(of_accounts)
        assert not misplaced(
            [of_employee(exchange, held.account, of_accounts[held.account]) for held in each.accounts]
        )
    assert not misplaced([of_employee(exchange, each.employee, expected[each.employee]) for each in found])


@RANDOM
@given(WORLDS, CONVERTING, DAYS)
def test_the_portfolio(world: World, policy: Policy, as_of: str) -> None:
    oracles = {account: Oracle(world, policy, as_of, account) for account in ACCOUNTS}
    kept = [posture_of(seen(oracle), Standard(as_of, "digest"), 3, NOW) for oracle in oracles.values()]
    for each in kept:
        expected = of_account(oracles[each.posture.account])
        assert each.posture.severity == expected.severity
        assert (each.posture.share or 0.0) == near(expected.share)
    kept.sort(key=lambda each: each.ranks[PortfolioOrder.SEVERITY])
    assert not misplaced([of_account(oracles[each.posture.account]) for each in kept])
