"""Handing contacts over: in parts, again, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from tests.api.conftest import Service

EXECUTE = """mutation ($input: ExecuteHandoverInput!) { executeHandover(input: $input) {
  handovers { contact { key name } from { key } to { key name } on by at reason note isNew }
  leavesOn
  userErrors { path message code } } }"""
DONE = """{ handovers(employee: "li") { contact { key } from { key } to { key } on by at reason note } }"""


async def execute(service: Service, **given: Any) -> dict[str, Any]:
    whole = {
        "employee": "li",
        "on": "2026-08-01",
        "items": [{"contact": "cto", "to": "han"}],
        "actor": "Wang",
        "reason": "Li leaves",
        **given,
    }
    return (await service.ask(EXECUTE, input=whole))["executeHandover"]


async def test_a_contact_passes_to_a_colleague_with_the_history_kept(own_service: Service) -> None:
    payload = await execute(own_service)
    assert payload["userErrors"] == []
    (handover,) = payload["handovers"]
    assert handover.pop("at").endswith("+00:00")
    assert handover == {
        "contact": {"key": "cto", "name": "Chief"},
        "from": {"key": "li"},
        "to": {"key": "han", "name": "Han Meimei"},
        "on": "2026-08-01",
        "by": "Wang",
        "reason": "Li leaves",
        "note": None,
        "isNew": True,
    }
    query = '{ person(key: "cto") { ties { employee { key } validFrom validTo } } }'
    ties = (await own_service.ask(query))["person"]["ties"]
    assert ties == [
        {"employee": {"key": "han"}, "validFrom": "2026-08-01", "validTo": None},
        {"employee": {"key": "li"}, "validFrom": "2025-01-01", "validTo": "2026-08-01"},
    ]


@pytest.mark.parametrize("on", ["2026-07-15", "2026-07-31", "2026-08-01"])
async def test_what_was_handed_over_for_a_later_day_is_not_planned_again(own_service: Service, on: str) -> None:
    asked = """{ handoverPlan(employee: "li", lastDay: "2026-07-31", asOf: "2026-06-30") {
      items { contact { key } to { key } } unassigned { key } unassignedDetails { contact { key } }
      dormant { key } handedOver { contact { key } on to { key } } } }"""
    before = (await own_service.ask(asked))["handoverPlan"]
    assert [item["contact"] for item in before["items"]] == [{"key": "cto"}]
    assert before["handedOver"] == []
    assert (await execute(own_service, on=on))["userErrors"] == []
    after = (await own_service.ask(asked))["handoverPlan"]
    assert after == {
        "items": [],
        "unassigned": [],
        "unassignedDetails": [],
        "dormant": before["dormant"],
        "handedOver": [{"contact": {"key": "cto"}, "on": on, "to": {"key": "han"}}],
    }


async def test_a_handover_done_already_is_left_as_it_is(own_service: Service) -> None:
    first = (await execute(own_service))["handovers"][0]
    again = (await execute(own_service, actor="Somebody else"))["handovers"][0]
    assert first["isNew"] is True
    assert again == {**first, "isNew": False}
    assert len((await own_service.ask(DONE))["handovers"]) == 1


async def test_a_handover_may_be_done_in_parts(own_service: Service) -> None:
    await own_service.ask(
        'mutation { upsertTie(input: { employee: "li", contact: "net" }) { userErrors { message } } }'
    )
    await execute(own_service)
    both = [{"contact": "net", "to": "idle"}, {"contact": "cto", "to": "han"}]
    payload = await execute(own_service, items=both, note="the rest")
    assert [(one["contact"]["key"], one["isNew"]) for one in payload["handovers"]] == [
        ("net", True),
        ("cto", False),
    ]
    kept = (await own_service.ask(DONE))["handovers"]
    assert [(one["contact"]["key"], one["to"]["key"], one["by"], one["note"]) for one in kept] == [
        ("cto", "han", "Wang", None),
        ("net", "idle", "Wang", "the rest"),
    ]


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ({"items": []}, ["input", "items"]),
        ({"items": [{"contact": "cto", "to": "han"}] * 1001}, ["input", "items"]),
        ({"actor": " "}, ["input", "actor"]),
        ({"reason": "x" * 4001}, ["input", "reason"]),
        ({"employee": "no"}, ["input", "employee"]),
        ({"items": [{"contact": "no", "to": "han"}]}, ["input", "items", "0", "contact"]),
        ({"items": [{"contact": "cto", "to": "boss"}]}, ["input", "items", "0", "to"]),
        ({"on": "2024-01-01"}, ["input", "items", "0", "contact"]),
        (
            {"items": [*[{"contact": "cto", "to": "han"}] * 2, {"contact": "net", "to": "han"}]},
            ["input", "items", "2", "contact"],
        ),
    ],
)
async def test_what_cannot_be_handed_over_is_told_with_its_place(
    service: Service, given: dict[str, Any], path: list[str]
) -> None:
    payload = await execute(service, **given)
    assert payload["handovers"] == []
    assert path in [error["path"] for error in payload["userErrors"]]
    assert {error["code"] for error in payload["userErrors"]} == {"BAD_USER_INPUT"}
    assert (await service.ask(DONE))["handovers"] == []


async def test_the_handovers_of_nobody_are_not_found(service: Service) -> None:
    assert await service.code('{ handovers(employee: "no") { at } }') == "NOT_FOUND"


async def test_a_handover_records_the_last_day_and_says_so(own_service: Service) -> None:
    payload = await execute(own_service)
    assert payload["leavesOn"] == "2026-08-01"
    query = '{ person(key: "li") { status statusSince } }'
    assert (await own_service.ask(query))["person"] == {"status": "LEFT", "statusSince": "2026-08-01"}
    assert (await execute(own_service))["leavesOn"] == "2026-08-01"


async def test_who_stays_or_leaves_later_is_told(own_service: Service) -> None:
    query = '{ person(key: "li") { status statusSince } }'
    assert (await execute(own_service, isLeaving=False))["leavesOn"] is None
    assert (await own_service.ask(query))["person"]["status"] == "ACTIVE"
    assert (await execute(own_service, lastDay="2026-08-31"))["leavesOn"] == "2026-09-01"
    refused = await execute(own_service, lastDay="2026-07-30")
    assert (refused["handovers"], refused["leavesOn"]) == ([], None)
    (error,) = refused["userErrors"]
    assert error["path"] == ["input", "lastDay"]
    assert error["message"] == "'2026-07-30': expected 2026-07-31 or later: the contacts pass on 2026-08-01"
