"""A running demo and a browser for all tests of the page; what goes wrong in a page fails its test."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from functools import partial

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from api.app import create_app
from graph.editing import apply_changes
from graph.sample_org import sample_changes
from graph.settings import Settings
from graph.viewer import LOCAL
from tests.e2e.chromium import FLAGS, chromium_or_skip
from tests.e2e.demo_process import running_demo
from tests.e2e.opened_page import DESK, WATCHED, Opened, open_page

EARLIER_DAYS = (90, 60, 30)
"""How many days ago the watched account's posture was computed before."""

expect.set_options(timeout=30_000)  # a machine that does much else at the time is slow, not wrong


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demo on a store that keeps postures of earlier days; it recomputes nothing by itself."""
    chromium_or_skip()
    folder = tmp_path_factory.mktemp("demo")
    store_url = f"sqlite:///{folder / 'kept.db'}"
    with ThreadPoolExecutor(1) as thread:  # Playwright's own loop may be running in this one
        thread.submit(asyncio.run, _keep_earlier_postures(store_url)).result()
    with running_demo(folder, "--store", store_url, GUANXI_REFRESH_IN_BACKGROUND="false") as demo:
        yield demo.address


async def _keep_earlier_postures(store_url: str) -> None:
    settings = Settings(store_url=store_url, refresh_in_background=False)
    for number, days in enumerate(EARLIER_DAYS):
        app = create_app(settings, today=partial(_days_ago, days))
        async with app.router.lifespan_context(app):
            if number == 0:
                await apply_changes(app.state.store, LOCAL, sample_changes())
            await app.state.refresher.refresh([WATCHED])


def _days_ago(days: int) -> date:
    return date.today() - timedelta(days=days)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium; Playwright's loop ends with the module, as asynchronous tests of others need their own."""
    path = chromium_or_skip()
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield found
        found.close()


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Opened]:
    """An empty page as wide as a screen on a desk."""
    with open_page(browser, address, DESK) as seen:
        yield seen
