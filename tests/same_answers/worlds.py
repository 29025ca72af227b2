"""The worlds that both checkouts are asked about: the demo world, and drawn ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tests.oracle.busy_worlds import busy_world
from tests.oracle.random_days import AS_OF
from tests.questions.oracle_service import as_bundle
from tests.same_answers.bundles import Rows, rows_of, without_columns
from tests.same_answers.changing import Change, changes_of
from tests.same_answers.checkout import Checkout
from tests.same_answers.documents import Documents
from tests.same_answers.questions import Question, questions_of

_SEEDS = range(6)


@dataclass(frozen=True)
class World:
    """What both load, the day they are asked about, what they are asked, and how they change it."""

    name: str
    bundle: bytes
    today: date
    questions: Sequence[Question]
    changes: Sequence[Change]
    employees: Sequence[str]
    """Whose departure is planned."""
    is_printed: bool
    """Whether it is asked by `guanxi ask` too: commands take their time, and print a drawn world no otherwise."""


def worlds(
    before: Checkout, documents: Documents, every: int, new_columns: Sequence[str], folder: Path
) -> Iterator[World]:
    """The demo world with every n-th person asked about, as BEFORE makes it, and drawn ones with everybody."""
    yield _world("demo", before.demo_bundle(folder), date.today(), every, documents, is_printed=True)
    for seed in _SEEDS:
        bundle = without_columns(as_bundle(busy_world(seed)), new_columns)
        yield _world(f"busy {seed}", bundle, date.fromisoformat(AS_OF), 1, documents, is_printed=False)


def _world(name: str, bundle: bytes, today: date, every: int, documents: Documents, *, is_printed: bool) -> World:
    rows = rows_of(bundle)
    return World(
        name=name,
        bundle=bundle,
        today=today,
        questions=tuple(questions_of(rows, today, every)),
        changes=tuple(changes_of(rows, documents)),
        employees=_employees(rows, every),
        is_printed=is_printed,
    )


def _employees(rows: Rows, every: int) -> tuple[str, ...]:
    ours = {row["key"] for row in rows["companies"] if row["side"] == "SUPPLIER"}
    return tuple(row["key"] for row in rows["people"] if row["company"] in ours)[::every]
