"""What is kept of an account: severity, counts, money, its place in every order, findings that read back whole."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter

import pytest
from hypothesis import given

from graph.model.companies import Company
from graph.model.deals import Opportunity
from graph.model.meetings import Interaction
from graph.model.people import Person
from graph.model.words import Side, Stage
from graph.policy import Policy
from graph.posture import ComputedPosture, CurrencyAmount, EmployeeExposure, FindingOrder, PortfolioOrder, Standard
from queries.account_view import AccountView
from queries.concentration import ConcentrationParams
from queries.concentration import answer as concentration
from queries.findings.finding import Finding
from queries.findings.kept import finding_of
from queries.findings.of_account import account_findings
from queries.posture_of import posture_of
from queries.relationship_index import layer_values
from queries.single_points_of_failure import SinglePointsOfFailureParams, findings
from tests.oracle.oracle import Oracle
from tests.oracle.world import World
from tests.oracle.worlds import ASKED, POLICIES
from tests.questions.against_oracle import RANDOM, WORLDS, near, seen
from tests.questions.drawn import NOW, contact, drawn, employee, role, tie

YUAN = replace(Policy(), base_currency="CNY")
STANDARD = Standard(NOW, "digest")
AT = "2026-06-30T06:00:00.000000+00:00"


def posture(view: AccountView) -> ComputedPosture:
    return posture_of(view, STANDARD, 3, AT)


def two_held_alone(policy: Policy | None = None, currency: str = "CNY") -> AccountView:
    """`boss` has all of `deal` and half of `other`, `clerk` the other half; e1 holds boss, e2 both."""
    return drawn(
        policy,
        people=[employee("e1"), employee("e2"), employee("idle"), contact("boss"), contact("clerk")],
        opportunities=[
            Opportunity(key="deal", company="acme", name="Deal", value=1000.0, currency="CNY"),
            Opportunity(key="other", company="acme", name="Other", value=400.0, currency=currency),
        ],
        decision_roles=[
            *(role("boss", stage) for stage in Stage),
            *(role(person, stage, deal="other") for stage in Stage for person in ("boss", "clerk")),
        ],
        ties=[tie("e1", "boss"), tie("e2", "clerk"), tie("idle", "clerk", trust=1, last_contact="2020-01-01")],
    )


def test_value_at_risk_is_what_the_one_loses_with_whom_we_lose_the_most_over_the_open_opportunities() -> None:
    kept = posture(two_held_alone()).posture
    assert (kept.value_at_risk, kept.currency) == (near(1200.0), "CNY")
    assert kept.amounts == (CurrencyAmount("CNY", near(1200.0)),)


def test_amounts_of_two_currencies_are_kept_apart_without_a_rate() -> None:
    kept = posture(two_held_alone(currency="EUR")).posture
    assert (kept.value_at_risk, kept.currency) == (None, None)
    assert kept.amounts == (CurrencyAmount("CNY", near(1000.0)), CurrencyAmount("EUR", near(200.0)))
    rated = replace(Policy(), base_currency="CNY", rates={"EUR": 2.0})
    assert posture(two_held_alone(rated, "EUR")).posture.value_at_risk == near(1400.0)


def test_every_employee_with_a_live_tie_has_an_exposure_of_what_is_lost_without_them() -> None:
    assert posture(two_held_alone()).exposures == (
        EmployeeExposure("acme", "e1", 1, 1, near(1.0), "CRITICAL", (CurrencyAmount("CNY", near(1200.0)),)),
        EmployeeExposure("acme", "e2", 1, 1, near(0.5), "HIGH", (CurrencyAmount("CNY", near(200.0)),)),
    )


def test_whoever_leaves_nobody_out_of_reach_has_no_severity_and_an_amount_of_zero() -> None:
    view = drawn(
        people=[employee("e1"), employee("e2"), contact("boss")],
        decision_roles=[role("boss", Stage.APPROVAL)],
        ties=[tie("e1", "boss"), tie("e2", "boss")],
    )
    assert posture(view).exposures == (
        EmployeeExposure("acme", "e1", 1, 0, 0.0, None, (CurrencyAmount(None, 0.0),)),
        EmployeeExposure("acme", "e2", 1, 0, 0.0, None, (CurrencyAmount(None, 0.0),)),
    )
    assert posture(view).posture.value_at_risk == 0.0


def test_findings_of_a_subsidiary_alone_are_kept_and_not_counted() -> None:
    view = drawn(
        people=[employee("e1")], companies=[Company(key="east", name="East", side=Side.CUSTOMER, parent="acme")]
    )
    computed = posture(view)
    assert {(kept.kind, kept.company, kept.is_account_wide) for kept in computed.findings} == {
        ("MISSING_STAGE", "acme", True),
        ("NO_JOINT_EVENT", "acme", True),
        ("NO_JOINT_EVENT", "east", False),
    }
    assert computed.posture.severity_counts == {"MODERATE": 4, "LOW": 1}
    assert computed.posture.cause_counts == {"MODERATE": 4, "LOW": 1}
    assert computed.posture.severity == "MODERATE"


def test_an_account_without_findings_has_no_severity() -> None:
    view = drawn(
        people=[employee("e1"), employee("e2"), contact("boss")],
        opportunities=[],
        ties=[tie("e1", "boss"), tie("e2", "boss")],
        interactions=[Interaction(key="visit", kind="VISIT", on=NOW, participants=("boss", "e1"), company="acme")],
    )
    assert posture(view).findings == ()
    kept = posture(view).posture
    assert (kept.severity, kept.share, kept.severity_counts, kept.cause_counts) == (None, None, {}, {})


@RANDOM
@given(WORLDS, POLICIES, ASKED)
def test_a_posture_says_what_the_questions_say(world: World, policy: Policy, company: str) -> None:
    view = seen(Oracle(world, policy, NOW, company))
    account = view.graph.account
    computed = posture(view)
    kept = computed.posture
    held = concentration(view, ConcentrationParams(company=account))
    assert (kept.account, kept.revision, kept.standard) == (account, view.graph.revision, STANDARD)
    assert (kept.policy_version, kept.computed_at) == (3, AT)
    assert (kept.key_index, kept.general_index, kept.organizational_index) == layer_values(view, account)
    assert (kept.effective_holders, kept.bus_factor) == (held.effective_holders, held.bus_factor)
    assert sum(kept.severity_counts.values()) == sum(found.is_account_wide for found in computed.findings)
    own = [finding for finding in read_back(computed) if finding.is_account_wide]
    assert kept.share == max((found.share for found in own if found.share is not None), default=None)
    assert sum((kept.cause_counts or {}).values()) == len({found.cause for found in own})
    assert set(computed.ranks) == set(PortfolioOrder)
    assert sum(each.single_held_count for each in computed.exposures) == sum(
        found.kind == "SINGLE_HELD" for found in computed.findings
    )


def read_back(computed: ComputedPosture) -> list[Finding]:
    """The findings as a store gives them."""
    return [finding_of(replace(row, legend=computed.legend)) for row in computed.findings]


@RANDOM
@given(WORLDS, POLICIES, ASKED)
def test_kept_findings_read_back_as_they_were(world: World, policy: Policy, company: str) -> None:
    view = seen(Oracle(world, policy, NOW, company))
    found = account_findings(view)
    computed = posture(view)
    kept = computed.findings
    assert read_back(computed) == found
    places = [each.place for each in found]
    assert [each.place(FindingOrder.SEVERITY) for each in kept] == places == sorted(places)
    for each, one in zip(kept, found, strict=True):
        assert (each.id, each.account, each.company, each.is_account_wide) == (
            one.id,
            one.account,
            one.company,
            one.is_account_wide,
        )
        assert (each.kind, each.severity, each.employee, each.opportunity) == (
            one.kind,
            one.severity,
            one.employee,
            one.opportunity,
        )


@RANDOM
@given(WORLDS, POLICIES)
def test_kept_single_points_are_in_the_order_of_their_own_question(world: World, policy: Policy) -> None:
    views = [seen(Oracle(world, policy, NOW, account)) for account in ("group", "stranger")]
    points = [point for view in views for point in findings(view, SinglePointsOfFailureParams())]
    kept = [
        each for view in views for each in read_back(posture(view)) if each.kind in ("SINGLE_HELD", "CHOKE_POINT")
    ]
    assert sorted(kept, key=attrgetter("place")) == sorted(points, key=attrgetter("place"))


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (PortfolioOrder.NAME, ["Alpha", "Beta", "Gamma"]),
        (PortfolioOrder.VALUE_AT_RISK, ["Beta", "Gamma", "Alpha"]),
        (PortfolioOrder.SEVERITY, ["Beta", "Gamma", "Alpha"]),
        (PortfolioOrder.FINDINGS, ["Gamma", "Beta", "Alpha"]),
        (PortfolioOrder.KEY_INDEX, ["Beta", "Gamma", "Alpha"]),
    ],
)
def test_the_account_most_at_risk_comes_first(order: PortfolioOrder, expected: list[str]) -> None:
    """Alpha has nothing, Beta a deal of 1000 whose one decider is held alone, Gamma one of 10 and a clerk."""

    def named(name: str, view: AccountView) -> ComputedPosture:
        companies = dict(view.graph.companies)
        companies["acme"] = companies["acme"].replace(name=name)
        return posture(AccountView(replace(view.graph, companies=companies), view.policy))

    def with_deal(value: float, last_contact: str, *more: Person) -> AccountView:
        return drawn(
            YUAN,
            people=[employee("e1"), contact("boss"), *more],
            opportunities=[Opportunity(key="deal", company="acme", name="Deal", value=value, currency="CNY")],
            decision_roles=[role("boss", stage) for stage in Stage],
            ties=[tie("e1", "boss", last_contact=last_contact), *(tie("e1", each.key) for each in more)],
        )

    computed = {
        "Gamma": named("Gamma", with_deal(10.0, NOW, contact("clerk"))),
        "Alpha": named("Alpha", drawn(opportunities=[])),
        "Beta": named("Beta", with_deal(1000.0, "2026-06-29")),
    }
    assert sorted(computed, key=lambda name: computed[name].ranks[order]) == expected
