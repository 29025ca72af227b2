"""Coverage: lines, departments, the grid and what a joint event is (section 7)."""

from __future__ import annotations

from typing import NamedTuple

from graph.model.words import JOINT_EVENT_KINDS
from graph.policy import Policy
from tests.oracle.days import days_between
from tests.oracle.people import Workplace
from tests.oracle.world import World, by_key


class Cell(NamedTuple):
    """People of one line and level: how many, with a live tie, with two holders or more."""

    line: str
    level: str
    people: int
    covered: int
    redundant: int
    target: float | None


class Finding(NamedTuple):
    """What is missing, about whom or what. Lines are named by themselves."""

    kind: str
    subject: str
    severity: str
    opportunity: str | None = None
    stage: str | None = None


def departments_above(world: World, department: str) -> list[str]:
    """The department and those above it, nearest first."""
    departments = by_key(world, "departments")
    chain = [department]
    while departments[chain[-1]].parent is not None:
        chain.append(departments[chain[-1]].parent)
    return chain


def line_of(world: World, place: Workplace) -> str:
    """The line of the department or of the nearest one above that has one, else OTHER."""
    departments = by_key(world, "departments")
    if place.department is not None:
        for key in departments_above(world, place.department):
            if departments[key].line is not None:
                return departments[key].line
    return "OTHER"


def had_joint_event(world: World, policy: Policy, ours: set[str], theirs: set[str], as_of: str) -> bool:
    """Whether there was an event of a joint kind with people of both sides in the policy's days."""
    return any(
        event.kind in JOINT_EVENT_KINDS
        and 0 <= days_between(event.on, as_of) <= policy.joint_event_days
        and ours & set(event.participants)
        and theirs & set(event.participants)
        for event in world["interactions"]
    )
