"""A new question is one file and one line of the catalogue: the rest follows, in a copy of the tree."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.architecture.tree_copy import ask, copy_tree, run_command, run_python

QUESTION = '''"""Headcount: how many people of a level has an account?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from graph.model.shown import node, said, word
from graph.model.words import NodeKind, OrgLevel
from graph.model.companies import COMPANIES
from queries.heading import Account, CompanyKey, DayShown, PolicyVersion, Revision
from queries.question import Params, Question, Scope, single
from queries.account_view import AccountView


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadcountParams(Params):
    """The company and the levels."""

    company: CompanyKey
    levels: Annotated[tuple[OrgLevel, ...], said("Of these levels alone.")] = ()


@dataclass(frozen=True, slots=True)
class LevelCount:
    """The people of one level."""

    level: Annotated[str, word(OrgLevel, "The level.")]
    people: Annotated[tuple[str, ...], node(NodeKind.PERSON, "Who they are.")]

    @property
    def count(self) -> Annotated[int, said("How many there are.")]:
        """All of them."""
        return len(self.people)


@dataclass(frozen=True, slots=True)
class Headcount:
    """How many people an account has by level."""

    account: Account
    as_of: DayShown
    revision: Revision
    policy_version: PolicyVersion
    is_complete: Annotated[bool, said("Whether every level has somebody.")]
    levels: Annotated[tuple[LevelCount, ...], said("By level.")]


def answer(view: AccountView, params: HeadcountParams) -> Headcount:
    """Levels with nobody are left out."""
    contacts = view.graph.contacts.values()
    levels = [
        LevelCount(level, tuple(one.key for one in contacts if one.level == level))
        for level in params.levels or tuple(OrgLevel)
    ]
    return Headcount(
        account=view.graph.account,
        as_of=view.graph.as_of,
        revision=view.graph.revision,
        policy_version=params.policy_version,
        is_complete=all(one.people for one in levels),
        levels=tuple(one for one in levels if one.people),
    )


HEADCOUNT: Question[HeadcountParams, Headcount, Headcount] = Question(
    name="headcount",
    sentence="How many people of each level has an account?",
    params=HeadcountParams,
    answer=Headcount,
    scope=lambda params: Scope(COMPANIES, params.company),
    part=answer,
    combine=single,
)
'''
BUNDLE = {
    "companies.csv": "key,name,side\nus,Us,SUPPLIER\nacme,Acme,CUSTOMER\n",
    "people.csv": "key,name,company,level\na,Ada,acme,SENIOR\nb,Bo,acme,STAFF\nc,Cy,acme,STAFF\n",
}
ASK = """query { headcount(company: "acme", levels: [STAFF], asOf: "2026-06-30") {
  account { key } complete levels { level count people { name } } } }"""


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the checkout with one more question."""
    copy = tmp_path_factory.mktemp("tree")
    copy_tree(copy)
    (copy / "queries" / "questions" / "headcount.py").write_text(QUESTION, encoding="utf-8")
    catalogue = copy / "queries" / "catalogue.py"
    text = catalogue.read_text(encoding="utf-8")
    assert text.count("    CHANGES,\n") == 1
    text = text.replace("    CHANGES,\n", "    CHANGES,\n    HEADCOUNT,\n")
    imported = "from queries.questions.headcount import HEADCOUNT\n"
    text = text.replace("from queries.", f"{imported}from queries.", 1)
    catalogue.write_text(text, encoding="utf-8")
    bundle = copy / "bundle"
    bundle.mkdir()
    for name, rows in BUNDLE.items():
        (bundle / name).write_text(rows, encoding="utf-8")
    run_command(copy, "import", str(bundle), "--store", f"sqlite:///{copy / 'asked.db'}")
    return copy


def test_a_question_of_one_file_is_in_the_schema_with_all_that_it_declares(tree: Path) -> None:
    text = run_command(tree, "schema")
    assert '"""How many people of each level has an account?"""\n  headcount(' in text
    assert "type LevelCount {" in text
    assert '"""Of these levels alone."""\n    levels: [OrgLevel!] = null' in text
    assert '"""Who they are."""\n  people: [Person!]!' in text


def test_a_question_of_one_file_answers_over_graphql(tree: Path) -> None:
    answer = ask(tree, f"sqlite:///{tree / 'asked.db'}", ASK)
    assert answer == {
        "data": {
            "headcount": {
                "account": {"key": "acme"},
                "complete": True,
                "levels": [{"level": "STAFF", "count": 2, "people": [{"name": "Bo"}, {"name": "Cy"}]}],
            }
        }
    }


def test_a_question_of_one_file_is_asked_in_the_terminal(tree: Path) -> None:
    store = f"sqlite:///{tree / 'asked.db'}"
    typed = ("ask", "headcount", "--company", "Acme", "--levels", "senior", "--store", store)
    answer = json.loads(run_command(tree, *typed, "--json"))
    assert [(one["level"], one["count"]) for one in answer["levels"]] == [("SENIOR", 1)]


def test_a_question_of_one_file_has_a_row_in_the_readme(tree: Path) -> None:
    run_python(tree, "import runpy\nrunpy.run_module('generate', run_name='__main__')")
    readme = (tree / "README.md").read_text(encoding="utf-8")
    assert (
        "| [Headcount](docs/concepts.md#headcount-headcount) | `headcount(company, levels, asOf)` "
        "| How many people of each level has an account? |"
    ) in readme
