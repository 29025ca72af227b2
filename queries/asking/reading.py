"""Reads what questions need beyond their accounts."""

from __future__ import annotations

from typing import Any

from graph.customer_figures import read_customer_figures
from graph.handing_over import read_handovers
from graph.store import GraphStore
from graph.teams import colleagues_of, our_people, team_of
from queries.needs import Colleagues, CustomerFiguresOfAll, ExecutedHandovers, OurPeople, TeamOf, Wanted


async def read(store: GraphStore, wanted: Wanted) -> tuple[Any, ...]:
    """What is wanted; raises what the store does, and NotInGraph for a manager who does not exist."""
    match wanted:
        case TeamOf():
            return await team_of(store, wanted.manager, wanted.day)
        case Colleagues():
            return await colleagues_of(store, wanted.people, wanted.day, also_on=wanted.also_on)
        case OurPeople():
            return await our_people(store, wanted.day, also_on=wanted.also_on)
        case ExecutedHandovers():
            return tuple(await read_handovers(store, wanted.employee))
        case CustomerFiguresOfAll():
            return await read_customer_figures(store)
