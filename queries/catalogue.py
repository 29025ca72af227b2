"""Every question there is, in the order of the README."""

from __future__ import annotations

from typing import Any

from queries.access_paths import ACCESS_PATHS
from queries.changes import CHANGES
from queries.concentration import CONCENTRATION
from queries.coverage_gaps import COVERAGE_GAPS
from queries.decision_chain import DECISION_CHAIN
from queries.departure_impact import DEPARTURE_IMPACT
from queries.exposure import EXPOSURE_BY_EMPLOYEE
from queries.grading import GRADING
from queries.handover_plan import HANDOVER_PLAN
from queries.organization_matching import ORGANIZATION_MATCHING
from queries.portfolio import PORTFOLIO
from queries.power_map import POWER_MAP
from queries.question import Question
from queries.questions.companies import COMPANIES
from queries.questions.finding import FINDING
from queries.questions.findings import FINDINGS
from queries.questions.handovers import HANDOVERS
from queries.questions.policy import POLICY
from queries.questions.policy_versions import POLICY_VERSIONS
from queries.questions.posture import POSTURE
from queries.questions.rates import RATES
from queries.questions.search import SEARCH
from queries.relationship_index import RELATIONSHIP_INDEX
from queries.repair_plan import REPAIR_PLAN
from queries.single_points_of_failure import SINGLE_POINTS_OF_FAILURE
from queries.succession import SUCCESSION

QUESTIONS: tuple[Question[Any, Any, Any], ...] = (
    POWER_MAP,
    DECISION_CHAIN,
    ACCESS_PATHS,
    SINGLE_POINTS_OF_FAILURE,
    DEPARTURE_IMPACT,
    HANDOVER_PLAN,
    SUCCESSION,
    COVERAGE_GAPS,
    REPAIR_PLAN,
    ORGANIZATION_MATCHING,
    CONCENTRATION,
    RELATIONSHIP_INDEX,
    GRADING,
    CHANGES,
)

RECORDED: tuple[Question[Any, Any, Any], ...] = (COMPANIES, SEARCH, POLICY, POLICY_VERSIONS, RATES)
"""What is recorded."""

KEPT: tuple[Question[Any, Any, Any], ...] = (
    PORTFOLIO,
    EXPOSURE_BY_EMPLOYEE,
    FINDINGS,
    FINDING,
    POSTURE,
    HANDOVERS,
)
"""What is kept of accounts, and of what was done."""
