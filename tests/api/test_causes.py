"""Findings by cause over GraphQL and in the terminal: each once, opened to its findings, with their states."""

from __future__ import annotations

from typing import Any

import pytest

from tests.api.conftest import Service

CAUSES = """query ($filter: FindingFilter, $order: FindingOrder! = SEVERITY, $first: Int! = 50, $after: String) {
  findings(filter: $filter, by: CAUSE, orderBy: $order, first: $first, after: $after) {
    totalCount lessSevereCount pageInfo { hasNextPage endCursor }
    edges { node { id causeId kind severity summary action } cause {
      id kind severity share valueAtRisk currency count action summary
      account { key } subject { kind key } stage states { state count }
      findings { id causeId kind severity summary action state }
    } }
  }
}"""
EVERY_FINDING = """query ($filter: FindingFilter, $order: FindingOrder! = SEVERITY) {
  findings(filter: $filter, orderBy: $order, first: 500) {
    totalCount lessSevereCount
    edges { node { id causeId severity share valueAtRisk } cause { id } }
  }
}"""
SEVERITIES = ["LOW", "MODERATE", "HIGH", "CRITICAL"]


async def causes(service: Service, **variables: Any) -> dict[str, Any]:
    return (await service.ask(CAUSES, **variables))["findings"]


async def findings(service: Service, **variables: Any) -> dict[str, Any]:
    return (await service.ask(EVERY_FINDING, **variables))["findings"]


async def test_every_finding_is_in_the_one_cause_that_it_names(service: Service) -> None:
    page = await causes(service)
    every = await findings(service)
    opened = {found["id"]: edge["cause"]["id"] for edge in page["edges"] for found in edge["cause"]["findings"]}
    assert opened == {edge["node"]["id"]: edge["node"]["causeId"] for edge in every["edges"]}
    assert page["totalCount"] == len(page["edges"]) == len(set(opened.values())) < every["totalCount"]
    assert all(edge["cause"] is None for edge in every["edges"])


async def test_a_cause_is_told_by_its_worst_finding_and_counts_all_of_them(service: Service) -> None:
    for edge in (await causes(service))["edges"]:
        cause = edge["cause"]
        worst = cause["findings"][0]
        assert (edge["node"]["id"], cause["kind"], cause["severity"]) == (
            worst["id"],
            worst["kind"],
            worst["severity"],
        )
        assert cause["count"] == len(cause["findings"]) == sum(state["count"] for state in cause["states"])


async def test_causes_come_worst_first_and_in_pages(service: Service) -> None:
    everything = (await causes(service))["edges"]
    ranks = [SEVERITIES.index(edge["cause"]["severity"]) for edge in everything]
    assert ranks == sorted(ranks, reverse=True)
    paged: list[Any] = []
    after = None
    while True:
        page = await causes(service, first=3, after=after)
        paged += page["edges"]
        if not page["pageInfo"]["hasNextPage"]:
            break
        after = page["pageInfo"]["endCursor"]
    assert [edge["cause"]["id"] for edge in paged] == [edge["cause"]["id"] for edge in everything]


async def test_what_is_wrong_and_what_to_do_are_told_of_the_same_finding(service: Service) -> None:
    for edge in (await causes(service))["edges"]:
        node, cause = edge["node"], edge["cause"]
        told = [(one["kind"], one["summary"], one["action"]) for one in (node, cause, cause["findings"][0])]
        assert told == told[:1] * 3


async def test_a_filter_chooses_causes_by_their_findings_and_each_is_told_whole(service: Service) -> None:
    (boss, *_) = (await causes(service, filter={"kind": "SINGLE_HELD"}))["edges"]
    everything = {edge["cause"]["id"]: edge["cause"] for edge in (await causes(service))["edges"]}
    assert boss["cause"] == everything[boss["cause"]["id"]]


async def test_what_is_less_severe_than_asked_for_is_counted(service: Service) -> None:
    every = await findings(service)
    low = sum(edge["node"]["severity"] == "LOW" for edge in every["edges"])
    shown = await findings(service, filter={"minSeverity": "MODERATE"})
    assert (every["lessSevereCount"], shown["lessSevereCount"]) == (0, low)
    assert shown["totalCount"] == every["totalCount"] - low
    all_causes, shown_causes = await causes(service), await causes(service, filter={"minSeverity": "MODERATE"})
    assert shown_causes["totalCount"] + shown_causes["lessSevereCount"] == all_causes["totalCount"]
    assert all(edge["cause"]["severity"] != "LOW" for edge in shown_causes["edges"])


async def test_a_cursor_of_another_order_or_grouping_is_refused(service: Service) -> None:
    cursor = (await causes(service, first=1))["pageInfo"]["endCursor"]
    refused = await service.refuse(CAUSES, after=cursor, order="VALUE_AT_RISK")
    assert "not a cursor of this list" in refused["message"]


async def test_findings_are_ordered_by_severity_share_and_money_or_by_money_first(service: Service) -> None:
    worst = [edge["node"] for edge in (await findings(service))["edges"]]
    places = [(-SEVERITIES.index(found["severity"]), -(found["share"] or 0)) for found in worst]
    assert places == sorted(places)
    by_money = [edge["node"] for edge in (await findings(service, order="VALUE_AT_RISK"))["edges"]]
    assert {found["id"] for found in by_money} == {found["id"] for found in worst}


async def test_a_cause_shows_what_was_done_with_its_findings(own_service: Service) -> None:
    (edge, *_) = (await causes(own_service, filter={"kind": "SINGLE_HELD"}))["edges"]
    finding = edge["cause"]["findings"][0]["id"]
    await own_service.ask(
        'mutation ($id: ID!) { acknowledge(finding: $id, actor: "Han") { userErrors { message } } }', id=finding
    )
    again = (await causes(own_service, filter={"kind": "SINGLE_HELD"}))["edges"][0]["cause"]
    assert {state["state"]: state["count"] for state in again["states"]}["ACKNOWLEDGED"] == 1


@pytest.mark.parametrize("by", ["FINDING", "CAUSE"])
async def test_no_finding_is_a_page_without_edges(service: Service, by: str) -> None:
    page = await service.ask(
        f'{{ findings(filter: {{ region: "nowhere" }}, by: {by}) {{ totalCount edges {{ cursor }} }} }}'
    )
    assert page["findings"] == {"totalCount": 0, "edges": []}
