"""Compares two checkouts, as told in the package."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from tests.same_answers.checkout import Checkout
from tests.same_answers.comparing import differences
from tests.same_answers.documents import Documents
from tests.same_answers.observing import Observer
from tests.same_answers.worlds import World, worlds

_SHOWN = 8
"""How many differences of one answer are printed; how many more there are is said."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.same_answers")
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    parser.add_argument(
        "--every", type=int, default=10, help="of how many people of the demo world one is asked about"
    )
    parser.add_argument(
        "--new-column",
        action="append",
        default=[],
        metavar="FILE.COLUMN",
        help="a column that AFTER alone exports, such as people.phone; may be given several times",
    )
    asked = parser.parse_args()
    trees = {"before": Checkout(asked.before), "after": Checkout(asked.after)}
    documents = Documents(trees["before"].schema())
    different_count = 0
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for world in worlds(trees["before"], documents, asked.every, asked.new_column, place):
            (place / world.name).mkdir()
            observers = [
                Observer(tree, world, place / world.name / side, documents, asked.new_column)
                for side, tree in trees.items()
            ]
            with ThreadPoolExecutor(2) as pool:
                before, after = pool.map(Observer.observe, observers)
            for different in _told(world, before, after):
                print(different, flush=True)
                different_count += 1
            refusals = sum(isinstance(answer, dict) and "errors" in answer for answer in before.values())
            print(f"{world.name}: {len(before)} answers, {refusals} of them refusals", file=sys.stderr, flush=True)
    print(f"{different_count} answers differ" if different_count else "the same")
    return 1 if different_count else 0


def _told(world: World, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[str]:
    """Each answer that differs, and where."""
    for asked in {**before, **after}:
        different = list(differences(before.get(asked), after.get(asked)))
        if different:
            more = [f"and {len(different) - _SHOWN} more"] if len(different) > _SHOWN else []
            yield "\n    ".join([f"{world.name}: {asked}", *different[:_SHOWN], *more])


sys.exit(main())
