"""Random work of three holders, one step after the other: a store holds and refuses what the model does."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.posture import ComputedPosture, FindingFilter, FindingOrder, PortfolioFilter, PortfolioOrder, Standard
from graph.store import GraphStore
from tests.contract.conftest import EmptyStores
from tests.contract.kept_postures import TODAY, TOMORROW, account, computed, exposure, exposures, finding, posture
from tests.contract.posture_model import PostureModel
from tests.contract.writing import put, take_out

ACCOUNTS = ("a", "b", "c", "é", "𝄞")
HOLDERS = ("one", "two", "three")
STANDARDS = (TODAY, TOMORROW, TODAY._replace(policy="policy two"))

keys, holders, standards = st.sampled_from(ACCOUNTS), st.sampled_from(HOLDERS), st.sampled_from(STANDARDS)
places = st.none() | st.sampled_from((*ACCOUNTS, "", "bb"))
STEPS = st.one_of(
    st.tuples(st.just("change"), keys),
    st.tuples(st.just("take out"), keys),
    st.tuples(st.just("claim"), standards, holders, st.integers(0, 4), st.booleans(), places),
    st.tuples(st.just("write"), keys, holders, standards, st.sets(st.sampled_from("xyz")), st.integers(0, 59)),
    st.tuples(st.just("release"), keys, holders),
)


def computed_posture(key: str, revision: int, standard: Standard, found: set[str], minute: int) -> ComputedPosture:
    severity = "HIGH" if len(found) > 1 else None
    kept = posture(
        key,
        revision=revision,
        standard=standard,
        severity=severity,
        computed_at=f"2026-03-31T08:{minute:02}:00.000000+00:00",
    )
    findings = [finding(key, each, content=f'"{minute}"') for each in sorted(found)]
    ranks = {PortfolioOrder.FINDINGS: f"{9 - len(found)} {key}"}
    return computed(kept, findings, [exposure(key, each) for each in found], ranks)


@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=st.lists(STEPS, min_size=5, max_size=25))
async def test_a_store_keeps_postures_as_the_model_does(empty_stores: EmptyStores, steps: list[Any]) -> None:
    store, model = await empty_stores(), PostureModel()
    for key in ACCOUNTS:
        await put(store, account(key))
        model.add(key)
    for step in steps:
        await take_step(store, model, *step)
    await compare(store, model)
    await store.close()


async def take_step(store: GraphStore, model: PostureModel, what: str, *given: Any) -> None:
    match what:
        case "change":
            (key,) = given
            model.add(key)
            await put(store, account(key, name=f"Revision {model.revisions[key]}"))
        case "take out" if given[0] in model.accounts:
            model.take_out(given[0])
            await take_out(store, account(given[0]))
        case "claim":
            standard, holder, count, is_running, after = given
            seconds = 3600 if is_running else 0
            claims = await store.postures.claim_stale(standard, holder, count, seconds, after=after)
            assert [tuple(claim) for claim in claims] == model.claim(standard, holder, count, is_running, after)
        case "write":
            key, holder, standard, found, minute = given
            written = computed_posture(key, model.revisions[key], standard, found, minute)
            assert await store.postures.write_posture(written, holder) == model.write(written, holder)
        case "release":
            key, holder = given
            model.release(key, holder)
            await store.postures.release([key], holder)


async def compare(store: GraphStore, model: PostureModel) -> None:
    for order in (PortfolioOrder.NAME, PortfolioOrder.FINDINGS):
        rows = await store.postures.find_postures(PortfolioFilter(), order, 100, None, TODAY)
        assert [row.posture for row in rows] == model.portfolio(order)
        stale = {row.posture.account for row in rows if row.is_stale}
        assert stale == set(model.stale(TODAY)) & {row.posture.account for row in rows}
    assert (
        await store.postures.find_findings(FindingFilter(), FindingOrder.SEVERITY, 1000, None) == model.findings()
    )
    held = {(each.account, each.employee) for each in await exposures(store)}
    assert held == {(found.account, found.id) for found in model.findings()}
    for standard in STANDARDS:
        stale_keys = model.stale(standard)
        assert await store.postures.find_stale(standard, 100) == stale_keys
        missing = [key for key in stale_keys if key not in model.kept]
        assert await store.postures.count_stale(standard) == (len(stale_keys), len(missing))
    for key in ACCOUNTS:
        assert await store.postures.read_posture_days(key, None, None) == model.posture_days(key)
