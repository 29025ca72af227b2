"""On a phone nothing scrolls sideways but the power map within its frame; on any screen names are only text."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.opened_page import PHONE, WATCHED, Opened, open_page

PLACES = [
    "",
    "view=exposure",
    "account=canglu",
    "account=canglu&part=findings",
    "account=canglu&part=leaving&who=emp-lin-yue&lastDay=2099-12-31",
    "account=canglu&part=leaving&who=canglu-cto",
    f"account={WATCHED}&part=relationship",
    "account=canglu&part=repair",
    f"account={WATCHED}&part=changes",
]


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Opened]:
    with open_page(browser, address, PHONE) as seen:
        yield seen


def open_everything(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach((found) => { found.open = true; })")


@pytest.mark.parametrize("place", PLACES)
def test_nothing_scrolls_sideways_on_a_phone(phone: Opened, place: str) -> None:
    page = phone.at(place)
    open_everything(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert page.evaluate("document.querySelector('header').scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize("place", PLACES)
def test_every_field_has_a_label_and_every_id_is_there_once(phone: Opened, place: str) -> None:
    page = phone.at(place)
    unnamed = "[...document.querySelectorAll('input, select')].filter((field) => !field.labels.length).length"
    assert page.evaluate(unnamed) == 0
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((found) => found.id)")
    assert len(ids) == len(set(ids))


def test_a_name_with_markup_stays_a_name(opened: Opened) -> None:
    name = '<img src=x onerror="throw 1"> & Sons'
    change = (
        'mutation($name: String!) { upsertCompany(input: { key: "mingyue", name: $name }) { company { key } } }'
    )
    httpx.post(f"{opened.address}/graphql", json={"query": change, "variables": {"name": name}}).raise_for_status()
    page = opened.at("")
    page.get_by_role("link", name=name).click()
    expect(page.locator("#account-title")).to_have_text(name)
    assert page.locator("main img").count() == 0


def test_the_page_runs_under_a_policy_without_inline_code(opened: Opened) -> None:
    policy = httpx.get(opened.address).headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
