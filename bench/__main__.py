"""`make bench`: every benchmark in one run, printed; `--write` also puts it into docs/benchmarks.md."""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from bench import (
    account_read,
    bulk_load,
    departure,
    kept_pages,
    kept_size,
    portfolio,
    successor_lists,
    warm_power_map,
    whole_account,
)
from bench.neo4j_for_bench import neo4j_settings
from bench.report import Finding, as_markdown, machine, with_sections
from graph.settings import Settings

_DOCUMENT = Path(__file__).resolve().parents[1] / "docs" / "benchmarks.md"
_INTRODUCTION = """\
# Benchmarks

What `make bench BENCH=--write` measured; `BENCH="--write departure"` measures a section again and leaves others.
Ratios matter more than times: both sides of each were measured in turns on the same machine, which other work may
have shared."""

Measurement = Callable[[], Awaitable[Finding | list[Finding]]]


def _measurements(neo4j: Settings | None) -> dict[str, Measurement]:
    return {
        "bulk_load": partial(bulk_load.measure, neo4j),
        "account_read": partial(account_read.measure, neo4j),
        "whole_account": whole_account.measure,
        "warm_power_map": warm_power_map.measure,
        "departure": departure.measure,
        "successor_lists": successor_lists.measure,
        "portfolio": partial(portfolio.measure, neo4j),
        "kept_pages": partial(kept_pages.measure, neo4j),
        "kept_size": kept_size.measure,
    }


async def _run(wanted: list[str]) -> list[Finding]:
    findings: list[Finding] = []
    with neo4j_settings() as neo4j:
        if neo4j is None:
            print("No Neo4j was found: its columns are missing.\n", flush=True)
        for name, measure in _measurements(neo4j).items():
            if not wanted or name in wanted:
                found = await measure()
                new = found if isinstance(found, list) else [found]
                print("\n".join(map(as_markdown, new)), flush=True)
                findings += new
    return findings


def main() -> None:
    """Runs the benchmarks named, or all of them."""
    parser = argparse.ArgumentParser(prog="make bench BENCH=...", description=__doc__)
    parser.add_argument("--write", action="store_true", help="put what is measured into docs/benchmarks.md")
    parser.add_argument("names", nargs="*", help=f"some of {', '.join(_measurements(None))}")
    given = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))  # so that the server goes too
    print(machine(), end="\n\n", flush=True)
    findings = asyncio.run(_run(given.names))
    if given.write:
        before, head = "", f"{_INTRODUCTION}\n\n{machine()}."
        if given.names:  # the others stay, and were measured on the machine that the document names
            before = _DOCUMENT.read_text(encoding="utf-8")
            head = before.partition("\n## ")[0].rstrip()
            findings = [replace(found, method=f"{found.method} {machine()}.") for found in findings]
        _DOCUMENT.write_text(with_sections(before, head, findings), encoding="utf-8")


main()
