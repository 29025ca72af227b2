"""Compares two checkouts, as told in the package."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

from tests.oracle.busy_worlds import busy_world
from tests.questions.oracle_service import as_bundle
from tests.same_answers.commands import commands_of

_DRIVER = Path(__file__).with_name("typing_commands.py")
_SEEDS = range(6)
_MOMENTS = ("computedAt", "at")
"""What differs with every run."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.same_answers")
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    parser.add_argument(
        "--every", type=int, default=10, help="of how many people of the demo world one is asked about"
    )
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        worlds = {"demo": (_demo(asked.before, place), asked.every)}
        worlds |= {f"busy {seed}": (as_bundle(busy_world(seed)), 1) for seed in _SEEDS}
        found = [
            difference
            for number, (name, (bundle, every)) in enumerate(worlds.items())
            for difference in _differences(name, bundle, every, asked.before, asked.after, place / str(number))
        ]
    print("\n".join(found) or f"the same: {len(worlds)} worlds")
    return 1 if found else 0


def _demo(tree: Path, place: Path) -> bytes:
    """The demo world as the checkout makes it, exported."""
    store = f"sqlite:///{place / 'demo.db'}"
    arguments = [tree / ".venv/bin/guanxi", "demo", "--store", store, "--port", "0"]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as demo:
        assert demo.stdout is not None
        next(line for line in demo.stdout if "The demo is at" in line)
        demo.terminate()
    bundle = place / "demo.zip"
    _type(tree, [["export", str(bundle), "--store", store]])
    return bundle.read_bytes()


def _differences(name: str, bundle: bytes, every: int, before: Path, after: Path, place: Path) -> Iterator[str]:
    place.mkdir()
    brought = place / "world.zip"
    brought.write_bytes(bundle)
    commands = list(commands_of(bundle, date.today(), every))
    with ThreadPoolExecutor(2) as pool:
        was, now = pool.map(
            lambda side: _answers(side[0], side[1], brought, commands),
            ((before, place / "a"), (after, place / "b")),
        )
    if was[0] != now[0]:
        yield f"{name}: the exported bundles differ"
    for command, old, new in zip(commands, was[1], now[1], strict=True):
        if old != new:
            yield f"{name}: {' '.join(command)}\n  before {old}\n  after  {new}"[:2000]


def _answers(tree: Path, place: Path, brought: Path, commands: list[list[str]]) -> tuple[bytes, list[str]]:
    """What the checkout exports of the world, and what it answers."""
    place.mkdir()
    at_store = ["--store", f"sqlite:///{place / 'world.db'}"]
    first = [["import", str(brought), *at_store], ["refresh", "--processes", "1", *at_store]]
    loaded = _type(tree, [*first, ["export", str(place / "out"), *at_store]])
    assert [code for _, _, code in loaded] == [0, 0, 0], loaded
    exported = b"".join(path.name.encode() + path.read_bytes() for path in sorted((place / "out").iterdir()))
    return exported, [_plain(answer) for answer in _type(tree, [[*command, *at_store] for command in commands])]


def _type(tree: Path, commands: list[list[str]]) -> list[tuple[str, str, int]]:
    done = subprocess.run(
        [tree / ".venv/bin/python", _DRIVER],
        input=json.dumps(commands),
        capture_output=True,
        text=True,
        check=True,
        cwd=tree,
    )
    answers: list[tuple[str, str, int]] = [tuple(answer) for answer in json.loads(done.stdout)]
    return answers


def _plain(answer: tuple[str, str, int]) -> str:
    """The answer without the moments that it was made at."""
    printed, told, code = answer
    if not printed:
        return f"{code} {told}"
    return f"{code} {json.dumps(_without_moments(json.loads(printed)), sort_keys=True)}"


def _without_moments(value: object) -> object:
    if isinstance(value, dict):
        return {name: _without_moments(each) for name, each in value.items() if name not in _MOMENTS}
    return [_without_moments(each) for each in value] if isinstance(value, list) else value


sys.exit(main())
