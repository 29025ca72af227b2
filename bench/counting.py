"""A store that counts what is called on another one."""

from __future__ import annotations

from collections import Counter
from typing import Any, cast

from graph.store import GraphStore


def counting(store: GraphStore, calls: Counter[str]) -> GraphStore:
    """The store, and its part for postures, with every call of a method counted by name."""
    return cast(GraphStore, _Counting(store, calls))


class _Counting:
    def __init__(self, counted: Any, calls: Counter[str]) -> None:
        self._counted = counted
        self._calls = calls

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._counted, name)
        if name == "postures":
            return _Counting(found, self._calls)
        self._calls[name] += 1
        return found
