"""A checkout and its `guanxi`: typed commands, and its service over a store."""

from __future__ import annotations

import json
import os
import re
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

_DRIVER = Path(__file__).with_name("typing_commands.py")
_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")
_SETTINGS = {
    "GUANXI_REFRESH_IN_BACKGROUND": "false",  # when it comes to an account differs from run to run
    "GUANXI_LANGUAGE": "en",
    "GUANXI_LOG_LEVEL": "WARNING",
    "LC_ALL": "C.UTF-8",
}


class Ran(NamedTuple):
    """What a command printed, what it told beside, and its exit code."""

    printed: str
    told: str
    code: int


class Checkout:
    """A folder with the code and its `.venv`."""

    def __init__(self, tree: Path) -> None:
        self._tree = tree.resolve()
        kept = {name: value for name, value in os.environ.items() if not name.upper().startswith("GUANXI_")}
        self._environment = {**kept, **_SETTINGS}

    def schema(self) -> str:
        """Its GraphQL schema."""
        (ran,) = self.typed([["schema"]])
        return ran.printed

    def typed(self, commands: Sequence[Sequence[str]]) -> list[Ran]:
        """Runs the commands of `guanxi` one after the other, in one process."""
        done = subprocess.run(
            [self._tree / ".venv/bin/python", _DRIVER],
            input=json.dumps(commands),
            capture_output=True,
            text=True,
            check=True,
            cwd=self._tree,
            env=self._environment,
        )
        return [Ran(*answer) for answer in json.loads(done.stdout)]

    def demo_bundle(self, folder: Path) -> bytes:
        """The demo world of today, exported."""
        at_store = ["--store", f"sqlite:///{folder / 'demo.db'}"]
        with self.running(folder, "demo", *at_store):
            pass
        bundle = folder / "demo.zip"
        self.done(["export", str(bundle), *at_store])
        return bundle.read_bytes()

    def done(self, command: Sequence[str]) -> None:
        """Runs a command that has to go well."""
        (ran,) = self.typed([command])
        if ran.code:
            raise RuntimeError(f"{self._tree}: guanxi {' '.join(command)}: {ran.printed} {ran.told}")

    @contextmanager
    def running(self, folder: Path, command: str, *arguments: str) -> Iterator[str]:
        """`serve` or `demo` on a free port: its address, until the block ends."""
        log = folder / f"{command}.log"
        with log.open("w") as told:
            process = subprocess.Popen(
                [self._tree / ".venv/bin/guanxi", command, *arguments, "--port", "0"],
                stdout=told,
                stderr=told,
                cwd=self._tree,
                env=self._environment,
            )
        try:
            while (found := _ADDRESS.search(log.read_text("utf-8"))) is None:
                if process.poll() is not None:
                    raise RuntimeError(f"{self._tree}: {log.read_text('utf-8')}")
                time.sleep(0.05)
            yield found.group()
        finally:
            process.terminate()
            process.wait()
