"""Handovers of the second edition against small worlds worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from graph.model.people import Employment, Tie
from graph.policy import Policy
from tests.oracle import handover
from tests.oracle.handover import Plan, working_days
from tests.oracle.test_oracle_itself import T
from tests.oracle.test_risk_review_itself import asked, with_bob
from tests.oracle.world import World

_OWN = Tie(employee="anna", contact="engineer", trust=3, last_contact=T)
_LAST_DAY = "2026-04-30"


def in_periods(*periods: tuple[str | None, str | None]) -> World:
    """Anna knows the engineer in these periods; Bob knows the boss."""
    world = with_bob()
    own = [_OWN.replace(valid_from=begin, valid_to=end) for begin, end in periods]
    world["ties"] = [*own, *(tie for tie in world["ties"] if tie.employee == "bob")]
    return world


def with_another(world: World, key: str, **said: Any) -> World:
    """One of the world's people is otherwise."""
    world["people"] = [each.replace(**said) if each.key == key else each for each in world["people"]]
    return world


def plan(world: World, last_day: str = _LAST_DAY, capacity: int = 20, policy: Policy | None = None) -> Plan:
    return handover.plan([asked(world, policy=policy)], "anna", last_day, capacity)


def test_a_gap_that_is_over_by_the_last_day_hands_nothing_over() -> None:
    found = plan(in_periods((None, "2026-04-10"), ("2026-04-15", None)))
    assert (found.handed_over, set(found.handovers), found.reasons) == (
        {},
        {"engineer"},
        {"engineer": "NO_CAPACITY"},
    )
    assert set(found.candidates["engineer"]) == {"bob"}
    assert plan(in_periods((None, "2026-04-10"), ("2026-05-01", None))).handed_over == {}, "there the day after"


def test_the_end_of_the_last_period_hands_over() -> None:
    renewed = in_periods((None, "2026-04-10"), ("2026-04-15", "2026-04-25"))
    renewed["ties"].append(Tie(employee="bob", contact="engineer", valid_from="2026-04-25"))
    assert plan(renewed).handed_over == {"engineer": ("2026-04-25", "bob")}
    renewed["ties"][-1] = Tie(employee="bob", contact="engineer", valid_from="2026-04-10")
    assert plan(renewed).handed_over == {"engineer": ("2026-04-25", None)}, "nobody begins on that day"
    later = in_periods((None, "2026-04-10"), ("2026-05-02", None))
    assert plan(later).handed_over == {"engineer": ("2026-04-10", None)}, "none on the day after the last one"
    assert plan(in_periods((None, "2026-05-01"))).handed_over == {"engineer": ("2026-05-01", None)}
    assert plan(in_periods((None, "2026-05-02"))).handed_over == {}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"status": "RETIRED", "status_since": "2026-04-20"}, "NO_CANDIDATE"),
        ({"status": "RETIRED", "status_since": "2026-05-01"}, "NO_CANDIDATE"),
        ({"status": "RETIRED", "status_since": "2026-05-02"}, "NO_CAPACITY"),
        ({"status": "LEFT", "status_since": "2026-05-02"}, "NO_CANDIDATE"),
    ],
)
def test_whoever_is_gone_on_the_day_after_the_last_one_gets_nothing(said: dict[str, str], expected: str) -> None:
    found = plan(with_another(with_bob(), "bob", **said))
    assert found.reasons == {"engineer": expected}
    assert set(found.candidates["engineer"]) == (set() if expected == "NO_CANDIDATE" else {"bob"})


def test_whoever_is_about_to_leave_on_the_last_day_gets_nothing() -> None:
    # all beyond the horizon of T; of the last day, the 90th and the 91st day after it are its bound
    for since, expected in (("2026-07-11", set()), ("2026-10-08", set()), ("2026-10-09", {"bob"})):
        world = with_another(with_bob(), "bob", status="LEFT", status_since=since)
        assert set(plan(world, "2026-07-10").candidates["engineer"]) == expected


def test_whoever_works_elsewhere_by_the_last_day_gets_nothing() -> None:
    world = with_another(with_bob(), "bob", level=None)
    world["works_in"] = [
        Employment(person="bob", company="us", level="MIDDLE", valid_to="2026-04-20"),
        Employment(person="bob", company="acme", valid_from="2026-04-20"),
    ]
    world["ties"] = [tie.replace(valid_to="2026-04-20") if tie.employee == "bob" else tie for tie in world["ties"]]
    assert plan(world).reasons == {"engineer": "NO_CANDIDATE"}
    assert plan(world, "2026-04-18").reasons == {"engineer": "NO_CAPACITY"}


