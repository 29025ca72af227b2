"""A handover plan does not contradict itself: its successors are there, and ties that pause are planned for."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from graph.account_graph import Member, account_on
from graph.errors import QuestionRejected
from graph.handing_over import HandedOver
from graph.model.people import Employment, Person, Tie
from graph.policy import Policy
from queries.account_view import AccountView
from queries.departure_impact import DEPARTURE_IMPACT, DepartureImpactParams
from queries.handover_plan import HANDOVER_PLAN, HandoverPlan, HandoverPlanParams
from tests.oracle.account_records import account_records
from tests.oracle.world import World
from tests.questions.drawn import DAY, contact, employee, tie
from tests.questions.test_handover_plan import LAST_DAY, pairs, plan, two_accounts


def on(day: date, number: int = 0) -> str:
    return (day + timedelta(days=number)).isoformat()


def with_colleague(colleague: Person, **records: Any) -> World:
    """The leaver's contact is better known to the colleague than to `e`, who stays."""
    people = [employee("leaver"), employee("e"), colleague, contact("a"), contact("z")]
    ties = [tie("leaver", "a"), tie(colleague.key, "a"), tie("e", "z")]
    return two_accounts(people=people, ties=ties, **records)


@pytest.mark.parametrize(
    ("status", "since", "is_asked"),
    [
        ("LEFT", on(LAST_DAY, -10), False),
        ("LEFT", on(LAST_DAY), False),
        ("LEFT", on(LAST_DAY, 1), False),
        ("RETIRED", on(LAST_DAY), False),
        ("RETIRED", on(LAST_DAY, 1), False),
        ("RETIRED", on(LAST_DAY, 2), True),
        ("MOVED", on(LAST_DAY, 20), False),
        ("LEFT", on(DAY, 91), False),
        ("LEFT", on(LAST_DAY, 90), False),
        ("LEFT", on(LAST_DAY, 91), True),
        ("ACTIVE", on(LAST_DAY, -10), True),
    ],
)
def test_no_contact_goes_to_a_colleague_who_is_gone_by_then_or_about_to_leave(
    status: str, since: str, is_asked: bool
) -> None:
    world = with_colleague(employee("b", status=status, status_since=since))
    assert pairs(plan(world=world)) == {"a": "b" if is_asked else "e"}
    graph = account_on(account_records(world, "acme"), LAST_DAY)
    impact = DEPARTURE_IMPACT.part(AccountView(graph, Policy()), DepartureImpactParams(people=("leaver",)))
    assert impact is not None
    asked = {one.employee for one in impact.handovers[0].successors}
    assert set(pairs(plan(world=world)).values()) <= asked


@pytest.mark.parametrize(("until", "is_asked"), [(-1, False), (0, False), (1, False), (2, True)])
def test_no_contact_goes_to_a_colleague_who_works_elsewhere_by_then(until: int, is_asked: bool) -> None:
    moves = on(LAST_DAY, until)
    works = [
        Employment(person="b", company="us", valid_to=moves),
        Employment(person="b", company="beta", valid_from=moves),
    ]
    assert pairs(plan(world=with_colleague(employee("b"), works_in=works))) == {"a": "b" if is_asked else "e"}


def test_where_all_of_the_account_are_gone_by_then_colleagues_take_over() -> None:
    people = [employee("leaver"), employee("b", status="LEFT", status_since=on(DAY, 3)), contact("a")]
    world = two_accounts(people=people, ties=[tie("leaver", "a"), tie("b", "a")])
    (left,) = plan(world=world).unassigned_details
    assert left.reason == "NO_CANDIDATE"
    colleague = Member("mate", None, None, "UNKNOWN", "us", None, "OTHER", "ACTIVE", (), True, False)
    assert pairs(plan(world=world, colleagues=(colleague,))) == {"a": "mate"}
    leaves = colleague._replace(leaves_on=LAST_DAY + timedelta(days=90))
    assert plan(world=world, colleagues=(leaves,)).unassigned == ("a",)


def with_periods(*periods: tuple[str | None, str | None], others: list[Tie] | None = None) -> HandoverPlan:
    people = [employee("leaver"), employee("e"), employee("f"), contact("a"), contact("z")]
    ties = [tie("leaver", "a", valid_from=begin, valid_to=end) for begin, end in periods]
    return plan(world=two_accounts(people=people, ties=[*ties, tie("e", "z"), *(others or [])]))


@pytest.mark.parametrize(
    "again",
    ["2026-07-11", "2026-07-15", on(LAST_DAY), on(LAST_DAY, 1)],
)
def test_a_tie_that_is_valid_again_by_the_day_after_the_last_one_is_not_handed_over(again: str) -> None:
    found = with_periods((None, "2026-07-10"), (again, None))
    assert (pairs(found), found.handed_over) == ({"a": "e"}, ())


