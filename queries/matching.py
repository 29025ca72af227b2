"""Matching of two organizations: which of their people meet their level, and which lines their function, with us.

What the coverage findings, organization matching and the relationship index share. `people` are the contacts that
a question shows of a company.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from graph.account_graph import Member
from graph.model.companies import Agreement
from graph.model.meetings import Interaction
from graph.model.words import JOINT_EVENT_KINDS
from queries.account_view import AccountView
from queries.algorithms.level_pairing import is_paired


def matched_by_level(view: AccountView, people: Mapping[str, Member]) -> frozenset[str]:
    """Those of the people with a live tie from one of ours whose level the policy pairs with theirs."""
    employees = view.graph.employees
    return frozenset(
        key
        for key, member in people.items()
        if any(is_paired(view.policy, member.level, employees[ours].level) for ours in view.who_know(key))
    )


def matched_by_function(view: AccountView, people: Mapping[str, Member]) -> frozenset[str]:
    """The lines of the people into which one of ours, of the same line, has a live tie."""
    employees = view.graph.employees
    return frozenset(
        member.line
        for key, member in people.items()
        if any(employees[ours].line == member.line for ours in view.who_know(key))
    )


def our_people_with_ties(view: AccountView, people: Mapping[str, Member]) -> dict[str, Member]:
    """Our present employees with a valid tie, live or not, to one of the people; by key."""
    tied = {held.tie.employee for held in view.ties if held.tie.contact in people}
    return {key: member for key, member in view.graph.employees.items() if member.is_present and key in tied}


def joint_events(view: AccountView, company: str, people: Mapping[str, Member]) -> tuple[Interaction, ...]:
    """The joint events of the policy's days, the latest first, then by key.

    A joint event is a visit, exchange, summit, showroom tour or ceremony in which one of ours took part and one of
    theirs: one of the people, or somebody of the companies shown who has left since.
    """
    graph = view.graph
    since = (graph.as_of - timedelta(days=view.policy.joint_event_days)).isoformat()
    part = graph.subtree(company)

    def is_theirs(participant: str) -> bool:
        place = graph.everyone.get(participant)
        return participant in people or (place is not None and place.company in part)

    found = [
        held
        for held in graph.interactions
        if held.kind in JOINT_EVENT_KINDS
        and held.on >= since
        and any(participant in graph.our_people for participant in held.participants)
        and any(is_theirs(each) for each in held.participants if each not in graph.our_people)
    ]
    return tuple(sorted(found, key=lambda held: held.on, reverse=True))


def valid_agreements(view: AccountView, company: str) -> tuple[Agreement, ...]:
    """The agreements with the company or one of its own subsidiaries that are valid on the day, by key."""
    part = view.graph.subtree(company)
    return tuple(agreement for agreement in view.graph.agreements if agreement.company in part)
