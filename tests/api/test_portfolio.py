"""The portfolio, exposure by employee, findings and the posture by day: from what is kept of each account."""

from __future__ import annotations

from typing import Any

import pytest

from queries.findings.catalogue import CoverageFindingKind, FindingKind, SinglePointKind
from tests.api.conftest import Service
from tests.api.world import DAY

MONEY = "valueAtRisk currency amounts { currency value }"
TOTAL = f"accountCount staleCount findingCount {MONEY}"
ACCOUNT = f"""company {{ key name }} name grade industry region severity findings severityCounts {{ severity
  count }}
  {MONEY} index {{ key general organizational }} effectiveHolders busFactor stale computedOn computedAt revision
  policyVersion"""
PAGE = "pageInfo { hasNextPage hasPreviousPage startCursor endCursor }"
PORTFOLIO = f"""query ($f: PortfolioFilter, $by: PortfolioOrder! = VALUE_AT_RISK, $n: Int! = 50, $after: String) {{
  portfolio(filter: $f, orderBy: $by, first: $n, after: $after) {{ policyVersion {PAGE}
    edges {{ cursor node {{ {ACCOUNT} }} }}
    totals {{ {TOTAL} missingCount severityCounts {{ severity count }} bySeverity {{ severity {TOTAL} }}
      byGrade {{ grade {TOTAL} }} }} }} }}"""
FINDINGS = f"""query ($f: FindingFilter, $n: Int! = 50, $after: String) {{
  findings(filter: $f, first: $n, after: $after) {{ totalCount staleAccountCount missingAccountCount
  policyVersion {PAGE}
    edges {{ cursor node {{ id kind severity summary action since state assignee snoozedUntil note actor at
    stage share
      isAccountWide {MONEY} subject {{ kind key name }} account {{ key }} company {{ key }} employee {{ key name }}
      opportunity {{ key }} targets {{ key }} history {{ action at actor note assignee until }}
      evidence {{ people {{ key }} edges {{ kind source target }} figures {{ name value }} policy {{ name value
      }} }}
    }} }} }} }}"""


async def portfolio(service: Service, **variables: Any) -> dict[str, Any]:
    return (await service.ask(PORTFOLIO, **variables))["portfolio"]


async def keys(service: Service, **wanted: Any) -> list[str]:
    return [edge["node"]["company"]["key"] for edge in (await portfolio(service, f=wanted))["edges"]]


async def findings(service: Service, **wanted: Any) -> list[dict[str, Any]]:
    return [edge["node"] for edge in (await service.ask(FINDINGS, f=wanted))["findings"]["edges"]]


async def test_the_portfolio_shows_each_account_and_totals(service: Service) -> None:
    page = await portfolio(service)
    acme, beta = (edge["node"] for edge in page["edges"])
    assert acme["company"] == {"key": "acme", "name": "Acme 集团"}
    assert (acme["grade"], acme["industry"], acme["currency"]) == ("A", "Steel", "CNY")
    assert acme["findings"] == sum(one["count"] for one in acme["severityCounts"])
    assert acme["stale"] is False
    assert acme["computedOn"] == DAY
    assert set(acme["index"]) == {"key", "general", "organizational"}
    assert (beta["company"]["key"], beta["valueAtRisk"], beta["index"]["key"]) == ("beta", None, None)
    totals = page["totals"]
    assert (totals["accountCount"], totals["staleCount"], totals["missingCount"]) == (2, 0, 0)
    assert totals["findingCount"] == acme["findings"] + beta["findings"]
    assert totals["amounts"] == acme["amounts"]
    assert [group["grade"] for group in totals["byGrade"]] == ["S", "A"]
    assert sum(group["accountCount"] for group in totals["bySeverity"]) == 2


