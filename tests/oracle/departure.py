"""What if people leave: the world is rebuilt without them and everything computed again (section 6)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from graph.model.words import Line
from tests.oracle.coverage import line_of
from tests.oracle.days import is_valid
from tests.oracle.failure import single_holders
from tests.oracle.money import Money, money_of
from tests.oracle.oracle import Oracle
from tests.oracle.people import is_ours, is_present, workplace
from tests.oracle.world import World

_ENDS = {
    "people": ("key",),
    "works_in": ("person",),
    "reports_to": ("person", "manager"),
    "influences": ("influencer", "influenced"),
    "conflicts": ("person", "other"),
    "ties": ("employee", "contact"),
    "decision_roles": ("person",),
    "positions": ("person",),
}
"""Where records name a person; interactions name several."""


def world_without(world: World, people: Collection[str]) -> World:
    """The world in which nothing names any of the people."""

    def is_of(record: Any, ends: tuple[str, ...]) -> bool:
        return any(getattr(record, end) in people for end in ends)

    rest = dict(world)
    for kind, ends in _ENDS.items():
        rest[kind] = [record for record in world[kind] if not is_of(record, ends)]
    rest["interactions"] = [
        held.replace(participants=tuple(each for each in held.participants if each not in people))
        for held in world["interactions"]
    ]
    return rest


@dataclass(frozen=True)
class OracleWithout(Oracle):
    """An account without some people. Who was a contact and stays is one, whoever connected them to it."""

    staying: tuple[str, ...] = ()

    @cached_property
    def contacts(self) -> list[str]:
        return list(self.staying)


def without(oracle: Oracle, people: Collection[str]) -> OracleWithout:
    """The same account in the rebuilt world."""
    staying = tuple(each for each in oracle.contacts if each not in people)
    rest = world_without(oracle.world, people)
    return OracleWithout(rest, oracle.policy, oracle.as_of, oracle.company, staying)


class Handover(NamedTuple):
    """A contact who stays and loses live ties."""

    contact: str
    employees: tuple[str, ...]
    status: str
    exposure: float


class Impact(NamedTuple):
    """One account: pairs are before and after."""

    people_within_reach: tuple[int, int]
    key_people_covered: tuple[int, int]
    single_held: tuple[int, int]
    coverage: tuple[float, float]
    lines: dict[str, tuple[float, float | None]]
    lost: set[str]
    share_lost: float
    money: Money
    shares: dict[str, tuple[float, float]]
    money_of: dict[str, Money]
    key_people: dict[str, tuple[float, float, int, int]]
    handovers: list[Handover]


def is_touched(oracle: Oracle, people: Collection[str]) -> bool:
    """Whether the account is listed: one of the people is a contact, or has a tie into it that is valid."""
    return bool(set(people) & {*oracle.contacts, *oracle.employees})


def impact(oracle: Oracle, people: Collection[str]) -> Impact:
    """The account before and after; shares of the decision stay those of today."""
    after = without(oracle, people)
    reach, rest = (each.within_reach & set(each.contacts) for each in (oracle, after))
    shares = {
        opportunity: tuple(sum(decision.shares[each] for each in those) for those in (reach, rest))
        for opportunity, decision in oracle.decisions.items()
    }
    amounts = {key: oracle.amount(before - later, key) for key, (before, later) in shares.items()}
    stayers = set(after.contacts)
    return Impact(
        (len(reach), len(rest)),
        (len(_covered(oracle, oracle.key_people)), len(_covered(after, set(oracle.key_people) & stayers))),
        (len(single_holders(oracle)), len(single_holders(after))),
        (_ratio(oracle, oracle.contacts) or 0.0, _ratio(after, after.contacts) or 0.0),
        _lines(oracle, after),
        reach - rest,
        max(before - later for before, later in shares.values()),
        money_of(each for those in amounts.values() for each in those),
        {key: pair for key, pair in shares.items() if key is not None},
        {key: money_of(those) for key, those in amounts.items() if key is not None},
        _key_people(oracle, after),
        _handovers(oracle, after, people),
    )


def _covered(oracle: Oracle, people: Collection[str]) -> list[str]:
    return [each for each in people if oracle.live_tie_count(each) > 0]


def _ratio(oracle: Oracle, people: list[str]) -> float | None:
    return len(_covered(oracle, people)) / len(people) if people else None


def _lines(oracle: Oracle, after: Oracle) -> dict[str, tuple[float, float | None]]:
    found = {}
    for line in Line:
        before, later = (
            _ratio(each, [key for key in each.contacts if line_of(each.world, each.workplaces[key]) == line])
            for each in (oracle, after)
        )
        if before is not None:
            found[line.value] = before, later
    return found


def _key_people(oracle: Oracle, after: Oracle) -> dict[str, tuple[float, float, int, int]]:
    """Access strength and live ties, before and after, of key people who stay and of whom one changes."""
    found = {}
    for person in set(oracle.key_people) & set(after.contacts):
        strengths = [each.access.get(person, 0.0) for each in (oracle, after)]
        counts = [each.live_tie_count(person) for each in (oracle, after)]
        if abs(strengths[0] - strengths[1]) > 1e-12 or counts[0] != counts[1]:
            found[person] = (*strengths, *counts)
    return found


def _handovers(oracle: Oracle, after: Oracle, people: Collection[str]) -> list[Handover]:
    found = []
    for contact in after.contacts:
        held = tuple(sorted(ours for ours, theirs in oracle.live if theirs == contact and ours in people))
        if held:
            status = "WEAKENED" if after.live_tie_count(contact) else "ORPHANED"
            found.append(Handover(contact, held, status, oracle.largest_share([contact])))
    return found


def team_of(world: World, person: str, as_of: str) -> set[str]:
    """The person and everybody below in the solid lines valid on the day."""
    team, size = {person}, 0
    while len(team) > size:
        size = len(team)
        team |= {
            line.person
            for line in world["reports_to"]
            if line.kind != "DOTTED" and line.manager in team and is_valid(line, as_of)
        }
    return team


def colleagues_of(world: World, people: Collection[str], as_of: str) -> set[str]:
    """Present people of ours who stay and have a department or a solid manager in common with ours who leave."""

    def managers(person: str) -> set[str]:
        return {
            line.manager
            for line in world["reports_to"]
            if line.person == person and line.kind != "DOTTED" and is_valid(line, as_of)
        }

    ours = {each.key for each in world["people"] if is_ours(world, each.key, as_of)}
    leaving = ours & set(people)
    departments = {workplace(world, each, as_of).department for each in leaving} - {None}
    above = {manager for each in leaving for manager in managers(each)}
    return {
        each
        for each in ours - set(people)
        if is_present(world, each, as_of)
        and (workplace(world, each, as_of).department in departments or managers(each) & above)
    }
