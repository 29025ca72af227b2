"""The words of the field: the only list of labels, relationship types and enumerations.

Every name is the term `docs/concepts.md` explains. Enumerations are `StrEnum`, so a member equals the text
that the stores, the bundle files and the GraphQL schema carry.
"""

from __future__ import annotations

from enum import StrEnum


class NodeKind(StrEnum):
    """What a node is; the value is its Neo4j label and the first half of a node id."""

    COMPANY = "Company"
    DEPARTMENT = "Department"
    PERSON = "Person"
    OPPORTUNITY = "Opportunity"
    INTERACTION = "Interaction"
    AGREEMENT = "Agreement"


class EdgeKind(StrEnum):
    """What an edge says; the value is its Neo4j relationship type."""

    WORKS_IN = "WORKS_IN"
    REPORTS_TO = "REPORTS_TO"
    DOTTED_REPORTS_TO = "DOTTED_REPORTS_TO"
    INFLUENCES = "INFLUENCES"
    CONFLICTS_WITH = "CONFLICTS_WITH"
    TIE = "TIE"
    DECISION_ROLE = "DECISION_ROLE"
    POSITION = "POSITION"
    PARTICIPATES = "PARTICIPATES"
    SUBSIDIARY_OF = "SUBSIDIARY_OF"
    DEPARTMENT_OF = "DEPARTMENT_OF"
    SUBDEPARTMENT_OF = "SUBDEPARTMENT_OF"
    OPPORTUNITY_AT = "OPPORTUNITY_AT"
    AGREEMENT_WITH = "AGREEMENT_WITH"
    HELD_AT = "HELD_AT"
    ABOUT = "ABOUT"


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
    *("money_rank", "cause", "cause_rank", "cause_money_rank"),
    *("key_index", "general_index", "organizational_index", "effective_holders", "bus_factor"),
    *("ordered_by", "rank", "holder", "until"),
    *("id", "company", "is_account_wide", "kind", "employee", "opportunity", "content", "since"),
    *("live_tie_count", "single_held_count", "exposure"),
    *("subject", "number", "action", "at", "actor", "note", "details"),
    "search_text",
)
"""The properties of the nodes with those labels, each once, and what records are searched in."""


class Side(StrEnum):
    """Whose company it is; people of the supplier are employees, people of a customer are contacts."""

    SUPPLIER = "SUPPLIER"
    CUSTOMER = "CUSTOMER"
    COMPETITOR = "COMPETITOR"
    PARTNER = "PARTNER"


class Grade(StrEnum):
    """Customer grade: S strategic 战略, A partner 伙伴, B ordinary 普通, C general 一般."""

    S = "S"
    A = "A"
    B = "B"
    C = "C"


class SupplierPosition(StrEnum):
    """How the customer ranks us among its suppliers."""

    STRATEGIC_PARTNER = "STRATEGIC_PARTNER"
    MAIN_SUPPLIER = "MAIN_SUPPLIER"
    DOMAIN_SUPPLIER = "DOMAIN_SUPPLIER"
    SUPPLIER = "SUPPLIER"
    PARTICIPANT = "PARTICIPANT"
    UNKNOWN = "UNKNOWN"


class Line(StrEnum):
    """The five lines of a customer organisation 五条线, and OTHER."""

    MANAGEMENT = "MANAGEMENT"
    TECHNICAL = "TECHNICAL"
    PROCUREMENT = "PROCUREMENT"
    FINANCE = "FINANCE"
    USER = "USER"
    OTHER = "OTHER"


class OrgLevel(StrEnum):
    """Org level of a person, highest first; UNKNOWN is not a level."""

    EXECUTIVE = "EXECUTIVE"
    SENIOR = "SENIOR"
    MIDDLE = "MIDDLE"
    STAFF = "STAFF"
    UNKNOWN = "UNKNOWN"


class EmploymentStatus(StrEnum):
    """Whether a person still works where the graph says."""

    ACTIVE = "ACTIVE"
    LEFT = "LEFT"
    MOVED = "MOVED"
    RETIRED = "RETIRED"
    UNKNOWN = "UNKNOWN"


class Tag(StrEnum):
    """RISING_STAR 明日之星, RETIRED_INFLUENCER 离退休高层 (still listened to), GATEKEEPER."""

    RISING_STAR = "RISING_STAR"
    RETIRED_INFLUENCER = "RETIRED_INFLUENCER"
    GATEKEEPER = "GATEKEEPER"


