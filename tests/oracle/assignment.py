"""The best assignment there is, by trying all of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

Scores = Mapping[str, Mapping[str, float]]
"""Contact -> who could take it over -> score."""


def best_total(scores: Scores, capacity: int, taken: Mapping[str, int] | None = None) -> float:
    """The largest sum of scores when everybody takes at most so many; each contact goes to one or to nobody.

    Who has taken some already takes as many fewer.
    """
    contacts = sorted(scores)
    takers = sorted({taker for those in scores.values() for taker in those})

    @cache
    def rest(number: int, room: tuple[int, ...]) -> float:
        if number == len(contacts):
            return 0.0
        best = rest(number + 1, room)
        for place, taker in enumerate(takers):
            if taker in scores[contacts[number]] and room[place]:
                less = (*room[:place], room[place] - 1, *room[place + 1 :])
                best = max(best, scores[contacts[number]][taker] + rest(number + 1, less))
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
