"""The schema: exported as it is, described to the last argument, and a true view of records and answers."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest
from graphql import (
    get_introspection_query,
    is_enum_type,
    is_input_object_type,
    is_object_type,
    is_specified_directive,
    is_specified_scalar_type,
)
from strawberry.types.base import get_object_definition
from strawberry.utils.str_converters import to_camel_case

from api.schema import schema
from api.types import access_paths as shown_access_paths
from api.types import changes as shown_changes
from api.types import concentration as shown_concentration
from api.types import coverage_gaps as shown_coverage_gaps
from api.types import decision_chain as shown_decision_chain
from api.types import departure_impact as shown_departure_impact
from api.types import evidence as shown_evidence
from api.types import grading as shown_grading
from api.types import handover_plan as shown_handover_plan
from api.types import money as shown_money
from api.types import organization_matching as shown_organization_matching
from api.types import power_map as shown_power_map
from api.types import relationship_index as shown_relationship_index
from api.types import repair_plan as shown_repair_plan
from api.types import single_points_of_failure as shown_single_points_of_failure
from api.types import succession as shown_succession
from api.types import successors as shown_successors
from api.types import terms as shown_terms
from api.types.inputs import INPUTS, TYPES
from graph.records import RECORD_KINDS
from queries import (
    access_paths,
    changes,
    concentration,
    coverage_findings,
    coverage_gaps,
    decision_chain,
    departure_impact,
    evidence,
    grading,
    handover_plan,
    money,
    organization_matching,
    power_map,
    relationship_index,
    repair_plan,
    single_points_of_failure,
    stages,
    subject,
    succession,
    succession_ranking,
    successors,
    terms,
)
from tests.api.conftest import Service

CORE = schema._schema
EXPORTED = Path(__file__).parents[2] / "api" / "schema.graphql"


def test_the_exported_schema_is_the_one_that_is_served() -> None:
    assert EXPORTED.read_text(encoding="utf-8") == schema.as_str() + "\n", "run make schema"


def test_every_type_field_argument_and_value_is_described() -> None:
    bare: list[str] = []
    for name, found in CORE.type_map.items():
        if name.startswith("__") or is_specified_scalar_type(found):
            continue
        if not found.description:
            bare.append(name)
        if is_enum_type(found):
            bare += [f"{name}.{value}" for value, meaning in found.values.items() if not meaning.description]
        if is_object_type(found) or is_input_object_type(found):
            for field_name, field in found.fields.items():
                if not field.description:
                    bare.append(f"{name}.{field_name}")
                for argument_name, argument in getattr(field, "args", {}).items():
                    if not argument.description:
                        bare.append(f"{name}.{field_name}({argument_name})")
    bare += [
        f"@{found.name}"
        for found in CORE.directives
        if not is_specified_directive(found) and not found.description
    ]
    assert bare == []


def test_the_root_fields_are_those_that_front_ends_are_written_against() -> None:
    assert CORE.query_type is not None
    arguments = {name: list(field.args) for name, field in CORE.query_type.fields.items()}
    assert arguments == {
        "company": ["key"],
        "companies": ["filter", "first", "after"],
        "person": ["key"],
        "opportunity": ["key"],
        "search": ["text", "first"],
        "policy": ["grade"],
        "policyVersions": [],
        "rates": ["currency", "on"],
        "powerMap": ["company", "opportunity", "asOf", "policy"],
        "decisionChain": ["opportunity", "asOf", "policy"],
        "accessPaths": ["to", "from", "first", "asOf", "policy"],
        "singlePointsOfFailure": ["filter", "first", "after", "asOf", "policy"],
        "departureImpact": ["people", "teamOf", "on", "policy"],
        "handoverPlan": ["employee", "lastDay", "capacity", "asOf", "policy"],
        "succession": ["person", "asOf", "policy"],
        "coverageGaps": ["company", "minSeverity", "asOf", "policy"],
        "repairPlan": ["company", "opportunity", "redundancy", "capacity", "asOf", "policy"],
        "organizationMatching": ["company", "asOf", "policy"],
        "concentration": ["company", "asOf", "policy"],
        "relationshipIndex": ["company", "asOf", "policy"],
        "grading": ["company", "asOf", "policy"],
        "changes": ["company", "from", "to", "policy"],
        "portfolio": ["filter", "orderBy", "first", "after"],
        "exposureByEmployee": ["filter", "orderBy", "first", "after"],
        "findings": ["filter", "by", "orderBy", "first", "after"],
        "finding": ["id"],
        "posture": ["company", "from", "to"],
        "handovers": ["employee"],
    }


@pytest.mark.parametrize("kind_name", RECORD_KINDS)
def test_every_recorded_column_can_be_read_and_written(kind_name: str) -> None:
    columns = {to_camel_case(name) for name in RECORD_KINDS[kind_name].column_names}
    output = CORE.type_map[TYPES[kind_name].__name__]
    written = CORE.type_map[INPUTS[kind_name].__name__]
    assert is_object_type(output)
    assert is_input_object_type(written)
    assert columns <= set(output.fields)
    assert columns == set(written.fields)


@pytest.mark.parametrize(
    ("shown", "answer"),
    [
        (shown_power_map.PowerMap, power_map.PowerMap),
        (shown_power_map.PowerMapNode, power_map.MapNode),
        (shown_power_map.PowerMapEdge, power_map.MapEdge),
        (shown_decision_chain.DecisionChain, decision_chain.DecisionChain),
        (shown_decision_chain.ChainStage, stages.ChainStage),
        (shown_decision_chain.StagePerson, stages.StagePerson),
        (shown_decision_chain.DecisionShare, decision_chain.Share),
        (shown_decision_chain.Blocker, decision_chain.Blocker),
        (shown_decision_chain.Mover, decision_chain.Mover),
        (shown_decision_chain.Lean, stages.Lean),
        (shown_access_paths.AccessPath, access_paths.AccessPath),
        (shown_access_paths.PathStep, access_paths.PathStep),
        (shown_single_points_of_failure.SinglePoint, single_points_of_failure.SinglePoint),
        (shown_money.Amount, money.Amount),
        (shown_coverage_gaps.CoverageGaps, coverage_gaps.CoverageGaps),
        (shown_coverage_gaps.CoverageCell, coverage_gaps.GridCell),
        (shown_coverage_gaps.CoverageFinding, coverage_findings.CoverageFinding),
        (shown_evidence.Evidence, evidence.Evidence),
        (shown_evidence.EvidenceEdge, evidence.EvidenceEdge),
        (shown_evidence.Figure, evidence.Figure),
        (shown_evidence.Subject, subject.Subject),
        (shown_departure_impact.DepartureImpact, departure_impact.DepartureImpact),
        (shown_departure_impact.AccountImpact, departure_impact.AccountImpact),
        (shown_departure_impact.ContactHandover, departure_impact.ContactHandover),
        (shown_departure_impact.SeatLeft, departure_impact.SeatLeft),
        (shown_departure_impact.KeyPersonAccess, departure_impact.KeyPersonAccess),
        (shown_departure_impact.OpportunityImpact, departure_impact.OpportunityImpact),
        (shown_departure_impact.LineCoverage, departure_impact.LineCoverage),
        (shown_departure_impact.ImpactTotals, departure_impact.ImpactTotals),
        (shown_successors.Successor, successors.Successor),
        (shown_terms.Term, terms.Term),
        (shown_handover_plan.HandoverPlan, handover_plan.HandoverPlan),
        (shown_handover_plan.HandoverItem, handover_plan.HandoverItem),
        (shown_handover_plan.UnassignedContact, handover_plan.UnassignedContact),
        (shown_handover_plan.HandedOverContact, handover_plan.HandedOverContact),
        (shown_succession.Succession, succession.Succession),
        (shown_succession.SuccessionCandidate, succession_ranking.SuccessionCandidate),
        (shown_succession.CandidateTie, succession_ranking.CandidateTie),
        (shown_repair_plan.RepairPlan, repair_plan.RepairPlan),
        (shown_repair_plan.ProposedTie, repair_plan.ProposedTie),
        (shown_organization_matching.OrganizationMatching, organization_matching.OrganizationMatching),
        (shown_organization_matching.LevelMatch, organization_matching.LevelMatch),
        (shown_organization_matching.LineMatch, organization_matching.LineMatch),
        (shown_organization_matching.MatchCell, organization_matching.MatchCell),
        (shown_organization_matching.MatchedPair, organization_matching.MatchedPair),
        (shown_concentration.Concentration, concentration.Concentration),
        (shown_concentration.Holder, concentration.Holder),
        (shown_relationship_index.RelationshipIndex, relationship_index.RelationshipIndex),
        (shown_relationship_index.LayerIndex, relationship_index.LayerIndex),
        (shown_relationship_index.Trend, relationship_index.Trend),
        (shown_grading.Grading, grading.Grading),
        (shown_grading.Quadrant, grading.Quadrant),
        (shown_changes.Change, changes.Change),
    ],
)
def test_a_view_shows_all_of_its_answer(shown: type[Any], answer: type[Any]) -> None:
    fields = {field.python_name for field in get_object_definition(shown, strict=True).fields}
    kept = {field.name for field in dataclasses.fields(answer)} - {"money"}
    assert kept <= fields
    if "money" in {field.name for field in dataclasses.fields(answer)}:
        assert {"value_at_risk", "currency", "amounts"} <= fields


async def test_the_introspection_query_of_tools_is_answered(service: Service) -> None:
    found = await service.ask(get_introspection_query(descriptions=True, input_value_deprecation=True))
    assert found["__schema"]["queryType"]["name"] == "Query"
