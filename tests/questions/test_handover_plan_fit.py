"""A handover plan that is not good says so: which pairs are made, why a contact goes to nobody, and what helps."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graph.account_graph import Member, account_on
from graph.model.companies import Department
from graph.model.people import Person
from graph.model.words import Stage
from graph.policy import Policy
from queries.account_view import AccountView
from queries.handover_plan import HANDOVER_PLAN, HandoverPlan, HandoverPlanParams
from queries.unassigned import UnassignedContact
from tests.oracle.account_records import account_records
from tests.questions.drawn import DAY, contact, department, employee, role, tie
from tests.questions.test_handover_plan import LAST_DAY, pairs, plan, two_accounts

NOT_WEIGHED = {"tie": 1.0, "colleagues": 0.0, "line": 0.0, "level": 0.0, "load": 0.0}
"""Weights by which the score of a pair is the strength of its tie."""


def member(key: str, level: str = "MIDDLE", line: str = "OTHER", **more: Any) -> Member:
    return Member(key, None, None, level, "us", None, line, "ACTIVE", (), True, False, **more)


def of_beta(key: str, level: str | None = None) -> Person:
    return contact(key, level).replace(company="beta")


def with_two(theirs: Person, ours: Person, policy: Policy | None = None, **asked: Any) -> HandoverPlan:
    """Of an account in which the leaver knows one contact, and one of ours another."""
    people = [employee("leaver"), ours, theirs, contact("z")]
    ties = [tie("leaver", theirs.key), tie(ours.key, "z")]
    records = {"people": people, "ties": ties, "departments": [department("d", "FINANCE")]}
    return plan(policy, records=records, **asked)


def left(found: HandoverPlan) -> UnassignedContact:
    (one,) = found.unassigned_details
    assert found.unassigned == (one.contact,)
    assert found.items == ()
    return one


@pytest.mark.parametrize(
    ("their_level", "our_level", "gap", "is_made"),
    [
        ("EXECUTIVE", "SENIOR", 1, True),
        ("EXECUTIVE", "MIDDLE", 1, False),
        ("EXECUTIVE", "MIDDLE", 2, True),
        ("SENIOR", "MIDDLE", 0, False),
        ("MIDDLE", "EXECUTIVE", 0, True),
        ("EXECUTIVE", None, 0, True),
        ("EXECUTIVE", "UNKNOWN", 0, True),
        (None, "STAFF", 0, True),
        ("UNKNOWN", "STAFF", 0, True),
    ],
)
def test_a_successor_stands_at_most_so_many_levels_below_and_an_unknown_level_passes(
    their_level: str | None, our_level: str | None, gap: int, is_made: bool
) -> None:
    policy = replace(Policy(), successor_level_gap=gap)
    found = with_two(contact("a", their_level), employee("e", level=our_level), policy)
    assert pairs(found) == ({"a": "e"} if is_made else {})
    if not is_made:
        assert left(found).reason == "LEVEL_TOO_LOW"


@pytest.mark.parametrize(("floor", "is_made"), [(0.55, True), (0.551, False), (1.0, False), (0.0, True)])
def test_a_pair_reaches_the_floor_or_is_not_made(floor: float, is_made: bool) -> None:
    policy = replace(Policy(), successor_floor=floor, successor_weights=NOT_WEIGHED)
    people = [employee("leaver"), employee("e"), contact("a")]
    records = {"people": people, "ties": [tie("leaver", "a"), tie("e", "a", trust=2)]}
    found = plan(policy, records=records)
    assert pairs(found) == ({"a": "e"} if is_made else {})
    if not is_made:
        assert left(found).reason == "TOO_WEAK"


def test_a_score_that_rounding_alone_keeps_below_the_floor_reaches_it() -> None:
    weights = {"tie": 0.0, "colleagues": 0.0, "line": 0.1, "level": 0.2, "load": 0.7}
    policy = replace(Policy(), successor_floor=0.3, successor_weights=weights)
    assert 0.1 + 0.2 > 0.3
    found = with_two(contact("a", "MIDDLE"), employee("e", level="MIDDLE"), policy, capacity=1)
    assert [item.score for item in found.items] == pytest.approx([0.3])
    found = with_two(
        contact("a", "MIDDLE"),
        employee("e", level="MIDDLE"),
        replace(policy, successor_weights={**weights, "line": 0.7, "load": 0.1}, successor_floor=0.7 + 0.2),
        capacity=1,
    )
    assert [item.score for item in found.items] == pytest.approx([0.9])


def test_floor_and_gap_are_those_of_the_accounts_grade() -> None:
    people = [employee("leaver"), employee("e", level="STAFF"), contact("a", "SENIOR"), of_beta("b", "SENIOR")]
    world = two_accounts(people=[*people, contact("z"), of_beta("y")], ties=[tie("leaver", key) for key in "ab"])
    world["ties"] += [tie("e", "z"), tie("e", "y")]
    params = HandoverPlanParams(employee="leaver", last_day=LAST_DAY, as_of=DAY)
    policies = {"acme": Policy(), "beta": replace(Policy(), successor_level_gap=2)}
    views = [AccountView(account_on(account_records(world, key), DAY), policies[key]) for key in policies]
    found = HANDOVER_PLAN.combine([HANDOVER_PLAN.part(view, params) for view in views], params)
    assert pairs(found) == {"b": "e"}
    assert [(one.contact, one.reason) for one in found.unassigned_details] == [("a", "LEVEL_TOO_LOW")]


def test_nobody_there_comes_before_too_low_before_too_weak_before_no_room() -> None:
    low, weak = employee("low", level="STAFF"), employee("weak", level="SENIOR", department="o")
    fits = employee("fits", level="SENIOR")
    theirs = contact("a", "EXECUTIVE", "d")
    departments = [department("d", "FINANCE"), Department(key="o", company="us", name="O", line="USER")]

    def reason(*ours: Person, capacity: int | None = None, **more: Any) -> str:
        ties = [
            *(tie("leaver", key) for key in ("a", *more.get("also", ()))),
            *(tie(one.key, "z") for one in ours),
        ]
        people = [employee("leaver"), *ours, theirs, contact("z"), contact("b", "EXECUTIVE", "d")]
        records = {"people": people, "ties": ties, "departments": departments}
        policy = replace(Policy(), successor_floor=more.get("floor", 0.05))
        found = plan(policy, records=records, capacity=capacity)
        return str(found.unassigned_details[-1].reason)

    assert reason() == "NO_CANDIDATE"
    assert reason(low) == "LEVEL_TOO_LOW"
    assert reason(low, weak, floor=0.3) == "TOO_WEAK"
    assert reason(weak, floor=0.3) == "TOO_WEAK"
    assert reason(fits, capacity=1, also=("b",), floor=0.0) == "NO_CAPACITY"


@pytest.mark.parametrize(
    ("in_beta", "floor", "given", "reason"),
    [
        ("SENIOR", 0.2, "f", None),
        ("STAFF", 0.2, None, "LEVEL_TOO_LOW"),
        ("SENIOR", 0.9, None, "TOO_WEAK"),
    ],
)
def test_a_contact_of_two_accounts_may_go_to_whom_either_of_them_lets_have_it(
    in_beta: str, floor: float, given: str | None, reason: str | None
) -> None:
    people = [employee("leaver"), employee("e", level="STAFF"), employee("f", level=in_beta)]
    people += [contact("both", "EXECUTIVE"), contact("z"), of_beta("b")]
    records = {"people": people, "ties": [tie("leaver", "both"), tie("e", "z"), tie("f", "b")]}
    records["decision_roles"] = [role("both", Stage.APPROVAL, deal="beta-deal")]
    found = plan(replace(Policy(), successor_floor=floor), records=records)
    assert pairs(found) == ({} if given is None else {"both": given})
    assert [one.reason for one in found.unassigned_details] == ([] if reason is None else [reason])


def test_the_plan_names_the_mean_and_the_lowest_fit_and_neither_without_items() -> None:
    people = [employee("leaver"), employee("e"), contact("a"), contact("b")]
    policy = replace(Policy(), successor_weights=NOT_WEIGHED)
    records = {"people": people, "ties": [*(tie("leaver", key) for key in "ab"), tie("e", "a"), tie("e", "b", 2)]}
    found = plan(policy, records=records)
    assert (found.mean_fit, found.lowest_fit) == (pytest.approx((1.0 + 0.55) / 2), pytest.approx(0.55))
    empty = plan(records={"people": [employee("leaver")]})
    assert (empty.mean_fit, empty.lowest_fit) == (None, None)


def test_the_best_of_the_team_is_named_who_is_not_there_already_and_could_have_the_contact() -> None:
    team = (
        member("leaver", "SENIOR"),
        member("e", "SENIOR", "FINANCE"),
        member("near", "SENIOR", "FINANCE"),
        member("too-low", "STAFF", "FINANCE"),
        member("above", "EXECUTIVE", "USER"),
    )
    one = left(with_two(contact("a", "EXECUTIVE", "d"), employee("e", level="STAFF"), team=team))
    assert one.bring_in is not None
    assert (one.bring_in.employee, one.bring_in.obstacle, one.bring_in.is_colleague) == ("above", None, True)
    assert one.bring_in.score == pytest.approx(0.15 + 0.10), "level and load; of 0.25 both, the first key"
    assert {term.name: term.value for term in one.bring_in.terms} == {
        "tie": 0.0,
        "colleagues": 0.0,
        "line": 0.0,
        "level": 1.0,
        "load": 1.0,
    }
    one = left(with_two(contact("a", "EXECUTIVE", "d"), employee("e", level="STAFF"), team=team[:-1]))
    assert one.bring_in is not None
    assert one.bring_in.employee == "near"


def test_where_nobody_of_the_team_could_the_nearest_is_named_with_what_is_in_the_way() -> None:
    team = (member("low", "STAFF", "FINANCE"), member("lower", "STAFF", "USER"))
    one = left(with_two(contact("a", "EXECUTIVE", "d"), employee("e", level="STAFF"), team=team))
    assert one.bring_in is not None
    assert (one.bring_in.employee, one.bring_in.obstacle) == ("low", "LEVEL_TOO_LOW")
    assert left(with_two(contact("a", "EXECUTIVE"), employee("e", level="STAFF"))).bring_in is None


def test_whoever_is_to_be_brought_in_has_room_for_it() -> None:
    people = [employee("leaver"), *(contact(key, "EXECUTIVE") for key in "abc")]
    records = {"people": people, "ties": [tie("leaver", key) for key in "abc"]}
    team = (member("one", "SENIOR"), member("two", "SENIOR"))
    found = plan(records=records, team=team, capacity=1)
    assert [one.bring_in and one.bring_in.employee for one in found.unassigned_details] == ["one", "two", None]


@pytest.mark.parametrize(
    ("their_level", "policy", "seat"),
    [
        ("EXECUTIVE", Policy(), ("SENIOR", "FINANCE")),
        ("EXECUTIVE", replace(Policy(), successor_level_gap=0), ("EXECUTIVE", "FINANCE")),
        ("STAFF", replace(Policy(), successor_level_gap=0), ("STAFF", "FINANCE")),
        ("SENIOR", replace(Policy(), successor_floor=0.3), ("SENIOR", "FINANCE")),
        (None, Policy(), ("UNKNOWN", "FINANCE")),
        ("SENIOR", replace(Policy(), successor_floor=0.5), None),
    ],
)
def test_whom_to_appoint_is_of_the_lowest_level_that_will_do_and_of_the_contacts_line(
    their_level: str | None, policy: Policy, seat: tuple[str, str] | None
) -> None:
    people = [employee("leaver"), contact("a", their_level, "d")]
    records = {"people": people, "ties": [tie("leaver", "a")], "departments": [department("d", "FINANCE")]}
    one = left(plan(policy, records=records))
    assert one.reason == "NO_CANDIDATE"
    assert (None if one.appoint is None else (one.appoint.level, one.appoint.line)) == seat
