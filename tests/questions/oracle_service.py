"""The whole service over a random world that came in as a bundle, asked over HTTP without a socket."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from httpx import ASGITransport, AsyncClient

from api.app import create_app
from graph.settings import Settings
from tests.oracle.random_days import AS_OF
from tests.oracle.world import World, tables_of
from tests.questions.against_oracle import EQUAL


@dataclass(frozen=True)
class Service:
    """A client of the service, and the world that it holds."""

    http: AsyncClient
    world: World

    async def ask(self, query: str, **variables: Any) -> dict[str, Any]:
        """The data of an answer without errors."""
        response = await self.http.post("/graphql", json={"query": query, "variables": variables})
        answer = response.json()
        assert "errors" not in answer, answer["errors"]
        data: dict[str, Any] = answer["data"]
        return data


@asynccontextmanager
async def service_with(world: World, policy_file: Path | None = None) -> AsyncIterator[Service]:
    """The service, with today as the day that random worlds are about, and everything that it keeps computed."""
    settings = Settings(_env_file=None, store_url="memory:", refresh_in_background=False, policy_file=policy_file)
    app = create_app(settings, today=lambda: date.fromisoformat(AS_OF))
    async with app.router.lifespan_context(app):
        transport = ASGITransport(app=app)
        async with AsyncClient(transport=transport, base_url="http://127.0.0.1:8080") as http:
            zipped = {"content-type": "application/zip"}
            response = await http.post("/import", content=as_bundle(world), headers=zipped)
            assert response.status_code == 200, response.text
            await app.state.refresher.refresh()
            yield Service(http, world)


def as_bundle(world: World) -> bytes:
    """The world as a zip of CSV files, spelled out from the description of the bundle."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for table in tables_of(world):
            text = io.StringIO(newline="")
            rows = csv.writer(text)
            rows.writerow(table.columns)
            rows.writerows([_cell(value) for value in row] for row in table.rows())
            archive.writestr(f"{table.kind.name}.csv", text.getvalue())
    return packed.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return ";".join(value) if isinstance(value, tuple) else str(value)


def assert_same(found: Any, expected: Any, place: str = "answer") -> None:
    """The same shape and values; numbers to 1e-9; of an answer's fields only the expected ones are looked at."""
    if isinstance(expected, dict):
        for name, value in expected.items():
            assert_same(found[name], value, f"{place}.{name}")
    elif isinstance(expected, list):
        assert len(found) == len(expected), f"{place}: {found} is not {expected}"
        for number, (one, other) in enumerate(zip(found, expected, strict=True)):
            assert_same(one, other, f"{place}[{number}]")
    elif isinstance(expected, float) and found is not None:
        assert found == pytest.approx(expected, rel=EQUAL, abs=EQUAL), place
    else:
        assert found == expected, f"{place}: {found!r} is not {expected!r}"


def keys(rows: list[Any]) -> list[str]:
    """The keys of nodes, in order of the keys."""
    return sorted(row["key"] for row in rows)


def terms_of(rows: list[Any]) -> dict[str, Any]:
    """Name -> (value, weight)."""
    return {row["name"]: (row["value"], row["weight"]) for row in rows}
