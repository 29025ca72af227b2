"""Decision chain on small drawn graphs, with the arithmetic told."""

from __future__ import annotations

from typing import Any

import pytest

from graph.errors import NotInGraph
from graph.model.people import Conflict, Influence, ReportingLine
from graph.model.words import OrgLevel, Part, Power, Stage, Stance
from queries.decision_chain import DECISION_CHAIN, BlockerReason, DecisionChain, DecisionChainParams
from tests.questions.drawn import contact, drawn, employee, power, role, stance, tie


def chain_of(**records: list[Any]) -> DecisionChain:
    return DECISION_CHAIN.part(drawn(**records), DecisionChainParams(opportunity="deal"))


def shares(chain: DecisionChain) -> dict[str, float]:
    return {found.person: found.share for found in chain.shares}


def test_a_stage_with_nobody_keeps_its_weight_as_unassigned() -> None:
    chain = chain_of(people=[contact("a")], decision_roles=[role("a", Stage.APPROVAL)])
    assert chain.unassigned == pytest.approx(0.70)
    assert shares(chain) == pytest.approx({"a": 0.30})
    assert {stage.stage: stage.status for stage in chain.stages} == {
        "QUALIFICATION": "MISSING",
        "SPECIFICATION": "MISSING",
        "EVALUATION": "MISSING",
        "APPROVAL": "RED",
    }


def test_a_stage_divides_its_weight_by_part() -> None:
    chain = chain_of(
        people=[contact("a"), contact("b"), contact("c")],
        decision_roles=[
            role("a", Stage.EVALUATION),
            role("b", Stage.EVALUATION, Part.PARTICIPATES),
            role("c", Stage.EVALUATION, Part.CONSULTED),
        ],
    )
    evaluation = chain.stages[2]
    assert [(found.person, found.share) for found in evaluation.people] == [
        ("a", pytest.approx(4 / 7)),
        ("b", pytest.approx(2 / 7)),
        ("c", pytest.approx(1 / 7)),
    ]


def test_whoever_is_listened_to_gets_a_share() -> None:
    # b hears a with 0.6: a settles 0.6 / 1.6 of what b decides
    chain = chain_of(
        people=[contact("a"), contact("b")],
        decision_roles=[role("b", stage) for stage in Stage],
        influences=[Influence(influencer="a", influenced="b", weight=0.6)],
    )
    assert shares(chain) == pytest.approx({"b": 0.625, "a": 0.375})


def test_an_influence_that_is_said_replaces_what_the_reporting_line_implies() -> None:
    chain = chain_of(
        people=[contact("boss"), contact("report")],
        decision_roles=[role("report", stage) for stage in Stage],
        reports_to=[ReportingLine(person="report", manager="boss")],
        influences=[Influence(influencer="boss", influenced="report", weight=0.2)],
    )
    # implied stays the other way (0.30 of report on boss): v solves the two-person system
    lam_report, lam_boss = 0.2 / 1.2, 0.3 / 1.3
    reached = 1 / (1 - lam_report * lam_boss)
    expected = {"report": reached * (1 - lam_report), "boss": reached * lam_report * (1 - lam_boss)}
    assert shares(chain) == pytest.approx(expected)


def test_a_rival_turns_an_opinion_around() -> None:
    chain = chain_of(
        people=[contact("a"), contact("b")],
        decision_roles=[role("b", stage) for stage in Stage],
        conflicts=[Conflict(person="a", other="b", weight=0.5)],
        positions=[stance("a", Stance.MENTOR), stance("b", Stance.NEUTRAL)],
    )
    assert chain.lean.value < 0
    assert all(share > 0 for share in shares(chain).values())


def test_without_parts_the_power_decides_and_says_so() -> None:
    chain = chain_of(
        people=[contact("a"), contact("b"), contact("c")],
        positions=[power("a", Power.INNER_CIRCLE), power("b", Power.POLITICAL_STRUCTURE)],
    )
    assert shares(chain) == pytest.approx({"a": 2 / 3, "b": 1 / 3})
    assert (chain.inferred, chain.inferred_from, chain.unassigned) == (True, "POWER", 0.0)
    assert chain.weakest_stage is None


def test_without_parts_and_power_the_highest_known_level_decides() -> None:
    chain = chain_of(people=[contact("a", OrgLevel.SENIOR), contact("b", OrgLevel.SENIOR), contact("c", None)])
    assert shares(chain) == pytest.approx({"a": 0.5, "b": 0.5})
    assert chain.inferred_from == "LEVEL"


def test_somebody_who_has_left_takes_no_part() -> None:
    left = contact("gone", status="LEFT", status_since="2026-06-30")
    chain = chain_of(
        people=[contact("a"), left], decision_roles=[role("gone", Stage.APPROVAL), role("a", Stage.EVALUATION)]
    )
    assert shares(chain) == pytest.approx({"a": 0.25})
    assert chain.unassigned == pytest.approx(0.75)


def test_somebody_who_leaves_tomorrow_still_takes_part() -> None:
    leaving = contact("leaving", status="LEFT", status_since="2026-07-01")
    chain = chain_of(people=[leaving], decision_roles=[role("leaving", Stage.APPROVAL)])
    assert shares(chain) == pytest.approx({"leaving": 0.30})


