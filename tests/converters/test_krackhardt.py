"""Krackhardt's managers: choke points are dominators when the reach floor is 0, and strongest paths come out."""

from __future__ import annotations

from typing import Any

import pytest

from graph.policy import Policy
from graph.policy_book import PolicyBook
from graph.store import GraphStore
from graph.viewer import LOCAL
from queries.access_paths import ACCESS_PATHS, AccessPathsParams
from queries.ask import Asker
from queries.coverage_gaps import COVERAGE_GAPS, CoverageGapsParams
from queries.findings.catalogue import SinglePointKind
from queries.power_map import POWER_MAP, PowerMapParams
from queries.single_points_of_failure import (
    SINGLE_POINTS_OF_FAILURE,
    SinglePointFilter,
    SinglePointsOfFailureParams,
)
from tests.converters.dominators import dominated_by
from tests.converters.krackhardt import AS_OF, Influences, krackhardt_tables
from tests.converters.loading import load
from tests.converters.source_files import data_folder, read_reference

VIEWS = {
    "advice_influence(alter->ego)": (Influences.ADVICE, False),
    "friendship(both ways if named)": (Influences.FRIENDSHIP, False),
    "reports_upward(report->boss)": (Influences.NONE, True),
}
"""By their names in the reference: which relation influences, and whether reporting lines are loaded."""

KNOWN = {"seller_knows_5": ("5",), "seller_knows_13_16": ("13", "16"), "seller_knows_12_9": ("12", "9")}

ANY_PATH = PolicyBook(Policy(reach_floor=0.0, manager_influence=0.0))
"""Everyone with a path is within reach; reporting lines carry influence upward only."""


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("scenario", KNOWN)
async def test_with_a_reach_floor_of_0_the_choke_points_are_the_dominators(
    store: GraphStore, scenario: str, view: str
) -> None:
    folder = data_folder("krackhardt_hightech")
    expected: dict[str, Any] = read_reference(folder)["scenarios_dominators_to_CEO_7"][f"{scenario}|{view}"]
    influences, has_lines = VIEWS[view]
    await load(store, krackhardt_tables(folder, {"S": KNOWN[scenario]}, influences, has_reporting_lines=has_lines))

    chosen = SinglePointFilter(kind=SinglePointKind.CHOKE_POINT)
    asked = SinglePointsOfFailureParams(filter=chosen, as_of=AS_OF)
    page = await Asker(store, ANY_PATH).ask(LOCAL, SINGLE_POINTS_OF_FAILURE, asked)

    lost = {edge.node.point: set(edge.node.targets) for edge in page.edges}
    immediate = expected["immediate_dominators"]["value"]
    assert lost == {**dominated_by(immediate), "S": set(immediate)}
    assert {point: len(people) for point, people in lost.items() if point != "S"} == expected[
        "nodes_lost_if_removed"
    ]["value"]


async def test_the_strongest_paths_are_those_of_the_reference(store: GraphStore) -> None:
    folder = data_folder("krackhardt_hightech")
    results = read_reference(folder)["strongest_paths"]["results"]
    sellers = {f"knows-{found['source']}": (found["source"],) for found in results}
    await load(store, krackhardt_tables(folder, sellers, Influences.ALL_RELATIONS, has_reporting_lines=False))
    asker = Asker(store, ANY_PATH)

    for found in results:
        seller = f"knows-{found['source']}"
        (path,) = await asker.ask(
            LOCAL, ACCESS_PATHS, AccessPathsParams(to=found["target"], employee=seller, as_of=AS_OF)
        )
        assert path.strength == pytest.approx(found["top_k_strengths"]["value"][0], abs=1e-9)
        if found["best_path_unique"]:
            assert [step.target for step in path.steps] == found["best_path"]


async def test_with_all_relations_and_lines_every_question_answers(store: GraphStore) -> None:
    folder = data_folder("krackhardt_hightech")
    await load(store, krackhardt_tables(folder, {"S": ("13", "16")}, Influences.ALL_RELATIONS))
    asker = Asker(store)

    drawn = await asker.ask(LOCAL, POWER_MAP, PowerMapParams(company="hightech", as_of=AS_OF))
    gaps = await asker.ask(LOCAL, COVERAGE_GAPS, CoverageGapsParams(company="hightech", as_of=AS_OF))

    people = [node for node in drawn.nodes if node.kind == "Person" and node.key != "S"]
    assert len(people) == 21
    assert sum(cell.people for cell in gaps.grid) == 21
    assert sum(cell.covered for cell in gaps.grid) == 2
