"""The three layers against the oracle: every term, what was known of it, and the same a year before."""

from __future__ import annotations

import pytest
from hypothesis import given

from graph.policy import Policy
from queries.relationship_index import RELATIONSHIP_INDEX, LayerIndex, RelationshipIndexParams
from tests.oracle import index
from tests.oracle.oracle import Oracle
from tests.oracle.world import World
from tests.oracle.worlds import ASKED, POLICIES
from tests.questions.against_oracle import DAYS, RANDOM, WORLDS, assert_same_terms, near, seen


@RANDOM
@given(WORLDS, POLICIES, ASKED, DAYS)
def test_the_relationship_index(world: World, policy: Policy, company: str, as_of: str) -> None:
    oracle = Oracle(world, policy, as_of, company)
    params = RelationshipIndexParams(company=company)
    found = RELATIONSHIP_INDEX.combine([RELATIONSHIP_INDEX.part(seen(oracle), params)], params)
    before = Oracle(world, policy, index.year_before(as_of), company)
    _assert_same_layer(found.key, index.key(oracle), index.key_completeness(oracle), index.key(before))
    assert [term.name for term in found.key.terms] == [each.opportunity for each in index.key_terms(oracle)]
    for term, expected in zip(found.key.terms, index.key_terms(oracle), strict=True):
        assert term.value == (None if expected.health is None else near(expected.health))
        assert term.weight == near(expected.weight)
    _assert_same_layer(
        found.general, index.general(oracle), index.general_completeness(oracle), index.general(before)
    )
    assert_same_terms(found.general.terms, index.general_terms(oracle))
    _assert_same_layer(
        found.organizational,
        index.organizational(oracle),
        index.organizational_completeness(oracle),
        index.organizational(before),
    )
    assert_same_terms(found.organizational.terms, index.organizational_terms(oracle))
    for layer in (found.key, found.general, found.organizational):
        assert layer.trend.on.isoformat() == before.as_of


def _assert_same_layer(
    found: LayerIndex, value: float | None, completeness: float, year_before: float | None
) -> None:
    assert found.value == (None if value is None else near(value))
    assert found.completeness == near(completeness)
    assert found.trend.value == (None if year_before is None else near(year_before))


@pytest.mark.parametrize(("day", "before"), [("2024-02-29", "2023-02-28"), ("2025-02-28", "2024-02-28")])
def test_a_year_before_a_leap_day_is_the_28th(day: str, before: str) -> None:
    assert index.year_before(day) == before
