"""Zip archives, also those inside .xlsx: opened with the care that a file from elsewhere needs.

Nothing is unpacked to disk. Sizes are those that the archive's directory declares: reading stops there, so a
file made to unpack into more than it says ends in an error and not in memory. Only what is going to be read
counts: the pictures of a workbook may take what they like.
"""

from __future__ import annotations

import stat
import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import IO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from graph.exchange.bundle.limits import (
    MEMBER_LIMIT,
    PACKED_RATIO_LIMIT,
    RATIO_FREE_BYTES,
    UNPACKED_LIMIT_BYTES,
)
from graph.exchange.bundle.member_names import leads_out, names_of
from graph.messages.told import Told, ToldError

BROKEN_ARCHIVE = (BadZipFile, zlib.error, EOFError, NotImplementedError, struct.error, OSError)
"""What reading a damaged archive, or one packed in an unknown way, raises."""
_ENCRYPTED_FLAG = 0x1
_READABLE = (ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA)
_METHODS = {9: "Deflate64", 93: "Zstandard", 95: "XZ", 98: "PPMd"}


class ArchiveRefused(ToldError, ValueError):
    """The archive is not to be read; it says what was expected."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive; `parts` are the folders of its name, and the name itself."""

    parts: tuple[str, ...]
    info: ZipInfo

    @property
    def path(self) -> str:
        """The whole name, with slashes."""
        return "/".join(self.parts)


def members_of(archive: ZipFile) -> list[Member]:
    """The files in the archive, under their names as people see them. Raises ArchiveRefused."""
    infos = archive.infolist()
    if len(infos) > MEMBER_LIMIT:
        raise ArchiveRefused(
            Told(
                f"expected at most {MEMBER_LIMIT:,} files in the archive, found {len(infos):,}",
                f"压缩包中最多 {MEMBER_LIMIT:,} 个文件，实为 {len(infos):,} 个",
            )
        )
    members: list[Member] = []
    for name, info in zip(names_of(infos), infos, strict=True):
        if leads_out(name):
            raise ArchiveRefused(
                Told(
                    f"expected names inside the archive's own folder, found {name!r}",
                    f"文件名不应指向压缩包之外，现有 {name!r}",
                )
            )
        parts = tuple(part for part in name.split("/") if part not in ("", "."))
        if parts and not name.endswith("/"):
            members.append(Member(parts, info))
    return members


def require_readable(members: Iterable[Member]) -> None:
    """Raises ArchiveRefused for what cannot be read, or would take too much, of the members to be read."""
    unpacked = packed = 0
    for member in members:
        info = member.info
        if info.flag_bits & _ENCRYPTED_FLAG:
            raise ArchiveRefused(
                Told(
                    f"expected an archive without a password, {member.path!r} is encrypted",
                    f"压缩包不应有密码，{member.path!r} 已加密",
                )
            )
        if info.compress_type not in _READABLE:
            method = _METHODS.get(info.compress_type, f"method {info.compress_type}")
            raise ArchiveRefused(
                Told(
                    f"expected a sound archive: {member.path!r} is packed by {method};"
                    " pack it by the usual Deflate",
                    f"应为完好的压缩包：{member.path!r} 以 {method} 方式压缩，请改用常见的 Deflate",
                )
            )
        if stat.S_ISLNK(info.external_attr >> 16):
            raise ArchiveRefused(
                Told(
                    f"expected files, {member.path!r} is a link to another place",
                    f"应为文件，{member.path!r} 是指向别处的链接",
                )
            )
        unpacked += info.file_size
        packed += info.compress_size
    mebibytes = unpacked // 2**20
    if unpacked > UNPACKED_LIMIT_BYTES:
        limit = UNPACKED_LIMIT_BYTES // 2**20
        raise ArchiveRefused(
            Told(
                f"expected at most {limit} MiB unpacked, found {mebibytes} MiB",
                f"解压后最多 {limit} MiB，实为 {mebibytes} MiB",
            )
        )
    if unpacked > RATIO_FREE_BYTES and unpacked > PACKED_RATIO_LIMIT * packed:
        raise ArchiveRefused(
            Told(
                f"expected at most {PACKED_RATIO_LIMIT} times the packed size, {packed:,} bytes unpack to"
                f" {mebibytes} MiB (far more than tables do; in a workbook, unused cell formats or empty cells:"
                " copy the tables into a new one)",
                f"解压后的大小最多为压缩大小的 {PACKED_RATIO_LIMIT} 倍，{packed:,} 字节解压为 {mebibytes} MiB"
                "（远超普通表格；若是工作簿，多为未用到的单元格格式或空单元格：请将表格复制到新的工作簿）",
            )
        )


def open_zip(stream: IO[bytes]) -> ZipFile:
    """The archive in the stream. Raises ArchiveRefused when it is none, or a damaged one."""
    try:
        return ZipFile(stream)
    except BROKEN_ARCHIVE as error:
        raise ArchiveRefused(Told(f"expected a zip archive: {error}", f"应为 zip 压缩包：{error}")) from error
