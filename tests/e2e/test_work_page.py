"""Findings as work: acknowledged, assigned, snoozed, resolved; refused at the field, in a real browser."""

from __future__ import annotations

import re
from datetime import date, timedelta

from playwright.sync_api import Locator, Page, expect

from tests.e2e.opened_page import Opened


def open_first_cause(page: Page) -> None:
    """Opens the first entry to its findings, unless it is a finding itself."""
    first = page.locator("#work > .work-items > li").first
    first.wait_for()
    if "cause" in (first.get_attribute("class") or ""):
        first.locator("> details > summary").click()


def first_item(opened: Opened, account: str) -> Locator:
    """The first finding of the account, opened; it stays the same one whatever is done with it."""
    page = opened.at(f"account={account}&part=findings&state=any")
    open_first_cause(page)
    found = page.locator(".work-item").first.get_attribute("data-finding")
    item = page.locator(f'.work-item[data-finding="{found}"]')
    item.locator("details > summary").first.click()
    return item


def record(item: Locator, action: str, **fields: str) -> None:
    item.get_by_label("Do").select_option(action)
    for label, value in fields.items():
        item.get_by_label(label.replace("_", " "), exact=False).fill(value)
    item.get_by_role("button", name="Record").click()


def test_a_finding_is_acknowledged_with_who_did_it_and_why(opened: Opened) -> None:
    item = first_item(opened, "brightmoor")
    expect(item.locator(".state")).to_contain_text("Open")
    record(item, "ACKNOWLEDGE", Your_name="Nina <b>Roth</b>", Note="seen & noted")
    expect(item.locator(".state")).to_contain_text("Acknowledged")
    expect(item.locator(".done")).to_be_focused()
    expect(item.locator(".history")).to_contain_text("Nina <b>Roth</b>: Acknowledge – seen & noted")


def test_a_finding_is_assigned_snoozed_resolved_and_reopened(opened: Opened) -> None:
    until = (date.today() + timedelta(days=14)).isoformat()
    item = first_item(opened, "halvorn")
    record(item, "ASSIGN", Your_name="Nina", To="Maya Lindholm")
    expect(item.locator(".assignee")).to_contain_text("Maya Lindholm")
    assert item.get_by_label("Your name").input_value() == "Nina"  # typed once for the tab
    record(item, "SNOOZE", Until=until)
    expect(item.locator(".state")).to_contain_text(f"Snoozed 已推迟 {until}")
    record(item, "RESOLVE", Note="met twice")
    expect(item.locator(".state")).to_contain_text("Resolved")
    page = opened.at("account=halvorn&part=findings&state=RESOLVED")
    expect(page.locator("#work > .work-items > li")).to_have_count(1)
    open_first_cause(page)
    expect(page.locator(".assignee")).to_contain_text("Maya Lindholm")
    item = page.locator(".work-item")
    item.locator("details > summary").first.click()
    expect(item.locator(".history li")).to_have_count(3)
    record(item, "REOPEN")
    expect(item.locator(".state")).to_contain_text("Open")


def test_what_is_refused_is_said_at_its_field(opened: Opened) -> None:
    item = first_item(opened, "pemberlow")
    record(item, "ASSIGN", Your_name="", To="")
    actor, assignee = item.get_by_label("Your name"), item.get_by_label("To", exact=False)
    expect(actor).to_have_attribute("aria-invalid", "true")
    expect(assignee).to_have_attribute("aria-invalid", "true")
    for field in (actor, assignee):
        problem = opened.page.locator(f"#{field.get_attribute('aria-describedby')}")
        expect(problem).to_contain_text("some text")
    record(item, "SNOOZE", Your_name="Nina", Until="2020-01-01")
    expect(item.locator(".field", has_text="Until").locator(".field-problem")).to_contain_text("a day after")
    expect(actor).not_to_have_attribute("aria-invalid", "true")
    item.get_by_label("Until").fill("")
    item.get_by_role("button", name="Record").click()
    expect(item.locator(".field", has_text="Until").locator(".field-problem")).to_have_text("Expected a day.")
    expect(item.locator(".state")).to_contain_text("Open")


def test_a_cause_opens_to_its_findings_and_tells_how_far_they_are(opened: Opened) -> None:
    page = opened.at("account=shuofeng&part=findings")
    cause = page.locator(".cause").first
    expect(cause.locator("> .finding-head")).to_contain_text("赵磊 Zhao Lei")
    expect(cause.locator("> .finding-head .state")).to_contain_text("Open 待处理 3")
    expect(cause.locator(".work-item").first).to_be_hidden()
    cause.locator("> details > summary").click()
    expect(cause.locator(".work-item")).to_have_count(3)
    expect(cause.locator(".work-item").first).to_be_visible()


def test_findings_of_low_severity_are_counted_and_shown_when_asked_for(opened: Opened) -> None:
    page = opened.at("account=shuofeng&part=findings")
    expect(page.locator("#work > .work-items > li > .finding-head .severity.moderate").first).to_be_visible()
    expect(page.locator("#work > .work-items > li > .finding-head .severity.low")).to_have_count(0)
    page.get_by_role("button", name="more of low severity").click()
    expect(page).to_have_url(re.compile("severity=any"))
    page.get_by_role("button", name="Show more").click()
    expect(page.locator("#work > .work-items > li > .finding-head .severity.low").first).to_be_visible()


def test_the_list_is_filtered_and_goes_on(opened: Opened) -> None:
    page = opened.at("account=canglu&part=findings")
    entries = page.locator("#work > .work-items > li")
    expect(entries).to_have_count(20)
    page.get_by_role("button", name="Show more").click()
    expect(entries).to_have_count(24)
    page.get_by_label("Severity").select_option("HIGH")
    expect(entries).to_have_count(1)
    page.get_by_label("Assignee").fill("nobody at all")
    page.get_by_label("Assignee").press("Enter")
    expect(page.locator("#work")).to_contain_text("No finding is so.")
