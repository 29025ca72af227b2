"""The policy over GraphQL: what if, new versions, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from tests.api.conftest import Service
from tests.api.world import DAY

UPDATE = """mutation ($input: UpdatePolicyInput!) { updatePolicy(input: $input) {
  policy { grade version values { name member value text } } version userErrors { path message code } } }"""
VERSIONS = "{ policyVersions { version grade at actor note changes { name member value text } } }"
REPAIR = f"""query ($what: [PolicyChangeInput!]) {{
  repairPlan(company: "acme", asOf: "{DAY}", policy: $what) {{ redundancy count impossible {{ key }}
  policyVersion }} }}"""

WHAT_IF = {
    "powerMap": ('company: "acme"', "nodes { key withinReach }"),
    "decisionChain": ('opportunity: "deal"', "shares { person { key } withinReach }"),
    "accessPaths": ('to: "net"', "withinReach"),
    "departureImpact": ('people: ["han"]', "accounts { peopleWithinReach { before after } }"),
    "coverageGaps": ('company: "acme"', "findings { kind }"),
    "organizationMatching": ('company: "acme"', "pairs { kind }"),
    "concentration": ('company: "acme"', "busFactor effectiveHolders"),
    "relationshipIndex": ('company: "acme"', "key { value } general { value } organizational { value }"),
    "grading": ('company: "acme"', "score computed terms { weight }"),
    "singlePointsOfFailure": ('filter: { company: "acme" }', "edges { node { kind point { key } } }"),
    "changes": ('company: "acme", from: "2024-12-31"', "kind subject { key }"),
    "succession": ('person: "cto"', "candidates { person { key } score }"),
    "handoverPlan": ('employee: "li", lastDay: "2026-09-30"', "score capacity"),
    "repairPlan": ('company: "acme"', "redundancy count"),
}
OTHER_NUMBERS = [
    {"name": "reach_floor", "value": 0.9},
    {"name": "live_tie_strength", "value": 0.6},
    {"name": "level_pairing_above", "value": 0},
    {"name": "redundancy_wanted", "value": 1},
    {"name": "successor_capacity", "value": 1},
    {"name": "bus_factor_share", "value": 1},
    {"name": "succession_relations", "member": "ACTING_MANAGER", "value": 0.1},
    {"name": "grading_weights", "member": "present_value", "value": 0.45},
    {"name": "grading_weights", "member": "potential_value", "value": 0},
]


def change(name: str, value: float | None = None, member: str | None = None, **more: Any) -> dict[str, Any]:
    return {"name": name, "member": member, "value": value, **more}


async def update(service: Service, *changes: dict[str, Any], expected: int = 0, **more: Any) -> dict[str, Any]:
    given = {"changes": changes, "expectedVersion": expected, "actor": "Han", **more}
    return (await service.ask(UPDATE, input=given))["updatePolicy"]


def value_of(payload: dict[str, Any], name: str, member: str | None = None) -> float | None:
    values = payload["policy"]["values"]
    return next(one["value"] for one in values if (one["name"], one["member"]) == (name, member))


@pytest.mark.parametrize("field", WHAT_IF)
async def test_a_question_goes_by_other_numbers_for_this_answer_alone(service: Service, field: str) -> None:
    arguments, selection = WHAT_IF[field]
    query = f"query ($what: [PolicyChangeInput!]) {{ {field}({arguments}, policy: $what) {{ {selection} }} }}"
    before = await service.ask(query)
    assert await service.ask(query, what=OTHER_NUMBERS) != before
    assert await service.ask(query) == before
    assert (await service.ask("{ policy { version } }"))["policy"]["version"] == 0


async def test_a_null_number_of_a_what_if_is_what_the_policy_says(service: Service) -> None:
    found = await service.ask(REPAIR, what=[change("redundancy_wanted")])
    assert found == await service.ask(REPAIR)


@pytest.mark.parametrize(
    "what",
    [
        change("no_such_number", 1),
        change("reach_floor", 7),
        change("reach_floor", None, text="EUR"),
        change("reach_floor", 0.5, text="EUR"),
        change("stage_weights", 0.5),
        change("stage_weights", 0.5, "NO_STAGE"),
        change("stage_weights", 0.9, "APPROVAL"),
        change("redundancy_wanted", 1.5),
        change("base_currency", None, text="euro"),
    ],
    ids=lambda what: "-".join(str(one) for one in what.values()),
)
async def test_a_number_that_makes_no_sense_is_refused_by_questions_and_by_the_mutation(
    service: Service, what: dict[str, Any]
) -> None:
    error = await service.refuse(REPAIR, what=[what])
    assert error["extensions"]["code"] == "BAD_USER_INPUT"
    assert what["name"] in error["message"]
    payload = await update(service, what)
    assert payload["policy"] is None
    assert payload["version"] == 0
    (told,) = payload["userErrors"]
    assert (told["path"], told["code"]) == (["input", "changes", "0"], "BAD_USER_INPUT")
    assert what["name"] in told["message"]


async def test_too_many_numbers_are_refused(service: Service) -> None:
    error = await service.refuse(REPAIR, what=[change("reach_floor", 0.2)] * 101)
    assert "100" in error["message"]


async def test_a_change_makes_a_version_that_every_answer_names(own_service: Service) -> None:
    assert (await own_service.ask(REPAIR))["repairPlan"]["policyVersion"] == 0
    payload = await update(own_service, change("redundancy_wanted", 3), note="after the audit")
    assert payload["userErrors"] == []
    assert (payload["version"], payload["policy"]["version"]) == (1, 1)
    assert value_of(payload, "redundancy_wanted") == 3
    plan = (await own_service.ask(REPAIR))["repairPlan"]
    assert (plan["policyVersion"], plan["redundancy"]) == (1, 3)
    (version,) = (await own_service.ask(VERSIONS))["policyVersions"]
    assert version["at"].endswith("+00:00")
    assert {name: version[name] for name in ("version", "grade", "actor", "note", "changes")} == {
        "version": 1,
        "grade": None,
        "actor": "Han",
        "note": "after the audit",
        "changes": [{"name": "redundancy_wanted", "member": None, "value": 3, "text": None}],
    }


async def test_every_answer_names_the_version_it_used(own_service: Service) -> None:
    await update(own_service, change("silence_days", 30))
    on_items = ("accessPaths", "changes")
    asked = [f"{field}({arguments}) {{ policyVersion }}" for field, (arguments, _) in WHAT_IF.items()]
    asked += [f"{field} {{ policyVersion }}" for field in ("portfolio", "exposureByEmployee", "findings")]
    for part in (asked[:8], asked[8:]):
        for field, told in (await own_service.ask("{ " + " ".join(part) + " }")).items():
            versions = [one["policyVersion"] for one in told] if field in on_items else [told["policyVersion"]]
            assert set(versions) == {1}, field


async def test_a_grade_has_numbers_of_its_own(own_service: Service) -> None:
    payload = await update(own_service, change("redundancy_wanted", 1), grade="A")
    assert value_of(payload, "redundancy_wanted") == 1
    assert (await own_service.ask(REPAIR))["repairPlan"]["redundancy"] == 1  # a customer of grade A
    found = await own_service.ask("{ policy { version values { name value } } }")
    assert {"name": "redundancy_wanted", "value": 2} in found["policy"]["values"]
    assert found["policy"]["version"] == 1


async def test_a_number_without_value_goes_back_to_its_default(own_service: Service) -> None:
    await update(own_service, change("redundancy_wanted", 3), change("base_currency", None, text="EUR"))
    payload = await update(own_service, change("redundancy_wanted"), change("base_currency"), expected=1)
    assert payload["version"] == 2
    assert value_of(payload, "redundancy_wanted") == 2
    assert {"name": "base_currency", "member": None, "value": None, "text": None} in payload["policy"]["values"]


async def test_setting_back_what_is_not_set_makes_no_version(own_service: Service) -> None:
    payload = await update(own_service, change("reach_floor"), change("rates", None, "EUR"))
    assert (payload["userErrors"], payload["version"], payload["policy"]["version"]) == ([], 0, 0)
    assert (await own_service.ask(VERSIONS))["policyVersions"] == []


async def test_a_number_set_to_what_it_is_holds_when_the_one_below_it_changes(own_service: Service) -> None:
    assert (await update(own_service, change("redundancy_wanted", 2), grade="S"))["version"] == 1
    payload = await update(own_service, change("redundancy_wanted", 3), expected=1)
    assert value_of(payload, "redundancy_wanted") == 3
    kept = await update(own_service, change("silence_days", 30), expected=2, grade="S")
    assert value_of(kept, "redundancy_wanted") == 2


async def test_without_an_expected_version_a_change_goes_on_the_one_in_force(own_service: Service) -> None:
    assert (await update(own_service, change("silence_days", 30), expected=None))["version"] == 1
    assert (await update(own_service, change("silence_days", 60), expected=None))["version"] == 2


async def test_what_is_set_again_makes_no_version_but_its_return_does(own_service: Service) -> None:
    assert (await update(own_service, change("silence_days", 30)))["version"] == 1
    assert (await update(own_service, change("silence_days", 30), expected=1))["version"] == 1
    assert (await update(own_service, change("silence_days", 60), expected=1, grade="S"))["version"] == 2
    assert (await update(own_service, change("silence_days"), expected=2, grade="S"))["version"] == 3


async def test_weights_are_judged_as_a_whole(own_service: Service) -> None:
    weights = change("stage_weights", 0.4, "APPROVAL"), change("stage_weights", 0.2, "SPECIFICATION")
    payload = await update(own_service, *weights)
    assert payload["userErrors"] == []
    assert value_of(payload, "stage_weights", "APPROVAL") == 0.4


async def test_a_change_for_another_version_is_a_conflict(own_service: Service) -> None:
    await update(own_service, change("silence_days", 30))
    late = await update(own_service, change("silence_days", 60))
    assert (late["policy"], late["version"]) == (None, 1)
    assert [(error["path"], error["code"]) for error in late["userErrors"]] == [
        (["input", "expectedVersion"], "CONFLICT")
    ]
    early = await update(own_service, change("silence_days", 60), expected=5)
    assert early["userErrors"][0]["code"] == "CONFLICT"
    assert len((await own_service.ask(VERSIONS))["policyVersions"]) == 1


async def test_of_two_changes_at_once_one_is_a_conflict(own_service: Service) -> None:
    """Another process writes between this one's check and its write: the store refuses the number."""
    asker = own_service.app.state.answering.asker
    with_version = asker.with_version

    async def with_version_late(entry: Any) -> Any:
        book = await with_version(entry)
        asker.with_version = with_version
        assert (await update(own_service, change("silence_days", 45)))["version"] == 1
        return book

    asker.with_version = with_version_late
    late = await update(own_service, change("silence_days", 60))
    assert [error["code"] for error in late["userErrors"]] == ["CONFLICT"]
    assert late["version"] == 1


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ({"actor": " "}, ["input", "actor"]),
        ({"actor": "x" * 201}, ["input", "actor"]),
        ({"note": "x" * 4001}, ["input", "note"]),
        ({"changes": []}, ["input", "changes"]),
        ({"changes": [change("no_such_number")]}, ["input", "changes", "0"]),
        ({"changes": [change("stage_weights", None, "NO_STAGE")]}, ["input", "changes", "0"]),
        ({"changes": [change("silence_days", 30), change("reach_floor", 7)]}, ["input", "changes", "1"]),
        ({"changes": [change("silence_days", 30), change("rates", 7)]}, ["input", "changes", "1"]),
        (
            {"changes": [change("silence_days", 30), change("reach_floor", 0.1, text="x")]},
            ["input", "changes", "1"],
        ),
        (
            {"changes": [change("silence_days", 30), change("base_currency", text="EUR")], "grade": "S"},
            ["input", "changes", "1"],
        ),
        (
            {"changes": [change("stage_weights", 0.4, "APPROVAL"), change("stage_weights", 7, "NO_STAGE")]},
            ["input", "changes", "1"],
        ),
        (
            {"changes": [change("stage_weights", 0.4, "APPROVAL"), change("stage_weights", 0.4, "EVALUATION")]},
            ["input", "changes"],
        ),
    ],
)
async def test_what_is_wrong_with_a_change_is_told_with_its_place(
    service: Service, given: dict[str, Any], path: list[str]
) -> None:
    whole = {"changes": [change("silence_days", 30)], "expectedVersion": 0, "actor": "Han", **given}
    payload = (await service.ask(UPDATE, input=whole))["updatePolicy"]
    assert [(error["path"], error["code"]) for error in payload["userErrors"]] == [(path, "BAD_USER_INPUT")]
    assert payload["version"] == 0


async def test_what_is_kept_is_stale_after_a_change(own_service: Service) -> None:
    query = "{ portfolio { totals { staleCount } edges { node { stale policyVersion } } } }"
    assert (await own_service.ask(query))["portfolio"]["totals"]["staleCount"] == 0
    await update(own_service, change("silence_days", 30))
    assert (await own_service.ask(query))["portfolio"]["totals"]["staleCount"] == 2
    await own_service.app.state.answering.refresher.refresh()
    nodes = (await own_service.ask(query))["portfolio"]["edges"]
    assert [edge["node"] for edge in nodes] == [{"stale": False, "policyVersion": 1}] * 2
