"""Findings as work: acknowledge, assign, snooze, resolve and reopen, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from tests.api.conftest import Service

SHOWN = """finding { id state assignee snoozedUntil note actor at history { action actor note assignee until } }
  userErrors { path message code }"""
FIRST = '{ findings(filter: { kind: SINGLE_HELD, employee: "li" }) { edges { node { id } } } }'


async def finding_id(service: Service) -> str:
    return (await service.ask(FIRST))["findings"]["edges"][0]["node"]["id"]


async def do(service: Service, name: str, arguments: str, finding: str) -> dict[str, Any]:
    query = f"mutation ($id: ID!) {{ {name}(finding: $id, {arguments}) {{ {SHOWN} }} }}"
    return (await service.ask(query, id=finding))[name]


async def done(service: Service, name: str, arguments: str, finding: str) -> dict[str, Any]:
    payload = await do(service, name, arguments, finding)
    assert payload["userErrors"] == []
    return payload["finding"]


async def ids(service: Service, wanted: str) -> list[str]:
    query = f"{{ findings(filter: {{ {wanted} }}) {{ edges {{ node {{ id }} }} }} }}"
    page = (await service.ask(query))["findings"]
    return [edge["node"]["id"] for edge in page["edges"]]


async def test_a_finding_goes_through_its_states_and_keeps_who_did_what(own_service: Service) -> None:
    key = await finding_id(own_service)
    seen = await done(own_service, "acknowledge", 'actor: "Han", note: "I know"', key)
    assert (seen["state"], seen["actor"], seen["note"]) == ("ACKNOWLEDGED", "Han", "I know")
    given = await done(own_service, "assign", 'assignee: "Li", actor: "Han"', key)
    assert (given["state"], given["assignee"]) == ("ACKNOWLEDGED", "Li")
    put_off = await done(own_service, "snooze", 'until: "2026-08-01", actor: "Li", note: "holiday"', key)
    assert (put_off["state"], put_off["snoozedUntil"]) == ("SNOOZED", "2026-08-01")
    dealt_with = await done(own_service, "resolve", 'actor: "Li", note: "introduced Ann"', key)
    assert (dealt_with["state"], dealt_with["snoozedUntil"], dealt_with["assignee"]) == ("RESOLVED", None, "Li")
    again = await done(own_service, "reopen", 'actor: "Han"', key)
    assert again["state"] == "OPEN"
    assert [(event["action"], event["actor"]) for event in again["history"]] == [
        ("ACKNOWLEDGE", "Han"),
        ("ASSIGN", "Han"),
        ("SNOOZE", "Li"),
        ("RESOLVE", "Li"),
        ("REOPEN", "Han"),
    ]
    assert again["history"][1]["assignee"] == "Li"
    assert again["history"][2]["until"] == "2026-08-01"


async def test_the_same_is_done_twice_and_the_state_is_the_same(own_service: Service) -> None:
    key = await finding_id(own_service)
    first = await done(own_service, "acknowledge", 'actor: "Han"', key)
    second = await done(own_service, "acknowledge", 'actor: "Han"', key)
    assert first["state"] == second["state"] == "ACKNOWLEDGED"


async def test_findings_are_filtered_by_state_and_assignee(own_service: Service) -> None:
    everything = await ids(own_service, "")
    key = await finding_id(own_service)
    await done(own_service, "resolve", 'actor: "Han"', key)
    await done(own_service, "assign", 'assignee: "Li", actor: "Han"', everything[0])
    assert await ids(own_service, "state: RESOLVED") == [key]
    assert await ids(own_service, "state: OPEN") == [one for one in everything if one != key]
    assert await ids(own_service, 'assignee: "Li"') == [everything[0]]
    assert await ids(own_service, 'assignee: "Li", state: RESOLVED') == []
    assert await ids(own_service, 'assignee: "Li", state: [OPEN, RESOLVED]') == [everything[0]]
    assert await ids(own_service, "state: [OPEN, RESOLVED]") == everything


async def test_a_resolved_finding_is_open_again_when_its_cause_went_and_came_back(own_service: Service) -> None:
    key = await finding_id(own_service)
    await done(own_service, "resolve", 'actor: "Han"', key)
    upsert = """mutation { upsertTie(input: { employee: "han", contact: "cto", trust: 5,
      lastContact: "2026-06-29" }) { userErrors { message } } }"""
    refresher = own_service.app.state.answering.refresher
    await own_service.ask(upsert)
    await refresher.refresh()
    assert key not in await ids(own_service, "")
    await own_service.ask('mutation { deleteTie(employee: "han", contact: "cto") { userErrors { message } } }')
    await refresher.refresh()
    assert key in await ids(own_service, "state: OPEN")


async def test_a_finding_that_nothing_is_kept_of_yet_is_computed_first(own_service: Service) -> None:
    query = '{ singlePointsOfFailure(filter: { company: "acme" }) { edges { node { id } } } }'
    live = await own_service.ask(query)
    key = live["singlePointsOfFailure"]["edges"][0]["node"]["id"]
    assert (await done(own_service, "acknowledge", 'actor: "Han"', key))["state"] == "ACKNOWLEDGED"


async def test_a_finding_that_nobody_found_is_not_found(own_service: Service) -> None:
    payload = await do(own_service, "acknowledge", 'actor: "Han"', "no")
    assert payload["finding"] is None
    assert [(error["path"], error["code"]) for error in payload["userErrors"]] == [(["finding"], "NOT_FOUND")]


@pytest.mark.parametrize(
    ("name", "arguments", "path"),
    [
        ("acknowledge", 'actor: " "', "actor"),
        ("acknowledge", f'actor: "{"x" * 201}"', "actor"),
        ("resolve", f'actor: "Han", note: "{"x" * 4001}"', "note"),
        ("assign", 'assignee: "", actor: "Han"', "assignee"),
        ("snooze", 'until: "2026-06-30", actor: "Han"', "until"),
    ],
)
async def test_what_cannot_be_done_is_told_with_its_argument(
    service: Service, name: str, arguments: str, path: str
) -> None:
    payload = await do(service, name, arguments, await finding_id(service))
    assert payload["finding"] is None
    assert [(error["path"], error["code"]) for error in payload["userErrors"]] == [([path], "BAD_USER_INPUT")]
