"""What there is only one of, and what else is found by an index; `make generate` writes the statements.

Migrations make them, so that what is said of one here is never changed: another takes its place under a new name.
"""

from __future__ import annotations

from graph.model.words import EdgeKind, NodeKind
from graph.stores.neo4j.labels import StoreWord
from graph.stores.neo4j.shapes import LABELS

UNIQUE: dict[str, tuple[str, ...]] = {
    **{f"{label.lower()}_key": (label, "key") for label in LABELS.values()},
    "store_name": (StoreWord.STORE, "name"),
    "revision_account": (StoreWord.ACCOUNT_REVISION, "account"),
    "entry_number": (StoreWord.JOURNAL_ENTRY, "kind", "subject", "number"),
    "posture_account": (StoreWord.POSTURE, "account"),
    "posture_day": (StoreWord.POSTURE_DAY, "account", "day"),
    "posture_task_account": (StoreWord.POSTURE_TASK, "account"),
    "finding_id": (StoreWord.FINDING, "account", "id"),
    "exposure_employee": (StoreWord.EMPLOYEE_EXPOSURE, "account", "employee"),
}
"""By name a label, and the properties that no two nodes with it have alike: they have an index too."""

NODE_INDEXES: dict[str, tuple[str, ...]] = {
    "company_account": (NodeKind.COMPANY, "account"),
    "posture_rank": (StoreWord.POSTURE_RANK, "ordered_by", "rank"),
    "finding_any_id": (StoreWord.FINDING, "id"),
    "finding_company": (StoreWord.FINDING, "company"),
    "finding_employee": (StoreWord.FINDING, "employee"),
    "finding_cause": (StoreWord.FINDING, "cause"),
    "finding_worth": (StoreWord.FINDING, "worth", "money_worth", "place"),
    "finding_money_worth": (StoreWord.FINDING, "money_worth", "worth", "place"),
    "finding_cause_worth": (StoreWord.FINDING, "cause_worth", "cause_money_worth", "cause_place"),
    "finding_cause_money_worth": (StoreWord.FINDING, "cause_money_worth", "cause_worth", "cause_place"),
    "finding_rank": (StoreWord.FINDING, "rank"),
    "finding_money_rank": (StoreWord.FINDING, "money_rank"),
    "finding_cause_rank": (StoreWord.FINDING, "cause_rank"),
    "finding_cause_money_rank": (StoreWord.FINDING, "cause_money_rank"),
    "exposure_any_account": (StoreWord.EMPLOYEE_EXPOSURE, "employee"),
}
"""By name a label, and the properties by which nodes with it are found."""

EDGE_INDEXES: dict[str, tuple[str, ...]] = {
    "employment_company": (EdgeKind.WORKS_IN, "company"),
    "position_leaning": (EdgeKind.POSITION, "leans_to"),
}
"""The same for a type of edges."""
