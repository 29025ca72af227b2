"""All findings of an account in one form: each once, whose it is, and what money hangs on it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given

from graph.model.companies import Company
from graph.model.deals import Opportunity
from graph.model.words import SEVERITY_ORDER, Line, Power, Side, Stage
from graph.policy import Policy
from queries.account_view import AccountView
from queries.coverage_gaps import CoverageGapsParams
from queries.coverage_gaps import answer as coverage_gaps
from queries.findings.finding import Finding
from queries.findings.of_account import account_findings
from queries.money import MoneyAtRisk
from queries.single_points_of_failure import SinglePointFilter, SinglePointsOfFailureParams, findings
from tests.oracle.oracle import Oracle
from tests.oracle.world import World
from tests.oracle.worlds import ASKED, POLICIES
from tests.questions.against_oracle import RANDOM, WORLDS, seen
from tests.questions.drawn import NOW, contact, department, drawn, employee, power, role, tie

EAST = Company(key="east", name="East", side=Side.CUSTOMER, parent="acme")


def group() -> AccountView:
    """A group whose finance people at the root are known, and those of its subsidiary are not."""
    return drawn(
        companies=[EAST],
        departments=[
            department("money", Line.FINANCE),
            department("east-money", Line.FINANCE).replace(company="east"),
        ],
        people=[
            employee("e1"),
            contact("cfo", department="money"),
            contact("clerk", department="east-money").replace(company="east"),
        ],
        ties=[tie("e1", "cfo")],
        decision_roles=[role("cfo", Stage.APPROVAL)],
    )


def only(found: Any, kind: str, **having: Any) -> Finding:
    (one,) = [
        each
        for each in found
        if each.kind == kind and all(getattr(each, name) == value for name, value in having.items())
    ]
    return one


def ids_of_company(view: AccountView, company: str) -> set[str]:
    """What the questions about a company show."""
    points = findings(view, SinglePointsOfFailureParams(filter=SinglePointFilter(company=company)))
    gaps = coverage_gaps(view, CoverageGapsParams(company=company)).findings
    return {found.id for found in (*points, *gaps)}


def test_a_line_that_only_the_question_about_the_subsidiary_shows_is_not_account_wide() -> None:
    found = account_findings(group())
    line = only(found, "UNCOVERED_LINE")
    assert (line.subject.key, line.company, line.is_account_wide) == ("FINANCE", "east", False)
    assert only(found, "UNCOVERED_DEPARTMENT").is_account_wide
    assert {each.company for each in found if each.kind == "NO_JOINT_EVENT"} == {"acme", "east"}


@RANDOM
@given(WORLDS, POLICIES, ASKED)
def test_every_finding_of_every_company_is_there_once(world: World, policy: Policy, company: str) -> None:
    view = seen(Oracle(world, policy, NOW, company))
    found = account_findings(view)
    by_company = {each: ids_of_company(view, each) for each in view.graph.companies}
    assert len({each.id for each in found}) == len(found)
    assert {each.id for each in found} == set().union(*by_company.values())
    assert {each.id for each in found if each.is_account_wide} == by_company[view.graph.account]
    severities = [SEVERITY_ORDER[each.severity] for each in found]
    assert severities == sorted(severities, reverse=True)
    for each in found:
        assert each.company in view.graph.companies
        assert set(each.targets) <= view.graph.contacts.keys()


def test_a_persons_finding_is_worth_the_share_of_each_open_opportunity() -> None:
    view = drawn(
        people=[employee("e1"), contact("boss"), contact("clerk")],
        opportunities=[
            Opportunity(key="deal", company="acme", name="Deal", value=1000.0, currency="CNY"),
            Opportunity(key="other", company="acme", name="Other", value=500.0, currency="CNY"),
            Opportunity(key="unknown", company="acme", name="Unknown"),
        ],
        decision_roles=[
            *(role("boss", stage) for stage in Stage),
            *(role(person, stage, deal="other") for stage in Stage for person in ("boss", "clerk")),
        ],
    )
    found = only(account_findings(view), "UNCOVERED_KEY_PERSON", targets=("boss",))
    assert found.money == MoneyAtRisk(1250.0, "CNY", amounts=found.money.amounts)
    assert found.company == "acme"


def test_a_missing_stage_is_worth_its_weight_of_its_own_opportunity() -> None:
    view = drawn(
        replace(Policy(), base_currency="CNY"),
        people=[employee("e1"), contact("boss")],
        opportunities=[
            Opportunity(key="deal", company="acme", name="Deal", value=1000.0, currency="CNY"),
            Opportunity(key="other", company="acme", name="Other", value=1e9, currency="CNY"),
        ],
        decision_roles=[role("boss", stage, deal=deal) for stage in Stage for deal in ("deal", "other")][:-2],
    )
    found = [each for each in account_findings(view) if each.kind == "MISSING_STAGE"]
    assert [(each.opportunity, each.stage, each.money.value) for each in found] == [
        ("other", "APPROVAL", 0.3e9),
        ("deal", "APPROVAL", 300.0),
    ]


def test_what_has_no_share_has_no_money() -> None:
    assert only(account_findings(drawn(people=[employee("e1")])), "NO_JOINT_EVENT").money == MoneyAtRisk(
        None, None
    )


def test_a_finding_hangs_on_the_one_employee_who_holds_the_contact() -> None:
    view = drawn(
        people=[employee("e1"), employee("e2"), contact("boss")],
        ties=[tie("e1", "boss"), tie("e2", "boss", trust=1, last_contact="2020-01-01")],
        positions=[power("boss", Power.INNER_CIRCLE)],
    )
    found = account_findings(view)
    assert only(found, "SINGLE_HELD_KEY_PERSON").employee == "e1"
    single = only(found, "SINGLE_HELD")
    assert (single.employee, single.subject.key, single.targets) == ("e1", "boss", ("boss",))
    assert {each.employee for each in found if each.kind not in ("SINGLE_HELD", "SINGLE_HELD_KEY_PERSON")} <= {
        None,
        "e1",
    }
