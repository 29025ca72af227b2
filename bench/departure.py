"""What leaves with an employee of twenty accounts, against those accounts' decision chains."""

from __future__ import annotations

from datetime import date

from bench.bulk_world import ACCOUNTS_PER_TEAM, bulk_world
from bench.measure import median_seconds_of
from bench.one_account import AS_OF, EDGES_A_PERSON
from bench.report import Finding, Goal, milliseconds, times
from graph.open_store import open_store
from graph.settings import Settings
from graph.store import Changes
from graph.viewer import LOCAL
from queries.ask import Asker
from queries.decision_chain import DECISION_CHAIN, DecisionChainParams
from queries.departure_impact import DEPARTURE_IMPACT, DepartureImpactParams

PEOPLE_PER_ACCOUNT = 60
_EMPLOYEE = "e00"
_ROUNDS = 15
_METHOD = """\
Twenty accounts of 60 people, five edges a person and three open opportunities, served by a team of six; the
employee who leaves has ties in every one of them. Impact: one `departureImpact`, with every successor ranked.
Chains: `decisionChain` of one opportunity of each account, twenty answers. Both through the asker, warm: asked
before, so that the accounts and what was computed of them are kept. Below it the same of accounts that were just
read, with nothing computed yet. The times are of answers as Python objects, without GraphQL. Medians of 15
interleaved rounds."""


async def measure() -> Finding:
    """Asks both of one asker in turns; then each of an asker that has read the accounts and answered nothing."""
    store = await open_store(Settings(store_url="memory:"))
    day = date.fromisoformat(AS_OF)
    try:
        world = bulk_world(
            ACCOUNTS_PER_TEAM * PEOPLE_PER_ACCOUNT, EDGES_A_PERSON, ACCOUNTS_PER_TEAM, in_teams=True
        )
        await store.write(LOCAL, Changes(world))
        accounts = list(await store.read_revisions())
        asker = Asker(store)

        async def impact() -> int:
            asked = DepartureImpactParams(people=(_EMPLOYEE,), as_of=day)
            return len((await asker.ask(LOCAL, DEPARTURE_IMPACT, asked)).accounts)

        async def chains() -> None:
            for account in accounts:
                await asker.ask(LOCAL, DECISION_CHAIN, DecisionChainParams(opportunity=f"{account}-o0", as_of=day))

        async def forget_answers() -> None:
            nonlocal asker
            asker = Asker(store)
            for account in accounts:
                await asker.view(LOCAL, account, day)

        if await impact() != len(accounts):
            raise RuntimeError("the employee does not have ties in every account")
        warm = await median_seconds_of({"impact": impact, "chains": chains}, _ROUNDS)
        first = await median_seconds_of({"impact": impact, "chains": chains}, _ROUNDS, before_each=forget_answers)
    finally:
        await store.close()
    ratios = {"warm": warm["impact"] / warm["chains"], "first": first["impact"] / first["chains"]}
    return Finding(
        "The departure of an employee with twenty accounts",
        _METHOD,
        ["", "impact, ms", "20 chains, ms", "impact ÷ chains"],
        [
            [name, milliseconds(taken["impact"]), milliseconds(taken["chains"]), times(ratios[key])]
            for name, key, taken in (("asked before", "warm", warm), ("first asked", "first", first))
        ],
        [
            Goal(
                f"at most 2.5 times the chains, asked before: {times(ratios['warm'])}",
                ratios["warm"] <= 2.5,
            ),
        ],
    )
