"""Computes the postures of accounts that have changed or aged, sharing the work with every process that does so.

An account is stale when its revision, the day, the policy or an exchange rate that holds on the day has moved on
since its posture was computed. Whoever computes one claims it in the store first, for `lease_seconds`; what a
killed process had claimed is free then.
"""

from __future__ import annotations

import asyncio
import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum, auto

import structlog

from api.error_places import places_of
from api.refreshing.claiming import Claiming
from graph.errors import NotInGraph, RelationshipError
from graph.posture import Claim, StaleCount, Standard
from graph.store import GraphStore
from graph.viewer import SERVICE
from queries.ask import Asker
from queries.kept.numbers import Numbers
from queries.posture_of import posture_of

log = structlog.get_logger("guanxi.refreshing")

_POLL_SECONDS = 0.5
_EVERY_ACCOUNT = 2**31 - 1
"""More accounts than a store has."""
_LONGEST_PAUSE_SECONDS = 3600.0

OnRefreshed = Callable[[float], None]
"""Told how many seconds an account took."""


@dataclass(frozen=True, slots=True)
class RefreshReport:
    """How many times an account was computed, and how many accounts could not be."""

    refreshed_count: int = 0
    failed_count: int = 0


class _Outcome(Enum):
    """What became of a claimed account; PASSED_OVER is gone, paused, claimed by another or claimed again soon."""

    REFRESHED = auto()
    FAILED = auto()
    PASSED_OVER = auto()


@dataclass(frozen=True, slots=True)
class _Failure:
    """An account that could not be computed so: until when it is left alone, and how long that is."""

    revision: int
    standard: Standard
    until: float
    pause_seconds: float


