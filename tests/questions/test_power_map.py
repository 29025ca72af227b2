"""Power map on small drawn graphs."""

from __future__ import annotations

from typing import Any

import pytest

from graph.errors import QuestionRejected
from graph.model.companies import Company
from graph.model.people import Influence, Person, ReportingLine
from graph.model.words import Line, Power, Side, Stage, Stance
from queries.power_map import POWER_MAP, PowerMap, PowerMapParams
from tests.questions.drawn import contact, department, drawn, employee, power, role, stance, tie

WORLD: dict[str, list[Any]] = {
    "companies": [
        Company(key="acme-east", name="Acme East", side=Side.CUSTOMER, parent="acme"),
        Company(key="p", name="Partner", side=Side.PARTNER),
    ],
    "departments": [department("tech", Line.TECHNICAL), department("lab", None, "tech")],
    "people": [
        employee("e"),
        contact("a", "EXECUTIVE", "lab"),
        contact("b").replace(company="acme-east", name=None),
        Person(key="guru", name="Guru", company="p"),
    ],
    "ties": [tie("e", "a")],
    "reports_to": [ReportingLine(person="b", manager="a")],
    "influences": [Influence(influencer="guru", influenced="a", weight=0.5)],
    "decision_roles": [role("a", Stage.APPROVAL)],
    "positions": [stance("a", Stance.MENTOR), stance("a", Stance.NEUTRAL, deal=None), power("b", Power.OUTSIDE)],
}


def map_of(**asked: Any) -> PowerMap:
    return POWER_MAP.part(drawn(**WORLD), PowerMapParams(**asked))


def test_every_edge_runs_between_two_nodes_of_the_map_and_ids_are_unique() -> None:
    answer = map_of(company="acme")
    ids = [node.id for node in answer.nodes]
    assert len(set(ids)) == len(ids)
    assert {end for edge in answer.edges for end in (edge.source, edge.target)} <= set(ids)
    assert len({edge.id for edge in answer.edges}) == len(answer.edges)


def test_the_map_shows_people_of_both_sides_departments_companies_and_opportunities() -> None:
    answer = map_of(company="acme")
    assert {node.id for node in answer.nodes} == {
        "Company:acme",
        "Company:acme-east",
        "Department:tech",
        "Department:lab",
        "Opportunity:deal",
        "Person:a",
        "Person:b",
        "Person:guru",
        "Person:e",
    }
    assert {(edge.kind, edge.source, edge.target) for edge in answer.edges} == {
        ("SUBSIDIARY_OF", "Company:acme-east", "Company:acme"),
        ("DEPARTMENT_OF", "Department:tech", "Company:acme"),
        ("SUBDEPARTMENT_OF", "Department:lab", "Department:tech"),
        ("OPPORTUNITY_AT", "Opportunity:deal", "Company:acme"),
        ("WORKS_IN", "Person:a", "Department:lab"),
        ("WORKS_IN", "Person:b", "Company:acme-east"),
        ("REPORTS_TO", "Person:b", "Person:a"),
        ("INFLUENCES", "Person:guru", "Person:a"),
        ("TIE", "Person:e", "Person:a"),
        ("DECISION_ROLE", "Person:a", "Opportunity:deal"),
    }


def test_nodes_carry_what_is_known_of_the_person() -> None:
    nodes = {node.key: node for node in map_of(company="acme", opportunity="deal").nodes}
    assert (nodes["a"].line, nodes["a"].level, nodes["a"].stance) == ("TECHNICAL", "EXECUTIVE", "MENTOR")
    assert (nodes["a"].access_strength, nodes["a"].is_within_reach, nodes["a"].live_tie_count) == (1.0, True, 1)
    assert nodes["a"].is_key_person
    assert nodes["a"].decision_share is not None
    assert nodes["b"].is_placeholder
    assert nodes["b"].power == "OUTSIDE"
    assert nodes["b"].access_strength == pytest.approx(0.60)
    assert nodes["guru"].is_outsider
    assert (nodes["e"].is_employee, nodes["e"].stance) == (True, None)


def test_without_an_opportunity_the_stance_on_the_account_is_shown() -> None:
    nodes = {node.key: node for node in map_of(company="acme").nodes}
    assert nodes["a"].stance == "NEUTRAL"
    assert nodes["b"].power == "UNKNOWN"


def test_a_subsidiary_shows_its_own_part() -> None:
    answer = map_of(company="acme-east")
    assert {node.id for node in answer.nodes} == {"Company:acme-east", "Person:b"}


def test_neither_company_nor_opportunity_is_no_question() -> None:
    with pytest.raises(QuestionRejected):
        POWER_MAP.scope(PowerMapParams())
