"""Findings and postures of accounts against the oracle: severities, money at risk, what hangs on each of us."""

from __future__ import annotations

from collections import Counter

from hypothesis import given

from graph.policy import Policy
from graph.posture import ComputedPosture, CurrencyAmount, EmployeeExposure, Posture, Standard
from queries.account_findings import Finding, account_findings
from queries.posture_of import posture_of
from tests.oracle import concentration, index, posture
from tests.oracle.account_findings import Cause, highest
from tests.oracle.account_findings import account_findings as expected_findings
from tests.oracle.failure import value_at_risk
from tests.oracle.oracle import Oracle
from tests.oracle.world import World
from tests.oracle.worlds import POLICIES
from tests.questions.against_oracle import ACCOUNTS, DAYS, EQUAL, RANDOM, WORLDS, assert_same_money, near, seen
from tests.questions.same_findings import assert_one_id_per_cause, cause_of

NOW = "2026-03-31T00:00:00.000000+00:00"


@RANDOM
@given(WORLDS, POLICIES, DAYS)
def test_the_findings_of_an_account(world: World, policy: Policy, as_of: str) -> None:
    for account in ACCOUNTS:
        oracle = Oracle(world, policy, as_of, account)
        found = account_findings(seen(oracle))
        causes = {each.id: cause_of(each, each.company) for each in found}
        assert len(causes) == len(found), "each id once"
        assert_one_id_per_cause(causes)
        assert {causes[each.id]: (each.severity, each.is_account_wide) for each in found} == expected_findings(
            oracle
        )


def _assert_same_worth(found: Finding, oracle: Oracle) -> None:
    """The share of the decision that a gap touches, and what it is of the open opportunities' values."""
    if found.kind in ("CHOKE_POINT", "NO_JOINT_EVENT"):
        return
    if found.kind == "MISSING_STAGE":
        share = oracle.policy.stage_weights[found.stage or ""]
        money = value_at_risk(oracle.policy, oracle.amount(share, found.opportunity))
    else:
        people = list(found.targets)
        assert people == sorted(people)
        share, money = oracle.largest_share(people), posture.value_of(oracle, people)
    assert found.share == near(share)
    assert_same_money(found.money, money, oracle.policy)


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
            _assert_same_exposure(each, expected[each.employee], policy)


def _assert_same_posture(
    computed: ComputedPosture, oracle: Oracle, findings: dict[Cause, tuple[str, bool]]
) -> None:
    found = computed.posture
    account_wide = [severity for severity, is_account_wide in findings.values() if is_account_wide]
    assert found.severity == highest(account_wide)
    assert {key: count for key, count in found.severity_counts.items() if count} == Counter(account_wide)
    largest = posture.values_at_risk(oracle)
    assert any(_is_same_money(found, money, oracle.policy) for money in largest), (found, largest)
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


def _is_same_money(found: Posture, money: posture.Money, policy: Policy) -> bool:
    at_risk = {currency: value for currency, value in money.items() if value > EQUAL}
    if _in_base(found.amounts, policy) != near(at_risk):
        return False
    if len(at_risk) == 1:
        return bool({found.currency: found.value_at_risk} == near(at_risk))
    if money and not at_risk:
        return bool(found.value_at_risk == near(0))
    return found.value_at_risk is None


def _assert_same_exposure(found: EmployeeExposure, expected: posture.Exposure, policy: Policy) -> None:
    assert (found.live_tie_count, found.single_held_count) == (expected.live_tie_count, expected.single_held_count)
    assert found.exposure == near(expected.exposure)
    assert found.severity == expected.severity
    assert bool(found.amounts) == bool(expected.money), "none at all says that nothing is known"
    at_risk = {key: value for key, value in expected.money.items() if value > EQUAL}
    assert _in_base(found.amounts, policy) == near(at_risk)


def _in_base(found: tuple[CurrencyAmount, ...], policy: Policy) -> posture.Money:
    """What is not zero, in its own currency; added up in the base currency where there is a rate."""
    assert len({currency for currency, _ in found}) == len(found)
    sums: posture.Money = {}
    for currency, value in found:
        in_base = policy.in_base_currency(value, currency)
        kept = currency if in_base is None else policy.base_currency
        sums[kept] = sums.get(kept, 0.0) + (value if in_base is None else in_base)
    return {key: value for key, value in sums.items() if value > EQUAL}
