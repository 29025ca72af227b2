"""The names of files and sheets: which kind of record one holds, and what stands beside the data by itself."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import PurePath
from typing import Any

from graph.messages.told import Told
from graph.model.kind import Kind
from graph.model.record_kinds import RECORD_KINDS
from graph.rules.blanks import without_unseen

_ADDED = frozenset(
    {
        "__macosx",
        "thumbs.db",
        "ehthumbs.db",
        "desktop.ini",
        "icon\r",
        "@eadir",
        "#recycle",
        "$recycle.bin",
        "system volume information",
    }
)
_LEFT_ALONE = frozenset({".ds_store", "thumbs.db", "ehthumbs.db", "desktop.ini"})
_ADDED_BEGINNINGS = (".", "~$")
"""Hidden files, what a Mac keeps beside each file (`._people.csv`), and the lock of an open workbook."""
_ADDED_ENDING = ":zone.identifier"
_WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
_ARCHIVES = (".zip", ".7z", ".rar", ".gz", ".tar", ".tgz")


def is_added(name: str) -> bool:
    """Whether a system or program puts a file or folder of that name beside the data: passed over."""
    lower = name.lower()
    return lower in _ADDED or lower.startswith(_ADDED_BEGINNINGS) or lower.endswith(_ADDED_ENDING)


def is_looks_of_folder(name: str) -> bool:
    """Whether a file of that name holds nothing but how a system shows the folder, and is lost without harm."""
    return name.lower() in _LEFT_ALONE


def kind_of_file(name: str) -> Kind[Any] | None:
    """The kind that a CSV file holds, by its name; capitals do not count."""
    stem, dot, ending = name.lower().rpartition(".")
    return RECORD_KINDS.get(stem.strip()) if dot and ending == "csv" else None


def kind_of_sheet(name: str) -> Kind[Any] | None:
    """The kind that a sheet holds, by its name; capitals and blanks around it do not count."""
    return RECORD_KINDS.get(without_unseen(name).lower())


def unknown_file(name: str) -> Told:
    """What to say of a file of another name."""
    ending = PurePath(name.lower()).suffix
    if ending in _WORKBOOKS:
        return Told(
            "unknown file, expected CSV files beside each other; a workbook is imported by itself",
            "未知文件，应为并列的 CSV 文件；工作簿请单独导入",
        )
    if ending in _ARCHIVES:
        return Told(
            "unknown file, expected CSV files beside each other; an archive is to be unpacked first",
            "未知文件，应为并列的 CSV 文件；压缩包请先解压",
        )
    near = suggestion(name.partition(".")[0], RECORD_KINDS, ending=".csv")
    known = ", ".join(f"{kind}.csv" for kind in RECORD_KINDS)
    return Told(f"unknown file, {near}expected {known}", f"未知文件，{near.chinese}应为 {known}")


def unknown_sheet(name: str) -> Told:
    """What to say of a sheet of another name."""
    near, known = suggestion(name, RECORD_KINDS), ", ".join(RECORD_KINDS)
    return Told(f"unknown sheet, {near}expected {known}", f"未知工作表，{near.chinese}应为 {known}")


def suggestion(name: str, known: Iterable[str], *, ending: str = "") -> Told:
    """`did you mean people.csv? ` with the known name that is nearest; nothing when none is near."""
    wanted = without_unseen(name).lower().replace(" ", "_").replace("-", "_")
    near = get_close_matches(wanted, list(known), n=1, cutoff=0.75)
    if not near:
        return Told("", "")
    return Told(f"did you mean {near[0]}{ending}? ", f"是否指 {near[0]}{ending}？")
