"""docs/bundle.md tells the truth: columns are those of the records, examples load, messages are real."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.errors import BadInput
from graph.model.record_kinds import RECORD_KINDS
from graph.stores.sqlite_store import SqliteStore
from tests.unit.exchange.small_bundles import changed, load

TEXT = (Path(__file__).parents[3] / "docs" / "bundle.md").read_text(encoding="utf-8")
EXAMPLES = dict(re.findall(r"```csv (\w+)\n(.*?)```", TEXT, re.DOTALL))
MESSAGES = re.findall(r"^\| [^|]+ \| `(\w+, row .*)` \|$", TEXT, re.MULTILINE)

_ENDS = {
    "companies": "US,We,SUPPLIER,,,,,,,,,,,\nC-900,Rival,COMPETITOR,,,,,,,,,,,\n",
    "people": "E-1,Eva,,,US,,,,,,\nP-2,Li Na,,,C-100,,,,,,\nP-3,Zhao,,,C-100,,,,,,\n",
}
"""The other ends of what the examples refer to."""


@pytest.mark.parametrize("name", RECORD_KINDS)
def test_the_section_of_a_file_lists_its_columns_in_order_with_the_required_ones_in_bold(name: str) -> None:
    section = TEXT.split(f"### {name}\n")[1].split("```")[0]
    told = [
        cell
        for cell in re.findall(r"^\| ([^|]+) \| [^|]+ \| [^|]+ \| [^|]+ \|$", section, re.MULTILINE)
        if cell != "column"
    ]
    kind = RECORD_KINDS[name]
    assert told == [f"**{column.name}**" if column.is_required else column.name for column in kind.columns]


@pytest.mark.parametrize("name", RECORD_KINDS)
def test_the_words_of_a_column_are_listed(name: str) -> None:
    for column in RECORD_KINDS[name].columns:
        for word in column.words or ():
            assert re.search(rf"\b{word}\b", TEXT), f"{column.name}: {word}"


async def test_the_examples_have_every_column_and_load_together() -> None:
    assert list(EXAMPLES) == list(RECORD_KINDS)
    for name, example in EXAMPLES.items():
        assert tuple(example.split("\n")[0].split(",")) == RECORD_KINDS[name].column_names
    store = await SqliteStore.open(None)
    report = await load(store, {name: text + _ENDS.get(name, "") for name, text in EXAMPLES.items()})
    await store.close()
    assert sum(tally.created for tally in report.tallies.values()) == 14 + 5


CAUSES: list[dict[str, str]] = [
    {"people": "P9,Zoe,NOPE,\n"},
    {"reports_to": "person,manager\nP1,P2\nP2,P3\nP3,P1\n"},
    {"reports_to": "person,manager,valid_from,valid_to\nP1,P2,2020-01-01,2022-01-01\nP1,P3,2021-12-31,\n"},
    {"ties": "employee,contact\nP1,P2\n"},
    {"ties": "employee,contact\nE1,E2\n"},
    {"influences": "influencer,influenced,weight\nP1,P2,1.5\n"},
    {"companies": "X,X,BUYER,\n"},
    {"opportunities": "key,company,name,decision_date\nO1,ACME,X,\nO2,ACME,X,31.03.2026\n"},
    {"influences": "influencer,influenced,weight,valid_from,valid_to\nP1,P2,1,2020-01-01,2020-01-01\n"},
    {"people": "P1,Ann,ACME,\n"},
    {"ties": "employee,contact,valid_from,valid_to\nE1,P1,2021-01-01,\nE1,P1,2020-01-01,2021-02-01\n"},
    {"people": "P9,Zoe,ACME,D2\n"},
    {"positions": "person,opportunity,company,stated_on\nP1,,,2026-01-01\nP1,O1,ACME,2026-01-01\n"},
    {"positions": "person,opportunity,stated_on,leans_to\nP1,O1,2026-01-01,NORTH\n"},
    {"works_in": "person,company\nP1,ACME\n"},
    {"conflicts": "person,other,weight\nP1,P1,1\n"},
    {"interactions": "key,kind,on,participants\nI1,CALL,2026-01-01,P1;P2;P1\n"},
    {"companies": "key,name,side\nC1,One,CUSTOMER\nC2,,CUSTOMER\n"},
    {"companies": "key,name,side\nC1,One,CUSTOMER\nC2,Two\n"},
    {
        "people": "P9,Zoe,ACME,\n",
        "works_in": "person,company,valid_from,valid_to\nP9,ACME,2020-01-01,2026-01-01\nP9,NORTH,2022-01-01,\n",
    },
    {"conflicts": "person,other,weight\nP1,P2\u200b,1\n"},
    {"people": "\uff301,Ann,ACME,\n"},
    {"opportunities": "key,company,name,value\nO1,ACME,X,9007199254740993\n"},
    {"ties": "employee,contact,last_contact\nE1,P1,2206-03-01\n"},
]


async def test_the_messages_are_those_of_the_program() -> None:
    """All but three, which need bytes or a workbook (their tests are beside the readers)."""
    real: set[str] = set()
    for files in CAUSES:
        store = await SqliteStore.open(None)
        with pytest.raises(BadInput) as refusal:
            await load(store, changed(**files))
        await store.close()
        real.update(str(problem) for problem in refusal.value.problems)
    store = await SqliteStore.open(None)
    await load(store, changed())
    with pytest.raises(BadInput) as refusal:
        await load(store, {"people": "key,company\nP1,NORTH\n"})
    await store.close()
    real.update(str(problem) for problem in refusal.value.problems)
    real = {_on_any_day(message) for message in real}
    told = [
        message for message in MESSAGES if not any(word in message for word in ("UTF-8", "formula", "a date (f"))
    ]
    assert len(told) == len(MESSAGES) - 3 == 26
    assert [message for message in told if _on_any_day(message) not in real] == []


def _on_any_day(message: str) -> str:
    """How far ahead a day is depends on the day of the test."""
    return re.sub(r"\d+ years ahead", "years ahead", message)
