"""Friedkin–Johnsen against a dense solve."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model.words import EdgeKind
from queries.algorithms.influence import Settling
from queries.algorithms.influence_arcs import Arcs, InfluenceArcs, arcs_of

Magnitudes = dict[tuple[int, int], float]


@st.composite
def groups(draw: st.DrawFn) -> tuple[int, Magnitudes, Magnitudes, float]:
    size = draw(st.integers(1, 12))
    pairs = st.tuples(st.integers(0, size - 1), st.integers(0, size - 1)).filter(lambda pair: pair[0] != pair[1])
    weights = st.floats(0.01, 1.0)
    edges = st.dictionaries(pairs, weights, max_size=40) if size > 1 else st.just({})
    return size, draw(edges), draw(edges), draw(st.sampled_from([0.05, 1.0, 3.0]))


def settling(size: int, positive: Magnitudes, negative: Magnitudes, self_weight: float) -> Settling:
    """The product's, of the same arcs."""
    number = {str(person): person for person in range(size)}

    def arcs(edges: Magnitudes, kind: EdgeKind) -> Arcs:
        return arcs_of([(str(a), str(b), weight) for (a, b), weight in edges.items()], kind, number)

    both = InfluenceArcs(arcs(positive, EdgeKind.INFLUENCES), arcs(negative, EdgeKind.CONFLICTS_WITH))
    return Settling(size, both, self_weight)


def dense(size: int, positive: Magnitudes, negative: Magnitudes, self_weight: float) -> np.ndarray:
    """V = (I - ΛW)⁻¹ (I - Λ), entry by entry from the definition."""
    total = np.zeros(size)
    signed = np.zeros((size, size))
    for sign, edges in ((1, positive), (-1, negative)):
        for (source, target), weight in edges.items():
            total[target] += weight
            signed[target, source] += sign * weight
    openness = np.diag(total / (total + self_weight))
    weights = np.divide(signed, total[:, None], out=np.zeros_like(signed), where=total[:, None] > 0)
    return np.linalg.solve(np.eye(size) - openness @ weights, np.eye(size) - openness)


@given(groups(), st.integers(0, 2**32 - 1))
def test_weights_of_opinions_agree_with_a_dense_solve(
    group: tuple[int, Magnitudes, Magnitudes, float], seed: int
) -> None:
    decision_weights = np.random.default_rng(seed).random((group[0], 3))
    found = settling(*group).weights_of_opinions(decision_weights)
    assert found == pytest.approx(dense(*group).T @ decision_weights, abs=1e-9)


@given(groups())
def test_without_conflicts_the_weights_sum_to_those_of_the_decision(
    group: tuple[int, Magnitudes, Magnitudes, float],
) -> None:
    size, positive, _, self_weight = group
    decision_weights = np.full((size, 1), 1 / size)
    found = settling(size, positive, {}, self_weight).weights_of_opinions(decision_weights)
    assert found.sum() == pytest.approx(1.0, abs=1e-9)
    assert (found >= 0).all()


def test_somebody_whom_nobody_influences_keeps_the_own_opinion() -> None:
    found = settling(2, {}, {}, 1.0).weights_of_opinions(np.array([[0.3], [0.7]]))
    assert found.tolist() == [[0.3], [0.7]]


def test_one_listener_shares_the_decision_with_the_one_listened_to() -> None:
    # q decides alone and hears p with weight 0.6: openness 0.6 / 1.6, so p settles 0.375 of it
    found = settling(2, {(0, 1): 0.6}, {}, 1.0).weights_of_opinions(np.array([[0.0], [1.0]]))
    assert found[:, 0] == pytest.approx([0.375, 0.625])


def test_what_cancels_out_is_zero_and_no_trace_of_it() -> None:
    # 2 hears 0 by way of 1 as much as it hears the opposite from 0 directly: 0.6 × 1 / (1 + 1) = 0.3
    found = settling(3, {(0, 1): 1.0, (1, 2): 0.6}, {(0, 2): 0.3, (2, 0): 0.3}, 1.0)
    (weight, *others) = found.weights_of_opinions(np.array([[0.0], [0.0], [1.0]]))[:, 0].tolist()
    assert weight == 0.0
    assert others == pytest.approx([3 / 19, 10 / 19])


def test_a_self_weight_of_0_is_refused() -> None:
    with pytest.raises(ValueError, match="self_weight"):
        settling(1, {}, {}, 0.0)
