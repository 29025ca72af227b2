"""The names in a zip archive, as the systems that made it meant them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from zipfile import ZipInfo

_UTF8_FLAG = 0x800
_ENCODINGS = ("utf-8", "gb2312", "big5", "cp932", "gb18030")
"""What names without a mark are written in, the pickiest first; zipfile takes them for code page 437."""
_DRIVE = re.compile(r"[A-Za-z]:")


def names_of(members: Sequence[ZipInfo]) -> list[str]:
    """The names with slashes, one for each member.

    Names that are not marked as UTF-8 are in the code page of the computer that packed them, which the archive
    does not tell. Decoding comes before the slashes: the second byte of a Chinese or Japanese character may be
    that of a backslash.
    """
    unmarked = [member.filename.encode("cp437") for member in members if _is_unmarked(member)]
    encoding = _encoding_of(unmarked)
    return [
        (member.filename.encode("cp437").decode(encoding) if _is_unmarked(member) else member.filename).replace(
            "\\", "/"
        )
        for member in members
    ]


def leads_out(name: str) -> bool:
    """Whether a name with slashes is absolute, of another drive, or goes up."""
    return name.startswith("/") or ".." in name.split("/") or _DRIVE.match(name) is not None


def _is_unmarked(member: ZipInfo) -> bool:
    return not member.flag_bits & _UTF8_FLAG and not member.filename.isascii()


def _encoding_of(names: list[bytes]) -> str:
    for encoding in _ENCODINGS:
        try:
            for name in names:
                name.decode(encoding)
        except UnicodeDecodeError:
            continue
        return encoding
    return "cp437"
