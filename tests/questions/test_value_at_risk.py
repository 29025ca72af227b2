"""What is lost if one person leaves: the most of it is the value at risk; everyone of ours has an exposure."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from hypothesis import given

from graph.editing import apply_changes
from graph.model.deals import Opportunity
from graph.model.people import Influence
from graph.model.words import Stage
from graph.open_store import open_store
from graph.policy import Policy
from graph.posture import EmployeeExposure, StaleCount, Standard
from graph.rates import Conversion
from graph.sample_org import STORIES, sample_org
from graph.settings import Settings
from graph.store import Changes
from graph.viewer import LOCAL
from queries.account_view import AccountView
from queries.ask import Asker
from queries.departure_impact import AccountImpact, DepartureImpactParams, impact
from queries.exposure import ExposureParams
from queries.findings.catalogue import SinglePointKind
from queries.posture_of import posture_of
from queries.single_points_of_failure import SinglePointsOfFailureParams, findings
from queries.value_at_risk import value_at_risk
from tests.oracle.oracle import Oracle
from tests.oracle.world import World
from tests.oracle.worlds import POLICIES
from tests.questions.against_oracle import ACCOUNTS, DAYS, RANDOM, WORLDS, near, seen
from tests.questions.drawn import DAY, NOW, contact, drawn, employee, role, tie
from tests.questions.kept_rows import page_of


def exposures(view: AccountView) -> dict[str, EmployeeExposure]:
    kept = posture_of(view, Standard(NOW, "digest"), 1, "2026-06-30T06:00:00.000000+00:00").exposures
    return {held.employee: held for held in kept}


def leaving(view: AccountView, person: str) -> AccountImpact:
    """What the departure impact of one person of the account tells."""
    told = impact(view, DepartureImpactParams(people=(person,)))
    assert told is not None
    return told


def chain_behind(holders: tuple[str, ...], **records: Any) -> AccountView:
    """The holders know `boss`, through whom alone we reach `board`; the two decide on `deal` by halves."""
    return drawn(
        people=[*map(employee, holders), contact("boss"), contact("board"), *records.pop("people", [])],
        decision_roles=[role(person, stage) for stage in Stage for person in ("boss", "board")],
        influences=[Influence(influencer="boss", influenced="board", weight=0.9), *records.pop("influences", [])],
        ties=[*(tie(holder, "boss") for holder in holders), *records.pop("ties", [])],
        **records,
    )


def test_whom_we_reach_through_a_contact_held_alone_is_lost_with_the_employee_too() -> None:
    view = chain_behind(("e1",))
    held = exposures(view)["e1"]
    assert (held.single_held_count, held.exposure, held.severity) == (1, near(1.0), "CRITICAL")
    assert [amount.value for amount in held.amounts] == [near(1000.0)]
    assert value_at_risk(view).value == near(1000.0)


def test_a_contact_through_whom_alone_we_reach_others_puts_the_account_at_risk_whoever_knows_it() -> None:
    view = chain_behind(("e1", "e2"))
    assert value_at_risk(view).value == near(1000.0) == near(leaving(view, "boss").money.value)
    assert {held.exposure for held in exposures(view).values()} == {0.0}
    assert {held.severity for held in exposures(view).values()} == {None}


def test_a_contact_held_alone_whom_we_reach_another_way_is_at_risk_and_not_lost_with_the_employee() -> None:
    view = chain_behind(
        ("e1",),
        people=[employee("e2"), employee("e3"), contact("clerk")],
        ties=[tie("e2", "clerk"), tie("e3", "clerk"), tie("e2", "board"), tie("e3", "board")],
        influences=[Influence(influencer="clerk", influenced="boss", weight=0.9)],
    )
    held = exposures(view)["e1"]
    assert (held.single_held_count, held.exposure, held.severity) == (1, 0.0, None)
    shares = dict(zip(("boss", "clerk"), (view.share_of([key]) for key in ("boss", "clerk")), strict=True))
    assert 0 < shares["boss"] < 1
    assert value_at_risk(view).value == near(1000.0 * shares["boss"])


def test_what_hangs_on_several_people_is_not_added_up() -> None:
    view = drawn(
        people=[*map(employee, ("e1", "e2")), contact("boss"), contact("clerk")],
        decision_roles=[
            *(role("boss", stage) for stage in (Stage.SPECIFICATION, Stage.EVALUATION, Stage.APPROVAL)),
            role("clerk", Stage.QUALIFICATION),
        ],
        ties=[tie("e1", "boss"), tie("e2", "clerk")],
    )
    assert value_at_risk(view).value == near(850.0)


def test_nothing_is_at_risk_where_everybody_is_known_to_two_of_us_and_known_through_nobody() -> None:
    view = drawn(
        people=[employee("e1"), employee("e2"), contact("boss")],
        decision_roles=[role("boss", stage) for stage in Stage],
        ties=[tie("e1", "boss"), tie("e2", "boss")],
    )
    assert value_at_risk(view).value == 0.0
    assert leaving(view, "boss").money.value == near(1000.0)  # a loss, but of no single point of failure


def test_without_a_known_value_of_an_open_opportunity_the_value_at_risk_is_not_known() -> None:
    view = chain_behind(("e1",), opportunities=[Opportunity(key="deal", company="acme", name="Deal")])
    assert value_at_risk(view).value is None
    assert (exposures(view)["e1"].exposure, exposures(view)["e1"].amounts) == (near(1.0), ())


def test_amounts_that_cannot_be_compared_are_compared_by_share() -> None:
    """e1 alone reaches both deciders, in two currencies; the clerk alone is worth more of one of them."""
    deals = [
        Opportunity(key="deal", company="acme", name="Deal", value=1000.0, currency="CNY"),
        Opportunity(key="far", company="acme", name="Far", value=5.0, currency="EUR"),
    ]
    view = drawn(
        people=[employee("e1"), employee("e2"), contact("boss"), contact("clerk")],
        opportunities=deals,
        decision_roles=[
            *(role("boss", stage, deal=deal) for stage in Stage for deal in ("deal", "far")),
            role("clerk", Stage.EVALUATION),
        ],
        ties=[tie("e1", "boss"), tie("e2", "clerk")],
    )
    found = value_at_risk(view)
    assert found.value is None
    assert {amount.currency: amount.value for amount in found.amounts} == {"CNY": near(875.0), "EUR": near(5.0)}


@RANDOM
@given(WORLDS, POLICIES, DAYS)
def test_an_exposure_is_what_the_departure_impact_of_the_employee_tells(
    world: World, policy: Policy, as_of: str
) -> None:
    for account in ACCOUNTS:
        view = seen(Oracle(world, policy, as_of, account))
        held = exposures(view)
        conversion = Conversion(policy, view.rates.on(view.graph.as_of))
        for person in view.graph.employees:
            told = leaving(view, person)
            assert (person in held) or told.share_lost == 0.0
        for person, row in held.items():
            told = leaving(view, person)
            (shown,) = page_of([row], StaleCount(0, 0), ExposureParams(), conversion).edges[0].node.accounts
            assert shown.exposure == near(told.share_lost)
            assert (shown.severity is None) == (not told.lost)
            assert shown.money == told.money


@RANDOM
@given(WORLDS, POLICIES, DAYS)
def test_whom_we_lose_when_one_person_leaves_is_whom_the_departure_impact_tells(
    world: World, policy: Policy, as_of: str
) -> None:
    for account in ACCOUNTS:
        view = seen(Oracle(world, policy, as_of, account))
        for person in (*view.graph.employees, *view.graph.contacts):
            assert sorted(view.lost_without(person)) == sorted(leaving(view, person).lost)


@RANDOM
@given(WORLDS, POLICIES, DAYS)
def test_the_value_at_risk_is_the_largest_of_the_accounts_own_findings(
    world: World, policy: Policy, as_of: str
) -> None:
    for account in ACCOUNTS:
        view = seen(Oracle(world, policy, as_of, account))
        by_point: dict[tuple[str, str], float] = defaultdict(float)
        currencies = set()
        for found in findings(view, SinglePointsOfFailureParams()):
            is_held = found.kind == SinglePointKind.SINGLE_HELD
            by_point[found.kind, found.targets[0] if is_held else found.point] += found.money.value or 0.0
            currencies |= {amount.currency for amount in found.money.amounts}
        if len(currencies) == 1:
            assert value_at_risk(view).value == near(max(by_point.values()))


async def test_in_the_demo_each_account_behind_one_bridge_is_exposed_to_what_its_departure_loses() -> None:
    story = STORIES["one_bridge_to_four_accounts"]
    bridge = story.people["salesperson"]
    store = await open_store(Settings(store_url="memory:"))
    await apply_changes(store, LOCAL, Changes(upserts=sample_org(7, DAY)))
    views = [await Asker(store, today=lambda: DAY).view(LOCAL, account) for account in story.accounts]
    await store.close()
    for view in views:
        held, told = exposures(view)[bridge], leaving(view, bridge)
        assert (held.exposure, held.severity) == (near(told.share_lost), "CRITICAL")
        assert told.money.value is None or value_at_risk(view).value >= told.money.value
