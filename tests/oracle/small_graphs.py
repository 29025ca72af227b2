"""Random inputs for pure algorithms: weighted digraphs with a source, and maps of influence."""

from __future__ import annotations

from typing import Any, NamedTuple

from hypothesis import strategies as st

WEIGHTS = st.sampled_from([0.05, 0.1, 0.2, 0.25, 0.3, 0.5, 0.6, 0.8, 1.0]) | st.floats(0.01, 1.0)
"""Round numbers, so that equal strengths and values at a bound happen, and others."""


class SmallGraph(NamedTuple):
    """A digraph with weights in (0, 1], its nodes, the source that it is asked from and a floor."""

    nodes: list[str]
    arcs: dict[tuple[str, str], float]
    source: str
    floor: float


class InfluenceMap(NamedTuple):
    """Who listens to whom, positively and negatively, and a decision weight with a sum of at most 1."""

    people: list[str]
    positive: dict[tuple[str, str], float]
    negative: dict[tuple[str, str], float]
    self_weight: float
    weight: dict[str, float]


def node_names(count: int) -> list[str]:
    """a, b, c, …"""
    return [chr(ord("a") + number) for number in range(count)]


def counts_to(most: int) -> st.SearchStrategy[int]:
    """0 to `most`, the larger of two draws: worlds with much in them are likely, and still shrink to little."""
    return st.tuples(st.integers(0, most), st.integers(0, most)).map(max)


def some_of(pool: list[Any], most: int) -> st.SearchStrategy[list[Any]]:
    """Different members of the pool, at most so many."""
    return counts_to(min(most, len(pool))).flatmap(
        lambda count: st.lists(st.sampled_from(pool or [None]), min_size=count, max_size=count, unique=True)
    )


def pairs_of(nodes: list[str]) -> list[tuple[str, str]]:
    """Every ordered pair of two different nodes."""
    return [(one, other) for one in nodes for other in nodes if one != other]


@st.composite
def arcs_of(draw: Any, nodes: list[str], most: int) -> dict[tuple[str, str], float]:
    """Some arcs among the nodes, with weights."""
    return {pair: draw(WEIGHTS) for pair in draw(some_of(pairs_of(nodes), most))}


@st.composite
def small_graphs(draw: Any) -> SmallGraph:
    """Two to eight nodes, the first of which is the source."""
    nodes = node_names(draw(st.integers(2, 8)))
    arcs = draw(arcs_of(nodes, 16))
    return SmallGraph(nodes, arcs, nodes[0], draw(st.sampled_from([0.0, 0.05, 0.1, 0.25])))


@st.composite
def influence_maps(draw: Any) -> InfluenceMap:
    """Two to ten people with positive and negative influence, pairs with both included."""
    people = node_names(draw(st.integers(2, 10)))
    positive = draw(arcs_of(people, 20))
    rivals = draw(arcs_of(people, 5))
    negative = {**rivals, **{(other, one): weight for (one, other), weight in rivals.items()}}
    raw = {person: draw(st.sampled_from([0.0, 0.15, 0.5, 1.0])) for person in people}
    total = max(sum(raw.values()), 1.0)
    weight = {person: value / total for person, value in raw.items()}
    return InfluenceMap(people, positive, negative, draw(st.sampled_from([0.5, 1.0, 3.0])), weight)
