"""Text files as editors and shells save them: in UTF-8 or UTF-16, with a byte order mark or without."""

from __future__ import annotations

import codecs
from pathlib import Path

from graph.errors import QuestionRejected

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins as that of UTF-16 does
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_EXPECTED = "expected text in UTF-8, or in UTF-16 with a byte order mark"


def read_text_file(path: Path) -> str:
    """The text without its byte order mark. QuestionRejected names the file and the line of bytes that are none.

    OSError when it cannot be read.
    """
    written = path.read_bytes()
    mark, encoding = next(((mark, name) for mark, name in _MARKS if written.startswith(mark)), (b"", "utf-8"))
    try:
        text = written[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        before = written[len(mark) : len(mark) + error.start].decode(encoding)
        raise QuestionRejected(f"{path}, line {before.count(chr(10)) + 1}: {_EXPECTED}") from None
    if "\0" in text:  # UTF-16 without its mark
        raise QuestionRejected(f"{path}, line {text[: text.index(chr(0))].count(chr(10)) + 1}: {_EXPECTED}")
    return text
