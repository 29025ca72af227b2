"""The one runner of questions: find the accounts, read or remember them, answer off the event loop.

What is read is kept by account and day for as long as the account's revision stays, so that asking again costs
one light read of the revision and no read of the account, also when another process has written meanwhile. The
policy and the exchange rates are kept likewise, each for one light read.
"""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Generic, NamedTuple, TypeVar
from weakref import WeakKeyDictionary

from graph.account_graph import account_on
from graph.errors import GraphTooLarge, NotInGraph, QuestionRejected
from graph.journal import Entry
from graph.messages.told import Told
from graph.model.companies import COMPANIES
from graph.model.deals import OPPORTUNITIES
from graph.model.exchange_rates import RATES
from graph.model.kind import Kind
from graph.model.people import PEOPLE
from graph.model.words import NodeKind
from graph.policy import WrongNumber, require
from graph.policy_book import (
    POLICY_JOURNAL,
    POLICY_SUBJECT,
    PolicyBook,
    PolicyChange,
    PolicyUpdated,
    with_versions,
)
from graph.rates import NO_RATES, Conversion, Rates
from graph.store import GraphStore
from graph.viewer import SERVICE, Viewer
from queries.account_view import AccountView
from queries.asking.names import Names, read_names
from queries.asking.reading import KeptReader, read
from queries.needs import KeptSinglePoints, KeptWanted, Later, Need, Once, Wanted
from queries.question import POLICY_CHANGES_LIMIT, A, P, Part, Question, Scope, too_many_changes

V = TypeVar("V")
_READS_AT_ONCE = 8
Observer = Callable[[str, float], None]
"""Told a question's name and how many seconds its answer took."""