async def test_the_value_at_risk_is_the_most_that_hangs_on_one_person_alone(service: Service) -> None:
    found = await service.ask(
        f"""{{ singlePointsOfFailure(filter: {{ company: "acme" }}, asOf: "{DAY}") {{
          edges {{ node {{ opportunity {{ key }} valueAtRisk }} }} }} }}"""
    )
    points = [edge["node"] for edge in found["singlePointsOfFailure"]["edges"]]
    assert {point["opportunity"]["key"] for point in points if point["opportunity"]} == {"deal"}
    (acme, _) = (await portfolio(service))["edges"]
    assert acme["node"]["valueAtRisk"] == pytest.approx(max(point["valueAtRisk"] for point in points))


async def test_an_exposure_is_what_the_departure_impact_of_the_employee_tells(service: Service) -> None:
    found = await service.ask(
        f"{{ exposureByEmployee {{ edges {{ node {{ employee {{ key }} accounts {{ exposure {MONEY} }} }} }} }} }}"
    )
    exposed = {
        edge["node"]["employee"]["key"]: edge["node"]["accounts"] for edge in found["exposureByEmployee"]["edges"]
    }
    assert set(exposed) == {"han", "li"}
    for employee, accounts in exposed.items():
        told = await service.ask(
            f'{{ departureImpact(people: ["{employee}"], on: "{DAY}") {{ accounts {{ shareLost {MONEY} }} }} }}'
        )
        lost = [{"exposure": one.pop("shareLost"), **one} for one in told["departureImpact"]["accounts"]]
        assert lost == accounts


async def test_the_portfolio_comes_in_pages_in_every_order(service: Service) -> None:
    orders = await service.ask('{ __type(name: "PortfolioOrder") { enumValues { name } } }')
    for order in (value["name"] for value in orders["__type"]["enumValues"]):
        seen: list[str] = []
        after = None
        while True:
            page = await portfolio(service, by=order, n=1, after=after)
            seen += [edge["node"]["company"]["key"] for edge in page["edges"]]
            assert page["pageInfo"]["hasPreviousPage"] == (after is not None)
            assert page["totals"]["accountCount"] == 2
            after = page["pageInfo"]["endCursor"]
            if not page["pageInfo"]["hasNextPage"]:
                break
        assert sorted(seen) == ["acme", "beta"]


async def test_the_portfolio_is_filtered_by_everything_the_filter_has(service: Service) -> None:
    assert await keys(service, grade="S") == ["beta"]
    assert await keys(service, industry="Steel") == ["acme"]
    assert await keys(service, region="nowhere") == []
    assert await keys(service, employee="li") == ["acme"]
    assert await keys(service, employee="nobody") == []
    assert await keys(service, kind="CHOKE_POINT") == ["acme"]
    assert await keys(service, kind=["NO_JOINT_EVENT"]) == ["acme", "beta"]
    assert await keys(service, severity="CRITICAL") == []
    assert await keys(service, severity=["LOW", "MODERATE"]) == ["acme", "beta"]
    assert await keys(service, minSeverity="HIGH") == []
    assert await keys(service, minValueAtRisk=1) == ["acme"]
    assert await keys(service, currency="CNY") == ["acme"]
    assert await keys(service, text="ACME") == ["acme"]


async def test_an_account_that_changed_is_stale_until_it_is_recomputed(own_service: Service) -> None:
    before = await portfolio(own_service)
    await own_service.ask(
        'mutation { upsertCompany(input: { key: "acme", region: "East" }) { userErrors { code } } }'
    )
    page = await portfolio(own_service)
    stale = {edge["node"]["company"]["key"]: edge["node"]["stale"] for edge in page["edges"]}
    assert stale == {"acme": True, "beta": False}
    assert page["totals"]["staleCount"] == 1
    assert page["edges"][0]["node"]["region"] == "East"  # the company as it is, findings as they were computed
    assert page["edges"][0]["node"]["revision"] == before["edges"][0]["node"]["revision"]
    await own_service.app.state.answering.refresher.refresh()
    page = await portfolio(own_service)
    assert page["totals"]["staleCount"] == 0
    assert page["edges"][0]["node"]["revision"] > before["edges"][0]["node"]["revision"]


