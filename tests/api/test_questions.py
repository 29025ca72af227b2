"""The five questions over GraphQL: every field, dates, pages, errors."""

from __future__ import annotations

import pytest

from tests.api.conftest import Service
from tests.api.world import DAY

EVIDENCE = """evidence { people { key name } edges { kind source target strength }
  figures { name value } policy { name value } }"""


async def test_the_power_map_connects_its_own_nodes(service: Service) -> None:
    found = await service.ask(
        """query ($day: Date) { powerMap(company: "acme", opportunity: "deal", asOf: $day) {
          company { key name } account { key } opportunity { name } asOf revision completeness
          nodes { id key kind name side title level line company department status opportunityStatus tags
            placeholder outsider employee keyPerson power stance coach leansTo decisionShare accessStrength
            withinReach liveTieCount }
          edges { id kind source target weight strength live trust lastContact stage part validFrom validTo
            certainty statedBy } } }""",
        day=DAY,
    )
    drawn = found["powerMap"]
    assert drawn["company"] == {"key": "acme", "name": "Acme 集团"}
    assert drawn["opportunity"] == {"name": "Core"}
    assert drawn["asOf"] == DAY
    ids = [node["id"] for node in drawn["nodes"]]
    assert len(ids) == len(set(ids))
    assert {edge[end] for edge in drawn["edges"] for end in ("source", "target")} <= set(ids)
    people = {node["key"]: node for node in drawn["nodes"] if node["kind"] == "Person"}
    assert people["cto"]["stance"] == "MENTOR"
    assert people["cto"]["keyPerson"] is True
    assert people["boss"]["leansTo"] == "rival"
    assert people["li"]["employee"] is True
    assert people["seat"]["placeholder"] is True
    deals = {node["key"]: node for node in drawn["nodes"] if node["kind"] == "Opportunity"}
    assert deals["old"]["opportunityStatus"] == "WON"
    assert deals["old"]["status"] is None
    tie = next(edge for edge in drawn["edges"] if edge["kind"] == "TIE" and edge["trust"] == 4)
    assert tie["lastContact"] == "2026-06-15"  # the interaction is later than the tie's own date
    assert tie["live"] is True


async def test_the_decision_chain_tells_stages_shares_blockers_and_movers(service: Service) -> None:
    found = await service.ask(
        """query ($day: Date) { decisionChain(opportunity: "deal", asOf: $day) {
          opportunity { key } company { key } account { key } asOf revision unassigned inferred inferredFrom
          completeness lean { low value high } weakestStage { stage status }
          stages { stage weight status lean { low value high }
            people { person { key name } part veto share stance accessStrength } }
          shares { person { key } share stance accessStrength withinReach gain }
          blockers { person { key name } reason share stance } movers { person { key } gain accessStrength }
          policy { name value } } }""",
        day=DAY,
    )
    chain = found["decisionChain"]
    assert chain["lean"]["low"] <= chain["lean"]["value"] <= chain["lean"]["high"]
    assert chain["inferred"] is False
    assert chain["weakestStage"] == {"stage": "EVALUATION", "status": "MISSING"}
    approval = next(stage for stage in chain["stages"] if stage["stage"] == "APPROVAL")
    assert approval["people"][0]["person"] == {"key": "boss", "name": "Boss"}
    assert approval["people"][0]["share"] == 1.0
    assert approval["status"] == "RED"
    assert {blocker["person"]["name"] for blocker in chain["blockers"]} == {"Boss"}
    assert sum(row["share"] for row in chain["shares"]) <= 1.0 + 1e-9


async def test_access_paths_go_from_an_employee_to_the_person(service: Service) -> None:
    query = """query ($from: ID, $day: Date) { accessPaths(to: "boss", from: $from, first: 5, asOf: $day) {
      strength withinReach employee { key name }
      steps { kind source target strength sourcePerson { key } targetPerson { name } } } }"""
    paths = (await service.ask(query, day=DAY))["accessPaths"]
    assert {path["employee"]["key"] for path in paths} == {"li", "han"}
    for path in paths:
        assert path["steps"][0]["source"] == path["employee"]["key"]
        assert path["steps"][-1]["target"] == "boss"
        assert path["steps"][-1]["targetPerson"] == {"name": "Boss"}
    (own,) = (await service.ask(query, **{"from": "han", "day": DAY}))["accessPaths"]
    assert own["employee"] == {"key": "han", "name": "Han Meimei"}


async def test_single_points_of_failure_come_in_pages_with_evidence(service: Service) -> None:
    query = f"""query ($after: String, $day: Date) {{
      singlePointsOfFailure(filter: {{ company: "acme" }}, first: 1, after: $after, asOf: $day) {{
        totalCount pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }}
        edges {{ cursor node {{ id kind severity summary action exposure valueAtRisk currency
          amounts {{ currency value }} pointIsEmployee point {{ key name }} company {{ key }} account {{ key }}
          opportunity {{ key }} targets {{ key name }} {EVIDENCE} }} }} }} }}"""
    seen: list[str] = []
    after = None
    while True:
        page = (await service.ask(query, after=after, day=DAY))["singlePointsOfFailure"]
        seen += [edge["node"]["id"] for edge in page["edges"]]
        node = page["edges"][0]["node"]
        assert node["evidence"]["people"]
        assert node["evidence"]["figures"]
        assert node["evidence"]["policy"]
        assert node["currency"] == "CNY"
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
    assert len(seen) == len(set(seen)) == page["totalCount"] > 1


