"""What has to hold of a store that a program of version 5 made, once it is brought forward: for all stores.

Beside records of every kind it kept postures with findings, causes and exposures of a policy that had been changed
once, work on two findings, and a handover that had been carried out. `made_by/version_5.json` is what that program
answered and exported at the end.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from typing import Any

from httpx import ASGITransport, AsyncClient

from api.app import create_app
from graph.exchange.exporting import export_bundle
from graph.open_store import open_store
from graph.settings import Settings
from graph.viewer import LOCAL
from tests.same_answers.comparing import differences

_MADE = json.loads((Path(__file__).parent / "made_by" / "version_5.json").read_text("utf-8"))
_MADE_ON = date(2026, 11, 25)
_DOCUMENTS = {
    "findings": """{ findings(first: 60) { totalCount policyVersion edges { node {
        id kind severity summary action causeId account { key } company { key } isAccountWide employee { key }
        opportunity { key } stage targets { key } share valueAtRisk currency ratesOn amounts { currency value }
        heldUntil since state assignee snoozedUntil note actor at
        history { action at actor note } } } } }""",
    "causes": """{ findings(by: CAUSE, first: 60) { totalCount edges { node { id } cause {
        id kind summary action severity share valueAtRisk currency count states { state count }
        findings { id } } } } }""",
    "evidence": """{ findings(first: 60) { edges { node { id evidence { people { key }
        edges { kind source target strength } figures { name value } policy { name value } } } } } }""",
    "portfolio": """{ portfolio { policyVersion edges { node {
        company { key } severity share findings causes valueAtRisk currency ratesOn amounts { currency value }
        severityCounts { severity count } causeSeverityCounts { severity count } effectiveHolders busFactor
        index { key general organizational } computedOn computedAt revision policyVersion } } } }""",
    "exposure": """{ exposureByEmployee { policyVersion totalCount edges { node {
        employee { key } liveTieCount singleHeldCount exposure severity valueAtRisk currency ratesOn
        amounts { currency value } accountCount } } } }""",
    "posture": """{ posture(company: "acme") { severity share valueAtRisk currency amounts { currency value }
        effectiveHolders busFactor revision policyVersion computedAt on ratesOn findings causes
        severityCounts { severity count } causeSeverityCounts { severity count }
        index { key general organizational } } }""",
    "policy versions": """{ policyVersions { version grade at actor note changes { name } } }""",
    "handovers": """{ handovers(employee: "ann") {
        contact { key } from { key } to { key } on by at reason note } }""",
    "rates": """{ rates { currency on rate } }""",
}


async def kept_answers_are_shown_before_anything_is_computed_anew(settings: Settings) -> None:
    """Findings with their work, causes and evidence; portfolio, exposure, history, policy and handovers."""
    async with _service(settings) as (_, answers):
        _assert_as_made(await answers())


async def what_is_computed_anew_is_what_was_kept(settings: Settings) -> None:
    """The same findings by the same ids, standing since the same moment."""
    async with _service(settings) as (app, answers):
        before = _since(await answers())
        await app.state.refresher.refresh()
        after = await answers()
        _assert_as_made(after)
        assert _since(after) == before
        assert None not in before.values()


async def records_are_those_that_were_exported(settings: Settings, folder: Path) -> None:
    """Every cell that says something; columns that are new since say nothing of them."""
    store = await open_store(settings)
    await export_bundle(store, LOCAL, folder)
    await store.close()
    for name, text in _MADE["exported"].items():
        assert _said(folder.joinpath(name).read_text("utf-8-sig")) == _said(text), name


ANSWERS_HOLD = (
    kept_answers_are_shown_before_anything_is_computed_anew,
    what_is_computed_anew_is_what_was_kept,
)


@asynccontextmanager
async def _service(settings: Settings) -> AsyncIterator[tuple[Any, Any]]:
    """The service on the day that the store was made, which reads no account that it is not told to."""
    told = {"refresh_in_background": False, "live_account_count": 0}
    app = create_app(settings.model_copy(update=told), today=lambda: _MADE_ON)
    async with (
        app.router.lifespan_context(app),
        AsyncClient(transport=ASGITransport(app=app), base_url="http://127.0.0.1:8080") as http,
    ):

        async def answers() -> dict[str, Any]:
            got = {name: await http.post("/graphql", json={"query": text}) for name, text in _DOCUMENTS.items()}
            return {name: answer.json() for name, answer in got.items()}

        yield app, answers


def _assert_as_made(answers: dict[str, Any]) -> None:
    for name, made in _MADE["answers"].items():
        assert list(differences({"data": made}, answers[name])) == [], name


def _since(answers: dict[str, Any]) -> dict[str, str]:
    edges = answers["findings"]["data"]["findings"]["edges"]
    return {edge["node"]["id"]: edge["node"]["since"] for edge in edges}


def _said(text: str) -> list[dict[str, str]]:
    rows = csv.DictReader(io.StringIO(text, newline=""))
    return [{name: cell for name, cell in row.items() if cell} for row in rows]
