"""`guanxi demo` as users start it: a process of its own, stopped by a signal."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")


class Demo:
    """The running demo: its address, and afterwards what it printed and returned."""

    def __init__(self, process: subprocess.Popen[str], address: str) -> None:
        self.process = process
        self.address = address
        self.printed = ""
        self.returned: int | None = None


@contextmanager
def running_demo(folder: Path, *arguments: str, **variables: str) -> Iterator[Demo]:
    """Starts the demo on a free port with its store in the folder, and stops it as a service manager does."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GUANXI_")}
    process = subprocess.Popen(
        [sys.executable, "-m", "api.cli", "demo", "--port", "0", *arguments],
        cwd=folder,
        env={**environment, **variables, "PYTHONPATH": str(Path(__file__).parents[2])},
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
    )
    assert process.stderr is not None
    try:
        started = []
        for line in process.stderr:
            started.append(line)
            found = _ADDRESS.search(line)
            if found:
                break
        else:
            raise AssertionError("the demo did not start: " + "".join(started))
        demo = Demo(process, found.group())
        yield demo
        process.send_signal(signal.SIGTERM)
        _, rest = process.communicate(timeout=60)
        demo.printed, demo.returned = "".join(started) + rest, process.returncode
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()
