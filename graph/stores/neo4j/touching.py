"""Which accounts a write touches: those whose records hold, before or after it, a record that it alters.

What `read_account` returns is derived from records that it returns itself, so when it changes, the first altered
record on the way is among them. `touch` is called with altered records as they were before they are written, and
as they are after.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from graph.model.companies import COMPANIES, DEPARTMENTS
from graph.model.deals import DECISION_ROLES, POSITIONS
from graph.model.exchange_rates import RATES
from graph.model.kind import Kind
from graph.model.meetings import INTERACTIONS
from graph.model.people import CONFLICTS, INFLUENCES, PEOPLE, REPORTS_TO, TIES, WORKS_IN
from graph.model.record import Row
from graph.stores.neo4j.connection import Transaction
from graph.stores.neo4j.holding import contacts_held, people_held
from graph.stores.neo4j.rows import highest_keys

_BETWEEN_PEOPLE = (REPORTS_TO, INFLUENCES, CONFLICTS)


class TouchedAccounts:
    """The accounts touched so far by one write."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._touched: set[str] = set()
        self._accounts_there: set[str] | None = None

    async def touch(self, kind: Kind[Any], rows: Collection[Row]) -> None:
        """Adds the accounts that hold these records, as the graph is now."""
        if not rows or kind is RATES:  # rates are in no account
            return
        place = kind.column_names.index
        if kind is COMPANIES:
            self._accounts_there = None
            await self._companies([row[0] for row in rows])
        elif "company" in kind.column_names and kind is not POSITIONS:
            await self._companies([row[place("company")] for row in rows])
        if await self._is_complete():
            return  # after a bulk load, the companies are all there is to ask about
        if kind is COMPANIES:
            await self._everyone("find_people_of_companies", [row[0] for row in rows])
        elif kind is DEPARTMENTS:
            await self._everyone("find_people_below_departments", highest_keys(kind, rows))
        elif kind in (PEOPLE, WORKS_IN):
            await self._whole([row[0] for row in rows])
        elif kind in _BETWEEN_PEOPLE:
            await self._both_ends(rows)
        elif kind is TIES:
            await self._ties(rows)
        elif kind in (DECISION_ROLES, POSITIONS):
            await self._subjects(kind, rows)
        elif kind is INTERACTIONS:
            await self._opportunities([row[place("opportunity")] for row in rows])
            await self._contacts([key for row in rows for key in row[place("participants")] or ()])

    def add(self, accounts: Iterable[str]) -> None:
        """Adds accounts that are known to be touched."""
        self._accounts_there = None
        self._touched.update(accounts)

    async def bump(self) -> dict[str, int]:
        """Counts one more revision of every touched account that is one, and returns them, ordered by key."""
        if not self._touched:
            return {}
        columns = await self._transaction.run_for_one("bump_revisions", accounts=sorted(self._touched))
        return dict(sorted(zip(*columns, strict=True)))

    async def _is_complete(self) -> bool:
        if self._accounts_there is None:
            (keys,) = await self._transaction.run_for_one("read_account_keys")
            self._accounts_there = set(keys)
        return self._accounts_there <= self._touched

    async def _accounts(self, name: str, keys: Iterable[str | None]) -> dict[str, str]:
        wanted = sorted({key for key in keys if key is not None})
        columns = await self._transaction.run_for_one(name, keys=wanted) if wanted else ((), ())
        return dict(zip(*columns, strict=True))

    async def _companies(self, keys: Iterable[str | None]) -> None:
        self._touched.update((await self._accounts("find_company_accounts", keys)).values())

    async def _opportunities(self, keys: Iterable[str | None]) -> None:
        self._touched.update((await self._accounts("find_opportunity_accounts", keys)).values())

    async def _everyone(self, name: str, keys: Sequence[str]) -> None:
        (people,) = await self._transaction.run_for_one(name, keys=keys)
        await self._whole(people)

    async def _whole(self, people: Collection[str]) -> None:
        for held in (await people_held(self._transaction, set(people))).values():
            self._touched |= held.all

    async def _contacts(self, people: Collection[str]) -> None:
        for held in (await contacts_held(self._transaction, set(people))).values():
            self._touched |= held.as_contact

    async def _both_ends(self, rows: Collection[Row]) -> None:
        held = await people_held(self._transaction, {key for row in rows for key in row[:2]})
        for row in rows:
            self._touched |= held[row[0]].all & held[row[1]].all

    async def _ties(self, rows: Collection[Row]) -> None:
        """A tie is in its contact's accounts; where the contact is known as one of ours, if both are there."""
        held = await people_held(self._transaction, {row[1] for row in rows})
        for contact in held.values():
            self._touched |= contact.as_contact
        if between_ours := [row for row in rows if not held[row[1]].is_only_contact]:
            await self._both_ends(between_ours)

    async def _subjects(self, kind: Kind[Any], rows: Collection[Row]) -> None:
        """A role or position is in the account of its subject, if the person is there."""
        held = await people_held(self._transaction, {row[0] for row in rows})
        of_deals = await self._accounts("find_opportunity_accounts", (row[1] for row in rows))
        at_companies = kind is POSITIONS
        of_companies = await self._accounts("find_company_accounts", (row[2] for row in rows if at_companies))
        for row in rows:
            account = of_deals.get(row[1]) or (of_companies.get(row[2]) if at_companies else None)
            if account in held[row[0]].all:
                self._touched.add(account)
