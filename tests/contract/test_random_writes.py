"""Random writes, one after the other: a store holds, counts and refuses what the model does."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import BadInput, NotInGraph
from graph.model.companies import COMPANIES, DEPARTMENTS
from graph.model.deals import OPPORTUNITIES
from graph.model.people import PEOPLE
from graph.model.record_kinds import RECORD_KINDS
from graph.store import GraphStore
from graph.viewer import LOCAL
from tests.contract.conftest import EmptyStores
from tests.contract.model import Model, RefusedError
from tests.contract.random_changes import changes, whole_world
from tests.contract.writing import all_rows, contents


@settings(
    max_examples=30,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(data=st.data())
async def test_a_store_does_what_the_model_does(empty_stores: EmptyStores, data: st.DataObject) -> None:
    store, model = await empty_stores(), Model()
    await write_to_both(store, model, whole_world())
    for _ in range(data.draw(st.integers(1, 5))):
        await write_to_both(store, model, data.draw(changes(model)))
        await compare(store, model)
    await store.close()


async def write_to_both(store: GraphStore, model: Model, wanted: object) -> None:
    try:
        tallies, revisions = model.write(wanted)
    except RefusedError:
        with pytest.raises((BadInput, NotInGraph)):
            await store.write(LOCAL, wanted)
        return
    report = await store.write(LOCAL, wanted)
    assert report.tallies == tallies
    assert report.revisions == revisions


async def compare(store: GraphStore, model: Model) -> None:
    assert await store.read_revisions() == model.revisions
    for kind in RECORD_KINDS.values():
        assert await all_rows(store, kind) == model.rows(kind)
    for key, expected in model.accounts.items():
        account = await store.read_account(LOCAL, key)
        assert contents(account) == expected
        assert account.revision == model.revisions[key]
    holding = {key: {person.key for person in found["people"]} for key, found in model.accounts.items()}
    for (person,) in model.records["people"]:
        found = await store.find_accounts(LOCAL, PEOPLE, person)
        assert set(found) == {key for key, people in holding.items() if person in people}
        assert len(found) == len(set(found))
    for kind in (COMPANIES, DEPARTMENTS, OPPORTUNITIES):
        for (node,) in model.records[kind.name]:
            own = await store.find_accounts(LOCAL, kind, node)
            assert len(own) <= 1
