"""Postures of accounts against the oracle: severities, money at risk, indexes, what hangs on each of us."""

from __future__ import annotations

from collections import Counter

from hypothesis import given

from graph.policy import Policy
from graph.posture import ComputedPosture, CurrencyAmount, EmployeeExposure, Posture, Standard
from queries.posture_of import posture_of
from tests.oracle import concentration, index, posture
from tests.oracle.account_findings import Identity, highest
from tests.oracle.account_findings import account_findings as expected_findings
from tests.oracle.money import Exchange, added, without_nothing
from tests.oracle.oracle import Oracle
from tests.oracle.world import World
from tests.oracle.worlds import POLICIES
from tests.questions.against_oracle import (
    ACCOUNTS,
    DAYS,
    RANDOM,
    WORLDS,
    near,
    rates_on,
    seen,
    shown_sum,
)

NOW = "2026-03-31T00:00:00.000000+00:00"


@RANDOM
@given(WORLDS, POLICIES, DAYS)
def test_the_posture_of_an_account(world: World, policy: Policy, as_of: str) -> None:
    for account in ACCOUNTS:
        oracle = Oracle(world, policy, as_of, account)
        found = posture_of(seen(oracle), Standard(as_of, "digest"), 3, NOW)
        findings = expected_findings(oracle)
        _assert_same_posture(found, oracle, findings)
        assert {(each.kind, each.severity, each.is_account_wide) for each in found.findings} == {
            (cause.kind, *said) for cause, said in findings.items()
        }
        assert len({each.id for each in found.findings}) == len(found.findings) == len(findings)
        expected = posture.exposures(oracle)
        assert [each.employee for each in found.exposures] == sorted(expected)
        for each in found.exposures:
            _assert_same_exposure(each, expected[each.employee])


def _assert_same_posture(
    computed: ComputedPosture, oracle: Oracle, findings: dict[Identity, tuple[str, bool]]
) -> None:
    found = computed.posture
    account_wide = [severity for severity, is_account_wide in findings.values() if is_account_wide]
    assert found.severity == highest(account_wide)
    assert {key: count for key, count in found.severity_counts.items() if count} == Counter(account_wide)
    largest = posture.values_at_risk(oracle)
    assert any(_is_same_money(found, money, oracle.exchange) for money in largest), (found, largest)
    holders = concentration.effective_holders(oracle)
    assert found.effective_holders == (None if holders is None else near(holders))
    factors = [each.count for each in concentration.bus_factors(oracle).values()]
    assert found.bus_factor == min(factors, default=None) or min(factors) > 4
    for layer, value in (
        (index.key, found.key_index),
        (index.general, found.general_index),
        (index.organizational, found.organizational_index),
    ):
        expected = layer(oracle)
        assert value == (None if expected is None else near(expected))


def _is_same_money(found: Posture, money: posture.Money, exchange: Exchange) -> bool:
    if _by_currency(found.amounts) != near(without_nothing(money)):
        return False
    whole = shown_sum(money, exchange)
    if whole is None:
        return found.value_at_risk is None
    if not without_nothing(money):
        return bool(found.value_at_risk == near(0))
    is_same_sum = (found.currency, found.value_at_risk) == (whole[0], near(whole[1]))
    return bool(is_same_sum and found.rates_on == rates_on(money, exchange))


def _assert_same_exposure(found: EmployeeExposure, expected: posture.Exposure) -> None:
    assert (found.live_tie_count, found.single_held_count) == (expected.live_tie_count, expected.single_held_count)
    assert found.exposure == near(expected.exposure)
    assert found.severity == expected.severity
    assert bool(found.amounts) == bool(expected.money), "none at all says that nothing is known"
    assert _by_currency(found.amounts) == near(without_nothing(expected.money))


def _by_currency(found: tuple[CurrencyAmount, ...]) -> posture.Money:
    """What is not zero, in its own currency, each of them once."""
    assert len({currency for currency, _ in found}) == len(found)
    return without_nothing(added({currency: value} for currency, value in found))
