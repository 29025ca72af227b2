"""The tutorial's questions, sent to the app as it ships with the demo world, give the answers that it prints."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from httpx import ASGITransport, AsyncClient

from api.app import create_app
from graph.editing import apply_changes
from graph.sample.stories import RETIREMENT_IN_DAYS
from graph.sample_org import STORIES, sample_org
from graph.settings import Settings
from graph.store import Changes

TUTORIAL = Path(__file__).parents[2] / "docs" / "tutorial.md"
_BLOCK = re.compile(r"^```(sh|json)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_QUESTION = re.compile(r"^ask <<'?GRAPHQL'?\n(.*?)^GRAPHQL$", re.MULTILINE | re.DOTALL)
_DAY = re.compile(r"^(\w+)=\$\(python3 .*date\.today\(\) ([+-]) timedelta\(days=(\d+)\)", re.MULTILINE)
"""A variable of the shell that holds a day."""


class Step(NamedTuple):
    """One question of the tutorial and the answer printed below it, if there is one."""

    query: str
    printed: dict[str, Any] | None


def days_of(text: str) -> dict[str, timedelta]:
    """The shell's variables and how far from today the days are that they hold."""
    return {name: timedelta(days=int(sign + days)) for name, sign, days in _DAY.findall(text)}


def tutorial_steps(text: str) -> list[Step]:
    """The questions in order, with the shell's variables for other days filled in."""
    days = {f"${name}": (date.today() + shift).isoformat() for name, shift in days_of(text).items()}
    steps: list[Step] = []
    for language, block in _BLOCK.findall(text):
        if language == "json":
            steps[-1] = steps[-1]._replace(printed=json.loads(block))
        else:
            for query in _QUESTION.findall(block):
                steps.append(Step(re.sub(r"\$\w+", lambda name: days[name[0]], query), None))
    return steps


STEPS = tutorial_steps(TUTORIAL.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
async def client() -> AsyncIterator[AsyncClient]:
    app = create_app(Settings(store_url="memory:"))
    transport = ASGITransport(app=app)
    async with (
        app.router.lifespan_context(app),
        AsyncClient(transport=transport, base_url="http://127.0.0.1:8080") as served,
    ):
        await apply_changes(app.state.store, Changes(upserts=sample_org()))
        yield served


def differences(printed: Any, real: Any, path: str = "") -> list[str]:
    """Where the printed answer says something that the real one does not; both may differ in the third decimal.

    A printed list may leave out elements, and a printed object fields; what it has must come in this order.
    """
    if isinstance(printed, dict):
        if not isinstance(real, dict) or not printed.keys() <= real.keys():
            return [f"{path}: {real}"]
        return [line for name in printed for line in differences(printed[name], real[name], f"{path}.{name}")]
    if isinstance(printed, list):
        left = iter(real)
        return [
            f"{path}[{place}]: {part}"
            for place, part in enumerate(printed)
            if not any(not differences(part, candidate) for candidate in left)
        ]
    if isinstance(printed, float) and isinstance(real, int | float):
        return [] if printed == pytest.approx(real, rel=1e-3, abs=1.1e-3) else [f"{path}: {printed} is {real}"]
    return [] if printed == real else [f"{path}: {printed} is {real}"]


@pytest.mark.parametrize("step", STEPS, ids=[f"question-{number}" for number in range(1, len(STEPS) + 1)])
async def test_each_question_of_the_tutorial_answers_as_printed(client: AsyncClient, step: Step) -> None:
    answer = (await client.post("/graphql", json={"query": step.query})).json()
    assert "errors" not in answer
    assert differences(step.printed or {}, answer) == []


def test_the_tutorial_prints_an_answer_of_each_story() -> None:
    told = "\n".join(step.query + json.dumps(step.printed) for step in STEPS if step.printed)
    for story in STORIES.values():
        assert all(key in told for key in (*story.people.values(), *story.accounts))


def test_the_later_day_of_the_tutorial_is_after_the_retirement() -> None:
    assert days_of(TUTORIAL.read_text(encoding="utf-8"))["AFTER"].days > RETIREMENT_IN_DAYS


@pytest.mark.parametrize(
    ("printed", "real"),
    [
        ({"a": 1}, {"a": 2}),
        ({"a": 0.5}, {"a": 0.51}),
        ([1, 2], [2, 1]),
        ([{"key": "x", "share": 0.3}], [{"key": "x", "share": 0.4}, {"key": "y", "share": 0.3}]),
        ({"a": None}, {}),
    ],
)
def test_a_printed_answer_that_is_not_the_real_one_is_noticed(printed: Any, real: Any) -> None:
    assert differences(printed, real)
