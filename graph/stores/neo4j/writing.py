"""One write: all of its changes in one transaction, with the revisions of the accounts that it touched."""

from __future__ import annotations

from collections import Counter

from graph.records import RECORD_KINDS
from graph.store import Changes, Progress, Tally, WriteReport
from graph.stores.neo4j.connection import Transaction
from graph.stores.neo4j.deleting import Deleting
from graph.stores.neo4j.migrating import lock_store
from graph.stores.neo4j.touching import TouchedAccounts
from graph.stores.neo4j.upserting import Upsert, kinds_in_order


async def write(transaction: Transaction, changes: Changes, progress: Progress | None) -> WriteReport:
    """See the port. Writes come one after the other: the first step waits until the one before has ended."""
    await lock_store(transaction)
    touched = TouchedAccounts(transaction)
    given: Counter[str] = Counter()
    created: Counter[str] = Counter()
    changed: Counter[str] = Counter()
    for table in kinds_in_order(changes.upserts):
        name = table.kind.name
        count = await Upsert(transaction, touched, table).carry_out(progress)
        given[name] += len(table.rows)
        created[name] += count.created
        changed[name] += count.changed
    deleting = Deleting(transaction, touched)
    for delete in changes.deletes:
        await deleting.delete(delete)
    await deleting.delete_companies()
    deleted = deleting.counts
    tallies = {
        name: Tally(created[name], changed[name], given[name] - created[name] - changed[name], deleted[name])
        for name in RECORD_KINDS
        if name in given or deleted[name]
    }
    return WriteReport(tallies, await touched.bump())
