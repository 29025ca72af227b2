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
from api.resolvers.coverage_gaps import coverage_gaps
from api.resolvers.decision_chain import decision_chain
from api.resolvers.policy import policy, policy_versions
from api.resolvers.power_map import power_map
from api.resolvers.relationship_index import relationship_index
from api.resolvers.single_points_of_failure import single_points_of_failure
from api.resolvers.succession import succession
from api.types.access_paths import AccessPath
from api.types.coverage_gaps import CoverageGaps
from api.types.decision_chain import DecisionChain
from api.types.lookups import CompanyConnection, SearchHit
from api.types.nodes import Company, Opportunity, Person
from api.types.policy import Policy, PolicyVersion
from api.types.power_map import PowerMap
from api.types.relationship_index import RelationshipIndex
from api.types.single_points_of_failure import SinglePointConnection
from api.types.succession import Succession
from queries.access_paths import ACCESS_PATHS
from queries.coverage_gaps import COVERAGE_GAPS
from queries.decision_chain import DECISION_CHAIN
from queries.power_map import POWER_MAP
from queries.question import Question
from queries.relationship_index import RELATIONSHIP_INDEX
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
        "Companies, departments, people and opportunities whose name, key, title or e-mail holds the text, in "
        "any case; nearest first.",
    )
    policy: Policy = _field(policy, "The numbers that the analyses compare with, and where each comes from.")
    policy_versions: list[PolicyVersion] = _field(
        policy_versions, "Who changed which numbers of the policy, when and why; the first change first."
    )

    power_map: PowerMap = _answer(POWER_MAP, power_map)
    decision_chain: DecisionChain = _answer(DECISION_CHAIN, decision_chain)
    access_paths: list[AccessPath] = _answer(
        ACCESS_PATHS, access_paths, "One path for each employee, strongest first."
    )
    single_points_of_failure: SinglePointConnection = _answer(
        SINGLE_POINTS_OF_FAILURE, single_points_of_failure, "Most money at risk first, then exposure, in pages."
    )
    succession: Succession = _answer(SUCCESSION, succession)
    coverage_gaps: CoverageGaps = _answer(COVERAGE_GAPS, coverage_gaps)
    relationship_index: RelationshipIndex = _answer(RELATIONSHIP_INDEX, relationship_index)
