"""The questions of the risk review over GraphQL: every name that front-ends are written against, dates, errors."""

from __future__ import annotations

from typing import Any

import pytest

from tests.api.conftest import Service
from tests.api.world import DAY

MONEY = "valueAtRisk currency amounts { currency value }"
TERMS = "terms { name value weight }"
CANDIDATES = (
    f"candidates {{ person {{ key name }} kind score {TERMS} ties {{ employee {{ key }} strength live }} }}"
)

IMPACT = f"""asOf policyVersion people {{ key name }}
  accounts {{ company {{ key name }} revision peopleWithinReach {{ before after }}
    keyPeopleCovered {{ before after }}
    singleHeld {{ before after }} coverage {{ before after }} lines {{ line before after }} lost {{ key }}
    shareLost {MONEY} keyPeople {{ person {{ key }} accessStrength {{ before after }} liveTies {{ before after
    }} }}
    opportunities {{ opportunity {{ key }} share {{ before after }} {MONEY} }}
    handovers {{ contact {{ key }} employees {{ key }} status exposure
      successors {{ employee {{ key }} score colleague {TERMS} }} }}
    seats {{ person {{ key }} opportunities {{ key }} share exposed {CANDIDATES} }} }}
  totals {{ people accounts orphaned weakened {MONEY} }}"""


async def impact(service: Service, arguments: str) -> dict[str, Any]:
    return (await service.ask(f'{{ departureImpact({arguments}, on: "{DAY}") {{ {IMPACT} }} }}'))[
        "departureImpact"
    ]


async def test_a_departure_tells_what_each_account_loses_and_who_could_take_over(service: Service) -> None:
    told = await impact(service, 'people: ["li"]')
    (account,) = told["accounts"]
    assert account["company"] == {"key": "acme", "name": "Acme 集团"}
    assert account["keyPeopleCovered"] == {"before": 2, "after": 1}
    assert account["singleHeld"] == {"before": 2, "after": 1}
    (handover,) = account["handovers"]
    assert (handover["contact"], handover["status"]) == ({"key": "cto"}, "ORPHANED")
    (successor,) = handover["successors"]
    assert successor["employee"] == {"key": "han"}
    assert successor["colleague"] is False
    by_name = {term["name"]: term for term in successor["terms"]}
    assert list(by_name) == ["tie", "colleagues", "line", "level", "load"]
    assert by_name["colleagues"]["value"] is None
    known = [term for term in successor["terms"] if term["value"] is not None]
    assert successor["score"] == pytest.approx(sum(term["value"] * term["weight"] for term in known))
    assert told["totals"]["orphaned"] == 1


async def test_a_team_leaves_with_everybody_below_and_takes_the_money_with_it(service: Service) -> None:
    told = await impact(service, 'teamOf: "han"')
    assert {person["key"] for person in told["people"]} == {"han", "li"}
    (account,) = told["accounts"]
    assert account["peopleWithinReach"]["after"] == 0
    assert {person["key"] for person in account["lost"]} == {"boss", "cto", "net"}
    (deal,) = account["opportunities"]
    assert deal["share"]["after"] == 0
    assert deal["valueAtRisk"] == pytest.approx(deal["share"]["before"] * 1e6)
    assert deal["currency"] == account["currency"] == told["totals"]["currency"] == "CNY"
    assert told["totals"]["amounts"] == [{"currency": "CNY", "value": pytest.approx(deal["valueAtRisk"])}]
    assert told["totals"]["people"] == 3


async def test_people_and_a_team_leave_together_each_once(service: Service) -> None:
    told = await impact(service, 'people: ["cto", "li"], teamOf: "han"')
    assert sorted(person["key"] for person in told["people"]) == ["cto", "han", "li"]


