"""The Query type: lookups by key, and one field for each question.

A field is a resolver of `api.resolvers`, which has the arguments, and a type of `api.types`, which is a view of
what the resolver gives.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import strawberry

from api.resolvers import lookups
from api.resolvers.access_paths import access_paths
from api.resolvers.changes import changes
from api.resolvers.concentration import concentration
from api.resolvers.coverage_gaps import coverage_gaps
from api.resolvers.decision_chain import decision_chain
from api.resolvers.departure_impact import departure_impact
from api.resolvers.exposure_by_employee import exposure_by_employee
from api.resolvers.findings import finding, findings
from api.resolvers.grading import grading
from api.resolvers.handover_plan import handover_plan
from api.resolvers.handovers import handovers
from api.resolvers.organization_matching import organization_matching
from api.resolvers.policy import policy, policy_versions
from api.resolvers.portfolio import portfolio
from api.resolvers.posture import posture
from api.resolvers.power_map import power_map
from api.resolvers.rates import rates
from api.resolvers.relationship_index import relationship_index
from api.resolvers.repair_plan import repair_plan
from api.resolvers.single_points_of_failure import single_points_of_failure
from api.resolvers.succession import succession
from api.types.access_paths import AccessPath
from api.types.changes import Change
from api.types.concentration import Concentration
from api.types.coverage_gaps import CoverageGaps
from api.types.decision_chain import DecisionChain
from api.types.departure_impact import DepartureImpact
from api.types.exposure_by_employee import ExposureConnection
from api.types.findings import Finding, FindingConnection
from api.types.grading import Grading
from api.types.handover_plan import HandoverPlan
from api.types.handovers import ExecutedHandover
from api.types.lookups import CompanyConnection, SearchHit
from api.types.nodes import Company, Opportunity, Person
from api.types.organization_matching import OrganizationMatching
from api.types.policy import Policy, PolicyVersion
from api.types.portfolio import PortfolioConnection
from api.types.posture import PostureDay
from api.types.power_map import PowerMap
from api.types.rates import Rate
from api.types.relationship_index import RelationshipIndex
from api.types.repair_plan import RepairPlan
from api.types.single_points_of_failure import SinglePointConnection
from api.types.succession import Succession
from queries.access_paths import ACCESS_PATHS
from queries.changes import CHANGES
from queries.concentration import CONCENTRATION
from queries.coverage_gaps import COVERAGE_GAPS
from queries.decision_chain import DECISION_CHAIN
from queries.departure_impact import DEPARTURE_IMPACT
from queries.grading import GRADING
from queries.handover_plan import HANDOVER_PLAN
from queries.organization_matching import ORGANIZATION_MATCHING
from queries.power_map import POWER_MAP
from queries.question import Question
from queries.relationship_index import RELATIONSHIP_INDEX
from queries.repair_plan import REPAIR_PLAN
from queries.single_points_of_failure import SINGLE_POINTS_OF_FAILURE
from queries.succession import SUCCESSION


def _field(resolver: Callable[..., Any], description: str) -> Any:
    return strawberry.field(resolver=resolver, description=description)


def _answer(question: Question[Any, Any, Any], resolver: Callable[..., Any], more: str = "") -> Any:
    """The field of a question: described by the question's own sentence."""
    return _field(resolver, f"{question.sentence} {more}".strip())


@strawberry.type(description="What can be asked.")
class Query:
    """The root of all queries."""

    company: Company | None = _field(lookups.company, "The company of that key; null when there is none.")
    companies: CompanyConnection = _field(lookups.companies, "Companies by name, in pages.")
    person: Person | None = _field(lookups.person, "The person of that key; null when there is none.")
    opportunity: Opportunity | None = _field(
        lookups.opportunity, "The opportunity of that key; null when there is none."
    )
    search: list[SearchHit] = _field(
        lookups.search,
        "Companies, departments, people and opportunities that hold every word of the text, in any order: as part "
        "of a name, key, title or e-mail, or of the pinyin or its initials. Case, width and accents make no "
        "difference. Nearest first.",
    )
    policy: Policy = _field(policy, "The numbers that the analyses compare with, and where each comes from.")
    policy_versions: list[PolicyVersion] = _field(
        policy_versions, "Who changed which numbers of the policy, when and why; the first change first."
    )
    rates: list[Rate] = _field(
        rates,
        "The dated exchange rates into the policy's base currency, by currency and day. On a day the latest one "
        "that is not after it holds, before the first one the undated rate of the policy.",
    )

    power_map: PowerMap = _answer(POWER_MAP, power_map)
    decision_chain: DecisionChain = _answer(DECISION_CHAIN, decision_chain)
    access_paths: list[AccessPath] = _answer(
        ACCESS_PATHS, access_paths, "One path for each employee, strongest first."
    )
    single_points_of_failure: SinglePointConnection = _answer(
        SINGLE_POINTS_OF_FAILURE,
        single_points_of_failure,
        "The worst first: severity, then exposure, then money at risk; in pages.",
    )
    departure_impact: DepartureImpact = _answer(
        DEPARTURE_IMPACT,
        departure_impact,
        "Of people, of a team or of both: `people` or `teamOf` is needed. Nothing is written.",
    )
    handover_plan: HandoverPlan = _answer(HANDOVER_PLAN, handover_plan, "Nothing is written.")
    succession: Succession = _answer(SUCCESSION, succession)
    coverage_gaps: CoverageGaps = _answer(COVERAGE_GAPS, coverage_gaps)
    repair_plan: RepairPlan = _answer(REPAIR_PLAN, repair_plan, "Of a `company` or an `opportunity`, one of them.")
    organization_matching: OrganizationMatching = _answer(ORGANIZATION_MATCHING, organization_matching)
    concentration: Concentration = _answer(CONCENTRATION, concentration)
    relationship_index: RelationshipIndex = _answer(RELATIONSHIP_INDEX, relationship_index)
    grading: Grading = _answer(GRADING, grading)
    changes: list[Change] = _answer(CHANGES, changes)

    portfolio: PortfolioConnection = _field(
        portfolio,
        "Which accounts are at risk, and how much of what they are worth to us? From what was found when each was "
        "last computed, in pages.",
    )
    exposure_by_employee: ExposureConnection = _field(
        exposure_by_employee,
        "How much of our accounts hangs on each of our people alone? A risk of the accounts, not a rating of "
        "anyone.",
    )
    findings: FindingConnection = _field(
        findings,
        "What was found in all accounts, by every question, with who takes care of it: the worst first, or as "
        "`orderBy` says, in pages.",
    )
    finding: Finding | None = _field(finding, "The finding of that id; null when nothing of that id is found now.")
    posture: list[PostureDay] = _field(
        posture,
        "Where an account stood, day by day, as it was computed then; days without a computation are not there.",
    )
    handovers: list[ExecutedHandover] = _field(
        handovers, "What one of our people handed over, in the order in which it was carried out."
    )
