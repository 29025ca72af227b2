"""The CSV files of a bundle, in a folder or in an archive alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO
from zipfile import ZipFile

from graph.exchange.bundle.archives import Member, require_readable
from graph.exchange.bundle.contents import BundleContents
from graph.exchange.bundle.csv_reading import read_csv
from graph.exchange.bundle.file_names import is_added, kind_of_file, unknown_file
from graph.messages.told import Told

_LINK_OUT = Told(
    "expected a file of the folder, this is a link to a place outside of it",
    "应为该文件夹中的文件，此为指向文件夹之外的链接",
)
_FOLDER_WITHIN = Told(
    "unknown file, expected CSV files beside each other, this is a folder",
    "未知文件，应为并列的 CSV 文件，此为文件夹",
)
_DENIED = Told("expected a file that you may read, the system denies it", "应为您有权读取的文件，系统拒绝读取")


@dataclass(frozen=True, slots=True)
class _File:
    """A file by its name, and how to open it."""

    name: str
    open: Callable[[], IO[bytes]]


def read_folder(folder: Path, contents: BundleContents) -> None:
    """Reads every CSV file into the contents; the files may stand in the only folder inside the folder."""
    base = folder.resolve()
    paths = _listed(folder)
    while len(paths) == 1 and paths[0].is_dir() and not paths[0].is_symlink():
        paths = _listed(paths[0])
    files: list[_File] = []
    for path in paths:
        if not path.resolve().is_relative_to(base):
            contents.reject(path.name, _LINK_OUT)
        elif path.is_file():
            files.append(_File(path.name, partial(_opened, path)))
        elif path.is_symlink():
            contents.reject(
                path.name, Told("expected a file, this is a link to nothing", "应为文件，此为失效链接")
            )
        else:
            contents.reject(path.name, _FOLDER_WITHIN)
    _read_files(files, contents)


def read_archive(archive: ZipFile, members: Sequence[Member], name: str, contents: BundleContents) -> None:
    """Reads every CSV file into the contents; the files may stand in one folder inside. Raises ArchiveRefused."""
    wanted = [member for member in members if not any(map(is_added, member.parts))]
    require_readable(wanted)
    folders = {"/".join(member.parts[:-1]) or "." for member in wanted}
    if len(folders) > 1:
        listed = ", ".join(sorted(folders))
        contents.reject(
            name,
            Told(f"expected all files in one folder, found {listed}", f"所有文件应在同一文件夹中，现有：{listed}"),
        )
        return
    _read_files([_File(member.parts[-1], partial(archive.open, member.info)) for member in wanted], contents)


def _opened(path: Path) -> IO[bytes]:
    return path.open("rb")


def _listed(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if not is_added(path.name))


def _read_files(files: Sequence[_File], contents: BundleContents) -> None:
    read: dict[str, str] = {}
    for file in files:
        kind = kind_of_file(file.name)
        if kind is None:
            contents.reject(file.name, unknown_file(file.name))
        elif kind.name in read:
            contents.reject(kind.name, _expected_once(read[kind.name], file.name))
        else:
            read[kind.name] = file.name
            try:
                with file.open() as stream:
                    read_csv(kind, stream, contents)
            except PermissionError:
                contents.reject(file.name, _DENIED)


def _expected_once(earlier: str, name: str) -> Told:
    if earlier == name:
        return Told(f"expected {name} once in the archive", f"压缩包中只应有一个 {name}")
    return Told(
        f"expected one file of that name, found {earlier} and {name}",
        f"只应有一个此名称的文件，现有 {earlier} 和 {name}",
    )
