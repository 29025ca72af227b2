"""Which accounts a write touches: those whose records hold, before or after it, a record that it alters.

What `read_account` returns is derived from records that it returns itself, so when it changes, the first altered
record on the way is among them. `touch` is called with altered records as they were before they are written, and
as they are after.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import chain
from operator import attrgetter
from typing import Any

from graph.model.companies import COMPANIES, DEPARTMENTS
from graph.model.deals import DECISION_ROLES, POSITIONS
from graph.model.exchange_rates import RATES
from graph.model.kind import Kind
from graph.model.meetings import INTERACTIONS
from graph.model.people import CONFLICTS, INFLUENCES, PEOPLE, REPORTS_TO, TIES, WORKS_IN, Tie
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
        records = kind.records(rows)
        if kind is COMPANIES:
            self._accounts_there = None
            await self._companies([company.key for company in records])
        elif "company" in kind.column_names and kind is not POSITIONS:
            await self._companies([record.company for record in records])
        if await self._is_complete():
            return  # after a bulk load, the companies are all there is to ask about
        if kind is COMPANIES:
            await self._everyone("find_people_of_companies", [company.key for company in records])
        elif kind is DEPARTMENTS:
            await self._everyone("find_people_below_departments", highest_keys(kind, rows))
        elif kind is PEOPLE:
            await self._whole([person.key for person in records])
        elif kind is WORKS_IN:
            await self._whole([employment.person for employment in records])
        elif kind in _BETWEEN_PEOPLE:
            await self._both_ends(list(map(attrgetter(*kind.ends[:2]), records)))
        elif kind is TIES:
            await self._ties(records)
        elif kind is DECISION_ROLES:
            await self._subjects([(role.person, role.opportunity, None) for role in records])
        elif kind is POSITIONS:
            await self._subjects([(said.person, said.opportunity, said.company) for said in records])
        elif kind is INTERACTIONS:
            await self._opportunities([meeting.opportunity for meeting in records])
            await self._contacts([key for meeting in records for key in meeting.participants or ()])

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

    async def _both_ends(self, pairs: Collection[tuple[str, str]]) -> None:
        held = await people_held(self._transaction, set(chain.from_iterable(pairs)))
        for one, other in pairs:
            self._touched |= held[one].all & held[other].all

    async def _ties(self, ties: Collection[Tie]) -> None:
        """A tie is in its contact's accounts; where the contact is known as one of ours, if both are there."""
        held = await people_held(self._transaction, {tie.contact for tie in ties})
        for contact in held.values():
            self._touched |= contact.as_contact
        if between_ours := [(tie.employee, tie.contact) for tie in ties if not held[tie.contact].is_only_contact]:
            await self._both_ends(between_ours)

    async def _subjects(self, said: Collection[tuple[str, str | None, str | None]]) -> None:
        """A role or position is in the account of its subject, if the person is there."""
        held = await people_held(self._transaction, {person for person, _, _ in said})
        of_deals = await self._accounts("find_opportunity_accounts", (deal for _, deal, _ in said))
        of_companies = await self._accounts("find_company_accounts", (company for _, _, company in said))
        for person, deal, company in said:
            account = of_deals.get(deal or "") or of_companies.get(company or "")
            if account in held[person].all:
                self._touched.add(account)
