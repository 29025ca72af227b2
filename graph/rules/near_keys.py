"""For keys that an input refers to and nobody has: the nodes that may be meant, of the input and of the store."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graph.errors import Problem, Suggestion
from graph.model.record_kinds import RECORD_KINDS
from graph.nearness import find_suggestions
from graph.rules.references import StrangeKey
from graph.rules.state import State
from graph.store import GraphStore
from graph.viewer import Viewer

KEYS_LOOKED_UP = 5
"""Keys of one input for which somebody looks: a file of nothing but wrong keys is told as fast as any other."""


async def with_near_keys(
    store: GraphStore, viewer: Viewer, state: State, problems: Sequence[Problem]
) -> list[Problem]:
    """The problems; those of the first KEYS_LOOKED_UP keys that name nothing say which nodes may be meant."""
    wanted = dict.fromkeys(map(_missing, problems))
    wanted.pop(None, None)
    found = {}
    for kind, key in list(filter(None, wanted))[:KEYS_LOOKED_UP]:
        record = RECORD_KINDS[kind].record.__name__
        found[kind, key] = await find_suggestions(store, viewer, record, key, _brought(state, kind))
    return [
        replace(problem, suggestions=found[missing]) if (missing := _missing(problem)) in found else problem
        for problem in problems
    ]


def _missing(problem: Problem) -> tuple[str, str] | None:
    """The kind and the key of the node that is missing, if the problem is that."""
    kind = RECORD_KINDS.get(problem.file)
    if kind is None or problem.value is None or not problem.column or not isinstance(problem.expected, StrangeKey):
        return None
    target = kind.column(problem.column).refers_to
    return None if target is None else (target, problem.value)


def _brought(state: State, kind: str) -> list[Suggestion]:
    records = state.records[kind]
    return list(map(Suggestion, records.brought("key"), records.brought("name")))
