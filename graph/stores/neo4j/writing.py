"""One write: all of its changes in one transaction, with the revisions of the accounts that it touched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from graph.model.companies import COMPANIES, DEPARTMENTS
from graph.model.exchange_rates import RATES
from graph.model.kind import Kind
from graph.model.people import PEOPLE, WORKS_IN
from graph.model.record import Row, row_of
from graph.model.record_kinds import RECORD_KINDS
from graph.store import Changes, Delete, Progress, Tally, WriteReport
from graph.stores.neo4j.connection import Transaction
from graph.stores.neo4j.deleting import Deleting, touch_deleted
from graph.stores.neo4j.finding import find_edges
from graph.stores.neo4j.journal import add_entries
from graph.stores.neo4j.migrating import lock_store
from graph.stores.neo4j.placing import place_companies
from graph.stores.neo4j.planning import BATCH_SIZE, Plan, find_existing, make_plan
from graph.stores.neo4j.rows import identity_of
from graph.stores.neo4j.searching import keep_search_texts_of_people
from graph.stores.neo4j.touching import TouchedAccounts
from graph.stores.neo4j.upserting import carry_out


async def write(transaction: Transaction, changes: Changes, progress: Progress | None) -> WriteReport:
    """See the port. The steps, in order:

    wait until no other write is going on; find out what the rows will alter; touch the accounts that hold that,
    or what will be deleted, now; write; find the accounts of companies; delete; keep what people are searched in
    whose title a history tells; touch the accounts that hold what was altered then; count the revisions; add the
    entries of the journal.
    """
    written = {*(table.kind for table in changes.upserts), *(delete.kind for delete in changes.deletes)}
    await lock_store(transaction, is_of_companies=COMPANIES in written)
    touched = TouchedAccounts(transaction)
    plans = await _make_plans(transaction, changes)
    for plan in plans:
        await touched.touch(plan.kind, [existing.row for existing, _ in plan.changed])
    searched_anew = [*_told_by_history(plans), *await _told_by_deleted(transaction, changes.deletes)]
    for delete in changes.deletes:
        await touch_deleted(transaction, touched, delete)
    for plan in plans:
        await _carry_out(transaction, plan, progress)
        if plan.kind is COMPANIES:
            touched.add(await place_companies(transaction, _altered(plan)))
    deleting = Deleting(transaction)
    for delete in changes.deletes:
        await deleting.delete(delete)
    await deleting.delete_companies()
    await keep_search_texts_of_people(transaction, sorted(set(searched_anew)))
    for plan in plans:
        rows = _altered(plan)
        if changes.deletes:
            rows = await _still_there(transaction, plan.kind, rows, changes.deletes)
        await touched.touch(plan.kind, rows)
    revisions = await touched.bump()
    if deleting.counts[RATES.name] or any(plan.kind is RATES and _altered(plan) for plan in plans):
        await transaction.run("bump_rates_revision")
    await add_entries(transaction, changes.entries)
    return WriteReport(_tallies(plans, deleting), revisions)


def _told_by_history(plans: Sequence[Plan]) -> Iterator[str]:
    """The people whose title a history tells that is altered, or that the altered row of `people` leaves to it."""
    for plan in plans:
        if plan.kind is WORKS_IN:
            yield from (employment.person for employment in WORKS_IN.records(_altered(plan)))
        elif plan.kind is PEOPLE:
            yield from (
                person.key for person in PEOPLE.records(row for _, row in plan.changed) if person.title is None
            )


async def _told_by_deleted(transaction: Transaction, deletes: Sequence[Delete]) -> list[str]:
    """The people whose history the deletes alter: an employment goes, or two become one without a department."""
    people = [delete.identity[0] for delete in deletes if delete.kind is WORKS_IN]
    departments = [delete.identity[0] for delete in deletes if delete.kind is DEPARTMENTS]
    if departments:
        found = await find_edges(transaction, "find_edges_into_departments", WORKS_IN, departments)
        people += [employment.person for employment in WORKS_IN.records(found)]
    return people


async def _make_plans(transaction: Transaction, changes: Changes) -> list[Plan]:
    """A plan for each kind that has tables, in an order in which what is referred to comes first."""
    if not changes.upserts:
        return []
    counts = dict(zip(RECORD_KINDS, await transaction.run_for_one("count_records"), strict=True))
    plans = []
    for kind in RECORD_KINDS.values():
        tables = [table for table in changes.upserts if table.kind is kind]
        if tables:
            plans.append(await make_plan(transaction, kind, tables, is_empty=counts[kind.name] == 0))
    return plans


async def _carry_out(transaction: Transaction, plan: Plan, progress: Progress | None) -> None:
    done_count = 0

    def written(count: int) -> None:
        nonlocal done_count
        done_count += count
        if progress is not None and plan.given_count:
            progress(plan.kind.name, done_count, plan.given_count)

    written(plan.given_count - len(plan.created) - len(plan.changed))
    await carry_out(transaction, plan, written)


def _altered(plan: Plan) -> list[Row]:
    return [*plan.created, *(after for _, after in plan.changed)]


async def _still_there(
    transaction: Transaction, kind: Kind[Any], rows: Sequence[Row], deletes: Sequence[Delete]
) -> list[Row]:
    """The records of these rows as they are after the deletes, those that are."""
    if kind is WORKS_IN:
        gone = {delete.identity[0] for delete in deletes if delete.kind is DEPARTMENTS}
        employments = WORKS_IN.records(rows)
        rows = [row_of(each.replace(department=None) if each.department in gone else each) for each in employments]
    identities = list({identity_of(kind, row): None for row in rows})
    there: list[Row] = []
    for start in range(0, len(identities), BATCH_SIZE):
        some = identities[start : start + BATCH_SIZE]
        found = await find_existing(transaction, kind, some)
        there += [found[identity].row for identity in some if identity in found]
    return there


def _tallies(plans: Sequence[Plan], deleting: Deleting) -> dict[str, Tally]:
    by_name = {plan.kind.name: plan for plan in plans}
    tallies = {}
    for name, kind in RECORD_KINDS.items():
        if name in by_name or deleting.counts[name]:
            plan = by_name.get(name, Plan(kind))
            tallies[name] = Tally(
                created=len(plan.created),
                changed=plan.altering_count - len(plan.created),
                unchanged=plan.given_count - plan.altering_count,
                deleted=deleting.counts[name],
            )
    return tallies
