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
            contents.reject(path.name, "expected a file of the folder, this is a link to a place outside of it")
        elif path.is_file():
            files.append(_File(path.name, partial(_opened, path)))
        elif path.is_symlink():
            contents.reject(path.name, "expected a file, this is a link to nothing")
        else:
            contents.reject(path.name, "unknown file, expected CSV files beside each other, this is a folder")
    _read_files(files, contents)


def read_archive(archive: ZipFile, members: Sequence[Member], name: str, contents: BundleContents) -> None:
    """Reads every CSV file into the contents; the files may stand in one folder inside. Raises ArchiveRefused."""
    wanted = [member for member in members if not any(map(is_added, member.parts))]
    require_readable(wanted)
    folders = {"/".join(member.parts[:-1]) or "." for member in wanted}
    if len(folders) > 1:
        contents.reject(name, f"expected all files in one folder, found {', '.join(sorted(folders))}")
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
                contents.reject(file.name, "expected a file that you may read, the system denies it")


def _expected_once(earlier: str, name: str) -> str:
    if earlier == name:
        return f"expected {name} once in the archive"
    return f"expected one file of that name, found {earlier} and {name}"
