"""Single points of failure on small drawn graphs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graph.errors import QuestionRejected
from graph.model.companies import Company
from graph.model.deals import Opportunity
from graph.model.people import Conflict, Influence
from graph.model.words import Side, Stage
from graph.policy import Policy
from queries.findings.catalogue import SinglePointKind
from queries.findings.finding import Finding
from queries.single_points_of_failure import (
    SINGLE_POINTS_OF_FAILURE,
    SinglePointConnection,
    SinglePointFilter,
    SinglePointsOfFailureParams,
)
from tests.questions.drawn import contact, drawn, employee, role, tie

SINGLE_HELD = {"filter": SinglePointFilter(kind=SinglePointKind.SINGLE_HELD)}


def page(
    policy: Policy | None = None, *, asked: dict[str, Any] | None = None, **records: list[Any]
) -> SinglePointConnection:
    params = SinglePointsOfFailureParams(**(asked or {}))
    view = drawn(policy, **records)
    return SINGLE_POINTS_OF_FAILURE.combine([SINGLE_POINTS_OF_FAILURE.part(view, params)], params)


def found(page: SinglePointConnection, kind: str) -> list[Finding]:
    return [edge.node for edge in page.edges if edge.node.kind == kind]


def test_a_person_with_one_live_tie_is_single_held_and_the_money_is_told() -> None:
    held = found(
        page(
            people=[employee("e"), contact("a")],
            ties=[tie("e", "a")],
            decision_roles=[role("a", Stage.APPROVAL)],
        ),
        "SINGLE_HELD",
    )
    assert [(x.point, x.targets, x.share) for x in held] == [("e", ("a",), pytest.approx(0.30))]
    assert (held[0].money.value, held[0].money.currency) == (pytest.approx(300.0), "CNY")
    assert held[0].severity == "MODERATE"


def test_a_person_with_two_live_ties_is_not_single_held() -> None:
    people = [employee("e"), employee("f"), contact("a")]
    assert not found(page(people=people, ties=[tie("e", "a"), tie("f", "a")]), "SINGLE_HELD")


def test_a_tie_gone_cold_or_of_somebody_who_left_does_not_count() -> None:
    people = [employee("e"), employee("cold"), employee("gone", status="LEFT"), contact("a")]
    ties = [tie("e", "a"), tie("cold", "a", trust=1, last_contact="2025-01-01"), tie("gone", "a")]
    (held,) = found(page(people=people, ties=ties), "SINGLE_HELD")
    assert held.point == "e"


def test_a_choke_point_is_named_for_every_open_opportunity() -> None:
    chokes = found(
        page(
            people=[employee("e"), contact("a"), contact("b")],
            ties=[tie("e", "a")],
            influences=[Influence(influencer="a", influenced="b", weight=0.8)],
            opportunities=[
                Opportunity(key="deal", company="acme", name="Deal", value=1000.0, currency="CNY"),
                Opportunity(key="other", company="acme", name="Other", value=500.0, currency="CNY", status="OPEN"),
                Opportunity(key="won", company="acme", name="Won", value=9000.0, currency="CNY", status="WON"),
            ],
            decision_roles=[role("b", stage) for stage in Stage] + [role("a", Stage.APPROVAL, deal="other")],
        ),
        "CHOKE_POINT",
    )
    assert {(x.point, x.opportunity, x.targets) for x in chokes} == {
        ("e", "deal", ("b", "a")),
        ("e", "other", ("b", "a")),
        ("a", "deal", ("b",)),
        ("a", "other", ("b",)),
    }
    # b hears a with 0.8, so a settles 4/9 and b 5/9 of the deal: without a both are lost
    exposure = {(x.point, x.opportunity): x.share for x in chokes}
    assert exposure["a", "deal"] == pytest.approx(1.0)
    assert exposure["e", "deal"] == pytest.approx(1.0)


def test_who_has_another_strong_way_is_not_lost() -> None:
    chokes = found(
        page(
            people=[employee("e"), employee("f"), contact("a"), contact("b")],
            ties=[tie("e", "a"), tie("f", "b", trust=1)],
            influences=[Influence(influencer="a", influenced="b", weight=0.8)],
        ),
        "CHOKE_POINT",
    )
    assert {(x.point, x.targets) for x in chokes} == {("e", ("a",))}


def test_without_open_opportunities_the_inferred_weights_count_and_no_money() -> None:
    (held,) = found(
        page(people=[employee("e"), contact("a", "EXECUTIVE")], ties=[tie("e", "a")], opportunities=[]),
        "SINGLE_HELD",
    )
    assert (held.share, held.money.value, held.severity) == (pytest.approx(1.0), None, "CRITICAL")


def test_a_subsidiary_shows_its_own_people_but_computes_on_the_whole_account() -> None:
    records: dict[str, list[Any]] = {
        "companies": [Company(key="acme-east", name="Acme East", side=Side.CUSTOMER, parent="acme")],
        "people": [employee("e"), contact("a"), contact("b").replace(company="acme-east")],
        "ties": [tie("e", "a"), tie("e", "b")],
        "decision_roles": [role("b", Stage.APPROVAL)],
    }
    held = found(page(asked={"filter": SinglePointFilter(company="acme-east")}, **records), "SINGLE_HELD")
    assert [(x.targets, x.company, x.share) for x in held] == [(("b",), "acme-east", pytest.approx(0.30))]


def three_deals(**values: tuple[float | None, str | None]) -> dict[str, list[Any]]:
    return {
        "people": [employee("e"), *(contact(key) for key in values)],
        "ties": [tie("e", key) for key in values],
        "opportunities": [
            Opportunity(key=f"d-{k}", company="acme", name=k, value=value, currency=cur)
            for k, (value, cur) in values.items()
        ],
        "decision_roles": [role(key, stage, deal=f"d-{key}") for key in values for stage in Stage],
    }


def test_of_equal_exposure_most_money_comes_first_and_unknown_money_last() -> None:
    records = three_deals(a=(100.0, "CNY"), b=(None, None), c=(900.0, "CNY"))
    policy = replace(Policy(), base_currency="CNY")
    held = found(
        page(policy, asked=SINGLE_HELD, **records),
        "SINGLE_HELD",
    )
    assert [x.targets[0] for x in held] == ["c", "a", "b"]


def test_the_most_severe_comes_first_whatever_the_money_and_then_the_larger_exposure() -> None:
    records = three_deals(a=(1e9, "CNY"), b=(1.0, "CNY"), c=(2.0, "CNY"))
    records["people"].append(contact("d"))
    records["decision_roles"] += [role("d", stage, deal=f"d-{key}") for key in "ac" for stage in Stage]
    records["decision_roles"] += [role("e2", stage, deal="d-c") for stage in Stage]
    records["people"].append(contact("e2"))
    policy = replace(Policy(), base_currency="CNY")
    held = found(
        page(policy, asked=SINGLE_HELD, **records),
        "SINGLE_HELD",
    )
    assert [(x.targets[0], x.severity) for x in held] == [("b", "CRITICAL"), ("a", "HIGH"), ("c", "MODERATE")]


@pytest.mark.parametrize("names", [("AUD", "ZAR"), ("ZAR", "AUD")])
def test_without_a_rate_the_order_does_not_depend_on_the_name_of_the_currency(names: tuple[str, str]) -> None:
    records = three_deals(a=(1.0, names[0]), b=(900.0, names[1]), c=(5.0, None))
    held = found(page(asked=SINGLE_HELD, **records), "SINGLE_HELD")
    assert [x.targets[0] for x in held] == ["a", "b", "c"]


def test_amounts_without_a_rate_come_after_those_with_one() -> None:
    policy = replace(Policy(), base_currency="CNY", rates={"USD": 7.0})
    records = three_deals(a=(100.0, "CNY"), b=(50.0, "USD"), c=(9000.0, "EUR"))
    held = found(
        page(policy, asked=SINGLE_HELD, **records),
        "SINGLE_HELD",
    )
    assert [(x.targets[0], x.money.value, x.money.currency) for x in held] == [
        ("b", pytest.approx(350.0), "CNY"),
        ("a", pytest.approx(100.0), "CNY"),
        ("c", pytest.approx(9000.0), "EUR"),
    ]


def test_amounts_of_two_currencies_without_rates_are_not_added() -> None:
    records = three_deals(a=(100.0, "CNY"))
    records["opportunities"].append(
        Opportunity(key="extra", company="acme", name="Extra", value=10.0, currency="USD")
    )
    records["decision_roles"].append(role("a", Stage.APPROVAL, deal="extra"))
    (held,) = found(page(asked=SINGLE_HELD, **records), "SINGLE_HELD")
    assert held.money.value is None
    assert [(amount.currency, amount.value) for amount in held.money.amounts] == [
        ("CNY", pytest.approx(100.0)),
        ("USD", pytest.approx(3.0)),
    ]


def test_pages_follow_one_another_without_gap_or_repeat() -> None:
    records = three_deals(a=(100.0, "CNY"), b=(None, None), c=(900.0, "CNY"), d=(900.0, "CNY"))
    whole = page(asked={"first": 100}, **records)
    after, seen = None, []
    while True:
        part = page(asked={"first": 2, "after": after}, **records)
        seen += [edge.node.id for edge in part.edges]
        if not part.page_info.has_next_page:
            break
        after = part.edges[-1].cursor
    assert seen == [edge.node.id for edge in whole.edges]
    assert len(set(seen)) == len(seen) == whole.total_count


@pytest.mark.parametrize("cursor", ["nonsense", "W10=", "eyJhIjoxfQ=="])
def test_a_cursor_of_another_list_is_refused(cursor: str) -> None:
    with pytest.raises(QuestionRejected, match="after"):
        page(asked={"after": cursor}, people=[contact("a")])


def test_a_share_that_cancels_out_brings_no_currency_in() -> None:
    listed = page(
        people=[employee("e1"), contact("p"), contact("a"), contact("q")],
        opportunities=[
            Opportunity(key="deal", company="acme", name="Deal", value=1000.0, currency="CNY"),
            Opportunity(key="other", company="acme", name="Other", value=1e6, currency="USD"),
        ],
        influences=[
            Influence(influencer="p", influenced="a", weight=1.0),
            Influence(influencer="a", influenced="q", weight=0.6),
        ],
        conflicts=[Conflict(person="p", other="q", weight=0.3)],
        decision_roles=[role("p", Stage.APPROVAL), role("q", Stage.APPROVAL, deal="other")],
        ties=[tie("e1", "p")],
    )
    (held,) = found(listed, "SINGLE_HELD")
    assert [amount.currency for amount in held.money.amounts] == ["CNY"]
    assert held.money.value is not None
