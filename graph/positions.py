"""Positions on a day: what holds of a person's power, stance, coaching and leaning.

Attribute by attribute, the latest assertion that states it, on the opportunity asked about, else on the account
(any of its companies). An empty attribute says nothing; `UNKNOWN` withdraws what was said before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from graph.model.deals import Position
from graph.model.words import Power, Stance


class PositionOnDay(NamedTuple):
    """What holds of a person; UNKNOWN and None are "not known"."""

    power: str = Power.UNKNOWN
    stance: str = Stance.UNKNOWN
    coach: bool | None = None
    leans_to: str | None = None


_NOTHING_SAID = PositionOnDay()
_ATTRIBUTES = PositionOnDay._fields


class PositionBook:
    """The assertions known on a day, looked up by person and opportunity."""

    def __init__(self, positions: Sequence[Position]) -> None:
        self._by_person: dict[str, list[Position]] = defaultdict(list)
        by_company = sorted(positions, key=lambda said: said.company or "", reverse=True)
        for said in sorted(by_company, key=lambda said: said.stated_on):  # of one day, the first company's holds
            self._by_person[said.person].append(said)
        self._found: dict[tuple[str, str | None], PositionOnDay] = {}

    @property
    def people(self) -> Iterable[str]:
        """Everyone of whom something was said."""
        return self._by_person.keys()

    def of(self, person: str, opportunity: str | None) -> PositionOnDay:
        """What holds of the person on that opportunity; with None, on the account alone."""
        if person not in self._by_person:
            return _NOTHING_SAID
        place = person, opportunity
        if place not in self._found:
            self._found[place] = self._resolve(person, opportunity)
        return self._found[place]

    def _resolve(self, person: str, opportunity: str | None) -> PositionOnDay:
        holds: dict[str, Any] = {}
        said_here = self._by_person[person]
        on_account = [said for said in said_here if said.opportunity is None]
        on_opportunity = [said for said in said_here if said.opportunity == opportunity and opportunity]
        for said in (
            *on_account,
            *on_opportunity,
        ):  # a later one overrules: account before opportunity, old before new
            for name in _ATTRIBUTES:
                value = getattr(said, name)
                if value is not None:
                    holds[name] = value
        return PositionOnDay(**holds)
