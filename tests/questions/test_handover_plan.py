"""Handover plan: one assignment over all accounts, dated before the last day, and what is left over."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest

from graph.account_graph import Member, account_on
from graph.errors import NotInGraph, QuestionRejected
from graph.handing_over import HandedOver
from graph.model.companies import Company
from graph.model.deals import Opportunity
from graph.model.words import Side, Stage
from graph.policy import Policy
from graph.store import Changes
from graph.stores.sqlite_store import SqliteStore
from graph.viewer import LOCAL
from queries.account_view import AccountView
from queries.ask import Asker
from queries.handover_plan import HANDOVER_PLAN, HandoverPlan, HandoverPlanParams
from tests.oracle.account_records import account_records
from tests.oracle.world import World, tables_of, world_of
from tests.questions.drawn import DAY, contact, employee, role, tie
from tests.questions.test_ask import world

LAST_DAY = date(2026, 7, 31)
"""A Friday, a month after the day of the drawn graphs, which is a Tuesday."""


def two_accounts(**records: list[Any]) -> World:
    companies = [
        Company(key="us", name="Us", side=Side.SUPPLIER),
        *(Company(key=k, name=k, side=Side.CUSTOMER) for k in ("acme", "beta")),
    ]
    deals = [
        Opportunity(key="deal", company="acme", name="Deal", value=1000.0, currency="CNY"),
        Opportunity(key="beta-deal", company="beta", name="Deal"),
    ]
    return world_of(**{"companies": companies, "opportunities": deals, **records})


def plan(policy: Policy | None = None, *, world: World | None = None, **asked: Any) -> HandoverPlan:
    records = asked.pop("records", {})
    params = HandoverPlanParams(**{"employee": "leaver", "last_day": LAST_DAY, "as_of": DAY, **asked})
    made = world or two_accounts(**records)
    views = [
        AccountView(account_on(account_records(made, key), DAY), policy or Policy()) for key in ("acme", "beta")
    ]
    return HANDOVER_PLAN.combine([HANDOVER_PLAN.part(view, params) for view in views], params)


def of_beta(key: str) -> Any:
    return contact(key).replace(company="beta")


def pairs(found: HandoverPlan) -> dict[str, str]:
    return {item.contact: item.to_employee for item in found.items}


def test_each_contact_goes_to_the_colleague_who_knows_it() -> None:
    people = [employee("leaver"), employee("e"), employee("f"), contact("a"), contact("b")]
    ties = [tie("leaver", "a"), tie("leaver", "b"), tie("e", "a", trust=3), tie("f", "b", trust=3)]
    found = plan(records={"people": people, "ties": ties})
    assert pairs(found) == {"a": "e", "b": "f"}
    assert {item.status for item in found.items} == {"WEAKENED"}
    assert found.score == pytest.approx(sum(item.score for item in found.items))
    assert (found.solver, found.unassigned, found.dormant) == ("LINEAR_SUM_ASSIGNMENT", (), ())


def test_the_best_plan_beats_handing_out_the_best_pair_first() -> None:
    people = [employee("leaver"), employee("e"), employee("f"), contact("a"), contact("b"), contact("z")]
    ties = [tie("leaver", "a"), tie("leaver", "b"), tie("e", "a"), tie("e", "b", trust=4), tie("f", "a", trust=4)]
    found = plan(records={"people": people, "ties": ties}, capacity=1)
    assert pairs(found) == {"a": "f", "b": "e"}
    assert found.score > found.greedy_score + 0.1


def test_a_capacity_counts_over_all_accounts_and_who_has_no_room_leaves_contacts_unassigned() -> None:
    people = [employee("leaver"), employee("e"), contact("a"), of_beta("b"), of_beta("c")]
    ties = [tie("leaver", key) for key in "abc"] + [tie("e", "a"), tie("e", "b", trust=2)]
    found = plan(records={"people": people, "ties": ties}, capacity=2)
    assert pairs(found) == {"a": "e", "b": "e"}
    assert (found.unassigned, found.capacity) == (("c",), 2)
    assert {item.contact: item.account for item in found.items} == {"a": "acme", "b": "beta"}


def test_no_plan_is_better_over_all_permutations() -> None:
    people = [employee(key) for key in ("leaver", "e", "f", "g")] + [contact(key) for key in "abcd"]
    ties = [tie("leaver", key) for key in "abcd"]
    ties += [tie(one, key, trust=1 + n % 5) for n, (one, key) in enumerate(product("efg", "acd")) if n % 4]
    any_pair = replace(Policy(), successor_floor=0.0)
    found = plan(any_pair, records={"people": people, "ties": ties}, capacity=2)
    scores = {
        (item.contact, successor.employee): successor.score
        for item in HANDOVER_PLAN.part(
            AccountView(
                account_on(account_records(two_accounts(people=people, ties=ties), "acme"), DAY), any_pair
            ),
            HandoverPlanParams(employee="leaver", last_day=LAST_DAY, capacity=2),
        ).handovers
        for successor in item.successors
    }
    totals = [
        sum(scores[pair] for pair in zip("abcd", chosen, strict=True))
        for chosen in product("efg", repeat=4)
        if max(Counter(chosen).values()) <= 2
    ]
    assert found.score == pytest.approx(max(totals))


def test_the_most_exposed_contact_comes_first_and_days_are_weekdays_spread_evenly() -> None:
    people = [employee("leaver"), employee("e"), *(contact(f"c{number}") for number in range(6)), contact("z")]
    ties = [tie("leaver", f"c{number}") for number in range(6)] + [tie("e", "z")]
    roles = [role("c4", Stage.APPROVAL), role("c2", Stage.QUALIFICATION)]
    records = {"people": people, "ties": ties, "decision_roles": roles}
    found = plan(records=records, last_day=date(2026, 7, 9))
    assert [item.contact for item in found.items] == ["c4", "c2", "c0", "c1", "c3", "c5"]
    assert [item.exposure for item in found.items[:3]] == pytest.approx([0.30, 0.15, 0.0])
    days = [1, 2, 3, 6, 7, 8]
    assert [item.by for item in found.items] == [date(2026, 7, day) for day in days]
    fewer = plan(records=records, last_day=date(2026, 7, 4))
    assert [item.by.day for item in fewer.items] == [1, 1, 2, 2, 3, 3]


@pytest.mark.parametrize(
    ("as_of", "last_day", "by"),
    [
        (DAY, DAY, DAY),
        (DAY, DAY + timedelta(days=1), DAY),
        (date(2026, 7, 3), date(2026, 7, 6), date(2026, 7, 3)),
        (date(2026, 7, 3), date(2026, 7, 5), date(2026, 7, 3)),
        (date(2026, 7, 3), date(2026, 7, 7), date(2026, 7, 6)),
        (date(2026, 7, 4), date(2026, 7, 6), date(2026, 7, 5)),
        (date(2026, 7, 4), date(2026, 7, 4), date(2026, 7, 4)),
    ],
)
def test_without_a_weekday_in_between_it_is_the_plans_own_or_else_the_day_before_the_last(
    as_of: date, last_day: date, by: date
) -> None:
    made = two_accounts(
        people=[employee("leaver"), employee("e"), contact("a"), contact("b")],
        ties=[tie("leaver", "a", last_contact=None), tie("e", "b", last_contact=None)],
    )
    params = HandoverPlanParams(employee="leaver", last_day=last_day, as_of=as_of)
    view = AccountView(account_on(account_records(made, "acme"), as_of), Policy())
    (item,) = HANDOVER_PLAN.combine([HANDOVER_PLAN.part(view, params)], params).items
    assert item.by == by


def test_a_tie_that_is_not_live_any_more_is_dormant_and_not_handed_over() -> None:
    people = [employee("leaver"), employee("e"), contact("a"), contact("cold")]
    ties = [tie("leaver", "a"), tie("leaver", "cold", trust=1, last_contact="2024-01-01"), tie("e", "cold")]
    found = plan(records={"people": people, "ties": ties})
    assert (pairs(found), found.dormant) == ({"a": "e"}, ("cold",))
    assert found.items[0].status == "ORPHANED"


def test_where_the_account_has_nobody_left_colleagues_take_over() -> None:
    people = [employee("leaver"), contact("a", "MIDDLE"), of_beta("b"), of_beta("x"), employee("e")]
    ties = [tie("leaver", "a"), tie("leaver", "b"), tie("e", "x")]
    nobody = plan(records={"people": people, "ties": ties})
    assert (pairs(nobody), nobody.unassigned) == ({"b": "e"}, ("a",))
    colleague = Member("mate", None, None, "MIDDLE", "us", None, "OTHER", "ACTIVE", (), True, False)
    found = plan(records={"people": people, "ties": ties}, colleagues=(colleague,))
    assert (pairs(found), found.unassigned) == ({"a": "mate", "b": "e"}, ())


def test_a_contact_of_two_accounts_is_handed_over_once_where_it_is_most_exposed() -> None:
    people = [employee("leaver"), employee("e"), employee("f"), contact("both"), of_beta("b"), contact("a")]
    ties = [tie("leaver", "both"), tie("e", "a"), tie("f", "b")]
    roles = [role("both", Stage.QUALIFICATION), role("both", Stage.APPROVAL, deal="beta-deal")]
    found = plan(records={"people": people, "ties": ties, "decision_roles": roles})
    (item,) = found.items
    assert (item.contact, item.account, item.exposure) == ("both", "beta", pytest.approx(0.30))
    assert item.to_employee == "e", "whom both accounts could have sent: e is as good, and the first key"


def test_of_equal_plans_the_more_exposed_contacts_get_the_places() -> None:
    people = [employee("leaver"), employee("e"), *(contact(key) for key in "abcd"), contact("z")]
    ties = [*(tie("leaver", key) for key in "abcd"), tie("e", "z")]
    roles = [role("d", Stage.APPROVAL), role("c", Stage.QUALIFICATION)]
    found = plan(records={"people": people, "ties": ties, "decision_roles": roles}, capacity=2)
    assert pairs(found) == {"d": "e", "c": "e"}
    assert len({item.score for item in found.items}) == 1
    assert found.unassigned == ("a", "b")
    assert [(one.contact, one.account, one.exposure, one.status) for one in found.unassigned_details] == [
        ("a", "acme", 0.0, "ORPHANED"),
        ("b", "acme", 0.0, "ORPHANED"),
    ]


SOON, LATER = "2026-07-10", "2026-07-31"


def test_what_was_handed_over_for_a_later_day_is_told_and_not_planned_again() -> None:
    people = [
        employee("leaver"),
        employee("e"),
        employee("f"),
        *(contact(key) for key in ("a", "b", "c", "d", "cold", "with-it")),
    ]
    ties = [
        tie("leaver", "a", valid_to=SOON),
        tie("e", "a", None, None, valid_from=SOON),
        tie("leaver", "b", valid_to=LATER),
        tie("f", "b"),
        tie("leaver", "c", valid_to="2026-08-02"),
        tie("leaver", "with-it", valid_to="2026-08-01"),
        tie("leaver", "d", valid_to=SOON),
        tie("leaver", "d", valid_from=SOON),
        tie("leaver", "cold", trust=1, last_contact="2020-01-01", valid_to=SOON),
        tie("e", "cold", valid_to="2026-07-05"),
    ]
    found = plan(records={"people": people, "ties": ties})
    assert [(one.contact, one.on.isoformat(), one.to_employee) for one in found.handed_over] == [
        ("a", SOON, "e"),
        ("cold", SOON, None),
        ("b", LATER, None),
        ("with-it", "2026-08-01", None),
    ]
    assert sorted(pairs(found)) == ["c", "d"], "after the last day, and in another period, is not handed over"
    assert (found.unassigned, found.dormant) == ((), ())


def test_a_successor_who_had_a_tie_already_is_known_by_the_handover() -> None:
    people = [employee("leaver"), employee("e"), *(contact(key) for key in "abc")]
    ties = [tie("leaver", key, valid_to=SOON if key == "a" else None) for key in "abc"] + [tie("e", "a")]
    records = {"people": people, "ties": ties}
    told = HandedOver(1, "leaver", "a", "e", date.fromisoformat(SOON), None, None, "boss", "2026-06-01T00:00:00")
    undone = replace(told, contact="b")
    assert plan(records=records, capacity=2).unassigned == ()
    found = plan(records=records, capacity=2, handovers=(told, undone))
    assert [(one.contact, one.to_employee) for one in found.handed_over] == [("a", "e")]
    assert (sorted(pairs(found)), found.unassigned) == (["b"], ("c",)), "b was given back since: its tie goes on"


def test_what_a_successor_took_over_already_counts_against_the_capacity() -> None:
    people = [employee("leaver"), employee("e"), *(contact(key) for key in "abcz"), of_beta("x")]
    ties = [
        tie("leaver", "a", valid_to=SOON),
        tie("e", "a", None, None, valid_from=SOON),
        tie("leaver", "x", valid_to=SOON),
        tie("e", "x", None, None, valid_from=SOON),
        *(tie("leaver", key) for key in "bc"),
        tie("e", "z", valid_to=SOON),
        tie("e", "z", valid_from=SOON),
    ]
    records = {"people": people, "ties": ties}
    assert len(plan(records=records, capacity=4).items) == 2
    assert plan(records=records, capacity=3).unassigned == ("c",)
    full = plan(records=records, capacity=2)
    assert (full.items, full.unassigned, full.greedy_score) == ((), ("b", "c"), 0.0)
    assert plan(replace(Policy(), successor_capacity=3), records=records).unassigned == ("c",)


def test_the_capacity_is_the_policys_unless_asked_with_one() -> None:
    records = {"people": [employee("leaver"), contact("a")], "ties": [tie("leaver", "a")]}
    assert plan(replace(Policy(), successor_capacity=7), records=records).capacity == 7
    assert plan(replace(Policy(), successor_capacity=7), records=records, capacity=9).capacity == 9


def test_a_last_day_before_the_day_of_the_plan_is_refused() -> None:
    with pytest.raises(QuestionRejected, match="last day 2026-06-29: expected 2026-06-30, the day of the plan"):
        plan(records={"people": [employee("leaver")]}, last_day=DAY - timedelta(days=1))


def test_a_contact_is_not_an_employee() -> None:
    people = [employee("e"), contact("a")]
    with pytest.raises(QuestionRejected, match="'a' is not one of our people"):
        plan(records={"people": people, "ties": [tie("e", "a")]}, employee="a")


async def asked(employee: str, **more: Any) -> HandoverPlan:
    store = await SqliteStore.open(None)
    try:
        await store.write(LOCAL, Changes(upserts=tables_of(world_of(**{**world(), **more.pop("records", {})}))))
        return await Asker(store, today=lambda: DAY).ask(
            LOCAL, HANDOVER_PLAN, HandoverPlanParams(employee=employee, last_day=LAST_DAY, **more)
        )
    finally:
        await store.close()


async def test_the_accounts_of_the_employee_are_asked() -> None:
    found = await asked("e")
    assert (found.items, found.unassigned, found.as_of) == ((), ("a", "c"), DAY)


async def test_an_employee_without_accounts_has_nothing_to_hand_over() -> None:
    found = await asked("new", records={"people": [*world()["people"], employee("new")]})
    assert (found.items, found.unassigned, found.dormant, found.score) == ((), (), (), 0)


async def test_an_unknown_employee_and_a_capacity_of_nothing_are_told() -> None:
    with pytest.raises(NotInGraph, match="nobody"):
        await asked("nobody")
    with pytest.raises(QuestionRejected, match="capacity: 0"):
        await asked("e", capacity=0)
