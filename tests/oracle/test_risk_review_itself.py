"""The oracle of the risk review against arithmetic that was done by hand (in the comments)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from graph.model.companies import Agreement, Company
from graph.model.deals import DecisionRole
from graph.model.people import Employment, Person, ReportingLine, Tie
from graph.policy import Policy
from tests.oracle import (
    assignment,
    changes,
    concentration,
    departure,
    grading,
    handover,
    index,
    matching,
    posture,
    repair,
    succession,
)
from tests.oracle.account_findings import Identity, account_findings
from tests.oracle.changes import Difference
from tests.oracle.likeness import likeness
from tests.oracle.money import Exchange
from tests.oracle.oracle import Oracle
from tests.oracle.successors import candidates
from tests.oracle.test_oracle_itself import T, small_world
from tests.oracle.world import World

_BEFORE_LATER, _LATER = ((date.fromisoformat(T) + timedelta(days=days)).isoformat() for days in (28, 30))
ENGINEER_SHARE = 1 / 12 + 1 / 6 * 13 / 51 + 0.3 / 17
"""Of EVALUATION a third; what the deputy listens to the engineer, 13/51; what the boss hears of that, 1/17."""


def alone() -> World:
    """Anna alone knows the engineer (0.70); over the deputy (0.35) that reaches the boss (0.105)."""
    return small_world()


def with_bob() -> World:
    """Bob has a weak live tie to the boss: 0.40 × 0.8 = 0.32."""
    world = small_world()
    world["people"].append(Person(key="bob", company="us", level="MIDDLE"))
    world["ties"].append(Tie(employee="bob", contact="boss"))
    return world


def asked(world: World, as_of: str = T, policy: Policy | None = None) -> Oracle:
    return Oracle(world, policy or Policy(), as_of, "acme")


def test_without_the_only_one_who_knows_them_everybody_is_out_of_reach() -> None:
    impact = departure.impact(asked(alone()), {"anna"})
    assert impact.people_within_reach == (3, 0)
    assert impact.key_people_covered == (1, 0)
    assert impact.single_held == (1, 0)
    assert impact.coverage == (pytest.approx(1 / 3), 0)
    assert impact.lines == {"MANAGEMENT": (0, 0), "TECHNICAL": (1, 0)}
    assert impact.lost == {"boss", "deputy", "engineer"}
    assert impact.shares["deal"] == (pytest.approx(0.55), 0)  # two stages of four have people: .30 + .25
    assert impact.money == {"CNY": pytest.approx(550)}
    (handed_over,) = impact.handovers
    assert handed_over == ("engineer", ("anna",), "ORPHANED", pytest.approx(ENGINEER_SHARE))
    assert set(impact.key_people) == {"boss", "deputy", "engineer"}


def test_who_leaves_counts_as_lost_and_everybody_behind_them_too() -> None:
    impact = departure.impact(asked(with_bob()), {"deputy"})
    assert impact.lost == {"deputy"}, "Bob knows the boss"
    assert impact.handovers == []
    assert departure.impact(asked(alone()), {"deputy"}).lost == {"boss", "deputy"}


def test_terms_of_a_successor() -> None:
    # no tie 0, alone in the department, OTHER is not TECHNICAL, MIDDLE is one above STAFF, one of 20 ties
    (bob,) = candidates(asked(with_bob()), "engineer", {"anna"})
    assert {name: value for name, (value, _) in bob.terms.items()} == {
        "tie": 0.0,
        "colleagues": None,
        "line": 0.0,
        "level": 1.0,
        "load": 0.95,
    }
    assert bob.score == pytest.approx(0.15 + 0.1 * 0.95)
    assert candidates(asked(alone()), "engineer", {"anna"}) == []
    (colleague,) = candidates(asked(alone()), "engineer", {"anna"}, None, ["anna", "boss"])
    assert (colleague.employee, colleague.is_colleague) == ("boss", True)


def test_the_best_assignment_may_pass_over_the_highest_pair() -> None:
    scores = {"c1": {"x": 0.9, "y": 0.8}, "c2": {"x": 0.8, "y": 0.0}}
    assert assignment.best_assignment(scores, 1) == (pytest.approx(1.6), 2)
    assert assignment.greedy_total(scores, 1) == pytest.approx(0.9)
    assert assignment.best_assignment(scores, 2) == (pytest.approx(1.7), 2)
    plan = handover.plan([asked(with_bob(), policy=replace(Policy(), successor_floor=0.15))], "anna", _LATER, 1)
    # Bob as above, but without spare load: his one tie is all that he may take over
    assert (plan.score, plan.dormant) == (pytest.approx(0.15), set())


def test_what_is_handed_over_for_a_later_day_is_done_and_takes_up_room() -> None:
    world = with_bob()
    (own,) = [tie for tie in world["ties"] if tie.employee == "anna"]
    rest = [tie for tie in world["ties"] if tie.employee != "anna"]
    world["ties"] = [
        *rest,
        own.replace(valid_to=_LATER),
        Tie(employee="bob", contact="engineer", valid_from=_LATER),
    ]
    plan = handover.plan([asked(world)], "anna", _LATER, 1)
    assert plan.handed_over == {"engineer": (_LATER, "bob")}
    assert (plan.handovers, plan.taken, plan.score) == ({}, {"bob": 1}, 0.0)
    before = handover.plan([asked(world)], "anna", _BEFORE_LATER, 1)
    assert (before.handed_over, before.taken, set(before.handovers)) == ({}, {}, {"engineer"})


def test_terms_of_an_heir() -> None:
    policy = replace(
        Policy(),
        succession_weights={"relation": 0.6, "department": 0.15, "level": 0.15, "rising_star": 0.1},
        succession_relations=dict(Policy().succession_relations, ACTING_MANAGER=0.5, DIRECT_REPORT=1.0),
        succession_likeness=0.0,
    )
    (boss,) = succession.heirs(asked(alone(), policy=policy), "deputy")
    assert boss.relations == {"ACTING_MANAGER"}
    assert boss.score == pytest.approx(0.6 * 0.5 + 0.15)  # the same department; a level above, not below
    (deputy,) = succession.heirs(asked(alone(), policy=policy), "boss")
    assert deputy.relations == {"DIRECT_REPORT"}
    assert deputy.score == pytest.approx(0.6 + 0.15 + 0.15)
    assert succession.is_exposed([deputy])
    assert not succession.is_exposed([boss._replace(live_ties=1)])
    assert succession.is_exposed([])


def test_how_alike_an_heir_is() -> None:
    world = small_world()
    world["people"] += [
        Person(key="twin", company="acme"),
        *(Person(key=f"r{n}", company="acme") for n in range(3)),
    ]
    lines = [
        ("twin", "boss", "SOLID"),
        ("r0", "deputy", "SOLID"),
        ("r1", "twin", "SOLID"),
        ("r2", "twin", "SOLID"),
    ]
    lines += [("deputy", "engineer", "DOTTED"), ("twin", "engineer", "DOTTED"), ("twin", "r0", "DOTTED")]
    world["reports_to"] += [
        ReportingLine(person=person, manager=manager, kind=kind) for person, manager, kind in lines
    ]
    world["works_in"] = [
        Employment(person="deputy", company="acme", title="总经理 Sales", valid_from=day_before(100)),
        Employment(person="twin", company="acme", title="副经理", valid_from=day_before(25)),
    ]
    # 总经, 经理, sales and 副经, 经理: 2 × 1 of 5
    assert likeness(asked(world), "deputy", "twin") == {
        "team_above": 1.0,
        "title": pytest.approx(0.4),
        "team_size": 0.5,
        "tenure": 0.25,
        "dotted_lines": 0.5,
    }
    assert likeness(asked(world), "deputy", "r1")["team_above"] == 0.5  # the twin reports to the boss
    assert likeness(asked(world), "deputy", "r0")["title"] is None
    assert likeness(asked(world), "twin", "deputy")["tenure"] == 1.0


def day_before(days: int) -> str:
    return (date.fromisoformat(T) - timedelta(days=days)).isoformat()


def test_a_repair_within_the_capacities() -> None:
    # wanted: one more to the engineer (Bob) and the boss (Anna), two to the deputy
    found = repair.repair(asked(with_bob()), None, 2, 20)
    assert found.missing == {"boss": 1, "deputy": 2, "engineer": 1}
    assert (found.count, found.lower_bound) == (4, 4)
    assert repair.repair(asked(with_bob()), None, 2, 1).count == 2
    assert repair.repair(asked(alone()), None, 2, 20).lower_bound == 2


def test_concentration() -> None:
    oracle = asked(with_bob())
    assert concentration.effective_holders(oracle) == pytest.approx(1.02**2 / (0.7**2 + 0.32**2))
    # without Anna only the engineer is lost, a quarter of .55; without Bob nobody
    assert concentration.bus_factors(oracle)["deal"] == (2, [("anna", "bob")], pytest.approx(0.55))
    assert concentration.bus_factors(asked(alone()))["deal"].count == 1


def test_how_levels_and_lines_meet() -> None:
    world = with_bob()
    assert matching.pairs(asked(world)) == {("engineer", "anna"): "UNKNOWN_LEVEL", ("boss", "bob"): "UNDER_LEVEL"}
    world["people"][0] = world["people"][0].replace(level="SENIOR")
    assert matching.pairs(asked(world))["engineer", "anna"] == "OVER_LEVEL"
    assert matching.matched_lines(asked(world)) == set()
    assert {each.kind for each in matching.findings(asked(world))} == {"LEVEL_UNMATCHED", "FUNCTION_UNMATCHED"}


def test_the_three_layers() -> None:
    world = alone()
    assert index.key(asked(world)) == 0, "two stages have nobody"
    world["decision_roles"] = [
        DecisionRole(person="boss", opportunity="deal", stage=stage, part="LEADS")
        for stage in ("QUALIFICATION", "SPECIFICATION", "EVALUATION", "APPROVAL")
    ]
    # all stages GREEN and alike: 1 × 0.105 × (1 + 0.5) / 2
    assert index.key(asked(world)) == pytest.approx(100 * 0.105 * 0.75)
    # of two lines one is covered; every department has the engineer in or below it; nobody is tagged
    assert index.general(asked(world)) == pytest.approx(100 * (0.5 * 0.5 + 0.3) / 0.8)
    assert index.organizational(asked(world)) == 0
    world["agreements"] = [Agreement(key="a", company="acme", kind="FRAMEWORK")]
    assert index.organizational(asked(world)) == pytest.approx(15)


def test_a_grade_from_what_is_known() -> None:
    customers = [
        Company(
            key=str(n),
            name="",
            side="CUSTOMER",
            annual_value=100.0 * n,
            currency="CNY",
            strategic_fit=5,
            industry_influence=n,
        )
        for n in (1, 2, 3, 4, 5)
    ]
    nowhere = Exchange(Policy(), (), T)
    # fit 5, influence 3, the value in the third fifth: (.25 × 5 + .15 × 3 + .25 × 3) / .65
    score = grading.score(nowhere, customers[2], customers)
    assert score == pytest.approx(2.45 / 0.65)
    assert grading.grade(Policy(), score) == "A"
    assert grading.quadrants(nowhere, customers[2], customers) == {
        "INFLUENCE_VOLUME": "S",
        "PRESENT_POTENTIAL": None,
    }
    assert grading.quadrants(nowhere, customers[1], customers)["INFLUENCE_VOLUME"] == "C"
    elsewhere = [replace_currency(each) for each in customers[:2]]
    assert grading.terms(nowhere, customers[4], elsewhere)["present_value"][0] is None


def replace_currency(company: Company) -> Company:
    return company.replace(currency="EUR")


def test_a_tie_that_nobody_cared_for_goes_cold() -> None:
    # 0.7 × 2^(-600/438) = 0.27
    before, after = asked(alone()), asked(alone(), "2027-11-21")
    assert changes.differences(before, after) == {Difference("TIE_GONE_COLD", "engineer", employee="anna")}
    appeared, disappeared = changes.finding_differences(before, after)
    assert Identity("UNCOVERED_LINE", "TECHNICAL", "acme") in appeared
    assert Identity("SINGLE_HELD", "engineer", employee="anna") in disappeared


def test_what_hangs_on_one_of_us() -> None:
    oracle = asked(alone())
    held = posture.exposures(oracle)["anna"]
    everyone = sum(oracle.decision("deal").shares.values())
    assert held == (1, 1, pytest.approx(everyone), "HIGH", {"CNY": pytest.approx(1000 * everyone)})
    with_anna, with_engineer = posture.values_at_risk(oracle)
    assert with_anna == with_engineer == held.money
    assert posture.exposures(replace(oracle, world=with_bob())).keys() == {"anna", "bob"}
    assert account_findings(oracle)[Identity("CHOKE_POINT", "anna", opportunity="deal")] == ("HIGH", True)