async def test_a_team_counts_towards_the_people_who_may_leave_at_once(service: Service) -> None:
    keys = ["li", *(f"nobody {number}" for number in range(998))]
    query = '{ departureImpact(people: $keys, teamOf: "han") { asOf } }'
    allowed = await service.post(f"query ($keys: [ID!]) {query}", variables={"keys": keys})
    assert allowed.json()["errors"][0]["extensions"]["code"] == "NOT_FOUND"
    refused = await service.post(f"query ($keys: [ID!]) {query}", variables={"keys": ["one more", *keys]})
    (error,) = refused.json()["errors"]
    assert error["extensions"]["code"] == "BAD_USER_INPUT"
    assert error["message"] == "people, teamOf: 1001 people leave; the limit is 1000"


async def test_the_departure_of_a_contact_tells_who_may_follow(service: Service) -> None:
    (account,) = (await impact(service, 'people: ["cto"]'))["accounts"]
    (seat,) = account["seats"]
    assert seat["person"] == {"key": "cto"}
    assert seat["opportunities"] == [{"key": "deal"}]
    assert {one["person"]["key"]: one["kind"] for one in seat["candidates"]} == {
        "boss": "ACTING_MANAGER",
        "net": "DIRECT_REPORT",
    }
    assert seat["exposed"] is False


async def test_a_handover_plan_assigns_each_contact_before_the_last_day(service: Service) -> None:
    found = await service.ask(
        f"""{{ handoverPlan(employee: "li", lastDay: "2026-07-31", capacity: 3, asOf: "{DAY}") {{
          employee {{ key name }} lastDay asOf policyVersion capacity score greedyScore solver
          items {{ contact {{ key }} account {{ key }} from {{ key }} to {{ key name }} by score exposure status
            {TERMS} }}
          unassigned {{ key }} dormant {{ key }} }} }}"""
    )
    plan = found["handoverPlan"]
    (item,) = plan["items"]
    assert (item["contact"], item["from"], item["to"]) == (
        {"key": "cto"},
        {"key": "li"},
        {"key": "han", "name": "Han Meimei"},
    )
    assert DAY < item["by"] < plan["lastDay"] == "2026-07-31"
    assert item["status"] == "ORPHANED"
    assert plan["score"] == pytest.approx(item["score"])
    assert plan["score"] >= plan["greedyScore"]
    assert (plan["solver"], plan["capacity"]) == ("LINEAR_SUM_ASSIGNMENT", 3)
    assert plan["unassigned"] == plan["dormant"] == []


async def test_succession_ranks_who_may_follow_with_our_ties_to_them(service: Service) -> None:
    found = await service.ask(
        f"""{{ succession(person: "cto", asOf: "{DAY}") {{ person {{ key }} company {{ key }} account {{ key }}
          asOf revision policyVersion exposed {CANDIDATES} }} }}"""
    )
    first, second = found["succession"]["candidates"]
    assert first["person"] == {"key": "boss", "name": "Boss"}
    assert first["ties"][0]["employee"] == {"key": "han"}
    assert first["ties"][0]["live"] is True
    assert first["score"] >= second["score"]


@pytest.mark.parametrize("of", ['company: "acme"', 'opportunity: "deal"'])
async def test_a_repair_plan_says_who_meets_whom_and_what_that_repairs(service: Service, of: str) -> None:
    found = await service.ask(
        f"""{{ repairPlan({of}, asOf: "{DAY}") {{ company {{ key }} account {{ key }} opportunity {{ key }}
          asOf revision policyVersion redundancy capacity count lowerBound impossible {{ key }}
          ties {{ employee {{ key }} contact {{ key }} revived plausibility {TERMS} introducer {{ key }} repairs
            findings }} }} }}"""
    )
    plan = found["repairPlan"]
    assert plan["count"] == len(plan["ties"]) == plan["lowerBound"] == 2
    assert {(tie["employee"]["key"], tie["contact"]["key"]) for tie in plan["ties"]} == {
        ("han", "cto"),
        ("li", "boss"),
    }
    for tie in plan["ties"]:
        assert isinstance(tie["repairs"], str)
        assert tie["introducer"] is not None
        shown = await service.ask("query ($id: ID!) { finding(id: $id) { kind } }", id=tie["findings"][0])
        assert shown["finding"]["kind"] == "SINGLE_HELD_KEY_PERSON"