class Asker:
    """Asks questions of a store.

    `snapshot_count` accounts and `part_count` parts of answers are kept in memory, the least used forgotten first.
    `today` is the day that questions without one are about.
    """

    def __init__(
        self,
        store: GraphStore,
        policies: PolicyBook | None = None,
        *,
        snapshot_count: int = 256,
        part_count: int = 8192,
        people_limit: int = 50_000,
        today: Callable[[], date] = date.today,
        observe: Observer | None = None,
    ) -> None:
        self._store = store
        self._unchanged = policies or PolicyBook()
        self._policies = self._unchanged
        self._rates = NO_RATES
        self._people_limit = people_limit
        self.today = today
        self.kept: KeptReader | None = None
        """Who reads what is kept of all accounts; without one, questions about that cannot be asked."""
        self._observe = observe
        self._views: _Kept[AccountView] = _Kept(snapshot_count)
        self._parts: _Kept[Any] = _Kept(part_count)
        self._homes: OrderedDict[tuple[str, str], tuple[str, int]] = OrderedDict()
        self._home_count = part_count
        self._reading: dict[Hashable, asyncio.Lock] = {}
        self._reads: WeakKeyDictionary[Once, asyncio.Future[Any]] = WeakKeyDictionary()

    async def ask(self, viewer: Viewer, question: Question[P, Part, A], params: P) -> A:
        """The answer. Raises NotInGraph, QuestionRejected, GraphTooLarge or StoreUnavailable."""
        started = time.perf_counter()
        first = [need for need in question.needs if not need.lacking]
        known = await self._with_needs(viewer, self._dated(params), first)
        answer = await self._answer(viewer, question, known)
        lacking = [need for need in question.needs if need.lacking and need.lacking(answer)]
        if lacking:
            answer = await self._answer(viewer, question, await self._with_needs(viewer, known, lacking))
        if self._observe is not None:
            self._observe(question.name, time.perf_counter() - started)
        return answer

    async def later(self, viewer: Viewer, part: Later[V]) -> V:
        """A part of an answer that is read only when it is asked for."""
        return part.make(*await asyncio.gather(*(self._read_once(viewer, once) for once in part.reads)))

    async def _read_once(self, viewer: Viewer, once: Once) -> Any:
        if once not in self._reads:
            self._reads[once] = asyncio.ensure_future(self._read(viewer, once.wanted))
        return await self._reads[once]

    async def _read(self, viewer: Viewer, wanted: Wanted) -> Any:
        if isinstance(wanted, KeptWanted):
            if self.kept is None and isinstance(wanted, KeptSinglePoints):
                return None
            if self.kept is None:
                raise ValueError(f"{type(wanted).__name__}: expected somebody who reads what is kept")
            return await self.kept.read(viewer, wanted)
        return await read(self._store, viewer, self, wanted)

    async def _answer(self, viewer: Viewer, question: Question[P, Part, A], params: P) -> A:
        scope = question.scope(params)
        if scope.accounts == ():
            await self._require(viewer, scope)
            return await asyncio.to_thread(question.combine, [], params)
        book, rates, revisions = await asyncio.gather(
            self.policies(), self.rates(), self._revisions(viewer, scope)
        )
        params = replace(params, policy_version=book.version)
        parts = await self._parts_of(viewer, question, params, revisions, _Numbers(book, rates))
        return await asyncio.to_thread(question.combine, parts, params)

    async def _with_needs(self, viewer: Viewer, params: P, needs: Sequence[Need[P, Any]]) -> P:
        for need in needs:
            wanted = await asyncio.to_thread(need.wanted, params)
            if wanted is not None:
                found: Any = {need.into: await self._read(viewer, wanted)}
                params = replace(params, **found)
        return params

    async def view(self, viewer: Viewer, account: str, as_of: date | None = None) -> AccountView:
        """The account as of the day, seen with its grade's policy and that day's exchange rates."""
        book, rates, revision = await asyncio.gather(
            self.policies(), self.rates(), self._store.get_revision(account)
        )
        return await self._view(viewer, account, revision, as_of or self.today(), _Numbers(book, rates))

    async def names(self, viewer: Viewer, *answers: Any) -> Names:
        """What the people and companies that the answers show are called."""
        return await read_names(self._store, viewer, answers)

    async def policies(self) -> PolicyBook:
        """The policy of every grade as it is now: one light read, unless it was changed since the last one.

        QuestionRejected when its versions in the store do not agree with the policy file, which was changed.
        """
        version = await self._store.count_entries(POLICY_JOURNAL, POLICY_SUBJECT)
        if version != self._policies.version:
            entries = await self._store.read_entries(POLICY_JOURNAL, [POLICY_SUBJECT])
            try:
                self._policies = with_versions(self._unchanged, entries)
            except WrongNumber as wrong:
                raise QuestionRejected(
                    Told(
                        f"the policy file and the store's versions do not agree: {wrong.told}",
                        f"政策文件与存储库中的版本不一致：{wrong.told.chinese}",
                    )
                ) from wrong
        return self._policies

    async def rates(self) -> Rates:
        """The dated exchange rates as they are now: one light read, unless one was altered since the last one."""
        revision = await self._store.get_rates_revision()
        if revision != self._rates.revision:
            rates = [rate async for batch in self._store.read(SERVICE, RATES) for rate in batch]
            self._rates = Rates.of(rates, revision)
        return self._rates

    async def conversion(self) -> Conversion:
        """How amounts of all customers become amounts of the base currency today."""
        book, rates = await asyncio.gather(self.policies(), self.rates())
        return Conversion(book.for_grade(None), rates.on(self.today()))

    async def with_version(self, entry: Entry[PolicyUpdated]) -> PolicyBook:
        """The policy with the journal's entry as one more version; WrongNumber when it would not hold together.

        Dated rates are in the base currency: as long as there are any, it stays what it is.
        """
        entries = await self._store.read_entries(POLICY_JOURNAL, [POLICY_SUBJECT])
        book = with_versions(self._unchanged, [*entries, entry])
        base = (await self.policies()).for_grade(None).base_currency
        is_kept = base is None or book.for_grade(None).base_currency == base
        require(
            is_kept or not (await self.rates()).by_currency,
            Told(
                f"{base} as long as there are dated rates, which are in it; guanxi rates delete takes them out",
                f" {base}，因为现有带日期的汇率以它为准；guanxi rates delete 可删除它们",
            ),
            "base_currency",
        )
        return book

    def _dated(self, params: P) -> P:
        dated: P = replace(params, as_of=params.as_of or params.day_meant(self.today()))
        return dated

    async def _parts_of(
        self,
        viewer: Viewer,
        question: Question[P, Part, A],
        params: P,
        revisions: Mapping[str, int],
        numbers: _Numbers,
    ) -> list[Part]:
        asked = question.narrowed(params) if question.narrowed else params
        what_if = numbers.overridden(params.policy) if params.policy else None
        return [
            await self._part(viewer, question, asked, account, revision, numbers, what_if)
            for account, revision in revisions.items()
        ]

    async def _part(
        self,
        viewer: Viewer,
        question: Question[P, Part, A],
        params: P,
        account: str,
        revision: int,
        numbers: _Numbers,
        what_if: _Numbers | None,
    ) -> Part:
        """The part of one account; seen with the numbers of `what_if` when there are such."""
        place = question.name, params, account, numbers.rates.revision
        if question.narrowed is not None:
            kept: Part | None = self._parts.get(place, revision)
            if kept is not None:
                return kept
        view = await self._view(viewer, account, revision, params.as_of or self.today(), numbers)
        if what_if is not None:
            view = view.with_policy(what_if.book.for_grade(view.graph.grade), what_if.rates)
        part = await asyncio.to_thread(question.part, view, params)
        if question.narrowed is not None:
            self._parts.put(place, view.graph.revision, part)
        return part

    async def _view(
        self, viewer: Viewer, account: str, revision: int, day: date, numbers: _Numbers
    ) -> AccountView:
        place = account, day
        lock = self._reading.setdefault(place, asyncio.Lock())
        try:
            async with lock:  # the second of two askers waits for what the first one reads
                view = self._views.get(place, revision)
                if view is None:
                    records = await self._store.read_account(viewer, account)
                    if len(records.people) > self._people_limit:
                        raise GraphTooLarge(len(records.people), self._people_limit)
                    graph = await asyncio.to_thread(account_on, records, day)
                    view = AccountView(graph, numbers.book.for_grade(graph.grade), numbers.rates)
                    self._views.put(place, graph.revision, view)
                policy = numbers.book.for_grade(view.graph.grade)
                if view.policy is not policy or view.rates is not numbers.rates:
                    view = view.with_policy(policy, numbers.rates)
                    self._views.put(place, view.graph.revision, view)
                return view
        finally:
            if not lock.locked():
                self._reading.pop(place, None)

    async def _revisions(self, viewer: Viewer, scope: Scope) -> Mapping[str, int]:
        """The accounts of the scope with their revisions, ordered by key; checks the other keys named."""
        await self._require(viewer, scope)
        if scope.accounts is not None:
            revisions = await self._store.read_revisions()
            return {account: revisions[account] for account in sorted(scope.accounts) if account in revisions}
        if scope.kind is None or scope.key is None:
            return await self._store.read_revisions()
        if not scope.others:
            return await self._revisions_of(viewer, scope.kind, scope.key)
        found = await _few_at_once(
            self._accounts_of, [(viewer, kind, key) for kind, key in ((scope.kind, scope.key), *scope.others)]
        )
        return await self._with_revisions(set().union(*found))

    async def _require(self, viewer: Viewer, scope: Scope) -> None:
        for kind, key in scope.must_exist:
            if not await self._store.find(viewer, kind, "key", [key]):
                raise NotInGraph(kind.record.__name__, key)

    async def _revisions_of(self, viewer: Viewer, kind: Kind[Any], key: str) -> dict[str, int]:
        """The accounts of one node with their revisions, ordered by key."""
        place = kind.name, key
        home = self._homes.get(place)
        if home is not None and await self._revision_if_account(home[0]) == home[1]:
            return dict([home])  # nothing in the account changed, so the node is still in it
        revisions = await self._with_revisions(await self._accounts_of(viewer, kind, key))
        if kind in (COMPANIES, OPPORTUNITIES):  # these are in one account, and their leaving it changes it
            (self._homes[place],) = revisions.items()
            if len(self._homes) > self._home_count:
                self._homes.popitem(last=False)
        return revisions

    async def _accounts_of(self, viewer: Viewer, kind: Kind[Any], key: str) -> tuple[str, ...]:
        accounts = await self._store.find_accounts(viewer, kind, key)
        if not accounts and kind is not PEOPLE:
            raise QuestionRejected(
                Told(
                    f"{kind.record.__name__} {key!r} is not in a customer's account",
                    f"{NodeKind(kind.record.__name__).chinese} {key!r} 不属于任何客户",
                )
            )
        return accounts

    async def _with_revisions(self, accounts: Collection[str]) -> dict[str, int]:
        """The accounts with their revisions, ordered by key."""
        ordered = sorted(accounts)
        revisions = await _few_at_once(self._store.get_revision, [(account,) for account in ordered])
        return dict(zip(ordered, revisions, strict=True))

    async def _revision_if_account(self, account: str) -> int | None:
        try:
            return await self._store.get_revision(account)
        except NotInGraph:
            return None