class OpportunityStatus(StrEnum):
    """An opportunity without a status counts as OPEN."""

    OPEN = "OPEN"
    WON = "WON"
    LOST = "LOST"


class ReportingKind(StrEnum):
    """SOLID is REPORTS_TO; DOTTED is the informal or matrix line."""

    SOLID = "SOLID"
    DOTTED = "DOTTED"


class Certainty(StrEnum):
    """How sure whoever said it was."""

    ASSUMED = "ASSUMED"
    CONFIRMED = "CONFIRMED"
    INFERRED = "INFERRED"


class Trust(StrEnum):
    """Trust of one tie; the position in the list is its level, 1 to 5."""

    BUSINESS_CONTACT = "BUSINESS_CONTACT"
    FAMILIAR = "FAMILIAR"
    PERSONAL = "PERSONAL"
    CAREER_SUPPORT = "CAREER_SUPPORT"
    STRATEGIC_ALLY = "STRATEGIC_ALLY"


TRUST_LEVELS: dict[str, int] = {name: level for level, name in enumerate(Trust, start=1)}
"""Level of each trust name: BUSINESS_CONTACT 1 to STRATEGIC_ALLY 5."""


class Purpose(StrEnum):
    """What a tie is kept for."""

    INFORMATION = "INFORMATION"
    VOICE_OF_CUSTOMER = "VOICE_OF_CUSTOMER"
    PROJECT_SUPPORT = "PROJECT_SUPPORT"
    DECISION = "DECISION"


class Stage(StrEnum):
    """Stages of a decision 决策阶段, in order."""

    QUALIFICATION = "QUALIFICATION"
    SPECIFICATION = "SPECIFICATION"
    EVALUATION = "EVALUATION"
    APPROVAL = "APPROVAL"


class Part(StrEnum):
    """The part a person plays in a stage, strongest first."""

    LEADS = "LEADS"
    PARTICIPATES = "PARTICIPATES"
    CONSULTED = "CONSULTED"


class Power(StrEnum):
    """Power of a person over an opportunity or account."""

    INNER_CIRCLE = "INNER_CIRCLE"
    POLITICAL_STRUCTURE = "POLITICAL_STRUCTURE"
    OUTSIDE = "OUTSIDE"
    UNKNOWN = "UNKNOWN"


class Stance(StrEnum):
    """Stance of a person towards us; UNKNOWN has no number."""

    MENTOR = "MENTOR"
    SUPPORTER = "SUPPORTER"
    NEUTRAL = "NEUTRAL"
    NON_SUPPORTER = "NON_SUPPORTER"
    OPPONENT = "OPPONENT"
    UNKNOWN = "UNKNOWN"


STANCE_VALUES: dict[str, float] = {
    Stance.MENTOR: 1.0,
    Stance.SUPPORTER: 0.5,
    Stance.NEUTRAL: 0.0,
    Stance.NON_SUPPORTER: -0.5,
    Stance.OPPONENT: -1.0,
}
"""Number of each known stance, from -1 (against us) to +1 (leads us)."""


class InteractionKind(StrEnum):
    """What kind of contact an interaction was."""

    MEETING = "MEETING"
    CALL = "CALL"
    MAIL = "MAIL"
    VISIT = "VISIT"
    EXCHANGE = "EXCHANGE"
    SUMMIT = "SUMMIT"
    SHOWROOM = "SHOWROOM"
    TRAINING = "TRAINING"
    CEREMONY = "CEREMONY"


JOINT_EVENT_KINDS = frozenset(
    {
        InteractionKind.VISIT,
        InteractionKind.EXCHANGE,
        InteractionKind.SUMMIT,
        InteractionKind.SHOWROOM,
        InteractionKind.CEREMONY,
    }
)
"""Interactions that are joint events when people of both sides take part."""


class AgreementKind(StrEnum):
    """An organisational tie."""

    STRATEGIC = "STRATEGIC"
    JOINT_INNOVATION = "JOINT_INNOVATION"
    FRAMEWORK = "FRAMEWORK"
    SERVICE = "SERVICE"


class Severity(StrEnum):
    """How much of the decision a finding touches, lowest first."""

    LOW = "LOW"
    MODERATE = "MODERATE"
    HIGH = "HIGH"
    CRITICAL = "CRITICAL"


SEVERITY_ORDER: dict[str, int] = {name: rank for rank, name in enumerate(Severity)}
"""Rank of each severity, LOW 0 to CRITICAL 3."""
