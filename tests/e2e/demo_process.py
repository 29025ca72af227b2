"""`guanxi demo` as users start it: a process of its own, stopped by a signal."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

FROM_CHECKOUT = (sys.executable, "-m", "api.cli")
_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")


class Demo:
    """The running demo: its address, and afterwards what it printed and returned."""

    def __init__(self, process: subprocess.Popen[str], address: str) -> None:
        self.process = process
        self.address = address
        self.printed = ""
        self.returned: int | None = None


@contextmanager
def running_demo(
    folder: Path, *arguments: str, command: Sequence[str] = FROM_CHECKOUT, **variables: str
) -> Iterator[Demo]:
    """Starts the demo on a free port with its store in the folder, and stops it as a service manager does.

    `command` is another `guanxi` than that of this checkout.
    """
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GUANXI_") and name not in ("PYTHONPATH", "VIRTUAL_ENV")
    }
    if command is FROM_CHECKOUT:
        environment["PYTHONPATH"] = str(Path(__file__).parents[2])
    process = subprocess.Popen(
        [*command, "demo", "--port", "0", *arguments],
        cwd=folder,
        env={**environment, **variables},
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
    )
    printed: list[str] = []
    reader = Thread(target=_read, args=(process, printed))  # an unread pipe fills, and then the demo stands still
    reader.start()
    try:
        demo = Demo(process, _address(process, printed))
        yield demo
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=60)
        reader.join()
        demo.printed, demo.returned = "".join(printed), process.returncode
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
        reader.join()


def _read(process: subprocess.Popen[str], printed: list[str]) -> None:
    assert process.stderr is not None
    with process.stderr:
        for line in process.stderr:
            printed.append(line)


def _address(process: subprocess.Popen[str], printed: list[str]) -> str:
    """Where the demo is, as soon as it has said so; AssertionError when it ends without."""
    while process.poll() is None:
        found = _ADDRESS.search("".join(printed))
        if found:
            return found.group()
        time.sleep(0.05)
    raise AssertionError("the demo did not start: " + "".join(printed))
