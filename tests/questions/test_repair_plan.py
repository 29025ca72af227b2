"""The repair plan on small drawn graphs, rule by rule."""

from __future__ import annotations

from typing import Any

import pytest

from graph.errors import NotInGraph, QuestionRejected
from graph.model.companies import Company
from graph.model.deals import Opportunity
from graph.model.people import Influence, Tie
from graph.model.words import Power, Stage
from queries.coverage_gaps import COVERAGE_GAPS, CoverageGapsParams
from queries.repair_plan import REPAIR_PLAN, RepairPlan, RepairPlanParams
from tests.questions.drawn import contact, drawn, employee, power, role, tie

OLD = "2020-01-01"
"""So long ago that a tie is not live."""


def plan(
    *, opportunity: str | None = None, redundancy: int | None = None, capacity: int | None = None, **records: Any
) -> RepairPlan:
    company = None if opportunity else "acme"
    params = RepairPlanParams(company=company, opportunity=opportunity, redundancy=redundancy, capacity=capacity)
    return REPAIR_PLAN.part(drawn(**records), params)


def pairs(answer: RepairPlan) -> list[tuple[str, str]]:
    return [(found.employee, found.contact) for found in answer.ties]


def test_every_key_person_gets_as_many_ties_as_are_missing() -> None:
    answer = plan(
        people=[*(employee(key) for key in "efg"), *(contact(key) for key in "abcd")],
        ties=[tie("e", "a"), tie("e", "b"), tie("f", "b"), tie("g", "d")],
        decision_roles=[role(key, Stage.APPROVAL) for key in "abc"],
    )
    assert [found.contact for found in answer.ties].count("a") == 1
    assert [found.contact for found in answer.ties].count("b") == 0
    assert [found.contact for found in answer.ties].count("c") == 2
    assert (answer.count, answer.lower_bound, answer.impossible) == (3, 3, ())
    assert (answer.redundancy, answer.capacity) == (2, 20)


def test_who_is_no_key_person_gets_none() -> None:
    answer = plan(people=[employee("e"), employee("f"), contact("a")], ties=[tie("e", "a"), tie("f", "a")])
    assert (answer.ties, answer.count, answer.lower_bound, answer.impossible) == ((), 0, 0, ())


def test_nobody_makes_a_second_tie_to_the_same_person() -> None:
    answer = plan(
        redundancy=3,
        people=[employee("e"), employee("f"), contact("a"), contact("x")],
        ties=[tie("e", "a"), tie("f", "x")],
        decision_roles=[role("a", Stage.APPROVAL)],
    )
    assert pairs(answer) == [("f", "a")]
    assert (answer.lower_bound, answer.impossible) == (1, ("a",))


def test_a_tie_that_is_not_live_is_revived_rather_than_made() -> None:
    answer = plan(
        people=[employee("e"), employee("f"), employee("g"), contact("a"), contact("x")],
        ties=[tie("e", "a"), tie("f", "a", last_contact=OLD), tie("g", "x")],
        decision_roles=[role("a", Stage.APPROVAL)],
    )
    (found,) = answer.ties
    assert (found.employee, found.is_revived) == ("f", True)
    assert found.terms[0].name == "tie"
    assert found.terms[0].value is not None
    assert found.terms[0].value > 0


def test_an_employee_who_left_makes_no_tie() -> None:
    answer = plan(
        people=[employee("e"), employee("f", status="LEFT"), contact("a"), contact("x")],
        ties=[tie("e", "a"), tie("f", "x")],
        decision_roles=[role("a", Stage.APPROVAL)],
    )
    assert (answer.ties, answer.impossible) == ((), ("a",))


def test_no_employee_makes_more_ties_than_the_capacity() -> None:
    records: dict[str, Any] = {
        "people": [*(employee(key) for key in "ef"), *(contact(key) for key in "abc"), contact("x")],
        "ties": [*(tie("e", key) for key in "abc"), tie("f", "x")],
        "decision_roles": [role(key, Stage.APPROVAL) for key in "abc"],
    }
    assert [plan(capacity=most, **records).count for most in (0, 1, 2, 3, 4)] == [0, 1, 2, 3, 3]
    answer = plan(capacity=1, **records)
    assert (answer.lower_bound, answer.capacity, len(answer.impossible)) == (3, 1, 2)


def test_the_cheapest_of_the_largest_plans_is_chosen_not_the_greedy_one() -> None:
    """The best single pair, f for a, would leave b to g, who never knew b."""
    answer = plan(
        capacity=1,
        redundancy=1,
        people=[employee("f"), employee("g"), contact("a"), contact("b")],
        ties=[
            Tie(employee="f", contact="a", trust=5, last_contact="2023-06-01"),
            Tie(employee="f", contact="b", trust=4, last_contact="2023-06-01"),
            Tie(employee="g", contact="a", trust=4, last_contact="2023-06-01"),
        ],
        decision_roles=[role("a", Stage.APPROVAL), role("b", Stage.APPROVAL)],
    )
    assert sorted(pairs(answer)) == [("f", "b"), ("g", "a")]


def test_the_most_exposed_person_comes_first() -> None:
    answer = plan(
        redundancy=1,
        people=[employee("e"), contact("a"), contact("b"), contact("x")],
        ties=[tie("e", "x")],
        decision_roles=[role("a", Stage.QUALIFICATION), role("b", Stage.APPROVAL)],
    )
    assert pairs(answer) == [("e", "b"), ("e", "a")]


