"""How the benchmarks measure: interleaved rounds, medians, and a child process for memory."""

from __future__ import annotations

import gc
import multiprocessing
import resource
import statistics
import time
from collections.abc import Awaitable, Callable, Mapping
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


async def median_seconds_of(ways: Mapping[str, AsyncWay], rounds: int) -> dict[str, float]:
    """As `median_seconds`, for ways that are awaited."""
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            gc.collect()
            started = time.perf_counter()
            await way()
            taken[name].append(time.perf_counter() - started)
    return {name: statistics.median(times) for name, times in taken.items()}


def peak_megabytes(function: Callable[..., None], *arguments: Any) -> float:
    """The largest resident memory of a fresh process that runs the function, in MB; RuntimeError when it fails."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_report_peak, args=(sender, function, arguments))
    child.start()
    child.join()
    if child.exitcode != 0:
        raise RuntimeError(f"the measured process ended with {child.exitcode}")
    return float(receiver.recv())


def _report_peak(sender: Any, function: Callable[..., None], arguments: tuple[Any, ...]) -> None:
    function(*arguments)
    sender.send(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
