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
from api.types import access_paths as shown_paths
from api.types import coverage_gaps as shown_gaps
from api.types import decision_chain as shown_chain
from api.types import evidence as shown_evidence
from api.types import power_map as shown_map
from api.types import single_points_of_failure as shown_risk
from api.types.inputs import INPUTS, TYPES
from graph.records import RECORD_KINDS
from queries import (
    access_paths,
    coverage_findings,
    coverage_gaps,
    decision_chain,
    evidence,
    money,
    power_map,
    single_points_of_failure,
    subject,
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
        "powerMap": ["company", "opportunity", "asOf"],
        "decisionChain": ["opportunity", "asOf"],
        "accessPaths": ["to", "from", "first", "asOf"],
        "singlePointsOfFailure": ["filter", "first", "after", "asOf"],
        "coverageGaps": ["company", "asOf"],
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
        (shown_map.PowerMap, power_map.PowerMap),
        (shown_map.PowerMapNode, power_map.MapNode),
        (shown_map.PowerMapEdge, power_map.MapEdge),
        (shown_chain.DecisionChain, decision_chain.DecisionChain),
        (shown_chain.ChainStage, decision_chain.ChainStage),
        (shown_chain.StagePerson, decision_chain.StagePerson),
        (shown_chain.DecisionShare, decision_chain.Share),
        (shown_chain.Blocker, decision_chain.Blocker),
        (shown_chain.Mover, decision_chain.Mover),
        (shown_chain.Lean, decision_chain.Lean),
        (shown_paths.AccessPath, access_paths.AccessPath),
        (shown_paths.PathStep, access_paths.PathStep),
        (shown_risk.SinglePoint, single_points_of_failure.SinglePoint),
        (shown_risk.Amount, money.Amount),
        (shown_gaps.CoverageGaps, coverage_gaps.CoverageGaps),
        (shown_gaps.CoverageCell, coverage_gaps.GridCell),
        (shown_gaps.CoverageFinding, coverage_findings.CoverageFinding),
        (shown_evidence.Evidence, evidence.Evidence),
        (shown_evidence.EvidenceEdge, evidence.EvidenceEdge),
        (shown_evidence.Figure, evidence.Figure),
        (shown_evidence.Subject, subject.Subject),
    ],
)
def test_a_view_shows_all_of_its_answer(shown: type[Any], answer: type[Any]) -> None:
    fields = {field.python_name for field in get_object_definition(shown, strict=True).fields}
    kept = {field.name for field in dataclasses.fields(answer)} - {"money"}  # shown as three fields
    assert kept <= fields


async def test_the_introspection_query_of_tools_is_answered(service: Service) -> None:
    found = await service.ask(get_introspection_query(descriptions=True, input_value_deprecation=True))
    assert found["__schema"]["queryType"]["name"] == "Query"
