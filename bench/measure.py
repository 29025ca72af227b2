"""How the benchmarks measure: interleaved rounds, medians, and a child process for memory."""

from __future__ import annotations

import gc
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from tempfile import TemporaryFile
from typing import Any

AsyncWay = Callable[[], Awaitable[Any]]
Way = Callable[[], Any]


def median_seconds(ways: Mapping[str, Way], rounds: int) -> dict[str, float]:
    """The median time of each way; in every round each runs once, so that a busy machine is busy for all."""
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            gc.collect()
            started = time.perf_counter()
            way()
            taken[name].append(time.perf_counter() - started)
    return {name: statistics.median(times) for name, times in taken.items()}


async def median_seconds_of(
    ways: Mapping[str, AsyncWay], rounds: int, before_each: AsyncWay | None = None
) -> dict[str, float]:
    """As `median_seconds`, for ways that are awaited; `before_each` is awaited first and not measured."""
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            if before_each is not None:
                await before_each()
            gc.collect()
            started = time.perf_counter()
            await way()
            taken[name].append(time.perf_counter() - started)
    return {name: statistics.median(times) for name, times in taken.items()}


def peak_megabytes(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """The largest resident memory of the command's process, in MB; RuntimeError when it fails."""
    with TemporaryFile() as said:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT, env=environment
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            said.seek(0)
            raise RuntimeError(f"{command} ended with {process.returncode}: {said.read().decode()[-2000:]}")
    unit = 2**20 if sys.platform == "darwin" else 2**10  # macOS counts bytes, Linux kilobytes
    return usage.ru_maxrss / unit
