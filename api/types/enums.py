"""The enumerations of `graph.vocabulary` and of the answers, as GraphQL shows them: same members, described."""

from __future__ import annotations

from enum import StrEnum

import strawberry
from strawberry.types.enum import has_enum_definition

from graph import vocabulary as words
from graph.posture import FindingOrder, PortfolioOrder
from queries.algorithms.decision_weights import InferredFrom
from queries.causes import FindingGrouping
from queries.changes import ChangeKind
from queries.coverage_findings import CoverageFindingKind
from queries.decision_chain import BlockerReason
from queries.departure_impact import HandoverStatus
from queries.exposure import ExposureOrder
from queries.handover_plan import AssignmentSolver
from queries.organization_matching import PairKind
from queries.single_points_of_failure import SinglePointKind
from queries.stages import StageStatus
from queries.succession_ranking import SuccessionRelation
from queries.successors import UnassignedReason
from queries.work_items import WorkAction, WorkState


class SubjectKind(StrEnum):
    """What a finding is about."""

    COMPANY = "Company"
    DEPARTMENT = "Department"
    PERSON = "Person"
    OPPORTUNITY = "Opportunity"
    LINE = "Line"


class UserErrorCode(StrEnum):
    """Why a change was refused."""

    BAD_USER_INPUT = "BAD_USER_INPUT"
    NOT_FOUND = "NOT_FOUND"
    CONFLICT = "CONFLICT"


class FindingKind(StrEnum):
    """What was found, by whichever question."""

    SINGLE_HELD = "SINGLE_HELD"
    CHOKE_POINT = "CHOKE_POINT"
    UNCOVERED_LINE = "UNCOVERED_LINE"
    LINE_BELOW_TARGET = "LINE_BELOW_TARGET"
    UNCOVERED_DEPARTMENT = "UNCOVERED_DEPARTMENT"
    UNCOVERED_KEY_PERSON = "UNCOVERED_KEY_PERSON"
    SINGLE_HELD_KEY_PERSON = "SINGLE_HELD_KEY_PERSON"
    SILENT_KEY_PERSON = "SILENT_KEY_PERSON"
    TRUST_BELOW_TARGET = "TRUST_BELOW_TARGET"
    MISSING_STAGE = "MISSING_STAGE"
    UNKNOWN_STANCE = "UNKNOWN_STANCE"
    LEVEL_UNMATCHED = "LEVEL_UNMATCHED"
    FUNCTION_UNMATCHED = "FUNCTION_UNMATCHED"
    NO_JOINT_EVENT = "NO_JOINT_EVENT"
    SUCCESSORS_UNCOVERED = "SUCCESSORS_UNCOVERED"


class GradingMatrix(StrEnum):
    """A matrix of two figures of a customer."""

    INFLUENCE_VOLUME = "INFLUENCE_VOLUME"
    PRESENT_POTENTIAL = "PRESENT_POTENTIAL"


class GradingQuadrant(StrEnum):
    """A place in a grading matrix."""

    S = "S"
    A = "A"
    B = "B"
    C = "C"
    FIRST = "FIRST"
    SECOND = "SECOND"
    THIRD = "THIRD"
    FOURTH = "FOURTH"


