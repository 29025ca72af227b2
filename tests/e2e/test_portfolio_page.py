"""The portfolio as the entry of the page, and the accounts that rest on one of us, in a real browser."""

from __future__ import annotations

import re

import httpx
from playwright.sync_api import Request, Route, expect

from graph.sample_org import STORIES
from tests.e2e.opened_page import Opened

LONELY = STORIES["lonely_sponsor"]
BRIDGE = STORIES["one_bridge_to_four_accounts"]


def rows(opened: Opened) -> list[str]:
    return opened.page.locator("#portfolio tbody th a").all_inner_texts()


def test_the_portfolio_is_what_the_page_opens_with(opened: Opened) -> None:
    page = opened.at("")
    expect(page.locator("#portfolio tbody tr")).to_have_count(14)
    linhai = page.locator("#portfolio tbody tr", has_text="Linhai Mobile")
    expect(linhai).to_contain_text("S 战略")
    expect(linhai).to_contain_text("CNY")
    expect(linhai.locator(".severity")).to_be_visible()
    expect(linhai.locator(".indexes .bar")).to_have_count(3)


def test_money_of_different_currencies_is_added_by_rates_whose_day_is_told(opened: Opened) -> None:
    page = opened.at("")
    expect(page.locator(".totals")).to_have_text(
        re.compile(r"at risk [\d.]+[MB] CNY, at rates of \d{4}-\d\d-\d\d 按当日汇率")
    )
    converted = page.locator("#portfolio tbody tr", has_text="Halvorn Rail")
    expect(converted.locator(".rates")).to_have_text(re.compile(r"^at rates of \d{4}-\d\d-\d\d 按当日汇率$"))
    in_base_currency = page.locator("#portfolio tbody tr", has_text="Linhai Mobile")
    expect(in_base_currency.locator(".rates")).to_have_count(0)


def test_a_click_opens_the_account_and_back_returns(opened: Opened) -> None:
    page = opened.at("")
    page.get_by_role("link", name="Canglu Bank").click()
    expect(page.locator("#account-title")).to_contain_text("Canglu Bank")
    expect(page.locator("#map .person").first).to_be_visible()
    expect(page.locator("#portfolio-view")).to_be_hidden()
    page.go_back()
    expect(page.locator("#portfolio tbody tr")).to_have_count(14)


def test_the_filter_and_the_order_are_in_the_address(opened: Opened) -> None:
    page = opened.at("")
    page.get_by_label("Grade").select_option("S")
    expect(page.locator("#portfolio tbody tr")).to_have_count(3)
    page.get_by_label("Text").press_sequentially("rail")
    expect(page.locator("#portfolio tbody tr")).to_have_count(1)
    expect(page.get_by_label("Text")).to_be_focused()
    assert "grade=S" in page.url
    assert "text=rail" in page.url
    page = opened.at("view=portfolio&orderBy=NAME&minSeverity=HIGH")
    expect(page.locator("#portfolio .severity.moderate")).to_have_count(0)
    latin = [name for name in rows(opened) if name.isascii()]
    assert latin == sorted(latin)
    page.get_by_label("Text").fill("nobody has this name")
    expect(page.locator("#portfolio")).to_contain_text("No account is so.")


def test_pages_go_on_by_cursor_and_back(opened: Opened) -> None:
    opened.page.route("**/assets/portfolio/portfolio.js", _smaller_pages)
    page = opened.at("view=portfolio&orderBy=NAME")
    expect(page.locator("#portfolio tbody tr")).to_have_count(5)
    first = rows(opened)
    page.get_by_role("link", name="Next page").click()
    expect(page.locator("#portfolio tbody tr th a").first).not_to_have_text(first[0])
    second = rows(opened)
    page.get_by_role("link", name="Next page").click()
    expect(page.locator("#portfolio tbody tr")).to_have_count(4)
    assert len({*first, *second, *rows(opened)}) == 14
    page.get_by_role("link", name="Previous page").click()
    expect(page.locator("#portfolio tbody tr th a").first).to_have_text(second[0])
    page.get_by_role("link", name="First page").or_(page.get_by_role("link", name="Previous page")).click()
    expect(page.locator("#portfolio tbody tr th a").first).to_have_text(first[0])


def _smaller_pages(route: Route, request: Request) -> None:
    """The demo has one page of accounts: the script as it is, with another page size."""
    script = httpx.get(request.url).text
    assert "PAGE_SIZE = 25" in script
    route.fulfill(body=script.replace("PAGE_SIZE = 25", "PAGE_SIZE = 5"), content_type="text/javascript")


def test_an_account_that_has_changed_is_marked_stale(opened: Opened) -> None:
    change = 'mutation { upsertCompany(input: { key: "norvale", credit: 2 }) { userErrors { message } } }'
    done = httpx.post(f"{opened.address}/graphql", json={"query": change}).json()
    assert done["data"]["upsertCompany"]["userErrors"] == []
    page = opened.at("")
    row = page.locator("#portfolio tbody tr", has_text="Norvale")
    expect(row.locator(".stale")).to_be_visible()
    expect(page.locator(".totals")).to_contain_text("stale")


def test_exposure_speaks_of_accounts_at_risk_and_leads_to_what_they_would_lose(opened: Opened) -> None:
    page = opened.at("view=exposure")
    lin_yue = page.locator(".exposure", has_text="Lin Yue")
    expect(lin_yue).to_contain_text("1 account at risk")
    heading = lin_yue.get_by_role("heading")
    expect(heading.locator(".severity")).to_have_count(0)  # a severity is of the account, not of the colleague
    lin_yue.get_by_role("link", name="Canglu Bank").click()
    expect(page.locator("#impact-totals")).to_contain_text("Lin Yue")


def test_whoever_holds_several_accounts_is_shown_with_each(opened: Opened) -> None:
    page = opened.at("view=exposure")
    next_page = page.get_by_role("link", name="Next page")
    zhao_lei = page.locator(".exposure", has_text="Zhao Lei")
    while not zhao_lei.count():
        before = page.locator(".exposure h3").first.inner_text()
        next_page.click()
        expect(page.locator(".exposure h3").first).not_to_have_text(before)
    expect(zhao_lei.locator(".held")).to_have_count(len(BRIDGE.accounts))
