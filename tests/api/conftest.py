"""The application over a real embedded store with the drawn world, spoken to over HTTP without a socket."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest
from httpx import ASGITransport, AsyncClient, Response
from pydantic import SecretStr

from api.app import create_app
from graph.editing import apply_changes
from graph.settings import Settings
from graph.viewer import LOCAL
from tests.api.world import DAY, world

TODAY = date.fromisoformat(DAY)
TOKEN = "a-long-random-token-for-tests"


@dataclass
class Service:
    """The application and a client of it."""

    app: Any
    http: AsyncClient
    headers: dict[str, str] = field(default_factory=dict)

    def use_store(self, store: Any) -> None:
        """Puts another store in the place of the one that everything goes to."""
        answering = self.app.state.answering
        self.app.state.store = answering.store = store
        answering.asker._store = answering.kept._store = answering.refresher._store = store
        answering.refresher._asker._store = store

    async def post(self, query: str, variables: dict[str, Any] | None = None, **more: Any) -> Response:
        """POSTs an operation."""
        body = {"query": query, "variables": variables, **more}
        return await self.http.post("/graphql", json=body, headers=self.headers)

    async def ask(self, query: str, **variables: Any) -> dict[str, Any]:
        """The answer's data; fails when there are errors."""
        answer = (await self.post(query, variables)).json()
        assert "errors" not in answer, answer["errors"]
        return answer["data"]

    async def refuse(self, query: str, **variables: Any) -> dict[str, Any]:
        """The first error of an answer that has one."""
        answer = (await self.post(query, variables)).json()
        assert answer.get("errors"), answer
        return answer["errors"][0]

    async def code(self, query: str, **variables: Any) -> str:
        """The code of the first error."""
        return (await self.refuse(query, **variables))["extensions"]["code"]


@asynccontextmanager
async def running(**settings: Any) -> AsyncIterator[Service]:
    """The service over a memory store with the drawn world, on the day that the world is about."""
    app = create_app(
        Settings(_env_file=None, **{"store_url": "memory:", "refresh_in_background": False, **settings}),
        today=lambda: TODAY,
    )
    async with app.router.lifespan_context(app):
        await apply_changes(app.state.store, LOCAL, world())
        transport = ASGITransport(app=app, raise_app_exceptions=False)
        async with AsyncClient(transport=transport, base_url="http://127.0.0.1:8080") as http:
            yield Service(app, http)


@pytest.fixture(scope="package")
async def service() -> AsyncIterator[Service]:
    """For tests that only read."""
    async with running() as found:
        yield found


@pytest.fixture
async def own_service() -> AsyncIterator[Service]:
    """For tests that write."""
    async with running() as found:
        yield found


@pytest.fixture(scope="package")
async def locked_service() -> AsyncIterator[Service]:
    """With a token."""
    async with running(api_token=SecretStr(TOKEN)) as found:
        yield found
