"""The page and GraphiQL of the shipped demo, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from graph.sample_org import STORIES
from tests.e2e.chromium import FLAGS, chromium_or_skip
from tests.e2e.demo_process import running_demo

LONELY = STORIES["lonely_sponsor"]


@dataclass
class Opened:
    """A page of the demo, and what went wrong in it."""

    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    chromium_or_skip()
    with running_demo(tmp_path_factory.mktemp("demo"), "--store", "memory:") as demo:
        yield demo.address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = chromium_or_skip()
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield found
        found.close()


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Opened]:
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    seen = Opened(page, address)
    page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    page.on(
        "console",
        lambda said: seen.complaints.append(said.text) if said.type in ("error", "warning") else None,
    )
    page.on(
        "request",
        lambda asked: seen.foreign.append(asked.url) if not asked.url.startswith((address, "data:")) else None,
    )
    yield seen
    page.close()
    assert seen.complaints == []
    assert seen.foreign == []


def show(opened: Opened, account: str, opportunity: str | None = None) -> Page:
    choice = f"account={account}" + (f"&opportunity={opportunity}" if opportunity else "")
    opened.page.goto(f"{opened.address}/#{choice}")
    expect(opened.page.locator("#map .person").first).to_be_visible()
    return opened.page


def test_the_page_offers_every_account(opened: Opened) -> None:
    opened.page.goto(opened.address)
    expect(opened.page.locator("#account option")).to_have_count(14)
    expect(opened.page.locator("#map .person").first).to_be_visible()
    expect(opened.page.locator("#problem")).to_be_hidden()


def test_the_map_and_the_three_answers_of_an_account_show(opened: Opened) -> None:
    page = show(opened, LONELY.accounts[0], LONELY.opportunity)
    expect(page.locator("#map .person.employee").first).to_be_visible()
    expect(page.locator("#chain .stage")).to_have_count(4)
    expect(page.locator("#chain .stage.weakest")).to_have_count(1)
    expect(page.locator("#risk .finding").first).to_contain_text("Lin Yue")
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
    page.locator("#account").select_option(STORIES["unknown_finance_line"].accounts[0])
    expect(page.locator("#gaps")).to_contain_text("FINANCE")
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


def test_the_page_asks_for_the_token_and_shows_the_data_with_it(browser: Browser, tmp_path: Path) -> None:
    token = "a-long-random-token"
    with running_demo(tmp_path, "--store", "memory:", GUANXI_API_TOKEN=token) as demo:
        page = browser.new_page()
        page.goto(demo.address)
        expect(page.locator("#token-form")).to_be_visible()
        expect(page.locator("#map .person")).to_have_count(0)
        page.locator("#token").fill(token)
        page.locator("#token-form button").click()
        expect(page.locator("#map .person").first).to_be_visible()
        page.close()
