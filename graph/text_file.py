"""Text files as editors and shells save them: in UTF-8 or UTF-16, with a byte order mark or without."""

from __future__ import annotations

import codecs
from pathlib import Path

from graph.errors import QuestionRejected
from graph.messages.told import Told

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins as that of UTF-16 does
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_EXPECTED = Told(
    "expected text in UTF-8, or in UTF-16 with a byte order mark", "应为 UTF-8 文本，或带字节顺序标记的 UTF-16"
)


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
        raise _rejected(path, before) from None
    if "\0" in text:  # UTF-16 without its mark
        raise _rejected(path, text[: text.index("\0")])
    return text


def _rejected(path: Path, before: str) -> QuestionRejected:
    line = before.count("\n") + 1
    return QuestionRejected(
        Told(f"{path}, line {line}: {_EXPECTED}", f"{path}，第 {line} 行：{_EXPECTED.chinese}")
    )