async def test_more_redundancy_than_there_are_employees_is_impossible(service: Service) -> None:
    found = await service.ask(
        f'{{ repairPlan(company: "acme", redundancy: 3, asOf: "{DAY}") {{ redundancy impossible {{ key }} }} }}'
    )
    assert found["repairPlan"] == {"redundancy": 3, "impossible": [{"key": "boss"}, {"key": "cto"}]}


async def test_organization_matching_shows_levels_lines_pairs_and_what_binds(service: Service) -> None:
    found = await service.ask(
        f"""{{ organizationMatching(company: "acme", asOf: "{DAY}") {{ company {{ key }} account {{ key }}
          asOf revision policyVersion levels {{ level theirs matched }} lines {{ line theirs ours matched }}
          cells {{ level line theirs ours matched }} pairs {{ contact {{ key }} employee {{ key }} kind }}
          findings {{ id kind severity summary subject {{ kind key name }} stage share action
            evidence {{ people {{ key }} edges {{ kind }} figures {{ name }} policy {{ name }} }} }}
          agreements {{ key name }} jointEvents {{ key on }} }} }}"""
    )
    matching = found["organizationMatching"]
    pairs = {(pair["contact"]["key"], pair["employee"]["key"]): pair["kind"] for pair in matching["pairs"]}
    assert pairs == {("boss", "han"): "MATCHED", ("cto", "li"): "UNDER_LEVEL"}
    assert {"level": "EXECUTIVE", "theirs": 1, "matched": 1} in matching["levels"]
    assert matching["agreements"] == [{"key": "frame", "name": "Frame"}]
    assert matching["jointEvents"] == []
    assert "NO_JOINT_EVENT" in {finding["kind"] for finding in matching["findings"]}


async def test_concentration_names_the_fewest_people_an_account_hangs_on(service: Service) -> None:
    found = await service.ask(
        f"""{{ concentration(company: "acme-east", asOf: "{DAY}") {{ company {{ key }} account {{ key }}
          asOf revision policyVersion effectiveHolders busFactor exact employees {{ key }} opportunity {{ key }}
          holders {{ employee {{ key }} strength part }} }} }}"""
    )
    told = found["concentration"]
    assert (told["company"], told["account"]) == ({"key": "acme-east"}, {"key": "acme"})
    assert 1 < told["effectiveHolders"] <= 2
    assert told["busFactor"] == len(told["employees"])
    assert told["exact"] is True
    assert sum(holder["part"] for holder in told["holders"]) == pytest.approx(1)


async def test_the_relationship_index_has_three_layers_with_terms_and_trend(service: Service) -> None:
    layer = f"{{ value completeness {TERMS} trend {{ on value }} }}"
    found = await service.ask(
        f"""{{ relationshipIndex(company: "acme", asOf: "{DAY}") {{ company {{ key }} account {{ key }}
          asOf revision policyVersion key {layer} general {layer} organizational {layer} }} }}"""
    )
    index = found["relationshipIndex"]
    for name in ("key", "general", "organizational"):
        assert 0 <= index[name]["value"] <= 100
        assert 0 <= index[name]["completeness"] <= 1
        assert index[name]["trend"]["on"] == "2025-06-30"


async def test_grading_shows_the_computed_grade_beside_the_entered_one(service: Service) -> None:
    found = await service.ask(
        f"""{{ grading(company: "acme", asOf: "{DAY}") {{ company {{ key }} account {{ key }}
          asOf revision policyVersion entered computed score completeness {TERMS}
          matrices {{ name quadrant xIsHigh yIsHigh }} }} }}"""
    )
    grading = found["grading"]
    assert grading["entered"] == "A"
    assert (grading["computed"], grading["score"]) == ("S", 5)  # the only account with a value known
    assert grading["completeness"] == pytest.approx(0.2)
    assert [matrix["name"] for matrix in grading["matrices"]] == ["INFLUENCE_VOLUME", "PRESENT_POTENTIAL"]
    assert all(matrix["quadrant"] is None for matrix in grading["matrices"])


