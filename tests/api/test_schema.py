"""The schema: exported as it is, described to the last argument, and a true view of records and answers."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import pytest
from graphql import (
    get_introspection_query,
    is_enum_type,
    is_input_object_type,
    is_object_type,
    is_specified_directive,
    is_specified_scalar_type,
)
from strawberry.utils.str_converters import to_camel_case

from api.graphql.written_by_hand import WRITTEN_BY_HAND
from api.schema import schema
from api.types.inputs import INPUTS
from graph.messages.message import Message
from graph.model.record_kinds import RECORD_KINDS
from graph.model.shown import Form, is_declared, name_of, shown_fields
from queries.catalogue import KEPT, QUESTIONS, RECORDED
from queries.money import MoneyAtRisk
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
    output = CORE.type_map[RECORD_KINDS[kind_name].record.__name__]
    written = CORE.type_map[INPUTS[kind_name].__name__]
    assert is_object_type(output)
    assert is_input_object_type(written)
    assert columns <= set(output.fields)
    assert columns == set(written.fields)


def _shown(declared: Any, found: dict[type[Any], type[Any] | None], shape: type[Any] | None = None) -> None:
    """Adds what is shown of an answer: what declares it, and what it is the shape of, where it is one."""
    for within in get_args(declared):
        _shown(within, found, shape)
    if is_declared(declared) and not issubclass(declared, Message):
        declaring, of = (declared, None) if shape is None else (shape, declared)
        if declaring not in found and declared is not shape:
            found[declaring] = of
            for one in shown_fields(declaring):
                _shown(one.type, found, one.shown.shape)


def _shown_by_all_questions() -> list[tuple[type[Any], type[Any] | None]]:
    found: dict[type[Any], type[Any] | None] = {}
    for question in (*RECORDED, *QUESTIONS, *KEPT):
        _shown(question.answer, found)
    return [(declaring, of) for declaring, of in found.items() if declaring not in WRITTEN_BY_HAND]


def _names(declared: type[Any]) -> set[str]:
    """What its fields are called where it is shown."""
    names: set[str] = set()
    for one in shown_fields(declared):
        names |= _names(one.type) if one.shown.form is Form.PARTS else {to_camel_case(one.name)}
    return names


@pytest.mark.parametrize(("answer", "of"), _shown_by_all_questions())
def test_a_view_shows_all_that_its_answer_declares(answer: type[Any], of: type[Any] | None) -> None:
    shown = CORE.type_map.get(name_of(answer))
    if answer is MoneyAtRisk:
        assert shown is None, "its parts are shown in its place"
        return
    assert is_object_type(shown)
    assert _names(answer) == set(shown.fields)
    assert [
        one.attribute for one in shown_fields(answer) if of is not None and not hasattr(of, one.attribute)
    ] == []


async def test_the_introspection_query_of_tools_is_answered(service: Service) -> None:
    found = await service.ask(get_introspection_query(descriptions=True, input_value_deprecation=True))
    assert found["__schema"]["queryType"]["name"] == "Query"