def test_a_pair_is_made_from_the_floor_on() -> None:
    # the level is paired (0.15); of a capacity of two one tie is taken: 0.15 + 0.10 × 0.5 = 0.20
    at_the_floor = plan(with_bob(), capacity=2)
    assert (at_the_floor.score, at_the_floor.count) == (pytest.approx(0.20), 1)
    assert at_the_floor.mean == pytest.approx(0.20)
    below = plan(with_bob(), capacity=1)
    assert (below.candidates, below.reasons) == ({"engineer": {}}, {"engineer": "TOO_WEAK"})
    assert (below.score, below.count, below.greedy_score, below.mean) == (0, 0, 0, None)
    higher = replace(Policy(), successor_floor=0.21)
    assert plan(with_bob(), capacity=2, policy=higher).reasons == {"engineer": "TOO_WEAK"}


@pytest.mark.parametrize(
    ("ours", "theirs", "gap", "passes"),
    [
        ("SENIOR", "EXECUTIVE", 1, True),
        ("MIDDLE", "EXECUTIVE", 1, False),
        ("MIDDLE", "EXECUTIVE", 2, True),
        ("SENIOR", "EXECUTIVE", 0, False),
        ("EXECUTIVE", "STAFF", 0, True),
        (None, "EXECUTIVE", 0, True),
        ("UNKNOWN", "EXECUTIVE", 0, True),
        ("STAFF", None, 0, True),
    ],
)
def test_a_successor_is_at_most_so_many_levels_below(
    ours: str | None, theirs: str | None, gap: int, passes: bool
) -> None:
    world = with_another(with_another(with_bob(), "bob", level=ours), "engineer", level=theirs)
    policy = replace(Policy(), successor_level_gap=gap, successor_floor=0.0)
    assert plan(world, policy=policy).reasons == {"engineer": "NO_CAPACITY" if passes else "LEVEL_TOO_LOW"}


def test_a_reason_looks_at_the_level_first_and_at_the_floor_of_those_who_pass() -> None:
    # Bob (STAFF) scores 0.40 × 0.32 + 0.10 × 0.9 = 0.218 for the executive and is too low; Carl passes with 0.10
    world = with_another(with_bob(), "bob", level="STAFF")
    bob = next(each for each in world["people"] if each.key == "bob")
    world["people"].append(bob.replace(key="carl", level=None))
    cold = Tie(employee="carl", contact="deputy", last_contact="2020-01-01")
    world["ties"] += [Tie(employee="anna", contact="boss"), Tie(employee="bob", contact="engineer"), cold]
    found = plan(world)
    assert found.reasons["boss"] == "TOO_WEAK"
    assert set(found.candidates["boss"]) == set()
    assert set(found.candidates["engineer"]) == {"bob"}
    world["ties"].remove(cold)
    assert plan(world).reasons["boss"] == "LEVEL_TOO_LOW"


def test_one_place_for_two_contacts_leaves_one_for_want_of_room() -> None:
    # Bob, of no known level, scores 0.40 × 0.32 = 0.128 for each; two ties leave no spare load at either capacity
    world = with_another(with_bob(), "bob", level=None)
    world["ties"] += [Tie(employee="anna", contact="boss"), Tie(employee="bob", contact="engineer")]
    policy = replace(Policy(), successor_floor=0.1)
    found = plan(world, capacity=1, policy=policy)
    assert found.reasons == {"boss": "NO_CAPACITY", "engineer": "NO_CAPACITY"}
    assert (found.score, found.count, found.mean) == (pytest.approx(0.128), 1, pytest.approx(0.128))
    both = plan(world, capacity=2, policy=policy)
    assert (both.score, both.count, both.mean) == (pytest.approx(0.256), 2, pytest.approx(0.128))


@pytest.mark.parametrize(
    ("as_of", "last_day", "expected"),
    [
        ("2026-11-27", "2026-11-30", ["2026-11-27"]),  # Friday to Monday
        ("2026-11-27", "2026-11-29", ["2026-11-27"]),
        ("2026-11-27", "2026-11-28", ["2026-11-27"]),
        ("2026-11-27", "2026-11-27", ["2026-11-27"]),
        ("2026-11-27", "2026-12-01", ["2026-11-30"]),
        ("2026-11-26", "2026-11-30", ["2026-11-27"]),
        ("2026-11-28", "2026-11-30", ["2026-11-29"]),  # Saturday to Monday: no weekday at all
        ("2026-11-28", "2026-11-28", ["2026-11-28"]),
    ],
)
def test_a_plan_of_a_friday_for_a_monday_is_carried_out_on_the_friday(
    as_of: str, last_day: str, expected: list[str]
) -> None:
    found = working_days(date.fromisoformat(as_of), date.fromisoformat(last_day))
    assert [each.isoformat() for each in found] == expected
