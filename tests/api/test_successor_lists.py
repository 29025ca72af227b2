"""Over GraphQL: the first successors of a contact, who goes to nobody and why, and until when somebody is held."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from graph.editing import apply_changes
from graph.model.companies import Company, Department
from graph.model.people import Person, Tie
from graph.store import Changes
from graph.viewer import LOCAL
from tests.api.conftest import Service, running
from tests.oracle.world import tables_of, world_of

LAST_DAY = "2026-07-31"
PLAN = f"""{{ handoverPlan(employee: "leaver", lastDay: "{LAST_DAY}", asOf: "2026-06-30") {{
  meanFit lowestFit items {{ contact {{ key }} to {{ key }} }} unassigned {{ key }}
  unassignedDetails {{ contact {{ key }} reason
    bringIn {{ employee {{ key name }} score colleague obstacle terms {{ name value }} }}
    appoint {{ level line }} }} }} }}"""


@pytest.fixture
async def crowded() -> AsyncIterator[Service]:
    """An account of seven of our staff beside the leaver, who knows an executive and a clerk there."""
    colleagues = [Person(key=f"e{number}", name=f"E {number}", company="us", level="STAFF") for number in range(7)]
    world = world_of(
        companies=[Company(key="new", name="New", side="CUSTOMER")],
        departments=[Department(key="fin", company="new", name="Finance", line="FINANCE")],
        people=[
            Person(key="leaver", name="Leaver", company="us"),
            *colleagues,
            Person(key="head", name="Head", company="us", level="SENIOR"),
            Person(key="chief", name="Chief", company="new", department="fin", level="EXECUTIVE"),
            Person(key="clerk", name="Clerk", company="new", level="STAFF"),
            Person(key="other", company="new"),
        ],
        ties=[
            Tie(employee="leaver", contact="chief", trust=5),
            Tie(employee="leaver", contact="clerk", trust=5),
            *(Tie(employee=each.key, contact="other", trust=5) for each in colleagues),
        ],
    )
    async with running() as service:
        await apply_changes(service.app.state.store, LOCAL, Changes(upserts=tables_of(world)))
        yield service


async def listed(service: Service, argument: str = "") -> dict[str, Any]:
    asked = f"""{{ departureImpact(people: ["leaver"], on: "{LAST_DAY}") {{ accounts {{ handovers {{
      contact {{ key }} successorCount successors{argument} {{ employee {{ key }} obstacle }} }} }} }} }}"""
    (account,) = (await service.ask(asked))["departureImpact"]["accounts"]
    return {one["contact"]["key"]: one for one in account["handovers"]}


@pytest.mark.parametrize(
    ("argument", "count"),
    [("", 5), ("(first: 2)", 2), ("(first: 7)", 7), ("(first: 100)", 7), ("(first: null)", 7)],
)
async def test_the_first_five_successors_are_told_unless_asked_for_others(
    crowded: Service, argument: str, count: int
) -> None:
    clerk = (await listed(crowded, argument))["clerk"]
    assert [one["employee"]["key"] for one in clerk["successors"]] == [f"e{number}" for number in range(count)]
    assert clerk["successorCount"] == 7


async def test_fewer_than_one_successor_is_refused(crowded: Service) -> None:
    asked = (
        """{ departureImpact(people: ["leaver"]) { accounts { handovers { successors(first: 0) { score } } } } }"""
    )
    error = await crowded.refuse(asked)
    assert (error["message"], error["extensions"]["code"]) == ("first: 0: expected 1 or more", "BAD_USER_INPUT")


async def test_whom_no_plan_would_ask_is_marked(crowded: Service) -> None:
    found = await listed(crowded)
    assert {one["obstacle"] for one in found["chief"]["successors"]} == {"LEVEL_TOO_LOW"}
    assert {one["obstacle"] for one in found["clerk"]["successors"]} == {None}


async def test_a_contact_that_goes_to_nobody_says_why_and_what_would_help(crowded: Service) -> None:
    found = (await crowded.ask(PLAN))["handoverPlan"]
    assert found["unassigned"] == [{"key": "chief"}]
    assert [item["contact"] for item in found["items"]] == [{"key": "clerk"}]
    assert found["meanFit"] == found["lowestFit"] == pytest.approx(0.15 + 0.15 + 0.1 * 19 / 20)
    (left,) = found["unassignedDetails"]
    assert (left["contact"], left["reason"]) == ({"key": "chief"}, "LEVEL_TOO_LOW")
    assert left["bringIn"]["employee"] == {"key": "han", "name": "Han Meimei"}
    assert (left["bringIn"]["obstacle"], left["bringIn"]["colleague"]) == (None, True)
    assert left["bringIn"]["score"] == pytest.approx(0.25), "no line in common, the same level, nothing to do"
    assert left["appoint"] == {"level": "SENIOR", "line": "FINANCE"}


async def test_the_help_goes_by_the_policy_that_is_asked_with(crowded: Service) -> None:
    asked = PLAN.replace(
        'asOf: "2026-06-30"', 'asOf: "2026-06-30", policy: [{ name: "successor_floor", value: 0.3 }]'
    )
    (left,) = (await crowded.ask(asked))["handoverPlan"]["unassignedDetails"]
    assert (left["bringIn"]["employee"]["key"], left["bringIn"]["obstacle"]) == ("han", "TOO_WEAK")
    assert left["appoint"] == {"level": "EXECUTIVE", "line": "FINANCE"}, "a senior would not reach it"


async def test_a_finding_whose_holder_is_leaving_says_until_when(own_service: Service) -> None:
    change = """mutation { upsertPerson(input: { key: "li", status: LEFT, statusSince: "2026-08-01" }) {
      userErrors { message } } }"""
    assert (await own_service.ask(change))["upsertPerson"]["userErrors"] == []
    asked = """{
      singlePointsOfFailure(filter: { employee: "li", kind: SINGLE_HELD }) { edges { node { heldUntil summary } } }
      coverageGaps(company: "acme") { findings { kind subject { key } heldUntil } }
      findings(filter: { company: "acme" }, first: 100) { edges { node { kind employee { key } heldUntil } } } }"""
    found = await own_service.ask(asked)
    (point,) = [edge["node"] for edge in found["singlePointsOfFailure"]["edges"]]
    assert point["heldUntil"] == "2026-08-01"
    assert point["summary"].endswith("李雷 Li Lei leaves on 2026-08-01.")
    gaps = {
        one["subject"]["key"]: one for one in found["coverageGaps"]["findings"] if "SINGLE_HELD" in one["kind"]
    }
    assert (gaps["cto"]["heldUntil"], gaps["boss"]["heldUntil"]) == ("2026-08-01", None)
