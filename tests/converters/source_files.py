"""The public data sets beside the checkout, read row by row."""

from __future__ import annotations

import csv
import json
import os
from pathlib import Path
from typing import Any

import pytest

DATA = Path(os.environ.get("GUANXI_TEST_DATA", Path(__file__).parents[3] / "shared" / "data"))


def data_folder(name: str) -> Path:
    """The folder of that data set; the test that needs it is skipped where it is absent."""
    folder = DATA / name
    if not folder.is_dir():
        pytest.skip(f"the reference data is absent: no folder {name} (GUANXI_TEST_DATA may name where it is)")
    return folder


def read_rows(file: Path) -> list[dict[str, str]]:
    """The rows of a CSV file by column name."""
    with file.open(encoding="utf-8-sig", newline="") as text:
        return list(csv.DictReader(text))


def read_reference(folder: Path) -> dict[str, Any]:
    """The published and independently computed figures of the data set."""
    figures: dict[str, Any] = json.loads((folder / "reference.json").read_text(encoding="utf-8"))
    return figures
