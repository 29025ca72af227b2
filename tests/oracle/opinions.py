"""How stances settle into opinions (section 3, Friedkin-Johnsen), by a dense solve."""

from __future__ import annotations

import numpy as np

from tests.oracle.influence import Arcs


def settled(people: list[str], positive: Arcs, negative: Arcs, self_weight: float) -> np.ndarray:
    """`V = (I - LW)^-1 (I - L)`: row q, column j is how much of q's opinion is j's starting stance."""
    count = len(people)
    openness = np.zeros((count, count))
    weights = np.zeros((count, count))
    for q, listener in enumerate(people):
        total = sum(positive.get((p, listener), 0) + negative.get((p, listener), 0) for p in people)
        if total == 0:
            continue
        openness[q, q] = total / (total + self_weight)
        for p, speaker in enumerate(people):
            net = positive.get((speaker, listener), 0) - negative.get((speaker, listener), 0)
            weights[q, p] = net / total
    return np.linalg.solve(np.eye(count) - openness @ weights, np.eye(count) - openness)


def pull(
    people: list[str], positive: Arcs, negative: Arcs, self_weight: float, weight: dict[str, float]
) -> dict[str, float]:
    """`v = V^T r`: what each person's starting stance counts for in the decision with the weights `r`."""
    if not people:
        return {}
    r = np.array([weight.get(person, 0.0) for person in people])
    v = settled(people, positive, negative, self_weight).T @ r
    return {person: float(value) for person, value in zip(people, v, strict=True)}
