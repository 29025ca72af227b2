"""In the terminal a unique name stands for its key; an ambiguous one lists who is meant."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from graphql import get_named_type
from typer.testing import CliRunner, Result

from api.cli import app
from api.commands.asking.options import options_of
from api.commands.asking.questions import questions
from api.types.key_arguments import kind_of_keys
from graph.editing import apply_changes
from graph.model.people import PEOPLE, Person
from graph.open_store import open_store
from graph.settings import Settings
from graph.store import Changes, Table
from graph.viewer import LOCAL
from tests.api.world import DAY, world

NAMESAKES = (
    Person(key="han-2", name="HAN  Meimei", company="acme", title="Buyer"),
    Person(key="zw", name="张伟", company="acme"),
    Person(key="boss-2", name="Boss Junior", company="acme"),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    url = f"sqlite:///{tmp_path_factory.mktemp('named')}/world.db"

    async def fill() -> None:
        opened = await open_store(Settings(store_url=url))
        await apply_changes(opened, LOCAL, world())
        await apply_changes(opened, LOCAL, Changes([Table.of_rows(PEOPLE, PEOPLE.column_names, NAMESAKES)]))
        await opened.close()

    asyncio.run(fill())
    return url


def run(store: str, *typed: str) -> Result:
    return CliRunner().invoke(app, [*typed, "--store", store])


def test_every_option_that_takes_a_key_says_of_which_kind() -> None:
    untold = [
        (name, option.name)
        for name, question in questions().items()
        for option in options_of(question)
        if get_named_type(option.found.type).name == "ID" and kind_of_keys(option.found) is None
    ]
    assert untold == [("finding", "id")]


@pytest.mark.parametrize(
    ("typed", "told", "shown"),
    [
        (["succession", "--person", "Chief", "--as-of", DAY], "Chief is cto (Chief).", "Chief (cto)"),
        (["succession", "--person", "zhang wei"], "zhang wei is zw (张伟).", "(zw)"),
        (["succession", "--person", "boss", "--as-of", DAY], "", "Boss (boss)"),
        (["departure-impact", "--people", "LEI LI", "--on", DAY], "LEI LI is li (李雷 Li Lei).", "(li)"),
        (["decision-chain", "--opportunity", "core", "--as-of", DAY], "core is deal (Core).", "Core (deal)"),
        (["concentration", "--company", "Acme 集团", "--as-of", DAY], "Acme 集团 is acme", "(acme)"),
        (["findings", "--company", "beta"], "", "findings"),
        (["portfolio", "--employee", "li lei"], "li lei is li (李雷 Li Lei).", "portfolio"),
    ],
)
def test_a_unique_name_is_taken_for_its_key_which_is_told(
    store: str, typed: list[str], told: str, shown: str
) -> None:
    asked = run(store, "ask", *typed)
    assert asked.exit_code == 0, asked.stderr
    assert told in asked.stderr
    assert shown in asked.stdout


def test_a_key_is_a_key_also_where_it_is_a_name(store: str) -> None:
    asked = run(store, "ask", "succession", "--person", "boss")
    assert " is " not in asked.stderr


def test_the_note_does_not_get_into_json(store: str) -> None:
    asked = run(store, "ask", "succession", "--person", "Chief", "--json")
    assert asked.stdout.startswith("{")


def test_an_ambiguous_name_lists_everybody_with_key_title_and_company(store: str) -> None:
    asked = run(store, "ask", "handover-plan", "--employee", "han meimei", "--last-day", "2026-07-31")
    assert asked.exit_code == 2
    assert asked.stderr.splitlines() == [
        "guanxi: 2 people are called 'han meimei'; name one by its key:",
        "  han-2: HAN  Meimei, Buyer, Acme 集团",
        "  han: Han Meimei, Director, Ours",
    ]


def test_a_part_of_a_word_is_no_name_but_says_who_may_be_meant(store: str) -> None:
    asked = run(store, "ask", "succession", "--person", "Chie")
    assert asked.exit_code == 1
    assert asked.stderr.strip() == "guanxi: no Person has the key 'Chie': did you mean cto (Chief)?"


def test_a_review_and_a_refresh_take_names_too(
    store: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    reviewed = run(store, "review", "Li Lei", "--last-day", "2030-12-31")
    assert reviewed.exit_code == 0, reviewed.stderr
    assert (tmp_path / "review-li-2030-12-31.html").exists()
    assert run(store, "review", "Han Meimei", "--last-day", "2030-12-31").exit_code == 2
    assert run(store, "refresh", "--account", "acme 集团").exit_code == 0
    assert "did you mean acme" in run(store, "refresh", "--account", "acmee").stderr
