"""The best assignment there is, by trying all of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

Scores = Mapping[str, Mapping[str, float]]
"""Contact -> who could take it over -> score."""


class Assignment(NamedTuple):
    """The largest sum of scores there is, and the most contacts that are given to somebody with it."""

    total: float
    count: int


def best_assignment(scores: Scores, capacity: int, taken: Mapping[str, int] | None = None) -> Assignment:
    """What is best when everybody takes at most so many; each contact goes to one or to nobody.

    Who has taken some already takes as many fewer.
    """
    contacts = sorted(scores)
    takers = sorted({taker for those in scores.values() for taker in those})

    @cache
    def rest(number: int, room: tuple[int, ...]) -> Assignment:
        if number == len(contacts):
            return Assignment(0.0, 0)
        best = rest(number + 1, room)
        for place, taker in enumerate(takers):
            if taker in scores[contacts[number]] and room[place]:
                later = rest(number + 1, (*room[:place], room[place] - 1, *room[place + 1 :]))
                mine = Assignment(scores[contacts[number]][taker] + later.total, later.count + 1)
                best = max(best, mine, key=lambda each: (round(each.total, 12), each.count))
        return best

    return rest(0, tuple(max(0, capacity - (taken or {}).get(taker, 0)) for taker in takers))


def greedy_total(scores: Scores, capacity: int, taken: Mapping[str, int] | None = None) -> float:
    """The sum when the highest pair is always taken first; of equals the first by keys."""
    pairs = sorted((-value, contact, taker) for contact, those in scores.items() for taker, value in those.items())
    room = {taker: max(0, capacity - (taken or {}).get(taker, 0)) for those in scores.values() for taker in those}
    given: set[str] = set()
    total = 0.0
    for value, contact, taker in pairs:
        if contact not in given and room[taker]:
            given.add(contact)
            room[taker] -= 1
            total -= value
    return total
