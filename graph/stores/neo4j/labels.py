"""Labels, relationship types and properties that only the graph in Neo4j has, beside those of the records."""

from __future__ import annotations

from enum import StrEnum


class StoreWord(StrEnum):
    """What only the graph in Neo4j has, beside the node and edge kinds."""

    EMPLOYED_BY = "EMPLOYED_BY"
    """Relationship type: a person and the company of its `people` row."""
    STORE = "GuanxiStore"
    """Label of the one node with the schema version, which writers lock."""
    RATE = "Rate"
    """Label of a dated exchange rate, which no other node has an edge to."""
    ACCOUNT_REVISION = "AccountRevision"
    """Label of a revision; kept when its account ceases to be one."""
    POSTURE = "Posture"
    """Label of an account's current posture."""
    POSTURE_DAY = "PostureDay"
    """Label of a posture as it was kept for a day."""
    POSTURE_RANK = "PostureRank"
    """Label of a posture's place in one of the orders of the portfolio."""
    POSTURE_TASK = "PostureTask"
    """Label of what an account's posture was computed by, and who computes it anew, until when."""
    FINDING = "Finding"
    """Label of a finding that is kept with a posture."""
    EMPLOYEE_EXPOSURE = "EmployeeExposure"
    """Label of what one of our people holds in an account."""
    JOURNAL_ENTRY = "JournalEntry"
    """Label of an entry of the journal."""
    POSTURE_OF = "POSTURE_OF"
    """Relationship type: an account's current posture and the company."""
    DAY_OF = "DAY_OF"
    """Relationship type: the posture of a day and the current one."""
    RANK_OF = "RANK_OF"
    """Relationship type: a place in an order and the posture."""
    FINDING_OF = "FINDING_OF"
    """Relationship type: a finding and the posture."""
    EXPOSURE_OF = "EXPOSURE_OF"
    """Relationship type: what one of our people holds and the posture."""


STORE_LABELS = (
    StoreWord.STORE,
    StoreWord.RATE,
    StoreWord.ACCOUNT_REVISION,
    StoreWord.POSTURE,
    StoreWord.POSTURE_DAY,
    StoreWord.POSTURE_RANK,
    StoreWord.POSTURE_TASK,
    StoreWord.FINDING,
    StoreWord.EMPLOYEE_EXPOSURE,
    StoreWord.JOURNAL_ENTRY,
)
"""The words that are labels."""

STORE_RELATIONSHIP_TYPES = tuple(word for word in StoreWord if word not in STORE_LABELS)
"""The words that are relationship types."""

STORE_PROPERTIES = (
    *("account", "revision", "schema_version", "migrated_at"),
    *("write_count", "company_write_count", "rates_revision"),
    *("day", "policy", "policy_version", "computed_at", "severity", "value_at_risk", "currency"),
    *("low_count", "moderate_count", "high_count", "critical_count"),
    *("amount_currencies", "amount_values", "rates_on"),
    *("share", "low_cause_count", "moderate_cause_count", "high_cause_count", "critical_cause_count"),
    *("worth", "money_worth", "place", "cause", "cause_worth", "cause_money_worth", "cause_place", "legend"),
    *("money_rank", "cause_rank", "cause_money_rank"),  # of findings as they were kept before
    *("key_index", "general_index", "organizational_index", "effective_holders", "bus_factor"),
    *("ordered_by", "rank", "holder", "until"),
    *("id", "company", "is_account_wide", "kind", "employee", "opportunity", "content", "since"),
    *("live_tie_count", "single_held_count", "exposure"),
    *("subject", "number", "action", "at", "actor", "note", "details"),
    "search_text",
)
"""The properties of the nodes with those labels, each once, and what records are searched in."""
