"""The oracle against arithmetic that was done by hand (in the comments)."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from graph.policy import Policy
from graph.records import (
    Company,
    Conflict,
    DecisionRole,
    Department,
    Employment,
    Influence,
    Interaction,
    Opportunity,
    Person,
    Position,
    ReportingLine,
    Tie,
)
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
        companies=[Company("us", "Us", "SUPPLIER"), Company("acme", "Acme", "CUSTOMER", grade="A")],
        departments=[
            Department("acme/all", "acme", "Acme", line="MANAGEMENT"),
            Department("acme/tech", "acme", "Tech", "acme/all", "TECHNICAL"),
            Department("acme/lab", "acme", "Lab", "acme/tech"),
        ],
        people=[
            Person("anna", company="us"),
            Person("boss", company="acme", department="acme/all", level="EXECUTIVE"),
            Person("deputy", company="acme", department="acme/all", level="SENIOR"),
            Person("engineer", company="acme", department="acme/lab", level="STAFF"),
        ],
        reports_to=[ReportingLine("deputy", "boss")],
        influences=[Influence("engineer", "deputy", 0.5)],
        ties=[Tie("anna", "engineer", trust=3, target_trust=4, last_contact="2026-03-31")],
        opportunities=[Opportunity("deal", "acme", "Deal", 1000.0, "CNY")],
        decision_roles=[
            DecisionRole("boss", "deal", "APPROVAL", "LEADS"),
            DecisionRole("deputy", "deal", "EVALUATION", "LEADS"),
            DecisionRole("engineer", "deal", "EVALUATION", "PARTICIPATES"),
        ],
        positions=[
            Position("boss", "deal", None, "2026-01-01", stance="SUPPORTER"),
            Position("deputy", None, "acme", "2026-01-01", stance="OPPONENT"),
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
            Company("top", "", "CUSTOMER"),
            Company("mid", "", "CUSTOMER", "top"),
            Company("lab", "", "PARTNER", "mid"),
            Company("inner", "", "PARTNER", "lab"),
            Company("apart", "", "CUSTOMER", "lab"),
            Company("us", "", "SUPPLIER", "top"),
            Company("free", "", "PARTNER"),
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
        Employment("boss", "acme", "acme/all", None, "SENIOR", None, "2026-01-01"),
        Employment("boss", "us", None, None, "STAFF", "2026-05-01"),
        Employment("deputy", "acme", None, None, None, "2026-04-01"),
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
        boss._replace(status="LEFT", status_since="2026-04-01"),
        deputy._replace(status="MOVED", status_since="2026-03-31"),
        engineer._replace(status="RETIRED", tags=("RETIRED_INFLUENCER",)),
    ]
    assert asked(world).contacts == ["boss", "engineer"]


def test_a_consultant_who_influences_is_an_outsider_and_our_own_people_never_are() -> None:
    world = small_world()
    world["companies"].append(Company("firm", "", "PARTNER"))
    world["people"].append(Person("guru", company="firm"))
    world["people"].append(Person("pupil", company="firm"))
    world["influences"] += [
        Influence("guru", "boss", 0.9),
        Influence("boss", "pupil", 0.9),
        Influence("anna", "boss", 0.9),
    ]
    assert asked(world).outsiders == ["guru"]


def test_a_tie_halves_in_438_days_and_takes_the_latest_shared_interaction() -> None:
    # personal trust 0.70; 438 days before 2026-03-31 is 2025-01-17: 0.70 / 2 = 0.35
    world = small_world()
    world["ties"] = [Tie("anna", "engineer", 3, None, "2025-01-17")]
    assert asked(world).live == {("anna", "engineer"): pytest.approx(0.35, abs=1e-12)}
    # one day from the as-of date is not known yet
    world["interactions"] = [Interaction("m", "MEETING", "2026-04-01", ("anna", "engineer"))]
    assert asked(world).live["anna", "engineer"] == pytest.approx(0.35, abs=1e-12)
    world["interactions"] = [Interaction("m", "MEETING", T, ("anna", "engineer"))]
    assert asked(world).live["anna", "engineer"] == 0.70
    # nothing known: 0.40 × 0.8 = 0.32, live; known and 200 days old: 0.40 × 2^(-200/438) = 0.2915, not live
    world["interactions"], world["ties"] = [], [Tie("anna", "engineer")]
    assert asked(world).live["anna", "engineer"] == pytest.approx(0.32, abs=1e-12)
    world["ties"] = [Tie("anna", "engineer", None, None, "2025-09-12")]
    assert asked(world).live == {}


def test_reporting_lines_imply_influence_where_none_is_said() -> None:
    world = small_world()
    world["reports_to"].append(ReportingLine("engineer", "deputy", "DOTTED"))
    # engineer -> deputy is said (0.5); deputy -> engineer is implied by half of a solid line: 0.30
    assert asked(world).positive == {
        ("boss", "deputy"): 0.6,
        ("deputy", "boss"): 0.3,
        ("engineer", "deputy"): 0.5,
        ("deputy", "engineer"): 0.3,
    }


def test_a_conflict_is_negative_both_ways_and_replaces_nothing() -> None:
    world = small_world()
    world["conflicts"] = [Conflict("deputy", "boss", 0.4)]
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
    world["decision_roles"][1] = DecisionRole("deputy", "deal", "EVALUATION", "PARTICIPATES", veto=True)
    assert asked(world).decision("deal").blockers == {"deputy": {"VETO"}}
    world["decision_roles"] = [DecisionRole("deputy", "deal", "APPROVAL", "PARTICIPATES")]
    assert asked(world).decision("deal").blockers == {"deputy": {"SHARE"}}


def test_who_leads_a_stage_against_us_blocks_whatever_the_share() -> None:
    world = small_world()
    deputy = DecisionRole("deputy", "deal", "EVALUATION", "LEADS", valid_from="2026-01-01", valid_to="2026-04-01")
    world["decision_roles"][1] = deputy
    assert asked(world).decision("deal").blockers == {"deputy": {"LEADS_STAGE"}}
    world["decision_roles"][1] = deputy._replace(valid_to=T)
    assert asked(world).decision("deal").blockers == {}, "the lead is over"
    world["decision_roles"][1] = deputy._replace(opportunity="other")
    world["opportunities"].append(Opportunity("other", "acme", "Other"))
    assert asked(world).decision("deal").blockers == {}, "the lead of another opportunity"
    world["decision_roles"][1] = deputy
    world["positions"][1] = Position("deputy", None, "acme", "2026-01-01", stance="NEUTRAL")
    assert asked(world).decision("deal").blockers == {}, "neutral is not against us"


def test_without_parts_power_decides_and_without_power_the_highest_level() -> None:
    world = small_world()
    world["decision_roles"] = []
    assert asked(world).decision("deal").weight == ({"boss": 1.0}, 0.0, True)
    world["positions"] += [
        Position("deputy", None, "acme", "2026-02-01", power="INNER_CIRCLE"),
        Position("engineer", "deal", None, "2026-02-01", power="POLITICAL_STRUCTURE"),
    ]
    assert asked(world).decision("deal").weight == ({"deputy": 2 / 3, "engineer": 1 / 3}, 0.0, True)
    world["positions"] = []
    world["people"] = [person._replace(level=None) for person in world["people"]]
    assert asked(world).decision("deal").weight == ({}, 1.0, True)


def test_a_position_on_the_opportunity_goes_before_the_account_and_unknown_withdraws() -> None:
    world = small_world()
    world["positions"] = [
        Position("boss", None, "acme", "2026-03-01", stance="MENTOR", power="INNER_CIRCLE"),
        Position("boss", "deal", None, "2026-01-01", stance="OPPONENT"),
        Position("boss", "deal", None, "2026-04-01", stance="NEUTRAL"),
    ]
    oracle = asked(world)
    assert (oracle.stance("boss", "deal"), oracle.power("boss", "deal")) == ("OPPONENT", "INNER_CIRCLE")
    assert oracle.stance("boss", None) == "MENTOR"
    world["positions"].append(Position("boss", "deal", None, "2026-02-01", stance="UNKNOWN"))
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
        Opportunity("other", "acme", "", 10.0, "EUR"),
        Opportunity("third", "acme", "", 7.0, "USD"),
        Opportunity("unknown", "acme", "", None, "USD"),
        Opportunity("lost", "acme", "", 5.0, "USD", status="LOST"),
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
    world["ties"] = [Tie("anna", "engineer", 5, None, "2025-12-31")]  # 90 days
    assert Finding("SILENT_KEY_PERSON", "engineer", "MODERATE") not in findings(asked(world))
    world["ties"] = [Tie("anna", "engineer", 5, None, "2025-12-30")]  # 91 days
    assert Finding("SILENT_KEY_PERSON", "engineer", "MODERATE") in findings(asked(world))
    missing = Finding("NO_JOINT_EVENT", "acme", "MODERATE")
    world["interactions"] = [Interaction("v", "VISIT", "2025-03-31", ("anna", "boss"))]  # 365 days
    assert missing not in findings(asked(world))
    for event in (
        Interaction("v", "VISIT", "2025-03-30", ("anna", "boss")),
        Interaction("v", "MEETING", T, ("anna", "boss")),
        Interaction("v", "SUMMIT", T, ("engineer", "boss")),
        Interaction("v", "SUMMIT", "2026-04-01", ("anna", "boss")),
    ):
        world["interactions"] = [event]
        assert missing in findings(asked(world))


def test_a_department_is_uncovered_with_everyone_below_it() -> None:
    world = small_world()
    world["ties"] = [Tie("anna", "boss", 5)]
    found = {finding.subject for finding in findings(asked(world)) if finding.kind == "UNCOVERED_DEPARTMENT"}
    assert found == {"acme/tech", "acme/lab"}, "the boss covers the department at the top"


def test_a_subsidiary_shows_its_own_people_and_computes_on_the_account() -> None:
    world = small_world()
    world["companies"].append(Company("city", "", "CUSTOMER", "acme"))
    world["people"].append(Person("mayor", company="city", level="MIDDLE"))
    world["influences"].append(Influence("boss", "mayor", 1.0))
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
