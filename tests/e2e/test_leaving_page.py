"""If somebody leaves: the impact, successors, the handover plan and its files, in a real browser."""

from __future__ import annotations

import zipfile
from datetime import date, timedelta
from pathlib import Path

from playwright.sync_api import Browser, expect

from graph.sample_org import STORIES
from tests.e2e.demo_process import running_demo
from tests.e2e.opened_page import Opened

LONELY = STORIES["lonely_sponsor"]
ACCOUNT = LONELY.accounts[0]
LIN_YUE = LONELY.people["salesperson"]
FEW_FIT = ("shuofeng", "emp-zhao-lei")
"""An account of an employee for whose contacts few others fit, and the employee."""
LAST_DAY = (date.today() + timedelta(days=40)).isoformat()


def test_the_departure_of_one_of_us_shows_before_and_after_and_successors(opened: Opened) -> None:
    page = opened.at(f"account={ACCOUNT}&part=leaving")
    page.get_by_label("Who").select_option(LIN_YUE)
    expect(page.locator("#impact-totals")).to_contain_text("1 account touched")
    impact = page.locator(f".impact[data-account={ACCOUNT}]")
    expect(impact.locator(".before-after tr", has_text="People within reach").locator(".change")).to_be_visible()
    expect(impact.locator(".before-after tr", has_text="Key people covered").locator(".change")).to_be_visible()
    expect(impact.locator("tr", has_text="Core banking").locator(".bar")).to_have_count(2)
    sponsor = impact.locator(".handed-over", has_text="Hu Xia").first
    expect(sponsor).to_contain_text("No live tie left")
    first = sponsor.locator(".successor").first
    expect(first).to_contain_text("Fang Ruoxi")
    first.locator("summary").click()
    expect(first.locator(".terms")).to_contain_text("Existing tie")
    expect(first.locator(".terms tbody tr")).to_have_count(5)


def test_the_departure_of_a_contact_shows_who_follows_and_whom_we_know(opened: Opened) -> None:
    page = opened.at(f"account={ACCOUNT}&part=leaving&who={LONELY.people['sponsor']}")
    seat = page.locator(".impact .handed-over", has_text="Hu Xia")
    expect(seat.locator(".successor").first).to_contain_text("own manager, acting")
    expect(seat.locator(".successor").first).to_contain_text("known to")
    expect(page.locator("#handover")).to_be_hidden()


def test_a_departure_over_several_accounts_opens_the_one_that_is_shown(opened: Opened) -> None:
    bridge = STORIES["one_bridge_to_four_accounts"]
    page = opened.at(f"account=lanting&part=leaving&who={bridge.people['salesperson']}")
    for account in bridge.accounts:
        expect(page.locator(f".impact[data-account={account}]")).to_be_visible()
    assert page.locator(".impact[open]").count() == 1
    assert page.locator(".impact").first.get_attribute("data-account") == "lanting"


def test_a_person_of_the_answer_leads_to_the_map(opened: Opened) -> None:
    page = opened.at(f"account={ACCOUNT}&part=leaving&who={LIN_YUE}")
    page.locator(".impact .handed-over a").first.click()
    expect(page.locator("#person-section h2")).to_contain_text("Hu Xia")


def test_the_last_day_gives_the_plan_and_both_files(opened: Opened, tmp_path: Path) -> None:
    page = opened.at(f"account={ACCOUNT}&part=leaving&who={LIN_YUE}")
    expect(page.locator("#plan-files")).to_have_count(0)
    page.get_by_label("Last working day").fill(LAST_DAY)
    page.locator("#plan-items summary").click()
    expect(page.locator("#plan-items tbody tr").first).to_contain_text("Hu Xia")
    with page.expect_download() as workbook:
        page.get_by_role("link", name="Workbook").click()
    workbook.value.save_as(tmp_path / "plan.xlsx")
    assert zipfile.is_zipfile(tmp_path / "plan.xlsx")
    with page.context.expect_page() as printed:
        page.get_by_role("link", name="Page to print").click()
    expect(printed.value.locator("body")).to_contain_text("Hu Xia")
    printed.value.close()


