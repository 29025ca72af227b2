"""The runner: what it reads, what it remembers, and what it says to questions without an answer."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from datetime import date, timedelta
from typing import Any, cast

import pytest

from graph.errors import GraphTooLarge, NotInGraph, QuestionRejected
from graph.model.companies import DEPARTMENTS, Company
from graph.model.deals import Opportunity
from graph.model.kind import Kind
from graph.model.people import PEOPLE, TIES, Influence, Person
from graph.model.words import Side, Stage
from graph.policy_book import PolicyBook, PolicyChange, version_entry
from graph.store import Changes, GraphStore, Table
from graph.stores.sqlite_store import SqliteStore
from graph.viewer import LOCAL, Viewer
from queries.access_paths import ACCESS_PATHS, AccessPathsParams
from queries.ask import Asker
from queries.coverage_gaps import COVERAGE_GAPS, CoverageGapsParams
from queries.decision_chain import DECISION_CHAIN, DecisionChainParams
from queries.departure_impact import DEPARTURE_IMPACT, DepartureImpactParams
from queries.handover_plan import HANDOVER_PLAN, HandoverPlanParams
from queries.power_map import POWER_MAP, PowerMapParams
from queries.single_points_of_failure import (
    SINGLE_POINTS_OF_FAILURE,
    SinglePointFilter,
    SinglePointsOfFailureParams,
)
from tests.oracle.world import World, tables_of, world_of
from tests.questions.drawn import DAY, contact, employee, role, tie


class CountingStore:
    """A real store that counts how often each of its methods is called."""

    def __init__(self, store: SqliteStore) -> None:
        self._store = store
        self.calls: Counter[str] = Counter()

    def __getattr__(self, name: str) -> Any:
        self.calls[name] += 1
        return getattr(self._store, name)


class BusyStore(CountingStore):
    """Counts too how many look-ups of accounts are under way at once."""

    def __init__(self, store: SqliteStore) -> None:
        super().__init__(store)
        self._under_way = 0
        self.most_at_once = 0

    async def find_accounts(self, viewer: Viewer, kind: Kind[Any], key: str) -> tuple[str, ...]:
        self.calls["find_accounts"] += 1
        self._under_way += 1
        self.most_at_once = max(self.most_at_once, self._under_way)
        try:
            return await self._store.find_accounts(viewer, kind, key)
        finally:
            self._under_way -= 1


def world(prefix: str = "") -> World:
    return world_of(
        companies=[
            Company(key=f"{prefix}us", name="Us", side=Side.SUPPLIER),
            Company(key=f"{prefix}acme", name="Acme", side=Side.CUSTOMER, grade="S"),
            Company(key=f"{prefix}other", name="Other", side=Side.CUSTOMER),
        ],
        people=[
            employee(f"{prefix}e").replace(company=f"{prefix}us"),
            contact(f"{prefix}a").replace(company=f"{prefix}acme"),
            contact(f"{prefix}b").replace(company=f"{prefix}acme"),
            contact(f"{prefix}c").replace(company=f"{prefix}other"),
        ],
        ties=[tie(f"{prefix}e", f"{prefix}a"), tie(f"{prefix}e", f"{prefix}c")],
        influences=[Influence(influencer=f"{prefix}a", influenced=f"{prefix}b", weight=0.7)],
        opportunities=[
            Opportunity(key=f"{prefix}deal", company=f"{prefix}acme", name="Deal", value=100.0, currency="CNY")
        ],
        decision_roles=[role(f"{prefix}b", Stage.APPROVAL, deal=f"{prefix}deal")],
    )


@pytest.fixture
async def store() -> AsyncIterator[CountingStore]:
    embedded = await SqliteStore.open(None)
    await embedded.write(LOCAL, Changes(upserts=tables_of(world())))
    yield CountingStore(embedded)
    await embedded.close()


def asker_of(store: CountingStore, **settings: Any) -> Asker:
    return Asker(cast(GraphStore, store), today=lambda: DAY, **settings)


async def test_a_warm_power_map_costs_three_light_reads_and_no_account_read(store: CountingStore) -> None:
    asker = asker_of(store)
    cold = await asker.ask(LOCAL, POWER_MAP, PowerMapParams(company="acme"))
    store.calls.clear()
    assert await asker.ask(LOCAL, POWER_MAP, PowerMapParams(company="acme")) == cold
    assert store.calls == {"get_revision": 1, "count_entries": 1, "get_rates_revision": 1}


async def test_a_write_to_the_account_is_seen_and_one_elsewhere_costs_nothing(store: CountingStore) -> None:
    asker = asker_of(store)
    await asker.ask(LOCAL, POWER_MAP, PowerMapParams(company="acme"))
    await store.write(LOCAL, Changes(upserts=[Table.of_rows(PEOPLE, ("key", "title"), [("c", "new title")])]))
    store.calls.clear()
    await asker.ask(LOCAL, POWER_MAP, PowerMapParams(company="acme"))
    assert "read_account" not in store.calls
    await store.write(LOCAL, Changes(upserts=[Table.of_rows(PEOPLE, ("key", "title"), [("b", "new title")])]))
    after = await asker.ask(LOCAL, POWER_MAP, PowerMapParams(company="acme"))
    assert {node.title for node in after.nodes if node.key == "b"} == {"new title"}


async def test_findings_of_unchanged_accounts_are_not_computed_again(store: CountingStore) -> None:
    asker = asker_of(store)
    await asker.ask(LOCAL, SINGLE_POINTS_OF_FAILURE, SinglePointsOfFailureParams())
    await store.write(
        LOCAL,
        Changes(
            upserts=[Table.of_rows(TIES, ("employee", "contact", "valid_from", "trust"), [("e", "c", None, 1)])]
        ),
    )
    store.calls.clear()
    page = await asker.ask(LOCAL, SINGLE_POINTS_OF_FAILURE, SinglePointsOfFailureParams())
    assert store.calls == {
        "read_revisions": 1,
        "read_account": 1,
        "count_entries": 1,
        "get_rates_revision": 1,
    }
    assert {edge.node.account for edge in page.edges} == {"acme", "other"}


async def test_askers_at_the_same_time_read_an_account_once(store: CountingStore) -> None:
    asker = asker_of(store)
    questions = [asker.ask(LOCAL, COVERAGE_GAPS, CoverageGapsParams(company="acme")) for _ in range(5)]
    assert len({len(answer.findings) for answer in await asyncio.gather(*questions)}) == 1
    assert store.calls["read_account"] == 1


async def test_the_accounts_of_many_people_are_looked_up_eight_at_a_time_and_each_revision_once() -> None:
    contacts = [f"p{number:02}" for number in range(20)]
    embedded = await SqliteStore.open(None)
    people = [contact(key).replace(company="acme") for key in contacts]
    companies = [
        Company(key="us", name="Us", side=Side.SUPPLIER),
        Company(key="acme", name="Acme", side=Side.CUSTOMER),
    ]
    await embedded.write(LOCAL, Changes(tables_of(world_of(companies=companies, people=people))))
    store = BusyStore(embedded)
    asker = asker_of(store)
    answer = await asker.ask(LOCAL, DEPARTURE_IMPACT, DepartureImpactParams(people=tuple(contacts)))
    assert [account.company for account in answer.accounts] == ["acme"]
    assert (store.calls["find_accounts"], store.most_at_once, store.calls["get_revision"]) == (20, 8, 1)
    with pytest.raises(NotInGraph, match="'nobody'"):
        await asker.ask(LOCAL, DEPARTURE_IMPACT, DepartureImpactParams(people=("p01", "nobody", "no one")))
    await embedded.close()


def test_a_question_without_a_day_is_refused_instead_of_asking_a_clock() -> None:
    assert DepartureImpactParams(people=("a",), as_of=DAY).day == DAY
    with pytest.raises(ValueError, match="as_of"):
        DEPARTURE_IMPACT.combine([], DepartureImpactParams(people=("a",)))


async def test_a_question_about_another_day_is_answered_for_that_day(store: CountingStore) -> None:
    asker = asker_of(store)
    now = await asker.ask(LOCAL, ACCESS_PATHS, AccessPathsParams(to="a"))
    later = await asker.ask(LOCAL, ACCESS_PATHS, AccessPathsParams(to="a", as_of=date(2027, 9, 11)))  # 438 days
    assert (now[0].strength, later[0].strength) == (1.0, pytest.approx(0.5))


async def test_the_policy_of_the_customers_grade_is_used(store: CountingStore) -> None:
    book = PolicyBook().with_layer({"S": {("manager_influence", None): 0.1, ("reach_floor", None): 0.9}})
    (path,) = await asker_of(store, policies=book).ask(LOCAL, ACCESS_PATHS, AccessPathsParams(to="b"))
    assert not path.is_within_reach


async def change_policy(
    store: CountingStore, number: int, *changes: PolicyChange, grade: str | None = None
) -> None:
    entry = version_entry(
        number, grade, changes, at="2026-06-30T08:00:00.000000+00:00", viewer=LOCAL.named("ann"), note=None
    )
    await store.write(LOCAL, Changes(entries=[entry]))


async def test_a_new_version_of_the_policy_holds_at_once_and_is_named(store: CountingStore) -> None:
    asker = asker_of(store)
    (before,) = await asker.ask(LOCAL, ACCESS_PATHS, AccessPathsParams(to="b"))
    await change_policy(store, 1, PolicyChange("reach_floor", None, 0.9))
    (after,) = await asker.ask(LOCAL, ACCESS_PATHS, AccessPathsParams(to="b"))
    await change_policy(store, 2, PolicyChange("reach_floor", None, None))
    (back,) = await asker.ask(LOCAL, ACCESS_PATHS, AccessPathsParams(to="b"))
    assert (before.is_within_reach, after.is_within_reach, back.is_within_reach) == (True, False, True)
    assert (before.policy_version, after.policy_version, back.policy_version) == (0, 1, 2)


async def test_a_new_policy_computes_findings_again_and_reads_no_account(
    store: CountingStore,
) -> None:
    asker = asker_of(store)
    await asker.ask(LOCAL, SINGLE_POINTS_OF_FAILURE, SinglePointsOfFailureParams())
    await change_policy(store, 1, PolicyChange("live_tie_strength", None, 1.0))
    store.calls.clear()
    page = await asker.ask(LOCAL, SINGLE_POINTS_OF_FAILURE, SinglePointsOfFailureParams())
    assert "read_account" not in store.calls
    assert page.policy_version == 1


async def test_versions_that_do_not_agree_with_the_file_any_more_are_told_as_that(store: CountingStore) -> None:
    await change_policy(
        store, 1, PolicyChange("successor_weights", "tie", 0.5), PolicyChange("successor_weights", "load", 0.0)
    )
    edited = PolicyBook().with_layer(
        {"": {("successor_weights", "line"): 0.3, ("successor_weights", "level"): 0.0}}
    )
    assert (await asker_of(store, policies=edited).policies()).version == 1
    edited = PolicyBook().with_layer(
        {"": {("successor_weights", "colleagues"): 0.3, ("successor_weights", "tie"): 0.3}}
    )
    with pytest.raises(QuestionRejected, match=r"policy file.*successor_weights"):
        await asker_of(store, policies=edited).ask(LOCAL, ACCESS_PATHS, AccessPathsParams(to="b"))


async def test_a_what_if_counts_for_its_question_alone(store: CountingStore) -> None:
    asker = asker_of(store)
    (usual,) = await asker.ask(LOCAL, ACCESS_PATHS, AccessPathsParams(to="b"))
    supposed = (PolicyChange("reach_floor", None, 0.9),)
    (what_if,) = await asker.ask(LOCAL, ACCESS_PATHS, AccessPathsParams(to="b", policy=supposed))
    assert (usual.is_within_reach, what_if.is_within_reach) == (True, False)
    assert await asker.ask(LOCAL, ACCESS_PATHS, AccessPathsParams(to="b")) == (usual,)


async def test_a_what_if_out_of_range_is_refused_by_name(store: CountingStore) -> None:
    with pytest.raises(QuestionRejected, match="reach_floor: expected 0 to 1"):
        await asker_of(store).ask(
            LOCAL, ACCESS_PATHS, AccessPathsParams(to="b", policy=(PolicyChange("reach_floor", None, 7.0),))
        )


@pytest.mark.parametrize(
    ("question", "params"),
    [
        (POWER_MAP, PowerMapParams(company="nowhere")),
        (POWER_MAP, PowerMapParams(company="acme", opportunity="nothing")),
        (DECISION_CHAIN, DecisionChainParams(opportunity="nothing")),
        (ACCESS_PATHS, AccessPathsParams(to="nobody")),
        (ACCESS_PATHS, AccessPathsParams(to="a", employee="nobody")),
        (SINGLE_POINTS_OF_FAILURE, SinglePointsOfFailureParams(filter=SinglePointFilter(employee="nobody"))),
        (COVERAGE_GAPS, CoverageGapsParams(company="nowhere")),
    ],
)
async def test_a_key_that_names_nothing_is_told(store: CountingStore, question: Any, params: Any) -> None:
    with pytest.raises(NotInGraph, match=r"nothing|nowhere|nobody"):
        await asker_of(store).ask(LOCAL, question, params)


async def test_our_own_company_is_no_account(store: CountingStore) -> None:
    with pytest.raises(QuestionRejected, match="us"):
        await asker_of(store).ask(LOCAL, COVERAGE_GAPS, CoverageGapsParams(company="us"))


async def test_an_opportunity_of_another_customer_is_not_on_the_map(store: CountingStore) -> None:
    with pytest.raises(QuestionRejected, match="deal"):
        await asker_of(store).ask(LOCAL, POWER_MAP, PowerMapParams(company="other", opportunity="deal"))


async def test_an_account_above_the_limit_is_refused_with_both_numbers(store: CountingStore) -> None:
    with pytest.raises(GraphTooLarge, match=r"3 people, the limit is 2"):
        await asker_of(store, people_limit=2).ask(LOCAL, COVERAGE_GAPS, CoverageGapsParams(company="acme"))


async def test_an_employee_without_ties_holds_no_single_points(store: CountingStore) -> None:
    await store.write(
        LOCAL,
        Changes(
            upserts=[
                Table.of_rows(PEOPLE, PEOPLE.column_names, [tuple(Person(key="new", name="New", company="us"))])
            ]
        ),
    )
    asked = SinglePointsOfFailureParams(filter=SinglePointFilter(employee="new"))
    page = await asker_of(store).ask(LOCAL, SINGLE_POINTS_OF_FAILURE, asked)
    assert (page.edges, page.total_count) == ((), 0)


async def test_renaming_keys_and_adding_strangers_changes_no_answer(store: CountingStore) -> None:
    """Metamorphic: the same world under other keys, beside the first one, has the same figures."""
    await store.write(LOCAL, Changes(upserts=tables_of(world("x"))))
    asker = asker_of(store)
    one, other = [
        await asker.ask(LOCAL, DECISION_CHAIN, DecisionChainParams(opportunity=k)) for k in ("deal", "xdeal")
    ]
    assert [(s.share, s.gain, s.access_strength) for s in one.shares] == [
        (s.share, s.gain, s.access_strength) for s in other.shares
    ]
    assert (one.lean, one.unassigned, one.completeness) == (other.lean, other.unassigned, other.completeness)
    gaps = [await asker.ask(LOCAL, COVERAGE_GAPS, CoverageGapsParams(company=key)) for key in ("acme", "xacme")]
    assert gaps[0].grid == gaps[1].grid
    assert Counter((f.kind, f.severity) for f in gaps[0].findings) == Counter(
        (f.kind, f.severity) for f in gaps[1].findings
    )


async def test_a_contact_of_two_accounts_has_a_finding_of_its_own_in_each(store: CountingStore) -> None:
    guru = world_of(
        companies=[Company(key="consult", name="Consult", side=Side.PARTNER)],
        people=[Person(key="guru", name="Guru", company="consult")],
        ties=[tie("e", "guru")],
        influences=[
            Influence(influencer="guru", influenced="a", weight=0.1),
            Influence(influencer="guru", influenced="c", weight=0.1),
        ],
    )
    await store.write(LOCAL, Changes(upserts=tables_of(guru)))
    asker, after, seen = asker_of(store), None, []
    while True:
        page = await asker.ask(LOCAL, SINGLE_POINTS_OF_FAILURE, SinglePointsOfFailureParams(first=1, after=after))
        seen += [(edge.node.id, edge.node.account, edge.node.targets) for edge in page.edges]
        if not page.page_info.has_next_page:
            break
        after = page.edges[-1].cursor
    assert {account for _, account, targets in seen if targets == ("guru",)} == {"acme", "other"}
    assert len({found for found, _, _ in seen}) == len(seen) == page.total_count


async def test_what_a_question_needs_beyond_its_accounts_is_read_by_the_asker(store: CountingStore) -> None:
    """Who asks names the people alone."""
    await store.write(
        LOCAL,
        Changes(
            upserts=[
                Table.of_rows(DEPARTMENTS, ("key", "name", "company"), [("sales", "Sales", "us")]),
                Table.of_rows(
                    PEOPLE, ("key", "company", "department"), [("mate", "us", "sales"), ("e", "us", "sales")]
                ),
            ]
        ),
    )
    impact = await asker_of(store).ask(LOCAL, DEPARTURE_IMPACT, DepartureImpactParams(people=("e",)))
    successors = [one for account in impact.accounts for each in account.handovers for one in each.successors]
    assert {one.employee for one in successors} == {"mate"}
    team = await asker_of(store).ask(LOCAL, DEPARTURE_IMPACT, DepartureImpactParams(team_of="e"))
    assert team == impact


async def test_our_people_at_large_are_read_only_where_a_contact_goes_to_nobody(store: CountingStore) -> None:
    last_day = DAY + timedelta(days=30)
    params = HandoverPlanParams(employee="e", last_day=last_day)
    plan = await asker_of(store).ask(LOCAL, HANDOVER_PLAN, params)
    assert set(plan.unassigned) == {"a", "c"}
    with_all = store.calls["find"]
    await store.write(LOCAL, Changes(upserts=[Table.of_rows(PEOPLE, ("key", "company"), [("idle", "us")])]))
    store.calls.clear()
    nothing = await asker_of(store).ask(
        LOCAL, HANDOVER_PLAN, HandoverPlanParams(employee="idle", last_day=last_day)
    )
    assert nothing.unassigned == ()
    assert store.calls["find"] < with_all


async def test_a_plan_for_somebody_who_has_left_is_of_the_last_day(store: CountingStore) -> None:
    last_day = DAY - timedelta(days=30)
    plan = await asker_of(store).ask(LOCAL, HANDOVER_PLAN, HandoverPlanParams(employee="e", last_day=last_day))
    assert plan.as_of == last_day