def test_a_retired_influencer_is_still_listened_to() -> None:
    chain = chain_of(
        people=[
            contact("old", status="RETIRED", tags=("RETIRED_INFLUENCER",)),
            contact("pensioner", status="RETIRED"),
        ],
        decision_roles=[role("old", Stage.APPROVAL), role("pensioner", Stage.APPROVAL)],
    )
    assert shares(chain) == pytest.approx({"old": 0.30})


def test_unknown_stances_and_unassigned_weight_widen_the_lean() -> None:
    chain = chain_of(
        people=[contact("a"), contact("b")],
        decision_roles=[role("a", Stage.APPROVAL), role("b", Stage.SPECIFICATION)],
        positions=[stance("a", Stance.MENTOR)],
    )
    assert (chain.lean.low, chain.lean.value, chain.lean.high) == pytest.approx((0.30 - 0.70, 0.30, 0.30 + 0.70))
    assert chain.completeness == pytest.approx(0.30)


def test_a_position_on_the_opportunity_goes_before_a_later_one_on_the_account() -> None:
    chain = chain_of(
        people=[contact("a")],
        decision_roles=[role("a", Stage.APPROVAL)],
        positions=[
            stance("a", Stance.OPPONENT, on="2026-01-01"),
            stance("a", Stance.MENTOR, deal=None, on="2026-05-01"),
        ],
    )
    assert chain.shares[0].stance == "OPPONENT"


def test_unknown_withdraws_a_stance_and_a_later_statement_is_not_known_yet() -> None:
    chain = chain_of(
        people=[contact("a"), contact("b")],
        decision_roles=[role("a", Stage.APPROVAL), role("b", Stage.APPROVAL)],
        positions=[
            stance("a", Stance.MENTOR, on="2026-01-01"),
            stance("a", Stance.UNKNOWN, on="2026-02-01"),
            stance("b", Stance.SUPPORTER, on="2026-02-01"),
            stance("b", Stance.OPPONENT, on="2026-07-01"),
        ],
    )
    assert {found.person: found.stance for found in chain.shares} == {"a": "UNKNOWN", "b": "SUPPORTER"}


def test_a_chain_is_as_strong_as_its_weakest_stage() -> None:
    people = [contact(key) for key in "abcd"]
    chain = chain_of(
        people=people,
        decision_roles=[role(person.key, stage) for person, stage in zip(people, Stage, strict=True)],
        positions=[
            stance("a", Stance.MENTOR),
            stance("b", Stance.OPPONENT),
            stance("c", Stance.NEUTRAL),
            stance("d", Stance.MENTOR),
        ],
    )
    assert chain.weakest_stage is not None
    assert chain.weakest_stage.stage == "SPECIFICATION"
    assert chain.lean.value > -0.1  # the mean does not show it


def test_a_stage_is_amber_when_its_leader_is_not_for_us_but_somebody_is() -> None:
    chain = chain_of(
        people=[contact("a"), contact("b")],
        decision_roles=[role("a", Stage.APPROVAL), role("b", Stage.APPROVAL, Part.CONSULTED)],
        positions=[stance("a", Stance.NEUTRAL), stance("b", Stance.SUPPORTER)],
    )
    assert chain.stages[3].status == "AMBER"


def test_a_blocker_is_against_us_with_a_share_or_a_veto() -> None:
    chain = chain_of(
        people=[contact("big"), contact("veto"), contact("small"), contact("friend")],
        decision_roles=[
            role("big", Stage.APPROVAL),
            role("veto", Stage.EVALUATION, Part.CONSULTED, veto=True),
            role("small", Stage.EVALUATION, Part.CONSULTED),
            role("friend", Stage.EVALUATION, Part.LEADS, veto=True),
        ],
        positions=[
            *(stance(person, Stance.NON_SUPPORTER) for person in ("big", "veto", "small")),
            stance("friend", Stance.MENTOR),
        ],
    )
    assert [(found.person, found.reason) for found in chain.blockers] == [
        ("big", BlockerReason.SHARE),
        ("veto", BlockerReason.VETO),
    ]


def test_movers_are_within_reach_and_ranked_by_gain_times_access() -> None:
    chain = chain_of(
        people=[employee("e"), contact("near"), contact("far"), contact("unreached"), contact("won")],
        ties=[tie("e", "near"), tie("e", "far", trust=2), tie("e", "won")],
        decision_roles=[
            role("near", Stage.QUALIFICATION),
            role("far", Stage.SPECIFICATION),
            role("unreached", Stage.EVALUATION),
            role("won", Stage.APPROVAL),
        ],
        positions=[stance(person, Stance.NEUTRAL) for person in ("near", "far", "unreached")]
        + [stance("won", Stance.SUPPORTER)],
    )
    # far: 0.30 × 0.5 × 0.55 = 0.0825, near: 0.15 × 0.5 × 1 = 0.075
    assert [mover.person for mover in chain.movers] == ["far", "near"]


def test_an_opportunity_of_another_account_is_not_in_this_one() -> None:
    with pytest.raises(NotInGraph):
        DECISION_CHAIN.part(drawn(people=[contact("a")]), DecisionChainParams(opportunity="elsewhere"))