async def _few_at_once(read: Callable[..., Awaitable[V]], given: Sequence[tuple[Any, ...]]) -> list[V]:
    """What is read for each, in order, a few reads at a time; raises what the first of those that fail raised."""
    found: list[V] = []
    for start in range(0, len(given), _READS_AT_ONCE):
        reading = (read(*one) for one in given[start : start + _READS_AT_ONCE])
        for result in await asyncio.gather(*reading, return_exceptions=True):
            if isinstance(result, BaseException):
                raise result
            found.append(result)
    return found


class _Numbers(NamedTuple):
    """What accounts are seen with."""

    book: PolicyBook
    rates: Rates

    def overridden(self, changes: Sequence[PolicyChange]) -> _Numbers:
        """The same with a question's own numbers over them; QuestionRejected when they do not hold together.

        A rate of its own goes over the dated ones of that currency. Those are in the policy's base currency: in
        another one of the question's own they say nothing.
        """
        if len(changes) > POLICY_CHANGES_LIMIT:
            raise QuestionRejected(too_many_changes(len(changes)))
        try:
            book = self.book.overridden(changes)
        except WrongNumber as wrong:
            raise QuestionRejected(wrong.told) from wrong
        base = self.book.for_grade(None).base_currency
        if base is not None and book.for_grade(None).base_currency != base:
            return _Numbers(book, NO_RATES)
        own = [change.member for change in changes if change.name == "rates" and change.value is not None]
        return _Numbers(book, self.rates.without([member for member in own if member is not None]))


class _Kept(Generic[V]):
    """Values that hold for a revision, the least used forgotten first."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._values: OrderedDict[Hashable, tuple[int, V]] = OrderedDict()

    def get(self, place: Hashable, revision: int) -> V | None:
        found = self._values.get(place)
        if found is None or found[0] != revision:
            return None
        self._values.move_to_end(place)
        return found[1]

    def put(self, place: Hashable, revision: int, value: V) -> None:
        self._values[place] = revision, value
        self._values.move_to_end(place)
        if len(self._values) > self._count:
            self._values.popitem(last=False)
