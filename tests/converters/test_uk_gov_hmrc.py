"""A hierarchy of 6,138 seats loads into every store, and coverage and succession answer for it."""

from __future__ import annotations

from collections import Counter

from graph.store import GraphStore
from graph.viewer import LOCAL
from queries.ask import Asker
from queries.coverage_gaps import COVERAGE_GAPS, CoverageGapsParams
from queries.succession import SUCCESSION, SuccessionParams
from queries.succession_ranking import SuccessionRelation
from tests.converters.loading import load
from tests.converters.source_files import data_folder, read_rows
from tests.converters.uk_gov_hmrc import AS_OF, uk_gov_hmrc_tables

SELLERS = {"S": ("CE1", "LBS6"), "T": ("LBS6",)}


async def test_the_hierarchy_loads_and_coverage_answers_for_it(store: GraphStore) -> None:
    await load(store, uk_gov_hmrc_tables(data_folder("uk_gov_hmrc"), SELLERS))

    gaps = await Asker(store).ask(LOCAL, COVERAGE_GAPS, CoverageGapsParams(company="hmrc", as_of=AS_OF))

    assert sum(cell.people for cell in gaps.grid) == 346 + 5792
    assert sum(cell.people for cell in gaps.grid if cell.level in ("EXECUTIVE", "SENIOR")) == 346
    assert (sum(cell.covered for cell in gaps.grid), sum(cell.redundant for cell in gaps.grid)) == (2, 1)
    uncovered = {found.subject.key for found in gaps.findings if found.kind == "UNCOVERED_LINE"}
    assert uncovered == {"FINANCE", "PROCUREMENT", "TECHNICAL", "USER"}


async def test_succession_names_everyone_around_a_post(store: GraphStore) -> None:
    folder = data_folder("uk_gov_hmrc")
    posts = {row["post_id"]: row["reports_to_post"] for row in read_rows(folder / "senior_posts.csv")}
    groups = Counter(row["reports_to_senior_post"] for row in read_rows(folder / "junior_groups.csv"))
    await load(store, uk_gov_hmrc_tables(folder, SELLERS))

    answer = await Asker(store).ask(LOCAL, SUCCESSION, SuccessionParams(person="LBS37", as_of=AS_OF))

    assert [(one.person, one.kind) for one in answer.candidates][:2] == [
        (posts["LBS37"], SuccessionRelation.ACTING_MANAGER),
        (posts[posts["LBS37"]], SuccessionRelation.MANAGER_ABOVE),
    ]
    kinds = Counter(one.kind for one in answer.candidates)
    manager = posts["LBS37"]
    peers = sum(above == manager for above in posts.values()) + groups[manager] - 1
    assert kinds[SuccessionRelation.PEER] == peers
    assert kinds[SuccessionRelation.DIRECT_REPORT] == groups["LBS37"] + sum(p == "LBS37" for p in posts.values())
    assert not answer.exposed  # we know the manager, LBS6


async def test_the_head_has_only_reports_to_follow(
    store: GraphStore,
) -> None:
    await load(store, uk_gov_hmrc_tables(data_folder("uk_gov_hmrc"), SELLERS))
    answer = await Asker(store).ask(LOCAL, SUCCESSION, SuccessionParams(person="CE1", as_of=AS_OF))
    assert {one.kind for one in answer.candidates} == {SuccessionRelation.DIRECT_REPORT}
    scores = [one.score for one in answer.candidates]
    assert scores == sorted(scores, reverse=True)
    assert answer.exposed
