"""A plan, the impact of its last day and its carrying out agree, on random worlds in a real store."""

from __future__ import annotations

import asyncio
from datetime import date, timedelta

from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st

from graph.account_graph import AccountGraph, account_on
from graph.editing import apply_changes
from graph.handing_over import Handover, hand_over
from graph.store import Changes, GraphStore
from graph.stores.sqlite_store import SqliteStore
from graph.viewer import LOCAL
from queries.ask import Asker
from queries.departure_impact import DEPARTURE_IMPACT, DepartureImpactParams
from queries.handover_plan import HANDOVER_PLAN, HandoverPlan, HandoverPlanParams
from tests.oracle.busy_worlds import busy_worlds
from tests.oracle.people import is_ours
from tests.oracle.random_days import AS_OF
from tests.oracle.world import World, tables_of

NOTICES = st.sampled_from([0, 1, 3, 8, 19, 40, 41, 89])
"""Days from the day of the plan to the last working day."""


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
@given(busy_worlds(), NOTICES, st.data())
def test_every_item_of_a_plan_is_accepted_and_among_the_successors_of_that_day(
    world: World, notice_days: int, data: st.DataObject
) -> None:
    ours = sorted({tie.employee for tie in world["ties"] if is_ours(world, tie.employee, AS_OF)})
    assume(ours)
    employee = data.draw(st.sampled_from(ours))
    asyncio.run(_assert_agreed(world, employee, date.fromisoformat(AS_OF) + timedelta(days=notice_days)))


async def _assert_agreed(world: World, employee: str, last_day: date) -> None:
    store = await SqliteStore.open(None)
    try:
        await apply_changes(store, LOCAL, Changes(upserts=tables_of(world)))
        asker = Asker(store, today=lambda: date.fromisoformat(AS_OF))
        asked = HandoverPlanParams(employee=employee, last_day=last_day)
        plan = await asker.ask(LOCAL, HANDOVER_PLAN, asked)
        event(f"items: {min(len(plan.items), 2)}")
        await _assert_among_successors(store, asker, plan)
        await _assert_accepted(store, asker, plan)
    finally:
        await store.close()


async def _assert_among_successors(store: GraphStore, asker: Asker, plan: HandoverPlan) -> None:
    """Whoever takes over, and still has a tie into the account then, is among its successors of the last day."""
    impact = await asker.ask(
        LOCAL,
        DEPARTURE_IMPACT,
        DepartureImpactParams(
            people=(plan.employee,),
            as_of=plan.last_day,
        ),
    )
    takers = {item.contact: item.to_employee for item in plan.items}
    for account in impact.accounts:
        graph: AccountGraph = account_on(await store.read_account(LOCAL, account.company), plan.last_day)
        for handover in account.handovers:
            taker = takers.get(handover.contact)
            if taker in graph.employees:
                assert taker in {one.employee for one in handover.successors}


async def _assert_accepted(store: GraphStore, asker: Asker, plan: HandoverPlan) -> None:
    """Carried out for the day after the last one, whole; then there is nothing left to plan for these contacts."""
    day = plan.last_day + timedelta(days=1)
    items = [Handover(item.contact, item.to_employee) for item in plan.items]
    report = await hand_over(store, LOCAL.named("Ann"), plan.employee, items, day)
    assert set(report.done) == set(items)
    asked = HandoverPlanParams(employee=plan.employee, last_day=plan.last_day)
    after = await asker.ask(LOCAL, HANDOVER_PLAN, asked)
    assert {item.contact for item in after.items} == set()
    assert {(one.contact, one.on, one.to_employee) for one in after.handed_over} >= {
        (item.contact, day, item.to_employee) for item in plan.items
    }
