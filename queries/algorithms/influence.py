"""Friedkin–Johnsen: whose starting opinion settles how much of everyone's final one.

Everybody weighs the opinions they listen to against their own start. With total influence on q
`S_q = Σ_p (w⁺ + w⁻)`, openness `λ_q = S_q / (S_q + κ)` and `W[q,p] = (w⁺ - w⁻) / S_q`, opinions settle where
`x = Λ W x + (I - Λ) s`, so `x = V s` with `V = (I - Λ W)⁻¹ (I - Λ)`. For a decision made with weights `r`, the
weight of each starting opinion is `v = Vᵀ r`.

N. E. Friedkin, E. C. Johnsen, "Social influence and opinions", Journal of Mathematical Sociology 15 (1990).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from queries.algorithms.influence_arcs import InfluenceArcs, joined

Vector = NDArray[np.float64]
PROVEN_ERROR = 1e-12


def without_error(weights: Vector) -> Vector:
    """The same with zero for what may be nothing but the error of a solution: a trace of a share makes no money.

    >>> without_error(np.array([0.5, -3e-13])).tolist()
    [0.5, 0.0]
    """
    return np.where(np.abs(weights) < PROVEN_ERROR, 0.0, weights)


class Settling:
    """The settled opinions of a group of people, for any number of decisions.

    Arcs run between numbers of people below `size`. ValueError when κ is not above 0.
    """

    def __init__(self, size: int, arcs: InfluenceArcs, self_weight: float) -> None:
        if self_weight <= 0:
            raise ValueError("self_weight must be above 0, or opinions need not settle")
        both = joined(arcs.positive, arcs.negative)
        sources, targets = both.sources, both.targets
        signed = np.concatenate([arcs.positive.weights, -arcs.negative.weights])
        total = np.bincount(targets, weights=both.weights, minlength=size)
        self._own = self_weight / (total + self_weight)  # 1 - λ
        self._spread = csr_array((signed / (total[targets] + self_weight), (sources, targets)), shape=(size, size))
        self._smallest_own = float(self._own.min()) if size else 1.0

    def weights_of_opinions(self, decision_weights: Vector) -> Vector:
        """`v = Vᵀ r`: for each column of decision weights, the weight of every person's starting opinion.

        Solved by the iteration `y ← r + (ΛW)ᵀ y`, `v = (I - Λ) y`, which contracts by max λ in the 1-norm; it
        stops when the remaining error of `y` is proven to be below 1e-12 (or below what doubles resolve); what is
        smaller than that error is zero.
        Cost: the number of arcs × columns, a step.
        """
        settled = decision_weights.copy()
        step = decision_weights
        contraction = 1.0 - self._smallest_own
        while True:
            step = self._spread @ step
            settled += step
            size_of_step = np.abs(step).sum(axis=0)
            resolved = 4 * np.finfo(np.float64).eps * np.abs(settled).sum(axis=0)
            if np.all(size_of_step * contraction <= np.maximum(PROVEN_ERROR * self._smallest_own, resolved)):
                return without_error(settled * self._own[:, None])
