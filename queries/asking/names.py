"""What the nodes of an answer are called, for what people read: answers themselves hold keys."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from graph.model.companies import COMPANIES
from graph.model.people import PEOPLE
from graph.model.shown import is_declared, shown_fields
from graph.model.words import NodeKind
from graph.store import GraphStore
from graph.viewer import Viewer


class Names(NamedTuple):
    """Names by key; a key without a name is its own."""

    people: Mapping[str, str]
    companies: Mapping[str, str]

    def person(self, key: str) -> str:
        """What the person is called: by name, else by title."""
        return self.people.get(key, key)

    def company(self, key: str) -> str:
        """What the company is called."""
        return self.companies.get(key, key)


async def read_names(store: GraphStore, viewer: Viewer, answers: Iterable[Any]) -> Names:
    """The names of all people and companies that the answers show. Two light reads."""
    keys: dict[NodeKind, set[str]] = defaultdict(set)
    for answer in answers:
        for kind, key in _keys_in(answer):
            keys[kind].add(key)
    people = await store.find(viewer, PEOPLE, "key", sorted(keys[NodeKind.PERSON]))
    companies = await store.find(viewer, COMPANIES, "key", sorted(keys[NodeKind.COMPANY]))
    return Names(
        {person.key: person.name or person.title or person.key for person in people},
        {company.key: company.name for company in companies},
    )


def _keys_in(answer: Any) -> Iterator[tuple[NodeKind, str]]:
    """The kind and key of every node that is shown, in lists without a length those of the first ones."""
    if not is_declared(type(answer)):
        return
    for one in shown_fields(type(answer)):
        value = getattr(answer, one.attribute)
        if one.arguments is not None:
            value = value()
        for each in value if isinstance(value, tuple) and not is_declared(type(value)) else (value,):
            if one.shown.node is None:
                yield from _keys_in(each)
            elif each is not None:
                yield one.shown.node, each
