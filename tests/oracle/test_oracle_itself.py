"""The oracle against arithmetic that was done by hand (in the comments)."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from graph.model.companies import Company, Department
from graph.model.deals import DecisionRole, Opportunity, Position
from graph.model.meetings import Interaction
from graph.model.people import Conflict, Employment, Influence, Person, ReportingLine, Tie
from graph.policy import Policy
from tests.oracle import access
from tests.oracle.companies import account_of, companies_below
from tests.oracle.coverage import Finding
from tests.oracle.failure import choke_points, single_held_relationships
from tests.oracle.findings import findings, grid
from tests.oracle.opinions import pull, settled
from tests.oracle.oracle import Oracle
from tests.oracle.people import workplace
from tests.oracle.world import World, tables_of, world_from, world_of

T = "2026-03-31"


def small_world() -> World:
    """A boss, a deputy who reports to the boss, an engineer and one salesperson of ours."""
    return world_of(
        companies=[
            Company(key="us", name="Us", side="SUPPLIER"),
            Company(key="acme", name="Acme", side="CUSTOMER", grade="A"),
        ],
        departments=[
            Department(key="acme/all", company="acme", name="Acme", line="MANAGEMENT"),
            Department(key="acme/tech", company="acme", name="Tech", parent="acme/all", line="TECHNICAL"),
            Department(key="acme/lab", company="acme", name="Lab", parent="acme/tech"),
        ],
        people=[
            Person(key="anna", company="us"),
            Person(key="boss", company="acme", department="acme/all", level="EXECUTIVE"),
            Person(key="deputy", company="acme", department="acme/all", level="SENIOR"),
            Person(key="engineer", company="acme", department="acme/lab", level="STAFF"),
        ],
        reports_to=[ReportingLine(person="deputy", manager="boss")],
        influences=[Influence(influencer="engineer", influenced="deputy", weight=0.5)],
        ties=[Tie(employee="anna", contact="engineer", trust=3, target_trust=4, last_contact="2026-03-31")],
        opportunities=[Opportunity(key="deal", company="acme", name="Deal", value=1000.0, currency="CNY")],
        decision_roles=[
            DecisionRole(person="boss", opportunity="deal", stage="APPROVAL", part="LEADS"),
            DecisionRole(person="deputy", opportunity="deal", stage="EVALUATION", part="LEADS"),
            DecisionRole(person="engineer", opportunity="deal", stage="EVALUATION", part="PARTICIPATES"),
        ],
        positions=[
            Position(person="boss", opportunity="deal", stated_on="2026-01-01", stance="SUPPORTER"),
            Position(person="deputy", company="acme", stated_on="2026-01-01", stance="OPPONENT"),
        ],
    )


def asked(world: World, company: str = "acme", policy: Policy | None = None) -> Oracle:
    return Oracle(world, policy or Policy(), T, company)


def test_a_world_survives_its_tables() -> None:
    world = small_world()
    assert world_from(tables_of(world)) == world


def test_an_account_is_the_highest_customer_and_what_hangs_below_it() -> None:
    world = world_of(
        companies=[
            Company(key="top", name="", side="CUSTOMER"),
            Company(key="mid", name="", side="CUSTOMER", parent="top"),
            Company(key="lab", name="", side="PARTNER", parent="mid"),
            Company(key="inner", name="", side="PARTNER", parent="lab"),
            Company(key="apart", name="", side="CUSTOMER", parent="lab"),
            Company(key="us", name="", side="SUPPLIER", parent="top"),
            Company(key="free", name="", side="PARTNER"),
        ]
    )
    assert [account_of(world, key) for key in ("top", "mid", "lab", "inner")] == ["top"] * 4
    assert account_of(world, "apart") == "apart"
    assert account_of(world, "us") is None
    assert account_of(world, "free") is None
    assert companies_below(world, "mid") == {"mid", "lab", "inner"}


def test_a_person_between_two_employments_keeps_company_and_level_but_no_department() -> None:
    world = small_world()
    world["works_in"] = [
        Employment(person="boss", company="acme", department="acme/all", level="SENIOR", valid_to="2026-01-01"),
        Employment(person="boss", company="us", level="STAFF", valid_from="2026-05-01"),
        Employment(person="deputy", company="acme", valid_from="2026-04-01"),
    ]
    assert workplace(world, "boss", T) == ("acme", None, "SENIOR")
    assert workplace(world, "boss", "2025-12-31") == ("acme", "acme/all", "SENIOR")
    assert workplace(world, "boss", "2026-05-01") == ("us", None, "STAFF")
    assert workplace(world, "deputy", T) == (None, None, "UNKNOWN")
    assert asked(world).contacts == ["boss", "deputy", "engineer"], "the deputy is an outsider with a part"
    assert asked(world).outsiders == ["deputy"]


def test_who_left_is_no_contact_until_the_day_and_a_tagged_retiree_stays() -> None:
    world = small_world()
    boss, deputy, engineer = world["people"][1:]
    world["people"][1:] = [
        boss.replace(status="LEFT", status_since="2026-04-01"),
        deputy.replace(status="MOVED", status_since="2026-03-31"),
        engineer.replace(status="RETIRED", tags=("RETIRED_INFLUENCER",)),
    ]
    assert asked(world).contacts == ["boss", "engineer"]


def test_a_consultant_who_influences_is_an_outsider_and_our_own_people_never_are() -> None:
    world = small_world()
    world["companies"].append(Company(key="firm", name="", side="PARTNER"))
    world["people"].append(Person(key="guru", company="firm"))
    world["people"].append(Person(key="pupil", company="firm"))
    world["influences"] += [
        Influence(influencer="guru", influenced="boss", weight=0.9),
        Influence(influencer="boss", influenced="pupil", weight=0.9),
        Influence(influencer="anna", influenced="boss", weight=0.9),
    ]
    assert asked(world).outsiders == ["guru"]


def test_a_tie_halves_in_438_days_and_takes_the_latest_shared_interaction() -> None:
    # personal trust 0.70; 438 days before 2026-03-31 is 2025-01-17: 0.70 / 2 = 0.35
    world = small_world()
    world["ties"] = [Tie(employee="anna", contact="engineer", trust=3, last_contact="2025-01-17")]
    assert asked(world).live == {("anna", "engineer"): pytest.approx(0.35, abs=1e-12)}
    # one day from the as-of date is not known yet
    world["interactions"] = [
        Interaction(key="m", kind="MEETING", on="2026-04-01", participants=("anna", "engineer"))
    ]
    assert asked(world).live["anna", "engineer"] == pytest.approx(0.35, abs=1e-12)
    world["interactions"] = [Interaction(key="m", kind="MEETING", on=T, participants=("anna", "engineer"))]
    assert asked(world).live["anna", "engineer"] == 0.70
    # nothing known: 0.40 × 0.8 = 0.32, live; known and 200 days old: 0.40 × 2^(-200/438) = 0.2915, not live
    world["interactions"], world["ties"] = [], [Tie(employee="anna", contact="engineer")]
    assert asked(world).live["anna", "engineer"] == pytest.approx(0.32, abs=1e-12)
    world["ties"] = [Tie(employee="anna", contact="engineer", last_contact="2025-09-12")]
    assert asked(world).live == {}


def test_reporting_lines_imply_influence_where_none_is_said() -> None:
    world = small_world()
    world["reports_to"].append(ReportingLine(person="engineer", manager="deputy", kind="DOTTED"))
    # engineer -> deputy is said (0.5); deputy -> engineer is implied by half of a solid line: 0.30
    assert asked(world).positive == {
        ("boss", "deputy"): 0.6,
        ("deputy", "boss"): 0.3,
        ("engineer", "deputy"): 0.5,
        ("deputy", "engineer"): 0.3,
    }


def test_a_conflict_is_negative_both_ways_and_replaces_nothing() -> None:
    world = small_world()
    world["conflicts"] = [Conflict(person="deputy", other="boss", weight=0.4)]
    assert asked(world).negative == {("deputy", "boss"): 0.4, ("boss", "deputy"): 0.4}
    assert asked(world).positive["boss", "deputy"] == 0.6


def test_two_people_who_listen_to_each_other_share_the_decision() -> None:
    # S = 1 each, openness 1/2: x1 = x2/2 + s1/2, x2 = x1/2 + s2/2, hence x1 = 2/3 s1 + 1/3 s2
    arcs = {("a", "b"): 1.0, ("b", "a"): 1.0}
    assert settled(["a", "b"], arcs, {}, 1.0) == pytest.approx(np.array([[2, 1], [1, 2]]) / 3, abs=1e-12)
    # with a alone deciding, a has 2/3 and b 1/3
    assert pull(["a", "b"], arcs, {}, 1.0, {"a": 1.0}) == pytest.approx({"a": 2 / 3, "b": 1 / 3}, abs=1e-12)
    # a rival instead: x1 = -x2/2 + s1/2, hence x1 = 2/3 s1 - 1/3 s2
    rivals = pull(["a", "b"], {}, arcs, 1.0, {"a": 1.0})
    assert rivals == pytest.approx({"a": 2 / 3, "b": -1 / 3}, abs=1e-12)


def test_the_decision_of_the_small_world() -> None:
    # r: boss .30 (APPROVAL), deputy .25 × 2/3 = 1/6, engineer .25 × 1/3 = 1/12; unassigned .15 + .30 = .45
    # listening: boss <- deputy 0.3, so openness 3/13; deputy <- boss 0.6, engineer 0.5: S 1.1, openness 11/21
    # x_b = 3/13 x_d + 10/13 s_b;  x_d = (0.6 x_b + 0.5 s_e) / 2.1 + 10/21 s_d = 2/7 x_b + 5/21 s_e + 10/21 s_d
    # x_b (1 - 6/91) = 3/13 (5/21 s_e + 10/21 s_d) + 10/13 s_b; times 91: 85 x_b = 5 s_e + 10 s_d + 70 s_b
    # x_b = (14 s_b + 2 s_d + s_e) / 17;  x_d = (4 s_b + 4/7 s_d + 2/7 s_e) / 17 + 10/21 s_d + 5/21 s_e
    #     = (84 s_b + 12 s_d + 6 s_e + 170 s_d + 85 s_e) / 357 = (84 s_b + 182 s_d + 91 s_e) / 357
    decision = asked(small_world()).decision("deal")
    assert decision.weight.unassigned == pytest.approx(0.45)
    boss = 0.3 * 14 / 17 + 84 / 357 / 6
    deputy = 0.3 * 2 / 17 + 182 / 357 / 6
    engineer = 0.3 / 17 + 91 / 357 / 6 + 1 / 12
    assert decision.shares == pytest.approx({"boss": boss, "deputy": deputy, "engineer": engineer}, abs=1e-12)
    assert boss + deputy + engineer == pytest.approx(0.55, abs=1e-12), "shares and unassigned are all"
    # boss supports (.5), deputy opposes (-1), the engineer's stance is unknown
    value, unknown = 0.5 * boss - deputy, engineer + 0.45
    assert decision.lean == pytest.approx((value - unknown, value, value + unknown), abs=1e-12)
    assert decision.gains == pytest.approx({"deputy": 1.5 * deputy, "engineer": 0.5 * engineer}, abs=1e-12)
    # engineer 0.70; deputy 0.70 × 0.5; boss 0.35 × 0.3 = 0.105, above the floor
    oracle = asked(small_world())
    assert oracle.access == pytest.approx({"anna": 1, "engineer": 0.7, "deputy": 0.35, "boss": 0.105})
    assert decision.movers(oracle.access, oracle.within_reach) == pytest.approx(
        {"deputy": 1.5 * deputy * 0.35, "engineer": 0.5 * engineer * 0.7}, abs=1e-12
    )
    # deputy 0.1203: below the MODERATE band, no veto, and the lead of EVALUATION
    assert decision.blockers == {"deputy": {"LEADS_STAGE"}}


def test_the_stages_of_the_small_world() -> None:
    decision = asked(small_world()).decision("deal")
    assert [view.status for view in decision.stages] == ["MISSING", "MISSING", "RED", "GREEN"]
    assert decision.stages[3].lean == pytest.approx(
        # x_b = (14 × 0.5 - 2 + s_e) / 17: value 5/17, unknown 1/17
        (4 / 17, 5 / 17, 6 / 17),
        abs=1e-12,
    )
    assert decision.weakest_stage == "SPECIFICATION", "of the two missing stages the heavier"


def test_a_veto_blocks_whatever_the_share() -> None:
    world = small_world()
    world["decision_roles"][1] = DecisionRole(
        person="deputy", opportunity="deal", stage="EVALUATION", part="PARTICIPATES", veto=True
    )
    assert asked(world).decision("deal").blockers == {"deputy": {"VETO"}}
    world["decision_roles"] = [
        DecisionRole(person="deputy", opportunity="deal", stage="APPROVAL", part="PARTICIPATES")
    ]
    assert asked(world).decision("deal").blockers == {"deputy": {"SHARE"}}


def test_who_leads_a_stage_against_us_blocks_whatever_the_share() -> None:
    world = small_world()
    deputy = DecisionRole(
        person="deputy",
        opportunity="deal",
        stage="EVALUATION",
        part="LEADS",
        valid_from="2026-01-01",
        valid_to="2026-04-01",
    )
    world["decision_roles"][1] = deputy
    assert asked(world).decision("deal").blockers == {"deputy": {"LEADS_STAGE"}}
    world["decision_roles"][1] = deputy.replace(valid_to=T)
    assert asked(world).decision("deal").blockers == {}, "the lead is over"
    world["decision_roles"][1] = deputy.replace(opportunity="other")
    world["opportunities"].append(Opportunity(key="other", company="acme", name="Other"))
    assert asked(world).decision("deal").blockers == {}, "the lead of another opportunity"
    world["decision_roles"][1] = deputy
    world["positions"][1] = Position(person="deputy", company="acme", stated_on="2026-01-01", stance="NEUTRAL")
    assert asked(world).decision("deal").blockers == {}, "neutral is not against us"


def test_without_parts_power_decides_and_without_power_the_highest_level() -> None:
    world = small_world()
    world["decision_roles"] = []
    assert asked(world).decision("deal").weight == ({"boss": 1.0}, 0.0, True)
    world["positions"] += [
        Position(person="deputy", company="acme", stated_on="2026-02-01", power="INNER_CIRCLE"),
        Position(person="engineer", opportunity="deal", stated_on="2026-02-01", power="POLITICAL_STRUCTURE"),
    ]
    assert asked(world).decision("deal").weight == ({"deputy": 2 / 3, "engineer": 1 / 3}, 0.0, True)
    world["positions"] = []
    world["people"] = [person.replace(level=None) for person in world["people"]]
    assert asked(world).decision("deal").weight == ({}, 1.0, True)


def test_a_position_on_the_opportunity_goes_before_the_account_and_unknown_withdraws() -> None:
    world = small_world()
    world["positions"] = [
        Position(person="boss", company="acme", stated_on="2026-03-01", stance="MENTOR", power="INNER_CIRCLE"),
        Position(person="boss", opportunity="deal", stated_on="2026-01-01", stance="OPPONENT"),
        Position(person="boss", opportunity="deal", stated_on="2026-04-01", stance="NEUTRAL"),
    ]
    oracle = asked(world)
    assert (oracle.stance("boss", "deal"), oracle.power("boss", "deal")) == ("OPPONENT", "INNER_CIRCLE")
    assert oracle.stance("boss", None) == "MENTOR"
    world["positions"].append(
        Position(person="boss", opportunity="deal", stated_on="2026-02-01", stance="UNKNOWN")
    )
    assert asked(world).stance("boss", "deal") == "UNKNOWN"


def test_the_choke_points_and_the_single_held_relationship_of_the_small_world() -> None:
    oracle = asked(small_world())
    shares = oracle.decision("deal").shares
    everyone = sum(shares.values())
    (held,) = single_held_relationships(oracle)
    assert (held.point, held.targets) == ("anna", {"engineer"})
    assert held.exposure == pytest.approx(shares["engineer"])
    assert held.value_at_risk == pytest.approx({"CNY": 1000 * shares["engineer"]})
    found = {point.point: (point.targets, point.exposure, point.severity) for point in choke_points(oracle)}
    # anna carries all three (0.55 HIGH); the engineer the other two and itself (0.55 again);
    # the deputy the boss and itself (.1203 + .2863 = .4065 HIGH)
    assert found == {
        "anna": ({"engineer", "deputy", "boss"}, pytest.approx(everyone), "HIGH"),
        "engineer": ({"deputy", "boss"}, pytest.approx(everyone), "HIGH"),
        "deputy": ({"boss"}, pytest.approx(shares["deputy"] + shares["boss"]), "HIGH"),
    }


def test_amounts_stay_by_currency_and_are_converted_when_every_one_has_a_rate() -> None:
    world = small_world()
    world["opportunities"] += [
        Opportunity(key="other", company="acme", name="", value=10.0, currency="EUR"),
        Opportunity(key="third", company="acme", name="", value=7.0, currency="USD"),
        Opportunity(key="unknown", company="acme", name="", currency="USD"),
        Opportunity(key="lost", company="acme", name="", value=5.0, currency="USD", status="LOST"),
    ]
    policy = replace(Policy(), base_currency="CNY", rates={"EUR": 8.0})
    oracle = asked(world, policy=policy)
    (held,) = single_held_relationships(oracle)
    engineer = oracle.decision("deal").shares["engineer"]
    # the others have no parts: the executive decides alone, x_b = (14 s_b + 2 s_d + s_e) / 17
    assert held.value_at_risk == pytest.approx({"CNY": 1000 * engineer, "EUR": 10 / 17, "USD": 7 / 17}, abs=1e-9)
    assert held.exposure == pytest.approx(max(engineer, 1 / 17))
    assert oracle.exchange.converted(held.value_at_risk) is None
    rated = asked(world, policy=replace(policy, rates={"EUR": 8.0, "USD": 7.0})).exchange
    whole = rated.converted(held.value_at_risk)
    assert whole == (pytest.approx(1000 * engineer + 80 / 17 + 49 / 17), None)


def test_the_grid_and_the_findings_of_the_small_world() -> None:
    world = small_world()
    oracle = asked(world)
    assert grid(oracle) == {
        ("MANAGEMENT", "EXECUTIVE"): ("MANAGEMENT", "EXECUTIVE", 1, 0, 0, 0.6),
        ("MANAGEMENT", "SENIOR"): ("MANAGEMENT", "SENIOR", 1, 0, 0, 0.6),
        ("TECHNICAL", "STAFF"): ("TECHNICAL", "STAFF", 1, 1, 0, 0.6),
    }
    # shares: boss .2863, deputy .1203, engineer .1435
    assert findings(oracle) == {
        Finding("UNCOVERED_LINE", "MANAGEMENT", "HIGH"),
        Finding("UNCOVERED_KEY_PERSON", "boss", "MODERATE"),
        Finding("UNCOVERED_KEY_PERSON", "deputy", "MODERATE"),
        Finding("SINGLE_HELD_KEY_PERSON", "engineer", "MODERATE"),
        Finding("UNKNOWN_STANCE", "engineer", "LOW"),
        Finding("TRUST_BELOW_TARGET", "engineer", "LOW"),
        Finding("MISSING_STAGE", "deal", "MODERATE", "deal", "QUALIFICATION"),
        Finding("MISSING_STAGE", "deal", "MODERATE", "deal", "SPECIFICATION"),
        Finding("NO_JOINT_EVENT", "acme", "MODERATE"),
    }


def test_silence_begins_the_day_after_its_days_and_a_joint_event_needs_both_sides() -> None:
    world = small_world()
    world["ties"] = [Tie(employee="anna", contact="engineer", trust=5, last_contact="2025-12-31")]  # 90 days
    assert Finding("SILENT_KEY_PERSON", "engineer", "MODERATE") not in findings(asked(world))
    world["ties"] = [Tie(employee="anna", contact="engineer", trust=5, last_contact="2025-12-30")]  # 91 days
    assert Finding("SILENT_KEY_PERSON", "engineer", "MODERATE") in findings(asked(world))
    missing = Finding("NO_JOINT_EVENT", "acme", "MODERATE")
    world["interactions"] = [
        Interaction(key="v", kind="VISIT", on="2025-03-31", participants=("anna", "boss"))
    ]  # 365 days
    assert missing not in findings(asked(world))
    for event in (
        Interaction(key="v", kind="VISIT", on="2025-03-30", participants=("anna", "boss")),
        Interaction(key="v", kind="MEETING", on=T, participants=("anna", "boss")),
        Interaction(key="v", kind="SUMMIT", on=T, participants=("engineer", "boss")),
        Interaction(key="v", kind="SUMMIT", on="2026-04-01", participants=("anna", "boss")),
    ):
        world["interactions"] = [event]
        assert missing in findings(asked(world))


def test_a_department_is_uncovered_with_everyone_below_it() -> None:
    world = small_world()
    world["ties"] = [Tie(employee="anna", contact="boss", trust=5)]
    found = {finding.subject for finding in findings(asked(world)) if finding.kind == "UNCOVERED_DEPARTMENT"}
    assert found == {"acme/tech", "acme/lab"}, "the boss covers the department at the top"


def test_a_subsidiary_shows_its_own_people_and_computes_on_the_account() -> None:
    world = small_world()
    world["companies"].append(Company(key="city", name="", side="CUSTOMER", parent="acme"))
    world["people"].append(Person(key="mayor", company="city", level="MIDDLE"))
    world["influences"].append(Influence(influencer="boss", influenced="mayor", weight=1.0))
    oracle = asked(world, "city")
    assert oracle.shown_contacts == ["mayor"]
    assert oracle.access["mayor"] == pytest.approx(0.105)
    assert choke_points(oracle) == [], "the only open opportunity is the group's"
    assert {finding.kind for finding in findings(oracle)} == {"UNCOVERED_LINE", "NO_JOINT_EVENT"}


def test_the_strongest_path_has_the_fewest_steps_and_then_the_first_keys() -> None:
    arcs = {("", "a"): 1.0, ("", "b"): 1.0, ("a", "x"): 0.5, ("a", "y"): 0.5, ("b", "z"): 0.5}
    arcs |= {("x", "z"): 1.0, ("y", "z"): 1.0, ("a", "z"): 0.4}
    # a reaches z by x or y at 0.5 (x comes first), b in one step at 0.5 (fewer steps)
    assert access.access_paths(arcs, "z") == [(("b", "z"), 0.5), (("a", "x", "z"), 0.5)]
