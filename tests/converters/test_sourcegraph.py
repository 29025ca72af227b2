"""Real departures: who took over a manager's reports, and where succession had ranked them the month before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from graph.policy_book import PolicyChange
from graph.store import GraphStore
from graph.viewer import LOCAL
from queries.ask import Asker
from queries.succession import SUCCESSION, SuccessionParams
from queries.succession_ranking import SuccessionRelation
from tests.converters.loading import load
from tests.converters.source_files import data_folder
from tests.converters.sourcegraph import Departure, departures, months_of, sourcegraph_tables

FIRST = (1, 3, 5)


async def test_the_history_shows_each_month_as_it_was(store: GraphStore) -> None:
    folder = data_folder("sourcegraph_org")
    await load(store, sourcegraph_tables(folder))
    asker = Asker(store)

    for month in months_of(folder):
        graph = (await asker.view(LOCAL, "sourcegraph", month.day)).graph
        assert graph.contacts.keys() == month.seats.keys()
        lines: dict[str, list[str]] = {}
        for line in sorted(graph.reporting_lines, key=lambda line: line.kind != "SOLID"):
            lines.setdefault(line.person, []).append(line.manager)
        assert {person: sorted(managers) for person, managers in lines.items()} == {
            person: sorted(month.managers(person)) for person in month.seats if month.managers(person)
        }
        solid = {line.person: line.manager for line in graph.reporting_lines if line.kind == "SOLID"}
        assert solid == {person: month.managers(person)[0] for person in lines}


def test_the_departures_that_can_be_measured_are_17() -> None:
    found = departures(data_folder("sourcegraph_org"))
    assert len(found) == 17
    assert sum(departure.is_newcomer for departure in found) == 3
    assert Departure("P0046", date(2022, 4, 30), "P0001", is_newcomer=False) in found
    assert Departure("P0237", date(2022, 3, 31), "P0288", is_newcomer=True) in found


WITHOUT_LIKENESS = (
    PolicyChange("succession_likeness", None, 0.0),
    PolicyChange("succession_relations", "MANAGER_ABOVE", 0.75),
)
"""The ranking as it was before likeness counted."""


async def test_succession_names_the_new_manager_as_often_as_the_concepts_say(store: GraphStore) -> None:
    folder = data_folder("sourcegraph_org")
    await load(store, sourcegraph_tables(folder))
    asker = Asker(store)
    found: dict[str, dict[int, Fraction]] = {}
    candidate_at_all = 0

    for departure in departures(folder):
        rankings: dict[str, list[list[str]]] = {}
        for name, policy in (("succession", ()), ("without likeness", WITHOUT_LIKENESS)):
            params = SuccessionParams(person=departure.manager, as_of=departure.last_seen, policy=policy)
            ranked = (await asker.ask(LOCAL, SUCCESSION, params)).candidates
            rankings[name] = [[one.person] for one in ranked]
        candidates = [one.person for one in ranked]
        candidate_at_all += departure.successor in candidates
        graph = (await asker.view(LOCAL, "sourcegraph", departure.last_seen)).graph
        solid = {line.person: line.manager for line in graph.reporting_lines if line.kind == "SOLID"}
        own = solid[departure.manager]
        peers = [person for person in solid if solid[person] == own and person != departure.manager]
        rankings |= {
            "own manager": [[own]],
            "random peer": [peers],
            "own manager, then peers": [[own], peers],
            "random candidate": [candidates],
        }
        for name, groups in rankings.items():
            hits = found.setdefault(name, dict.fromkeys(FIRST, Fraction(0)))
            for first in FIRST:
                hits[first] += chance_among_first(first, groups, departure.successor)

    assert candidate_at_all == 7
    assert {name: [round(float(hits[first]), 2) for first in FIRST] for name, hits in found.items()} == {
        "succession": [2, 6, 7],
        "without likeness": [2, 6, 6],
        "own manager": [2, 2, 2],
        "random peer": [0.14, 0.43, 0.71],
        "own manager, then peers": [2, 2.29, 2.57],
        "random candidate": [0.55, 1.64, 2.74],
    }


def chance_among_first(first: int, groups: Sequence[Sequence[str]], person: str) -> Fraction:
    """How likely the person is among the first so many when each group, one after the other, is in any order."""
    for group in groups:
        if person in group:
            return max(Fraction(0), min(Fraction(first, len(group)), Fraction(1)))
        first -= len(group)
    return Fraction(0)


async def test_the_first_candidate_is_the_own_manager_in_every_case(store: GraphStore) -> None:
    folder = data_folder("sourcegraph_org")
    await load(store, sourcegraph_tables(folder))
    asker = Asker(store)
    for departure in departures(folder):
        params = SuccessionParams(person=departure.manager, as_of=departure.last_seen)
        first = (await asker.ask(LOCAL, SUCCESSION, params)).candidates[0]
        assert first.kind == SuccessionRelation.ACTING_MANAGER
