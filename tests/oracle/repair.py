"""The fewest ties that give every key person the wanted redundancy, by trying every choice (section 7)."""

from __future__ import annotations

from functools import cache
from itertools import combinations
from typing import NamedTuple

from tests.oracle.oracle import Oracle
from tests.oracle.successors import candidates


class Repair(NamedTuple):
    """What is missing and who could do it: at best `count` ties, of those `score` is the largest sum."""

    missing: dict[str, int]
    possible: dict[str, dict[str, float]]
    count: int
    score: float
    lower_bound: int


def key_people_of(oracle: Oracle, opportunity: str | None) -> list[str]:
    """Key people shown; for an opportunity the contacts with a part in it, or with power on it or the account."""
    if opportunity is None:
        return [each for each in oracle.key_people if each in oracle.shown_contacts]
    decides = {role.person for role in oracle.roles(opportunity)}
    powers = ("INNER_CIRCLE", "POLITICAL_STRUCTURE")
    return [
        each
        for each in oracle.contacts
        if each in decides or any(oracle.power(each, asked) in powers for asked in (opportunity, None))
    ]


def repair(oracle: Oracle, opportunity: str | None, redundancy: int, capacity: int) -> Repair:
    """Most ties first, then the most plausible ones."""
    people = key_people_of(oracle, opportunity)
    missing = {each: max(0, redundancy - len(oracle.holders.get(each, ()))) for each in people}
    possible = {
        person: {
            each.employee: each.score
            for each in candidates(oracle, person, (), capacity)
            if (each.employee, person) not in oracle.live
        }
        for person in people
        if missing[person]
    }
    count, score = _best(missing, possible, oracle.present_employees, capacity)
    bound = sum(min(missing[each], len(possible[each])) for each in possible)
    return Repair(missing, possible, count, score, bound)


def _best(
    missing: dict[str, int], possible: dict[str, dict[str, float]], employees: list[str], capacity: int
) -> tuple[int, float]:
    people = sorted(possible)

    @cache
    def rest(number: int, room: tuple[int, ...]) -> tuple[int, float]:
        if number == len(people):
            return 0, 0.0
        scores = possible[people[number]]
        best = (-1, 0.0)
        free = [place for place, each in enumerate(employees) if each in scores and room[place]]
        for size in range(min(missing[people[number]], len(free)) + 1):
            for chosen in combinations(free, size):
                less = tuple(left - (place in chosen) for place, left in enumerate(room))
                count, total = rest(number + 1, less)
                mine = size + count, total + sum(scores[employees[place]] for place in chosen)
                if (mine[0], round(mine[1], 12)) > (best[0], round(best[1], 12)):
                    best = mine
        return best

    return rest(0, (capacity,) * len(employees))
