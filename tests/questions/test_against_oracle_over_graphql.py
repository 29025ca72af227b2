"""A second check from outside: random worlds loaded as bundles, every field of the risk review asked over HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from graph.policy import Policy
from tests.oracle import concentration, departure, grading, handover, index, matching, posture, repair, succession
from tests.oracle.account_findings import account_findings, highest
from tests.oracle.busy_worlds import busy_world
from tests.oracle.changes import differences, finding_differences
from tests.oracle.coverage_gaps import coverage_gaps
from tests.oracle.money import Exchange
from tests.oracle.oracle import Oracle
from tests.oracle.random_days import AS_OF, day
from tests.oracle.successors import candidates
from tests.oracle.terms import Terms
from tests.questions import oracle_queries as queries
from tests.questions.against_oracle import ACCOUNTS, EQUAL, assert_most_exposed_first
from tests.questions.oracle_service import Service, assert_same, keys, service_with, terms_of

POLICY = Policy()
EXCHANGE = Exchange(POLICY, (), AS_OF)
WORLDS = (3, 17, 29, 41)
"""Seeds."""


@pytest.fixture(scope="module", params=WORLDS)
async def service(request: pytest.FixtureRequest) -> AsyncIterator[Service]:
    world = busy_world(request.param, employee_count=4, contact_count=8, opportunity_count=3, density=0.4)
    async with service_with(world) as found:
        yield found


def oracles(service: Service, as_of: str = AS_OF) -> dict[str, Oracle]:
    return {account: Oracle(service.world, POLICY, as_of, account) for account in ACCOUNTS}


def employees(service: Service) -> list[str]:
    return sorted({tie.employee for tie in service.world["ties"]})


def assert_terms(found: list[Any], expected: Terms) -> None:
    assert terms_of(found).keys() == expected.keys()
    for name, (value, weight) in terms_of(found).items():
        assert_same([value, weight], list(expected[name]), name)


def amounts(money: dict[str | None, float]) -> list[dict[str, Any]]:
    """Without a rate every currency stays on its own; what is zero is left out."""
    at_risk = {currency: value for currency, value in money.items() if value > EQUAL}
    return [{"currency": key, "value": at_risk[key]} for key in sorted(at_risk, key=lambda key: key or "")]


async def test_departures(service: Service) -> None:
    everybody = sorted(each.key for each in service.world["people"])
    for people in ([each] for each in everybody):
        found = (await service.ask(queries.DEPARTURE_IMPACT, people=people))["departureImpact"]
        listed = {each["company"]["key"]: each for each in found["accounts"]}
        for account, oracle in oracles(service).items():
            assert (account in listed) == departure.is_touched(oracle, people)
            if account in listed:
                _assert_same_impact(listed[account], departure.impact(oracle, people), oracle, people)


def _assert_same_impact(
    found: dict[str, Any], expected: departure.Impact, oracle: Oracle, people: list[str]
) -> None:
    pairs = {
        "peopleWithinReach": expected.people_within_reach,
        "keyPeopleCovered": expected.key_people_covered,
        "singleHeld": expected.single_held,
        "coverage": expected.coverage,
    }
    for name, (before, after) in pairs.items():
        assert_same(found[name], {"before": before, "after": after}, name)
    assert set(keys(found["lost"])) == expected.lost
    assert_most_exposed_first(oracle, [each["key"] for each in found["lost"]])
    assert_same(found, {"shareLost": expected.share_lost, "amounts": amounts(expected.money)})
    for each in found["opportunities"]:
        before, after = expected.shares[each["opportunity"]["key"]]
        assert_same(each["share"], {"before": before, "after": after})
        assert_same(each["amounts"], amounts(expected.money_of[each["opportunity"]["key"]]))
    assert len(found["opportunities"]) == len(expected.shares)
    wanted = {each.contact: each for each in expected.handovers}
    assert {each["contact"]["key"] for each in found["handovers"]} == set(wanted)
    colleagues = departure.colleagues_of(oracle.world, people, oracle.as_of)
    for each in found["handovers"]:
        contact = each["contact"]["key"]
        assert_same(each, {"status": wanted[contact].status, "exposure": wanted[contact].exposure})
        successors = {one.employee: one for one in candidates(oracle, contact, people, None, colleagues)}
        assert {one["employee"]["key"] for one in each["successors"]} == set(successors)
        for one in each["successors"]:
            same = successors[one["employee"]["key"]]
            assert_same(one, {"score": same.score, "colleague": same.is_colleague})
            assert_terms(one["terms"], same.terms)
    for seat in found["seats"]:
        heirs = succession.heirs(oracle, seat["person"]["key"], people)
        assert seat["exposed"] == succession.is_exposed(heirs)
        assert_same(
            {one["person"]["key"]: one["score"] for one in seat["candidates"]},
            {one.person: one.score for one in heirs},
        )


async def test_teams(service: Service) -> None:
    for manager in sorted({line.manager for line in service.world["reports_to"]}):
        found = (await service.ask(queries.TEAM, manager=manager))["departureImpact"]
        assert keys(found["people"]) == sorted(departure.team_of(service.world, manager, AS_OF))


async def test_handover_plans(service: Service) -> None:
    for employee in employees(service):
        colleagues = tuple(departure.colleagues_of(service.world, [employee], AS_OF))
        for capacity in (1, 2, 20):
            asked = {"employee": employee, "lastDay": day(30), "capacity": capacity}
            found = (await service.ask(queries.HANDOVER_PLAN, **asked))["handoverPlan"]
            expected = handover.plan(list(oracles(service).values()), employee, day(30), capacity, colleagues)
            assert_same(found, {"score": expected.score, "meanFit": expected.mean})
            assert found["lowestFit"] == min((item["score"] for item in found["items"]), default=None)
            assert keys(found["unassigned"]) == sorted(
                each["contact"]["key"] for each in found["unassignedDetails"]
            )
            for left in found["unassignedDetails"]:
                contact = left["contact"]["key"]
                assert left["reason"] == expected.reasons[contact]
                assert_same(left["exposure"], expected.handovers[contact].exposure)
            assert sorted(
                [each["contact"]["key"] for each in found["items"]] + keys(found["unassigned"])
            ) == sorted(expected.handovers)
            assert keys(found["dormant"]) == sorted(expected.dormant)
            assert {each["contact"]["key"] for each in found["handedOver"]} == set(expected.handed_over)
            for item in found["items"]:
                same = expected.candidates[item["contact"]["key"]][item["to"]["key"]][0]
                assert_same(item, {"score": same.score, "from": {"key": employee}})


async def test_successions(service: Service) -> None:
    oracle = oracles(service)["group"]
    for person in [each for each in oracle.contacts if each not in oracle.outsiders]:
        found = (await service.ask(queries.SUCCESSION, person=person))["succession"]
        heirs = {each.person: each for each in succession.heirs(oracle, person)}
        assert found["exposed"] == succession.is_exposed(list(heirs.values()))
        assert {each["person"]["key"] for each in found["candidates"]} == set(heirs)
        for each in found["candidates"]:
            same = heirs[each["person"]["key"]]
            assert each["kind"] in same.relations
            assert_same(each["score"], same.score)
            assert_terms(each["terms"], same.terms)
            assert sum(tie["live"] for tie in each["ties"]) == same.live_ties


async def test_repair_plans(service: Service) -> None:
    oracle = oracles(service)["group"]
    subjects = [{"company": "group"}, *({"opportunity": each} for each in oracle.opportunities)]
    for subject in subjects:
        for redundancy, capacity in ((2, 20), (3, 1)):
            asked = {**subject, "redundancy": redundancy, "capacity": capacity}
            found = (await service.ask(queries.REPAIR_PLAN, **asked))["repairPlan"]
            expected = repair.repair(oracle, subject.get("opportunity"), redundancy, capacity)
            assert_same(found, {"count": expected.count, "lowerBound": expected.lower_bound})
            assert_same(sum((each["plausibility"] for each in found["ties"]), 0.0), expected.score)
            for each in found["ties"]:
                plausible = expected.possible[each["contact"]["key"]][each["employee"]["key"]]
                assert_same(each["plausibility"], plausible)


async def test_organization_matching(service: Service) -> None:
    for company in ("group", "group-city", "stranger"):
        oracle = Oracle(service.world, POLICY, AS_OF, company)
        found = (await service.ask(queries.ORGANIZATION_MATCHING, company=company))["organizationMatching"]
        pairs = {(each["contact"]["key"], each["employee"]["key"]): each["kind"] for each in found["pairs"]}
        assert pairs == matching.pairs(oracle)
        for each in found["levels"]:
            those = matching.people_of_level(oracle, each["level"])
            matched = [one for one in those if matching.is_matched_by_level(oracle, one)]
            assert (each["theirs"], each["matched"]) == (len(those), len(matched))
        matched_lines = {each["line"] for each in found["lines"] if each["matched"]}
        assert matched_lines == matching.matched_lines(oracle)
        assert {each["line"] for each in found["lines"] if each["theirs"]} == set(
            matching.lines_with_people(oracle)
        )
        assert keys(found["agreements"]) == matching.agreements(oracle)
        assert keys(found["jointEvents"]) == sorted(each.key for each in matching.joint_events(oracle))
        kinds = ("LEVEL_UNMATCHED", "FUNCTION_UNMATCHED", "NO_JOINT_EVENT")
        assert sorted(
            (each["kind"], each["subject"]["key"], each["severity"]) for each in found["findings"]
        ) == sorted(
            (each.kind, each.subject, each.severity) for each in coverage_gaps(oracle) if each.kind in kinds
        )


async def test_concentration(service: Service) -> None:
    for account, oracle in oracles(service).items():
        found = (await service.ask(queries.CONCENTRATION, company=account))["concentration"]
        factors = concentration.bus_factors(oracle).values()
        smallest = min((each.count for each in factors), default=None)
        assert_same(found, {"effectiveHolders": concentration.effective_holders(oracle), "busFactor": smallest})
        if smallest is not None:
            worst = [each.worst[0] for each in factors if each.count == smallest]
            assert tuple(each["key"] for each in found["employees"]) in worst
        strengths = {each["employee"]["key"]: each["strength"] for each in found["holders"]}
        assert_same(strengths, concentration.strengths(oracle))


async def test_the_relationship_index(service: Service) -> None:
    for company in ("group", "group-city", "stranger"):
        oracle, before = (Oracle(service.world, POLICY, on, company) for on in (AS_OF, index.year_before(AS_OF)))
        found = (await service.ask(queries.RELATIONSHIP_INDEX, company=company))["relationshipIndex"]
        layers = {
            "key": (index.key, index.key_completeness),
            "general": (index.general, index.general_completeness),
            "organizational": (index.organizational, index.organizational_completeness),
        }
        for name, (value, completeness) in layers.items():
            expected = {"value": value(oracle), "completeness": completeness(oracle)}
            assert_same(found[name], {**expected, "trend": {"on": before.as_of, "value": value(before)}}, name)
        assert_terms(found["general"]["terms"], index.general_terms(oracle))
        assert_terms(found["organizational"]["terms"], index.organizational_terms(oracle))


async def test_grading(service: Service) -> None:
    roots = [each for each in service.world["companies"] if each.side == "CUSTOMER" and each.parent is None]
    for root in roots:
        found = (await service.ask(queries.GRADING, company=root.key))["grading"]
        score = grading.score(EXCHANGE, root, roots)
        expected = {"entered": root.grade, "computed": grading.grade(POLICY, score), "score": score}
        assert_same(found, expected)
        assert_terms(found["terms"], grading.terms(EXCHANGE, root, roots))
        quadrants = {each["name"]: each["quadrant"] for each in found["matrices"]}
        assert quadrants == grading.quadrants(EXCHANGE, root, roots)


async def test_changes(service: Service) -> None:
    for company in ("group", "group-city"):
        for days in ((day(-366), AS_OF), (day(-20), day(40))):
            before, after = (Oracle(service.world, POLICY, on, company) for on in days)
            asked = {"company": company, "from": days[0], "to": days[1]}
            found = (await service.ask(queries.CHANGES, **asked))["changes"]
            told = [_told(each) for each in found if not each["finding"]]
            assert sorted(told, key=str) == sorted(map(tuple, differences(before, after)), key=str)
            appeared, disappeared = finding_differences(before, after)
            kinds = [each["kind"] for each in found if each["finding"]]
            assert kinds.count("FINDING_APPEARED") == len(appeared)
            assert kinds.count("FINDING_DISAPPEARED") == len(disappeared)


def _told(change: dict[str, Any]) -> tuple[str | None, ...]:
    ends = (change[end] and change[end]["key"] for end in ("employee", "opportunity"))
    return change["kind"], change["subject"]["key"], *ends


async def test_the_portfolio_and_what_hangs_on_each_of_us(service: Service) -> None:
    found = await service.ask(queries.PORTFOLIO)
    nodes = {edge["node"]["company"]["key"]: edge["node"] for edge in found["portfolio"]["edges"]}
    assert set(nodes) == set(ACCOUNTS)
    held = {edge["node"]["employee"]["key"]: edge["node"] for edge in found["exposureByEmployee"]["edges"]}
    all_findings = [edge["node"] for edge in found["findings"]["edges"]]
    for account, oracle in oracles(service).items():
        wide = [
            (cause.kind, severity) for cause, (severity, is_wide) in account_findings(oracle).items() if is_wide
        ]
        node = nodes[account]
        assert_same(
            node,
            {
                "severity": highest([severity for _, severity in wide]),
                "findings": len(wide),
                "stale": False,
                "index": {
                    "key": index.key(oracle),
                    "general": index.general(oracle),
                    "organizational": index.organizational(oracle),
                },
                "effectiveHolders": concentration.effective_holders(oracle),
            },
        )
        at_risk = {amount["currency"]: amount["value"] for amount in node["amounts"]}
        largest = posture.values_at_risk(oracle)
        assert any(
            at_risk == pytest.approx({key: value for key, value in each.items() if value > EQUAL})
            for each in largest
        )
        of_account = [each for each in all_findings if each["account"]["key"] == account]
        assert sorted((each["kind"], each["severity"]) for each in of_account) == sorted(wide)
        for employee, expected in posture.exposures(oracle).items():
            (row,) = [each for each in held[employee]["accounts"] if each["account"]["key"] == account]
            assert_same(
                row,
                {
                    "liveTieCount": expected.live_tie_count,
                    "singleHeldCount": expected.single_held_count,
                    "exposure": expected.exposure,
                    "severity": expected.severity,
                    "amounts": amounts(expected.money),
                },
            )
    assert found["portfolio"]["totals"]["findingCount"] == found["findings"]["totalCount"] == len(all_findings)
    assert set(held) == {employee for oracle in oracles(service).values() for employee, _ in oracle.live}