async def test_changes_are_the_difference_of_two_days(service: Service) -> None:
    query = """query ($to: Date) { changes(company: "acme", from: "2024-12-31", to: $to) {
      kind subject { kind key name } before after employee { key } opportunity { key } finding policyVersion } }"""
    told = (await service.ask(query, to=DAY))["changes"]
    opened = [change for change in told if change["kind"] == "TIE_OPENED"]
    assert [(change["subject"]["key"], change["employee"]) for change in opened] == [("cto", {"key": "li"})]
    assert opened[0]["before"] is None
    assert opened[0]["after"]
    turned = {change["subject"]["key"]: change["after"] for change in told if change["kind"] == "STANCE_TURNED"}
    assert turned == {"cto": "MENTOR", "boss": "OPPONENT"}
    assert all(change["finding"] for change in told if change["kind"].startswith("FINDING_"))
    assert (await service.ask(query))["changes"] == told  # today is that day


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("{ departureImpact { asOf } }", "BAD_USER_INPUT"),
        ("{ departureImpact(people: []) { asOf } }", "BAD_USER_INPUT"),
        ('{ departureImpact(people: ["no"]) { asOf } }', "NOT_FOUND"),
        ('{ departureImpact(people: ["li", "no"]) { asOf } }', "NOT_FOUND"),
        ('{ departureImpact(teamOf: "no") { asOf } }', "NOT_FOUND"),
        ('{ handoverPlan(employee: "no", lastDay: "2027-01-01") { score } }', "NOT_FOUND"),
        ('{ handoverPlan(employee: "boss", lastDay: "2027-01-01") { score } }', "BAD_USER_INPUT"),
        ('{ handoverPlan(employee: "li", lastDay: "2026-12-31", asOf: "2027-01-01") { asOf } }', "BAD_USER_INPUT"),
        ('{ handoverPlan(employee: "li", lastDay: "2027-01-01", capacity: 0) { score } }', "BAD_USER_INPUT"),
        ('{ handoverPlan(employee: "li") { score } }', "BAD_USER_INPUT"),
        ('{ succession(person: "no") { exposed } }', "NOT_FOUND"),
        ('{ succession(person: "li") { exposed } }', "BAD_USER_INPUT"),
        ("{ repairPlan { count } }", "BAD_USER_INPUT"),
        ('{ repairPlan(company: "acme", opportunity: "deal") { count } }', "BAD_USER_INPUT"),
        ('{ repairPlan(company: "no") { count } }', "NOT_FOUND"),
        ('{ repairPlan(opportunity: "no") { count } }', "NOT_FOUND"),
        ('{ repairPlan(company: "acme", redundancy: 0) { count } }', "BAD_USER_INPUT"),
        ('{ repairPlan(company: "acme", capacity: -1) { count } }', "BAD_USER_INPUT"),
        ('{ organizationMatching(company: "no") { revision } }', "NOT_FOUND"),
        ('{ organizationMatching(company: "us") { revision } }', "BAD_USER_INPUT"),
        ('{ concentration(company: "no") { revision } }', "NOT_FOUND"),
        ('{ relationshipIndex(company: "no") { revision } }', "NOT_FOUND"),
        ('{ grading(company: "no") { score } }', "NOT_FOUND"),
        ('{ changes(company: "no", from: "2026-01-01") { kind } }', "NOT_FOUND"),
        ('{ changes(company: "acme", from: "2026-01-02", to: "2026-01-01") { kind } }', "BAD_USER_INPUT"),
        ('{ changes(company: "acme") { kind } }', "BAD_USER_INPUT"),
    ],
)
async def test_what_cannot_be_answered_says_why_by_code(service: Service, query: str, code: str) -> None:
    assert await service.code(query) == code


async def test_more_people_than_the_limit_are_refused(service: Service) -> None:
    query = "query ($people: [ID!]) { departureImpact(people: $people) { asOf } }"
    error = await service.refuse(query, people=[f"p{number}" for number in range(1001)])
    assert error["extensions"]["code"] == "BAD_USER_INPUT"
    assert "1000" in error["message"]
