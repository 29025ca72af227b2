"""What may be meant by a key or a name that is none: the nearest nodes, by spelling and by sound."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Iterable
from difflib import SequenceMatcher
from heapq import nsmallest

from graph.errors import NotInGraph, StoreUnavailable, Suggestion
from graph.model.words import NodeKind
from graph.search_text import WORD_LIMIT, folded, pieces, sound, squeezed
from graph.store import GraphStore
from graph.viewer import Viewer

SUGGESTION_COUNT = 3
_CANDIDATES = 100
_NEAR = 0.6
_ABOUT_AS_NEAR = 0.1
_BEGINS_SO = 0.95
_HOLDS_ALL_WORDS = 0.75
_TEXT_LIMIT = 200
_LOOKED_AT = _TEXT_LIMIT
"""Characters of a name that are compared with what was typed: the cost is the product of both lengths."""
_KINDS: dict[str, str] = {
    NodeKind.COMPANY: NodeKind.COMPANY,
    NodeKind.DEPARTMENT: NodeKind.DEPARTMENT,
    NodeKind.PERSON: NodeKind.PERSON,
    NodeKind.OPPORTUNITY: NodeKind.OPPORTUNITY,
    "account": NodeKind.COMPANY,
}
"""The kinds of NotInGraph whose nodes can be looked for."""


async def find_suggestions(
    store: GraphStore, viewer: Viewer, kind: str, text: str, brought: Iterable[Suggestion] = ()
) -> tuple[Suggestion, ...]:
    """The nodes of the kind that the text may mean, the nearest and those about as near: SUGGESTION_COUNT at most.

    `brought` are more nodes that may be meant than the store has. Nothing for a kind that cannot be searched, for
    a very long text, or when the store does not answer: who is told that a key is none can do without. Cost: two
    passes over the nodes of the kind.
    """
    node_kind = _KINDS.get(kind)
    if node_kind is None or not 0 < len(squeezed(text)) <= _TEXT_LIMIT or len(text.split()) > WORD_LIMIT:
        return ()
    try:
        held = await store.search(viewer, text, _CANDIDATES, (node_kind,))
        near = await store.find_near(viewer, node_kind, text, _CANDIDATES)
    except StoreUnavailable:
        return ()
    nodes = {hit.key: Suggestion(hit.key, hit.name) for hit in (*held, *near)}
    nodes |= {node.key: node for node in _with_most_pieces(text, brought)}
    return await asyncio.to_thread(_nearest, text, list(nodes.values()), {hit.key for hit in held})


async def with_suggestions(store: GraphStore, viewer: Viewer, error: NotInGraph) -> NotInGraph:
    """The same error with what may have been meant."""
    return NotInGraph(error.kind, error.key, await find_suggestions(store, viewer, error.kind, error.key))


def _with_most_pieces(text: str, nodes: Iterable[Suggestion]) -> list[Suggestion]:
    """Of very many nodes those worth a closer look."""
    wanted = pieces(text)

    def lacking(node: Suggestion) -> int:
        spelt = f"{node.key}\n{node.name or ''}".lower()
        return -sum(piece in spelt for piece in wanted)

    return nsmallest(_CANDIDATES, nodes, key=lambda node: (lacking(node), node.key))


def _nearest(text: str, nodes: Iterable[Suggestion], with_all_words: Collection[str]) -> tuple[Suggestion, ...]:
    spelt, heard = squeezed(text), sound(text)

    def nearness(node: Suggestion) -> float:
        forms = [(spelt, squeezed(node.key))]
        name = (node.name or "")[:_LOOKED_AT]
        if name:
            forms += [(spelt, squeezed(name)), (heard, sound(name)), (folded(text), _turned(name))]
        found = [_likeness(one, other) for one, other in forms]
        if any(other.startswith(one) for one, other in forms):
            found.append(_BEGINS_SO)
        if node.key in with_all_words:
            found.append(_HOLDS_ALL_WORDS)
        return max(found)

    ranked = sorted((-nearness(node), node.name or "", node.key, node) for node in nodes)
    least = max(_NEAR, -ranked[0][0] - _ABOUT_AS_NEAR) if ranked else _NEAR
    return tuple(node for distance, _, _, node in ranked if -distance >= least)[:SUGGESTION_COUNT]


def _likeness(one: str, other: str) -> float:
    """How much of both texts is the same, 0 to 1; 0 where it cannot be near, which is seen sooner."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    is_possible = matcher.real_quick_ratio() >= _NEAR and matcher.quick_ratio() >= _NEAR
    return matcher.ratio() if is_possible else 0.0


def _turned(name: str) -> str:
    """The name with its last word first, as others write it."""
    *others, last = folded(name).split() or [""]
    return " ".join([last, *others])
