"""Every question on random worlds against the naive oracle: every number to 1e-9, every list in its order."""

from __future__ import annotations

from datetime import date

from hypothesis import given

from graph.model.words import NodeKind, Stage
from graph.policy import Policy
from queries.access_paths import ACCESS_PATHS, AccessPathsParams
from queries.coverage_gaps import COVERAGE_GAPS, CoverageGapsParams
from queries.decision_chain import DECISION_CHAIN, DecisionChain, DecisionChainParams
from queries.findings.finding import Finding as Found
from queries.findings.subject import SubjectKind
from queries.power_map import POWER_MAP, PowerMapParams
from queries.single_points_of_failure import (
    SINGLE_POINTS_OF_FAILURE,
    SinglePointFilter,
    SinglePointsOfFailureParams,
)
from queries.stages import Lean as ChainLean
from tests.oracle import access, failure
from tests.oracle.account_findings import Identity
from tests.oracle.coverage import Finding
from tests.oracle.coverage_gaps import coverage_gaps
from tests.oracle.decision import Decision, Lean
from tests.oracle.findings import grid
from tests.oracle.oracle import Oracle
from tests.oracle.orders import misplaced, of_finding, of_point
from tests.oracle.ties import strength
from tests.oracle.world import World
from tests.oracle.worlds import ASKED, POLICIES
from tests.oracle.worths import worths
from tests.questions.against_oracle import (
    DAYS,
    EQUAL,
    RANDOM,
    WORLDS,
    assert_most_exposed_first,
    assert_ranked,
    assert_same_money,
    near,
    seen,
)


@RANDOM
@given(WORLDS, POLICIES, ASKED, DAYS)
def test_contacts_employees_and_tie_strengths(world: World, policy: Policy, company: str, as_of: str) -> None:
    oracle = Oracle(world, policy, as_of, company)
    view = seen(oracle)
    assert list(view.graph.contacts) == oracle.contacts
    assert [key for key, member in view.graph.contacts.items() if member.is_outsider] == oracle.outsiders
    assert list(view.graph.employees) == oracle.employees
    for key in oracle.contacts:
        member = view.graph.contacts[key]
        assert (member.company or None, member.department, member.level) == oracle.workplaces[key]
    assert list(view.graph.contacts_of(company)) == oracle.shown_contacts
    assert [each.key for each in view.graph.open_opportunities] == oracle.open_opportunities
    assert [(held.tie.employee, held.tie.contact) for held in view.ties] == [
        (tie.employee, tie.contact) for tie in oracle.ties
    ]
    for held, tie in zip(view.ties, oracle.ties, strict=True):
        assert held.strength == near(strength(world, policy, tie, as_of))


@RANDOM
@given(WORLDS, POLICIES, ASKED, DAYS)
def test_the_power_map(world: World, policy: Policy, company: str, as_of: str) -> None:
    oracle = Oracle(world, policy, as_of, company)
    view = seen(oracle)
    for opportunity in [None, *(key for key in oracle.opportunities if oracle.is_shown(key))]:
        drawn = POWER_MAP.part(
            view, PowerMapParams(company=company, opportunity=opportunity, as_of=date.fromisoformat(as_of))
        )
        nodes = {node.key: node for node in drawn.nodes if node.kind == "Person" and not node.is_employee}
        assert sorted(nodes) == oracle.shown_contacts
        for key, node in nodes.items():
            assert node.power == oracle.power(key, opportunity)
            assert node.stance == oracle.stance(key, opportunity)
            assert node.is_coach == oracle.position(key, "coach", opportunity)
            assert node.leans_to == oracle.position(key, "leans_to", opportunity)
            assert node.is_key_person == (key in oracle.key_people)
            assert node.live_tie_count == oracle.live_tie_count(key)
            assert (node.access_strength or 0.0) == near(oracle.access.get(key, 0.0))
            assert node.is_within_reach == (key in oracle.within_reach)
            share = oracle.decision(opportunity).shares[key] if opportunity else oracle.largest_share([key])
            assert (node.decision_share or 0.0) == near(share)
        held = {(tie.employee, tie.contact): tie for tie in oracle.ties if tie.contact in nodes}
        keys = {node.id: node.key for node in drawn.nodes}
        edges = {(keys[edge.source], keys[edge.target]): edge for edge in drawn.edges if edge.kind == "TIE"}
        assert set(edges) == set(held)
        for pair, edge in edges.items():
            assert edge.strength == near(strength(world, policy, held[pair], as_of))
            assert edge.is_live == (pair in oracle.live)