class Refresher:
    """Recomputes stale accounts one after the other, off the event loop.

    `asker` reads the accounts; the accounts push out what it keeps in memory, so it is best not the one that
    answers questions. `holder` names this worker among all that share the store.
    """

    def __init__(
        self,
        store: GraphStore,
        asker: Asker,
        *,
        holder: str | None = None,
        batch_count: int = 4,
        lease_seconds: float = 60.0,
        on_refreshed: OnRefreshed | None = None,
    ) -> None:
        self._store = store
        self._asker = asker
        self._holder = holder or uuid.uuid4().hex
        self._batch_count = batch_count
        self._lease_seconds = lease_seconds
        self._on_refreshed = on_refreshed
        self._failures: dict[str, _Failure] = {}
        self._in_hand: set[str] = set()
        self._handed_back = asyncio.Event()
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """Has the background look for stale accounts at once: something was written."""
        self._woken.set()

    async def wait_to_be_woken(self, seconds: float) -> None:
        """Returns when somebody has called `wake` since the last time, or after so many seconds."""
        try:
            async with asyncio.timeout(seconds):
                await self._woken.wait()
        except TimeoutError:
            return
        self._woken.clear()

    async def numbers(self) -> Numbers:
        """What postures have to be computed by to be current now."""
        book, rates = await asyncio.gather(self._asker.policies(), self._asker.rates())
        return Numbers(book, rates, self._asker.today())

    async def standard(self) -> Standard:
        """What a posture has to be computed by to be current now."""
        return (await self.numbers()).standard

    async def count_stale(self) -> StaleCount:
        """How many accounts are stale or have no posture, and how many of those have none."""
        return await self._store.postures.count_stale(await self.standard())

    async def refresh(self, accounts: Sequence[str] | None = None, *, wait: bool = False) -> RefreshReport:
        """Recomputes stale accounts until there is none left to claim; only `accounts` when given.

        Those given that another call of this refresher has in hand are waited for. With `wait` it also waits for
        what other workers have claimed, and takes over what they have not finished when their lease runs out. An
        account that fails is logged, stays claimed, and is left alone for a while unless it changes. Raises
        StoreUnavailable when the store does not give out accounts.
        """
        if accounts is None and self._failures:
            await self._forget_failures_of_gone()
        claiming = Claiming(self._store.postures, self._holder, self._batch_count, self._lease_seconds, accounts)
        counts: Counter[_Outcome] = Counter()
        give_up_at = 0.0
        while True:
            numbers = await self.numbers()
            standard = numbers.standard
            claims = await claiming.next_claims(standard)
            if claims:
                counts += await self._refresh_claimed(claims, numbers)
                give_up_at = 0.0
            elif self._has_in_hand(accounts, wait):
                while self._has_in_hand(accounts, wait):
                    await self._handed_back.wait()
            elif wait and await self._is_work_of_others_left(standard, accounts):
                give_up_at = give_up_at or time.monotonic() + self._lease_seconds + 1
                if time.monotonic() > give_up_at:
                    break
                await asyncio.sleep(_POLL_SECONDS)
            else:
                break
        return RefreshReport(counts[_Outcome.REFRESHED], counts[_Outcome.FAILED])

    def _has_in_hand(self, accounts: Sequence[str] | None, wait: bool) -> bool:
        """Whether other calls of this refresher compute accounts that this one has to wait for."""
        return bool(self._in_hand.intersection(accounts) if accounts is not None else wait and self._in_hand)

    def _hand_back(self, accounts: Iterable[str]) -> None:
        self._in_hand.difference_update(accounts)
        self._handed_back.set()
        self._handed_back = asyncio.Event()

    async def _forget_failures_of_gone(self) -> None:
        """So that what is remembered does not grow with accounts that nobody will ever claim again."""
        known = await self._store.read_revisions()
        self._failures = {account: failed for account, failed in self._failures.items() if account in known}

    async def _is_work_of_others_left(self, standard: Standard, accounts: Sequence[str] | None) -> bool:
        """Whether an account is stale that this worker has not failed at: then another one has claimed it."""
        first = len(self._failures) + 1 if accounts is None else _EVERY_ACCOUNT
        stale = await self._store.postures.find_stale(standard, first)
        wanted = set(stale if accounts is None else accounts)
        return any(account in wanted and account not in self._failures for account in stale)

    async def _refresh_claimed(self, claims: Sequence[Claim], numbers: Numbers) -> Counter[_Outcome]:
        """Computes them in turn; gives back those it does not come to."""
        outcomes: Counter[_Outcome] = Counter()
        untouched = {claim.account for claim in claims}
        self._in_hand |= untouched
        try:
            for claim in claims:
                untouched.remove(claim.account)  # a defect leaves it claimed, and others their turn
                try:
                    outcomes[await self._refresh_one(claim, numbers)] += 1
                except asyncio.CancelledError:
                    untouched.add(claim.account)
                    raise
                self._hand_back([claim.account])
        finally:
            self._hand_back(claim.account for claim in claims)
            if untouched:
                await self._store.postures.release(sorted(untouched), self._holder)
        return outcomes

    async def _refresh_one(self, claim: Claim, numbers: Numbers) -> _Outcome:
        standard = numbers.standard
        failed = self._failures.get(claim.account)
        if failed and (failed.revision, failed.standard) == (claim.revision, standard):
            if time.monotonic() < failed.until:
                return _Outcome.PASSED_OVER
        else:
            failed = None
        started = time.perf_counter()
        try:
            is_kept = await self._compute(claim.account, numbers)
        except NotInGraph:  # it has ceased to be an account
            self._failures.pop(claim.account, None)
            return _Outcome.PASSED_OVER
        except RelationshipError as error:
            self._remember_failure(claim, standard, failed, error)
            return _Outcome.FAILED
        self._failures.pop(claim.account, None)
        if is_kept and self._on_refreshed is not None:
            self._on_refreshed(time.perf_counter() - started)
        return _Outcome.REFRESHED if is_kept else _Outcome.PASSED_OVER

    async def _compute(self, account: str, numbers: Numbers) -> bool:
        """Reads the account once, and keeps its posture; False when another worker holds the account by now."""
        view = await self._asker.view(SERVICE, account, numbers.day)
        if view.conversion != numbers.conversion(view.graph.grade):
            # The policy or a rate has changed since: what it would be kept under is not so.
            await self._store.postures.release([account], self._holder)
            return False
        now = datetime.now(UTC).isoformat(timespec="microseconds")
        computed = await asyncio.to_thread(posture_of, view, numbers.standard, numbers.book.version, now)
        return await self._store.postures.write_posture(computed, self._holder)

    def _remember_failure(
        self, claim: Claim, standard: Standard, before: _Failure | None, error: RelationshipError
    ) -> None:
        """Leaves the account alone for as long as its lease, each time twice as long; logs which and where."""
        seconds = min(2 * before.pause_seconds, _LONGEST_PAUSE_SECONDS) if before else self._lease_seconds
        until = time.monotonic() + seconds
        self._failures[claim.account] = _Failure(claim.revision, standard, until, seconds)
        log.warning(
            "account_not_refreshed",
            error_id=uuid.uuid4().hex,
            account=claim.account,
            error_type=type(error).__name__,
            places=places_of(error),
        )
