"""Which file a store URL means, and what is told of one that means none."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import QuestionRejected
from graph.settings import Settings
from graph.store_url import embedded_file

PASSWORD = "secret"


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("sqlite:///var/guanxi.db", "var/guanxi.db"),
        ("sqlite:////srv/guanxi.db", "/srv/guanxi.db"),
        ("sqlite:///~/x.db", "/at/home/x.db"),
        ("sqlite:///~", "/at/home"),
        ("sqlite:///a~b/~x.db", "a~b/~x.db"),
        ("sqlite:///my accounts 关系.db", "my accounts 关系.db"),
        ("sqlite:///my%20accounts%20%E5%85%B3.db", "my accounts 关.db"),
        ("sqlite:///100%25%3F.db", "100%?.db"),
        ("sqlite:///50%.db", "50%.db"),
    ],
)
def test_a_url_means_a_file(monkeypatch: pytest.MonkeyPatch, url: str, file: str) -> None:
    monkeypatch.setenv("HOME", "/at/home")
    assert embedded_file(url) == Path(file)


@pytest.mark.parametrize(
    "url", ["memory:", "memory://", "bolt://host", "neo4j+s://host:7687", f"neo4j://user:{PASSWORD}@host"]
)
def test_other_stores_have_no_file(url: str) -> None:
    assert embedded_file(url) is None


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("sqlite://x.db", "three slashes before a path, sqlite:///x.db"),
        ("sqlite:x.db", "three slashes before a path, sqlite:///x.db"),
        ("sqlite:/x.db", "sqlite:////x.db"),
        ("sqlite://", "sqlite:///path/of/the/file, or memory:"),
        ("sqlite:///", "a file, this is a folder"),
        ("sqlite:////", "a file, this is a folder"),
        ("sqlite:///var/", "a file, this is a folder"),
        ("sqlite:///:memory:", "expected memory:"),
        (":memory:", "expected memory:"),
        ("memory:x", "expected memory: alone"),
        ("sqlite:///C:/data/x.db", "one of Windows"),
        ("sqlite:///C:\\data\\x.db", "one of Windows"),
        ("sqlite:///data\\x.db", "one of Windows"),
        ("sqlite:///x.db?mode=ro", "no parameters"),
        ("sqlite:///$HOME/x.db", "without variables"),
        ("sqlite:///${HOME}/x.db", "without variables"),
        ("sqlite:///%APPDATA%/x.db", "without variables"),
        ("sqlite:///%FF.db", "percent-escapes of UTF-8"),
        ("sqlite:///a%00b.db", "without control characters"),
        ("sqlite:////~/x.db", "sqlite:///~/x.db"),
        ("sqlite:///~no-such-user/x.db", "no home folder of ~no-such-user"),
        ("x.db", "for a file sqlite:///x.db"),
        ("/srv/x.db", "for a file sqlite:////srv/x.db"),
        ("", "expected a URL"),
        ("sqlite3:///x.db", "a file is sqlite:///path"),
        ("http://localhost:7474", "neo4j://host:7687"),
        ("neo4j:host", "expected neo4j://host"),
        ("bolt://", "expected bolt://host"),
    ],
)
def test_a_url_that_means_none_is_told_what_was_meant(url: str, told: str) -> None:
    with pytest.raises(QuestionRejected) as refusal:
        embedded_file(url)
    assert told in str(refusal.value)


def test_a_password_in_a_url_is_not_told() -> None:
    with pytest.raises(QuestionRejected) as refusal:
        embedded_file(f"postgres://user:{PASSWORD}@host/db")
    assert PASSWORD not in str(refusal.value)
    assert "'postgres': expected sqlite, memory, neo4j or bolt" in str(refusal.value)


@pytest.mark.parametrize("url", ["SQLITE:///x.db", " Sqlite:///x.db "])
def test_a_scheme_may_be_in_capitals(url: str) -> None:
    assert embedded_file(Settings(store_url=url).store_url) == Path("x.db")