async def test_exposure_by_employee_sums_what_each_of_us_holds_alone(service: Service) -> None:
    query = f"""query ($f: PortfolioFilter, $n: Int! = 50, $after: String) {{
      exposureByEmployee(filter: $f, first: $n, after: $after) {{ totalCount staleAccountCount missingAccountCount
        policyVersion {PAGE} edges {{ cursor node {{ employee {{ key name }} accountCount liveTieCount
        singleHeldCount
          exposure severity {MONEY} accounts {{ account {{ key }} liveTieCount singleHeldCount exposure severity
          {MONEY} }} }} }} }} }}"""
    first = (await service.ask(query, n=1))["exposureByEmployee"]
    assert (first["totalCount"], first["pageInfo"]["hasNextPage"]) == (2, True)
    second = (await service.ask(query, after=first["pageInfo"]["endCursor"]))["exposureByEmployee"]
    han, li = first["edges"][0]["node"], second["edges"][0]["node"]
    assert (han["employee"]["name"], li["employee"]["key"]) == ("Han Meimei", "li")
    for risk in (han, li):  # both contacts are within reach of each other
        assert (risk["valueAtRisk"], risk["exposure"], risk["severity"]) == (0, 0, None)
    assert han["singleHeldCount"] == li["singleHeldCount"] == 1
    assert [held["account"] for held in li["accounts"]] == [{"key": "acme"}]
    only = (await service.ask(query, f={"employee": "li"}))["exposureByEmployee"]
    assert [edge["node"]["employee"]["key"] for edge in only["edges"]] == ["li"]
    none = (await service.ask(query, f={"grade": "S"}))["exposureByEmployee"]
    assert none["edges"] == []


async def test_findings_of_every_question_come_in_pages(service: Service) -> None:
    seen: list[dict[str, Any]] = []
    after = None
    while True:
        page = (await service.ask(FINDINGS, n=4, after=after))["findings"]
        seen += [edge["node"] for edge in page["edges"]]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
    ids = [finding["id"] for finding in seen]
    assert len(ids) == len(set(ids)) == page["totalCount"]
    assert {"SINGLE_HELD", "CHOKE_POINT", "MISSING_STAGE", "FUNCTION_UNMATCHED"} <= {one["kind"] for one in seen}
    amounts = [finding["valueAtRisk"] for finding in seen if finding["valueAtRisk"]]
    assert amounts == sorted(amounts, reverse=True)
    assert all(finding["evidence"]["figures"] for finding in seen)
    assert {finding["state"] for finding in seen} == {"OPEN"}
    assert all(finding["since"] for finding in seen)


async def test_findings_are_filtered_by_everything_the_filter_has(service: Service) -> None:
    everything = await findings(service)
    assert {one["kind"] for one in await findings(service, kind=["CHOKE_POINT"])} == {"CHOKE_POINT"}
    assert {one["severity"] for one in await findings(service, severity="LOW")} == {"LOW"}
    assert {one["severity"] for one in await findings(service, minSeverity="MODERATE")} == {"MODERATE"}
    assert {one["account"]["key"] for one in await findings(service, company="beta")} == {"beta"}
    assert {one["employee"]["key"] for one in await findings(service, employee="li")} == {"li"}
    assert {one["account"]["key"] for one in await findings(service, grade="A")} == {"acme"}
    assert {one["account"]["key"] for one in await findings(service, industry="Steel")} == {"acme"}
    assert await findings(service, region="nowhere") == []
    assert await findings(service, state="OPEN") == everything
    assert await findings(service, state=["ACKNOWLEDGED", "RESOLVED"]) == []
    assert await findings(service, assignee="Han") == []


