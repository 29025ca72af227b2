"""Store URLs as people write them: which file an embedded store is, and what is wrong with one of another form."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import unquote

from graph.errors import QuestionRejected
from graph.home_paths import in_home

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
            raise _rejected(url, f"expected {scheme}://host, or {scheme}://host:7687")
    elif scheme == "memory":
        if rest not in ("", "//"):
            raise _rejected(url, "expected memory: alone; it has no file")
    elif scheme != "sqlite" or not colon:
        raise QuestionRejected(_of_another_kind(url, scheme))
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
            f"expected three slashes before a path, sqlite:///{meant}, and four before one from the root: "
            f"sqlite:////{meant}"
            if meant
            else "expected sqlite:///path/of/the/file, or memory: for none",
        )
    written = rest.removeprefix("///")
    if "?" in written:
        raise _rejected(url, "expected no parameters; a question mark in a file's name is written %3F")
    if os.name != "nt" and _WINDOWS_PATH.match(written):
        raise _rejected(url, "expected a path of this machine, with slashes; this is one of Windows")
    if _SHELL_VARIABLE.search(written):
        raise _rejected(url, "expected a path without variables: only a shell fills them in")
    return _path(url, written)


def _path(url: str, written: str) -> Path:
    try:
        text = unquote(written, errors="strict")
    except UnicodeDecodeError:
        raise _rejected(url, "expected percent-escapes of UTF-8") from None
    if not text.strip("/") or text.endswith("/"):
        raise _rejected(url, "expected a file, this is a folder")
    if text == ":memory:":
        raise _rejected(url, "expected memory: for a store without a file")
    if _CONTROL.search(text):
        raise _rejected(url, "expected a path without control characters")
    if text.startswith("/~"):
        raise _rejected(url, f"expected three slashes before a home folder: sqlite://{text}")
    try:
        return in_home(Path(text))
    except ValueError as error:
        raise _rejected(url, str(error)) from None


def _rejected(url: str, expected: str) -> QuestionRejected:
    return QuestionRejected(f"store URL {url!r}: {expected}")


def _of_another_kind(url: str, scheme: str) -> str:
    """Without the URL where it may hold a password."""
    if url == ":memory:":
        return f"store URL {url!r}: expected memory:"
    if "://" not in url and "@" not in url and not re.fullmatch(r"\w{2,}:.*", url):
        return f"store URL {url!r}: expected a URL; for a file sqlite:///{url or 'path'}, for no file memory:"
    known = "expected sqlite, memory, neo4j or bolt"
    if scheme in ("http", "https"):
        return f"store URL scheme {scheme!r}: {known}; a Neo4j is asked at its port for Bolt, neo4j://host:7687"
    if scheme.startswith("sqlite"):
        return f"store URL scheme {scheme!r}: {known}; a file is sqlite:///path/of/the/file"
    return f"store URL scheme {scheme!r}: {known}"
