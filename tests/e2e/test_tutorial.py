"""The tutorial's questions, sent to the app as it ships with the demo world, give the answers that it prints."""

from __future__ import annotations

import asyncio
import json
import re
import shlex
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from httpx import ASGITransport, AsyncClient
from typer.testing import CliRunner

from api.app import create_app
from api.cli import app
from graph.editing import apply_changes
from graph.open_store import open_store
from graph.sample.stories import RETIREMENT_IN_DAYS
from graph.sample_org import STORIES, sample_changes
from graph.settings import Settings
from graph.viewer import LOCAL

README = Path(__file__).parents[2] / "README.md"
TUTORIAL = Path(__file__).parents[2] / "docs" / "tutorial.md"
_BLOCK = re.compile(r"^```(sh|json)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_QUESTION = re.compile(r"^ask <<'?GRAPHQL'?\n(.*?)^GRAPHQL$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r'"(http://127\.0\.0\.1:8080/[^"]+)"')
_COMMAND = re.compile(r"^(?:\.venv/bin/)?(guanxi (?:ask|review) .*)$", re.MULTILINE)
_REVIEW = "## The risk review, step by step"
_DAY = re.compile(r"^(\w+)=\$\(python3 .*date\.today\(\) ([+-]) timedelta\(days=(\d+)\)", re.MULTILINE)
"""A variable of the shell that holds a day."""


class Step(NamedTuple):
    """One question of the tutorial and the answer printed below it, if there is one."""

    query: str
    printed: dict[str, Any] | None


def days_of(text: str) -> dict[str, timedelta]:
    """The shell's variables and how far from today the days are that they hold."""
    return {name: timedelta(days=int(sign + days)) for name, sign, days in _DAY.findall(text)}


def with_days(text: str) -> str:
    """The text with the shell's variables for other days filled in."""
    days = {f"${name}": (date.today() + shift).isoformat() for name, shift in DAYS.items()}
    return re.sub(r"\$[A-Z_]+", lambda name: days[name[0]], text)


def tutorial_steps(text: str) -> list[Step]:
    """The questions in order, with the days filled in."""
    steps: list[Step] = []
    for language, block in _BLOCK.findall(text):
        if language == "json":
            steps[-1] = steps[-1]._replace(printed=json.loads(block))
        else:
            steps += [Step(with_days(query), None) for query in _QUESTION.findall(block)]
    return steps


TEXT = TUTORIAL.read_text(encoding="utf-8")
DAYS = days_of(TEXT)
STORIES_TEXT, _, REVIEW_TEXT = TEXT.partition(_REVIEW)
STEPS = tutorial_steps(STORIES_TEXT)
REVIEW_STEPS = tutorial_steps(REVIEW_TEXT)


@asynccontextmanager
async def served_demo_world() -> AsyncIterator[AsyncClient]:
    """A client of the app with the demo world in a store of its own."""
    service = create_app(Settings(_env_file=None, store_url="memory:"))
    transport = ASGITransport(app=service)
    async with (
        service.router.lifespan_context(service),
        AsyncClient(transport=transport, base_url="http://127.0.0.1:8080") as served,
    ):
        await apply_changes(service.state.store, LOCAL, sample_changes())
        yield served


@pytest.fixture(scope="module")
async def client() -> AsyncIterator[AsyncClient]:
    """Of one world for all stories, which only ask."""
    async with served_demo_world() as served:
        yield served


@pytest.fixture(scope="module")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the demo's store as `make demo` leaves it."""
    folder = tmp_path_factory.mktemp("checkout")
    store_url = f"sqlite:///{folder / 'var' / 'demo.db'}"

    async def fill() -> None:
        store = await open_store(Settings(_env_file=None, store_url=store_url))
        await apply_changes(store, LOCAL, sample_changes())
        await store.close()

    asyncio.run(fill())
    return folder


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


async def test_each_step_of_the_risk_review_answers_as_printed_after_those_before_it() -> None:
    async with served_demo_world() as client:
        for step in REVIEW_STEPS:
            answer = (await client.post("/graphql", json={"query": step.query})).json()
            assert "errors" not in answer, step.query
            assert all(not told["userErrors"] for told in answer["data"].values() if "userErrors" in told), answer
            assert differences(step.printed or {}, answer) == []
        for link in _LINK.findall(with_days(REVIEW_TEXT)):
            assert (await client.get(link)).status_code == 200, link


def test_the_risk_review_has_every_mutation_and_every_kept_answer() -> None:
    asked = " ".join(step.query for step in REVIEW_STEPS)
    kept = ["portfolio", "findings", "posture", "handovers"]
    changing = ["acknowledge", "assign", "snooze", "resolve", "updatePolicy", "executeHandover"]
    assert [name for name in kept + changing if f"{name}(" not in asked] == []
    assert len(_LINK.findall(REVIEW_TEXT)) == 2


@pytest.mark.parametrize("typed", [*_COMMAND.findall(README.read_text(encoding="utf-8")), *_COMMAND.findall(TEXT)])
def test_each_command_of_the_readme_and_the_tutorial_answers_on_the_demo_world(
    demo_folder: Path, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    monkeypatch.chdir(demo_folder)
    assert "--store sqlite:///var/demo.db" in typed
    words, *_into_a_file = with_days(typed).split(" > ")
    done = CliRunner().invoke(app, shlex.split(words)[1:])
    assert done.exit_code == 0, done.output
    assert done.stdout.strip()


def test_the_tutorial_prints_an_answer_of_each_story() -> None:
    told = "\n".join(step.query + json.dumps(step.printed) for step in STEPS if step.printed)
    for story in STORIES.values():
        assert all(key in told for key in (*story.people.values(), *story.accounts))


def test_the_later_day_of_the_tutorial_is_after_the_retirement() -> None:
    assert DAYS["AFTER"].days > RETIREMENT_IN_DAYS


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
