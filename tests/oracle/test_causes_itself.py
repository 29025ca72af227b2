"""Causes of the small world, told by hand, and findings of one subject that differ."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.model.companies import Company
from graph.model.deals import Opportunity
from graph.model.people import Person
from graph.policy import Policy
from tests.oracle.account_findings import Identity
from tests.oracle.causes import KINDS, Cause, Subject, causes, of_cause, subject_of
from tests.oracle.money import Exchange
from tests.oracle.oracle import Oracle
from tests.oracle.orders import in_order, of_finding
from tests.oracle.test_oracle_itself import T, asked, small_world
from tests.oracle.worths import Worth, worths

_SHARES = {"boss": 0.3 * 14 / 17 + 84 / 357 / 6, "deputy": 0.3 * 2 / 17 + 182 / 357 / 6}
"""As in the decision of the small world; the engineer has the rest of 0.55."""
_MANAGEMENT = _SHARES["boss"] + _SHARES["deputy"]
_ENGINEER = 0.55 - _MANAGEMENT
NOWHERE = Exchange(Policy(), (), T)


def of(oracle: Oracle) -> dict[Subject, Cause]:
    return causes(oracle.exchange, worths(oracle))


def near(value: float) -> object:
    return pytest.approx(value, abs=1e-12)


def test_what_is_found_about_one_subject_is_one_cause() -> None:
    found = of(asked(small_world()))
    counts = {subject: (each.severity, each.share, len(each.findings)) for subject, each in found.items()}
    assert counts == {
        Subject("PERSON", "anna"): ("HIGH", near(0.55), 1),
        # held alone, choke point, key person held alone, trust, stance, nobody to follow
        Subject("PERSON", "engineer"): ("HIGH", near(0.55), 6),
        # choke point for the boss and itself, uncovered, the boss would follow and is unknown to us
        Subject("PERSON", "deputy"): ("HIGH", near(_MANAGEMENT), 3),
        # uncovered, no level matched, the deputy would follow
        Subject("PERSON", "boss"): ("MODERATE", near(_SHARES["boss"]), 3),
        # nobody covered and no function matched
        Subject("LINE", "MANAGEMENT", company="acme"): ("HIGH", near(_MANAGEMENT), 2),
        Subject("LINE", "TECHNICAL", company="acme"): ("LOW", near(_ENGINEER), 1),
        Subject("STAGE", "deal", "QUALIFICATION"): ("MODERATE", 0.15, 1),
        Subject("STAGE", "deal", "SPECIFICATION"): ("MODERATE", 0.30, 1),
        Subject("COMPANY", "acme"): ("MODERATE", 0.0, 1),
    }
    assert found[Subject("PERSON", "engineer")].moneys == [{"CNY": near(550.0)}]
    assert found[Subject("STAGE", "deal", "SPECIFICATION")].moneys == [{"CNY": near(300.0)}]
    assert found[Subject("COMPANY", "acme")].moneys == [{}]


def test_what_to_do_is_said_by_the_worst_and_of_those_by_the_first_kind() -> None:
    found = of(asked(small_world()))
    assert {str(subject.key): {each.kind for each in cause.worst} for subject, cause in found.items()} == {
        "anna": {"CHOKE_POINT"},
        "engineer": {"CHOKE_POINT"},
        "deputy": {"CHOKE_POINT"},
        "boss": {"UNCOVERED_KEY_PERSON"},
        "MANAGEMENT": {"UNCOVERED_LINE"},
        "TECHNICAL": {"FUNCTION_UNMATCHED"},
        "deal": {"MISSING_STAGE"},
        "acme": {"NO_JOINT_EVENT"},
    }


def test_causes_are_listed_worst_first_then_by_share_and_subject() -> None:
    found = of(asked(small_world()))
    places = in_order(of_cause(NOWHERE, "acme", each) for each in found.values())
    assert [each.keys[1:] for each in places] == [
        *[("anna", ""), ("engineer", "")],
        *[("MANAGEMENT", ""), ("deputy", "")],
        *[("deal", "SPECIFICATION"), ("boss", ""), ("deal", "QUALIFICATION"), ("acme", "")],
        ("TECHNICAL", ""),
    ]


def test_a_choke_point_of_two_deals_is_one_cause_with_the_largest_money() -> None:
    world = small_world()
    world["opportunities"].append(
        Opportunity(key="other", company="acme", name="Other", value=5000.0, currency="CNY")
    )
    cause = of(asked(world))[Subject("PERSON", "anna")]
    # of the other deal nobody has a part: the executive decides, whom they reach over the deputy
    assert (cause.severity, cause.share) == ("CRITICAL", near(1.0))
    assert cause.moneys == [{"CNY": near(5000.0)}]
    assert {each.opportunity for each in cause.findings} == {"deal", "other"}
    assert {each.opportunity for each in cause.worst} == {"other"}


def test_lines_and_joint_events_of_the_group_and_of_its_subsidiary_are_two_subjects() -> None:
    world = small_world()
    world["companies"].append(Company(key="city", name="", side="CUSTOMER", parent="acme"))
    world["people"].append(Person(key="mayor", company="city"))
    found = of(asked(world))
    for company in ("acme", "city"):
        of_line = found[Subject("LINE", "OTHER", company=company)].findings
        assert of_line == {Identity(kind, "OTHER", company) for kind in ("UNCOVERED_LINE", "FUNCTION_UNMATCHED")}
    assert {subject.key for subject in found if subject.kind == "COMPANY"} == {"acme", "city"}


def test_of_money_in_several_currencies_the_largest_is_that_with_a_rate() -> None:
    def worth(money: dict[str | None, float], severity: str = "LOW") -> Worth:
        return Worth(severity, 0.1, money, True)

    findings = {
        Identity("SINGLE_HELD", "x", employee="e"): worth({"CNY": 1.0}),
        Identity("CHOKE_POINT", "x", opportunity="a"): worth({"USD": 9.0, "CNY": 1.0}, "HIGH"),
        Identity("CHOKE_POINT", "x", opportunity="b"): worth({"CNY": 2.0}, "HIGH"),
    }
    rated = Exchange(replace(Policy(), base_currency="CNY"), (), T)
    cause = causes(rated, findings)[Subject("PERSON", "x")]
    assert cause.moneys == [{"CNY": 2.0}]
    assert {each.opportunity for each in cause.worst} == {"b"}, "alike but for the money"
    unrated = causes(NOWHERE, findings)[Subject("PERSON", "x")]
    assert unrated.moneys == [{"CNY": 1.0}, {"USD": 9.0, "CNY": 1.0}, {"CNY": 2.0}], "any of them may be shown"
    assert {each.opportunity for each in unrated.worst} == {"a", "b"}


def test_of_one_severity_the_larger_share_says_what_to_do_and_of_what_is_alike_the_first_kind() -> None:
    held, point, silent = (Identity(kind, "x") for kind in ("SINGLE_HELD", "CHOKE_POINT", "SILENT_KEY_PERSON"))

    def worst(**shares: float) -> set[Identity]:
        found = {held: shares["held"], point: shares["point"], silent: shares["silent"]}
        (cause,) = causes(
            NOWHERE, {each: Worth("HIGH", share, {}, True) for each, share in found.items()}
        ).values()
        return cause.worst

    assert worst(held=0.5, point=0.6, silent=0.5) == {point}
    assert worst(held=0.5, point=0.5, silent=0.5) == {held}
    assert worst(held=0.4, point=0.5 + 1e-12, silent=0.5) == {point}


def test_every_kind_has_its_place_and_every_finding_its_subject() -> None:
    oracle = asked(small_world())
    found = worths(oracle)
    assert {each.kind for each in found} < set(KINDS)
    assert all(subject_of(each).key == each.subject for each in found)
    places = in_order(of_finding(oracle, found, worth) for found, worth in found.items())
    assert [(each.severity, each.keys) for each in places[:4]] == [
        ("HIGH", ("acme", "anna", "", "CHOKE_POINT")),
        ("HIGH", ("acme", "engineer", "", "CHOKE_POINT")),
        ("HIGH", ("acme", "MANAGEMENT", "", "FUNCTION_UNMATCHED")),
        ("HIGH", ("acme", "MANAGEMENT", "", "UNCOVERED_LINE")),
    ]
    assert places[-1].keys == ("acme", "deputy", "", "SUCCESSORS_UNCOVERED")
