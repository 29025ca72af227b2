"""The installed `guanxi`, as a process of its own: what a user types, and the bytes that come out."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

GUANXI = Path(sys.executable).with_name("guanxi")


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    out: bytes
    err: str

    @property
    def told(self) -> str:
        """Everything that was printed, as words."""
        return " ".join(f"{self.out.decode(errors='replace')} {self.err}".split())


def environment(**variables: str) -> dict[str, str]:
    """An environment without settings but those given."""
    kept = {name: value for name, value in os.environ.items() if not name.upper().startswith("GUANXI_")}
    return {**kept, "COLUMNS": "200", **variables}


def guanxi(folder: Path, *typed: str, **variables: str) -> Ran:
    """Runs the command in the folder; a traceback is never right."""
    done = subprocess.run(
        [GUANXI, *typed], cwd=folder, env=environment(**variables), capture_output=True, check=False
    )
    ran = Ran(done.returncode, done.stdout, done.stderr.decode("utf-8", "replace"))
    assert "Traceback" not in ran.told, ran.told
    return ran