def test_the_introducer_is_the_last_person_on_the_best_path() -> None:
    answer = plan(
        redundancy=1,
        people=[employee("e"), *(contact(key) for key in "abc")],
        ties=[tie("e", "a"), tie("e", "b", trust=3)],
        influences=[
            Influence(influencer="a", influenced="c", weight=0.5),
            Influence(influencer="b", influenced="c", weight=0.5),
        ],
        decision_roles=[role("c", Stage.APPROVAL)],
    )
    assert [found.introducer for found in answer.ties] == ["a"]


def test_of_equally_strong_paths_the_one_with_fewest_steps_introduces_and_then_the_first_key() -> None:
    def introducer(*influences: Influence) -> str | None:
        answer = plan(
            redundancy=2,
            people=[employee("e"), employee("f"), *(contact(key) for key in "abcz")],
            ties=[tie("e", "a"), tie("e", "b"), tie("f", "a")],
            influences=list(influences),
            decision_roles=[role("z", Stage.APPROVAL)],
        )
        assert answer.count == 2
        return answer.ties[0].introducer

    assert (
        introducer(
            Influence(influencer="b", influenced="z", weight=0.5),
            Influence(influencer="a", influenced="z", weight=0.5),
        )
        == "a"
    )
    assert (
        introducer(
            Influence(influencer="b", influenced="z", weight=0.5),
            Influence(influencer="a", influenced="c", weight=1.0),
            Influence(influencer="c", influenced="z", weight=0.5),
        )
        == "b"
    )
    assert introducer() is None


def test_a_colleague_with_the_strongest_tie_introduces_the_second() -> None:
    answer = plan(
        people=[employee("e"), employee("f"), contact("a"), contact("x")],
        ties=[tie("e", "a"), tie("f", "x")],
        decision_roles=[role("a", Stage.APPROVAL)],
    )
    (found,) = answer.ties
    assert (found.employee, found.introducer) == ("f", "e")
    assert found.repairs == "Live tie 2 of 2 wanted to Name of a; today Name of e has one."


def test_the_findings_that_a_tie_works_against_are_those_of_the_coverage_gaps() -> None:
    records: dict[str, Any] = {
        "people": [*(employee(key) for key in "efg"), *(contact(key) for key in "abc"), contact("x")],
        "ties": [tie("e", "a"), tie("e", "c"), tie("f", "c"), tie("g", "x")],
        "decision_roles": [role(key, Stage.APPROVAL) for key in "abc"],
    }
    gaps = COVERAGE_GAPS.part(drawn(**records), CoverageGapsParams(company="acme"))
    ids = {(found.kind, found.subject.key): found.id for found in gaps.findings}

    answer = plan(redundancy=3, **records)

    assert {found.contact: found.findings for found in answer.ties} == {
        "a": (ids["SINGLE_HELD_KEY_PERSON", "a"],),
        "b": (ids["UNCOVERED_KEY_PERSON", "b"],),
        "c": (),
    }


def test_an_opportunity_is_about_who_has_a_part_in_it_or_power_on_it_or_on_the_account() -> None:
    answer = plan(
        opportunity="deal",
        redundancy=1,
        people=[employee("e"), *(contact(key) for key in "abcdx")],
        ties=[tie("e", "x")],
        opportunities=[
            Opportunity(key="deal", company="acme", name="Deal"),
            Opportunity(key="other", company="acme", name="Other"),
        ],
        decision_roles=[role("a", Stage.APPROVAL), role("b", Stage.APPROVAL, deal="other")],
        positions=[power("c", Power.INNER_CIRCLE, None), power("d", Power.POLITICAL_STRUCTURE, "deal")],
    )
    assert sorted(found.contact for found in answer.ties) == ["a", "c", "d"]
    assert (answer.opportunity, answer.company) == ("deal", "acme")


def test_a_company_is_about_its_own_people_computed_on_the_whole_account() -> None:
    view = drawn(
        companies=[Company(key="city", name="City", side="CUSTOMER", parent="acme")],
        people=[employee("e"), contact("a"), contact("b").replace(company="city")],
        ties=[tie("e", "a")],
        decision_roles=[role("a", Stage.APPROVAL), role("b", Stage.APPROVAL)],
    )
    answer = REPAIR_PLAN.part(view, RepairPlanParams(company="city", redundancy=1))
    assert pairs(answer) == [("e", "b")]


@pytest.mark.parametrize(
    "params",
    [
        RepairPlanParams(),
        RepairPlanParams(company="acme", opportunity="deal"),
        RepairPlanParams(company="acme", redundancy=0),
        RepairPlanParams(company="acme", capacity=-1),
    ],
    ids=["neither", "both", "no redundancy", "a capacity below 0"],
)
def test_parameters_without_an_answer_are_rejected(params: RepairPlanParams) -> None:
    with pytest.raises(QuestionRejected, match=r"expected .+"):
        REPAIR_PLAN.scope(params)


@pytest.mark.parametrize("params", [RepairPlanParams(company="nowhere"), RepairPlanParams(opportunity="nothing")])
def test_a_company_or_opportunity_of_another_account_is_not_in_the_graph(params: RepairPlanParams) -> None:
    with pytest.raises(NotInGraph):
        REPAIR_PLAN.part(drawn(), params)
