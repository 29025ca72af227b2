"""Store URLs as people write them: which file an embedded store is, and what is wrong with one of another form."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import unquote

from graph.errors import QuestionRejected
from graph.home_paths import NoHome, in_home
from graph.messages.told import Told

_NEO4J_SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
STORE_SCHEMES = ("sqlite", "memory", *_NEO4J_SCHEMES)

_WINDOWS_PATH = re.compile(r"[A-Za-z]:[\\/]|.*\\")
_SHELL_VARIABLE = re.compile(r"(^|/)(\$\{?\w+\}?|%(?![0-9A-Fa-f]{2})\w+%)")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def store_scheme(url: str) -> str:
    """`sqlite`, `memory`, or the one of a Neo4j. QuestionRejected says what was probably meant by any other."""
    scheme, colon, rest = url.partition(":")
    if scheme in _NEO4J_SCHEMES:
        if not re.match(r"//[^/?#]", rest):
            raise _rejected(
                url,
                Told(
                    f"expected {scheme}://host, or {scheme}://host:7687",
                    f"应为 {scheme}://host 或 {scheme}://host:7687",
                ),
            )
    elif scheme == "memory":
        if rest not in ("", "//"):
            raise _rejected(url, Told("expected memory: alone; it has no file", "应只写 memory:；它没有文件"))
    elif scheme != "sqlite" or not colon:
        raise _of_another_kind(url, scheme)
    return scheme


def embedded_file(url: str) -> Path | None:
    """The file of an embedded store; None for any other store. QuestionRejected for a URL of another form.

    `~` and `~user` are home folders, and percent-escapes are what they stand for.

    >>> str(embedded_file("sqlite:///var/my%20accounts.db"))
    'var/my accounts.db'
    """
    if store_scheme(url) != "sqlite":
        return None
    rest = url.partition(":")[2]
    if not rest.startswith("///"):
        meant = rest.lstrip("/")
        raise _rejected(
            url,
            Told(
                f"expected three slashes before a path, sqlite:///{meant}, and four before one from the root: "
                f"sqlite:////{meant}",
                f"路径前应有三条斜线：sqlite:///{meant}；从根目录起的路径前应有四条：sqlite:////{meant}",
            )
            if meant
            else Told(
                "expected sqlite:///path/of/the/file, or memory: for none",
                "应为 sqlite:///文件路径；不用文件时为 memory:",
            ),
        )
    written = rest.removeprefix("///")
    if "?" in written:
        raise _rejected(
            url,
            Told(
                "expected no parameters; a question mark in a file's name is written %3F",
                "不应有参数；文件名中的问号写作 %3F",
            ),
        )
    if os.name != "nt" and _WINDOWS_PATH.match(written):
        raise _rejected(
            url,
            Told(
                "expected a path of this machine, with slashes; this is one of Windows",
                "应为本机的路径，用斜线分隔；这是 Windows 的路径",
            ),
        )
    if _SHELL_VARIABLE.search(written):
        raise _rejected(
            url,
            Told(
                "expected a path without variables: only a shell fills them in",
                "路径中不应有变量：只有 shell 才会替换它们",
            ),
        )
    return _path(url, written)


def _path(url: str, written: str) -> Path:
    try:
        text = unquote(written, errors="strict")
    except UnicodeDecodeError:
        raise _rejected(url, Told("expected percent-escapes of UTF-8", "应为 UTF-8 的百分号转义")) from None
    if not text.strip("/") or text.endswith("/"):
        raise _rejected(url, Told("expected a file, this is a folder", "应为文件，此为文件夹"))
    if text == ":memory:":
        raise _rejected(url, Told("expected memory: for a store without a file", "不用文件的存储库应为 memory:"))
    if _CONTROL.search(text):
        raise _rejected(url, Told("expected a path without control characters", "路径中不应有控制字符"))
    if text.startswith("/~"):
        raise _rejected(
            url,
            Told(
                f"expected three slashes before a home folder: sqlite://{text}",
                f"主目录前应有三条斜线：sqlite://{text}",
            ),
        )
    try:
        return in_home(Path(text))
    except NoHome as error:
        raise _rejected(url, error.told) from None


def _rejected(url: str, expected: Told) -> QuestionRejected:
    return QuestionRejected(Told(f"store URL {url!r}: {expected}", f"存储库 URL {url!r}：{expected.chinese}"))


def _of_another_kind(url: str, scheme: str) -> QuestionRejected:
    """Without the URL where it may hold a password."""
    if url == ":memory:":
        return _rejected(url, Told("expected memory:", "应为 memory:"))
    if "://" not in url and "@" not in url and not re.fullmatch(r"\w{2,}:.*", url):
        path = url or "path"
        return _rejected(
            url,
            Told(
                f"expected a URL; for a file sqlite:///{path}, for no file memory:",
                f"应为 URL；文件为 sqlite:///{path}，不用文件为 memory:",
            ),
        )
    advice = Told("", "")
    if scheme in ("http", "https"):
        advice = Told(
            "; a Neo4j is asked at its port for Bolt, neo4j://host:7687",
            "；Neo4j 应以其 Bolt 端口访问：neo4j://host:7687",
        )
    if scheme.startswith("sqlite"):
        advice = Told("; a file is sqlite:///path/of/the/file", "；文件为 sqlite:///文件路径")
    return QuestionRejected(
        Told(
            f"store URL scheme {scheme!r}: expected sqlite, memory, neo4j or bolt{advice}",
            f"存储库 URL 的协议 {scheme!r}：应为 sqlite、memory、neo4j 或 bolt{advice.chinese}",
        )
    )
