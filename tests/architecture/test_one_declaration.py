"""A new attribute is one line of a declaration and one migration: the rest follows, in a copy of the tree."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.architecture.tree_copy import ask, copy_tree, run_command, run_python

if TYPE_CHECKING:
    from tests.neo4j_for_tests import Neo4jForTests

# Before the first of the other attributes: what counted on their places would take one for another.
DECLARED = {
    "people.py": {
        '    name: Annotated[\n        str | None,\n        cell.text("Name"': (
            '    nickname: Annotated[str | None, cell.text("Nickname", "昵称", "What friends say.", '
            "is_searchable=True)] = None\n"
        ),
        '    kind: Annotated[\n        str, cell.enum("Kind", "汇报类型"': (
            '    part: Annotated[float | None, cell.weight("Part", "份额", "How much of the time.")] = None\n'
        ),
        "    trust: Annotated[": (
            '    is_private: Annotated[bool | None, cell.flag("Private", "私人", "Known out of work.")] = None\n'
        ),
    },
    "deals.py": {
        "    stage: Annotated[": (
            '    voice: Annotated[int | None, cell.scale("Voice", "发言权", "How loud, 1 to 5.")] = None\n'
        ),
        "    opportunity: Annotated[\n        str | None,": (
            '    heard_on: Annotated[str | None, cell.day("Heard on", "获悉日期", "When we heard.")] = None\n'
        ),
    },
    "meetings.py": {
        '    kind: Annotated[str, cell.enum("Kind"': (
            '    aims: Annotated[tuple[str, ...], cell.enums("Aims", "目的", "What for.", words=Purpose)] = ()\n'
        )
    },
}
MIGRATION = """
ALTER TABLE people ADD COLUMN nickname TEXT;
ALTER TABLE reports_to ADD COLUMN part REAL;
ALTER TABLE ties ADD COLUMN is_private INTEGER;
ALTER TABLE decision_roles ADD COLUMN voice INTEGER;
ALTER TABLE positions ADD COLUMN heard_on TEXT;
ALTER TABLE interactions ADD COLUMN aims TEXT;
"""
BUNDLE = {
    "companies": "key,name,side\nacme,Acme,CUSTOMER\nus,Us,SUPPLIER\n",
    "people": "key,nickname,name,company\na,Addie 阿达,Ada,acme\nb,,Bo,acme\ne,,Eve,us\n",
    "reports_to": "person,manager,part,kind\na,b,0.5,DOTTED\nb,a,,SOLID\n",
    "ties": "employee,contact,is_private,trust,valid_from,valid_to\n"
    "e,a,true,3,2020-01-01,2024-01-01\ne,a,false,4,2024-01-01,\n",
    "opportunities": "key,company,name\no,acme,Deal\n",
    "decision_roles": "person,opportunity,voice,stage,part\na,o,5,APPROVAL,LEADS\n",
    "positions": "person,heard_on,opportunity,stated_on,stance\na,2026-01-02,o,2026-01-01,SUPPORTER\n",
    "interactions": "key,aims,kind,on,participants\ni,DECISION;INFORMATION,CALL,2026-01-01,a;e\n",
}
READ = """{ person(key: "a") { name nickname
  reportsTo { kind part manager { key } } ties { trust isPrivate validFrom } decisionRoles { voice stage part }
  positions { heardOn statedOn stance } interactions { key aims kind } } }"""
SAID = {
    "person": {
        "name": "Ada",
        "nickname": "Addie 阿达",
        "reportsTo": [{"kind": "DOTTED", "part": 0.5, "manager": {"key": "b"}}],
        "ties": [
            {"trust": 3, "isPrivate": True, "validFrom": "2020-01-01"},
            {"trust": 4, "isPrivate": False, "validFrom": "2024-01-01"},
        ],
        "decisionRoles": [{"voice": 5, "stage": "APPROVAL", "part": "LEADS"}],
        "positions": [{"heardOn": "2026-01-02", "statedOn": "2026-01-01", "stance": "SUPPORTER"}],
        "interactions": [{"key": "i", "aims": ["DECISION", "INFORMATION"], "kind": "CALL"}],
    }
}
WRITE = """mutation {
  upsertPerson(input: {key: "b", nickname: "Bobby"}) { person { name nickname } userErrors { message } }
  upsertReportingLine(input: {person: "a", manager: "b", kind: DOTTED, part: 0.25}) {
    reportingLine { part kind } userErrors { message } }
  upsertTie(input: {employee: "e", contact: "a", validFrom: "2024-01-01", isPrivate: true}) {
    tie { trust isPrivate } userErrors { message } }
  closed: upsertReportingLine(input: {person: "a", manager: "b", part: 1}) { userErrors { message } }
  upsertDecisionRole(input: {person: "a", opportunity: "o", stage: APPROVAL, voice: 6}) {
    userErrors { path message } } }"""
WRITTEN = {
    "upsertPerson": {"person": {"name": "Bo", "nickname": "Bobby"}, "userErrors": []},
    "upsertReportingLine": {"reportingLine": {"part": 0.25, "kind": "DOTTED"}, "userErrors": []},
    "upsertTie": {"tie": {"trust": 4, "isPrivate": True}, "userErrors": []},
    "closed": {"userErrors": [{"message": "'b': expected no cycle, found a -> b -> a"}]},
    "upsertDecisionRole": {
        "userErrors": [{"path": ["input", "voice"], "message": "'6': expected a whole number from 1 to 5"}]
    },
}


class Kept(NamedTuple):
    """A store that the copy opens."""

    url: str
    settings: Mapping[str, str]


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the checkout whose records have more attributes."""
    copy = tmp_path_factory.mktemp("tree")
    copy_tree(copy)
    for name, lines in DECLARED.items():
        declaration = copy / "graph" / "model" / name
        text = declaration.read_text(encoding="utf-8")
        for before, line in lines.items():
            assert text.count(before) >= 1, before
            text = text.replace(before, line + before, 1)
        declaration.write_text(text.replace("import InteractionKind", "import InteractionKind, Purpose"), "utf-8")
    migrations = copy / "graph" / "stores" / "sqlite" / "migrations"
    number = max(int(path.name[:4]) for path in migrations.glob("*.sql")) + 1
    (migrations / f"{number:04}_more.sql").write_text(MIGRATION, encoding="utf-8")
    run_python(copy, "import runpy; runpy.run_module('generate', run_name='__main__')")
    run_command(copy, "schema", "--output", str(copy / "api" / "schema.graphql"))
    bundle = copy / "bundle"
    bundle.mkdir()
    for name, rows in BUNDLE.items():
        (bundle / f"{name}.csv").write_text(rows, encoding="utf-8")
    return copy


