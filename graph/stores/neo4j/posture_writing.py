"""An account's posture written in the place of the one before, with all that is kept with it."""

from __future__ import annotations

from graph.posture import ComputedPosture
from graph.stores.neo4j.connection import Transaction
from graph.stores.neo4j.leasing import end_lease
from graph.stores.neo4j.ordered_text import ordered
from graph.stores.neo4j.posture_rows import exposure_properties, finding_properties, posture_properties


async def write_posture(transaction: Transaction, computed: ComputedPosture, holder: str) -> bool:
    """See the port."""
    posture = computed.posture
    account = posture.account
    if not await transaction.run("get_revision", account=account):
        return False
    if not await end_lease(transaction, posture, holder):
        return False
    (written_count,) = await transaction.run_for_one(
        "write_posture",
        account=account,
        day=posture.standard.day,
        properties=posture_properties(posture),
        legend=computed.legend,
        ranks=[{"ordered_by": str(order), "rank": ordered(rank)} for order, rank in computed.ranks.items()],
    )
    if not written_count:
        return False  # its company was deleted at this moment
    await transaction.run(
        "delete_posture_parts",
        account=account,
        ids=[finding.id for finding in computed.findings],
        employees=[held.employee for held in computed.exposures],
        orders=[str(order) for order in computed.ranks],
    )
    await transaction.run(
        "write_findings",
        account=account,
        computed_at=posture.computed_at,
        rows=list(map(finding_properties, computed.findings)),
    )
    await transaction.run(
        "write_exposures", account=account, rows=list(map(exposure_properties, computed.exposures))
    )
    return True
