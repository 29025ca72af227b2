"""Writes tables as a bundle folder, by `docs/bundle.md` alone: none of the product's own exporter is used."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from graph.store import Table


def write_bundle_folder(tables: Iterable[Table], folder: Path) -> Path:
    """One CSV file per table, in UTF-8 with a header; an empty cell for nothing, lists joined by `;`."""
    folder.mkdir(parents=True, exist_ok=True)
    for table in tables:
        with (folder / f"{table.kind.name}.csv").open("w", encoding="utf-8", newline="") as text:
            writer = csv.writer(text)
            writer.writerow(table.columns)
            writer.writerows([_cell(value) for value in row] for row in table.rows())
    return folder


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return ";".join(value)
    return str(value)
