"""A page of the demo in the browser, watched: its errors, its warnings, and what it asks of others."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page, ViewportSize, expect

from graph.sample_org import STORIES

DESK = ViewportSize(width=1366, height=768)
PHONE = ViewportSize(width=390, height=844)
WATCHED = STORIES["a_year_downhill"].accounts[0]
"""The account of which postures of earlier days are kept."""


@dataclass
class Opened:
    """A page, and what went wrong in it."""

    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def at(self, choice: str) -> Page:
        """Goes to what the address behind the # names, and waits until nothing is being asked."""
        self.page.goto(f"{self.address}/#{choice}")
        self.page.reload()  # another # alone is no new page
        self.page.wait_for_load_state("networkidle")
        expect(self.page.locator("#problem")).to_be_hidden()
        expect(self.page.locator("[aria-busy=true]")).to_have_count(0)
        return self.page


@contextmanager
def open_page(browser: Browser, address: str, size: ViewportSize, locale: str = "en-US") -> Iterator[Opened]:
    """The page; afterwards it must have neither complained nor asked anybody else."""
    page = browser.new_page(viewport=size, locale=locale)
    seen = Opened(page, address)
    own = (address, "data:", f"blob:{address}")
    page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    page.on(
        "console",
        lambda said: seen.complaints.append(said.text) if said.type in ("error", "warning") else None,
    )
    page.on("request", lambda asked: seen.foreign.append(asked.url) if not asked.url.startswith(own) else None)
    yield seen
    page.close()
    assert seen.complaints == []
    assert seen.foreign == []