def test_the_losses_are_those_of_the_last_day_that_was_entered(opened: Opened) -> None:
    page = opened.at(f"account={ACCOUNT}&part=leaving&who={LIN_YUE}")
    expect(page.locator("#impact-totals")).to_contain_text(f"on {date.today().isoformat()}")
    page.get_by_label("Last working day").fill(LAST_DAY)
    expect(page.locator("#impact-totals")).to_contain_text(f"on {LAST_DAY}")
    page.get_by_label("Last working day").fill("")
    expect(page.locator("#impact-totals")).to_contain_text(f"on {date.today().isoformat()}")


def test_a_plan_says_how_good_it_is_and_who_goes_to_nobody_and_why(opened: Opened) -> None:
    page = opened.at(f"account={FEW_FIT[0]}&part=leaving&who={FEW_FIT[1]}&lastDay={LAST_DAY}")
    expect(page.locator("#plan-fit")).to_contain_text("Mean fit")
    expect(page.locator("#plan-fit")).to_contain_text("平均匹配度")
    expect(page.locator("#plan-fit")).to_contain_text("最低")
    left_over = page.locator("#plan-left-over")
    expect(left_over.locator("summary")).to_contain_text("Nobody takes over 无人接手")
    expect(left_over.locator("summary")).to_contain_text("none of ours there fits well enough 匹配度过低")
    expect(left_over.locator("summary")).to_contain_text("all of ours there stand too far below 同事层级过低")
    rows = left_over.locator("tbody tr")
    assert rows.count() > 10
    shares = [int(text.removesuffix(" %")) for text in rows.locator("td:nth-child(3)").all_inner_texts()]
    assert shares == sorted(shares, reverse=True), "the most exposed first"
    expect(rows.first).to_contain_text("Bring in 引入")
    expect(rows.first).to_contain_text("Hire or appoint 招聘或任命")
    assert "the best total there is" not in page.locator("#plan").inner_text()


def test_more_successors_than_are_told_are_counted(opened: Opened) -> None:
    story = STORIES["departure_in_three_accounts"]
    page = opened.at(f"account=halvorn&part=leaving&who={story.people['employee']}")
    first = page.locator(".impact[data-account=halvorn] .handed-over").first
    expect(first).to_contain_text("could be asked; these are the best 5.")
    first.get_by_role("button", name="Show all 5 successors").click()
    expect(first.locator(".successor")).to_have_count(5)


def test_a_last_day_that_is_no_later_day_is_refused_at_the_field(opened: Opened) -> None:
    page = opened.at(f"account={ACCOUNT}&part=leaving&who={LIN_YUE}&lastDay=2020-01-01&asOf=2026-01-01")
    expect(page.locator("#last-day-problem")).to_contain_text("last day 2020-01-01: expected")
    expect(page.get_by_label("Last working day")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#plan-files")).to_have_count(0)
    expect(page.locator("#impact-totals")).to_be_visible()


def test_with_a_token_the_page_asks_for_it_and_saves_both_files_with_it(browser: Browser, tmp_path: Path) -> None:
    token = "a-long-random-token"
    with running_demo(tmp_path, "--store", "memory:", GUANXI_API_TOKEN=token) as demo:
        page = browser.new_page()
        page.goto(f"{demo.address}/#account={ACCOUNT}&part=leaving&who={LIN_YUE}&lastDay={LAST_DAY}")
        expect(page.locator("#token-form")).to_be_visible()
        expect(page.locator("#impact")).to_have_count(0)
        page.locator("#token").fill(token)
        page.locator("#token-form button").click()
        expect(page.locator("#token-form")).to_be_hidden()
        expect(page.locator("#impact-totals")).to_be_visible()
        for name, begins in (("Workbook", b"PK"), ("Page to print", b"<!doctype")):
            with page.expect_download() as saved:
                page.get_by_role("link", name=name).click()
            saved.value.save_as(tmp_path / name)
            assert (tmp_path / name).read_bytes().lower().startswith(begins.lower())
        page.close()
