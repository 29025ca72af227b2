"""The page in a browser that asks for Chinese, and in one that asks for English: what was found is told in it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.opened_page import DESK, open_page
from tests.e2e.test_work_page import open_first_cause


@pytest.mark.parametrize(("locale", "lang"), [("zh-CN", "zh"), ("en-GB", "en"), ("fr-FR", "en")])
def test_what_was_found_is_told_in_the_language_of_the_browser(
    browser: Browser, address: str, locale: str, lang: str
) -> None:
    """In the list of work and among the answers, marked for screen readers."""
    with open_page(browser, address, DESK, locale) as opened:
        page = opened.at("account=brightmoor&part=findings&state=any")
        open_first_cause(page)
        summary = page.locator("#work > .work-items summary[lang]").first
        expect(summary).to_have_attribute("lang", lang)
        expect(summary).to_have_text(re.compile(r"[\u4e00-\u9fff]{2}" if lang == "zh" else r"^[A-Z][a-z]+ .*\.$"))
        page = opened.at("account=brightmoor")
        found = page.locator(".finding summary[lang]").first
        expect(found).to_have_attribute("lang", lang)
        expect(found).to_have_text(re.compile(r"。$" if lang == "zh" else r"\.$"))
