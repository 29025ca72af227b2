"""The demo world while it is being made: records by kind, and what later steps must leave alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from graph.model.people import Person, Tie
from graph.model.record import row_of
from graph.model.record_kinds import RECORD_KINDS
from graph.sample.dice import Dice
from graph.store import Table


@dataclass(frozen=True, slots=True)
class Seat:
    """Where one contact sits: what the later steps need to choose people by."""

    key: str
    company: str
    unit: str
    """office, technology, procurement, finance, operations or administration."""
    rank: str
    """top, deputy, chief, assistant, head, manager, staff, retired."""
    manager: str | None


@dataclass
class World:
    """Records of the demo world by kind, on the way to tables."""

    seed: int
    today: date
    people: dict[str, Person] = field(default_factory=dict)
    records: dict[str, list[Any]] = field(default_factory=lambda: {name: [] for name in RECORD_KINDS})
    seats: dict[str, list[Seat]] = field(default_factory=dict)
    """The seats of each account."""
    reserved: set[str] = field(default_factory=set)
    """Contacts of a story: chance gives them no tie, influence, role or move."""
    tied: set[tuple[str, str]] = field(default_factory=set)

    def dice(self, purpose: str) -> Dice:
        """The stream of chance for that purpose."""
        return Dice(self.seed, purpose)

    def day(self, days_ago: int) -> str:
        """The ISO date so many days before today; negative for days to come."""
        return (self.today - timedelta(days=days_ago)).isoformat()

    def add(self, kind: str, records: Iterable[Any]) -> None:
        """Appends records of that kind."""
        self.records[kind].extend(records)

    def add_tie(self, tie: Tie) -> None:
        """Adds a tie; a second one of the same pair is left out."""
        if (tie.employee, tie.contact) not in self.tied:
            self.tied.add((tie.employee, tie.contact))
            self.records["ties"].append(tie)

    def tables(self) -> list[Table]:
        """Everything, one table per kind that has rows, in the order in which what is referred to comes first."""
        self.records["people"] = list(self.people.values())
        return [
            Table.of(kind, kind.records(tuple(map(_plain, row_of(record))) for record in self.records[name]))
            for name, kind in RECORD_KINDS.items()
            if self.records[name]
        ]


def _plain(cell: Any) -> Any:
    """Members of enumerations as text, as records have them."""
    if isinstance(cell, StrEnum):
        return cell.value
    if isinstance(cell, tuple):
        return tuple(map(_plain, cell))
    return cell
