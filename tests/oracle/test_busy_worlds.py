"""Busy worlds have in them what the risk review is about: each situation in at least two of a hundred worlds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from random import Random

from graph.policy import Policy
from tests.oracle import (
    concentration,
    departure,
    grading,
    handover,
    index,
    matching,
    repair,
    situations,
    succession,
)
from tests.oracle.busy_worlds import DENSITIES, busy_world
from tests.oracle.oracle import Oracle
from tests.oracle.random_days import AS_OF, day
from tests.oracle.world import World

_WORLDS = 100
_AT_LEAST = 2


def _world(seed: int) -> World:
    random = Random(seed)
    density = random.choice(DENSITIES)
    return busy_world(seed, random.randint(1, 5), random.randint(2, 10), random.randint(0, 4), density)


def _departures(oracle: Oracle, stranger: Oracle) -> Iterator[str]:
    for employee in oracle.present_employees:
        both = [departure.impact(each, {employee}) for each in (oracle, stranger)]
        impact = both[0]
        yield from (f"somebody of ours leaves: {each.status}" for each in impact.handovers)
        if all(each.handovers for each in both):
            yield "somebody of ours leaves: handovers in two accounts"
        if impact.share_lost > 0:
            yield "somebody of ours leaves: share lost"
        if any(value for value in impact.money.values()):
            yield "somebody of ours leaves: money lost"
        if len([value for value in impact.money.values() if value]) > 1:
            yield "somebody of ours leaves: money in two currencies lost"
        if any(before != after for before, after in impact.lines.values()):
            yield "somebody of ours leaves: coverage lost"
        for capacity in (1, 3):
            plan = handover.plan([oracle, stranger], employee, day(40), capacity)
            if plan.score > plan.greedy_score + 1e-9:
                yield f"greedy is worse with capacity {capacity}"
            if plan.dormant:
                yield "ties that are dormant"
            yield from (f"handed over to {'somebody' if to else 'nobody'}" for _, to in plan.handed_over.values())
            yield from (f"left: {reason}" for reason in plan.reasons.values() if reason != "NO_CAPACITY")
            if plan.count < sum(bool(those) for those in plan.candidates.values()):
                yield "left: NO_CAPACITY"
            if any(count >= capacity for count in plan.taken.values()):
                yield "somebody took over as many as they may"
            for those in plan.candidates.values():
                for one in [each for several in those.values() for each in several]:
                    yield from (f"term {name} {_sort(value)}" for name, (value, _) in one.terms.items())
    for contact in oracle.contacts:
        heirs = succession.heirs(oracle, contact)
        yield f"exposed to a succession: {succession.is_exposed(heirs)}"
        yield from (f"heir {relation}" for each in heirs for relation in each.relations)


def _sort(value: float | None) -> str:
    return "not known" if value is None else "0" if value == 0 else "1" if value == 1 else "between"


def _repairs(oracle: Oracle) -> Iterator[str]:
    for redundancy, capacity in ((2, 1), (3, 2), (2, 20)):
        found = repair.repair(oracle, None, redundancy, capacity)
        if found.count:
            yield f"repair of {min(found.count, 4)} ties or more"
        if found.count < found.lower_bound:
            yield "repair short of its lower bound"
        if found.lower_bound < sum(found.missing.values()):
            yield "repair impossible for want of people"


def _rest(oracle: Oracle, before: Oracle) -> Iterator[str]:
    yield from (f"pair {each}" for each in matching.pairs(oracle).values())
    yield from (f"finding {each.kind} {each.severity}" for each in matching.findings(oracle))
    yield f"agreement: {bool(matching.agreements(oracle))}"
    yield f"joint event: {bool(matching.joint_events(oracle))}"
    for opportunity, found in concentration.bus_factors(oracle).items():
        yield f"bus factor {found.count}"
        yield f"bus factor of {'the inferred decision' if opportunity is None else 'an opportunity'}"
    for name, layer in (("key", index.key), ("general", index.general), ("organizational", index.organizational)):
        values = [layer(each) for each in (oracle, before)]
        yield f"index {name}: {'none' if values[0] is None else 'zero' if values[0] == 0 else 'above zero'}"
        if None not in values and values[0] != values[1]:
            yield f"index {name} was another one a year before"
    for layer_terms in (index.general_terms(oracle), index.organizational_terms(oracle)):
        yield from (f"term {name} {_sort(value)}" for name, (value, _) in layer_terms.items())
    customers = [each for each in oracle.world["companies"] if each.side == "CUSTOMER" and not each.parent]
    yield f"grade {grading.grade(oracle.policy, grading.score(oracle.exchange, customers[0], customers))}"
    for name, quadrant in grading.quadrants(oracle.exchange, customers[0], customers).items():
        yield f"{name} {quadrant}"
    fresh, cold = set(before.live) - set(oracle.live), {(tie.employee, tie.contact) for tie in oracle.ties}
    if fresh & cold:
        yield "a tie went cold within the year"


_EXPECTED = (
    *(f"somebody of ours leaves: {each}" for each in ("ORPHANED", "WEAKENED", "share lost", "money lost")),
    *("somebody of ours leaves: handovers in two accounts", "somebody of ours leaves: coverage lost"),
    *("somebody of ours leaves: money in two currencies lost", "ties that are dormant"),
    *("handed over to somebody", "handed over to nobody", "somebody took over as many as they may"),
    *(f"left: {each}" for each in ("NO_CANDIDATE", "LEVEL_TOO_LOW", "TOO_WEAK", "NO_CAPACITY")),
    *(f"all {count} who know somebody leave" for count in (1, 2)),
    *(f"somebody leaves, within the horizon: {each}" for each in (True, False)),
    *("somebody is held alone until others have left", "a key person has fewer holders than live ties"),
    *(f"a sum is {each}" for each in ("in the base currency", "known by currency", "not known")),
    *(
        "a sum needs a dated rate",
        "a tie with a gap that is over",
        "a tie that ends",
        "a tie that ends a second time",
    ),
    *(f"a cause of one kind: {each}" for each in ("PERSON", "DEPARTMENT", "STAGE", "COMPANY")),
    *(f"a cause of several kinds: {each}" for each in ("PERSON", "LINE")),
    *("several findings say the same to do", "a line is a subject of two companies"),
    *(f"blocks for {each}" for each in ("LEADS_STAGE", "SHARE", "VETO", "LEADS_STAGE and SHARE")),
    *("greedy is worse with capacity 1", "greedy is worse with capacity 3"),
    *(f"term {name} 0" for name in ("tie", "line", "level", "colleagues", "load", "lines", "departments")),
    *(f"term {name} 1" for name in ("line", "level", "colleagues", "lines", "departments", "agreement")),
    *(f"term {name} between" for name in ("tie", "load", "colleagues", "lines", "departments", "levels")),
    *(f"term {name} not known" for name in ("level", "colleagues", "lines", "levels")),
    *(f"exposed to a succession: {each}" for each in (True, False)),
    *(f"heir {each}" for each in ("ACTING_MANAGER", "MANAGER_ABOVE", "PEER", "DIRECT_REPORT", "DOTTED_REPORT")),
    *("heir RISING_STAR", "repair of 1 ties or more", "repair of 4 ties or more"),
    *("repair short of its lower bound", "repair impossible for want of people"),
    *(f"pair {each}" for each in ("MATCHED", "OVER_LEVEL", "UNDER_LEVEL", "UNKNOWN_LEVEL")),
    *(f"finding LEVEL_UNMATCHED {each}" for each in ("LOW", "MODERATE", "HIGH")),
    *(f"finding FUNCTION_UNMATCHED {each}" for each in ("LOW", "MODERATE", "HIGH", "CRITICAL")),
    *(f"{what}: {each}" for what in ("agreement", "joint event") for each in (True, False)),
    *(f"bus factor {count}" for count in (1, 2, 3)),
    *("bus factor of the inferred decision", "bus factor of an opportunity"),
    *("index key: none", "index key: zero", "index key: above zero"),
    *(f"index {each} was another one a year before" for each in ("key", "general", "organizational")),
    *("grade S", "grade A", "grade B", "grade C"),
    *(f"INFLUENCE_VOLUME {each}" for each in ("S", "A", "B", "C", None)),
    *(f"PRESENT_POTENTIAL {each}" for each in ("FIRST", "SECOND", "THIRD", None)),
    "a tie went cold within the year",
)


def test_every_situation_of_the_risk_review_occurs() -> None:
    seen: Counter[str] = Counter()
    for seed in range(_WORLDS):
        world = _world(seed)
        oracle, stranger = (Oracle(world, Policy(), AS_OF, account) for account in ("group", "stranger"))
        before = Oracle(world, Policy(), day(-365), "group")
        found = {
            *_departures(oracle, stranger),
            *situations.of_leaving(oracle),
            *situations.of_money(oracle),
            *situations.of_causes(oracle),
        }
        seen.update(found | {*_repairs(oracle), *_rest(oracle, before)})
    for situation, count in sorted(seen.items()):
        print(f"{count:4} of {_WORLDS} worlds: {situation}")
    rare = {each: seen[each] for each in _EXPECTED if seen[each] < _AT_LEAST}
    assert not rare
