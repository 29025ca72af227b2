"""Causes: all findings of an account about one subject, as one, as bad as the worst of them."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter

import orjson
from hypothesis import given

from graph.messages.language import Language
from graph.model.companies import Company
from graph.model.deals import Opportunity
from graph.model.words import SEVERITY_ORDER, Side, Stage
from graph.policy import Policy
from queries.account_view import AccountView
from queries.findings.causes import Cause, causes
from queries.findings.finding import Finding
from queries.findings.kept import cause_of_kept, kept
from queries.findings.legend import Legend
from queries.findings.of_account import account_findings
from queries.money import Amount, MoneyAtRisk
from tests.oracle.oracle import Oracle
from tests.oracle.world import World
from tests.oracle.worlds import ASKED, POLICIES
from tests.questions.against_oracle import EQUAL, RANDOM, WORLDS, seen
from tests.questions.drawn import NOW, contact, drawn, employee, role, tie

YUAN = replace(Policy(), base_currency="CNY")


def boss_alone(policy: Policy = YUAN) -> AccountView:
    """e1 alone knows the boss, who decides all that is decided and was not spoken to for long."""
    return drawn(
        policy,
        people=[employee("e1"), employee("e2"), contact("boss"), contact("clerk")],
        opportunities=[Opportunity(key="deal", company="acme", name="Deal", value=1000.0, currency="CNY")],
        decision_roles=[role("boss", stage) for stage in (Stage.SPECIFICATION, Stage.EVALUATION)],
        ties=[tie("e1", "boss", trust=5, last_contact="2026-01-01"), tie("e2", "clerk"), tie("e1", "clerk")],
    )


def about(view: AccountView, subject: str, stage: str | None = None) -> Cause:
    (found,) = (
        cause
        for cause in causes(account_findings(view)).values()
        if (cause.findings[0].subject.key, cause.findings[0].stage) == (subject, stage)
    )
    return found


def test_all_findings_about_a_contact_are_one_cause_whatever_question_found_them() -> None:
    cause = about(boss_alone(), "boss")
    assert [finding.kind for finding in cause.findings] == [
        *("SINGLE_HELD", "SILENT_KEY_PERSON", "SINGLE_HELD_KEY_PERSON", "SUCCESSORS_UNCOVERED", "UNKNOWN_STANCE"),
    ]
    assert len({finding.cause for finding in cause.findings}) == 1


def test_a_cause_is_as_bad_as_its_worst_finding_and_says_what_to_do_about_that() -> None:
    cause = about(boss_alone(), "boss")
    assert (cause.severity, cause.share, cause.money.value) == ("HIGH", 0.55, 550.0)
    assert cause.findings[0].action(Language.EN) == "Introduce a second colleague to Name of boss.", (
        "a single point comes before a gap"
    )


def test_every_stage_with_nobody_is_a_cause_of_its_own() -> None:
    view = boss_alone()
    assert about(view, "deal", Stage.APPROVAL).id != about(view, "deal", Stage.QUALIFICATION).id


def test_the_same_line_of_another_company_is_another_cause() -> None:
    view = drawn(
        companies=[Company(key="east", name="East", side=Side.CUSTOMER, parent="acme")],
        people=[employee("e1"), contact("a"), contact("b").replace(company="east")],
    )
    lines = [found for found in account_findings(view) if found.kind == "UNCOVERED_LINE"]
    assert {(found.company, found.is_account_wide) for found in lines} == {("acme", True), ("east", False)}
    assert len({found.cause for found in lines}) == 2


def test_one_of_ours_through_whom_alone_others_are_reached_is_a_cause_over_all_opportunities() -> None:
    view = drawn(
        people=[employee("e1"), contact("boss")],
        opportunities=[
            Opportunity(key="one", company="acme", name="One"),
            Opportunity(key="two", company="acme", name="Two"),
        ],
        ties=[tie("e1", "boss")],
    )
    cause = about(view, "e1")
    assert {(found.kind, found.opportunity) for found in cause.findings} == {
        ("CHOKE_POINT", "one"),
        ("CHOKE_POINT", "two"),
    }


def finding(**attributes: object) -> Finding:
    (any_one, *_) = account_findings(boss_alone())
    return replace(any_one, **attributes)  # type: ignore[arg-type]


def money(value: float, currency: str, *, is_base: bool = False) -> MoneyAtRisk:
    return MoneyAtRisk(value, currency, amounts=(Amount(currency, value),), is_in_base_currency=is_base)


def test_the_largest_share_and_the_largest_money_of_any_finding_are_those_of_the_cause() -> None:
    together = [
        finding(id="worst", severity="HIGH", share=0.4, money=money(1.0, "CNY", is_base=True)),
        finding(id="less", severity="MODERATE", share=0.7, money=money(9.0, "CNY", is_base=True)),
        finding(id="unknown", severity="LOW", share=None, money=MoneyAtRisk(None, None)),
    ]
    (cause,) = causes(together).values()
    assert (cause.severity, cause.share, cause.money.value) == ("HIGH", 0.7, 9.0)
    assert [found.id for found in cause.findings] == ["worst", "less", "unknown"]


def test_zero_is_the_money_of_a_cause_of_which_nothing_else_is_known() -> None:
    unknown, nothing = MoneyAtRisk(None, None), MoneyAtRisk(0.0, None)
    found = [finding(id=str(number), money=each) for number, each in enumerate((unknown, nothing, unknown))]
    (cause,) = causes(found).values()
    assert cause.money == nothing


def test_an_amount_without_a_rate_is_larger_than_zero_in_the_base_currency() -> None:
    (cause,) = causes(
        [finding(id="1", money=MoneyAtRisk(0.0, "CNY")), finding(id="2", money=money(5.0, "USD"))]
    ).values()
    assert (cause.money.value, cause.money.currency) == (5.0, "USD")


def test_of_findings_that_are_as_severe_share_and_then_money_and_then_the_kind_say_what_to_do() -> None:
    def worst(**worth: dict[str, object]) -> str:
        (cause,) = causes(
            finding(id=kind, kind=kind, severity="HIGH", **said) for kind, said in worth.items()
        ).values()
        return cause.findings[0].kind

    some, more = ({"share": 0.5, "money": money(value, "CNY", is_base=True)} for value in (1.0, 2.0))
    assert worst(SINGLE_HELD=some, CHOKE_POINT={**some, "share": 0.6}) == "CHOKE_POINT"
    assert worst(SINGLE_HELD=some, CHOKE_POINT=more) == "CHOKE_POINT"
    assert worst(CHOKE_POINT=some, SINGLE_HELD=some, SILENT_KEY_PERSON=some) == "SINGLE_HELD"
    assert worst(UNCOVERED_KEY_PERSON=some, SILENT_KEY_PERSON=some) == "UNCOVERED_KEY_PERSON"


def test_causes_are_ordered_as_findings_are() -> None:
    found = [
        finding(id="1", account="b", severity="HIGH", share=0.5, money=money(2.0, "CNY", is_base=True)),
        finding(id="2", account="c", severity="HIGH", share=0.5, money=money(3.0, "EUR")),
        finding(id="3", account="a", severity="HIGH", share=0.5, money=money(9.0, "USD")),
        finding(id="4", account="d", severity="CRITICAL", share=0.1, money=MoneyAtRisk(None, None)),
        finding(id="5", account="e", severity="HIGH", share=0.6, money=MoneyAtRisk(None, None)),
    ]
    ordered = sorted(causes(found).values(), key=lambda cause: cause.place)
    assert [cause.findings[0].account for cause in ordered] == ["d", "e", "b", "a", "c"]


@RANDOM
@given(WORLDS, POLICIES, ASKED)
def test_every_finding_is_in_one_cause_that_is_as_bad_as_the_worst(
    world: World, policy: Policy, company: str
) -> None:
    found = account_findings(seen(Oracle(world, policy, NOW, company)))
    told = causes(found)
    assert sorted(one.id for cause in told.values() for one in cause.findings) == sorted(one.id for one in found)
    for cause in told.values():
        together = cause.findings
        assert len({(one.account, one.subject.kind, one.subject.key, one.stage) for one in together}) == 1
        assert len({one.is_account_wide for one in together}) == 1
        assert cause.severity == max((one.severity for one in together), key=SEVERITY_ORDER.__getitem__)
        shares = [one.share for one in together if one.share is not None]
        assert cause.share == max(shares, default=None)
        known = [one.money.value or 0.0 for one in together if one.money.rank[0] == 0 and one.money.amounts]
        assert not known or abs((cause.money.value or 0.0) - max(known)) <= EQUAL
        assert together[0].severity == cause.severity


@RANDOM
@given(WORLDS, POLICIES)
def test_a_cause_is_kept_with_the_worst_of_its_findings(world: World, policy: Policy) -> None:
    told = causes(account_findings(seen(Oracle(world, policy, NOW, "group"))))
    for cause in told.values():
        legend = Legend()
        rows = [kept(found, cause, legend) for found in sorted(cause.findings, key=attrgetter("place"))]
        rows = [replace(row, legend=legend.text) for row in rows]
        without = [
            replace(row, content=orjson.dumps([*orjson.loads(row.content)[:-1], None]).decode()) for row in rows
        ]
        for found in (cause_of_kept(rows), cause_of_kept(without)):
            assert (found.severity, found.share, found.money) == (cause.severity, cause.share, cause.money)
            assert rows[found.worst].id == cause.findings[0].id
