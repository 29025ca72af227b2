"""AdventureWorks: every sales person holds every contact alone, so each departure orphans all of theirs."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

from graph.handing_over import Handover, hand_over
from graph.policy import Policy
from graph.policy_book import PolicyBook
from graph.store import GraphStore
from graph.teams import colleagues_of, team_of
from graph.viewer import LOCAL
from queries.ask import Asker
from queries.departure_impact import DEPARTURE_IMPACT, DepartureImpact, DepartureImpactParams
from queries.handover_plan import HANDOVER_PLAN, HandoverPlanParams
from queries.successors import UnassignedReason
from tests.converters.adventureworks import adventureworks_tables
from tests.converters.loading import load
from tests.converters.source_files import data_folder, read_reference

AS_OF = date(2014, 7, 1)
ANY_PAIR = PolicyBook(replace(Policy(), successor_floor=0.0))
"""These people have no ties in common, lines or levels: spare load is all that speaks for anybody."""


async def departure(store: GraphStore, *people: str) -> DepartureImpact:
    return await Asker(store).ask(LOCAL, DEPARTURE_IMPACT, DepartureImpactParams(people=people, as_of=AS_OF))


async def test_the_departure_of_each_sales_person_loses_all_of_their_stores(store: GraphStore) -> None:
    folder = data_folder("adventureworks")
    expected = read_reference(folder)["coverage"]
    await load(store, adventureworks_tables(folder))

    impacts = {seller: await departure(store, f"e{seller}") for seller in expected["stores_per_sales_person"]}

    stores = {seller: len(found.accounts) for seller, found in impacts.items()}
    assert stores == expected["stores_per_sales_person"]
    orphaned = Counter(
        len(account.handovers) for found in impacts.values() for account in found.accounts if account.handovers
    )
    assert {str(count): stores for count, stores in orphaned.items()} == expected["contacts_per_store"]
    assert orphaned[1] == expected["single_contact_stores"] == 649
    for found in impacts.values():
        assert found.totals.orphaned == found.totals.people == sum(len(one.lost) for one in found.accounts)
        assert (found.totals.weakened, found.totals.accounts) == (0, len(found.accounts))
        assert all(one.people_within_reach.after == 0 and one.coverage.after == 0 for one in found.accounts)


async def test_a_manager_who_leaves_with_the_team_takes_the_stores_of_all_of_it(store: GraphStore) -> None:
    folder = data_folder("adventureworks")
    stores = read_reference(folder)["coverage"]["stores_per_sales_person"]
    await load(store, adventureworks_tables(folder))

    team = await team_of(store, LOCAL, "e287", AS_OF)
    sellers = [person for person in team if person.removeprefix("e") in stores]
    found = await departure(store, *team)

    assert len(sellers) > 1
    assert len(found.accounts) == sum(stores[seller.removeprefix("e")] for seller in sellers)
    assert found.totals.orphaned == found.totals.people >= len(found.accounts)


async def test_colleagues_of_the_department_take_over_where_nobody_is_left(store: GraphStore) -> None:
    folder = data_folder("adventureworks")
    await load(store, adventureworks_tables(folder))
    contacts = (await departure(store, "e279")).totals.orphaned
    colleagues = await colleagues_of(store, LOCAL, ["e279"], AS_OF)
    last_day = date(2014, 7, 31)

    def asked(capacity: int) -> HandoverPlanParams:
        return HandoverPlanParams(employee="e279", last_day=last_day, capacity=capacity, as_of=AS_OF)

    by_default = await Asker(store).ask(LOCAL, HANDOVER_PLAN, asked(20))
    plan = await Asker(store, ANY_PAIR).ask(LOCAL, HANDOVER_PLAN, asked(20))
    tight = await Asker(store, ANY_PAIR).ask(LOCAL, HANDOVER_PLAN, asked(3))

    assert by_default.items == ()
    assert len(by_default.unassigned) == contacts
    assert {left.reason for left in by_default.unassigned_details} == {UnassignedReason.TOO_WEAK}
    assert len(plan.items) == contacts
    assert plan.unassigned == ()
    assert max(Counter(item.to_employee for item in plan.items).values()) <= 20
    assert len(tight.items) == 3 * len(colleagues)
    assert len(tight.items) + len(tight.unassigned) == contacts
    assert plan.score >= plan.greedy_score
    assert {item.by.weekday() for item in plan.items} == {0, 1, 2, 3, 4}


async def test_after_the_handover_nothing_hangs_on_who_left(store: GraphStore) -> None:
    folder = data_folder("adventureworks")
    await load(store, adventureworks_tables(folder))
    last_day = date(2014, 7, 31)
    params = HandoverPlanParams(employee="e288", last_day=last_day, capacity=50, as_of=AS_OF)
    plan = await Asker(store, ANY_PAIR).ask(LOCAL, HANDOVER_PLAN, params)
    items = [Handover(item.contact, item.to_employee) for item in plan.items]

    await hand_over(store, LOCAL.named("review"), "e288", items[:10], last_day)
    await hand_over(store, LOCAL.named("review"), "e288", items, last_day)

    after = DepartureImpactParams(people=("e288",), as_of=last_day)
    left = await Asker(store).ask(LOCAL, DEPARTURE_IMPACT, after)
    assert (left.totals.people, left.totals.orphaned, left.totals.accounts) == (0, 0, 0)
    again = await Asker(store).ask(
        LOCAL, HANDOVER_PLAN, HandoverPlanParams(employee="e288", last_day=date(2014, 9, 1), as_of=last_day)
    )
    assert (again.items, again.dormant) == ((), ())
