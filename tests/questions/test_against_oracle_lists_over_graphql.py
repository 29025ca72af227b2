"""Lists as they are asked over HTTP, with a base currency and dated rates: what each line says, and the order."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from graph.policy import Policy
from queries.money import Amount, MoneyAtRisk
from tests.oracle import causes, posture
from tests.oracle.account_findings import Identity
from tests.oracle.busy_worlds import busy_world
from tests.oracle.causes import of_cause, subject_of
from tests.oracle.failure import choke_points, identity, single_held_relationships
from tests.oracle.oracle import Oracle
from tests.oracle.orders import Place, misplaced, of_account, of_employee, of_finding, of_point
from tests.oracle.random_days import AS_OF
from tests.oracle.worths import worths
from tests.questions import oracle_queries as queries
from tests.questions.against_oracle import (
    ACCOUNTS,
    assert_most_exposed_first,
    assert_same_money,
    is_same_money,
    near,
)
from tests.questions.oracle_service import Service, service_with

BASE = "CNY"
POLICY = replace(Policy(), base_currency=BASE)
WORLDS = (11, 21, 26, 33, 36)
"""Seeds of worlds with several currencies, with dated rates and without, and with people who leave."""


@pytest.fixture(scope="module", params=WORLDS)
async def service(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Service]:
    policy_file = tmp_path_factory.mktemp("policy") / "policy.toml"
    policy_file.write_text(f'[default]\nbase_currency = "{BASE}"')
    world = busy_world(request.param, employee_count=5, contact_count=9, opportunity_count=4, density=0.4)
    async with service_with(world, policy_file) as found:
        yield found


def oracles(service: Service) -> list[Oracle]:
    return [Oracle(service.world, POLICY, AS_OF, account) for account in ACCOUNTS]


def money_of(found: dict[str, Any]) -> MoneyAtRisk:
    return MoneyAtRisk(
        found["valueAtRisk"],
        found["currency"],
        amounts=tuple(Amount(each["currency"], each["value"]) for each in found["amounts"]),
        is_in_base_currency=found["valueAtRisk"] is not None and found["currency"] == BASE,
        rates_on=found["ratesOn"] and date.fromisoformat(found["ratesOn"]),
    )


def identity_of(found: dict[str, Any]) -> Identity:
    kind, subject = found["kind"], found["subject"]["key"]
    if kind == "SINGLE_HELD":
        return Identity(kind, subject, employee=found["employee"]["key"])
    company = found["company"]["key"] if found["subject"]["kind"] in ("Line", "Company") else None
    deal = found["opportunity"] if kind in ("CHOKE_POINT", "MISSING_STAGE") else None
    return Identity(kind, subject, company, deal and deal["key"], found["stage"])


async def test_findings_over_all_accounts(service: Service) -> None:
    listed = [edge["node"] for edge in (await service.ask(queries.FINDINGS))["findings"]["edges"]]
    places: list[Place] = []
    by_account = {oracle.account: (oracle, worths(oracle)) for oracle in oracles(service)}
    for found in listed:
        oracle, expected = by_account[found["account"]["key"]]
        same = expected[identity_of(found)]
        assert same.is_account_wide
        assert found["severity"] == same.severity
        assert (found["share"] or 0.0) == near(same.share)
        assert found["heldUntil"] == same.held_until
        assert_same_money(money_of(found), same.money, oracle.exchange)
        places.append(of_finding(oracle, identity_of(found), same))
    assert not misplaced(places)
    wide = [each for _, expected in by_account.values() for each in expected.values() if each.is_account_wide]
    assert len(listed) == len(wide)


async def test_single_points_over_all_accounts(service: Service) -> None:
    answer = await service.ask(queries.SINGLE_POINTS)
    expected = {
        (oracle.account, *map(str, identity(point))): (oracle, point)
        for oracle in oracles(service)
        for point in [*single_held_relationships(oracle), *choke_points(oracle)]
    }
    places = []
    for found in [edge["node"] for edge in answer["singlePointsOfFailure"]["edges"]]:
        deal = found["opportunity"]["key"] if found["opportunity"] else ""
        targets = [each["key"] for each in found["targets"]]
        key = found["account"]["key"], found["kind"], found["point"]["key"], deal, str(sorted(targets))
        oracle, same = expected.pop(key)
        assert_most_exposed_first(oracle, targets)
        assert (found["severity"], found["heldUntil"]) == (same.severity, same.held_until)
        assert found["exposure"] == near(same.exposure)
        assert_same_money(money_of(found), same.value_at_risk, oracle.exchange)
        places.append(of_point(oracle, same))
    assert not expected
    assert not misplaced(places)


async def test_causes_over_all_accounts(service: Service) -> None:
    answer = (await service.ask(queries.CAUSES))["findings"]
    listed, places = [edge["cause"] for edge in answer["edges"]], []
    expected = {}
    for oracle in oracles(service):
        wide = {found: worth for found, worth in worths(oracle).items() if worth.is_account_wide}
        for subject, cause in causes.causes(oracle.exchange, wide).items():
            expected[oracle.account, subject] = oracle, cause
    for edge, found in zip(answer["edges"], listed, strict=True):
        by_identity = {identity_of(each): each for each in found["findings"]}
        (subject,) = {subject_of(each) for each in by_identity}
        oracle, same = expected.pop((found["account"]["key"], subject))
        assert set(by_identity) == same.findings
        assert found["count"] == len(same.findings)
        assert {each["causeId"] for each in found["findings"]} == {found["id"]}
        assert found["findings"][0]["id"] == edge["node"]["id"]
        assert found["severity"] == same.severity
        assert (found["share"] or 0.0) == near(same.share)
        assert any(is_same_money(money_of(found), money, oracle.exchange) for money in same.moneys)
        assert identity_of(found["findings"][0]) in same.worst
        assert found["action"] == found["findings"][0]["action"]
        places.append(of_cause(oracle.exchange, oracle.account, same))
    assert not expected
    assert not misplaced(places)
    assert answer["totalCount"] == len(listed) == len({found["id"] for found in listed})


async def test_what_hangs_on_each_of_us_over_all_accounts(service: Service) -> None:
    answer = await service.ask(queries.EXPOSURES)
    listed = [edge["node"] for edge in answer["exposureByEmployee"]["edges"]]
    exchange, expected = oracles(service)[0].exchange, posture.by_employee(oracles(service))
    for found in listed:
        same = expected[found["employee"]["key"]]
        counts = (found["liveTieCount"], found["singleHeldCount"], found["severity"])
        assert counts == (same.live_tie_count, same.single_held_count, same.severity)
        assert found["exposure"] == near(same.exposure)
        assert_same_money(money_of(found), same.money, exchange)
    keys = [found["employee"]["key"] for found in listed]
    assert sorted(keys) == sorted(expected)
    assert not misplaced([of_employee(exchange, key, expected[key]) for key in keys])


async def test_the_portfolio(service: Service) -> None:
    listed = [edge["node"] for edge in (await service.ask(queries.ACCOUNTS))["portfolio"]["edges"]]
    by_account = {oracle.account: oracle for oracle in oracles(service)}
    for found in listed:
        oracle = by_account[found["company"]["key"]]
        place = of_account(oracle)
        assert found["severity"] == place.severity
        assert (found["share"] or 0.0) == near(place.share)
        largest = posture.values_at_risk(oracle)
        assert any(is_same_money(money_of(found), money, oracle.exchange) for money in largest)
    assert {found["company"]["key"] for found in listed} == set(by_account)
    assert not misplaced([of_account(by_account[found["company"]["key"]]) for found in listed])