@pytest.fixture(params=["sqlite", "neo4j"])
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Kept:
    """An empty store of each kind."""
    if request.param == "sqlite":
        return Kept(f"sqlite:///{tmp_path / 'kept.db'}", {})
    server: Neo4jForTests = request.getfixturevalue("neo4j_for_tests")
    asyncio.run(server.wipe())
    return Kept(server.uri, {"GUANXI_NEO4J_USER": server.user, "GUANXI_NEO4J_PASSWORD": server.password})


def _columns(folder: Path) -> Iterator[tuple[str, list[str]]]:
    for name in BUNDLE:
        yield name, (folder / f"{name}.csv").read_text(encoding="utf-8-sig").splitlines()


def test_a_declared_attribute_is_brought_kept_shown_searched_changed_and_exported(
    tree: Path, kept: Kept, tmp_path: Path
) -> None:
    def run(*typed: str) -> str:
        return run_command(tree, *typed, "--store", kept.url, settings=kept.settings)

    run("migrate")
    run("import", str(tree / "bundle"))
    assert ask(tree, kept.url, READ, settings=kept.settings) == {"data": SAID}
    hits = '{ nick: search(text: "addie") { key } pinyin: search(text: "ada addie") { key } }'
    found = {"nick": [{"key": "a"}], "pinyin": [{"key": "a"}]}
    assert ask(tree, kept.url, hits, settings=kept.settings) == {"data": found}
    run("export", str(tmp_path / "before"))
    assert ask(tree, kept.url, WRITE, settings=kept.settings) == {"data": WRITTEN}
    run("import", str(tmp_path / "before"))
    run("export", str(tmp_path / "after"))
    before, after = dict(_columns(tmp_path / "before")), dict(_columns(tmp_path / "after"))
    assert after == before, "what was exported is what was there"
    assert before["people"][0].startswith("key,nickname,name,")
    assert before["people"][1].startswith("a,Addie 阿达,Ada,")
    assert before["interactions"][1].startswith("i,DECISION;INFORMATION,CALL,")


def test_a_declared_attribute_is_in_the_document_and_in_the_schema(tree: Path) -> None:
    document = (tree / "docs" / "bundle.md").read_text(encoding="utf-8")
    assert "| nickname | Nickname 昵称 | text | What friends say. |" in document
    assert "| aims | Aims 目的 | list of [words](#the-words) | What for. |" in document
    schema = (tree / "api" / "schema.graphql").read_text(encoding="utf-8")
    assert schema.count('"""What friends say."""\n  nickname: String') == 2, "of the type and of the input"
    assert '"""What for."""\n  aims: [Purpose!]!' in schema
