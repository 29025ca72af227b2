"""guanxi ask, as typed: every question as tables and as JSON, and what is wrong with how it was asked."""

from __future__ import annotations

import asyncio
import csv
import json
from io import StringIO
from typing import Any

import pytest
from graphql import get_named_type
from rich.console import Console
from typer.testing import CliRunner, Result

from api.cli import app
from api.commands.asking.csv_tables import CsvTable, csv_tables, main_table
from api.commands.asking.questions import camel, questions, selected_fields
from api.commands.asking.tables import print_answer
from graph.editing import apply_changes
from graph.model.words import Severity
from graph.open_store import open_store
from graph.settings import Settings
from graph.viewer import LOCAL
from queries.findings.catalogue import SinglePointKind
from tests.api.world import DAY, world

# question -> what is typed, some of what is printed
ASKED: dict[str, tuple[list[str], list[str]]] = {
    "search": (["lei LI"], ["Person", "李雷 Li Lei", "Account manager", "(us)"]),
    "policy": (["--grade", "S"], ["reach_floor", "Breadbox counts more than 30 of 100"]),
    "policy-versions": ([], ["Nothing."]),
    "power-map": (["--company", "acme", "--as-of", DAY], ["Acme 集团 (acme)", "Chief", "nodes", "TIE"]),
    "decision-chain": (
        ["--opportunity", "deal", "--as-of", DAY],
        ["Core (deal)", "Boss (boss)", "VETO", "movers"],
    ),
    "access-paths": (["--to", "boss", "--from", "han", "--as-of", DAY], ["Han Meimei (han)", "within reach"]),
    "single-points-of-failure": (
        ["--company", "acme", "--kind", "SINGLE_HELD", "--as-of", DAY],
        ["Han Meimei (han)", "Chief (cto)", "SINGLE_HELD"],
    ),
    "departure-impact": (
        ["--people", "li", "--people", "han", "--on", DAY],
        ["Acme 集团 (acme)", "3 → 0", "Chief (cto)", "ORPHANED", "totals value at risk"],
    ),
    "handover-plan": (
        ["--employee", "li", "--last-day", "2026-07-31", "--as-of", DAY],
        ["Chief (cto)", "Han Meimei (han)", "LINEAR_SUM_ASSIGNMENT", "load 0.95×0.1"],
    ),
    "succession": (["--person", "cto", "--as-of", DAY], ["ACTING_MANAGER", "Boss (boss)", "exposed"]),
    "coverage-gaps": (["--company", "acme", "--as-of", DAY], ["MISSING_STAGE", "TECHNICAL"]),
    "repair-plan": (["--company", "acme", "--as-of", DAY], ["lower bound", "Han Meimei (han)", "Chief (cto)"]),
    "organization-matching": (["--company", "acme", "--as-of", DAY], ["UNDER_LEVEL", "Frame (frame)"]),
    "concentration": (
        ["--company", "acme", "--as-of", DAY],
        ["bus factor", "effective holders", "Han Meimei (han)"],
    ),
    "relationship-index": (["--company", "acme", "--as-of", DAY], ["organizational value", "key trend on"]),
    "grading": (["--company", "acme", "--as-of", DAY], ["PRESENT_POTENTIAL", "present_value 5×0.25"]),
    "changes": (
        ["--company", "acme", "--from", "2024-12-31", "--to", DAY],
        ["TIE_OPENED", "Chief (cto)", "MENTOR"],
    ),
    "portfolio": (["--grade", "S"], ["Beta", "account count", "by grade"]),
    "exposure-by-employee": ([], ["total count", "stale account count"]),
    "findings": (["--kind", "MISSING_STAGE", "--state", "OPEN", "--first", "1"], ["MISSING_STAGE", "Core (deal)"]),
    "finding": ([], []),  # its id comes from the list
    "posture": (["--company", "acme"], ["Nothing."]),
    "handovers": (["--employee", "li"], ["Nothing."]),
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A file with the drawn world."""
    url = f"sqlite:///{tmp_path_factory.mktemp('asked') / 'world.db'}"

    async def fill() -> None:
        opened = await open_store(Settings(_env_file=None, store_url=url))
        await apply_changes(opened, LOCAL, world())
        await opened.close()

    asyncio.run(fill())
    return url


def ask(store: str, *typed: str) -> Result:
    return CliRunner().invoke(app, ["ask", *typed, "--store", store])


def as_json(store: str, *typed: str) -> Any:
    asked = ask(store, *typed, "--json")
    assert asked.exit_code == 0, asked.stderr
    return json.loads(asked.stdout)


def test_there_is_a_case_for_every_question() -> None:
    assert list(ASKED) == list(questions())


@pytest.mark.parametrize("question", [name for name in ASKED if name not in ("finding", "posture")])
def test_a_question_is_printed_as_tables(store: str, question: str) -> None:
    typed, printed = ASKED[question]
    asked = ask(store, question, *typed)
    assert asked.exit_code == 0, asked.stderr
    for words in (question.replace("-", " "), *printed):
        assert words in asked.stdout


@pytest.mark.parametrize("question", [name for name in ASKED if name != "finding"])
def test_a_question_is_printed_as_json(store: str, question: str) -> None:
    answer = as_json(store, question, *ASKED[question][0])
    assert isinstance(answer, dict | list)


def test_a_finding_is_shown_by_its_id(store: str) -> None:
    (edge,) = as_json(store, "findings", *ASKED["findings"][0])["edges"]
    asked = ask(store, "finding", "--id", edge["node"]["id"])
    assert asked.exit_code == 0
    assert edge["node"]["summary"] in asked.stdout


def test_the_posture_of_today_is_there_once_it_is_computed(store: str) -> None:
    ask(store, "portfolio")
    (day,) = as_json(store, "posture", "--company", "acme")
    asked = ask(store, "posture", "--company", "acme")
    assert day["on"] in asked.stdout
    assert "effective holders" in asked.stdout


def test_json_has_the_shape_and_the_unrounded_numbers_of_graphql(store: str) -> None:
    answer = as_json(store, "concentration", "--company", "acme", "--as-of", DAY)
    assert answer["company"] == {"key": "acme", "name": "Acme 集团"}
    assert sum(holder["part"] for holder in answer["holders"]) == pytest.approx(1)
    assert answer["policyVersion"] == 0


def as_csv(store: str, *typed: str) -> list[list[str]]:
    """The rows, with the header."""
    asked = ask(store, *typed)
    assert asked.exit_code == 0, asked.stderr
    return list(csv.reader(StringIO(asked.stdout_bytes.decode(), newline="")))


def rows_at(answer: Any, name: str) -> list[Any] | None:
    """The list that is the table of that name; None of one that stands within another, or an object."""
    if name == "answer":
        return answer if isinstance(answer, list) else [answer]
    if isinstance(answer, list):
        return None
    return answer["edges"] if name == "page" else answer.get(camel(name))


@pytest.mark.parametrize("question", [name for name in ASKED if name != "finding"])
def test_a_question_is_given_as_csv_with_as_many_cells_in_every_row(store: str, question: str) -> None:
    typed = ASKED[question][0]
    tables = csv_tables(question, as_json(store, question, *typed))
    for name, table in tables.items():
        assert len(set(table.columns)) == len(table.columns) > 0, name
        assert {len(row) for row in table.rows} <= {len(table.columns)}, name
        expected = rows_at(as_json(store, question, *typed), name) if len(tables) < 4 else None
        assert expected is None or len(table.rows) == len(expected), name
    assert as_csv(store, question, *typed, "--csv")[0] == tables[main_table(question)].columns


def test_csv_holds_the_values_of_json(store: str) -> None:
    typed = ("concentration", "--company", "acme", "--as-of", DAY)
    answer = as_json(store, *typed)
    header, *rows = as_csv(store, *typed, "--csv")
    assert header == ["employee_key", "employee_name", "strength", "part"]
    assert [[row[0], row[1], float(row[2]), float(row[3])] for row in rows] == [
        [holder["employee"]["key"], holder["employee"]["name"], holder["strength"], holder["part"]]
        for holder in answer["holders"]
    ]
    header, own = as_csv(store, *typed, "--table", "answer")
    assert dict(zip(header, own, strict=True))["company_name"] == "Acme 集团"


def test_rows_of_a_list_within_a_list_begin_with_whose_they_are(store: str) -> None:
    typed = ("departure-impact", "--people", "li", "--people", "han", "--on", DAY)
    header, *rows = as_csv(store, *typed, "--table", "accounts.key-people")
    assert header[:2] == ["company_key", "company_name"]
    assert {row[0] for row in rows} == {"acme"}


def test_a_table_without_rows_is_its_header(store: str) -> None:
    (header,) = as_csv(store, "handovers", "--employee", "li", "--csv")
    assert "contact_key" in header


def test_what_is_not_in_the_csv_is_told_beside_it(store: str) -> None:
    asked = ask(store, "portfolio", "--first", "1", "--order-by", "NAME", "--csv")
    assert "This is the table page; --table gives answer, totals-by-severity" in asked.stderr
    assert "There is more: --after " in asked.stderr
    wrong = ask(store, "portfolio", "--table", "pages")
    assert (wrong.exit_code, wrong.stdout) == (1, "")
    assert "--table pages: expected answer, page, totals-by-severity" in wrong.stderr
    assert ask(store, "portfolio", "--json", "--csv").exit_code == 2


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "＝1"])
def test_a_spreadsheet_takes_no_text_of_the_csv_for_a_formula(text: str) -> None:
    fields = selected_fields(get_named_type(questions()["concentration"].type))
    answer = dict.fromkeys(name for name, _ in fields) | {"company": {"key": "acme", "name": text}}
    own = csv_tables("concentration", answer)["answer"]
    assert dict(zip(own.columns, own.rows[0], strict=True))["company_name"] == f"'{text}"


def test_a_cell_with_quotes_commas_and_lines_is_quoted_by_rfc_4180() -> None:
    assert CsvTable(["a", "b"], [['1,"2"', "3\n4"]]).text() == 'a,b\r\n"1,""2""","3\n4"\r\n'


def test_a_name_with_brackets_is_printed_as_it_is() -> None:
    screen = Console(highlight=False, width=100, record=True, file=StringIO())
    print_answer(screen, "people", [{"person": {"key": "p", "name": "[/red] [bold]Ann"}}])
    print_answer(screen, "person", {"person": {"key": "p", "name": "[/red] [bold]Ann"}})
    assert screen.export_text().count("[/red] [bold]Ann (p)") == 2


def printed(title: str, answer: Any) -> list[list[str]]:
    """The lines of an answer, as words."""
    screen = Console(highlight=False, width=200, record=True, file=StringIO())
    print_answer(screen, title, answer)
    return [line.split() for line in screen.export_text().splitlines()]


def test_a_moment_is_shown_to_the_second_and_a_day_as_it_is() -> None:
    lines = printed("work", [{"at": "2026-06-30T08:15:30.250000+00:00", "on": "2026-06-30", "note": "at 8T9"}])
    assert lines == [["work"], ["at", "on", "note"], ["2026-06-30", "08:15:30", "UTC", "2026-06-30", "at", "8T9"]]


def test_a_column_of_its_own_is_not_repeated_in_a_node() -> None:
    beta = {"key": "beta", "name": "Beta Group"}
    assert printed("x", [{"company": beta, "name": "Beta Group"}])[-1] == ["beta", "Beta", "Group"]
    assert printed("x", [{"company": beta, "key": "beta"}])[-1] == ["Beta", "Group", "beta"]
    assert printed("x", {"company": beta, "name": "Beta Group"})[1:] == [
        ["company", "beta"],
        ["name", "Beta", "Group"],
    ]
    assert printed("x", [{"company": beta, "name": "Other"}])[-1] == ["Beta", "Group", "(beta)", "Other"]


def test_a_score_is_told_with_all_of_its_terms_and_longer_lists_with_the_first_members() -> None:
    terms = [{"name": f"term{number}", "value": None, "weight": 0.1} for number in range(9)]
    people = [{"key": f"p{number}", "name": None} for number in range(9)]
    assert printed("x", [{"terms": terms}])[-1][-2:] == ["term8", "–×0.1"]
    assert printed("x", [{"people": people}])[-1][-4:] == ["p4", "and", "4", "more"]


def test_no_empty_line_follows_a_title() -> None:
    assert printed("days", [{"on": "2026-06-30"}]) == [["days"], ["on"], ["2026-06-30"]]
    one = {"edges": [{"node": {"kind": "TIE"}}]}
    assert printed("ties", one) == [["ties"], [], ["page"], ["kind"], ["TIE"]]
    assert printed("ties", {"edges": []}) == [["ties"]]


def test_pages_go_on_behind_the_cursor_that_is_printed(store: str) -> None:
    first = ask(store, "portfolio", "--first", "1", "--order-by", "NAME")
    assert "Acme 集团" in first.stdout
    cursor = first.stdout.rpartition("--after ")[2].strip()
    second = ask(store, "portfolio", "--first", "1", "--order-by", "NAME", "--after", cursor)
    assert "Beta" in second.stdout
    assert "--after" not in second.stdout


def test_other_numbers_are_given_by_name_and_member(store: str) -> None:
    plain = as_json(store, "repair-plan", "--company", "acme", "--as-of", DAY)
    other = as_json(
        store, "repair-plan", "--company", "acme", "--as-of", DAY, "--policy", "redundancy_wanted=1",
        "--policy", "coverage_targets.A=0.5", "--policy", "base_currency=EUR",
    )  # fmt: skip
    assert (plain["redundancy"], other["redundancy"]) == (2, 1)


@pytest.mark.parametrize(
    ("typed", "told", "exit_code"),
    [
        (["succession", "--person", "no"], "guanxi: no Person has the key 'no'", 1),
        (["repair-plan"], "expected a company or an opportunity", 1),
        (["finding", "--id", "no"], "There is no such thing.", 1),
        (["concentration", "--company", "acme", "--policy", "reach_floor"], "expected NAME=VALUE", 1),
        (
            ["concentration", "--company", "acme", "--policy", "nothing=1"],
            "policy: nothing: expected the name of a number",
            1,
        ),
        (["portfolio", "--first", "1000"], "first: 1000 is out of range", 1),
        (["succession"], "Missing option '--person'", 2),
        (["succession", "--person", "cto", "--as-of", "tomorrow"], "--as-of", 2),
        (["portfolio", "--grade", "Z"], "--grade", 2),
        (["portfolio", "--min-severity", "hihg"], "CRITICAL. Did you mean HIGH?", 2),
        (["portfolio", "--grde", "S"], "--grade", 2),
        (["tea"], "No such command 'tea'", 2),
        (["sucession"], "No such command 'sucession'. Did you mean 'succession'?", 2),
        (["succession", "--person", "ct"], "no Person has the key 'ct': did you mean cto (Chief)?", 1),
    ],
)
def test_what_cannot_be_asked_is_told_plainly(store: str, typed: list[str], told: str, exit_code: int) -> None:
    asked = ask(store, *typed) if exit_code == 1 else CliRunner().invoke(app, ["ask", *typed])
    assert asked.exit_code == exit_code
    assert told in " ".join(asked.stderr.replace("│", " ").split())
    assert "Traceback" not in asked.output


def test_the_help_lists_every_question_and_its_options() -> None:
    shown = CliRunner().invoke(app, ["ask", "--help"]).stdout
    assert all(question in shown for question in ASKED)
    shown = CliRunner().invoke(app, ["ask", "handover-plan", "--help"]).stdout
    assert all(option in shown for option in ("--employee", "--last-day", "--capacity", "--json", "--store"))


def test_the_help_says_what_each_member_of_an_option_means() -> None:
    typed = ["ask", "single-points-of-failure", "--help"]
    shown = CliRunner().invoke(app, typed, env={"LC_ALL": "C", "COLUMNS": "200"}).stdout
    said = " ".join(shown.replace("│", " ").split())
    for words in (Severity, SinglePointKind):
        assert " ".join(f"{word}: {word.meaning}" for word in words) in said


@pytest.mark.parametrize("question", ASKED)
def test_every_question_explains_itself(question: str) -> None:
    assert CliRunner().invoke(app, ["ask", question, "--help"]).exit_code == 0
