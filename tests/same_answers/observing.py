"""What a checkout makes of a world: everything that it answers, prints and exports."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

from httpx import Client
from openpyxl import load_workbook

from tests.same_answers.bundles import without_columns_of
from tests.same_answers.changing import POLICY_CHANGE, Change, handover_of, work_on
from tests.same_answers.checkout import Checkout
from tests.same_answers.comparing import Line
from tests.same_answers.documents import Documents
from tests.same_answers.questions import Question, about_all
from tests.same_answers.worlds import World

_AT_ONCE = 2
"""Requests to one service; the other checkout is asked at the same time."""
_LATER = timedelta(days=40)
_ENGLISH = {"Accept-Language": "en"}

Answers = dict[str, Any]
"""What was asked, as text for people -> what came back."""


class Observer:
    """Asks one checkout about one world, in a folder of its own. `new_columns` are left out of what it exports."""

    def __init__(
        self, tree: Checkout, world: World, folder: Path, documents: Documents, new_columns: Sequence[str]
    ) -> None:
        self._tree = tree
        self._world = world
        self._folder = folder
        self._documents = documents
        self._new_columns = new_columns
        self._at_store = ["--store", f"sqlite:///{folder / 'world.db'}"]
        self._answers: Answers = {}

    def observe(self) -> Answers:
        """Loads the world, asks, changes it, asks again; exports it before and after."""
        self._folder.mkdir()
        given = self._folder / "given.zip"
        given.write_bytes(self._world.bundle)
        self._tree.done(["import", str(given), *self._at_store])
        self._tree.done(["refresh", "--processes", "1", *self._at_store])
        self._export("as loaded")
        if self._world.is_printed:
            self._type()
        with (
            self._tree.running(self._folder, "serve", *self._at_store) as address,
            Client(base_url=address, headers=_ENGLISH, timeout=300) as http,
        ):
            self._ask(http, self._world.questions)
            self._download(http)
            self._change(http, self._world.changes)
            self._ask(http, about_all(), "after changes of records: ")
            self._work(http)
        self._export("after all changes")
        return self._answers

    def _ask(self, http: Client, questions: Iterable[Question], when: str = "") -> None:
        def asked(question: Question) -> tuple[str, Any]:
            document = self._documents.query(question.field, question.variables)
            return f"{when}{question}", _sent(http, document, question.variables)

        with ThreadPoolExecutor(_AT_ONCE) as pool:
            self._answers.update(pool.map(asked, questions))

    def _change(self, http: Client, changes: Iterable[Change]) -> None:
        for number, (name, variables) in enumerate(changes):
            answer = _sent(http, self._documents.mutation(name, variables), variables)
            self._answers[f"{name} {variables} (change {number})"] = answer

    def _work(self, http: Client) -> None:
        """Work on the worst finding, a handover that is carried out, another policy; and what is kept of each."""
        listed = self._answers[str(Question("findings", {}))]
        if edges := listed["data"]["findings"]["edges"]:
            worst = edges[0]["node"]["id"]
            for change in work_on(worst):
                self._change(http, [change])
                self._ask(http, [Question("finding", {"id": worst})], f"after {change[0]}: ")
        for employee in self._world.employees[:1]:
            plan = Question("handoverPlan", {"employee": employee, "lastDay": str(self._world.today + _LATER)})
            self._ask(http, [plan])
            if planned := self._answers[str(plan)].get("data"):
                self._change(http, [handover_of(planned["handoverPlan"])])
            self._ask(http, [Question("handovers", {"employee": employee}), plan], "after a handover: ")
        self._ask(http, about_all(), "after work: ")
        self._change(http, [POLICY_CHANGE])
        self._ask(http, about_all(), "after another policy: ")

    def _download(self, http: Client) -> None:
        for employee in self._world.employees:
            asked = {"lastDay": str(self._world.today + _LATER), "asOf": str(self._world.today)}
            for ending in ("html", "xlsx"):
                place = f"/handover-plan/{quote(employee, safe='')}.{ending}"
                got = http.get(place, params=asked)
                is_workbook = ending == "xlsx" and got.is_success
                read = _cells(got.content) if is_workbook else _lines(got.text)
                self._answers[f"{place} {asked}"] = [got.status_code, read]

    def _type(self) -> None:
        """The first question of each kind as `guanxi ask` prints it, and the review of a departure."""
        first = {question.field: question.command() for question in reversed(self._world.questions)}
        commands = [[*command, *more] for command in first.values() if command for more in ([], ["--csv"])]
        page = self._folder / "review.html"
        last_day = str(self._world.today + _LATER)
        reviews = [
            ["review", employee, "--last-day", last_day, "--as-of", str(self._world.today), "-o", str(page)]
            for employee in self._world.employees[:1]
        ]
        ran = self._tree.typed([[*command, *self._at_store] for command in [*commands, *reviews]])
        for command, (printed, told, code) in zip(commands, ran, strict=False):
            self._answers[f"guanxi {' '.join(command)}"] = [code, told, _lines(printed)]
        if page.exists():
            self._answers[f"guanxi {' '.join(reviews[0][:-1])}"] = _lines(page.read_text("utf-8"))

    def _export(self, when: str) -> None:
        folder = self._folder / when
        self._tree.done(["export", str(folder), *self._at_store])
        for path in sorted(folder.iterdir()):
            text = without_columns_of(path.name, path.read_bytes().decode(), self._new_columns)
            self._answers[f"exported {when}: {path.name}"] = text.splitlines(keepends=True)


def _sent(http: Client, document: str, variables: Any) -> Any:
    return http.post("/graphql", json={"query": document, "variables": variables}).raise_for_status().json()


def _lines(text: str) -> list[Line]:
    return [Line(line) for line in text.splitlines()]


def _cells(workbook: bytes) -> list[Any]:
    """Every cell of every sheet: the file itself has the moment in it."""
    sheets = load_workbook(io.BytesIO(workbook)).worksheets
    return [[sheet.title, [[cell.value for cell in row] for row in sheet.iter_rows()]] for sheet in sheets]
