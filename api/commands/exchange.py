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

from api.commands.command_line import add_command
from api.commands.given_paths import PATH
from api.commands.plain_errors import clear_errors
from api.commands.problem_printing import GROUPED_FROM, problem_lines, write_problems
from api.commands.settings_reading import Store, read_settings, read_settings_of_a_store
from api.commands.speaking import spoken
from graph.errors import BadInput, Problem
from graph.exchange.exporting import export_bundle
from graph.exchange.importing import ImportReport, import_bundle
from graph.messages.told import Told
from graph.open_store import open_store
from graph.settings import Settings
from graph.store import Progress as ProgressCall
from graph.store import Tally
from graph.viewer import LOCAL

_KIND = Told("kind", "类别")
_IMPORT = (
    "导入数据包：先检查全部内容，再全部写入，否则一概不写。\n\n"
    "有误时退出码为 1；使用 --skip-bad-rows 时，仅在什么都无法写入时为 1。"
)
_screen = Console(highlight=False)
_notes = Console(stderr=True, highlight=False)


def import_(
    path: Annotated[
        Path,
        typer.Argument(
            **PATH,
            help=spoken(
                Told(
                    "A folder of CSV files, a .zip of them, or an .xlsx.",
                    "CSV 文件的文件夹、其 .zip 压缩包，或 .xlsx。",
                )
            ),
        ),
    ],
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", help=spoken(Told("Check and report, write nothing.", "只检查并报告，不写入。"))),
    ] = False,
    skip_bad_rows: Annotated[
        bool,
        typer.Option(
            "--skip-bad-rows",
            help=spoken(Told("Write the rows that are right, list the others.", "写入正确的行，列出其余的行。")),
        ),
    ] = False,
    problems_to: Annotated[
        Path | None,
        typer.Option(**PATH, help=spoken(Told("CSV file for all problems.", "列出全部问题的 CSV 文件。"))),
    ] = None,
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
            count = len(refusal.problems)
            problems = Told("1 problem" if count == 1 else f"{count:,} problems", f"{count:,} 个问题")
            told = Told(f"{problems}; nothing was written.", f"共 {problems.chinese}；未写入任何内容。")
            _notes.print(spoken(told), style="red")
            raise typer.Exit(1) from None
        _tell_problems(report.problems, problems_to)
    _screen.print(_tally_table(report.tallies))
    done = Told(f"Written in {report.seconds:.1f} s.", f"已写入，用时 {report.seconds:.1f} 秒。")
    if report.is_dry_run:
        done = Told("Nothing was written (dry run).", "未写入任何内容（试运行）。")
    if skip_bad_rows:
        count = report.skipped_count
        done = Told(f"{done} {count:,} rows were skipped.", f"{done.chinese}跳过了 {count:,} 行。")
    _screen.print(spoken(done))


async def _import(settings: Settings, path: Path, *, is_dry_run: bool, skip_bad_rows: bool) -> ImportReport:
    opened = await open_store(settings, for_reading=is_dry_run)
    try:
        with _progress() as progress:
            return await import_bundle(
                opened, LOCAL, path, is_dry_run=is_dry_run, skip_bad_rows=skip_bad_rows, progress=progress
            )
    finally:
        await opened.close()


def export(
    path: Annotated[
        Path,
        typer.Argument(
            **PATH,
            help=spoken(
                Told("A folder, or a file that ends in .zip or .xlsx.", "文件夹，或以 .zip 或 .xlsx 结尾的文件。")
            ),
        ),
    ],
    force: Annotated[
        bool, typer.Option("--force", help=spoken(Told("Replace a bundle that is there.", "替换已有的数据包。")))
    ] = False,
    store: Store = None,
) -> None:
    """Save everything as a bundle, which loads back to the same graph."""
    with clear_errors():
        counts = asyncio.run(_export(read_settings_of_a_store(store), path, may_replace=force))
    table = Table(spoken(_KIND), box=None)
    table.add_column(spoken(Told("records", "记录数")), justify="right")
    for name, count in counts.items():
        table.add_row(name, f"{count:,}")
    _screen.print(table)
    _screen.print(spoken(Told(f"Saved to {path}", f"已保存到 {path}")), soft_wrap=True, markup=False)


async def _export(settings: Settings, path: Path, *, may_replace: bool) -> dict[str, int]:
    opened = await open_store(settings, for_reading=True)
    try:
        with _progress() as progress:
            return await export_bundle(opened, LOCAL, path, may_replace=may_replace, progress=progress)
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
        told = Told(f"All problems are in {problems_to}", f"全部问题见 {problems_to}")
        _notes.print(spoken(told), soft_wrap=True, markup=False)
    elif len(problems) >= GROUPED_FROM:
        told = Told("--problems-to FILE.csv lists every one.", "--problems-to FILE.csv 会列出全部问题。")
        _notes.print(spoken(told), markup=False)


def _tally_table(tallies: Mapping[str, Tally]) -> Table:
    table = Table(spoken(_KIND), box=None)
    for name in (Told("created", "新建"), Told("changed", "更改"), Told("unchanged", "不变")):
        table.add_column(spoken(name), justify="right")
    for kind, tally in tallies.items():
        table.add_row(kind, f"{tally.created:,}", f"{tally.changed:,}", f"{tally.unchanged:,}")
    return table


def register(app: typer.Typer) -> None:
    """Adds the subcommands to the `guanxi` command."""
    add_command(app, "import", chinese=_IMPORT)(import_)
    add_command(app, chinese="将全部内容保存为数据包，重新导入可得到相同的图。")(export)
