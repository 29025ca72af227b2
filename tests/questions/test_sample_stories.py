"""The stories of the demo world are found by the questions that are meant to find them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date, timedelta

import pytest

from graph.editing import apply_changes
from graph.model.words import SEVERITY_ORDER, Severity
from graph.open_store import open_store
from graph.sample.stories import MOVED_DAYS_AGO, RETIREMENT_IN_DAYS
from graph.sample_org import STORIES, sample_org
from graph.settings import Settings
from graph.store import Changes
from graph.viewer import LOCAL
from queries.access_paths import ACCESS_PATHS, AccessPathsParams
from queries.ask import Asker
from queries.changes import CHANGES, ChangeKind, ChangesParams
from queries.concentration import CONCENTRATION, ConcentrationParams
from queries.coverage_gaps import COVERAGE_GAPS, CoverageGapsParams
from queries.decision_chain import DECISION_CHAIN, BlockerReason, DecisionChainParams
from queries.departure_impact import DEPARTURE_IMPACT, DepartureImpactParams
from queries.findings.catalogue import CoverageFindingKind, SinglePointKind
from queries.handover_plan import HANDOVER_PLAN, HandoverPlanParams
from queries.organization_matching import ORGANIZATION_MATCHING, OrganizationMatchingParams, PairKind
from queries.single_points_of_failure import (
    SINGLE_POINTS_OF_FAILURE,
    SinglePointFilter,
    SinglePointsOfFailureParams,
)
from queries.stages import StageStatus
from queries.succession import SUCCESSION, SuccessionParams
from queries.succession_ranking import SuccessionRelation

DAY = date(2026, 3, 2)


@pytest.fixture(scope="module", params=[7, 20, 33], ids=lambda seed: f"seed-{seed}")
async def asker(request: pytest.FixtureRequest) -> AsyncIterator[Asker]:
    store = await open_store(Settings(store_url="memory:"))
    await apply_changes(store, LOCAL, Changes(upserts=sample_org(request.param, DAY)))
    yield Asker(store, today=lambda: DAY)
    await store.close()


async def test_the_sponsor_is_held_by_one_salesperson_alone_with_the_largest_share(asker: Asker) -> None:
    story = STORIES["lonely_sponsor"]
    sponsor = story.people["sponsor"]

    chosen = SinglePointFilter(company="canglu", kind=SinglePointKind.SINGLE_HELD)
    asked = SinglePointsOfFailureParams(filter=chosen, first=200)
    page = await asker.ask(LOCAL, SINGLE_POINTS_OF_FAILURE, asked)
    chain = await asker.ask(LOCAL, DECISION_CHAIN, DecisionChainParams(opportunity=str(story.opportunity)))

    (found,) = (edge.node for edge in page.edges if edge.node.targets == (sponsor,))
    assert found.point == story.people["salesperson"]
    assert SEVERITY_ORDER[found.severity] >= SEVERITY_ORDER[Severity.MODERATE]
    assert found.money.value is not None
    assert found.money.value > 0
    assert chain.shares[0].person == sponsor
    assert chain.shares[0].stance == "MENTOR"


async def test_the_specification_is_the_weakest_stage_while_the_top_supports_us(asker: Asker) -> None:
    story = STORIES["written_around_a_competitor"]
    specifier, approver = story.people["specifier"], story.people["approver"]

    chain = await asker.ask(LOCAL, DECISION_CHAIN, DecisionChainParams(opportunity=str(story.opportunity)))

    assert chain.weakest_stage is not None
    assert (chain.weakest_stage.stage, chain.weakest_stage.status) == (story.details["stage"], StageStatus.RED)
    approval = chain.stages[-1]
    assert (approval.stage, approval.status) == ("APPROVAL", StageStatus.GREEN)
    assert (approval.people[0].person, approval.people[0].stance) == (approver, "SUPPORTER")
    assert chain.blockers[0].person == specifier
    assert chain.blockers[0].reason in (BlockerReason.VETO, BlockerReason.SHARE_AND_VETO)


async def test_the_specifier_leans_to_the_competitor(asker: Asker) -> None:
    story = STORIES["written_around_a_competitor"]
    view = await asker.view(LOCAL, "linhai", DAY)
    position = view.graph.positions.of(story.people["specifier"], story.opportunity)
    assert position.leans_to == story.details["competitor"]


async def test_one_salesperson_is_a_choke_point_in_four_accounts_and_nobody_else_in_so_many(asker: Asker) -> None:
    story = STORIES["one_bridge_to_four_accounts"]
    salesperson = story.people["salesperson"]

    chosen = SinglePointFilter(kind=SinglePointKind.CHOKE_POINT, min_severity=Severity.HIGH)
    asked = SinglePointsOfFailureParams(filter=chosen, first=1000)
    page = await asker.ask(LOCAL, SINGLE_POINTS_OF_FAILURE, asked)

    accounts: dict[str, set[str]] = {}
    for edge in page.edges:
        if edge.node.employee is not None:
            accounts.setdefault(edge.node.point, set()).add(edge.node.account)
    assert accounts.pop(salesperson) == set(story.accounts)
    assert all(len(others) < len(story.accounts) for others in accounts.values())


async def test_without_the_salesperson_nobody_reaches_the_heads_of_the_four_accounts(asker: Asker) -> None:
    story = STORIES["one_bridge_to_four_accounts"]
    for account in story.accounts:
        paths = await asker.ask(LOCAL, ACCESS_PATHS, AccessPathsParams(to=f"{account}-president"))
        assert {path.employee for path in paths if path.is_within_reach} == {story.people["salesperson"]}


async def test_the_finance_line_is_the_one_that_nobody_covers(asker: Asker) -> None:
    story = STORIES["unknown_finance_line"]

    gaps = await asker.ask(LOCAL, COVERAGE_GAPS, CoverageGapsParams(company="xuanpu"))

    uncovered = [found for found in gaps.findings if found.kind == CoverageFindingKind.UNCOVERED_LINE]
    assert story.details["line"] in {found.subject.key for found in uncovered}
    finance = [cell for cell in gaps.grid if cell.line == story.details["line"]]
    assert sum(cell.people for cell in finance) > 0
    assert sum(cell.covered for cell in finance) == 0
    key_people = {
        found.subject.key for found in gaps.findings if found.kind == CoverageFindingKind.UNCOVERED_KEY_PERSON
    }
    assert story.people["chief"] in key_people


async def test_the_deputy_of_the_retiring_boss_is_a_key_person_nobody_knows(asker: Asker) -> None:
    story = STORIES["boss_about_to_retire"]

    gaps = await asker.ask(LOCAL, COVERAGE_GAPS, CoverageGapsParams(company="qiongwu"))

    (found,) = (
        found
        for found in gaps.findings
        if found.kind == CoverageFindingKind.UNCOVERED_KEY_PERSON and found.subject.key == story.people["deputy"]
    )
    assert SEVERITY_ORDER[found.severity] >= SEVERITY_ORDER[Severity.MODERATE]
    view = await asker.view(LOCAL, "qiongwu", DAY)
    assert view.graph.contacts[story.people["boss"]].status == "RETIRED"


async def test_after_the_retirement_the_unknown_deputy_is_the_only_one_to_approve(asker: Asker) -> None:
    story = STORIES["boss_about_to_retire"]
    deal = str(story.opportunity)
    last_day = DAY + timedelta(days=RETIREMENT_IN_DAYS - 1)

    before = await asker.ask(LOCAL, DECISION_CHAIN, DecisionChainParams(opportunity=deal, as_of=last_day))
    after = await asker.ask(
        LOCAL, DECISION_CHAIN, DecisionChainParams(opportunity=deal, as_of=last_day + timedelta(days=1))
    )

    approval_before, approval_after = before.stages[-1], after.stages[-1]
    assert approval_before.status == StageStatus.GREEN
    assert approval_after.status == StageStatus.RED
    assert [person.person for person in approval_after.people] == [story.people["deputy"]]
    assert after.weakest_stage is not None
    assert after.weakest_stage.stage == "APPROVAL"


async def test_the_departure_orphans_key_people_in_two_accounts_and_weakens_one_in_a_third(asker: Asker) -> None:
    story = STORIES["departure_in_three_accounts"]

    impact = await asker.ask(LOCAL, DEPARTURE_IMPACT, DepartureImpactParams(people=(story.people["employee"],)))

    statuses = {found.contact: found.status.value for account in impact.accounts for found in account.handovers}
    assert {account.company for account in impact.accounts if account.handovers} == set(story.accounts)
    assert statuses == {
        story.people["known_to_several"]: "WEAKENED",
        story.people["known_to_one"]: "ORPHANED",
        story.people["has_a_clear_successor"]: "ORPHANED",
    }
    ranked = {found.contact: found.successors for account in impact.accounts for found in account.handovers}
    first, second, *_ = ranked[story.people["has_a_clear_successor"]]
    assert first.employee == story.people["clear_successor"]
    assert first.score > second.score + 0.1


async def test_only_the_best_assignment_gives_both_contacts_somebody_who_knows_them(asker: Asker) -> None:
    people = STORIES["departure_in_three_accounts"].people
    last_day = DAY + timedelta(days=30)

    plan = await asker.ask(
        LOCAL, HANDOVER_PLAN, HandoverPlanParams(employee=people["employee"], last_day=last_day, capacity=1)
    )

    assert {item.contact: item.to_employee for item in plan.items} == {
        people["known_to_several"]: people["second_best"],
        people["known_to_one"]: people["in_demand"],
        people["has_a_clear_successor"]: people["clear_successor"],
    }
    assert plan.score > plan.greedy_score + 0.05
    assert plan.unassigned == plan.dormant == ()
    assert plan.lowest_fit is not None
    assert plan.lowest_fit > 0.4, "nobody who does not know the contact"


async def test_nobody_knows_any_of_those_who_may_follow_the_mentor(asker: Asker) -> None:
    people = STORIES["nobody_knows_who_follows"].people

    answer = await asker.ask(LOCAL, SUCCESSION, SuccessionParams(person=people["mentor"]))
    gaps = await asker.ask(LOCAL, COVERAGE_GAPS, CoverageGapsParams(company="norvale"))

    assert answer.exposed
    assert all(not candidate.ties for candidate in answer.candidates[:3])
    assert people["acting"] in {candidate.person for candidate in answer.candidates[:3]}
    kinds = {candidate.person: candidate.kind for candidate in answer.candidates}
    assert kinds[people["acting"]] == SuccessionRelation.ACTING_MANAGER
    assert people["mentor"] in {
        found.subject.key for found in gaps.findings if found.kind == CoverageFindingKind.SUCCESSORS_UNCOVERED
    }
    held = {found.subject.key for found in gaps.findings if found.kind == "SINGLE_HELD_KEY_PERSON"}
    assert people["mentor"] not in held


async def test_no_executive_of_ours_meets_one_of_theirs_though_all_are_looked_after(asker: Asker) -> None:
    story = STORIES["executives_without_a_counterpart"]

    answer = await asker.ask(LOCAL, ORGANIZATION_MATCHING, OrganizationMatchingParams(company="chengying"))

    (level,) = (found for found in answer.levels if found.level == story.details["level"])
    assert (level.theirs, level.matched) == (5, 0)
    unmatched = {found.subject.key for found in answer.findings if found.kind == "LEVEL_UNMATCHED"}
    assert len(unmatched) == 5
    assert story.people["president"] in unmatched
    pairs = {(pair.employee, pair.contact): pair.kind for pair in answer.pairs}
    assert all(pairs[story.people["director"], executive] == PairKind.UNDER_LEVEL for executive in unmatched)


async def test_the_account_hangs_on_two_people_and_on_no_one_alone(asker: Asker) -> None:
    people = STORIES["account_on_two_people"].people
    answer = await asker.ask(LOCAL, CONCENTRATION, ConcentrationParams(company="mingyue"))
    assert (answer.bus_factor, answer.exact) == (2, True)
    assert set(answer.employees) == set(people.values())
    assert answer.effective_holders == pytest.approx(2, abs=0.1)


async def test_the_year_brought_a_cold_tie_a_turned_stance_and_an_empty_seat(asker: Asker) -> None:
    story = STORIES["a_year_downhill"]
    deal = str(story.opportunity)

    found = await asker.ask(
        LOCAL, CHANGES, ChangesParams(company="yuanji", from_day=DAY - timedelta(days=365), as_of=DAY)
    )

    changes = {(change.kind, change.subject.key, change.opportunity): change for change in found}
    cold = changes[ChangeKind.TIE_GONE_COLD, story.people["cold"], None]
    assert cold.employee == story.people["holder"]
    turned = changes[ChangeKind.STANCE_TURNED, story.people["turned"], deal]
    assert (turned.before, turned.after) == ("SUPPORTER", "NON_SUPPORTER")
    assert (ChangeKind.PERSON_LEFT, story.people["moved"], None) in changes
    appeared = {change.subject.key for change in found if change.kind == ChangeKind.FINDING_APPEARED}
    assert {story.people["cold"], deal} <= appeared
    before = await asker.view(LOCAL, "yuanji", DAY - timedelta(days=MOVED_DAYS_AGO + 1))
    assert story.people["moved"] in before.graph.contacts


async def test_over_the_year_the_decision_lost_a_stage_and_the_rest_got_no_better(asker: Asker) -> None:
    deal = str(STORIES["a_year_downhill"].opportunity)
    year_ago = DAY - timedelta(days=365)

    before = await asker.ask(LOCAL, DECISION_CHAIN, DecisionChainParams(opportunity=deal, as_of=year_ago))
    after = await asker.ask(LOCAL, DECISION_CHAIN, DecisionChainParams(opportunity=deal))

    assert [stage.status for stage in before.stages].count(StageStatus.GREEN) == 3
    assert [stage.status for stage in after.stages].count(StageStatus.GREEN) == 1
    assert after.weakest_stage is not None
    assert (after.weakest_stage.stage, after.weakest_stage.status) == ("QUALIFICATION", StageStatus.MISSING)