@RANDOM
@given(WORLDS, POLICIES, ASKED, DAYS)
def test_the_decision_chain_of_every_opportunity(world: World, policy: Policy, company: str, as_of: str) -> None:
    oracle = Oracle(world, policy, as_of, company)
    view = seen(oracle)
    for opportunity in oracle.opportunities:
        chain = DECISION_CHAIN.part(
            view, DecisionChainParams(opportunity=opportunity, as_of=date.fromisoformat(as_of))
        )
        _assert_same_chain(chain, oracle.decision(opportunity), oracle)


def _assert_same_chain(chain: DecisionChain, decision: Decision, oracle: Oracle) -> None:
    assert chain.unassigned == near(decision.weight.unassigned)
    assert chain.inferred == decision.weight.is_inferred
    assert _lean(chain.lean) == near(decision.lean)
    weakest = chain.weakest_stage
    assert (weakest and weakest.stage) == decision.weakest_stage
    assert [found.stage for found in chain.stages] == [view.stage for view in decision.stages]
    for found, view in zip(chain.stages, decision.stages, strict=True):
        assert (found.weight, found.status) == (view.weight, view.status)
        assert {person.person: person.share for person in found.people} == near(view.people)
        parts = {each.person: each for each in decision.roles if each.stage == view.stage}
        for person in found.people:
            role = parts[person.person]
            assert (person.part, person.veto) == (role.part, bool(role.veto))
        assert (found.lean and _lean(found.lean)) == (view.lean and near(view.lean))
    shares = {person: share for person, share in decision.shares.items() if share > EQUAL}
    assert {each.person: each.share for each in chain.shares if each.share > EQUAL} == near(shares)
    assert_ranked([(each.share, (each.person,)) for each in chain.shares])
    for each in chain.shares:
        assert each.gain == near(decision.gains.get(each.person, 0.0))
        assert each.stance == decision.stances[each.person]
        assert each.access_strength == near(oracle.access.get(each.person, 0.0))
        assert each.is_within_reach == (each.person in oracle.within_reach)
    assert {each.person: set(each.reason.split("_AND_")) for each in chain.blockers} == {
        person: why - {"LEADS_STAGE"} or why for person, why in decision.blockers.items()
    }
    assert_ranked([(each.share, (each.person,)) for each in chain.blockers])
    for each in chain.blockers:
        led = {role.stage for role in decision.roles if role.person == each.person and role.part == "LEADS"}
        assert list(each.leads) == [stage for stage in Stage if stage in led]
        assert ("LEADS_STAGE" in decision.blockers[each.person]) == bool(led)
    movers = decision.movers(oracle.access, oracle.within_reach)
    found_movers = {each.person: each.gain * each.access_strength for each in chain.movers}
    assert {key: value for key, value in found_movers.items() if value > EQUAL} == near(
        {key: value for key, value in movers.items() if value > EQUAL}
    )
    assert_ranked([(each.gain * each.access_strength, (each.person,)) for each in chain.movers])


def _lean(lean: ChainLean) -> Lean:
    return Lean(lean.low, lean.value, lean.high)


