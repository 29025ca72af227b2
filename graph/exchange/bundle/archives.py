"""Zip archives, also those inside .xlsx: opened with the care that a file from elsewhere needs.

Nothing is unpacked to disk. Sizes are those that the archive's directory declares: reading stops there, so a
file made to unpack into more than it says ends in an error and not in memory.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import IO
from zipfile import BadZipFile, ZipFile, ZipInfo

from graph.exchange.bundle.contents import BundleContents
from graph.exchange.bundle.limits import MEMBER_LIMIT, UNPACKED_LIMIT_BYTES

BROKEN_ARCHIVE = (BadZipFile, zlib.error, EOFError, NotImplementedError, struct.error, OSError)
"""What reading a damaged archive, or one packed in an unknown way, raises."""
_ENCRYPTED_FLAG = 0x1
_OLE_MARK = b"\xd0\xcf\x11\xe0"


@contextmanager
def open_archive(name: str, stream: IO[bytes], contents: BundleContents) -> Iterator[ZipFile | None]:
    """The archive; None when it is not to be read, which is noted."""
    start = stream.read(4)
    stream.seek(0)
    if start == _OLE_MARK:
        contents.reject(name, "expected an .xlsx without a password; an old .xls is to be saved as .xlsx")
        yield None
        return
    try:
        archive = ZipFile(stream)
    except BROKEN_ARCHIVE as error:
        contents.reject(name, f"expected a zip archive: {error}")
        yield None
        return
    with archive:
        refusal = _refusal(archive.infolist())
        if refusal is not None:
            contents.reject(name, refusal)
        yield archive if refusal is None else None


def _refusal(members: list[ZipInfo]) -> str | None:
    if len(members) > MEMBER_LIMIT:
        return f"expected at most {MEMBER_LIMIT:,} files in the archive, found {len(members):,}"
    size = sum(member.file_size for member in members)
    if size > UNPACKED_LIMIT_BYTES:
        limit = UNPACKED_LIMIT_BYTES // 2**20
        return f"expected at most {limit} MiB unpacked, found {size // 2**20} MiB"
    for member in members:
        if member.flag_bits & _ENCRYPTED_FLAG:
            return f"expected an archive without a password, {member.filename!r} is encrypted"
        if _leads_out(member.filename):
            return f"expected names inside the archive's own folder, found {member.filename!r}"
    return None


def _leads_out(filename: str) -> bool:
    path = PurePosixPath(filename)
    return path.is_absolute() or ".." in path.parts or "\\" in filename or ":" in filename
