"""Decision chain, all access strengths and all choke points of one account, against the plain networkx way."""

from __future__ import annotations

from datetime import date
from typing import Any

import networkx as nx

from bench import plain_networkx as plain
from bench.measure import median_seconds
from bench.one_account import AS_OF, DEAL, drawn_account
from bench.report import Finding, Goal, milliseconds, times
from graph.account_graph import AccountGraph, account_on
from graph.policy import Policy
from queries.account_view import AccountView
from queries.decision_chain import DECISION_CHAIN, DecisionChainParams

SIZES = (60, 500, 1_000, 2_000, 5_000)
_METHOD = """\
A drawn account with five edges a person, three open opportunities, and 45 employees who know a fifth of it.
Both ways start from the same account graph and give the same numbers (checked in the run, up to 1,000 people).
Ours: the whole answer of `decisionChain`, every access strength and every choke point. Plain: a networkx graph,
`single_source_dijkstra` over -log strength, decision shares by iterating networkx's own sparse matrix, and choke
points by taking out everybody who has somebody below in the tree of strongest paths and searching again. The last
two columns leave the choke points out on both sides. Medians of interleaved rounds: five up to 1,000 people, then
three."""


async def measure(sizes: tuple[int, ...] = SIZES) -> Finding:
    """Measures every size, checks that both ways agree, and that the cost is near-linear."""
    policy = Policy()
    rows, ours_by_size, ratios = [], {}, {}
    for size in sizes:
        account = account_on(await drawn_account(size), date.fromisoformat(AS_OF))
        _check_same_answers(account, policy)
        taken = median_seconds(
            {
                "ours": lambda account=account: _ours(account, policy),
                "plain": lambda account=account: _plain(account, policy),
                "ours without": lambda account=account: _our_chain_and_access(account, policy),
                "plain without": lambda account=account: _plain_chain_and_access(account, policy),
            },
            rounds=5 if size <= 1_000 else 3,
        )
        ours_by_size[size] = taken["ours"]
        ratios[size] = taken["plain"] / taken["ours"]
        rows.append(
            [
                f"{size:,}",
                milliseconds(taken["ours"]),
                f"{taken['ours'] / size * 1e6:.1f}",
                milliseconds(taken["plain"]),
                times(ratios[size]),
                milliseconds(taken["ours without"]),
                times(taken["plain without"] / taken["ours without"]),
            ]
        )
    largest, smallest = max(sizes), min(size for size in sizes if size >= 500)
    growth = (ours_by_size[largest] / largest) / (ours_by_size[smallest] / smallest)
    return Finding(
        "A whole account: decision chain, access strengths, choke points",
        _METHOD,
        ["people", "ours, ms", "a person, µs", "plain, ms", "faster", "chain and access, ms", "faster"],
        rows,
        [
            Goal(
                f"at least 10 times faster at {largest:,} people: {times(ratios[largest])}", ratios[largest] >= 10
            ),
            Goal(
                f"near-linear: a person costs {growth:.2f}× as much at {largest:,} people as at {smallest:,}",
                growth < 2,
            ),
        ],
    )


def _our_chain_and_access(account: AccountGraph, policy: Policy) -> AccountView:
    view = AccountView(account, policy)
    DECISION_CHAIN.part(view, DecisionChainParams(opportunity=DEAL))
    view.access_strengths  # noqa: B018 - computed when asked for
    return view


def _ours(account: AccountGraph, policy: Policy) -> AccountView:
    view = _our_chain_and_access(account, policy)
    view.choke_points  # noqa: B018 - computed when asked for
    return view


def _plain_chain_and_access(
    account: AccountGraph, policy: Policy
) -> tuple[dict[str, float], dict[str, float], nx.DiGraph[Any]]:
    influence = plain.influence_graph(account, policy)
    access = plain.access_graph(account, influence, policy)
    return plain.decision_shares(influence, account, policy, DEAL), plain.access_strengths(access), access


def _plain(
    account: AccountGraph, policy: Policy
) -> tuple[dict[str, float], dict[str, float], dict[str, list[str]]]:
    shares, strengths, access = _plain_chain_and_access(account, policy)
    return shares, strengths, plain.choke_points(access, policy.reach_floor)


def _check_same_answers(account: AccountGraph, policy: Policy) -> None:
    if len(account.contacts) > 1_000:
        return
    view = _ours(account, policy)
    shares, strengths, points = _plain(account, policy)
    ours = dict(zip(account.contacts, view.decision(DEAL).shares.tolist(), strict=True))
    differing = [p for p in account.contacts if abs(ours[p] - shares[p]) > 1e-9]
    differing += [p for p in account.contacts if abs(view.access_strength(p) - strengths.get(p, 0.0)) > 1e-9]
    if differing or {point: list(lost) for point, lost in view.choke_points.items()} != points:
        raise RuntimeError(f"the two ways do not agree on {differing[:5] or 'the choke points'}")
