"""Index, posture, concentration, matching, repair and changes of an account, in a real browser."""

from __future__ import annotations

from datetime import date

from playwright.sync_api import expect

from graph.sample_org import STORIES
from tests.e2e.conftest import EARLIER_DAYS
from tests.e2e.opened_page import WATCHED, Opened

TWO_PEOPLE = STORIES["account_on_two_people"]
UNMATCHED = STORIES["executives_without_a_counterpart"]
DOWNHILL = STORIES["a_year_downhill"]


def test_each_layer_of_the_index_shows_its_terms_and_a_year_ago(opened: Opened) -> None:
    page = opened.at(f"account={WATCHED}&part=relationship")
    key = page.locator('.layer[data-layer="key"]')
    expect(key).to_contain_text("down")
    key.locator("summary").click()
    expect(key.locator(".terms")).to_contain_text("Plant network")
    organizational = page.locator('.layer[data-layer="organizational"]')
    organizational.locator("summary").click()
    expect(organizational.locator(".terms tbody tr")).to_have_count(4)


def test_the_posture_is_drawn_as_lines_with_a_table_beside(opened: Opened) -> None:
    page = opened.at("")  # what is missing is computed when it is asked for
    page = opened.at(f"account={WATCHED}&part=relationship")
    index = page.locator("#posture .chart svg").first
    expect(index.locator(".series path")).to_have_count(3)
    dots = index.locator(".series-0 circle")
    assert dots.count() in (len(EARLIER_DAYS), len(EARLIER_DAYS) + 1)
    assert "L" in (index.locator(".series-0 path").get_attribute("d") or "")
    page.locator("#posture summary").click()
    expect(page.locator("#posture tbody tr").first).to_be_visible()


def test_concentration_names_those_on_whom_the_account_hangs(opened: Opened) -> None:
    page = opened.at(f"account={TWO_PEOPLE.accounts[0]}&part=relationship")
    expect(page.locator("#concentration")).to_contain_text("Bus factor 关键人数 2")
    expect(page.locator("#concentration")).to_contain_text("Meng Fan")
    expect(page.locator("#concentration .holder")).to_have_count(2)


def test_the_matching_shows_which_level_meets_nobody(opened: Opened) -> None:
    page = opened.at(f"account={UNMATCHED.accounts[0]}&part=relationship")
    executives = page.locator("#matching tbody tr", has_text="Executive")
    expect(executives.locator("td").last).to_have_text("0/5")
    unmet = page.locator("#matching .finding", has_text="Level unmatched")
    expect(unmet.first).to_contain_text("an executive")
    page.locator('#matching .pairs[data-kind="UNDER_LEVEL"] summary').click()
    expect(page.locator('#matching .pairs[data-kind="UNDER_LEVEL"] li').first).to_contain_text("Meng Fan")


def test_the_repair_plan_follows_the_redundancy_that_is_wanted(opened: Opened) -> None:
    page = opened.at("account=canglu&part=repair")
    expect(page.locator("#repair-count")).to_contain_text("ties to make; no plan can do with fewer")
    before = page.locator("#repair-count").inner_text()
    page.get_by_label("Live ties wanted").fill("1")
    page.get_by_label("Live ties wanted").press("Tab")
    expect(page.locator("#repair-count")).not_to_have_text(before)
    assert "redundancy=1" in page.url
    tie = page.locator(".proposed-tie").first
    expect(tie).to_contain_text("Live tie 1 of 1 wanted")
    tie.locator("summary").click()
    expect(tie.locator(".terms")).to_be_visible()


def test_a_redundancy_that_cannot_be_is_told(opened: Opened) -> None:
    page = opened.at("account=canglu&part=repair&redundancy=0")
    expect(page.locator("#repair .field-problem")).to_contain_text("redundancy")


def test_what_changed_is_told_by_kind(opened: Opened) -> None:
    page = opened.at(f"account={DOWNHILL.accounts[0]}&part=changes")
    expect(page.locator("#changes-to")).to_have_value(date.today().isoformat())
    expect(page.locator('.changes-of[data-kind="PERSON_LEFT"]')).to_contain_text("Liang Qiang")
    expect(page.locator('.changes-of[data-kind="TIE_GONE_COLD"]')).to_contain_text("Yan Su")
    expect(page.locator('.changes-of[data-kind="STANCE_TURNED"]')).to_contain_text("Non-supporter 不支持")
    page.locator("#changes-from").fill(date.today().isoformat())
    expect(page.locator("#changes .changes-of")).to_have_count(0)
