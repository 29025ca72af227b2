"""Enron's mail as influence: it loads, the questions answer, and paths and dominators are the computed ones."""

from __future__ import annotations

import pytest

from graph.policy import Policy
from graph.policy_book import PolicyBook
from graph.store import GraphStore
from graph.viewer import LOCAL
from queries.access_paths import ACCESS_PATHS, AccessPathsParams
from queries.ask import Asker
from queries.coverage_gaps import COVERAGE_GAPS, CoverageGapsParams
from queries.decision_chain import DECISION_CHAIN, DecisionChainParams
from queries.findings.catalogue import SinglePointKind
from queries.power_map import POWER_MAP, PowerMapParams
from queries.single_points_of_failure import (
    SINGLE_POINTS_OF_FAILURE,
    SinglePointFilter,
    SinglePointsOfFailureParams,
)
from tests.converters.enron import AS_OF, enron_tables
from tests.converters.loading import load
from tests.converters.source_files import data_folder, read_reference

ANY_MAIL = Policy(reach_floor=0.0, walkable_influence=0.0)
"""Every mail is a step and every path counts."""


async def test_the_firm_has_its_people_departments_and_mail(store: GraphStore) -> None:
    folder = data_folder("enron_156")
    reference = read_reference(folder)
    await load(store, enron_tables(folder, {"S": ("4",)}))

    records = await store.read_account(LOCAL, "enron")

    checks = reference["checks"]
    assert sum(person.company == "enron" for person in records.people) == checks["employees"] == 156
    parents = {department.key: department.parent for department in records.departments}
    people = [person for person in records.people if person.company == "enron"]
    for name, count in checks["departments"].items():
        assert sum(parents[person.department or ""] == name for person in people) == count
    assert sum(person.level == "STAFF" for person in people) == checks["seniority"]["Junior"]
    assert len(records.influences) == reference["views"]["email_digraph"]["m"]["value"]


async def test_every_question_answers(store: GraphStore) -> None:
    folder = data_folder("enron_156")
    await load(store, enron_tables(folder, {"S": ("4", "60"), "T": ("60",)}))
    asker = Asker(store)

    drawn = await asker.ask(LOCAL, POWER_MAP, PowerMapParams(company="enron", as_of=AS_OF))
    chain = await asker.ask(LOCAL, DECISION_CHAIN, DecisionChainParams(opportunity="deal", as_of=AS_OF))
    chosen = SinglePointFilter(company="enron")
    asked = SinglePointsOfFailureParams(filter=chosen, as_of=AS_OF)
    points = await asker.ask(LOCAL, SINGLE_POINTS_OF_FAILURE, asked)
    gaps = await asker.ask(LOCAL, COVERAGE_GAPS, CoverageGapsParams(company="enron", as_of=AS_OF))

    assert {"4", "60", "S", "T"} <= {node.key for node in drawn.nodes}
    assert chain.inferred
    assert sum(found.share for found in chain.shares) == pytest.approx(1.0)
    held = [edge.node for edge in points.edges if edge.node.kind == SinglePointKind.SINGLE_HELD]
    assert [(found.point, found.targets) for found in held] == [("S", ("4",))]
    assert sum(cell.people for cell in gaps.grid) == 156
    assert sum(cell.redundant for cell in gaps.grid) == 1


async def test_the_strongest_paths_to_the_chairman_are_those_of_the_reference(store: GraphStore) -> None:
    folder = data_folder("enron_156")
    results = read_reference(folder)["strongest_paths"]["results"]
    await load(store, enron_tables(folder, {f"knows-{found['source']}": (found["source"],) for found in results}))
    asker = Asker(store, PolicyBook(ANY_MAIL))

    for found in results:
        seller = f"knows-{found['source']}"
        (path,) = await asker.ask(
            LOCAL, ACCESS_PATHS, AccessPathsParams(to=found["target"], employee=seller, as_of=AS_OF)
        )
        assert path.strength == pytest.approx(found["top_k_strengths"]["value"][0], abs=1e-9)
        if found["best_path_unique"]:
            assert [step.target for step in path.steps] == found["best_path"]


async def test_choke_points_of_regular_mail_are_the_dominators_of_the_reference(store: GraphStore) -> None:
    folder = data_folder("enron_156")
    scenario = read_reference(folder)["scenario_seller_knows_4_target_Lavorato_67"]
    await load(store, enron_tables(folder, {"S": ("4",)}, least_messages=10))

    chosen = SinglePointFilter(company="enron", kind=SinglePointKind.CHOKE_POINT)
    asked = SinglePointsOfFailureParams(filter=chosen, as_of=AS_OF)
    page = await Asker(store, PolicyBook(ANY_MAIL)).ask(LOCAL, SINGLE_POINTS_OF_FAILURE, asked)

    lost = {edge.node.point: len(edge.node.targets) for edge in page.edges}
    reached = scenario["reachable"]["value"] - 1
    assert lost == {**scenario["nodes_lost_if_removed"]["value"], "S": reached}
