"""On how few of our people an account hangs: 1/HHI, and the bus factor over all subsets (section 5)."""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

from tests.oracle.departure import without
from tests.oracle.oracle import Oracle


class BusFactor(NamedTuple):
    """The fewest employees of a decision, the sets of that size that lose most, and what those lose."""

    count: int
    worst: list[tuple[str, ...]]
    lost: float


def strengths(oracle: Oracle) -> dict[str, float]:
    """Summed live tie strength by employee."""
    sums: dict[str, float] = {}
    for (employee, _), strength in oracle.live.items():
        sums[employee] = sums.get(employee, 0.0) + strength
    return sums


def effective_holders(oracle: Oracle) -> float | None:
    """1/HHI; None without a live tie."""
    sums = list(strengths(oracle).values())
    return sum(sums) ** 2 / sum(each**2 for each in sums) if sum(sums) > 0 else None


def fallen(oracle: Oracle) -> dict[tuple[str, ...], set[str]]:
    """Every set of present employees -> who falls out of reach without them."""
    reach = oracle.within_reach & set(oracle.contacts)
    return {
        gone: reach - without(oracle, gone).within_reach
        for size in range(1, len(oracle.present_employees) + 1)
        for gone in combinations(oracle.present_employees, size)
    }


def bus_factors(oracle: Oracle) -> dict[str | None, BusFactor]:
    """By open opportunity (None: the inferred decision); only where somebody with a share is within reach."""
    reach = oracle.within_reach & set(oracle.contacts)
    lost_people = fallen(oracle)
    found = {}
    for opportunity, decision in oracle.decisions.items():
        held = sum(decision.shares[each] for each in reach)
        if held <= 1e-12:
            continue
        lost = {gone: sum(decision.shares[each] for each in those) for gone, those in lost_people.items()}
        bound = oracle.policy.bus_factor_share * held - 1e-9
        enough = {gone: value for gone, value in lost.items() if value >= bound}
        count = min(map(len, enough))
        most = max(value for gone, value in enough.items() if len(gone) == count)
        worst = [gone for gone, value in enough.items() if len(gone) == count and value >= most - 1e-9]
        found[opportunity] = BusFactor(count, sorted(worst), most)
    return found
