"""The power map of an account with its answers, and GraphiQL, in a real browser."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from graph.sample_org import STORIES
from tests.e2e.opened_page import Opened

LONELY = STORIES["lonely_sponsor"]


def show(opened: Opened, account: str, opportunity: str | None = None) -> Page:
    choice = f"account={account}" + (f"&opportunity={opportunity}" if opportunity else "")
    opened.page.goto(f"{opened.address}/#{choice}")
    expect(opened.page.locator("#map .person").first).to_be_visible()
    return opened.page


def test_the_map_and_the_three_answers_of_an_account_show(opened: Opened) -> None:
    page = show(opened, LONELY.accounts[0], LONELY.opportunity)
    expect(page.locator("#map .person.employee").first).to_be_visible()
    expect(page.locator("#chain .stage")).to_have_count(4)
    expect(page.locator("#chain .stage.weakest")).to_have_count(1)
    expect(page.locator("#risk .finding .severity.low")).to_have_count(0)
    expect(page.locator("#risk .finding", has_text="Only 林越 Lin Yue")).to_have_count(1)
    page.locator("#risk").get_by_role("button", name="more of low severity").click()
    page.locator("#risk").get_by_role("button", name="Show all").click()
    expect(page.locator("#risk .finding .severity.low").first).to_be_visible()
    expect(page.locator("#gaps table.grid td").first).to_be_visible()
    expect(page.locator("#gaps .finding").first).to_be_visible()


def test_clicking_a_person_shows_the_ways_there_and_the_edges(opened: Opened) -> None:
    page = show(opened, LONELY.accounts[0], LONELY.opportunity)
    sponsor = LONELY.people["sponsor"]
    page.locator(f'#map .person[data-key="{sponsor}"]').click()
    expect(page.locator("#person-section .paths .path").first).to_contain_text("Lin Yue")
    assert page.locator("#map .edge.near").count() > 0
    page.locator("#person-section").get_by_role("button", name="Close").click()
    expect(page.locator("#person-section")).to_be_hidden()


def test_the_map_can_be_used_without_a_mouse(opened: Opened) -> None:
    page = show(opened, LONELY.accounts[0])
    first = page.locator('#map .person[tabindex="0"]')
    expect(first).to_have_count(1)
    first.focus()
    before = first.get_attribute("data-key")
    page.keyboard.press("ArrowDown")
    after = page.evaluate("document.activeElement.dataset.key")
    assert after
    assert after != before
    page.keyboard.press("Enter")
    expect(page.locator("#person-section h2")).to_be_visible()


def test_another_account_and_day_are_asked_anew(opened: Opened) -> None:
    page = show(opened, LONELY.accounts[0])
    page.locator("#account").fill("xuanpu")
    page.locator("#account").press("Enter")
    expect(page.locator("#account-title")).to_contain_text("Xuanpu Ports")
    expect(page.locator("#gaps")).to_contain_text("FINANCE")
    assert f"account={STORIES['unknown_finance_line'].accounts[0]}" in page.url
    page.locator("#as-of").fill("2020-01-01")
    expect(page.locator("#map-summary")).to_contain_text("2020-01-01")
    assert "asOf=2020-01-01" in page.url


def test_edges_of_a_kind_can_be_switched_on(opened: Opened) -> None:
    page = show(opened, LONELY.accounts[0])
    assert page.locator("#map .edge").count() == 0
    page.get_by_label(re.compile("Influence")).check()
    assert page.locator("#map .edge.influences").count() > 0


def test_graphiql_runs_a_query_without_any_outside_host(opened: Opened) -> None:
    opened.page.goto(f"{opened.address}/graphql")
    run = opened.page.locator(".graphiql-execute-button")
    expect(run).to_be_visible()
    run.click()
    expect(opened.page.locator(".result-window")).to_contain_text("Brightmoor")
    opened.page.get_by_label("Show Documentation Explorer").click()
    expect(opened.page.locator(".graphiql-doc-explorer")).to_contain_text("Query")


def test_an_account_that_nobody_has_is_said_at_the_field(opened: Opened) -> None:
    page = show(opened, LONELY.accounts[0])
    page.locator("#account").fill("no such customer")
    page.locator("#account").press("Enter")
    expect(page.locator("#account-problem")).to_contain_text("no such customer")
    expect(page.locator("#account-title")).to_contain_text("Canglu")
