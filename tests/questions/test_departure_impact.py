"""Departure impact on small drawn graphs: what is lost, who is orphaned, and what is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from graph.errors import NotInGraph, QuestionRejected
from graph.model.deals import Opportunity
from graph.model.meetings import Interaction
from graph.model.people import Influence, ReportingLine, Tie
from graph.model.words import Stage
from graph.policy import Policy
from graph.store import Changes
from graph.stores.sqlite_store import SqliteStore
from graph.viewer import LOCAL
from queries.ask import Asker
from queries.departure_impact import (
    DEPARTURE_IMPACT,
    AccountImpact,
    DepartureImpact,
    DepartureImpactParams,
)
from queries.money import Amount, MoneyAtRisk
from tests.oracle.world import tables_of, world_of
from tests.questions.drawn import DAY, contact, department, drawn, employee, power, role, tie
from tests.questions.test_ask import world


def impact(*people: str, policy: Policy | None = None, **records: list[Any]) -> AccountImpact:
    params = DepartureImpactParams(people=people, as_of=DAY)
    found = DEPARTURE_IMPACT.part(drawn(policy, **records), params)
    assert found is not None
    return found


PEOPLE = [employee("e"), employee("f"), contact("a"), contact("b"), contact("c")]


def test_contacts_whom_nobody_else_reaches_are_lost_with_the_employee() -> None:
    found = impact(
        "e",
        people=PEOPLE,
        ties=[tie("e", "a"), tie("e", "b"), tie("f", "b")],
        influences=[Influence(influencer="a", influenced="c", weight=0.9)],
        decision_roles=[role("c", Stage.APPROVAL)],
    )
    assert found.lost == ("c", "a"), "the most exposed first"
    assert found.people_within_reach == (3, 1)
    assert found.coverage == pytest.approx((2 / 3, 1 / 3))
    assert found.single_held == (1, 1), "a before, b after"
    (deal,) = found.opportunities
    assert deal.share.after == 0.0
    assert deal.share.before == pytest.approx(0.30)
    assert found.share_lost == pytest.approx(0.30)
    assert (found.money.value, found.money.currency) == (pytest.approx(300.0), "CNY")


def test_a_contact_with_nobody_left_is_orphaned_and_with_somebody_left_weakened() -> None:
    roles = [role("b", Stage.APPROVAL), role("a", Stage.EVALUATION)]
    found = impact("e", people=PEOPLE, ties=[tie("e", "a"), tie("e", "b"), tie("f", "b")], decision_roles=roles)
    assert [(one.contact, one.status, one.employees) for one in found.handovers] == [
        ("b", "WEAKENED", ("e",)),
        ("a", "ORPHANED", ("e",)),
    ], "the most exposed first"
    assert [one.exposure for one in found.handovers] == pytest.approx([0.30, 0.25])
    assert [one.employee for one in found.handovers[1].successors] == ["f"]


def test_a_tie_gone_cold_is_neither_lost_nor_handed_over() -> None:
    found = impact("e", people=PEOPLE, ties=[tie("e", "a", trust=1, last_contact="2025-01-01")])
    assert (found.handovers, found.lost) == ((), ())


def test_a_set_leaves_contacts_orphaned_that_each_of_it_would_only_weaken() -> None:
    ties = [tie("e", "a"), tie("f", "a")]
    assert impact("e", people=PEOPLE, ties=ties).handovers[0].status == "WEAKENED"
    (both,) = impact("e", "f", people=PEOPLE, ties=ties).handovers
    assert (both.status, both.employees, both.successors) == ("ORPHANED", ("e", "f"), ())


def test_a_contact_who_leaves_is_lost_with_those_reached_through_it() -> None:
    found = impact(
        "a",
        people=PEOPLE,
        ties=[tie("e", "a")],
        influences=[Influence(influencer="a", influenced="b", weight=0.9)],
        decision_roles=[role("a", Stage.APPROVAL), role("b", Stage.SPECIFICATION)],
    )
    assert found.lost == ("a", "b")
    assert found.share_lost == pytest.approx(0.60)
    assert found.handovers == (), "nothing to hand over of somebody who is not there"
    (seat,) = found.seats
    assert (seat.person, seat.opportunities) == ("a", ("deal",))
    assert seat.share == pytest.approx(0.30 + 0.30 * 0.9 / 1.9), "its own part, and of b's what it moves"


def test_the_seat_that_becomes_empty_names_who_may_follow_and_our_ties_to_them() -> None:
    lines = [ReportingLine(person="b", manager="a"), ReportingLine(person="c", manager="a")]
    ties = [tie("e", "a"), tie("f", "b")]
    (seat,) = impact("a", people=PEOPLE, reports_to=lines, ties=ties).seats
    assert {one.person for one in seat.candidates} == {"b", "c"}
    assert not seat.exposed
    (seat,) = impact("a", "f", people=PEOPLE, reports_to=lines, ties=ties).seats
    assert seat.exposed, "whom we know them through leaves too"
    (seat,) = impact("a", "b", people=PEOPLE, reports_to=lines, ties=ties).seats[:1]
    assert {one.person for one in seat.candidates} == {"c"}


def test_a_key_person_who_stays_is_named_with_what_the_departure_takes() -> None:
    found = impact(
        "e",
        people=PEOPLE,
        ties=[tie("e", "a"), tie("f", "a", trust=2), tie("e", "b"), tie("f", "b")],
        influences=[Influence(influencer="a", influenced="c", weight=0.8)],
        positions=[power(key, "INNER_CIRCLE") for key in "abc"],
    )
    changed = {one.person: one for one in found.key_people}
    assert (changed["a"].access_strength, changed["a"].live_ties) == ((1.0, pytest.approx(0.55)), (2, 1))
    assert (changed["c"].access_strength.after, changed["c"].live_ties) == (pytest.approx(0.44), (0, 0))
    assert (changed["b"].access_strength, changed["b"].live_ties) == ((1.0, 1.0), (2, 1))
    assert [one.person for one in found.key_people] == ["a", "c", "b"], "the largest loss of access first"
    assert found.key_people_covered == (2, 2)


def test_lines_tell_their_coverage_and_nothing_when_nobody_of_them_stays() -> None:
    people = [
        employee("e"),
        contact("a", department="t"),
        contact("b", department="m"),
        contact("c", department="m"),
    ]
    departments = [department("t", "TECHNICAL"), department("m", "MANAGEMENT")]
    found = impact("e", "a", departments=departments, people=people, ties=[tie("e", "a"), tie("e", "b")])
    assert [(one.line, one.before, one.after) for one in found.lines] == [
        ("MANAGEMENT", 0.5, 0.0),
        ("TECHNICAL", 1.0, None),
    ]


def test_someone_without_ties_costs_nothing() -> None:
    cold = tie("idle", "b", trust=1, last_contact="2020-01-01")
    found = impact("idle", people=[*PEOPLE, employee("idle")], ties=[tie("e", "a"), cold])
    assert (found.lost, found.handovers, found.key_people, found.share_lost) == ((), (), (), 0.0)
    assert found.people_within_reach == (1, 1)
    assert found.money == MoneyAtRisk(0.0, None)


def test_without_open_opportunities_the_inferred_decision_measures_the_loss_without_money() -> None:
    found = impact("e", opportunities=[], people=[employee("e"), contact("a", "EXECUTIVE")], ties=[tie("e", "a")])
    assert found.share_lost == pytest.approx(1.0)
    assert (found.opportunities, found.money) == ((), MoneyAtRisk(None, None))


def test_the_opportunity_that_loses_most_comes_first() -> None:
    deals = [
        Opportunity(key=key, company="acme", name=key, value=value, currency="CNY")
        for key, value in (("o1", 10.0), ("o2", 500.0), ("o3", None))
    ]
    roles = [role("a", Stage.APPROVAL, deal=deal.key) for deal in deals]
    policy = replace(Policy(), base_currency="CNY")
    drawn_so = {"opportunities": deals, "people": PEOPLE, "ties": [tie("e", "a")], "decision_roles": roles}
    found = impact("e", policy=policy, **drawn_so)
    assert [one.opportunity for one in found.opportunities] == ["o2", "o1", "o3"]
    assert found.money.value == pytest.approx(0.30 * 510)


def part(company: str, share_lost: float, money: MoneyAtRisk, policy: Policy | None = None) -> AccountImpact:
    found, severity = impact("c", people=PEOPLE), (policy or Policy()).severity(share_lost)
    values = {name: getattr(found, name) for name in AccountImpact.__dataclass_fields__}
    said = {"company": company, "share_lost": share_lost, "severity": severity, "money": money}
    return AccountImpact(**values | said)


def cny(value: float) -> MoneyAtRisk:
    return MoneyAtRisk(value, "CNY", amounts=(Amount("CNY", value),), is_in_base_currency=True)


def test_the_account_that_loses_the_largest_share_comes_first_and_money_in_the_base_currency_decides_then() -> (
    None
):
    unknown = MoneyAtRisk(None, None)
    parts = [
        part("little", 0.1, cny(99.0)),
        part("none", 0.0, unknown),
        part("small", 0.5, cny(10.0)),
        part("large", 0.5, cny(11.0)),
        part("b", 0.5, unknown),
        part("a", 0.5, unknown),
        part("much", 0.9, unknown),
    ]
    found = DEPARTURE_IMPACT.combine(parts, DepartureImpactParams(people=("e",), as_of=DAY))
    assert [one.company for one in found.accounts] == ["much", "large", "small", "a", "b", "little", "none"]
    assert found.totals.money == cny(120.0)


def test_a_loss_that_its_accounts_policy_calls_more_severe_comes_before_a_larger_one() -> None:
    strict = replace(Policy(), severity_bands={**Policy().severity_bands, "CRITICAL": 0.42})
    parts = [part("larger", 0.6, cny(9.0)), part("severe", 0.45, cny(1.0), strict)]
    found = DEPARTURE_IMPACT.combine(parts, DepartureImpactParams(people=("e",), as_of=DAY))
    assert [one.company for one in found.accounts] == ["severe", "larger"]


async def asked(people: tuple[str, ...], records: Any = None) -> DepartureImpact:
    store = await SqliteStore.open(None)
    try:
        await store.write(LOCAL, Changes(upserts=tables_of(records or world())))
        return await Asker(store).ask(LOCAL, DEPARTURE_IMPACT, DepartureImpactParams(people=people, as_of=DAY))
    finally:
        await store.close()


async def test_every_account_of_everybody_named_is_asked_and_people_are_counted_once() -> None:
    found = await asked(("e", "c", "e"))
    assert found.people == ("e", "c")
    assert [one.company for one in found.accounts] == ["acme", "other"]
    assert (found.totals.people, found.totals.accounts) == (3, 2)
    assert (found.totals.orphaned, found.totals.weakened) == (1, 0), "c is gone itself"
    assert found.totals.money.value == pytest.approx(30.0)
    assert found.as_of == date(2026, 6, 30)


@pytest.mark.parametrize(
    ("people", "ties", "is_listed"),
    [
        (("idle",), [], False),
        (("idle",), [tie("idle", "a", valid_to="2026-06-30")], False),
        (("idle",), [tie("idle", "gone")], False),
        (("idle",), [tie("idle", "a", trust=1, last_contact="2020-01-01")], True),
        (("gone",), [], False),
        (("b",), [], True),
        (("idle", "b"), [], True),
    ],
)
def test_an_account_is_listed_when_a_leaving_person_is_a_contact_or_has_a_valid_tie_into_it(
    people: tuple[str, ...], ties: list[Tie], is_listed: bool
) -> None:
    view = drawn(
        people=[*PEOPLE, employee("idle"), contact("gone", status="LEFT")],
        ties=[tie("e", "a"), *ties],
        interactions=[Interaction(key="met", kind="MEETING", on="2026-06-01", participants=("idle", "gone", "a"))],
    )
    params = DepartureImpactParams(people=people, as_of=DAY)
    part = DEPARTURE_IMPACT.part(view, params)
    found = DEPARTURE_IMPACT.combine([part], params)
    assert [one.company for one in found.accounts] == (["acme"] if is_listed else [])


async def test_a_person_of_no_account_has_an_answer_without_accounts() -> None:
    records = world_of(**{**world(), "people": [*world()["people"], employee("new")]})
    found = await asked(("new",), records)
    assert (found.accounts, found.totals.people, found.totals.money) == ((), 0, MoneyAtRisk(None, None))


async def test_an_unknown_key_is_told_and_so_is_an_empty_list() -> None:
    with pytest.raises(NotInGraph, match="nobody"):
        await asked(("e", "nobody"))
    with pytest.raises(QuestionRejected, match="people"):
        await asked(())