@RANDOM
@given(WORLDS, POLICIES, ASKED, DAYS)
def test_access_paths_to_every_contact(world: World, policy: Policy, company: str, as_of: str) -> None:
    oracle = Oracle(world, policy, as_of, company)
    view = seen(oracle)
    for person in oracle.contacts:
        params = AccessPathsParams(to=person, as_of=date.fromisoformat(as_of))
        paths = ACCESS_PATHS.combine([ACCESS_PATHS.part(view, params)], params)
        expected = access.access_paths(oracle.access_graph, person)
        assert [(path.employee, *(step.target for step in path.steps)) for path in paths] == [
            path.nodes for path in expected
        ]
        assert [path.strength for path in paths] == near([path.strength for path in expected])
        floor = policy.reach_floor - access.EQUAL
        assert [path.is_within_reach for path in paths] == [path.strength >= floor for path in expected]
        for path in paths:
            for step in path.steps:
                assert step.strength == near(oracle.access_graph[step.source, step.target])


@RANDOM
@given(WORLDS, POLICIES, ASKED, DAYS)
def test_single_points_of_failure(world: World, policy: Policy, company: str, as_of: str) -> None:
    oracle = Oracle(world, policy, as_of, company)
    chosen = SinglePointFilter(company=company)
    params = SinglePointsOfFailureParams(filter=chosen, first=10_000, as_of=date.fromisoformat(as_of))
    page = SINGLE_POINTS_OF_FAILURE.combine([SINGLE_POINTS_OF_FAILURE.part(seen(oracle), params)], params)
    found = [edge.node for edge in page.edges]
    expected = failure.single_held_relationships(oracle) + failure.choke_points(oracle)
    assert sorted(map(_identity, found)) == sorted(failure.identity(each) for each in expected)
    wanted = {tuple(map(str, failure.identity(each))): each for each in expected}
    assert not misplaced([of_point(oracle, wanted[tuple(map(str, _identity(each)))]) for each in found])
    for each in found:
        same = wanted[tuple(map(str, _identity(each)))]
        assert each.share == near(same.exposure)
        assert_same_money(each.money, same.value_at_risk, oracle.exchange)
        assert each.severity == same.severity
        assert (each.held_until.isoformat() if each.held_until else None) == same.held_until
        assert (each.employee is not None) == (each.point in oracle.employees)
        assert_most_exposed_first(oracle, each.targets)


def _identity(point: Found) -> tuple[object, ...]:
    return (str(point.kind), point.point, point.opportunity or "", sorted(point.targets))


@RANDOM
@given(WORLDS, POLICIES, ASKED, DAYS)
def test_coverage_gaps(world: World, policy: Policy, company: str, as_of: str) -> None:
    oracle = Oracle(world, policy, as_of, company)
    gaps = COVERAGE_GAPS.part(seen(oracle), CoverageGapsParams(company=company, as_of=date.fromisoformat(as_of)))
    cells = grid(oracle)
    assert [(cell.line, cell.level) for cell in gaps.grid] == list(cells)
    for cell in gaps.grid:
        same = cells[cell.line, cell.level]
        assert (cell.line, cell.level, cell.people, cell.covered, cell.redundant, cell.target) == same
        assert cell.ratio == near(same.covered / same.people)
    found = [
        Finding(each.kind, each.subject.key, each.severity, each.subject.key if each.stage else None, each.stage)
        for each in gaps.findings
    ]
    assert sorted(found, key=str) == sorted(coverage_gaps(oracle), key=str)
    places, expected = [], worths(oracle)
    for each in gaps.findings:
        is_of_company = each.subject.kind in (SubjectKind.LINE, NodeKind.COMPANY)
        deal = each.subject.key if each.stage else None
        identity = Identity(each.kind, each.subject.key, company if is_of_company else None, deal, each.stage)
        same = expected[identity]
        assert (each.share or 0.0) == near(same.share)
        assert_same_money(each.money, same.money, oracle.exchange)
        assert (each.held_until and each.held_until.isoformat()) == same.held_until
        places.append(of_finding(oracle, identity, same))
    assert not misplaced(places)
