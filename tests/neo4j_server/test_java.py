"""Which Java is taken for which server, and what is said when there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import StoreUnavailable
from graph.neo4j_server import fetch_jars, find_java, java
from graph.neo4j_server.java import Java


def java_of(folder: Path, version: str) -> Path:
    """A program that says that it is that version of Java."""
    program = folder / "bin" / "java"
    program.parent.mkdir(parents=True)
    program.write_text(f"#!/bin/sh\necho 'openjdk version \"{version}\" 2025-01-01' >&2\n")
    program.chmod(0o755)
    return program


@pytest.fixture(autouse=True)
def no_java(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine on which no Java is installed."""
    for name in ("NEO4J_TEST_JAVA", "JAVA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    monkeypatch.setattr(java, "_INSTALL_FOLDERS", (str(tmp_path / "jvm"),))
    monkeypatch.setattr(java.importlib.util, "find_spec", lambda _: None)


@pytest.mark.parametrize(
    ("version", "java_version", "is_taken"),
    [
        ("5.26.29", "17.0.15", True),
        ("5.26.29", "21.0.2", True),
        ("5.26.29", "25", False),
        ("5.26.29", "11.0.1", False),
        ("5.26.29", "1.8.0_392", False),
        ("2026.09.0", "17.0.15", False),
        ("2026.09.0", "21.0.2", True),
        ("2026.09.0", "25.0.1", True),
    ],
)
def test_a_server_runs_on_the_java_that_it_supports_only(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, version: str, java_version: str, is_taken: bool
) -> None:
    program = java_of(tmp_path / "home", java_version)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "home"))
    if is_taken:
        assert find_java(version).path == program
    else:
        with pytest.raises(StoreUnavailable, match=r"Neo4j .* needs Java"):
            find_java(version)


def test_a_named_java_comes_before_the_installed_ones(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    installed = java_of(tmp_path / "jvm" / "jdk-21", "21.0.1")
    assert find_java("5.26.29") == Java(installed, 21)
    at_home = java_of(tmp_path / "home", "17.0.9")
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "home"))
    assert find_java("5.26.29") == Java(at_home, 17)
    named = java_of(tmp_path / "named", "21.0.9")
    monkeypatch.setenv("NEO4J_TEST_JAVA", str(named))
    assert find_java("5.26.29") == Java(named, 21)


def test_an_installed_java_is_taken_when_the_named_one_is_too_old(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    java_of(tmp_path / "home", "17.0.9")
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "home"))
    installed = java_of(tmp_path / "jvm" / "jdk-25", "25.0.1")
    assert find_java("2026.09.0") == Java(installed, 25)


def test_without_a_fitting_java_the_message_says_what_is_needed_and_what_was_found(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with pytest.raises(StoreUnavailable, match=r"needs Java 17 or 21: no Java was found.*JAVA_HOME"):
        find_java("5.26.29")
    program = java_of(tmp_path / "home", "11.0.4")
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "home"))
    with pytest.raises(StoreUnavailable, match=f"needs Java 21 or newer: {program} is Java 11"):
        find_java("2026.09.0")


def test_without_maven_the_message_says_what_it_is_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    with pytest.raises(StoreUnavailable, match=r"Maven \(mvn\) is needed once to fetch Neo4j 5\.26\.29"):
        fetch_jars("5.26.29", Java(tmp_path / "java", 17), lambda _: None)


def test_a_fetch_that_fails_leaves_nothing_in_the_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    maven = tmp_path / "bin" / "mvn"
    maven.parent.mkdir()
    maven.write_text("#!/bin/sh\necho '[ERROR] no such artifact'\nexit 1\n")
    maven.chmod(0o755)
    monkeypatch.setenv("PATH", f"{maven.parent}:/bin:/usr/bin")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    with pytest.raises(StoreUnavailable, match=r"could not fetch Neo4j 5\.26\.29: \[ERROR\] no such artifact"):
        fetch_jars("5.26.29", Java(tmp_path / "java", 17), lambda _: None)
    assert list((tmp_path / "cache" / "guanxi" / "neo4j").iterdir()) == []


def test_something_that_is_no_version_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="is not a Neo4j version"):
        fetch_jars("../../etc", Java(tmp_path / "java", 17), lambda _: None)
