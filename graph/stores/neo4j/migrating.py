"""The schema's version, and the statements that lead to each from the one before."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from graph.errors import StoreContractBroken
from graph.messages.told import Told
from graph.stores.neo4j.connection import Connection, Transaction
from graph.stores.neo4j.searching import keep_all_search_texts

MIGRATIONS: dict[int, tuple[str, ...]] = {
    1: (
        "create_store_name",
        "create_company_key",
        "create_department_key",
        "create_person_key",
        "create_opportunity_key",
        "create_interaction_key",
        "create_agreement_key",
        "create_revision_account",
        "create_company_account",
        "create_employment_company",
        "create_position_leaning",
    ),
    2: (
        "create_posture_account",
        "create_posture_day",
        "create_posture_rank",
        "create_posture_task_account",
        "create_finding_id",
        "create_finding_any_id",
        "create_finding_rank",
        "create_finding_company",
        "create_finding_employee",
        "create_exposure_employee",
        "create_exposure_any_account",
        "create_entry_number",
        "place_posture_lock",
    ),
    3: ("create_rate_key",),
    4: (),
    5: (
        "create_finding_money_rank",
        "create_finding_cause",
        "create_finding_cause_rank",
        "create_finding_cause_money_rank",
        "place_old_findings",
        "place_old_postures",
    ),
    6: (
        "create_finding_worth",
        "create_finding_money_worth",
        "create_finding_cause_worth",
        "create_finding_cause_money_worth",
        "place_former_findings",
        "drop_finding_rank",
        "drop_finding_money_rank",
        "drop_finding_cause_rank",
        "drop_finding_cause_money_rank",
    ),
    7: (),
}
"""Every statement may be run any number of times: Neo4j has no transaction for schema and data together.

One that returns how much it changed is run until there is nothing left to change.
"""

DERIVED: dict[int, Callable[[Transaction], Awaitable[None]]] = {4: keep_all_search_texts}
"""What a step writes beside its statements, in one transaction with the new version, while nobody else writes."""

KNOWN_VERSION = max(MIGRATIONS)


async def migrate(connection: Connection) -> int:
    """Takes the missing steps, each statement in a transaction of its own, and records the version last."""
    version = await connection.read(read_version)
    for step in range(version + 1, KNOWN_VERSION + 1):
        for name in MIGRATIONS[step]:
            await _run_alone(connection, name)
        await _run_alone(connection, "await_indexes")
        await connection.write(partial(_finish, step=step))
    return KNOWN_VERSION


async def _finish(transaction: Transaction, step: int) -> None:
    await transaction.run("lock_schema")
    if step in DERIVED:
        await DERIVED[step](transaction)
    await transaction.run("write_schema_version", schema_version=step)


async def read_version(transaction: Transaction) -> int:
    """The database's version, 0 for one that was never migrated; StoreContractBroken for a newer program's."""
    rows = await transaction.run("find_schema_version")
    version = int(rows[0][0]) if rows else 0
    if version > KNOWN_VERSION:
        raise StoreContractBroken(
            Told(
                f"the store has schema version {version}, this program knows versions up to {KNOWN_VERSION}: "
                "a newer Guanxi wrote it, use that one",
                f"存储库的模式版本为 {version}，本程序最高支持 {KNOWN_VERSION}："
                "它由更新版本的 Guanxi 写入，请使用该版本",
            )
        )
    return version


async def lock_store(transaction: Transaction, *, is_of_companies: bool = False) -> None:
    """Makes other writes wait until this one ends; StoreContractBroken when the schema is not this program's.

    `is_of_companies` counts it among the writes after which an account may have ceased to be one.
    """
    await _lock(transaction, "lock_store", is_of_companies=is_of_companies)


async def lock_postures(transaction: Transaction) -> bool:
    """Makes other claims wait until this one ends; StoreContractBroken when the schema is not this program's.

    Returns whether no company was written since the last claim that was committed.
    """
    (is_swept,) = await _lock(transaction, "lock_postures")
    return bool(is_swept)


async def _lock(transaction: Transaction, name: str, **parameters: bool) -> tuple[Any, ...]:
    # One statement: whoever looks the node up again while another waits for it would wait for that one.
    rows = await transaction.run(name, **parameters)
    if not rows or rows[0][0] != KNOWN_VERSION:
        found = rows[0][0] if rows else 0
        raise StoreContractBroken(
            Told(
                f"the store has schema version {found}, this program writes {KNOWN_VERSION}: run guanxi migrate",
                f"存储库的模式版本为 {found}，本程序写入的版本为 {KNOWN_VERSION}：请运行 guanxi migrate",
            )
        )
    return rows[0][1:]


async def _run_alone(connection: Connection, name: str) -> None:
    async def work(transaction: Transaction) -> bool:
        return any(count for (count,) in await transaction.run(name))

    while await connection.write(work):
        pass
