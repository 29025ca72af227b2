"""Reads what questions need beyond their accounts."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import Any, Protocol

from graph.customer_figures import read_customer_figures
from graph.errors import QuestionRejected
from graph.handing_over import read_handovers
from graph.messages.told import Told
from graph.model.companies import COMPANIES
from graph.policy_book import POLICY_JOURNAL, POLICY_SUBJECT, PolicyBook
from graph.rates import Rates
from graph.store import GraphStore
from graph.teams import colleagues_of, our_people, team_of
from graph.viewer import Viewer
from queries.needs import (
    Colleagues,
    CompaniesBehind,
    CustomerFiguresOfAll,
    DatedRates,
    ExecutedHandovers,
    Hits,
    KeptWanted,
    OurPeople,
    PolicyEntries,
    PolicyInForce,
    PostureDays,
    Recorded,
    TeamOf,
)


class Numbers(Protocol):
    """Who knows the policy and the exchange rates as they are now."""

    def policies(self) -> Awaitable[PolicyBook]:
        """The policy of every grade."""

    def rates(self) -> Awaitable[Rates]:
        """The dated exchange rates."""


class KeptReader(Protocol):
    """Who reads what is kept of all accounts, once what is missing is computed."""

    def read(self, viewer: Viewer, wanted: KeptWanted) -> Awaitable[Any]:
        """What is wanted."""


async def read(store: GraphStore, viewer: Viewer, numbers: Numbers, wanted: Recorded) -> Any:
    """What is wanted. Raises what the store does, NotInGraph for keys that name nothing, and as `account_of`."""
    match wanted:
        case TeamOf():
            return await team_of(store, viewer, wanted.manager, wanted.day)
        case Colleagues():
            return await colleagues_of(store, viewer, wanted.people, wanted.day, also_on=wanted.also_on)
        case OurPeople():
            return await our_people(store, viewer, wanted.day, also_on=wanted.also_on)
        case ExecutedHandovers():
            return tuple(await read_handovers(store, viewer, wanted.employee))
        case CustomerFiguresOfAll():
            return await read_customer_figures(store, viewer)
        case PolicyInForce():
            return await numbers.policies()
        case PolicyEntries():
            return tuple(await store.read_entries(POLICY_JOURNAL, [POLICY_SUBJECT]))
        case DatedRates():
            return await numbers.rates()
        case PostureDays():
            return await _read_posture_days(store, viewer, wanted)
        case CompaniesBehind():
            return tuple(await store.find_companies(viewer, wanted.filter, wanted.first, wanted.after))
        case Hits():
            return tuple(await store.search(viewer, wanted.text, wanted.first))


async def account_of(store: GraphStore, viewer: Viewer, company: str) -> str:
    """The company's account; NotInGraph for a key that nobody has, QuestionRejected when it is in none."""
    accounts = await store.find_accounts(viewer, COMPANIES, company)
    if not accounts:
        raise QuestionRejected(
            Told(f"Company {company!r} is not in a customer's account", f"公司 {company!r} 不属于任何客户")
        )
    return accounts[0]


async def _read_posture_days(store: GraphStore, viewer: Viewer, wanted: PostureDays) -> Any:
    days = (None if one is None else one.isoformat() for one in (wanted.from_day, wanted.to_day))
    return tuple(await store.postures.read_posture_days(await account_of(store, viewer, wanted.company), *days))
