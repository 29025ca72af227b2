"""A server's home folder: its configuration, its data, and the password it was made with."""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from graph.neo4j_server.jars import DEFAULT_VERSION

USER = "neo4j"
PASSWORD_VARIABLE = "GUANXI_NEO4J_PASSWORD"  # noqa: S105 - the name of a variable
DEFAULT_HEAP = "2g"
"""Holds one transaction of 100,000 people and 300,000 edges."""
_HASH_ROUND_COUNT = 1024


@dataclass(frozen=True, slots=True)
class ServerPlan:
    """What to start: everything is in `home`; ports are on the loopback interface."""

    home: Path
    version: str = DEFAULT_VERSION
    bolt_port: int = 7687
    http_port: int = 7474
    heap: str = DEFAULT_HEAP
    """Java's largest heap."""
    start_seconds: float = 120.0
    password: str | None = field(default=None, repr=False)
    """For a new home; without one, GUANXI_NEO4J_PASSWORD, else one is generated and kept in the home."""
    java_options: tuple[str, ...] = ()
    settings: Mapping[str, str] = field(default_factory=dict)
    """Further lines of neo4j.conf."""


def password_file(home: Path) -> Path:
    """Where a generated password is kept, readable by its owner alone."""
    return home / "password"


def prepare_home(plan: ServerPlan) -> None:
    """Makes the folders and neo4j.conf, and gives a new home its password."""
    for name in ("conf", "data/dbms", "logs", "plugins", "import", "run"):
        (plan.home / name).mkdir(parents=True, exist_ok=True)
    bolt, http = f"127.0.0.1:{plan.bolt_port}", f"127.0.0.1:{plan.http_port}"
    lines = {
        "server.default_listen_address": "127.0.0.1",
        "server.bolt.listen_address": bolt,
        "server.bolt.advertised_address": bolt,
        "server.http.listen_address": http,
        "server.http.advertised_address": http,
        "server.https.enabled": "false",
        "server.memory.pagecache.size": "256m",
        "db.tx_log.preallocate": "false",  # else every server takes half a gigabyte of disk
        "dbms.usage_report.enabled": "false",
        **plan.settings,
    }
    conf = plan.home / "conf/neo4j.conf"
    conf.write_text("".join(f"{name}={value}\n" for name, value in lines.items()), encoding="utf-8")
    if not (plan.home / "data/databases/system").exists():
        _write_private(plan.home / "data/dbms/auth.ini", _auth_line(_choose_password(plan)))


def _choose_password(plan: ServerPlan) -> str:
    """The password given, else one generated for this home."""
    if given := plan.password or os.environ.get(PASSWORD_VARIABLE):
        return given
    kept = password_file(plan.home)
    if not kept.exists():
        _write_private(kept, secrets.token_urlsafe(24))
    return kept.read_text(encoding="utf-8")


def _write_private(path: Path, text: str) -> None:
    path.unlink(missing_ok=True)
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)


def _auth_line(password: str) -> str:
    """What `neo4j-admin dbms set-initial-password` writes: the server takes it at its first start."""
    salt = os.urandom(32)
    digest = hashlib.sha256(salt + password.encode()).digest()
    for _ in range(_HASH_ROUND_COUNT - 1):
        digest = hashlib.sha256(digest).digest()
    return f"{USER}:SHA-256,{digest.hex()},{salt.hex()},{_HASH_ROUND_COUNT}:\n"
