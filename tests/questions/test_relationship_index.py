"""The relationship index on small drawn graphs, against naive sums, and under changes that it must follow."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from graph.account_graph import account_on
from graph.errors import NotInGraph
from graph.model.companies import Agreement, Company, Department
from graph.model.deals import Opportunity
from graph.model.meetings import Interaction
from graph.model.people import Person
from graph.model.words import Line, OrgLevel, Part, Side, Stage, Stance, Tag
from graph.policy import Policy
from queries.account_view import AccountView
from queries.relationship_index import (
    RELATIONSHIP_INDEX,
    LayerIndex,
    RelationshipIndex,
    RelationshipIndexParams,
    layer_values,
)
from tests.oracle.account_records import account_records
from tests.oracle.random_days import AS_OF
from tests.oracle.world import World
from tests.oracle.worlds import ASKED, worlds
from tests.questions.drawn import contact, department, drawn, employee, role, stance, tie

SOME = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def index_of(view: AccountView, company: str = "acme") -> RelationshipIndex:
    return RELATIONSHIP_INDEX.part(view, RelationshipIndexParams(company=company))


def index(
    policy: Policy | None = None, grade: str | None = None, day: date | None = None, **records: list[Any]
) -> RelationshipIndex:
    given_day = {"day": day} if day else {}
    return index_of(drawn(policy, grade=grade, **given_day, **records))


def values(layer: LayerIndex) -> dict[str, float | None]:
    return {term.name: term.value for term in layer.terms}


def everywhere(person: str, deal: str = "deal", **more: Any) -> list[Any]:
    """A person with a part in every stage."""
    return [role(person, stage, deal=deal, **more) for stage in Stage]


# --- KEY


def test_a_stage_is_as_healthy_as_its_people_are_reached_and_for_us() -> None:
    answer = index(
        people=[employee("e"), contact("led"), contact("heard")],
        ties=[tie("e", "led", 3), tie("e", "heard", 5)],
        decision_roles=[
            *everywhere("led"),
            *(role("heard", stage, Part.PARTICIPATES) for stage in Stage),
        ],
        positions=[stance("led", Stance.SUPPORTER), stance("heard", Stance.OPPONENT)],
    )
    # weights 2/3 and 1/3; reached with 0.70 and 1.00; (1 + 0.5) / 2 and (1 - 1) / 2
    assert values(answer.key) == {"deal": pytest.approx(2 / 3 * 0.70 * 0.75)}
    assert answer.key.value == pytest.approx(35.0)
    assert answer.key.completeness == 1.0


def test_an_unknown_stance_counts_as_neutral_and_lowers_the_completeness() -> None:
    answer = index(people=[employee("e"), contact("a")], ties=[tie("e", "a")], decision_roles=everywhere("a"))
    assert answer.key.value == pytest.approx(50.0)
    assert answer.key.completeness == pytest.approx(2 / 3)  # parts and value are known, the stance is not


def test_a_stage_with_nobody_makes_the_opportunity_worth_nothing() -> None:
    answer = index(
        people=[employee("e"), contact("a")],
        ties=[tie("e", "a")],
        decision_roles=[role("a", Stage.APPROVAL)],
        positions=[stance("a", Stance.MENTOR)],
    )
    assert (answer.key.value, answer.key.completeness) == (0.0, 1.0)


def test_the_weakest_stage_counts_and_not_the_mean() -> None:
    answer = index(
        people=[employee("e"), contact("friend"), contact("foe")],
        ties=[tie("e", "friend"), tie("e", "foe")],
        decision_roles=[
            *(role("friend", stage) for stage in Stage if stage != Stage.EVALUATION),
            role("foe", Stage.EVALUATION),
        ],
        positions=[stance("friend", Stance.MENTOR), stance("foe", Stance.NON_SUPPORTER)],
    )
    assert answer.key.value == pytest.approx(100 * (1 - 0.5) / 2)


def two_deals(
    first: tuple[float | None, str | None], second: tuple[float | None, str | None]
) -> dict[str, list[Any]]:
    """`good` is decided by a mentor (health 1), `bad` by an opponent (health 0)."""
    return {
        "opportunities": [
            Opportunity(key=name.lower(), company="acme", name=name, value=value, currency=currency)
            for name, (value, currency) in (("Good", first), ("Bad", second))
        ],
        "people": [employee("e"), contact("a"), contact("b")],
        "ties": [tie("e", "a"), tie("e", "b")],
        "decision_roles": [*everywhere("a", "good"), *everywhere("b", "bad")],
        "positions": [stance("a", Stance.MENTOR, "good"), stance("b", Stance.OPPONENT, "bad")],
    }


RATES = replace(Policy(), base_currency="CNY", rates={"EUR": 8.0})


@pytest.mark.parametrize(
    ("policy", "good", "bad", "expected"),
    [
        (None, (300.0, "CNY"), (100.0, "CNY"), 75.0),
        (None, (300.0, "CNY"), (100.0, "EUR"), 50.0),  # cannot be compared
        (RATES, (300.0, "CNY"), (100.0, "EUR"), 100 * 300 / 1100),
        (RATES, (300.0, "USD"), (100.0, "USD"), 75.0),  # no rate, but one currency
        (RATES, (300.0, "USD"), (100.0, "CNY"), 50.0),
        (None, (None, "CNY"), (100.0, "CNY"), 50.0),
        (None, (0.0, "CNY"), (0.0, "CNY"), 50.0),
        (None, (300.0, None), (100.0, None), 75.0),
    ],
)
def test_opportunities_weigh_by_value_in_one_currency_or_else_alike(
    policy: Policy | None, good: tuple[float | None, str], bad: tuple[float | None, str], expected: float
) -> None:
    assert index(policy, **two_deals(good, bad)).key.value == pytest.approx(expected)


def test_an_opportunity_without_any_part_is_left_out_and_lowers_the_completeness() -> None:
    records = two_deals((300.0, "CNY"), (100.0, "CNY"))
    records["decision_roles"] = everywhere("a", "good")
    answer = index(**records)
    assert answer.key.value == pytest.approx(100.0)
    assert [(term.name, term.value, term.weight) for term in answer.key.terms] == [
        ("bad", None, 0.0),
        ("good", pytest.approx(1.0), 1.0),
    ]
    assert answer.key.completeness == pytest.approx(4 / 5)


def test_without_an_open_opportunity_there_is_no_key_index() -> None:
    answer = index(
        opportunities=[Opportunity(key="won", company="acme", name="Won", status="WON")], people=[contact("a")]
    )
    assert (answer.key.value, answer.key.terms, answer.key.completeness) == (None, (), 1.0)


# --- GENERAL


def test_the_general_index_is_the_weighted_mean_of_its_terms() -> None:
    answer = index(
        grade="A",
        departments=[
            department("tech", Line.TECHNICAL),
            department("lab", None, "tech"),
            department("fin", Line.FINANCE),
        ],
        people=[
            employee("e"),
            contact("a", OrgLevel.STAFF, "lab", tags=(Tag.RISING_STAR,)),
            contact("b", OrgLevel.STAFF, "tech"),
            contact("c", OrgLevel.STAFF, "fin", tags=(Tag.GATEKEEPER,)),
        ],
        ties=[tie("e", "a")],
    )
    # TECHNICAL: half covered, target 0.60; FINANCE: nobody. tech and lab are touched, fin is not.
    assert values(answer.general) == {
        "lines": pytest.approx((0.5 / 0.6 + 0) / 2),
        "departments": pytest.approx(2 / 3),
        "rising_stars_and_gatekeepers": 0.5,
    }
    assert answer.general.value == pytest.approx(100 * (0.5 * 0.5 / 1.2 + 0.3 * 2 / 3 + 0.2 * 0.5))
    assert answer.general.completeness == 1.0


def test_a_line_above_its_target_counts_as_one_that_reaches_it() -> None:
    people = [employee("e"), contact("a"), contact("b")]
    assert values(index(grade="C", people=people, ties=[tie("e", "a")]).general)["lines"] == 1.0


def test_terms_without_subjects_are_left_out_and_the_others_make_up_for_them() -> None:
    answer = index(people=[employee("e"), contact("a"), contact("b", tags=("RISING_STAR",))], ties=[tie("e", "a")])
    assert values(answer.general) == {"lines": None, "departments": None, "rising_stars_and_gatekeepers": 0.0}
    assert answer.general.value == 0.0
    # no grade, no departments, hence no lines; the tie's trust and date are known
    assert answer.general.completeness == pytest.approx(2 / (1 + 4 + 2))


def test_without_people_there_is_no_general_index() -> None:
    answer = index(grade="S")
    assert (answer.general.value, answer.general.completeness) == (None, 1.0)


# --- ORGANIZATIONAL


def test_the_organizational_index_is_the_weighted_mean_of_its_terms() -> None:
    answer = index(
        departments=[
            Department(key="us-tech", company="us", name="Engineering", line=Line.TECHNICAL),
            department("tech", Line.TECHNICAL),
            department("fin", Line.FINANCE),
        ],
        people=[
            employee("e", level=OrgLevel.SENIOR, department="us-tech"),
            contact("met", OrgLevel.SENIOR, "tech"),
            contact("unmet", OrgLevel.EXECUTIVE, "fin"),
            contact("staff", OrgLevel.STAFF, "fin"),
        ],
        ties=[tie("e", "met"), tie("e", "unmet")],
        agreements=[Agreement(key="frame", company="acme", kind="FRAMEWORK")],
    )
    assert values(answer.organizational) == {"levels": 0.5, "lines": 0.5, "agreement": 1.0, "joint_event": 0.0}
    assert answer.organizational.value == pytest.approx(100 * (0.4 * 0.5 + 0.3 * 0.5 + 0.15))
    assert answer.organizational.completeness == 1.0


def test_a_joint_event_and_an_agreement_count_also_where_there_are_no_leaders() -> None:
    answer = index(
        people=[employee("e"), contact("a")],
        ties=[tie("e", "a")],
        interactions=[Interaction(key="i", kind="VISIT", on="2026-06-01", participants=("a", "e"))],
    )
    assert values(answer.organizational) == {"levels": None, "lines": 1.0, "agreement": 0.0, "joint_event": 1.0}
    assert answer.organizational.value == pytest.approx(100 * 0.45 / 0.6)
    assert answer.organizational.completeness == 0.0  # no level, no line, on either side


# --- trend, company, metamorphic


def test_the_trend_is_the_same_index_on_the_same_day_a_year_before() -> None:
    records: dict[str, list[Any]] = {
        "people": [employee("e"), contact("a", tags=(Tag.GATEKEEPER,)), contact("b", tags=(Tag.GATEKEEPER,))],
        "ties": [
            tie("e", "a", last_contact="2025-06-30"),
            tie("e", "b", last_contact="2026-06-30", valid_from="2026-01-01"),
        ],
    }
    now, before = index(**records), index(day=date(2025, 6, 30), **records)
    assert now.general.value == 100.0
    assert (now.general.trend.on, now.general.trend.value) == (date(2025, 6, 30), 50.0)
    assert before.general.value == now.general.trend.value


@pytest.mark.parametrize(
    ("day", "before"),
    [
        (date(2024, 2, 29), date(2023, 2, 28)),
        (date(2025, 2, 28), date(2024, 2, 28)),
        (date(2024, 3, 1), date(2023, 3, 1)),
    ],
)
def test_a_leap_day_is_compared_with_the_28th(day: date, before: date) -> None:
    assert index(day=day).key.trend.on == before


def test_a_subsidiary_is_told_of_its_own_people_deals_and_agreements() -> None:
    view = drawn(
        companies=[Company(key="plant", name="Plant", side=Side.CUSTOMER, parent="acme", grade="B")],
        opportunities=[
            Opportunity(key="deal", company="acme", name="Deal"),
            Opportunity(key="local", company="plant", name="Local"),
        ],
        people=[employee("e"), contact("a"), Person(key="p", name="P", company="plant", level="STAFF")],
        ties=[tie("e", "a")],
        decision_roles=[*everywhere("a"), *everywhere("p", "local")],
        agreements=[Agreement(key="frame", company="acme", kind="FRAMEWORK")],
    )
    plant, group = index_of(view, "plant"), index_of(view)
    assert values(plant.key) == {"local": 0.0}
    assert values(group.key) == {"deal": pytest.approx(0.5), "local": 0.0}
    assert values(plant.general)["lines"] == 0.0
    assert values(plant.organizational)["agreement"] == 0.0
    assert values(group.organizational)["agreement"] == 1.0


def test_a_company_of_another_account_is_refused() -> None:
    with pytest.raises(NotInGraph):
        index_of(drawn(), "us")


def seen(world: World, company: str) -> AccountView:
    return AccountView(account_on(account_records(world, company), date.fromisoformat(AS_OF)), Policy())


@SOME
@given(worlds(), ASKED)
def test_every_index_and_completeness_is_within_its_bounds(world: World, company: str) -> None:
    account = "stranger" if company == "stranger" else "group"
    view = seen(world, account)
    answer = index_of(view, company)
    layers = (answer.key, answer.general, answer.organizational)
    assert layer_values(view, company) == tuple(layer.value for layer in layers)
    for layer in layers:
        assert layer.value is None or -1e-9 <= layer.value <= 100 + 1e-9
        assert 0 <= layer.completeness <= 1
        assert all(term.value is None or -1e-9 <= term.value <= 1 + 1e-9 for term in layer.terms)
        with_value = [term for term in layer.terms if term.value is not None]
        if with_value and sum(term.weight for term in with_value) > 0:
            naive = sum(term.weight * (term.value or 0.0) for term in with_value)
            assert layer.value == pytest.approx(100 * naive / sum(term.weight for term in with_value))


@SOME
@given(worlds(), ASKED)
def test_the_terms_are_what_counting_people_one_by_one_gives(world: World, company: str) -> None:
    view = seen(world, "stranger" if company == "stranger" else "group")
    people = view.graph.contacts_of(company)
    live = {(held.tie.employee, held.tie.contact) for held in view.ties if held.is_live}
    covered = {contact_key for _, contact_key in live if contact_key in people}
    levels = ["EXECUTIVE", "SENIOR", "MIDDLE", "STAFF"]
    met, lines_met, branches = set(), set(), {}
    for ours, theirs in live:
        member = view.graph.employees[ours]
        if theirs in people:
            if member.line == people[theirs].line:
                lines_met.add(member.line)
            pair = (people[theirs].level, member.level)
            if "UNKNOWN" not in pair and levels.index(pair[0]) - levels.index(pair[1]) in (0, 1):
                met.add(theirs)
    for key, member in people.items():
        place = view.graph.departments.get(member.department or "")
        while place is not None:
            branches.setdefault(place.key, set()).add(key)
            place = view.graph.departments.get(place.parent or "")
    leaders = [key for key, member in people.items() if member.level in ("EXECUTIVE", "SENIOR")]
    lines = {member.line for member in people.values()}
    answer = index_of(view, company)
    found = values(answer.general) | {f"matched {name}": v for name, v in values(answer.organizational).items()}

    def part(subjects: Collection[str], chosen: Collection[str]) -> float | None:
        return len([each for each in subjects if each in chosen]) / len(subjects) if subjects else None

    touched = [key for key, members in branches.items() if members & covered]
    assert found["departments"] == pytest.approx(part(branches, touched))
    assert found["matched levels"] == pytest.approx(part(leaders, met))
    assert found["matched lines"] == pytest.approx(part(lines, lines_met))


@SOME
@given(worlds())
def test_a_live_tie_more_never_lowers_the_general_index(world: World) -> None:
    view = seen(world, "group")
    present = sorted(key for key in view.graph.our_people if view.graph.everyone[key].is_present)
    _, before, _ = layer_values(view, "group")
    for contact_key in view.graph.contacts:
        if present and not any(held.tie.contact == contact_key for held in view.ties):
            more = {**world, "ties": [*world["ties"], tie(present[0], contact_key, 5, AS_OF)]}
            _, after, _ = layer_values(seen(more, "group"), "group")
            assert before is None or (after is not None and after >= before - 1e-9)


@SOME
@given(worlds())
def test_an_unrelated_account_changes_nothing(world: World) -> None:
    more = {
        **world,
        "companies": [*world["companies"], Company(key="far", name="Far", side=Side.CUSTOMER, grade="S")],
        "people": [*world["people"], Person(key="far-a", name="A", company="far", level="EXECUTIVE")],
        "opportunities": [
            *world["opportunities"],
            Opportunity(key="far-o", company="far", name="O", value=5.0, currency="CNY"),
        ],
        "agreements": [*world["agreements"], Agreement(key="far-g", company="far", kind="STRATEGIC")],
    }
    assert index_of(seen(more, "group"), "group") == index_of(seen(world, "group"), "group")
