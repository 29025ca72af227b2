"""A bundle into a store: checked as a whole, written as a whole."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from graph.editing import Input, apply_input
from graph.errors import BadInput, Problem
from graph.exchange.bundle.contents import BundleContents
from graph.exchange.bundle.csv_reading import read_csv
from graph.exchange.bundle.reading import read_bundle
from graph.model.kind import Kind
from graph.rules.problems import in_order
from graph.store import GraphStore, Progress, Tally
from graph.viewer import Viewer


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or, of a dry run, would do.

    `problems` are those of the rows left out, when bad rows are skipped; there are none otherwise.
    """

    tallies: Mapping[str, Tally]
    revisions: Mapping[str, int]
    problems: Sequence[Problem]
    seconds: float
    is_dry_run: bool

    @property
    def skipped_count(self) -> int:
        """The rows left out."""
        return len({(problem.file, problem.row) for problem in self.problems})


async def import_bundle(
    store: GraphStore,
    viewer: Viewer,
    source: Path | IO[bytes],
    *,
    name: str | None = None,
    is_dry_run: bool = False,
    skip_bad_rows: bool = False,
    progress: Progress | None = None,
) -> ImportReport:
    """Loads a folder, .zip or .xlsx; `name` tells the format of a file that is stored under another name.

    Records are found again by their identity: loading the same bundle twice changes nothing the second time.
    All problems are reported, not the first. A file that cannot be read to its end (a wrong header, a damaged
    archive) is never skipped.

    Raises BadInput with every problem; then nothing was written.
    """
    began = time.monotonic()
    contents = await asyncio.to_thread(read_bundle, source, name)
    return await _import(
        store, viewer, contents, began, is_dry_run=is_dry_run, skip_bad_rows=skip_bad_rows, progress=progress
    )


async def import_table(store: GraphStore, viewer: Viewer, kind: Kind[Any], path: Path) -> ImportReport:
    """Loads one CSV file with the columns of the kind, whatever its name; raises what `import_bundle` does."""
    began, contents = time.monotonic(), BundleContents()
    with path.open("rb") as stream:
        await asyncio.to_thread(read_csv, kind, stream, contents)
    return await _import(store, viewer, contents, began)


async def _import(
    store: GraphStore,
    viewer: Viewer,
    contents: BundleContents,
    began: float,
    *,
    is_dry_run: bool = False,
    skip_bad_rows: bool = False,
    progress: Progress | None = None,
) -> ImportReport:
    if contents.file_problems and skip_bad_rows:
        raise BadInput(in_order(contents.file_problems + contents.row_problems))
    problems = contents.file_problems + contents.row_problems
    given = Input(contents.rows, problems, unread={problem.file for problem in contents.file_problems})
    report, skipped = await apply_input(
        store, viewer, given, is_dry_run=is_dry_run, skip_bad_rows=skip_bad_rows, progress=progress
    )
    seconds = time.monotonic() - began
    return ImportReport(report.tallies, report.revisions, skipped, seconds, is_dry_run)
