"""The server's jars: fetched once per version by Maven into the user's cache."""

from __future__ import annotations

import importlib.resources
import os
import re
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

from graph.errors import StoreUnavailable
from graph.messages.told import Told
from graph.neo4j_server.java import Java

DEFAULT_VERSION = "5.26.29"
"""The long-term support release that every change is tested against."""

_COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies"
_TERMINAL_COLOR = re.compile(r"\x1b\[[0-9;]*m")
_ENTRY_POINTS = ("org.neo4j.server.CommunityEntryPoint", "org.neo4j.server.Neo4jCommunity")
_SERVICE = "META-INF/services/org.neo4j.server.startup.EntryPoint"


def cache_folder(version: str) -> Path:
    """Where the jars of a version are kept: `$XDG_CACHE_HOME/guanxi/neo4j/<version>`."""
    if not re.fullmatch(r"\d+\.\d+\.\d+", version):
        raise StoreUnavailable(
            Told(
                f"{version!r} is not a Neo4j version; expected one like {DEFAULT_VERSION}",
                f"{version!r} 不是 Neo4j 版本；应如 {DEFAULT_VERSION}",
            )
        )
    root = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(root).expanduser() / "guanxi" / "neo4j" / version


def fetch_jars(version: str, java: Java, tell: Callable[[Told], None]) -> Path:
    """The folder with the jars of that version, fetched when it is not in the cache yet.

    A fetch that breaks off leaves nothing behind: the folder gets its name when it is complete.
    """
    folder = cache_folder(version)
    if folder.is_dir():
        return folder
    maven = shutil.which("mvn")
    if maven is None:
        raise StoreUnavailable(
            Told(
                f"Maven (mvn) is needed once to fetch Neo4j {version}, and is not on PATH. Install it "
                "(Debian, Ubuntu: apt install maven; macOS: brew install maven), or run Neo4j another way "
                "(docker compose).",
                f"首次获取 Neo4j {version} 需要 Maven（mvn），但 PATH 中没有。请安装（Debian、Ubuntu：apt install "
                "maven；macOS：brew install maven），或以其他方式运行 Neo4j（docker compose）。",
            )
        )
    tell(
        Told(
            f"Fetching Neo4j {version} with Maven (about 120 MB, once) ...",
            f"正在通过 Maven 获取 Neo4j {version}（约 120 MB，仅此一次）……",
        )
    )
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f"{version}-", dir=folder.parent) as work:
        pom = Path(work) / "pom.xml"
        pom.write_bytes(importlib.resources.files("graph.neo4j_server").joinpath("pom.xml").read_bytes())
        fetched = Path(work) / "jars"
        options = [f"-Dneo4j.version={version}", "-DincludeScope=runtime", f"-DoutputDirectory={fetched}"]
        done = subprocess.run(
            [maven, "-B", "-q", "-f", pom, _COPY, *options],
            capture_output=True,
            text=True,
            check=False,
            env={"JAVA_HOME": str(java.path.resolve().parent.parent), **os.environ},
        )
        if done.returncode != 0:
            said = _TERMINAL_COLOR.sub("", done.stdout + done.stderr).strip() or "it said nothing"
            raise StoreUnavailable(
                Told(
                    f"Maven could not fetch Neo4j {version}: {said.splitlines()[0]}",
                    f"Maven 未能获取 Neo4j {version}：{said.splitlines()[0]}",
                )
            )
        if not folder.is_dir():  # another process may have been faster
            fetched.replace(folder)
    return folder


def entry_point(jars: Path) -> str:
    """The class that starts the Community server; each line of releases has its own."""
    for jar in sorted(jars.glob("neo4j-[0-9]*.jar")):
        with zipfile.ZipFile(jar) as archive:
            names = set(archive.namelist())
            listed = archive.read(_SERVICE).decode().split() if _SERVICE in names else []
            for name in (*listed, *_ENTRY_POINTS):
                if name.replace(".", "/") + ".class" in names:
                    return name
    raise StoreUnavailable(
        Told(
            f"no Neo4j server in {jars}; remove the folder to have it fetched again",
            f"{jars} 中没有 Neo4j 服务器；删除该文件夹即可重新获取",
        )
    )
