"""Every question there is, in the order of the README."""

from __future__ import annotations

from typing import Any

from queries.access_paths import ACCESS_PATHS
from queries.coverage_gaps import COVERAGE_GAPS
from queries.decision_chain import DECISION_CHAIN
from queries.power_map import POWER_MAP
from queries.question import Question
from queries.single_points_of_failure import SINGLE_POINTS_OF_FAILURE

QUESTIONS: tuple[Question[Any, Any, Any], ...] = (
    POWER_MAP,
    DECISION_CHAIN,
    ACCESS_PATHS,
    SINGLE_POINTS_OF_FAILURE,
    COVERAGE_GAPS,
)
