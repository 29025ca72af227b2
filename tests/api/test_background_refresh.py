"""The service keeps what it found up to date by itself, at once after a write, and lets go when it stops."""

from __future__ import annotations

import asyncio
import io
import zipfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from structlog.testing import capture_logs

from api.app import create_app
from api.refreshing.background import refreshed_in_background
from graph.editing import apply_changes
from graph.errors import StoreUnavailable
from graph.settings import Settings
from graph.viewer import LOCAL
from tests.api.conftest import running
from tests.api.refreshed_store import Worker, store_with
from tests.api.world import world

NEVER = 3600.0
PATIENCE = 3000


async def until(is_so: Callable[[], Awaitable[bool]]) -> None:
    """Waits for the background; fails when it does nothing for long."""
    for _ in range(PATIENCE):
        if await is_so():
            return
        await asyncio.sleep(0.02)
    pytest.fail("the background does nothing")


async def until_current(service: FastAPI) -> None:
    """Waits until no account is stale."""

    async def is_current() -> bool:
        return await service.state.answering.refresher.count_stale() == (0, 0)

    await until(is_current)


async def test_a_mutation_and_an_upload_wake_the_background_at_once(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'store.db'}"
    async with running(store_url=url, refresh_in_background=True, refresh_interval_seconds=NEVER) as service:
        await service.ask(
            """mutation { upsertPerson(input: { key: "solo", name: "Solo", company: "beta" }) {
              userErrors { code } } }"""
        )
        await until_current(service.app)
        columns = b"key,name,company\nnew,New,acme\n"
        files = {"file": ("bundle.zip", zipped("people.csv", columns))}
        answer = await service.http.post("/import", files=files)
        assert answer.status_code == 200
        await until_current(service.app)

        async def is_measured() -> bool:
            measured = (await service.http.get("/metrics")).text
            lines = dict(line.rsplit(" ", 1) for line in measured.splitlines() if line.startswith("guanxi_"))
            refreshed = float(lines["guanxi_account_refresh_duration_seconds_count"])
            return lines["guanxi_stale_accounts"] == "0.0" and refreshed >= len(("acme", "beta", "acme again"))

        await until(is_measured)


def zipped(name: str, content: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as bundle:
        bundle.writestr(name, content)
    return held.getvalue()


async def test_the_background_looks_again_at_its_interval(tmp_path: Path) -> None:
    settings = Settings(
        _env_file=None, store_url=f"sqlite:///{tmp_path / 'store.db'}", refresh_interval_seconds=0.02
    )
    app = create_app(settings)
    async with app.router.lifespan_context(app):
        await apply_changes(app.state.store, LOCAL, world())  # by somebody else: nobody wakes it
        await until_current(app)


async def test_without_the_setting_nothing_is_computed_unasked() -> None:
    async with running(refresh_in_background=False) as service:
        service.app.state.answering.refresher.wake()
        await asyncio.sleep(0.05)
        assert await service.app.state.answering.refresher.count_stale() == (2, 2)


async def test_a_service_that_stops_leaves_nothing_claimed(tmp_path: Path) -> None:
    keys = [f"a{number:02}" for number in range(20)]
    store = await store_with(tmp_path / "store.db", *keys)
    begun = asyncio.Event()
    worker = Worker(store, on_refreshed=lambda _: begun.set())
    async with refreshed_in_background(worker.refresher, NEVER, lambda _: None):
        await begun.wait()
    left = await worker.stale()
    assert left
    assert (await Worker(store).refresher.refresh()).refreshed_count == len(left)
    assert await worker.stale() == []
    await store.close()


class Interrupted:
    """The real store; counting what is stale raises those errors first, the last one first."""

    def __init__(self, store: Any, errors: list[Exception]) -> None:
        self._store = store
        self._errors = errors

    def __getattr__(self, name: str) -> Any:
        if name == "count_stale" and self._errors:
            raise self._errors.pop()
        found = getattr(self._store, name)
        return Interrupted(found, self._errors) if name == "postures" else found


async def test_the_background_goes_on_after_an_error_and_logs_one_that_lasts_once(tmp_path: Path) -> None:
    store = await store_with(tmp_path / "store.db", "a", "b")
    errors = [StoreUnavailable("host 10.0.0.1"), StoreUnavailable("host 10.0.0.1"), ValueError("Boss of a")]
    worker = Worker(Interrupted(store, errors))
    is_done = asyncio.Event()
    with capture_logs() as logs:
        async with refreshed_in_background(worker.refresher, 0.01, lambda count: count or is_done.set()):
            await is_done.wait()
    assert await Worker(store).stale() == []
    assert [logged["error_type"] for logged in logs] == ["ValueError", "StoreUnavailable"]
    assert all(logged["error_id"] for logged in logs)
    assert "Boss" not in str(logs)
    assert "10.0.0.1" not in str(logs)
    await store.close()
