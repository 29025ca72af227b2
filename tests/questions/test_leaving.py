"""Who of ours is leaving: there until the day, but no holder beside others and no candidate for anything new."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from graph.messages.language import Language
from graph.model.people import Person
from graph.model.words import Stage
from graph.policy import Policy
from queries.account_view import AccountView
from queries.concentration import CONCENTRATION, ConcentrationParams
from queries.coverage_gaps import COVERAGE_GAPS, CoverageGapsParams
from queries.departure_impact import DEPARTURE_IMPACT, DepartureImpactParams
from queries.findings.causes import cause_of
from queries.findings.finding import Finding
from queries.findings.kept import finding_of, kept
from queries.findings.legend import Legend
from queries.findings.of_account import account_findings
from queries.repair_plan import REPAIR_PLAN, RepairPlan, RepairPlanParams
from queries.single_points_of_failure import SinglePointsOfFailureParams, findings
from queries.successors import SuccessorRanking
from tests.questions.drawn import DAY, contact, drawn, employee, role, tie

SOON = DAY + timedelta(days=30)


def going(key: str, day: date = SOON, status: str = "LEFT", **more: Any) -> Person:
    return employee(key, status=status, status_since=day.isoformat(), **more)


def held(*who: Person, policy: Policy | None = None) -> AccountView:
    """An account whose one contact, who decides alone, all of them have a live tie to."""
    return drawn(
        policy,
        people=[*who, contact("a")],
        ties=[tie(each.key, "a") for each in who],
        decision_roles=[role("a", Stage.APPROVAL)],
    )


def single_held(view: AccountView) -> list[Finding]:
    return [found for found in findings(view, SinglePointsOfFailureParams()) if found.kind == "SINGLE_HELD"]


@pytest.mark.parametrize(
    ("days", "status", "horizon", "is_leaving"),
    [
        (1, "LEFT", 90, True),
        (90, "LEFT", 90, True),
        (91, "LEFT", 90, False),
        (90, "MOVED", 90, True),
        (30, "RETIRED", 90, False),
        (30, "ACTIVE", 90, False),
        (30, None, 90, False),
        (31, "LEFT", 30, False),
        (1, "LEFT", 0, False),
    ],
)
def test_leaving_is_who_has_left_or_moved_within_the_horizon_after_the_day(
    days: int, status: str | None, horizon: int, is_leaving: bool
) -> None:
    person = employee("e", status=status, status_since=(DAY + timedelta(days=days)).isoformat())
    view = held(person, policy=replace(Policy(), leaving_horizon_days=horizon))
    assert view.leaving == ({"e": DAY + timedelta(days=days)} if is_leaving else {})
    assert view.live_ties.keys() == {"a"}, "the tie is live in any case"


@pytest.mark.parametrize("day", [DAY, DAY - timedelta(days=1)])
def test_who_is_gone_is_not_leaving_any_more(day: date) -> None:
    view = held(going("e", day))
    assert (view.leaving, view.live_ties) == ({}, {})


def test_a_contact_who_is_about_to_leave_is_none_of_ours() -> None:
    people = [employee("e"), contact("a", status="LEFT", status_since=SOON.isoformat())]
    assert drawn(people=people, ties=[tie("e", "a")]).leaving == {}


def test_holders_are_those_who_stay() -> None:
    view = held(employee("e"), going("f"), employee("g"))
    assert view.who_know("a") == ["e", "f", "g"]
    assert view.holders("a") == ["e", "g"]
    assert single_held(view) == []


def test_where_all_leave_the_last_to_do_so_holds_alone_then_the_first_key() -> None:
    first, last = going("a1", SOON), SOON + timedelta(days=5)
    assert held(first, going("e", last), going("d", last)).holders("a") == ["d"]
    assert held(first).holders("a") == ["a1"]


def test_a_relationship_whose_other_holder_is_leaving_is_single_held_and_says_from_when() -> None:
    (found,) = single_held(held(employee("e"), going("f")))
    assert (found.point, found.targets, found.held_until) == ("e", ("a",), None)
    assert found.summary(Language.EN) == (
        "From 2026-07-30 on only Name of e has a live tie to Name of a, who has 30 % of the decision: "
        "Name of f leaves by then."
    )
    assert set(found.evidence.people) == {"e", "a", "f"}
    assert {(edge.source, edge.target) for edge in found.evidence.edges} == {("e", "a"), ("f", "a")}
    assert ("leaving_horizon_days", 90.0) in [(one.name, one.value) for one in found.evidence.policy]
    of_two = single_held(held(employee("e"), going("f"), going("g", SOON + timedelta(days=2))))
    assert of_two[0].summary(Language.EN).startswith("From 2026-08-01 on only Name of e")
    assert of_two[0].summary(Language.EN).endswith("Name of f and Name of g leave by then.")


def test_a_relationship_whose_only_holder_is_leaving_says_until_when_it_is_held() -> None:
    (found,) = single_held(held(going("e")))
    assert (found.point, found.held_until) == ("e", SOON)
    assert found.summary(Language.EN) == (
        "Only Name of e has a live tie to Name of a, who has 30 % of the decision; Name of e leaves on 2026-07-30."
    )
    (both,) = single_held(held(going("e"), going("f", SOON + timedelta(days=1))))
    assert (both.point, both.held_until) == ("f", SOON + timedelta(days=1))
    assert both.summary(Language.EN) == (
        "All of us with a live tie to Name of a, who has 30 % of the decision, are leaving: "
        "Name of e on 2026-07-30, Name of f on 2026-07-31."
    )


def test_a_single_held_relationship_where_nobody_leaves_reads_as_before() -> None:
    (found,) = single_held(held(employee("e")))
    assert found.summary(Language.EN) == (
        "Only Name of e has a live tie to Name of a, who has 30 % of the decision."
    )
    assert found.held_until is None
    assert "leaving_horizon_days" not in [one.name for one in found.evidence.policy]


def test_key_people_and_the_grid_count_holders_while_coverage_counts_live_ties() -> None:
    gaps = COVERAGE_GAPS.part(held(employee("e"), going("f")), CoverageGapsParams(company="acme"))
    (cell,) = gaps.grid
    assert (cell.people, cell.covered, cell.redundant, cell.ratio) == (1, 1, 0, 1.0)
    (gap,) = [found for found in gaps.findings if found.kind == "SINGLE_HELD_KEY_PERSON"]
    assert (gap.subject.key, gap.held_until) == ("a", None)
    assert (
        gap.summary(Language.EN)
        == "From 2026-07-30 on only Name of e has a live tie to Name of a: Name of f leaves by then."
    )
    (until,) = [
        found
        for found in COVERAGE_GAPS.part(held(going("f")), CoverageGapsParams(company="acme")).findings
        if found.kind == "SINGLE_HELD_KEY_PERSON"
    ]
    assert until.held_until == SOON
    stays = COVERAGE_GAPS.part(held(employee("e"), employee("f")), CoverageGapsParams(company="acme"))
    assert stays.grid[0].redundant == 1


def read_back(found: Finding) -> Finding:
    """What is kept of the finding, here as a cause of its own, and read again."""
    legend = Legend()
    row = kept(found, cause_of([found]), legend)
    return finding_of(replace(row, legend=legend.text))


def test_all_findings_and_what_is_kept_of_them_say_until_when() -> None:
    found = {one.kind: one for one in account_findings(held(going("e")))}
    for kind in ("SINGLE_HELD", "SINGLE_HELD_KEY_PERSON"):
        assert (found[kind].employee, found[kind].held_until) == ("e", SOON)
        assert read_back(found[kind]) == found[kind]


def repair(view: AccountView) -> RepairPlan:
    params = RepairPlanParams(company="acme")
    return REPAIR_PLAN.combine([REPAIR_PLAN.part(view, params)], params)


def test_the_repair_plan_makes_up_for_who_leaves_and_proposes_no_tie_by_them() -> None:
    people = [employee("e"), going("f"), going("g"), employee("h"), contact("a"), contact("b")]
    ties = [tie("e", "a"), tie("f", "a"), tie("g", "b"), tie("h", "b")]
    plan = repair(drawn(people=people, ties=ties, decision_roles=[role("a", Stage.APPROVAL)]))
    assert [(one.employee, one.contact) for one in plan.ties] == [("h", "a")]
    assert plan.ties[0].repairs == "Live tie 2 of 2 wanted to Name of a; today Name of e has one."
    later = repair(drawn(day=SOON, people=people, ties=ties, decision_roles=[role("a", Stage.APPROVAL)]))
    assert [(one.employee, one.contact) for one in later.ties] == [("h", "a")], "as it is when they are gone"


def test_where_everybody_else_leaves_a_key_person_cannot_be_repaired() -> None:
    people = [employee("e"), going("g"), contact("a"), contact("b")]
    ties = [tie("e", "a"), tie("g", "b")]
    plan = repair(drawn(people=people, ties=ties, decision_roles=[role("a", Stage.APPROVAL)]))
    assert (plan.ties, plan.impossible, plan.lower_bound) == ((), ("a",), 0)


def test_who_is_leaving_succeeds_nobody() -> None:
    people = [
        employee("e"),
        employee("stays"),
        going("goes"),
        going("later", DAY + timedelta(days=91)),
        contact("a"),
    ]
    view = drawn(people=people, ties=[tie(each.key, "a") for each in people[:-1]])
    assert {one.employee for one in SuccessorRanking(view, ["e"]).of("a")} == {"stays", "later"}


def test_concentration_and_what_a_departure_loses_take_people_as_they_are() -> None:
    view = held(employee("e"), going("f"))
    assert len(CONCENTRATION.part(view, ConcentrationParams(company="acme")).holders) == 2
    impact = DEPARTURE_IMPACT.part(view, DepartureImpactParams(people=("e",)))
    assert impact is not None
    assert impact.lost == ()
    assert [one.status for one in impact.handovers] == ["WEAKENED"]
    assert tuple(impact.single_held) == (1, 1), "held by e alone for other than f, then by f until f leaves"
