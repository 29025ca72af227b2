"""Who is about to leave, and who holds a contact meanwhile, against small worlds worked out by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.model.people import Tie
from graph.policy import Policy
from tests.oracle import departure, posture, repair
from tests.oracle.coverage import Finding
from tests.oracle.coverage_gaps import coverage_gaps
from tests.oracle.failure import choke_points, single_held_relationships
from tests.oracle.findings import grid
from tests.oracle.oracle import Oracle
from tests.oracle.successors import candidates
from tests.oracle.test_oracle_itself import T
from tests.oracle.test_risk_review_itself import asked, with_bob
from tests.oracle.world import World

DAY_1, DAY_10, DAY_30, DAY_90, DAY_91 = "2026-04-01", "2026-04-10", "2026-04-30", "2026-06-29", "2026-06-30"
"""Days after T."""


def who_leave(**since: str | tuple[str, str | None]) -> World:
    """Anna and Bob both know the engineer; those named will have LEFT, or what else is said, since the day."""
    world = with_bob()
    world["ties"].append(Tie(employee="bob", contact="engineer"))
    said = {person: ("LEFT", day) if isinstance(day, str) else day for person, day in since.items()}
    world["people"] = [
        each.replace(status=said[each.key][0], status_since=said[each.key][1]) if each.key in said else each
        for each in world["people"]
    ]
    return world


def holders(world: World, as_of: str = T, policy: Policy | None = None) -> set[str]:
    return asked(world, as_of, policy).holders["engineer"]


@pytest.mark.parametrize("said", [DAY_1, DAY_90, ("MOVED", DAY_30)])
def test_who_will_have_left_within_the_horizon_holds_nothing_and_is_there(said: str | tuple[str, str]) -> None:
    oracle = asked(who_leave(anna=said))
    assert oracle.holders == {"engineer": {"bob"}, "boss": {"bob"}}
    assert {employee for employee, contact in oracle.live if contact == "engineer"} == {"anna", "bob"}
    assert oracle.access["engineer"] == pytest.approx(0.7), "the tie carries us until then"


@pytest.mark.parametrize("said", [DAY_91, ("RETIRED", DAY_30), ("ACTIVE", DAY_30), ("UNKNOWN", DAY_30)])
def test_who_leaves_later_or_does_not_leave_holds(said: str | tuple[str, str]) -> None:
    assert holders(who_leave(anna=said)) == {"anna", "bob"}


def test_the_horizon_is_policy_and_counts_from_the_day_asked_about() -> None:
    world = who_leave(anna=DAY_91)
    assert holders(world, policy=replace(Policy(), leaving_horizon_days=91)) == {"bob"}
    assert holders(world, as_of=DAY_1) == {"bob"}
    world = who_leave(anna=DAY_1)
    assert holders(world, policy=replace(Policy(), leaving_horizon_days=0)) == {"anna", "bob"}
    assert holders(world, as_of=DAY_1) == {"bob"}, "gone"


def test_where_all_leave_the_last_one_holds_alone_and_then_the_first_key() -> None:
    assert holders(who_leave(anna=DAY_30, bob=DAY_10)) == {"anna"}
    assert holders(who_leave(anna=DAY_10, bob=DAY_30)) == {"bob"}
    assert holders(who_leave(anna=DAY_10, bob=("MOVED", DAY_10))) == {"anna"}


def test_a_relationship_whose_other_holder_leaves_is_single_held() -> None:
    def held(world: World) -> dict[tuple[str, ...], tuple[str, str | None]]:
        return {
            tuple(each.targets): (each.point, each.held_until) for each in single_held_relationships(asked(world))
        }

    assert held(who_leave()) == {("boss",): ("bob", None)}
    assert held(who_leave(anna=DAY_30)) == {("boss",): ("bob", None), ("engineer",): ("bob", None)}
    assert held(who_leave(bob=DAY_30)) == {("boss",): ("bob", DAY_30), ("engineer",): ("anna", None)}
    assert held(who_leave(anna=DAY_10, bob=DAY_30)) == {("boss",): ("bob", DAY_30), ("engineer",): ("bob", DAY_30)}


def test_whom_the_second_holder_leaves_is_covered_once() -> None:
    single = Finding("SINGLE_HELD_KEY_PERSON", "engineer", "MODERATE")
    redundant, once = asked(who_leave()), asked(who_leave(anna=DAY_30))
    cell = "TECHNICAL", "STAFF"
    assert [(each.covered, each.redundant) for each in (grid(redundant)[cell], grid(once)[cell])] == [
        (1, 1),
        (1, 0),
    ]
    assert single in coverage_gaps(once) - coverage_gaps(redundant)
    both = asked(who_leave(anna=DAY_10, bob=DAY_30))
    assert grid(both)[cell].covered == 1, "somebody is still there"
    assert single in coverage_gaps(both)
    assert Finding("UNCOVERED_KEY_PERSON", "engineer", "MODERATE") not in coverage_gaps(both)


def test_a_repair_wants_another_holder_and_asks_nobody_who_leaves() -> None:
    # wanted two each: the engineer has both, the boss Bob, the deputy nobody
    found = repair.repair(asked(who_leave()), None, 2, 20)
    assert found.missing == {"boss": 1, "deputy": 2, "engineer": 0}
    found = repair.repair(asked(who_leave(anna=DAY_30)), None, 2, 20)
    assert found.missing == {"boss": 1, "deputy": 2, "engineer": 1}
    assert {contact: set(those) for contact, those in found.possible.items()} == {
        "boss": set(),
        "deputy": {"bob"},
        "engineer": set(),
    }
    assert (found.count, found.lower_bound) == (1, 1)


def test_who_leaves_is_no_successor_and_neither_is_a_colleague_who_does() -> None:
    def successors(world: World, *colleagues: str) -> dict[str, bool]:
        found = candidates(asked(world), "engineer", {"anna"}, None, colleagues)
        return {each.employee: each.is_colleague for each in found}

    assert successors(who_leave()) == {"bob": False}
    world = who_leave(bob=DAY_90)
    assert successors(world) == {}
    world["people"] += [
        each.replace(key=f"{each.key}-too") for each in world["people"] if each.key in ("anna", "bob")
    ]
    assert successors(world, "anna-too", "bob-too") == {"anna-too": True}, "nobody of the account stays"


def test_who_leaves_is_still_a_point_and_loses_what_is_taken_along() -> None:
    # both on their own reach the engineer (0.32 suffices) and through the engineer the deputy (0.16)
    staying, leaving = asked(who_leave()), asked(who_leave(anna=DAY_30))
    assert choke_points(staying) == choke_points(leaving)
    impacts = [departure.impact(oracle, {"bob"}) for oracle in (staying, leaving)]
    assert [each.lost for each in impacts] == [set(), set()]
    # Anna's relationship with the engineer, and Bob's two: his goes, hers is alone then
    assert [each.single_held for each in impacts] == [(1, 1), (2, 1)]
    held = [posture.exposures(oracle)["bob"] for oracle in (staying, leaving)]
    assert [(each.live_tie_count, each.single_held_count) for each in held] == [(2, 1), (2, 2)]


def test_on_the_last_day_the_departure_is_one_of_that_day() -> None:
    def left(as_of: str) -> tuple[int, int]:
        impact = departure.impact(Oracle(who_leave(anna=DAY_10), Policy(), as_of, "acme"), {"anna"})
        return impact.people_within_reach[0], len(impact.handovers)

    assert left("2026-04-09") == (3, 1)
    assert left(DAY_10)[1] == 0, "gone already"