_SINGLE_POINTS = {
    "SINGLE_HELD": "A contact whom one employee alone has a live tie with.",
    "CHOKE_POINT": "A person without whom others fall out of reach.",
}
_GAPS = {
    "UNCOVERED_LINE": "Nobody of a line is covered.",
    "LINE_BELOW_TARGET": "A line is covered below the target of the customer's grade.",
    "UNCOVERED_DEPARTMENT": "Nobody of a department or below is covered.",
    "UNCOVERED_KEY_PERSON": "A key person without a live tie.",
    "SINGLE_HELD_KEY_PERSON": "A key person with one live tie.",
    "SILENT_KEY_PERSON": "A key person not met for long.",
    "TRUST_BELOW_TARGET": "A tie below its own target.",
    "MISSING_STAGE": "A stage of an open opportunity with nobody.",
    "UNKNOWN_STANCE": "A key person whose stance is not known.",
    "NO_JOINT_EVENT": "No joint event for long.",
    "LEVEL_UNMATCHED": "An executive without a live tie from ours of the same level or above.",
    "FUNCTION_UNMATCHED": "A line that nobody of the same line of ours has a live tie into.",
    "SUCCESSORS_UNCOVERED": "A key person whose likeliest successors we do not know.",
}
_MEANINGS: dict[type[StrEnum], dict[str, str]] = {
    words.NodeKind: {
        "Company": "A legal or business unit.",
        "Department": "A unit inside a company.",
        "Person": "Someone on either side.",
        "Opportunity": "A deal or project.",
        "Interaction": "A dated contact.",
        "Agreement": "An organisational tie.",
    },
    words.EdgeKind: {
        "WORKS_IN": "A person works in a department.",
        "EMPLOYED_BY": "A person belongs to a company, as recorded with the person.",
        "REPORTS_TO": "Solid reporting line to the manager.",
        "DOTTED_REPORTS_TO": "Informal or matrix line.",
        "INFLUENCES": "The target listens to the source.",
        "CONFLICTS_WITH": "A rivalry, both ways.",
        "TIE": "Our employee and a contact.",
        "DECISION_ROLE": "A part in a decision.",
        "POSITION": "A dated assertion of power and stance.",
        "PARTICIPATES": "Took part in an interaction.",
        "SUBSIDIARY_OF": "Company and its parent.",
        "DEPARTMENT_OF": "Department and its company.",
        "SUBDEPARTMENT_OF": "Department and the one above.",
        "OPPORTUNITY_AT": "Opportunity and its customer.",
        "AGREEMENT_WITH": "Agreement and its company.",
        "HELD_AT": "Interaction and the company it was held at.",
        "ABOUT": "Interaction and its opportunity.",
    },
    words.Side: {
        "SUPPLIER": "Us.",
        "CUSTOMER": "A customer.",
        "COMPETITOR": "A competitor.",
        "PARTNER": "A partner.",
    },
    words.Grade: {
        "S": "Strategic 战略.",
        "A": "Partner 伙伴.",
        "B": "Ordinary 普通.",
        "C": "General 一般.",
    },
    words.SupplierPosition: {
        "STRATEGIC_PARTNER": "Strategic partner 战略合作伙伴.",
        "MAIN_SUPPLIER": "Main supplier 主要供应商.",
        "DOMAIN_SUPPLIER": "Main supplier of one field 某领域主要供应商.",
        "SUPPLIER": "A supplier 一般供应商.",
        "PARTICIPANT": "Takes part 参与者.",
        "UNKNOWN": "Not known.",
    },
    words.Line: {
        "MANAGEMENT": "Management 管理线.",
        "TECHNICAL": "Technical 技术线.",
        "PROCUREMENT": "Procurement 采购线.",
        "FINANCE": "Finance 财务线.",
        "USER": "Users 用户线.",
        "OTHER": "Any other.",
    },
    words.OrgLevel: {
        "EXECUTIVE": "Executive 高层.",
        "SENIOR": "Senior 中高层.",
        "MIDDLE": "Middle 中层.",
        "STAFF": "Staff 基层.",
        "UNKNOWN": "Not known.",
    },
    words.EmploymentStatus: {
        "ACTIVE": "Still there.",
        "LEFT": "Has left.",
        "MOVED": "Works elsewhere now.",
        "RETIRED": "Has retired.",
        "UNKNOWN": "Not known.",
    },
    words.Tag: {
        "RISING_STAR": "Rising star 明日之星.",
        "RETIRED_INFLUENCER": "Retired and still listened to 离退休高层.",
        "GATEKEEPER": "Decides who gets through.",
    },
    words.OpportunityStatus: {
        "OPEN": "Not decided yet.",
        "WON": "Decided for us.",
        "LOST": "Decided against us.",
    },
    words.ReportingKind: {
        "SOLID": "The line manager.",
        "DOTTED": "Informal or matrix line.",
    },
    words.Certainty: {
        "ASSUMED": "Somebody's assumption.",
        "CONFIRMED": "Confirmed.",
        "INFERRED": "Derived from other records.",
    },
    words.Purpose: {
        "INFORMATION": "To learn.",
        "VOICE_OF_CUSTOMER": "To hear what the customer needs.",
        "PROJECT_SUPPORT": "Support in a project.",
        "DECISION": "For a decision.",
    },
    words.Stage: {
        "QUALIFICATION": "Who may bid 准入.",
        "SPECIFICATION": "What is asked for 标书拟定.",
        "EVALUATION": "Scoring the bids 评标打分.",
        "APPROVAL": "The signature 拍板.",
    },
    words.Part: {
        "LEADS": "Leads the stage 主导.",
        "PARTICIPATES": "Takes part 参与.",
        "CONSULTED": "Is consulted 被咨询.",
    },
    words.Power: {
        "INNER_CIRCLE": "Inner circle 核心圈.",
        "POLITICAL_STRUCTURE": "Political structure 权力层.",
        "OUTSIDE": "Outside 圈外.",
        "UNKNOWN": "Not known.",
    },
    words.Stance: {
        "MENTOR": "Leads us 引路人, +1.",
        "SUPPORTER": "Supports us 支持, +0.5.",
        "NEUTRAL": "Neutral 中立, 0.",
        "NON_SUPPORTER": "Does not support us 不支持, -0.5.",
        "OPPONENT": "Opposes us 反对, -1.",
        "UNKNOWN": "Not known, no number.",
    },
    words.InteractionKind: {
        "MEETING": "A meeting.",
        "CALL": "A call.",
        "MAIL": "A mail.",
        "VISIT": "A visit, a joint event.",
        "EXCHANGE": "A technical or business exchange, a joint event.",
        "SUMMIT": "A summit, a joint event.",
        "SHOWROOM": "A showroom tour, a joint event.",
        "TRAINING": "A training.",
        "CEREMONY": "A ceremony, a joint event.",
    },
    words.AgreementKind: {
        "STRATEGIC": "Strategic agreement.",
        "JOINT_INNOVATION": "Joint innovation centre.",
        "FRAMEWORK": "Framework contract.",
        "SERVICE": "Service contract.",
    },
    words.Severity: {
        "LOW": "Little of the decision.",
        "MODERATE": "Some of it.",
        "HIGH": "Much of it.",
        "CRITICAL": "Most of it.",
    },
    StageStatus: {
        "MISSING": "Nobody is recorded.",
        "RED": "Nobody with a part is for us.",
        "AMBER": "Somebody with a part is for us.",
        "GREEN": "Somebody leads, and everyone who leads is for us.",
    },
    InferredFrom: {
        "POWER": "From people's power.",
        "LEVEL": "From the highest known org level.",
    },
    BlockerReason: {
        "SHARE": "Holds a moderate share of the decision or more.",
        "VETO": "May veto.",
        "SHARE_AND_VETO": "Both.",
        "LEADS_STAGE": "Leads a stage, with a smaller share and without a veto.",
    },
    SinglePointKind: _SINGLE_POINTS,
    CoverageFindingKind: _GAPS,
    FindingKind: _SINGLE_POINTS | _GAPS,
    HandoverStatus: {
        "ORPHANED": "No live tie is left.",
        "WEAKENED": "At least one live tie is lost, others stay.",
    },
    UnassignedReason: {
        "NO_CANDIDATE": "There is nobody to ask.",
        "LEVEL_TOO_LOW": "Everybody stands too far below the contact.",
        "TOO_WEAK": "None of the others fits well enough.",
        "NO_CAPACITY": "Those who fit have no room left.",
    },
    AssignmentSolver: {
        "LINEAR_SUM_ASSIGNMENT": "As an assignment problem; no other plan has a larger total.",
        "MIN_COST_FLOW": "As a flow of least cost; no other plan has a larger total.",
        "GREEDY": "The best pair first; another plan may have a larger total.",
    },
    SuccessionRelation: {
        "ACTING_MANAGER": "The person's own manager, who acts in the meantime.",
        "PEER": "Somebody with the same manager.",
        "DIRECT_REPORT": "Somebody who reports to the person.",
        "DOTTED_REPORT": "Somebody with a dotted line to the person.",
        "MANAGER_ABOVE": "The manager of the person's manager.",
        "RISING_STAR": "A rising star of the same department.",
    },
    PairKind: {
        "MATCHED": "The same level, or ours above as the policy allows.",
        "OVER_LEVEL": "Ours is higher than that.",
        "UNDER_LEVEL": "Ours is lower.",
        "UNKNOWN_LEVEL": "A level is not known.",
    },
    ChangeKind: {
        "PERSON_JOINED": "Somebody is a contact of the account who was none.",
        "PERSON_LEFT": "Somebody was a contact of the account who is none.",
        "PERSON_MOVED": "Somebody works in another company or department, with another title or level.",
        "TIE_OPENED": "A tie that was not there.",
        "TIE_ENDED": "A tie that is no longer there.",
        "TIE_STRENGTHENED": "A tie that is stronger.",
        "TIE_GONE_COLD": "A tie that was live and is not.",
        "STANCE_TURNED": "A stance towards us that is another one.",
        "FINDING_APPEARED": "A finding that was not there.",
        "FINDING_DISAPPEARED": "A finding that is no longer there.",
    },
    PortfolioOrder: {
        "VALUE_AT_RISK": "Most money at risk first, in the base currency; what is not known in it last.",
        "SEVERITY": "The most severe first, then the largest share of the decision, then the value at risk.",
        "FINDINGS": "Most findings first.",
        "KEY_INDEX": "The lowest key relationship index first.",
        "GENERAL_INDEX": "The lowest general relationship index first.",
        "ORGANIZATIONAL_INDEX": "The lowest organizational relationship index first.",
        "NAME": "By name.",
    },
    FindingOrder: {
        "SEVERITY": "The most severe first, then the largest share of the decision, then the money at stake.",
        "VALUE_AT_RISK": "Most money at stake first, in the base currency; what is not known in it last.",
    },
    FindingGrouping: {
        "FINDING": "Each finding.",
        "CAUSE": "Each cause once, by the worst of its findings: those of an account about the same subject.",
    },
    ExposureOrder: {
        "SEVERITY": "The most severe first, then the largest exposure, then the money at risk.",
        "EXPOSURE": "The largest exposure first.",
        "VALUE_AT_RISK": "Most money at risk first, in the base currency; what is not known in it last.",
        "SINGLE_HELD": "Most contacts with a live tie by nobody else first.",
        "LIVE_TIES": "Most live ties first.",
    },
    WorkState: {
        "OPEN": "Nobody has said anything of it.",
        "ACKNOWLEDGED": "Somebody has seen it.",
        "SNOOZED": "Not before a day.",
        "RESOLVED": "Somebody has dealt with it; it is open again when its cause goes and comes back.",
    },
    WorkAction: {
        "ACKNOWLEDGE": "Somebody has seen it.",
        "ASSIGN": "Somebody is to take care of it.",
        "SNOOZE": "Not before a day.",
        "RESOLVE": "It is dealt with.",
        "REOPEN": "It is open again.",
    },
    GradingMatrix: {
        "INFLUENCE_VOLUME": "Influence in the industry × yearly business: S, A, B, C.",
        "PRESENT_POTENTIAL": "Present × potential yearly business: first to fourth class.",
    },
    GradingQuadrant: {
        "S": "High influence, high volume.",
        "A": "High influence, low volume.",
        "B": "Low influence, high volume.",
        "C": "Low influence, low volume.",
        "FIRST": "High now, high potential.",
        "SECOND": "High now, low potential.",
        "THIRD": "Low now, high potential.",
        "FOURTH": "Low now, low potential.",
    },
    SubjectKind: {
        "Company": "A company.",
        "Department": "A department.",
        "Person": "A person.",
        "Opportunity": "An opportunity.",
        "Line": "A line of the organisation, by name.",
    },
    UserErrorCode: {
        "BAD_USER_INPUT": "Breaks a rule of the data.",
        "NOT_FOUND": "There is no such record.",
        "CONFLICT": "Somebody else has changed it since it was read.",
    },
}
"""Every enumeration of the schema, and what each of its members means."""


def _describe(enum: type[StrEnum], meanings: dict[str, str]) -> None:
    """Makes a GraphQL enumeration of it. Names are the values: the text that stores and files carry."""
    summary = (enum.__doc__ or "").strip().split("\n")[0]
    strawberry.enum(enum, description=summary, graphql_name_from="value")
    if has_enum_definition(enum):
        for member in enum.__strawberry_definition__.values:
            member.description = meanings[member.name]


for _enum, _of_members in _MEANINGS.items():
    _describe(_enum, _of_members)
