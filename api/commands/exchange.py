"""Subcommands that bring data in and out: import, export."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn
from rich.table import Table

from api.commands.given_paths import PATH
from api.commands.plain_errors import clear_errors
from api.commands.problem_printing import GROUPED_FROM, problem_lines, write_problems
from api.commands.settings_reading import Store, read_settings, read_settings_of_a_store
from graph.errors import BadInput, Problem
from graph.exchange.exporting import export_bundle
from graph.exchange.importing import ImportReport, import_bundle
from graph.open_store import open_store
from graph.settings import Settings
from graph.store import Progress as ProgressCall
from graph.store import Tally

_screen = Console(highlight=False)
_notes = Console(stderr=True, highlight=False)


def import_(
    path: Annotated[Path, typer.Argument(**PATH, help="A folder of CSV files, a .zip of them, or an .xlsx.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Check and report, write nothing.")] = False,
    skip_bad_rows: Annotated[
        bool, typer.Option("--skip-bad-rows", help="Write the rows that are right, list the others.")
    ] = False,
    problems_to: Annotated[Path | None, typer.Option(**PATH, help="CSV file for all problems.")] = None,
    store: Store = None,
) -> None:
    """Load a bundle: everything is checked first, and all of it is written or none.

    Exit code 1 when something is wrong; with --skip-bad-rows only when nothing could be written.
    """
    with clear_errors():
        settings = read_settings(store_url=store)
        try:
            report = asyncio.run(_import(settings, path, is_dry_run=dry_run, skip_bad_rows=skip_bad_rows))
        except BadInput as refusal:
            _tell_problems(refusal.problems, problems_to)
            problems = "1 problem" if len(refusal.problems) == 1 else f"{len(refusal.problems):,} problems"
            _notes.print(f"{problems}; nothing was written.", style="red")
            raise typer.Exit(1) from None
        _tell_problems(report.problems, problems_to)
    _screen.print(_tally_table(report.tallies))
    done = "Nothing was written (dry run)." if report.is_dry_run else f"Written in {report.seconds:.1f} s."
    skipped = f" {report.skipped_count:,} rows were skipped." if skip_bad_rows else ""
    _screen.print(done + skipped)


async def _import(settings: Settings, path: Path, *, is_dry_run: bool, skip_bad_rows: bool) -> ImportReport:
    opened = await open_store(settings, for_reading=is_dry_run)
    try:
        with _progress() as progress:
            return await import_bundle(
                opened, path, is_dry_run=is_dry_run, skip_bad_rows=skip_bad_rows, progress=progress
            )
    finally:
        await opened.close()


def export(
    path: Annotated[Path, typer.Argument(**PATH, help="A folder, or a file that ends in .zip or .xlsx.")],
    force: Annotated[bool, typer.Option("--force", help="Replace a bundle that is there.")] = False,
    store: Store = None,
) -> None:
    """Save everything as a bundle, which loads back to the same graph."""
    with clear_errors():
        counts = asyncio.run(_export(read_settings_of_a_store(store), path, may_replace=force))
    table = Table("kind", box=None)
    table.add_column("records", justify="right")
    for name, count in counts.items():
        table.add_row(name, f"{count:,}")
    _screen.print(table)
    _screen.print(f"Saved to {path}", soft_wrap=True, markup=False)


async def _export(settings: Settings, path: Path, *, may_replace: bool) -> dict[str, int]:
    opened = await open_store(settings, for_reading=True)
    try:
        with _progress() as progress:
            return await export_bundle(opened, path, may_replace=may_replace, progress=progress)
    finally:
        await opened.close()


@contextmanager
def _progress() -> Iterator[ProgressCall]:
    """Bars by kind on a terminal, nothing elsewhere."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    tasks: dict[str, TaskID] = {}
    with Progress(*columns, console=_notes, transient=True, disable=not _notes.is_terminal) as bars:

        def show(kind: str, done: int, total: int) -> None:
            if kind not in tasks:
                tasks[kind] = bars.add_task(kind, total=total)
            bars.update(tasks[kind], completed=done, total=total)

        yield show


def _tell_problems(problems: Sequence[Problem], problems_to: Path | None) -> None:
    for line in problem_lines(problems):
        typer.echo(line, err=True)
    if problems_to is not None:
        write_problems(problems, problems_to)
        _notes.print(f"All problems are in {problems_to}", soft_wrap=True, markup=False)
    elif len(problems) >= GROUPED_FROM:
        _notes.print("--problems-to FILE.csv lists every one.", markup=False)


def _tally_table(tallies: Mapping[str, Tally]) -> Table:
    table = Table("kind", box=None)
    for name in ("created", "changed", "unchanged"):
        table.add_column(name, justify="right")
    for kind, tally in tallies.items():
        table.add_row(kind, f"{tally.created:,}", f"{tally.changed:,}", f"{tally.unchanged:,}")
    return table


def register(app: typer.Typer) -> None:
    """Adds the subcommands to the `guanxi` command."""
    app.command("import")(import_)
    app.command()(export)
