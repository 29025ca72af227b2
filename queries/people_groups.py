"""The people of a company by what they belong to: the groups that coverage is told of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from graph.account_graph import Member
from graph.model.words import Line
from queries.account_view import AccountView


def people_by_line(people: Mapping[str, Member]) -> dict[Line, list[str]]:
    """The people of every line that has any, in the order of the lines."""
    by_line: dict[str, list[str]] = defaultdict(list)
    for key, member in people.items():
        by_line[member.line].append(key)
    return {line: by_line[line] for line in Line if line in by_line}


def people_by_department(view: AccountView, people: Mapping[str, Member]) -> dict[str, list[str]]:
    """The people of every department of the account that has any, its own or below, in order of keys."""
    departments = view.graph.departments
    within: dict[str, list[str]] = defaultdict(list)
    for key, member in people.items():
        above = departments.get(member.department or "")
        while above is not None:
            within[above.key].append(key)
            above = departments.get(above.parent or "")
    return dict(sorted(within.items()))


def covered(view: AccountView, people: Iterable[str]) -> Sequence[str]:
    """Those of the people with a live tie."""
    return [person for person in people if person in view.live_ties]