async def test_single_points_of_failure_are_filtered(service: Service) -> None:
    query = """query ($f: SinglePointFilter, $day: Date) { singlePointsOfFailure(filter: $f, asOf: $day) {
      edges { node { kind point { key } severity } } } }"""

    async def nodes(**wanted: str) -> list[dict[str, object]]:
        page = (await service.ask(query, f=wanted, day=DAY))["singlePointsOfFailure"]
        return [edge["node"] for edge in page["edges"]]

    assert {node["kind"] for node in await nodes(kind="SINGLE_HELD")} == {"SINGLE_HELD"}
    assert {node["point"]["key"] for node in await nodes(employee="li")} == {"li"}  # type: ignore[index]
    assert "LOW" not in {node["severity"] for node in await nodes(minSeverity="MODERATE")}


async def test_coverage_gaps_have_a_grid_and_findings_about_subjects(service: Service) -> None:
    found = await service.ask(
        f"""query ($day: Date) {{ coverageGaps(company: "acme", asOf: $day) {{
          company {{ key }} account {{ key }} asOf revision completeness
          grid {{ line level people covered redundant ratio target }}
          findings {{ id kind severity summary action stage share
            subject {{ kind key name }} {EVIDENCE} }} }} }}""",
        day=DAY,
    )
    gaps = found["coverageGaps"]
    board = next(cell for cell in gaps["grid"] if cell["line"] == "MANAGEMENT")
    assert (board["people"], board["covered"], board["target"]) == (1, 1, 0.6)
    kinds = {finding["kind"] for finding in gaps["findings"]}
    assert {"SINGLE_HELD_KEY_PERSON", "MISSING_STAGE", "NO_JOINT_EVENT"} <= kinds
    assert {finding["subject"]["kind"] for finding in gaps["findings"]} <= {
        "Company",
        "Department",
        "Person",
        "Opportunity",
        "Line",
    }


async def test_a_question_is_answered_as_of_the_day_that_is_asked(service: Service) -> None:
    query = 'query ($day: Date) { powerMap(company: "acme", asOf: $day) { asOf edges { kind } } }'
    before = (await service.ask(query, day="2024-12-31"))["powerMap"]
    after = (await service.ask(query, day="2025-01-01"))["powerMap"]
    assert sum(edge["kind"] == "TIE" for edge in before["edges"]) == 1
    assert sum(edge["kind"] == "TIE" for edge in after["edges"]) == 2


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ('{ powerMap(company: "no") { revision } }', "NOT_FOUND"),
        ("{ powerMap { revision } }", "BAD_USER_INPUT"),
        ('{ powerMap(company: "us") { revision } }', "BAD_USER_INPUT"),
        ('{ powerMap(company: "beta", opportunity: "deal") { revision } }', "BAD_USER_INPUT"),
        ('{ decisionChain(opportunity: "no") { unassigned } }', "NOT_FOUND"),
        ('{ accessPaths(to: "no") { strength } }', "NOT_FOUND"),
        ('{ accessPaths(to: "boss", from: "no") { strength } }', "NOT_FOUND"),
        ('{ accessPaths(to: "boss", first: 0) { strength } }', "BAD_USER_INPUT"),
        ('{ accessPaths(to: "boss", first: 101) { strength } }', "BAD_USER_INPUT"),
        ('{ coverageGaps(company: "no") { revision } }', "NOT_FOUND"),
        ('{ singlePointsOfFailure(filter: { company: "no" }) { totalCount } }', "NOT_FOUND"),
        ('{ singlePointsOfFailure(after: "bad") { totalCount } }', "BAD_USER_INPUT"),
        ("{ singlePointsOfFailure(first: 0) { totalCount } }", "BAD_USER_INPUT"),
        ("{ singlePointsOfFailure(first: 501) { totalCount } }", "BAD_USER_INPUT"),
        ("{ companies(first: 0) { edges { cursor } } }", "BAD_USER_INPUT"),
        ("{ companies(first: 101) { edges { cursor } } }", "BAD_USER_INPUT"),
        ('{ companies(after: "bad") { edges { cursor } } }', "BAD_USER_INPUT"),
        ('{ companies(after: "WyJhIl0") { edges { cursor } } }', "BAD_USER_INPUT"),
        ('{ companies(after: "中") { edges { cursor } } }', "BAD_USER_INPUT"),
        ('{ search(text: "a", first: 1000) { key } }', "BAD_USER_INPUT"),
        ("{ nothing }", "BAD_USER_INPUT"),
        ("{ company }", "BAD_USER_INPUT"),
        ("{ company(key: ", "BAD_USER_INPUT"),
    ],
)
async def test_what_cannot_be_answered_says_why_by_code(service: Service, query: str, code: str) -> None:
    assert await service.code(query) == code


@pytest.mark.parametrize("day", ["2026-02-30", "20260331", "tomorrow", "2026-3-1", "", 7])
async def test_a_date_that_is_none_is_named(service: Service, day: object) -> None:
    query = 'query ($day: Date) { coverageGaps(company: "acme", asOf: $day) { asOf } }'
    error = await service.refuse(query, day=day)
    assert error["extensions"]["code"] == "BAD_USER_INPUT"
    assert repr(day) in error["message"]


async def test_a_date_in_the_document_is_checked_too(service: Service) -> None:
    error = await service.refuse('{ coverageGaps(company: "acme", asOf: "2026-13-01") { asOf } }')
    assert error["extensions"]["code"] == "BAD_USER_INPUT"
    assert "2026-13-01" in error["message"]


async def test_an_error_names_the_field_it_is_about(service: Service) -> None:
    error = await service.refuse('{ company(key: "acme") { key } found: search(text: "core", first: 0) { key } }')
    assert error["path"] == ["found"]
