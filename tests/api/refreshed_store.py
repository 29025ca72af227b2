"""A store file of small accounts, workers that refresh it on a day that a test sets, and lists of calls."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from api.refreshing.kept_answers import KeptAnswers
from api.refreshing.refresher import Refresher
from graph.model.companies import Company
from graph.model.deals import DecisionRole, Opportunity
from graph.model.people import Person, Tie
from graph.open_store import open_store
from graph.settings import Settings
from graph.store import GraphStore
from graph.viewer import LOCAL
from queries.ask import Asker
from queries.question import Question
from tests.contract.writing import put

DAY = date(2026, 6, 30)


def account(key: str, people_count: int = 2) -> list[Any]:
    """A customer with an open deal, whose decider `boss` one of ours alone knows; met on 2026-05-01."""
    people = [Person(key=f"{key}-boss", name=f"Boss of {key}", company=key)]
    people += [Person(key=f"{key}-{number}", company=key) for number in range(1, people_count)]
    return [
        Company(key=key, name=f"Customer {key}", side="CUSTOMER"),
        *people,
        Opportunity(key=f"{key}-deal", company=key, name="Deal", value=1000.0, currency="CNY"),
        DecisionRole(person=f"{key}-boss", opportunity=f"{key}-deal", stage="APPROVAL", part="LEADS"),
        Tie(employee="li", contact=f"{key}-boss", trust=5, last_contact="2026-05-01"),
    ]


async def store_with(path: Path, *keys: str) -> GraphStore:
    """A new file with us and those accounts, two people each."""
    store = await open_store(Settings(_env_file=None, store_url=f"sqlite:///{path}"))
    await put(store, Company(key="us", name="Us", side="SUPPLIER"), Person(key="li", name="Li Lei", company="us"))
    await put(store, *(record for key in keys for record in account(key)))
    return store


class CountedStore:
    """The real store, with a list of the calls that went to it and its postures, by name and account."""

    def __init__(self, store: Any, calls: list[str] | None = None) -> None:
        self._store = store
        self.calls: list[str] = [] if calls is None else calls

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._store, name)
        if name == "postures":
            return CountedStore(found, self.calls)

        def counted(*given: Any, **named: Any) -> Any:
            account = {"read_account": 1, "get_revision": 0}.get(name)  # its place among the arguments
            self.calls.append(name if account is None else f"{name} {given[account]}")
            return found(*given, **named)

        return counted


@dataclass
class Worker:
    """A refresher of the store, with the answers from what is kept, on `today`."""

    store: Any
    today: date = DAY
    lease_seconds: float = 60.0
    people_limit: int = 50_000
    live_account_count: int = 1000
    on_refreshed: Callable[[float], None] | None = None
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.asker = self._asker()
        self.refresher = Refresher(
            self.store,
            self._asker(),
            lease_seconds=self.lease_seconds,
            on_refreshed=self.on_refreshed,
        )
        self.kept = KeptAnswers(self.store, self.refresher, self.live_account_count)
        self.asker.kept = self.kept

    def _asker(self) -> Asker:
        return Asker(
            self.store,
            people_limit=self.people_limit,
            today=lambda: self.today,
            observe=lambda question, _: self.asked.append(question),
        )

    async def stale(self) -> list[str]:
        """The accounts that are stale on this worker's day."""
        return await self.store.postures.find_stale(await self.refresher.standard(), 1000)

    async def ask(self, question: Question[Any, Any, Any], params: Any) -> Any:
        """The answer, from what is kept where the question is answered from that."""
        return await self.asker.ask(LOCAL, question, params)

    async def ask_accounts(self, question: Question[Any, Any, Any], params: Any) -> Any:
        """The answer from the accounts themselves."""
        return await self._asker().ask(LOCAL, question, params)


def reads(calls: Sequence[str]) -> list[str]:
    """The accounts that were read."""
    return [call.partition(" ")[2] for call in calls if call.startswith("read_account")]
