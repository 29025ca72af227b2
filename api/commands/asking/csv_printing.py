"""One table of an answer as CSV on standard output, and on standard error what is not in it."""

from __future__ import annotations

from typing import Any

import typer

from api.commands.asking.csv_tables import csv_tables, main_table
from api.commands.asking.tables import more_of
from api.commands.output import print_exactly
from api.commands.speaking import spoken
from graph.errors import QuestionRejected
from graph.messages.told import Told


def print_table(question: str, answer: Any, wanted: str | None) -> None:
    """Prints the table; QuestionRejected names all of them when there is none of that name."""
    tables = csv_tables(question, answer)
    name = wanted or main_table(question)
    if name not in tables:
        known = ", ".join(tables)
        raise QuestionRejected(Told(f"--table {name}: expected {known}", f"--table {name}：应为 {known}"))
    print_exactly(tables[name].text())
    others = [other for other in tables if other != name]
    if wanted is None and others:
        listed = ", ".join(others)
        told = Told(f"This is the table {name}; --table gives {listed}", f"此为表 {name}；--table 可给出 {listed}")
        typer.echo(spoken(told), err=True)
    for more in more_of(answer):
        typer.echo(spoken(more), err=True)
