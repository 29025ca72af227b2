"""Real departures: who took over a manager's reports, and where succession had ranked them the month before."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from graph.store import GraphStore
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
        graph = (await asker.view("sourcegraph", month.day)).graph
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


async def test_succession_names_the_new_manager_as_often_as_the_concepts_say(store: GraphStore) -> None:
    folder = data_folder("sourcegraph_org")
    await load(store, sourcegraph_tables(folder))
    asker = Asker(store)
    hits, own_manager, candidate_at_all = dict.fromkeys(FIRST, 0), 0, 0
    peer = dict.fromkeys(FIRST, Fraction(0))

    for departure in departures(folder):
        params = SuccessionParams(person=departure.manager, as_of=departure.last_seen)
        candidates = (await asker.ask(SUCCESSION, params)).candidates
        place = next((n for n, one in enumerate(candidates) if one.person == departure.successor), None)
        graph = (await asker.view("sourcegraph", departure.last_seen)).graph
        solid = {line.person: line.manager for line in graph.reporting_lines if line.kind == "SOLID"}
        peers = [
            person
            for person, manager in solid.items()
            if manager == solid[departure.manager] and person != departure.manager
        ]
        candidate_at_all += place is not None
        own_manager += solid[departure.manager] == departure.successor
        for first in FIRST:
            hits[first] += place is not None and place < first
            if departure.successor in peers:
                peer[first] += min(Fraction(first, len(peers)), Fraction(1))

    assert hits == {1: 2, 3: 6, 5: 6}
    assert own_manager == 2
    assert candidate_at_all == 7
    assert {first: round(float(value), 2) for first, value in peer.items()} == {1: 0.14, 3: 0.43, 5: 0.71}


async def test_the_first_candidate_is_the_own_manager_in_every_case(store: GraphStore) -> None:
    folder = data_folder("sourcegraph_org")
    await load(store, sourcegraph_tables(folder))
    asker = Asker(store)
    for departure in departures(folder):
        params = SuccessionParams(person=departure.manager, as_of=departure.last_seen)
        first = (await asker.ask(SUCCESSION, params)).candidates[0]
        assert first.kind == SuccessionRelation.ACTING_MANAGER