async def test_a_subsidiarys_own_findings_show_with_its_key_alone(service: Service) -> None:
    of_part = await findings(service, company="acme-east")
    assert {one["company"]["key"] for one in of_part} == {"acme-east"}
    assert {one["account"]["key"] for one in of_part} == {"acme"}
    everywhere = {one["id"] for one in await findings(service)}
    assert {one["id"] for one in of_part if not one["isAccountWide"]} & everywhere == set()


async def test_a_finding_is_found_by_its_id(service: Service) -> None:
    wanted = (await findings(service))[0]
    query = "query ($id: ID!) { finding(id: $id) { id summary state targets { key name } employee { key } } }"
    found = (await service.ask(query, id=wanted["id"]))["finding"]
    assert (found["id"], found["summary"]) == (wanted["id"], wanted["summary"])
    assert (await service.ask(query, id="no"))["finding"] is None


async def test_the_posture_is_kept_for_each_day_it_was_computed_on(service: Service) -> None:
    query = f"""query ($c: ID!, $from: Date, $to: Date) {{ posture(company: $c, from: $from, to: $to) {{ on
    severity
      findings severityCounts {{ severity count }} {MONEY} index {{ key general organizational }} effectiveHolders
      busFactor revision policyVersion computedAt }} }}"""
    acme = (await portfolio(service))["edges"][0]["node"]
    (day,) = (await service.ask(query, c="acme-east"))["posture"]
    assert day["on"] == DAY
    for name in ("severity", "findings", "severityCounts", "valueAtRisk", "amounts", "index", "computedAt"):
        assert day[name] == acme[name]
    assert len((await service.ask(query, **{"c": "acme", "from": DAY, "to": DAY}))["posture"]) == 1
    assert (await service.ask(query, **{"c": "acme", "from": "2027-01-01"}))["posture"] == []
    assert (await service.ask(query, c="acme", to="2026-06-29"))["posture"] == []


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("{ portfolio(first: 0) { policyVersion } }", "BAD_USER_INPUT"),
        ("{ portfolio(first: 101) { policyVersion } }", "BAD_USER_INPUT"),
        ('{ portfolio(after: "bad") { policyVersion } }', "BAD_USER_INPUT"),
        ("{ portfolio(orderBy: SIZE) { policyVersion } }", "BAD_USER_INPUT"),
        ("{ portfolio(filter: { severity: LOW, minSeverity: HIGH }) { policyVersion } }", "BAD_USER_INPUT"),
        ("{ exposureByEmployee(first: 101) { totalCount } }", "BAD_USER_INPUT"),
        ('{ exposureByEmployee(after: "bad") { totalCount } }', "BAD_USER_INPUT"),
        ("{ findings(first: 501) { totalCount } }", "BAD_USER_INPUT"),
        ('{ findings(after: "bad") { totalCount } }', "BAD_USER_INPUT"),
        ('{ findings(filter: { company: "no" }) { totalCount } }', "NOT_FOUND"),
        ('{ findings(filter: { company: "us" }) { totalCount } }', "BAD_USER_INPUT"),
        ('{ posture(company: "no") { on } }', "NOT_FOUND"),
        ('{ posture(company: "us") { on } }', "BAD_USER_INPUT"),
        ('{ posture(company: "acme", from: "2026-01-02", to: "2026-01-01") { on } }', "BAD_USER_INPUT"),
    ],
)
async def test_what_cannot_be_answered_says_why_by_code(service: Service, query: str, code: str) -> None:
    assert await service.code(query) == code


async def test_a_cursor_of_one_order_is_none_of_another(service: Service) -> None:
    after = (await portfolio(service, n=1))["pageInfo"]["endCursor"]
    assert await service.code(PORTFOLIO, by="NAME", after=after) == "BAD_USER_INPUT"


def test_the_kinds_of_findings_are_those_of_the_questions() -> None:
    assert set(FindingKind) == {str(kind) for kind in (*SinglePointKind, *CoverageFindingKind)}
