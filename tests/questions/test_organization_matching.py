"""Organization matching on small drawn graphs: levels, functions, joint events and agreements."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graph.errors import NotInGraph
from graph.model.companies import Agreement, Company, Department
from graph.model.meetings import Interaction
from graph.model.people import Person
from graph.model.words import Line, OrgLevel, Side, Stage
from graph.policy import Policy
from queries.coverage_gaps import COVERAGE_GAPS, CoverageGapsParams
from queries.organization_matching import ORGANIZATION_MATCHING, OrganizationMatching, OrganizationMatchingParams
from tests.questions.drawn import contact, department, drawn, employee, role, tie

OUR_SALES = Department(key="us-sales", company="us", name="Sales", line=Line.PROCUREMENT)
OUR_ENGINEERS = Department(key="us-tech", company="us", name="Engineering", line=Line.TECHNICAL)
BUYERS = department("buy", Line.PROCUREMENT)
ENGINEERS = department("tech", Line.TECHNICAL)
DEPARTMENTS = [OUR_SALES, OUR_ENGINEERS, BUYERS, ENGINEERS]


def matching(
    policy: Policy | None = None, company: str = "acme", grade: str | None = None, **records: list[Any]
) -> OrganizationMatching:
    view = drawn(policy, grade=grade, **records)
    return ORGANIZATION_MATCHING.part(view, OrganizationMatchingParams(company=company))


def found(answer: OrganizationMatching) -> set[tuple[str, str]]:
    return {(str(each.kind), each.subject.key) for each in answer.findings}


@pytest.mark.parametrize(
    ("theirs", "ours", "kind"),
    [
        (OrgLevel.MIDDLE, OrgLevel.MIDDLE, "MATCHED"),
        (OrgLevel.MIDDLE, OrgLevel.SENIOR, "MATCHED"),
        (OrgLevel.MIDDLE, OrgLevel.EXECUTIVE, "OVER_LEVEL"),
        (OrgLevel.MIDDLE, OrgLevel.STAFF, "UNDER_LEVEL"),
        (OrgLevel.EXECUTIVE, OrgLevel.SENIOR, "UNDER_LEVEL"),
        (None, OrgLevel.SENIOR, "UNKNOWN_LEVEL"),
        (OrgLevel.SENIOR, None, "UNKNOWN_LEVEL"),
    ],
)
def test_a_pair_is_matched_at_the_same_level_or_with_ours_one_above(
    theirs: str | None, ours: str | None, kind: str
) -> None:
    answer = matching(people=[employee("e", level=ours), contact("a", theirs)], ties=[tie("e", "a")])
    assert [(pair.contact, pair.employee, pair.kind) for pair in answer.pairs] == [("a", "e", kind)]
    assert [(each.level, each.theirs, each.matched) for each in answer.levels] == [
        (theirs or OrgLevel.UNKNOWN, 1, int(kind == "MATCHED"))
    ]


def test_how_far_ours_may_be_above_is_policy() -> None:
    people = [employee("e", level=OrgLevel.SENIOR), contact("a", OrgLevel.MIDDLE)]
    strict = replace(Policy(), level_pairing_above=0)
    assert [pair.kind for pair in matching(strict, people=people, ties=[tie("e", "a")]).pairs] == ["OVER_LEVEL"]


def test_only_live_ties_of_present_employees_match() -> None:
    ours = {"level": OrgLevel.MIDDLE, "department": "us-tech"}
    answer = matching(
        departments=DEPARTMENTS,
        people=[
            employee("cold", **ours),
            employee("gone", status="LEFT", **ours),
            contact("a", OrgLevel.MIDDLE, "tech"),
        ],
        ties=[tie("cold", "a", trust=1, last_contact="2024-01-01"), tie("gone", "a")],
    )
    assert answer.pairs == ()
    assert [(each.level, each.theirs, each.matched) for each in answer.levels] == [("MIDDLE", 1, 0)]
    assert [(each.line, each.theirs, each.ours, each.matched) for each in answer.lines] == [
        ("TECHNICAL", 1, 1, False)
    ]


def test_a_line_is_matched_by_one_of_ours_of_the_same_line_and_by_nobody_else() -> None:
    answer = matching(
        departments=DEPARTMENTS,
        people=[
            employee("seller", department="us-sales"),
            employee("engineer", department="us-tech"),
            contact("buyer", None, "buy"),
            contact("maker", None, "tech"),
        ],
        ties=[tie("seller", "buyer"), tie("seller", "maker"), tie("engineer", "buyer")],
    )
    assert [(each.line, each.theirs, each.ours, each.matched) for each in answer.lines] == [
        ("TECHNICAL", 1, 1, False),
        ("PROCUREMENT", 1, 1, True),
    ]
    assert {key for kind, key in found(answer) if kind == "FUNCTION_UNMATCHED"} == {"TECHNICAL"}


def test_a_cell_is_matched_by_one_who_has_both_level_and_line() -> None:
    people = [
        employee("boss", level=OrgLevel.SENIOR, department="us-sales"),
        employee("engineer", level=OrgLevel.STAFF, department="us-tech"),
        contact("maker", OrgLevel.SENIOR, "tech"),
    ]
    apart = matching(departments=DEPARTMENTS, people=people, ties=[tie("boss", "maker"), tie("engineer", "maker")])
    assert [(c.level, c.line, c.theirs, c.ours, c.matched) for c in apart.cells] == [
        ("SENIOR", "TECHNICAL", 1, 0, 0),
        ("SENIOR", "PROCUREMENT", 0, 1, 0),
        ("STAFF", "TECHNICAL", 0, 1, 0),
    ]
    chief = employee("chief", level=OrgLevel.EXECUTIVE, department="us-tech")
    both = matching(departments=DEPARTMENTS, people=[*people, chief], ties=[tie("chief", "maker")])
    assert [(c.level, c.matched) for c in both.cells if c.theirs] == [("SENIOR", 1)]


def test_every_executive_without_one_of_our_executives_is_unmatched_with_the_share_as_severity() -> None:
    answer = matching(
        people=[
            employee("top", level=OrgLevel.EXECUTIVE),
            employee("senior", level=OrgLevel.SENIOR),
            contact("met", OrgLevel.EXECUTIVE),
            contact("unmet", OrgLevel.EXECUTIVE),
            contact("head", OrgLevel.SENIOR),
        ],
        ties=[tie("top", "met"), tie("senior", "unmet")],
        decision_roles=[role("unmet", stage) for stage in Stage],
    )
    (gap,) = (each for each in answer.findings if each.kind == "LEVEL_UNMATCHED")
    assert (gap.subject.key, gap.severity, gap.share) == ("unmet", "CRITICAL", pytest.approx(1.0))
    assert gap.evidence.people == ("unmet", "senior")
    assert {figure.name: figure.value for figure in gap.evidence.policy}["level_pairing_above"] == 1


def test_agreements_count_from_their_first_day_to_the_day_before_their_end() -> None:
    answer = matching(
        agreements=[
            Agreement(key="ended", company="acme", kind="SERVICE", valid_from="2025-01-01", valid_to="2026-06-30"),
            Agreement(key="open", company="acme", kind="STRATEGIC"),
            Agreement(key="starts", company="acme", kind="FRAMEWORK", valid_from="2026-06-30"),
            Agreement(key="later", company="acme", kind="FRAMEWORK", valid_from="2026-07-01"),
        ]
    )
    assert answer.agreements == ("open", "starts")


def test_joint_events_are_told_latest_first_and_their_absence_is_a_finding() -> None:
    people = [employee("e"), employee("gone", status="LEFT"), contact("a"), contact("left", status="LEFT")]
    events = [
        Interaction(key="exchange", kind="EXCHANGE", on="2026-02-01", participants=("left", "e")),
        Interaction(key="visit", kind="VISIT", on="2026-05-01", participants=("a", "gone")),
        Interaction(key="call", kind="CALL", on="2026-06-01", participants=("a", "e")),
        Interaction(key="alone", kind="SUMMIT", on="2026-06-02", participants=("a",)),
        Interaction(key="before", kind="SUMMIT", on="2025-06-29", participants=("a", "e")),
    ]
    answer = matching(people=people, ties=[tie("e", "a")], interactions=events)
    assert answer.joint_events == ("visit", "exchange")
    assert ("NO_JOINT_EVENT", "acme") not in found(answer)
    assert ("NO_JOINT_EVENT", "acme") in found(matching(people=people, ties=[tie("e", "a")]))


def test_a_subsidiary_shows_its_own_people_and_ours_who_know_them() -> None:
    records: dict[str, list[Any]] = {
        "companies": [Company(key="plant", name="Plant", side=Side.CUSTOMER, parent="acme")],
        "departments": DEPARTMENTS,
        "people": [
            employee("e", level=OrgLevel.SENIOR),
            employee("f", level=OrgLevel.STAFF),
            contact("a", OrgLevel.SENIOR),
            Person(key="p", name="P", company="plant", level=OrgLevel.STAFF),
        ],
        "ties": [tie("e", "a"), tie("f", "p")],
        "agreements": [
            Agreement(key="group", company="acme", kind="STRATEGIC"),
            Agreement(key="local", company="plant", kind="SERVICE"),
        ],
    }
    plant, group = matching(company="plant", **records), matching(**records)
    assert [(pair.contact, pair.employee) for pair in plant.pairs] == [("p", "f")]
    assert [(each.line, each.theirs, each.ours) for each in plant.lines] == [("OTHER", 1, 1)]
    assert plant.agreements == ("local",)
    assert [(pair.contact, pair.employee) for pair in group.pairs] == [("a", "e"), ("p", "f")]
    assert group.agreements == ("group", "local")


def test_the_findings_are_those_that_coverage_gaps_tells_too() -> None:
    view = drawn(
        grade="S",
        departments=DEPARTMENTS,
        people=[employee("e"), contact("a", OrgLevel.EXECUTIVE, "tech"), contact("b", OrgLevel.STAFF, "buy")],
        ties=[tie("e", "a")],
    )
    own = ORGANIZATION_MATCHING.part(view, OrganizationMatchingParams(company="acme")).findings
    gaps = COVERAGE_GAPS.part(view, CoverageGapsParams(company="acme")).findings
    kinds = {"LEVEL_UNMATCHED", "FUNCTION_UNMATCHED", "NO_JOINT_EVENT"}
    assert own == tuple(gap for gap in gaps if gap.kind in kinds)
    assert len(own) == 4  # the executive, two lines, the joint event


def test_a_company_of_another_account_is_refused() -> None:
    with pytest.raises(NotInGraph):
        matching(company="us")