@pytest.mark.parametrize(
    ("periods", "day"),
    [
        ([(None, "2026-07-10"), (on(LAST_DAY, 2), None)], "2026-07-10"),
        ([(None, "2026-07-10"), ("2026-07-15", "2026-07-20")], "2026-07-20"),
        ([(None, "2026-07-10"), ("2026-07-15", on(LAST_DAY, 1))], on(LAST_DAY, 1)),
        ([(None, "2026-07-10"), ("2026-07-10", "2026-07-20"), ("2026-09-01", None)], "2026-07-20"),
        ([("2026-01-01", "2026-02-01"), ("2026-03-01", "2026-07-10")], "2026-07-10"),
    ],
)
def test_a_tie_that_really_ends_by_then_is_handed_over_on_the_last_of_its_ends(
    periods: list[tuple[str | None, str | None]], day: str
) -> None:
    begun = [tie("f", "a", None, None, valid_from=day), tie("e", "a", None, None, valid_from="2026-07-11")]
    found = with_periods(*periods, others=begun)
    assert pairs(found) == {}
    assert [(one.contact, one.on.isoformat(), one.to_employee) for one in found.handed_over] == [("a", day, "f")]


def test_a_gap_after_which_the_tie_goes_on_beyond_the_last_day_takes_no_ones_place() -> None:
    found = with_periods((None, "2026-07-10"), ("2026-07-15", on(LAST_DAY, 2)))
    assert (pairs(found), found.handed_over) == ({"a": "e"}, ())


@pytest.mark.parametrize("again", [on(DAY, 1), "2026-07-15", on(LAST_DAY)])
def test_a_tie_that_begins_or_goes_on_by_the_last_day_is_planned_for_while_it_is_not_valid(again: str) -> None:
    paused = with_periods((None, on(DAY)), (again, None))
    begun = with_periods((again, None))
    assert pairs(paused) == pairs(begun) == {"a": "e"}
    assert paused.handed_over == begun.handed_over == ()


def test_a_tie_that_begins_after_the_last_day_is_not_planned_for() -> None:
    found = with_periods((on(LAST_DAY, 1), None))
    assert (pairs(found), found.unassigned, found.handed_over) == ({}, (), ())


def test_a_tie_that_begins_by_the_last_day_and_ends_with_it_is_handed_over() -> None:
    begun = [tie("f", "a", valid_from=on(LAST_DAY, 1))]
    found = with_periods((on(LAST_DAY, -3), on(LAST_DAY, 1)), others=begun)
    assert pairs(found) == {}
    assert [(one.contact, one.to_employee) for one in found.handed_over] == [("a", "f")]


@pytest.mark.parametrize(("gone_from", "is_planned"), [(-5, False), (0, False), (1, True), (30, True)])
def test_a_contact_who_is_gone_by_the_last_day_needs_no_successor(gone_from: int, is_planned: bool) -> None:
    """As a departure impact of that day tells."""
    a = contact("a", status="LEFT", status_since=on(LAST_DAY, gone_from))
    people = [employee("leaver"), employee("e"), a, contact("z")]
    found = plan(world=two_accounts(people=people, ties=[tie("leaver", "a"), tie("e", "z")]))
    assert pairs(found) == ({"a": "e"} if is_planned else {})
    assert (found.unassigned, found.dormant) == ((), ())


@pytest.mark.parametrize(("gone_from", "to"), [(-30, None), (0, None), (1, None), (2, "f")])
def test_nobody_has_taken_over_who_is_gone_with_the_last_day(gone_from: int, to: str | None) -> None:
    gone = employee("f", status="LEFT", status_since=on(LAST_DAY, gone_from))
    people = [employee("leaver"), employee("e"), gone, contact("a"), contact("z")]
    ties = [tie("leaver", "a", valid_to=on(LAST_DAY, 1)), tie("f", "a", valid_from=on(LAST_DAY, 1)), tie("e", "z")]
    world = two_accounts(people=people, ties=ties)
    first_day = LAST_DAY + timedelta(days=1)
    done = HandedOver(1, "leaver", "a", "f", first_day, None, None, "review", "2026-07-01T00:00:00.000000+00:00")
    for handovers in ((), (done,)):
        (found,) = plan(world=world, handovers=handovers).handed_over
        assert (found.contact, found.to_employee) == ("a", to)


def test_the_last_day_of_the_calendar_is_refused() -> None:
    with pytest.raises(QuestionRejected, match="last day 9999-12-31: expected a day with one after it"):
        plan(records={"people": [employee("leaver")]}, last_day=date.max)


def test_a_plan_for_a_day_before_its_own_is_refused_whatever_ties_there_are() -> None:
    world = with_colleague(employee("b"))
    world["ties"].append(tie("leaver", "z", valid_from=on(DAY, -1)))
    params = HandoverPlanParams(employee="leaver", last_day=DAY - timedelta(days=3), as_of=DAY)
    views = [AccountView(account_on(account_records(world, key), DAY), Policy()) for key in ("acme", "beta")]
    with pytest.raises(QuestionRejected, match="the day of the plan, or later"):
        HANDOVER_PLAN.combine([HANDOVER_PLAN.part(view, params) for view in views], params)
