"""What has to hold of a store that an earlier program made, once it is brought forward: the same for every store.

All of them hold the same small bundle: we are Ann and José, Acme has a chief financial officer whom Ann knows and
a clerk whom José knows. In version 2 Kim had acknowledged that Ann alone knows the chief, and assigned it to Ann.
"""

from __future__ import annotations

from datetime import date

from graph.account_graph import account_on
from graph.messages.language import Language
from graph.policy import Policy
from graph.posture import FindingFilter, FindingOrder, PortfolioOrder, Standard
from graph.store import GraphStore
from graph.viewer import LOCAL
from queries.account_view import AccountView
from queries.findings.kept import finding_of
from queries.posture_of import posture_of
from queries.work_items import FINDING_JOURNAL, WorkState, work_item
from tests.contract.kept_postures import TODAY, account, computed, finding, keep, portfolio, posture
from tests.contract.writing import put

HELD = "494ac8005f7307892b02fc9b"
"""The finding that Ann alone knows the chief."""
TOLD = "Only Ann Lee has a live tie to 张伟, who has 30 % of the decision."
"""What was said of it."""


async def records_are_those_that_were_written(store: GraphStore) -> None:
    """And can be answered from, and what is found kept."""
    records = await store.read_account(LOCAL, "acme")
    assert [person.key for person in records.people] == ["ann", "ben", "boss", "clerk"]
    assert [(tie.employee, tie.contact, tie.trust) for tie in records.ties] == [
        ("ann", "boss", 4),
        ("ben", "clerk", 2),
    ]
    standard = Standard("2026-11-26", "another policy")
    (claim,) = await store.postures.claim_stale(standard, "test", 9, 60)
    assert claim.account == "acme"
    view = AccountView(account_on(records, date(2026, 11, 26)), Policy())
    assert await store.postures.write_posture(posture_of(view, standard, 0, "2026-11-26"), "test")
    assert (await store.postures.count_stale(standard)).stale_count == 0


async def findings_stay_in_their_order_behind_what_is_computed_anew(store: GraphStore) -> None:
    """Each of them a cause of its own, with the sentences that it had."""
    before = await store.postures.find_findings(FindingFilter(), FindingOrder.SEVERITY, 99, None)
    told = {row.id: finding_of(row) for row in before}
    assert told[HELD].summary(Language.ZH) == told[HELD].summary(Language.EN) == TOLD
    assert all(found.id == id and found.action(Language.EN) and found.evidence for id, found in told.items())
    assert len(before) == await store.postures.count_causes(FindingFilter()) == 13
    causes = await store.postures.find_causes(FindingFilter(), FindingOrder.VALUE_AT_RISK, 99, None)
    assert [cause.id for cause in causes] == [found.cause for found in before]
    await put(store, account("beta"))
    await keep(store, computed(posture("beta"), [finding("beta", "new", worth="zz", cause_worth="zz")]))
    after = await store.postures.find_findings(FindingFilter(), FindingOrder.SEVERITY, 99, None)
    assert [found.id for found in after] == ["new", *(found.id for found in before)]
    (row, _) = await portfolio(store, PortfolioOrder.SEVERITY)
    assert row.posture.account == "beta", "what was ranked otherwise comes after what was computed anew"


async def what_was_not_known_of_a_posture_is_not_known(store: GraphStore) -> None:
    """It was converted by no dated rate, and its causes were not counted."""
    (row,) = await portfolio(store)
    assert (row.posture.value_at_risk, row.posture.rates_on, row.posture.cause_counts) == (300.0, None, None)
    assert await store.postures.read_posture_days("acme", None, None) == [row.posture]


async def work_on_findings_outlasts_the_migration(store: GraphStore) -> None:
    """Since when a finding stands, and what was done with it."""
    wanted = FindingFilter(ids=(HELD,))
    (before,) = await store.postures.find_findings(wanted, FindingOrder.SEVERITY, 1, None)
    assert before.since is not None
    records = await store.read_account(LOCAL, "acme")
    view = AccountView(account_on(records, date(2026, 11, 25)), Policy())
    await keep(store, posture_of(view, TODAY, 0, "2030-01-01T00:00:00.000000+00:00"))
    (found,) = await store.postures.find_findings(wanted, FindingOrder.SEVERITY, 1, None)
    assert (found.since, found.cause == HELD) == (before.since, False)
    entries = await store.read_entries(FINDING_JOURNAL, [HELD])
    item = work_item(HELD, found.since, entries, date(2026, 11, 25))
    assert (item.state, item.assignee) == (WorkState.ACKNOWLEDGED, "Ann")
